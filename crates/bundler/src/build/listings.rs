//! Listings: summaries in files of fifty, numbered from the oldest, and directories of those files.

use std::collections::BTreeMap;

use rostrum_model::{
    DIRECTORY_SIZE, FILE_SIZE, File, Listing, ListingDirectory, ListingFile, ListingKey, Release,
};

use super::{
    listing_keys,
    writer::{WriteError, Writer},
};

/// Writes the listings of releases, which come in order of their addresses.
pub(super) fn write_listings(
    releases: &[Release],
    writer: &mut Writer,
) -> Result<Vec<Listing>, WriteError> {
    let mut by_key: BTreeMap<ListingKey, Vec<&Release>> = BTreeMap::new();
    for release in releases {
        for key in listing_keys(release) {
            by_key.entry(key).or_default().push(release);
        }
    }
    by_key.into_iter().map(|(key, releases)| write_listing(key, &releases, writer)).collect()
}

fn write_listing(
    key: ListingKey,
    releases: &[&Release],
    writer: &mut Writer,
) -> Result<Listing, WriteError> {
    let mut files = Vec::new();
    for (number, releases) in releases.chunks(FILE_SIZE as usize).enumerate() {
        let releases = releases.iter().map(|release| release.summary.clone()).collect();
        files.push(writer.write(&format!("listings/{key}-{number}"), &ListingFile { releases })?);
    }
    let newest = files.iter().rev().take(2).cloned().collect();
    let directory =
        if files.len() > 2 { Some(write_directory(&key, files, writer)?) } else { None };
    Ok(Listing { key, total: count(releases.len()), newest, directory })
}

/// Writes the tree of directories that leads to the files, and tells its root.
fn write_directory(
    key: &ListingKey,
    mut files: Vec<File>,
    writer: &mut Writer,
) -> Result<File, WriteError> {
    let mut level = 0;
    loop {
        let mut directories = Vec::new();
        for (number, files) in files.chunks(DIRECTORY_SIZE as usize).enumerate() {
            let directory = ListingDirectory { level, files: files.to_vec() };
            directories.push(
                writer.write(&format!("listings/{key}-directory-{level}-{number}"), &directory)?,
            );
        }
        if let [root] = &directories[..] {
            return Ok(root.clone());
        }
        files = directories;
        level += 1;
    }
}

/// A count as the bundle says it; more than four thousand million releases are not expected.
pub(super) fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

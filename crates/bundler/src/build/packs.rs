//! Packs: the whole texts of a year in files of at most 64 KB, found from an address alone.
//!
//! A year that fits into one file is one pack. A larger one is cut at its months, and a month into
//! runs that fit, so that a release that is added or changed touches the packs of its month and the
//! way to them, and no other.

use rostrum_model::{Address, DIRECTORY_SIZE, File, Pack, PackPart, Release};
use serde::Serialize;

use super::writer::{WriteError, Writer};

/// The largest pack, in bytes, unless a single release is larger.
pub(super) const LARGEST: usize = 64 * 1024;

/// What stands around the releases of a pack: `{"releases":[]}`.
const FRAME: usize = 15;

/// Releases as they stand in a pack, without copying them.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
enum PackOf<'r> {
    Releases(&'r [Release]),
}

/// Writes the packs of a year, whose releases come in order of their addresses, and tells the root.
pub(super) fn write_year(
    year: u16,
    releases: &[Release],
    writer: &mut Writer,
) -> Result<File, WriteError> {
    let name = format!("releases/{year:04}");
    let mut sizes = Vec::with_capacity(releases.len());
    for release in releases {
        let json = serde_json::to_vec(release)
            .map_err(|error| WriteError::Unserializable { name: name.clone(), error })?;
        sizes.push(json.len());
    }
    if let [_] | [] = &runs(&sizes)[..] {
        return writer.write(&name, &PackOf::Releases(releases));
    }
    let mut parts = Vec::new();
    let mut start = 0;
    for month in releases.chunk_by(|one, other| month(one) == month(other)) {
        for run in runs(&sizes[start..start + month.len()]) {
            if let Some((first, run)) = month.get(run).and_then(|run| Some((run.first()?, run))) {
                let first = first.summary.address.clone();
                let file =
                    writer.write(&format!("releases/{}", first.date), &PackOf::Releases(run))?;
                parts.push(PackPart { first, file });
            }
        }
        start += month.len();
    }
    write_way(&name, parts, writer)
}

fn month(release: &Release) -> u8 {
    release.summary.address.date.month()
}

/// Cuts releases of these sizes into runs that fit into a pack.
fn runs(sizes: &[usize]) -> Vec<std::ops::Range<usize>> {
    let mut runs = Vec::new();
    let (mut start, mut total) = (0, FRAME);
    for (position, size) in sizes.iter().enumerate() {
        // A comma stands between two releases.
        if position > start && total + 1 + size > LARGEST {
            runs.push(start..position);
            (start, total) = (position, FRAME);
        }
        total += size + usize::from(position > start);
    }
    if start < sizes.len() {
        runs.push(start..sizes.len());
    }
    runs
}

/// Writes the packs that lead to the parts, and tells the root.
fn write_way(
    name: &str,
    mut parts: Vec<PackPart>,
    writer: &mut Writer,
) -> Result<File, WriteError> {
    while parts.len() > DIRECTORY_SIZE as usize {
        let mut above = Vec::new();
        for parts in parts.chunks(DIRECTORY_SIZE as usize) {
            let first: Option<Address> = parts.first().map(|part| part.first.clone());
            let file = writer.write(&format!("{name}-parts"), &Pack::Parts(parts.to_vec()))?;
            above.extend(first.map(|first| PackPart { first, file }));
        }
        parts = above;
    }
    writer.write(name, &Pack::Parts(parts))
}

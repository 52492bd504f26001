//! Listings: summaries in files of fifty, numbered from the oldest, and directories of those files.
//!
//! A file is written as soon as it is full, so that no listing is ever whole in memory.

use std::{collections::BTreeMap, sync::Arc};

use rayon::prelude::*;
use rostrum_model::{DIRECTORY_SIZE, FILE_SIZE, File, Listing, ListingDirectory, ListingKey};
use serde::Serialize;
use serde_json::value::RawValue;

use super::{
    row::{PackedRelease, Row},
    writer::{WriteError, Writer},
};

/// A [`rostrum_model::ListingFile`], without copying its rows.
#[derive(Serialize)]
struct ListingFileOf<'r> {
    releases: Vec<&'r RawValue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<File>,
    #[serde(skip_serializing_if = "Option::is_none")]
    directory: Option<File>,
}

/// The newest rows of a listing, the oldest first: as many as its last two files have.
pub(super) type Newest = Vec<Arc<Row>>;

/// All listings, while releases are added.
pub(super) struct Listings<'w> {
    writer: &'w Writer,
    growing: BTreeMap<ListingKey, Growing>,
}

/// A listing of which all files but the newest are written.
#[derive(Default)]
struct Growing {
    total: usize,
    files: Vec<File>,
    /// The rows of the last file that was written.
    before: Vec<Arc<Row>>,
    /// The rows that stand in no file yet.
    rows: Vec<Arc<Row>>,
}

impl<'w> Listings<'w> {
    pub(super) fn new(writer: &'w Writer) -> Self {
        Self { writer, growing: BTreeMap::new() }
    }

    /// Adds releases, which come in order of their addresses, and writes the files that are full.
    pub(super) fn add(&mut self, releases: &[PackedRelease]) -> Result<(), WriteError> {
        for release in releases {
            for key in &release.keys {
                let listing = self.growing.entry(key.clone()).or_default();
                listing.total += 1;
                listing.rows.push(Arc::clone(&release.row));
            }
        }
        self.growing.par_iter_mut().try_for_each(|(key, listing)| {
            while listing.rows.len() > FILE_SIZE as usize {
                listing.write_file(key, self.writer)?;
            }
            Ok(())
        })
    }

    /// The files of a listing that are full and written, from the oldest.
    pub(super) fn full_files(&self, key: &ListingKey) -> &[File] {
        self.growing.get(key).map_or(&[], |listing| &listing.files)
    }

    /// Writes what is left and the directories.
    pub(super) fn finish(self) -> Result<(Vec<Listing>, Vec<Newest>), WriteError> {
        let finish = |(key, listing): (_, Growing)| listing.finish(key, self.writer);
        self.growing.into_par_iter().map(finish).collect()
    }
}

impl Growing {
    /// Writes a file that is full.
    fn write_file(&mut self, key: &ListingKey, writer: &Writer) -> Result<(), WriteError> {
        let rest = self.rows.split_off(FILE_SIZE as usize);
        self.before = std::mem::replace(&mut self.rows, rest);
        let file = self.file(&self.before, key, None, None, writer)?;
        self.files.push(file);
        Ok(())
    }

    fn finish(mut self, key: ListingKey, writer: &Writer) -> Result<(Listing, Newest), WriteError> {
        let before = self.files.last().cloned();
        let directory = match &self.files[..] {
            [] | [_] => None,
            files => Some(write_directory(&key, files.to_vec(), writer)?),
        };
        let file = self.file(&self.rows, &key, before, directory, writer)?;
        self.before.append(&mut self.rows);
        Ok((Listing { key, total: count(self.total), newest: file }, self.before))
    }

    fn file(
        &self,
        rows: &[Arc<Row>],
        key: &ListingKey,
        before: Option<File>,
        directory: Option<File>,
        writer: &Writer,
    ) -> Result<File, WriteError> {
        let releases = rows.iter().map(|row| &*row.json).collect();
        let name = format!("listings/{key}-{}", self.files.len());
        writer.write(&name, &ListingFileOf { releases, before, directory })
    }
}

/// Writes the tree of directories that leads to the files, and tells its root.
fn write_directory(
    key: &ListingKey,
    mut files: Vec<File>,
    writer: &Writer,
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

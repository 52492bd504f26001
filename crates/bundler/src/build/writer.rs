//! Files that never change, named by what they say; and the one that does, written last.
//!
//! Each file is written beside its place and then renamed to it, so that nobody ever reads half of
//! one. A build that fails has not touched `bundle.json`: what it left behind goes with the next.

use std::{
    collections::BTreeSet,
    fmt::Write as _,
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use rostrum_model::{Entry, File};
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::generation;

/// The entry's name.
pub(crate) const ENTRY: &str = "bundle.json";

/// The end of a file's name while it is being written.
pub(super) const UNFINISHED: &str = ".part";

/// Why a bundle cannot be written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum WriteError {
    /// A file or folder cannot be written.
    #[error("{} cannot be written: {error}", path.display())]
    Unwritable {
        /// Which one.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// A value cannot be said in JSON.
    #[error("{name} cannot be said in JSON: {error}")]
    Unserializable {
        /// The file's name without its hash.
        name: String,
        /// Why.
        error: serde_json::Error,
    },
}

/// A bundle that is being written.
pub(crate) struct Writer {
    folder: PathBuf,
    files: BTreeSet<File>,
    new_files: usize,
}

impl Writer {
    /// Opens a folder for a bundle, and makes it if it is not there.
    pub(crate) fn open(folder: &Path) -> Result<Self, WriteError> {
        fs::create_dir_all(folder).map_err(unwritable(folder))?;
        Ok(Self { folder: folder.to_owned(), files: BTreeSet::new(), new_files: 0 })
    }

    /// Writes a file and tells its name: the given one with the hash of its content. A file that is
    /// there already is left as it is.
    pub(crate) fn write(&mut self, name: &str, value: &impl Serialize) -> Result<File, WriteError> {
        let json = serde_json::to_vec(value)
            .map_err(|error| WriteError::Unserializable { name: name.to_owned(), error })?;
        let file = format!("{name}-{}.json", hash(&json));
        let path = self.folder.join(&file);
        let length = fs::metadata(&path).map(|metadata| metadata.len());
        if length.ok() != u64::try_from(json.len()).ok() {
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent).map_err(unwritable(parent))?;
            }
            replace(&path, &json)?;
            self.new_files += 1;
        }
        self.files.insert(file.clone());
        Ok(file)
    }

    /// Writes the entry, which makes the bundle visible, and removes what neither it nor the entry
    /// before it names. Tells how many files there are, how many are new, how many were removed.
    pub(crate) fn publish(self, entry: &Entry) -> Result<(usize, usize, usize), WriteError> {
        let path = self.folder.join(ENTRY);
        let json = serde_json::to_vec(entry)
            .map_err(|error| WriteError::Unserializable { name: ENTRY.to_owned(), error })?;
        let previous = fs::read_to_string(&path).ok();
        let total = self.files.len() + 1;
        // A visitor may still hold the generation before the last change; so a build that changes
        // nothing removes nothing.
        if previous.as_deref().map(str::as_bytes) == Some(&*json) {
            return Ok((total, self.new_files, 0));
        }
        let mut kept =
            previous.map(|json| generation::files_of(&self.folder, &json)).unwrap_or_default();
        kept.extend(self.files);
        replace(&path, &json)?;
        let removed = generation::remove_others(&self.folder, &kept)?;
        Ok((total, self.new_files + 1, removed))
    }
}

/// Writes a file beside its place, then renames it to its place.
fn replace(path: &Path, content: &[u8]) -> Result<(), WriteError> {
    let mut unfinished = path.as_os_str().to_owned();
    unfinished.push(UNFINISHED);
    let write = || {
        let mut file = fs::File::create(&unfinished)?;
        file.write_all(content)?;
        if path.file_name().is_some_and(|name| name == ENTRY) {
            file.sync_all()?;
        }
        fs::rename(&unfinished, path)
    };
    write().map_err(unwritable(path))
}

pub(super) fn unwritable(path: &Path) -> impl FnOnce(io::Error) -> WriteError {
    move |error| WriteError::Unwritable { path: path.to_owned(), error }
}

/// How many hexadecimal digits of the hash stand in a name.
pub(super) const HASH_LENGTH: usize = 16;

fn hash(content: &[u8]) -> String {
    let digest = Sha256::digest(content);
    digest.iter().take(HASH_LENGTH / 2).fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

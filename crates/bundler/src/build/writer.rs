//! Files that never change, named by what they say; and the one that does, written last.
//!
//! Each file is written beside its place, handed to the disk and then renamed to its place, so that
//! nobody ever reads half of one, not even after a failure of power. A build that fails has not
//! touched `bundle.json`: it takes its files away, and what a killed one left goes with the next.

use std::{
    collections::BTreeSet,
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};

use rostrum_model::{Entry, File};
use rostrum_search::Sink;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::{WrittenFiles, generation};

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

/// A bundle that is being written, by several threads at once.
pub(crate) struct Writer {
    folder: PathBuf,
    tally: Mutex<Tally>,
}

/// What was written so far.
#[derive(Default)]
struct Tally {
    files: BTreeSet<File>,
    new: Vec<PathBuf>,
    bytes: u64,
}

impl Writer {
    /// A bundle in a folder, which is made with the first file.
    pub(crate) fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), tally: Mutex::default() }
    }

    /// Writes a value in JSON, as [`Writer::write_file`] writes.
    pub(crate) fn write(&self, name: &str, value: &impl Serialize) -> Result<File, WriteError> {
        let json = serde_json::to_vec(value)
            .map_err(|error| WriteError::Unserializable { name: name.to_owned(), error })?;
        self.write_file(name, "json", &json)
    }

    /// Writes a file and tells its name: the given one with the hash of its content. A file that is
    /// there already is left as it is.
    pub(crate) fn write_file(
        &self,
        name: &str,
        ending: &str,
        content: &[u8],
    ) -> Result<File, WriteError> {
        let file = format!("{name}-{}.{ending}", name_hash(content));
        self.keep(&file, content)?;
        Ok(file)
    }

    /// Writes a file under a name that carries its hash.
    fn keep(&self, file: &str, content: &[u8]) -> Result<(), WriteError> {
        let path = self.folder.join(file);
        let length = content.len() as u64;
        let is_new = !fs::metadata(&path).is_ok_and(|present| present.len() == length);
        if is_new {
            replace(&path, content)?;
        }
        let mut tally = self.tally();
        if tally.files.insert(file.to_owned()) {
            tally.bytes += length;
            tally.new.extend(is_new.then_some(path));
        }
        Ok(())
    }

    /// Writes the entry, which makes the bundle visible, and removes what neither it nor the entry
    /// before it names.
    pub(crate) fn publish(self, entry: &Entry) -> Result<WrittenFiles, WriteError> {
        let path = self.folder.join(ENTRY);
        let json = serde_json::to_vec(entry)
            .map_err(|error| WriteError::Unserializable { name: ENTRY.to_owned(), error })?;
        let previous = fs::read_to_string(&path).ok();
        let Tally { files, new, bytes } = std::mem::take(&mut *self.tally());
        let mut written = WrittenFiles {
            all: files.len() + 1,
            new: new.len(),
            removed: 0,
            bytes: bytes + json.len() as u64,
        };
        // A visitor may still hold the generation before the last change; so a build that changes
        // nothing removes nothing.
        if previous.as_deref().map(str::as_bytes) == Some(&*json) {
            return Ok(written);
        }
        let mut kept =
            previous.map(|json| generation::files_of(&self.folder, &json)).unwrap_or_default();
        kept.extend(files);
        for folder in new.iter().filter_map(|path| path.parent()).collect::<BTreeSet<_>>() {
            sync_folder(folder)?;
        }
        replace(&path, &json)?;
        sync_folder(&self.folder)?;
        written.new += 1;
        written.removed = generation::remove_others(&self.folder, &kept)?;
        Ok(written)
    }

    /// Takes the new files away again, and the folders that they alone stood in.
    pub(crate) fn abandon(self) {
        for path in std::mem::take(&mut self.tally().new) {
            // Where this fails, the next build removes the file.
            let _ = fs::remove_file(&path);
            let within = path.ancestors().skip(1);
            let own = within.take_while(|folder| folder.starts_with(&self.folder));
            let _ = own.map(fs::remove_dir).find(Result::is_err);
        }
    }

    /// The tally; a thread that panicked while it held it has not left it half changed.
    fn tally(&self) -> MutexGuard<'_, Tally> {
        self.tally.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Sink for Writer {
    type Error = WriteError;

    fn write(&self, name: &str, ending: &str, bytes: &[u8]) -> Result<u64, WriteError> {
        let hash = hash(bytes);
        self.keep(&format!("{name}-{hash:016x}{ending}"), bytes)?;
        Ok(hash)
    }
}

/// Writes a file beside its place, then renames it to its place. Its folder is made if needed.
pub(super) fn replace(path: &Path, content: &[u8]) -> Result<(), WriteError> {
    let mut unfinished = path.as_os_str().to_owned();
    unfinished.push(UNFINISHED);
    let create = || match (fs::File::create(&unfinished), path.parent()) {
        (Err(error), Some(folder)) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(folder)?;
            fs::File::create(&unfinished)
        }
        (created, _) => created,
    };
    let write = || {
        let mut file = create()?;
        file.write_all(content)?;
        file.sync_data()?;
        fs::rename(&unfinished, path)
    };
    write().map_err(unwritable(path))
}

/// Hands the names in a folder to the disk, where the system can do that.
fn sync_folder(folder: &Path) -> Result<(), WriteError> {
    if cfg!(unix) {
        fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(unwritable(folder))?;
    }
    Ok(())
}

pub(crate) fn unwritable(path: &Path) -> impl FnOnce(io::Error) -> WriteError {
    move |error| WriteError::Unwritable { path: path.to_owned(), error }
}

/// How many hexadecimal digits of the hash stand in a name.
pub(super) const HASH_LENGTH: usize = 16;

/// The part of a file's name that its content gives it.
pub(crate) fn name_hash(content: &[u8]) -> String {
    format!("{:016x}", hash(content))
}

/// The first eight bytes of the SHA-256 of a content.
fn hash(content: &[u8]) -> u64 {
    let digest = Sha256::digest(content);
    digest.iter().take(HASH_LENGTH / 2).fold(0, |hash, byte| hash << 8 | u64::from(*byte))
}

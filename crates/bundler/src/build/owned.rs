//! Files in the folder of a site. That folder may hold anything: a file there that does not say near its
//! beginning that it is ours is never touched.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use super::writer::{WriteError, replace, unwritable};
use crate::finding::{Findings, Place};

/// What each of our files says somewhere near its beginning.
pub(crate) const MARK: &str = "Written by rostrum";

/// What became of a file that was to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It says the same already.
    Unchanged,
    /// It is new or has changed.
    Written,
    /// Somebody else's stands in its place and was left as it is.
    Foreign,
}

/// Writes a file of ours.
pub(crate) fn write_owned(path: &Path, content: &[u8]) -> Result<Fate, WriteError> {
    match fs::read(path) {
        Ok(present) if present == content => Ok(Fate::Unchanged),
        Ok(present) if !is_ours(&present) => Ok(Fate::Foreign),
        _ => replace(path, content).map(|()| Fate::Written),
    }
}

/// Tells of somebody else's file, and which option to build without to be left alone.
pub(crate) fn note_foreign(path: &Path, option: &str, findings: &mut Findings) {
    findings
        .warning(Place::file(path), "this file is not of our making and was left as it is")
        .help(format!("remove it, or build without {option} and write these files yourself"));
}

/// Removes a file of an earlier build, unless it was written this time or is somebody else's; whether
/// it was removed.
pub(crate) fn remove_unless_kept(
    path: &Path,
    kept: &BTreeSet<PathBuf>,
) -> Result<bool, WriteError> {
    let is_old = !kept.contains(path) && fs::read(path).is_ok_and(|file| is_ours(&file));
    if is_old {
        fs::remove_file(path).map_err(unwritable(path))?;
    }
    Ok(is_old)
}

fn is_ours(content: &[u8]) -> bool {
    let beginning = &content[..content.len().min(256)];
    beginning.windows(MARK.len()).any(|bytes| bytes == MARK.as_bytes())
}

//! Which files belong to a bundle that stands in a folder, and the removal of those that belong to
//! none any more. One generation is kept: a visitor who holds the entry before this one still finds
//! what it names.

use std::{collections::BTreeSet, fs, path::Path};

use rostrum_model::{
    File, ListingDirectory, ListingFile, Pack, PackPart, parse_document, parse_entry,
};

use super::writer::{ENTRY, HASH_LENGTH, UNFINISHED, WriteError, unwritable};

/// All files that an entry leads to. What cannot be read leads nowhere further.
pub(super) fn files_of(folder: &Path, entry: &str) -> BTreeSet<File> {
    let mut files = BTreeSet::new();
    let Ok(entry) = parse_entry(ENTRY, entry) else { return files };
    files.extend(entry.pages.into_iter().map(|page| page.file));
    files.extend(entry.timeline.exports.into_iter().map(|export| export.file));
    for listing in entry.listings {
        let newest = fs::read_to_string(folder.join(&listing.newest)).unwrap_or_default();
        if let Ok(newest) = parse_document::<ListingFile>("", &newest) {
            files.extend(newest.before);
            if let Some(directory) = newest.directory {
                follow(folder, directory, &mut files, directory_files);
            }
        }
        files.insert(listing.newest);
    }
    for year in entry.years {
        follow(folder, year.file, &mut files, pack_files);
    }
    let search = |root: File| rostrum_search::files(&root, |file| fs::read(folder.join(file)).ok());
    files.extend(entry.search.into_iter().flat_map(search));
    files
}

/// Adds a file and those that it leads to.
fn follow(folder: &Path, file: File, files: &mut BTreeSet<File>, next: fn(&Path) -> Next) {
    let found = next(&folder.join(&file));
    if !files.insert(file) {
        return;
    }
    match found {
        Next::Ends(others) => files.extend(others),
        Next::GoesOn(others) => {
            for other in others {
                follow(folder, other, files, next);
            }
        }
    }
}

/// What a file names: files that name no others, or files that may.
enum Next {
    Ends(Vec<File>),
    GoesOn(Vec<File>),
}

fn directory_files(path: &Path) -> Next {
    let json = fs::read_to_string(path).unwrap_or_default();
    let directory = parse_document::<ListingDirectory>("", &json).ok();
    match directory {
        Some(ListingDirectory { level: 0, files }) => Next::Ends(files),
        Some(ListingDirectory { files, .. }) => Next::GoesOn(files),
        None => Next::Ends(Vec::new()),
    }
}

fn pack_files(path: &Path) -> Next {
    let json = fs::read_to_string(path).unwrap_or_default();
    // Most packs hold releases; there is no need to read them through.
    let pack =
        json.starts_with(r#"{"parts""#).then(|| parse_document::<Pack>("", &json).ok()).flatten();
    match pack {
        Some(Pack::Parts { parts }) => {
            Next::GoesOn(parts.into_iter().map(|PackPart { file, .. }| file).collect())
        }
        _ => Next::Ends(Vec::new()),
    }
}

/// Removes files that a builder wrote and that are not to be kept. Files that no builder could have
/// named are left alone.
pub(super) fn remove_others(folder: &Path, kept: &BTreeSet<File>) -> Result<usize, WriteError> {
    let mut removed = 0;
    for part in ["listings", "pages", "releases", "search", "timeline"] {
        removed += remove_within(folder, part, kept)?;
    }
    Ok(removed)
}

fn remove_within(folder: &Path, part: &str, kept: &BTreeSet<File>) -> Result<usize, WriteError> {
    let path = folder.join(part);
    if !path.is_dir() {
        return Ok(0);
    }
    let mut removed = 0;
    for entry in fs::read_dir(&path).map_err(unwritable(&path))? {
        let entry = entry.map_err(unwritable(&path))?;
        let name = format!("{part}/{}", entry.file_name().display());
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if is_folder {
            removed += remove_within(folder, &name, kept)?;
        } else if is_built(&name) && !kept.contains(&name) {
            fs::remove_file(entry.path()).map_err(unwritable(&entry.path()))?;
            removed += 1;
        }
    }
    Ok(removed)
}

/// The endings of what a builder writes.
const ENDINGS: [&str; 4] = ["json", "csv", "ics", "bin"];

/// Whether a file is named as a builder names them: with a hash and an ending, finished or not.
fn is_built(name: &str) -> bool {
    let name = name.strip_suffix(UNFINISHED).unwrap_or(name);
    let ending = name.rsplit_once('.').filter(|(_, ending)| ENDINGS.contains(ending));
    let hash = ending.and_then(|(name, _)| Some(name.rsplit_once('-')?.1));
    hash.is_some_and(|hash| {
        hash.len() == HASH_LENGTH && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

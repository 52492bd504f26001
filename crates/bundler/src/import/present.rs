//! The releases that a folder holds already, by what their sources call them.
//!
//! An imported file carries `identifier`, the name that its source gives it, and `imported`, a
//! fingerprint of the file as it was written. While the fingerprint fits, no editor has changed the
//! file and a later import may write it again; otherwise it belongs to the editor.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use rostrum_model::Address;
use sha2::{Digest, Sha256};

use super::Revision;
use crate::{
    finding::Findings,
    sources::{Node, Source, read_yaml},
};

/// The key of the fingerprint.
const FINGERPRINT: &str = "imported: ";

/// A file that an earlier import wrote.
#[derive(Clone, Debug)]
pub(super) struct PresentFile {
    /// Whether it is as the import wrote it.
    pub(super) is_untouched: bool,
    /// Addresses that it had before.
    pub(super) redirects: Vec<Address>,
    /// What the source calls it.
    pub(super) identifier: Option<String>,
    /// Which version of the source's item it holds.
    pub(super) revision: Option<Revision>,
}

impl PresentFile {
    /// Reads a file; none if there is none that can be read.
    pub(super) fn read(path: &Path) -> Option<Self> {
        let text = fs::read_to_string(path).ok()?;
        let front = front_matter(&text)?;
        let redirects = front.entry("redirects").map(Node::items).unwrap_or_default();
        let redirects = redirects.iter().filter_map(|item| item.as_scalar()?.parse().ok());
        Some(Self {
            is_untouched: front.scalar("imported").is_some_and(|mark| mark == fingerprint(&text)),
            redirects: redirects.collect(),
            identifier: front.scalar("identifier").map(str::to_owned),
            revision: front.scalar("version").and_then(|version| version.parse().ok()),
        })
    }
}

fn front_matter(text: &str) -> Option<Node> {
    let rest = text.strip_prefix("---\n")?;
    let end = rest.find("\n---\n")? + 1;
    let source = Source::new("", &rest[..end]);
    read_yaml(&source, 0..end, &mut Findings::default())
}

/// The files of all imported originals by their identifiers, however deep below `releases` an editor
/// has put them; translations stand beside them.
pub(super) fn imported_files(folder: &Path) -> BTreeMap<String, PathBuf> {
    let mut files = BTreeMap::new();
    let mut paths = Vec::new();
    collect(&folder.join("releases"), &mut paths);
    paths.sort();
    for path in paths {
        if let Some(identifier) = PresentFile::read(&path).and_then(|file| file.identifier) {
            files.entry(identifier).or_insert(path);
        }
    }
    files
}

/// Collects the texts in the default language in a folder and those within it.
fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        // A link may lead back to a folder above, and is no folder here.
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            collect(&entry.path(), paths);
        } else if name.strip_suffix(".md").is_some_and(|stem| !stem.contains('.')) {
            paths.push(entry.path());
        }
    }
}

/// Adds the fingerprint to a file whose front matter ends with a line `---`.
pub(super) fn with_fingerprint(text: &str) -> String {
    let mark = fingerprint(text);
    match text.find("\n---\n") {
        Some(end) => format!("{}\n{FINGERPRINT}{mark}{}", &text[..end], &text[end..]),
        None => text.to_owned(),
    }
}

/// The fingerprint of a file, its own line left out.
fn fingerprint(text: &str) -> String {
    let mut hash = Sha256::new();
    let mut is_front = true;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        is_front = is_front && (number == 0 || line != "---\n");
        if !(is_front && line.starts_with(FINGERPRINT)) {
            hash.update(line.as_bytes());
        }
    }
    let digest = hash.finalize();
    let hex: Vec<_> = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    // A leading letter keeps YAML from reading it as a number.
    format!("f{}", hex.concat())
}

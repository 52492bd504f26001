//! Checks a bundle that is written, as a reader would meet it: every file that the entry leads to is
//! there, says what its name promises, and agrees with all others.
//!
//! The packs are read first, since they are the releases. Listings must then give exactly those, in
//! order, and say the same of them.

mod listings;
mod packs;
mod search;
mod terms;
mod ways;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::Path,
};

use rostrum_model::{
    Address, BundleError, Entry, Export, File, Href, ListingKey, MenuItem, Redirect, Route, Slug,
    Summary, TextPage, json::FromJson, parse_document, parse_entry,
};

use crate::{
    build::{ENTRY, name_hash, shown},
    finding::{Findings, Place},
};

/// What a bundle that is in order has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Inspected {
    /// How many releases.
    pub(crate) releases: usize,
    /// How many files the entry leads to, itself too.
    pub(crate) files: usize,
}

/// Whether a folder holds a bundle, and not sources.
pub(crate) fn is_bundle(folder: &Path) -> bool {
    folder.join(ENTRY).is_file()
}

/// Checks the bundle in a folder; what is wrong is noted.
pub(crate) fn inspect(folder: &Path, findings: &mut Findings) -> Option<Inspected> {
    let path = folder.join(ENTRY);
    let json = match fs::read_to_string(&path) {
        Ok(json) => json,
        Err(error) => {
            findings.error(Place::file(&path), format!("the file cannot be read: {error}"));
            return None;
        }
    };
    let entry = match parse_entry(ENTRY, &json) {
        Ok(entry) => entry,
        Err(error) => {
            findings.error(Place::file(&path), message(error));
            return None;
        }
    };
    let mut walk = Walk {
        folder,
        entry: &entry,
        findings,
        files: BTreeSet::new(),
        releases: Vec::new(),
        redirects: Vec::new(),
        expected: BTreeMap::new(),
        last_of: BTreeMap::new(),
        all: Vec::new(),
    };
    for page in &entry.pages {
        let read: Option<TextPage> = walk.read(&page.file);
        if read.is_some_and(|read| read.slug != page.slug) {
            walk.wrong(&page.file, format!("this is not the page `{}`", page.slug));
        }
    }
    for year in &entry.years {
        walk.year(year);
    }
    walk.last_of_each_source();
    walk.redirects();
    walk.terms();
    walk.exports();
    walk.listings();
    walk.search();
    walk.menu(&entry.menu);
    Some(Inspected { releases: walk.releases.len(), files: walk.files.len() + 1 })
}

/// A bundle on the way through its files.
struct Walk<'w> {
    folder: &'w Path,
    entry: &'w Entry,
    findings: &'w mut Findings,
    files: BTreeSet<String>,
    /// All releases in order, each with what must be said of it elsewhere.
    releases: Vec<(Address, Prints)>,
    /// All redirects in order, each with the file that holds it.
    redirects: Vec<(Redirect, String)>,
    /// What each listing must give, by places in `releases`.
    expected: BTreeMap<ListingKey, Vec<u32>>,
    /// The last release of each source so far, and the next one that it leads to.
    last_of: BTreeMap<Slug, (Address, Option<Address>)>,
    /// The files of the listing of all releases, the oldest first.
    all: Vec<File>,
}

impl Walk<'_> {
    /// Notes what is wrong with a file.
    fn wrong(&mut self, file: &str, message: impl Into<String>) {
        self.findings
            .error(Place::file(&self.folder.join(file)), message)
            .help("build the bundle again from its sources");
    }

    /// Reads a file of the bundle; notes why it cannot be read.
    fn read<T: FromJson>(&mut self, file: &str) -> Option<T> {
        let json = String::from_utf8_lossy(&self.bytes(file)?).into_owned();
        parse_document(file, &json).map_err(|error| self.wrong(file, message(error))).ok()
    }

    /// Reads the bytes of a file of the bundle, and compares them with its name.
    fn bytes(&mut self, file: &str) -> Option<Vec<u8>> {
        self.files.insert(file.to_owned());
        let bytes = match fs::read(self.folder.join(file)) {
            Ok(bytes) => bytes,
            Err(error) => {
                self.wrong(
                    file,
                    format!("the bundle names this file, but it cannot be read: {error}"),
                );
                return None;
            }
        };
        let hash = name_hash(&bytes);
        if !file.rsplit_once('.').is_some_and(|(name, _)| name.ends_with(&hash)) {
            let message =
                format!("the name does not carry the hash of the content, which is {hash}");
            self.wrong(file, message);
        }
        Some(bytes)
    }

    /// Reads the files of the timeline for other programs.
    fn exports(&mut self) {
        for Export { file, size, .. } in &self.entry.timeline.exports {
            let length = self.bytes(file).map(|bytes| bytes.len() as u64);
            if let Some(length) = length.filter(|length| length != size) {
                self.wrong(file, format!("the file has {length} bytes, not {size}"));
            }
        }
    }

    /// Notes items of the menu that lead nowhere.
    fn menu(&mut self, items: &[MenuItem]) {
        for item in items {
            if let Some(to) = item.to.as_ref().filter(|to| !self.leads_somewhere(to)) {
                self.wrong(
                    ENTRY,
                    format!("the menu leads to `{}`, and nothing stands there", to.as_str()),
                );
            }
            self.menu(&item.items);
        }
    }

    fn leads_somewhere(&self, href: &Href) -> bool {
        if href.is_external() || href.as_str().starts_with('#') {
            return true;
        }
        match href.as_str().parse() {
            Err(_) => false,
            Ok(Route::Release { address, .. }) => {
                self.place(&address).is_some() || self.redirect(&address).is_some()
            }
            Ok(Route::Page(slug)) => self.entry.page(&slug).is_some(),
            Ok(Route::Listing { key, .. }) => self.entry.knows(&key),
            Ok(_) => true,
        }
    }

    /// The place of a release among all.
    fn place(&self, address: &Address) -> Option<usize> {
        self.releases.binary_search_by(|(present, _)| present.cmp(address)).ok()
    }

    /// The redirect of an address.
    fn redirect(&self, address: &Address) -> Option<&Redirect> {
        let at = self.redirects.binary_search_by(|(present, _)| present.address.cmp(address));
        at.ok().map(|at| &self.redirects[at].0)
    }
}

/// What listings and the index must say of a release.
struct Prints {
    listed: u64,
    found: u64,
}

impl Prints {
    fn of(summary: &Summary) -> Self {
        Self { listed: fingerprint(summary), found: fingerprint(&shown(summary)) }
    }
}

/// A fingerprint of what is said of a release.
fn fingerprint(summary: &Summary) -> u64 {
    let mut hasher = DefaultHasher::new();
    serde_json::to_string(summary).unwrap_or_default().hash(&mut hasher);
    hasher.finish()
}

/// An error without the name of the file, which stands beside it.
fn message(error: BundleError) -> String {
    match error {
        BundleError::Malformed { path, expected, .. } => format!("{path}: {expected}"),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests;

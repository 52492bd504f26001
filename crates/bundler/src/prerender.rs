//! Writes every page of the site as HTML, by the views that draw it in the browser: what a visitor
//! sees before WebAssembly is there, where scripts are off, and what search engines read.
//!
//! A page is read from the bundle as the browser reads it, so it shows what the browser will show.
//! Around it stands the shell, the page of the SPA that answers at every address without a page.

mod article;
mod fragments;
mod head;
mod shell;

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet, HashSet},
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use rostrum::{
    app::still,
    bundle::{self, Files, at_once},
    locale::Messages,
    pages::Page,
    route::Routing,
    site::Edition,
};
use rostrum_model::{Address, BundleError, Date, Entry, ListingKey, Query, Route, page_count};

use self::{
    fragments::Fragments,
    head::Heads,
    shell::{Dress, Shell, ShellError},
};
use crate::{
    build::{
        Base, Fate, WriteError, note_foreign, pages, remove_unless_kept, unwritable, write_owned,
    },
    finding::Findings,
    progress::Progress,
};

/// The page that answers where there is no other, in the folder of the site.
const SHELL: &str = "404.html";

/// The name of a page in its folder.
const PAGE: &str = "index.html";

/// The picture that stands for the site, in its folder.
const PICTURE: &str = "icon-512.png";

/// The folders in which pages stand, in that of the site.
const FOLDERS: [&str; 6] =
    ["chairpersonships", "countries", "fields", "pages", "press", "structures"];

/// What is to be rendered.
pub(crate) struct Wanted<'w> {
    /// The folder of the bundle.
    pub(crate) bundle: &'w Path,
    /// The folder of the site.
    pub(crate) folder: &'w Path,
    /// The address of the site, if it is known.
    pub(crate) base: Option<&'w Base>,
    /// The day on which they are read.
    pub(crate) today: Date,
    /// How many releases get a page, the newest ones.
    pub(crate) newest: usize,
}

/// What was rendered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rendered {
    /// How many pages there are.
    pub(crate) pages: usize,
    /// How many of them are new or have changed.
    pub(crate) changed: usize,
    /// How many pages of an earlier build were removed.
    pub(crate) removed: usize,
}

/// Why pages cannot be rendered.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RenderError {
    /// The shell is not there.
    #[error("{} cannot be read: {error}; build the SPA into that folder first", path.display())]
    NoShell {
        /// Where it should be.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// The shell is not the SPA's page.
    #[error("{} is not the page of the SPA: {error}", path.display())]
    Shell {
        /// Where it is.
        path: PathBuf,
        /// What is missing.
        error: ShellError,
    },
    /// The bundle cannot be read.
    #[error(transparent)]
    Bundle(#[from] BundleError),
    /// A page cannot be written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// Writes the pages and removes those of an earlier build that stand for nothing any more.
/// Somebody else's files are left as they are; where a page should stand in the place of one, that
/// is noted.
pub(crate) fn prerender(
    wanted: &Wanted<'_>,
    findings: &mut Findings,
) -> Result<Rendered, RenderError> {
    let path = wanted.folder.join(SHELL);
    let shell = match fs::read_to_string(&path) {
        Ok(shell) => shell,
        Err(error) => return Err(RenderError::NoShell { path, error }),
    };
    let shell =
        Shell::parse(&shell, wanted.folder).map_err(|error| RenderError::Shell { path, error })?;
    let files = Folder(wanted.bundle);
    let entry = Arc::new(at_once(bundle::entry(&files))?);
    let routes = routes(&entry, &files, wanted.newest)?;
    let messages = Messages::for_language(entry.languages.default.as_str());
    let site = rostrum::site::Site::from(Edition {
        language: entry.languages.default.clone(),
        entry,
        messages,
        routing: Routing::Path { base: shell.base.clone() },
        folder: shell.bundle.clone(),
        today: wanted.today,
    });
    let progress = Progress::new("rendering pages", routes.len());
    let picture = Some(PICTURE).filter(|name| wanted.folder.join(name).exists());
    let heads = Heads { site: &site, base: wanted.base, picture };
    let write = |route: &Route| -> Result<(PathBuf, Fate, Page), RenderError> {
        let read = Noted { files: &files, names: RefCell::default() };
        let still = at_once(still::render(&site, &read, route))?;
        let path = place(wanted.folder, route);
        let head = heads.head(&still.page, route);
        let names = read.names.into_inner();
        let html = shell.page(&head, &still.html, Dress::from(&still.page), &names);
        let fate = write_owned(&path, html.as_bytes())?;
        Ok((path, fate, still.page))
    };
    let write_all = |route: &Route| -> Result<Vec<(PathBuf, Fate)>, RenderError> {
        let (path, fate, page) = write(route)?;
        let mut written = vec![(path, fate)];
        for translation in translations(&site, &page) {
            let (path, fate, _) = write(&translation)?;
            written.push((path, fate));
        }
        progress.step();
        Ok(written)
    };
    let written: Vec<_> = routes.par_iter().map(write_all).collect::<Result<_, _>>()?;
    let fates: BTreeMap<_, _> = written.into_iter().flatten().collect();
    let of = |fate| fates.iter().filter(move |(_, one)| **one == fate);
    let fragments = Fragments { site: &site, files: &files, base: wanted.base };
    for (name, html) in fragments.all()? {
        let path = wanted.folder.join(name);
        if write_owned(&path, html.as_bytes())? == Fate::Foreign {
            note_foreign(&path, "--site", findings);
        }
    }
    of(Fate::Foreign).for_each(|(path, _)| note_foreign(path, "--site", findings));
    let changed = of(Fate::Written).count();
    let kept = fates.into_keys().collect();
    let removed = remove_others(wanted.folder, &kept)?;
    Ok(Rendered { pages: kept.len(), changed, removed })
}

/// Every place of the site that gets a page of its own: what there is besides releases, the newest
/// of these, and all pages of listings on which one of them stands. The rest is left to the SPA, so
/// that there are no more files in a large archive than a host takes.
fn routes(entry: &Entry, files: &Folder<'_>, newest: usize) -> Result<Vec<Route>, BundleError> {
    let mut routes = pages(entry);
    let releases = newest_releases(entry, files, newest)?;
    for listing in &entry.listings {
        for page in 2..=page_count(listing.total) {
            let summaries = at_once(bundle::summaries(files, listing, page))?;
            if !summaries.first().is_some_and(|summary| releases.contains(&summary.address)) {
                break;
            }
            routes.extend(page.try_into().map(|page| Route::Listing {
                key: listing.key.clone(),
                page,
                query: Query::default(),
            }));
        }
    }
    routes.extend(releases.into_iter().map(Route::release));
    Ok(routes)
}

/// The addresses of the newest releases.
fn newest_releases(
    entry: &Entry,
    files: &Folder<'_>,
    number: usize,
) -> Result<HashSet<Address>, BundleError> {
    let mut releases = HashSet::new();
    let Some(all) = entry.listing(&ListingKey::All) else { return Ok(releases) };
    for page in 1..=page_count(all.total) {
        let missing = number - releases.len();
        if missing == 0 {
            break;
        }
        let summaries = at_once(bundle::summaries(files, all, page))?;
        releases.extend(summaries.into_iter().take(missing).map(|summary| summary.address));
    }
    Ok(releases)
}

/// A release in its other languages.
fn translations(site: &rostrum::site::Site, page: &Page) -> Vec<Route> {
    let Page::Release(_, reading) = page else { return Vec::new() };
    let versions = reading.release.versions.iter();
    let routes = versions.map(|version| head::in_language(site, reading, &version.language));
    routes.filter(|route| *route != reading.route(None)).collect()
}

/// The file that a static host answers with at a route.
fn place(folder: &Path, route: &Route) -> PathBuf {
    let path = route.to_string();
    let mut place = folder.to_owned();
    place.extend(path.split('/').filter(|part| !part.is_empty()));
    place.join(PAGE)
}

/// Removes pages of ours that were not written this time; how many.
fn remove_others(folder: &Path, kept: &BTreeSet<PathBuf>) -> Result<usize, WriteError> {
    let mut removed = 0;
    let mut waiting: Vec<_> = FOLDERS.iter().map(|name| folder.join(name)).collect();
    while let Some(folder) = waiting.pop() {
        let entries = match fs::read_dir(&folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            entries => entries.map_err(unwritable(&folder))?,
        };
        for entry in entries {
            let path = entry.map_err(unwritable(&folder))?.path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.ends_with(PAGE) && remove_unless_kept(&path, kept)? {
                removed += 1;
            }
        }
    }
    Ok(removed)
}

/// A bundle on this machine.
struct Folder<'f>(&'f Path);

impl Files for Folder<'_> {
    async fn text(&self, file: &str) -> Result<String, BundleError> {
        fs::read_to_string(self.0.join(file)).map_err(|error| BundleError::Unreachable {
            file: file.to_owned(),
            reason: error.to_string(),
        })
    }
}

/// Files of the bundle, and which of them were read for a page besides the entry.
struct Noted<'f> {
    files: &'f Folder<'f>,
    names: RefCell<Vec<String>>,
}

impl Files for Noted<'_> {
    async fn text(&self, file: &str) -> Result<String, BundleError> {
        self.note(file);
        self.files.text(file).await
    }
}

impl Noted<'_> {
    fn note(&self, file: &str) {
        let mut names = self.names.borrow_mut();
        if !names.iter().any(|name| name == file) {
            names.push(file.to_owned());
        }
    }
}

#[cfg(test)]
mod tests;

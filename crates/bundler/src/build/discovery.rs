//! What others find the site by: Atom feeds (RFC 4287), a sitemap (sitemaps.org, with the news
//! extension of Google), `robots.txt` (RFC 9309).
//!
//! Sitemaps tell of addresses below their own folder only, and `robots.txt` counts in the root of a
//! host only. So these files do not stand in the bundle but in the folder of the site around it. That
//! folder may hold anything: a file there that does not say that it is ours is never touched.

mod feed;
mod sitemap;
mod xml;

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
    str::FromStr,
    sync::Arc,
};

use rostrum_model::{Date, Entry, Href, Listing, Route};
use url::Url;

pub(crate) use self::{feed::name as feed_name, sitemap::pages};
use super::{
    listings::Newest,
    owned::{Fate, MARK, note_foreign, remove_unless_kept, write_owned},
    row::Row,
    writer::{WriteError, unwritable},
};
use crate::{finding::Findings, sources::Archive};

/// The address of a site, with a slash at its end.
#[derive(Clone, Debug)]
pub(crate) struct Base(Url);

impl FromStr for Base {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let mut url: Url = text.parse().map_err(|error| format!("{error}"))?;
        if !matches!(url.scheme(), "https" | "http") || url.query().or(url.fragment()).is_some() {
            return Err("write the address of the site, such as https://example.org/".to_owned());
        }
        if !url.path().ends_with('/') {
            url.set_path(&format!("{}/", url.path()));
        }
        Ok(Self(url))
    }
}

impl Base {
    /// The whole address of a page.
    pub(crate) fn page(&self, route: &Route) -> String {
        self.file(route.to_string().trim_start_matches('/'))
    }

    /// The whole address of a file in the folder of the site.
    pub(crate) fn file(&self, name: &str) -> String {
        format!("{}{name}", self.0)
    }

    /// Whether the site is all that its host has.
    fn is_root(&self) -> bool {
        self.0.path() == "/"
    }
}

/// The site that a bundle is for.
#[derive(Clone, Debug)]
pub(crate) struct Site {
    /// Where it stands.
    pub(crate) base: Base,
    /// The folder that is served there.
    pub(crate) folder: PathBuf,
    /// The day of the build.
    pub(crate) today: Date,
}

impl Site {
    /// The address of the folder with the feeds.
    pub(super) fn feeds(&self) -> Option<Href> {
        self.base.file(feed::FOLDER).parse().ok()
    }

    /// Whether a release of that day is news.
    pub(super) fn is_news(&self, day: Date) -> bool {
        sitemap::is_news(day, self.today)
    }
}

/// How many of these files there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WrittenDiscovery {
    pub(crate) feeds: usize,
    pub(crate) sitemaps: usize,
    pub(crate) news: usize,
    /// How many have changed or are new.
    pub(crate) changed: usize,
}

/// What the files tell of.
pub(super) struct Published<'p> {
    pub(super) entry: &'p Entry,
    /// All releases.
    pub(super) archive: &'p Archive,
    /// The newest rows of each of the entry's listings.
    pub(super) newest: &'p [Newest],
    /// The releases that are news, the oldest first.
    pub(super) news: &'p [Arc<Row>],
}

/// Writes the files; those of them that have nothing to tell any more are removed.
pub(super) fn write(
    site: &Site,
    Published { entry, archive, newest, news }: Published<'_>,
    findings: &mut Findings,
) -> Result<WrittenDiscovery, WriteError> {
    let mut files = SiteFiles { site, kept: BTreeSet::new(), changed: 0, findings };
    let mut feeds = 0;
    for (Listing { key, .. }, newest) in entry.listings.iter().zip(newest) {
        if let Some((name, feed)) = feed::write(site, entry, key, newest) {
            files.write(&name, &feed)?;
            feeds += 1;
        }
    }
    let news = sitemap::News::new(entry, news);
    let releases = archive.addresses().cloned().map(Route::release);
    let routes = pages(entry).into_iter().chain(releases);
    let sitemaps = sitemap::write(site, routes, &news, &mut files)?;
    if site.base.is_root() {
        let sitemap = site.base.file(sitemap::NAME);
        let text = format!("# {MARK}\nUser-agent: *\nDisallow:\n\nSitemap: {sitemap}\n");
        files.write("robots.txt", text.as_bytes())?;
    }
    files.remove_others()?;
    Ok(WrittenDiscovery { feeds, sitemaps, news: news.count(), changed: files.changed })
}

/// The files in the folder of a site that are ours.
struct SiteFiles<'f> {
    site: &'f Site,
    kept: BTreeSet<PathBuf>,
    changed: usize,
    findings: &'f mut Findings,
}

impl SiteFiles<'_> {
    /// Writes a file, unless it says the same already or is somebody else's.
    fn write(&mut self, name: &str, content: &[u8]) -> Result<(), WriteError> {
        let path = self.site.folder.join(name);
        match write_owned(&path, content)? {
            Fate::Unchanged => {}
            Fate::Written => self.changed += 1,
            Fate::Foreign => note_foreign(&path, "--base", self.findings),
        }
        self.kept.insert(path);
        Ok(())
    }

    /// Removes our files of an earlier build.
    fn remove_others(&self) -> Result<(), WriteError> {
        let feeds = self.site.folder.join("feeds");
        let kinds = ["country", "field", "structure"].map(|kind| feeds.join(kind));
        for folder in kinds.iter().chain([&feeds, &self.site.folder]) {
            for path in xml_files(folder).map_err(unwritable(folder))? {
                remove_unless_kept(&path, &self.kept)?;
            }
        }
        Ok(())
    }
}

fn xml_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.retain(|path| path.extension().is_some_and(|end| end == "xml"));
    Ok(paths)
}

#[cfg(test)]
mod tests;

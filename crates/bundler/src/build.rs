//! Writes the data bundle: from the sources to the files that `docs/bundle.md` describes.
//!
//! Releases are read a year at a time, in parallel, and written before the next year is read. So an
//! archive of any age fits into memory, and errors are still told all at once: after the first one
//! the rest is read, but nothing more is written, and what was written is taken away again.

mod discovery;
mod exports;
mod generation;
mod listings;
mod owned;
mod packs;
mod related;
mod row;
mod search;
mod writer;

use std::{collections::BTreeMap, path::Path, sync::Arc};

use rayon::prelude::*;
use rostrum_model::{
    BUNDLE_VERSION, Date, Entry, File, Listing, ListingKey, Slug, TextPage, TextPageEntry, Ways,
    Year,
};

use self::{
    discovery::Published,
    listings::{Listings, Newest},
    related::Related,
    row::{PackedRelease, Row},
    writer::Writer,
};
pub(crate) use self::{
    discovery::{Base, Site, WrittenDiscovery, feed_name, pages},
    owned::{Fate, MARK, note_foreign, remove_unless_kept, write_owned},
    row::{lead, listing_keys, shown},
    writer::{ENTRY, WriteError, name_hash, unwritable},
};
use crate::{
    finding::Findings,
    progress::Progress,
    sources::{Archive, ArchiveYear, Chain, Sources},
};

/// What was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Written {
    /// How many releases of each kind the bundle has.
    pub(crate) releases: BTreeMap<Slug, usize>,
    /// How many pages of text it has.
    pub(crate) pages: usize,
    /// Its files.
    pub(crate) files: WrittenFiles,
    /// What others find the site by, if its address is known.
    pub(crate) discovery: Option<WrittenDiscovery>,
}

/// The files of a bundle that was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct WrittenFiles {
    /// How many it has, `bundle.json` too.
    pub(crate) all: usize,
    /// How many of them are new or have changed.
    pub(crate) new: usize,
    /// How many files of older bundles were removed.
    pub(crate) removed: usize,
    /// How many bytes all of them have.
    pub(crate) bytes: u64,
}

/// Writes the bundle into a folder, which may hold an older one. A visitor of the older one is
/// served all the while: what is new comes under new names, and `bundle.json` last. Where the
/// sources have errors, nothing comes of it and the folder stays as it was.
pub(crate) fn build(
    sources: Sources,
    folder: &Path,
    site: Option<&Site>,
    findings: &mut Findings,
) -> Result<Option<Written>, WriteError> {
    let writer = Writer::new(folder);
    let is_news = |day| site.is_some_and(|site| site.is_news(day));
    let Some(releases) = write_releases(&sources.archive, &writer, &is_news, findings)? else {
        writer.abandon();
        return Ok(None);
    };
    let pages =
        sources.pages.iter().map(|page| write_page(page, &writer)).collect::<Result<_, _>>()?;
    let WrittenReleases { by_kind, listings, newest, years, search, news } = releases;
    let (mut entry, archive) = entry(sources, pages, listings, years, search);
    entry.timeline.exports = exports::write_exports(&entry, &writer)?;
    entry.feeds = site.and_then(Site::feeds);
    let files = writer.publish(&entry)?;
    // Feeds lead to pages, so they come when these can be read.
    let published = Published { entry: &entry, archive: &archive, newest: &newest, news: &news };
    let discovery = site.map(|site| discovery::write(site, published, findings)).transpose()?;
    Ok(Some(Written { releases: by_kind, pages: entry.pages.len(), files, discovery }))
}

/// The releases in the bundle, as far as the entry and the summary tell of them.
struct WrittenReleases {
    by_kind: BTreeMap<Slug, usize>,
    listings: Vec<Listing>,
    /// The newest rows of each listing.
    newest: Vec<Newest>,
    years: Vec<Year>,
    /// The root of the full-text index.
    search: Option<File>,
    news: Vec<Arc<Row>>,
}

/// Reads all releases, and writes them as long as nothing is wrong.
fn write_releases(
    archive: &Archive,
    writer: &Writer,
    is_news: &dyn Fn(Date) -> bool,
    findings: &mut Findings,
) -> Result<Option<WrittenReleases>, WriteError> {
    let progress = Progress::new("reading releases", archive.len());
    let mut listings = Listings::new(writer);
    let mut index = rostrum_search::Writer::new(writer);
    let mut years = Vec::new();
    let mut by_kind: BTreeMap<Slug, usize> = BTreeMap::new();
    let mut news = Vec::new();
    let chain = archive.chain();
    let mut related = Related::default();
    for (year, ArchiveYear { files, redirects }) in archive.years() {
        let packed = archive.read(files, findings, |release| {
            progress.step();
            PackedRelease::new(release)
        });
        let Some(year) = year.filter(|_| !findings.has_errors()) else { continue };
        let name = format!("releases/{year:04}");
        let packed = packed
            .into_iter()
            .collect::<Result<_, _>>()
            .and_then(|packed| with_ways(packed, &chain, &mut related))
            .map_err(|error| WriteError::Unserializable { name, error })?;
        for release in &packed {
            *by_kind.entry(release.row.kind.clone()).or_default() += 1;
        }
        let rows = packed.iter().map(|release| &release.row);
        news.extend(rows.filter(|row| is_news(row.address.date)).cloned());
        listings.add(&packed)?;
        packed.iter().try_for_each(|release| index.add(&release.words))?;
        let total = listings::count(packed.len());
        years.push(Year {
            year,
            total,
            file: packs::write_year(year, &packed, redirects, writer)?,
        });
    }
    if findings.has_errors() {
        return Ok(None);
    }
    let search = index.finish(&search::hashes(listings.full_files(&ListingKey::All)))?;
    let (listings, newest) = listings.finish()?;
    Ok(Some(WrittenReleases { by_kind, listings, newest, years, search, news }))
}

/// The releases of a year with the ways from each to others: to its neighbours of the same source, and
/// to earlier ones about the same.
fn with_ways(
    mut releases: Vec<PackedRelease>,
    chain: &Chain<'_>,
    related: &mut Related,
) -> serde_json::Result<Vec<PackedRelease>> {
    related.add(releases.iter().map(|release| &release.subject));
    releases.par_iter_mut().try_for_each(|release| {
        let subject = &release.subject;
        let ways = chain.around(&subject.address);
        let previous = ways.previous.as_ref().map(|way| &way.address);
        let ways = Ways { related: related.to(subject, previous), ..ways };
        release.add_ways(&ways)
    })?;
    related.forget_old();
    Ok(releases)
}

/// The entry; the archive, of which it names only the files, is handed back.
fn entry(
    sources: Sources,
    pages: Vec<TextPageEntry>,
    listings: Vec<Listing>,
    years: Vec<Year>,
    search: Option<File>,
) -> (Entry, Archive) {
    let Sources {
        organization,
        languages,
        menu,
        countries,
        country_groups,
        fields,
        dimensions,
        structures,
        kinds,
        timeline,
        archive,
        ..
    } = sources;
    let entry = Entry {
        version: BUNDLE_VERSION,
        organization,
        languages,
        menu,
        countries,
        country_groups,
        fields,
        dimensions,
        structures,
        kinds,
        pages,
        timeline,
        listings,
        years,
        search,
        feeds: None,
    };
    (entry, archive)
}

fn write_page(page: &TextPage, writer: &Writer) -> Result<TextPageEntry, WriteError> {
    let mut title = rostrum_model::Text::default();
    for version in &page.versions {
        title.insert(version.language.clone(), version.title.clone());
    }
    let file = writer.write(&format!("pages/{}", page.slug), page)?;
    Ok(TextPageEntry { slug: page.slug.clone(), title, file })
}

#[cfg(test)]
mod tests;

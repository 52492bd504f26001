//! Writes the data bundle: from the sources to the files that `docs/bundle.md` describes.
//!
//! Releases are read a year at a time, in parallel, and written before the next year is read. So an
//! archive of any age fits into memory, and errors are still told all at once: after the first one
//! the rest is read, but nothing more is written, and what was written is taken away again.

mod generation;
mod listings;
mod packs;
mod row;
mod writer;

use std::{collections::BTreeMap, path::Path};

use rostrum_model::{
    BUNDLE_VERSION, Entry, Listing, Slug, TextPage, TextPageEntry, Timeline, Year,
};

use self::{
    listings::Listings,
    row::PackedRelease,
    writer::{WriteError, Writer},
};
use crate::{
    finding::Findings,
    progress::Progress,
    sources::{Archive, ReleaseFiles, Sources},
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
    findings: &mut Findings,
) -> Result<Option<Written>, WriteError> {
    let writer = Writer::new(folder);
    let Some(releases) = write_releases(&sources.archive, &writer, findings)? else {
        writer.abandon();
        return Ok(None);
    };
    publish(sources, releases, writer).map(Some)
}

/// The releases in the bundle, as far as the entry and the summary tell of them.
struct WrittenReleases {
    by_kind: BTreeMap<Slug, usize>,
    listings: Vec<Listing>,
    years: Vec<Year>,
}

/// Reads all releases, and writes them as long as nothing is wrong.
fn write_releases(
    archive: &Archive,
    writer: &Writer,
    findings: &mut Findings,
) -> Result<Option<WrittenReleases>, WriteError> {
    let progress = Progress::new("reading releases", archive.len());
    let mut listings = Listings::new(writer);
    let mut years = Vec::new();
    let mut by_kind: BTreeMap<Slug, usize> = BTreeMap::new();
    for files in archive.years() {
        let packed = archive.read(files, findings, |release| {
            progress.step();
            PackedRelease::new(release)
        });
        let Some(year) = files.first().and_then(ReleaseFiles::year) else { continue };
        if findings.has_errors() {
            continue;
        }
        let name = format!("releases/{year:04}");
        let packed: Vec<PackedRelease> = packed
            .into_iter()
            .collect::<Result<_, _>>()
            .map_err(|error| WriteError::Unserializable { name, error })?;
        for release in &packed {
            *by_kind.entry(release.row.kind.clone()).or_default() += 1;
        }
        listings.add(&packed)?;
        let total = listings::count(packed.len());
        years.push(Year { year, total, file: packs::write_year(year, &packed, writer)? });
    }
    if findings.has_errors() {
        return Ok(None);
    }
    Ok(Some(WrittenReleases { by_kind, listings: listings.finish()?, years }))
}

/// Writes the pages of text and the entry.
fn publish(
    sources: Sources,
    releases: WrittenReleases,
    writer: Writer,
) -> Result<Written, WriteError> {
    let pages: Vec<TextPageEntry> =
        sources.pages.iter().map(|page| write_page(page, &writer)).collect::<Result<_, _>>()?;
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
        timeline: Timeline { terms },
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
        timeline: Timeline { terms },
        listings: releases.listings,
        years: releases.years,
    };
    let pages = entry.pages.len();
    let files = writer.publish(&entry)?;
    Ok(Written { releases: releases.by_kind, pages, files })
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

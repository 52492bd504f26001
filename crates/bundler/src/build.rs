//! Writes the data bundle: from the sources to the files that `docs/bundle.md` describes.

mod generation;
mod listings;
mod packs;
mod writer;

use std::{collections::BTreeMap, path::Path};

use rostrum_model::{
    BUNDLE_VERSION, Entry, ListingKey, Release, TextPage, TextPageEntry, Timeline, Year,
};

use self::writer::{WriteError, Writer};
use crate::sources::Sources;

/// What was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    /// How many releases the bundle has.
    pub(crate) releases: usize,
    /// How many files it has, `bundle.json` too.
    pub(crate) files: usize,
    /// How many of them are new.
    pub(crate) new_files: usize,
    /// How many files of older bundles were removed.
    pub(crate) removed_files: usize,
}

/// Writes the bundle into a folder, which may hold an older one. A visitor of the older one is
/// served all the while: what is new comes under new names, and `bundle.json` last.
pub(crate) fn build(sources: Sources, folder: &Path) -> Result<Written, WriteError> {
    let mut writer = Writer::open(folder)?;
    let count = sources.releases.len();
    let pages =
        sources.pages.iter().map(|page| write_page(page, &mut writer)).collect::<Result<_, _>>()?;
    let listings = listings::write_listings(&sources.releases, &mut writer)?;
    let years = write_years(sources.releases, &mut writer)?;
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
        listings,
        years,
    };
    let (files, new_files, removed_files) = writer.publish(&entry)?;
    Ok(Written { releases: count, files, new_files, removed_files })
}

fn write_page(page: &TextPage, writer: &mut Writer) -> Result<TextPageEntry, WriteError> {
    let mut title = rostrum_model::Text::default();
    for version in &page.versions {
        title.insert(version.language.clone(), version.title.clone());
    }
    let file = writer.write(&format!("pages/{}", page.slug), page)?;
    Ok(TextPageEntry { slug: page.slug.clone(), title, file })
}

fn write_years(releases: Vec<Release>, writer: &mut Writer) -> Result<Vec<Year>, WriteError> {
    let mut by_year: BTreeMap<u16, Vec<Release>> = BTreeMap::new();
    for release in releases {
        by_year.entry(release.summary.address.date.year()).or_default().push(release);
    }
    let write = |(year, releases): (u16, Vec<Release>)| {
        let total = listings::count(releases.len());
        Ok(Year { year, total, file: packs::write_year(year, &releases, writer)? })
    };
    by_year.into_iter().map(write).collect()
}

/// The listings that a release stands in.
fn listing_keys(release: &Release) -> Vec<ListingKey> {
    let summary = &release.summary;
    let mut keys = vec![ListingKey::All, ListingKey::Year(summary.address.date.year())];
    keys.extend(summary.countries.iter().cloned().map(ListingKey::Country));
    keys.extend(summary.fields.iter().cloned().map(ListingKey::Field));
    keys.extend(
        summary.source.iter().chain(&release.structures).cloned().map(ListingKey::Structure),
    );
    keys.sort();
    keys.dedup();
    keys
}

#[cfg(test)]
mod tests;

//! Listings: releases in order of date, in files of at most fifty summaries.
//!
//! Files are numbered from the oldest release, so that a new release changes only the newest file
//! and all others may be kept for ever. A reader sees pages numbered from the newest; a visitor's
//! page is cut from one file or two neighbours.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{
    Slug, Summary,
    entry::File,
    json::{from_json, from_json_text},
};

/// The most summaries that one file of a listing holds.
pub const FILE_SIZE: u32 = 50;

/// How many releases a page shows to a visitor.
pub const PAGE_SIZE: u32 = 20;

/// How many files a directory names.
pub const DIRECTORY_SIZE: u32 = 64;

/// What a listing is of; in JSON `all`, `year/2007`, `country/kazakhstan`, `field/elections`,
/// `structure/permanent-council`, `term/2010`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum ListingKey {
    /// Every release.
    All,
    /// The releases of a year.
    Year(u16),
    /// The releases about a country.
    Country(Slug),
    /// The releases about a field of work.
    Field(Slug),
    /// The releases by or about a structure.
    Structure(Slug),
    /// The releases that speak of a term in the chair.
    Term(Slug),
}

impl FromStr for ListingKey {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parse = || {
            if text == "all" {
                return Some(Self::All);
            }
            let (category, name) = text.split_once('/')?;
            match category {
                "year" => (name.len() == 4).then(|| name.parse().ok().map(Self::Year))?,
                "country" => name.parse().ok().map(Self::Country),
                "field" => name.parse().ok().map(Self::Field),
                "structure" => name.parse().ok().map(Self::Structure),
                "term" => name.parse().ok().map(Self::Term),
                _ => None,
            }
        };
        parse()
            .ok_or_else(|| format!("`{text}` is not a listing, such as all or country/kazakhstan"))
    }
}

impl fmt::Display for ListingKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All => formatter.write_str("all"),
            Self::Year(year) => write!(formatter, "year/{year:04}"),
            Self::Country(slug) => write!(formatter, "country/{slug}"),
            Self::Field(slug) => write!(formatter, "field/{slug}"),
            Self::Structure(slug) => write!(formatter, "structure/{slug}"),
            Self::Term(id) => write!(formatter, "term/{id}"),
        }
    }
}

impl ListingKey {
    /// The name of its Atom feed in the folder of feeds, such as `country/kazakhstan.xml`; none for a
    /// year and a term, which end.
    pub fn feed(&self) -> Option<String> {
        let has_feed = !matches!(self, Self::Year(_) | Self::Term(_));
        has_feed.then(|| [&self.to_string(), ".xml"].concat())
    }
}

impl TryFrom<String> for ListingKey {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<ListingKey> for String {
    fn from(key: ListingKey) -> Self {
        key.to_string()
    }
}

/// Where a listing is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Listing {
    /// What it is of.
    pub key: ListingKey,
    /// How many releases it has; never 0.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    pub total: u32,
    /// Its newest file, which leads to the others.
    pub newest: File,
}

/// A file of a listing. The newest one leads to the others, so that the entry is as small for a large
/// archive as for a small one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ListingFile {
    /// Its summaries, the oldest first.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = FILE_SIZE)))]
    pub releases: Vec<Summary>,
    /// In the newest file: the one before it, if there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<File>,
    /// In the newest file: the root [`ListingDirectory`] of all others, where there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub directory: Option<File>,
}

/// A part of the tree that leads from a listing's newest file to the older ones.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ListingDirectory {
    /// 0 if it names the files themselves, 1 if it names directories of level 0, and so on.
    pub level: u32,
    /// At most [`DIRECTORY_SIZE`] names, for the oldest releases first.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = DIRECTORY_SIZE)))]
    pub files: Vec<File>,
}

impl ListingDirectory {
    /// The name to follow toward the file of that number (from 0 for the oldest).
    pub fn toward(&self, number: u32) -> Option<&File> {
        let span = DIRECTORY_SIZE.checked_pow(self.level)?;
        self.files.get((number / span % DIRECTORY_SIZE) as usize)
    }
}

/// A piece of a file that a visitor's page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slice {
    /// The file's number, from 0 for the oldest.
    pub file: u32,
    /// The first of its summaries to show, from 0 for the oldest.
    pub start: u32,
    /// The first that is not shown any more.
    pub end: u32,
}

/// How many pages a visitor can turn for that many releases; at least 1.
pub fn page_count(total: u32) -> u32 {
    total.div_ceil(PAGE_SIZE).max(1)
}

/// Which slices of which files a visitor's page shows, the newest first. Pages count from 1 for
/// the newest; a page that does not exist has none.
pub fn page_slices(total: u32, page: u32) -> Vec<Slice> {
    let skipped = page.checked_sub(1).and_then(|before| before.checked_mul(PAGE_SIZE));
    let Some(end) = skipped.and_then(|skipped| total.checked_sub(skipped)).filter(|end| *end > 0)
    else {
        return Vec::new();
    };
    let start = end.saturating_sub(PAGE_SIZE);
    let files = (start / FILE_SIZE)..=((end - 1) / FILE_SIZE);
    files
        .rev()
        .map(|file| {
            let first = file * FILE_SIZE;
            Slice { file, start: start.max(first) - first, end: end.min(first + FILE_SIZE) - first }
        })
        .collect()
}

from_json_text! { ListingKey = "all" }

from_json! {
    Listing { key, total, newest }
    ListingFile { releases; before, directory }
    ListingDirectory { level, files }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_key_is_read_as_it_is_written() {
        for text in [
            "all",
            "year/2007",
            "country/kazakhstan",
            "field/cyber-ict-security",
            "structure/secretariat",
            "term/2010",
        ] {
            assert_eq!(text.parse::<ListingKey>().unwrap().to_string(), text);
        }
        for text in
            ["", "year", "year/07", "year/20070", "country/", "country/A", "planet/mars", "all/x"]
        {
            assert!(text.parse::<ListingKey>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_page_is_cut_from_one_file_or_two_neighbours() {
        assert_eq!(
            page_slices(51, 1),
            [Slice { file: 1, start: 0, end: 1 }, Slice { file: 0, start: 31, end: 50 }]
        );
        assert_eq!(page_slices(51, 3), [Slice { file: 0, start: 0, end: 11 }]);
        assert_eq!(page_slices(51, 4), []);
        assert_eq!(page_slices(51, 0), []);
        assert_eq!(page_slices(0, 1), []);
    }

    #[test]
    fn a_directory_of_directories_leads_to_any_file() {
        let names = |count: u32| (0..count).map(|n| n.to_string()).collect();
        let leaf = ListingDirectory { level: 0, files: names(64) };
        let root = ListingDirectory { level: 1, files: names(3) };
        assert_eq!(root.toward(130).map(String::as_str), Some("2"));
        assert_eq!(leaf.toward(130).map(String::as_str), Some("2"));
        assert_eq!(root.toward(192), None);
    }

    /// The number that is reached from the root of a tree over that many files. A name says its level
    /// and its place there.
    fn reached(total: u32, number: u32) -> Option<u32> {
        let (mut level, mut count) = (0, total.div_ceil(DIRECTORY_SIZE));
        while count > 1 {
            (level, count) = (level + 1, count.div_ceil(DIRECTORY_SIZE));
        }
        let mut place = 0;
        for level in (0..=level).rev() {
            let below = total.div_ceil(DIRECTORY_SIZE.pow(level));
            let first = place * DIRECTORY_SIZE;
            let files = (first..below.min(first + DIRECTORY_SIZE)).map(|n| n.to_string()).collect();
            place = ListingDirectory { level, files }.toward(number)?.parse().ok()?;
        }
        Some(place)
    }

    proptest! {
        #[test]
        fn a_tree_of_directories_leads_to_every_file(total in 1u32..1_000_000, number in 0u32..1_000_000) {
            let number = number % total;
            prop_assert_eq!(reached(total, number), Some(number));
        }

        #[test]
        fn the_pages_together_show_every_release_once_from_the_newest(total in 0u32..2_000) {
            let shown: Vec<u32> = (1..=page_count(total))
                .flat_map(|page| page_slices(total, page))
                .flat_map(|Slice { file, start, end }| (start..end).rev().map(move |n| file * FILE_SIZE + n))
                .collect();
            prop_assert_eq!(shown, (0..total).rev().collect::<Vec<_>>());
        }

        #[test]
        fn any_page_of_any_listing_needs_at_most_two_files(total: u32, page: u32) {
            prop_assert!(page_slices(total, page).len() <= 2);
        }
    }
}

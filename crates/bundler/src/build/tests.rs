use std::{collections::BTreeSet, fs};

use proptest::prelude::*;
use rostrum_model::{
    Address, Block, Date, Inline, ListingDirectory, ListingFile, Origin, Pack, Provenance,
    Redirect, Release, ReleaseVersion, Summary, Text, parse_document,
};
use tempfile::TempDir;

use super::{row::listing_keys, *};
use crate::{
    generate::{GenerateOptions, generate},
    sources::read_sources,
};

/// A release on a day of a year, about a country, with a text of that many letters.
fn release(
    (year, month, day, number): (u16, u8, u8, u16),
    country: &str,
    length: usize,
) -> Release {
    let language: rostrum_model::Language = "en".parse().unwrap();
    let title = format!("Release {number}");
    let text = vec![Inline::plain("x".repeat(length))];
    Release {
        summary: Summary {
            address: Address {
                date: Date::new(year, month, day).unwrap(),
                slug: format!("release-{number}").parse().unwrap(),
            },
            kind: "press-release".parse().unwrap(),
            title: Text::new(language.clone(), title.clone()),
            place: Text::default(),
            source: None,
            countries: vec![country.parse().unwrap()],
            fields: Vec::new(),
            is_withdrawn: false,
        },
        structures: Vec::new(),
        terms: Vec::new(),
        provenance: Provenance { origin: Origin::Synthetic, sources: Vec::new() },
        withdrawn: None,
        changes: Vec::new(),
        contacts: Vec::new(),
        versions: vec![ReleaseVersion {
            language,
            title,
            body: vec![Block::Paragraph { text }],
            attachments: Vec::new(),
        }],
        ways: Ways::default(),
    }
}

fn archive() -> impl Strategy<Value = Vec<Release>> {
    let day = (2006u16..=2008, 1u8..=12, 1u8..=28, 0u16..500);
    let one =
        (day, prop_oneof!["a", "b"], prop_oneof![10 => 0usize..3_000, 1 => 60_000usize..80_000]);
    proptest::collection::vec(one, 0..250).prop_map(|all| {
        let mut releases: Vec<Release> =
            all.into_iter().map(|(day, country, length)| release(day, &country, length)).collect();
        releases.sort_by(|one, other| one.summary.address.cmp(&other.summary.address));
        releases.dedup_by(|one, other| one.summary.address == other.summary.address);
        releases
    })
}

/// A folder with a bundle, read as the page reads it.
struct Bundle(TempDir);

impl Bundle {
    fn new() -> (Self, Writer) {
        let folder = TempDir::new().unwrap();
        let writer = Writer::new(folder.path());
        (Self(folder), writer)
    }

    fn text(&self, file: &str) -> String {
        fs::read_to_string(self.0.path().join(file)).unwrap()
    }

    /// The release at an address, by the way from the root of its year.
    fn release(&self, root: &str, address: &Address) -> Option<Release> {
        match parse_document(root, &self.text(root)).unwrap() {
            Pack::Releases { releases, .. } => {
                releases.into_iter().find(|release| release.summary.address == *address)
            }
            Pack::Parts { parts } => self.release(&Pack::part_of(&parts, address)?.file, address),
        }
    }

    /// The redirect of an address, by the same way.
    fn redirect(&self, root: &str, address: &Address) -> Option<Redirect> {
        match parse_document(root, &self.text(root)).unwrap() {
            Pack::Releases { redirects, .. } => {
                redirects.into_iter().find(|redirect| redirect.address == *address)
            }
            Pack::Parts { parts } => self.redirect(&Pack::part_of(&parts, address)?.file, address),
        }
    }

    /// The file of a listing, by the way from its entry.
    fn listing_file(&self, listing: &Listing, number: u32) -> ListingFile {
        let newest: ListingFile =
            parse_document(&listing.newest, &self.text(&listing.newest)).unwrap();
        let last = (listing.total - 1) / rostrum_model::FILE_SIZE;
        let file = match last - number {
            0 => return newest,
            1 => newest.before.unwrap(),
            _ => self.toward(&newest.directory.unwrap(), number),
        };
        parse_document(&file, &self.text(&file)).unwrap()
    }

    fn toward(&self, directory: &str, number: u32) -> String {
        let directory: ListingDirectory = parse_document(directory, &self.text(directory)).unwrap();
        let next = directory.toward(number).unwrap();
        if directory.level == 0 { next.clone() } else { self.toward(next, number) }
    }
}

/// Writes releases as a build does, year by year.
fn write(releases: &[Release], writer: &Writer) -> (Vec<Listing>, Vec<Year>) {
    let mut listings = Listings::new(writer);
    let year = |release: &Release| release.summary.address.date.year();
    let mut years = Vec::new();
    for releases in releases.chunk_by(|one, other| year(one) == year(other)) {
        let packed: Vec<_> =
            releases.iter().map(|release| PackedRelease::new(release.clone()).unwrap()).collect();
        listings.add(&packed).unwrap();
        let (year, total) = (year(&releases[0]), u32::try_from(packed.len()).unwrap());
        years.push(Year {
            year,
            total,
            file: packs::write_year(year, &packed, &[], writer).unwrap(),
        });
    }
    (listings.finish().unwrap().0, years)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn every_release_is_found_from_its_address_alone(releases in archive()) {
        let (bundle, writer) = Bundle::new();
        let (_, years) = write(&releases, &writer);
        for expected in &releases {
            let address = &expected.summary.address;
            let year = years.iter().find(|year| year.year == address.date.year()).unwrap();
            let found = bundle.release(&year.file, address);
            prop_assert_eq!(found.as_ref(), Some(expected));
        }
        prop_assert_eq!(years.iter().map(|year| year.total as usize).sum::<usize>(), releases.len());
    }

    #[test]
    fn no_pack_is_larger_than_it_may_be_unless_it_holds_one_release(releases in archive()) {
        let (bundle, writer) = Bundle::new();
        write(&releases, &writer);
        for entry in fs::read_dir(bundle.0.path().join("releases")).into_iter().flatten() {
            let json = fs::read_to_string(entry.unwrap().path()).unwrap();
            let is_alone = matches!(parse_document("", &json).unwrap(), Pack::Releases { releases, .. } if releases.len() == 1);
            prop_assert!(json.len() <= packs::LARGEST || is_alone, "{} bytes", json.len());
        }
    }

    #[test]
    fn a_listing_gives_its_releases_in_order_and_each_once(releases in archive()) {
        let (bundle, writer) = Bundle::new();
        let (listings, _) = write(&releases, &writer);
        for listing in &listings {
            let files = listing.total.div_ceil(rostrum_model::FILE_SIZE);
            let listed: Vec<Summary> =
                (0..files).flat_map(|number| bundle.listing_file(listing, number).releases).collect();
            let expected: Vec<Summary> = releases
                .iter()
                .filter(|release| listing_keys(release).contains(&listing.key))
                .map(|release| release.summary.clone())
                .collect();
            prop_assert_eq!(listed, expected);
        }
    }
}

#[test]
fn every_redirect_is_found_in_a_pack_that_is_not_too_large() {
    let releases: Vec<_> =
        (0..40).map(|number| release((2007, 3, 1, number), "a", 4_000)).collect();
    let packed: Vec<_> =
        releases.iter().map(|release| PackedRelease::new(release.clone()).unwrap()).collect();
    let old = |number: u16| Address {
        date: Date::new(2007, 3, 1).unwrap(),
        slug: format!("release-{number}-{}", "x".repeat(80)).parse().unwrap(),
    };
    let moved_to = &releases[7].summary.address;
    let mut redirects: Vec<_> = (0..2_000)
        .map(|number| Redirect { address: old(number), moved_to: moved_to.clone() })
        .collect();
    redirects.sort();
    let (bundle, writer) = Bundle::new();
    let root = packs::write_year(2007, &packed, &redirects, &writer).unwrap();
    for expected in redirects.iter().step_by(97) {
        assert_eq!(bundle.redirect(&root, &expected.address).as_ref(), Some(expected));
    }
    for expected in &releases {
        let found = bundle.release(&root, &expected.summary.address);
        assert_eq!(found.as_ref(), Some(expected));
    }
    for entry in fs::read_dir(bundle.0.path().join("releases")).unwrap() {
        let length = entry.unwrap().metadata().unwrap().len();
        assert!(length <= packs::LARGEST as u64, "{length} bytes");
    }
}

#[test]
fn a_directory_of_more_than_sixty_four_files_has_levels() {
    let releases: Vec<Release> = (0..3_300u16)
        .map(|number| {
            release((2007, 1 + u8::try_from(number / 300).unwrap(), 1, 10_000 + number), "a", 0)
        })
        .collect();
    let (bundle, writer) = Bundle::new();
    let (listings, _) = write(&releases, &writer);
    let all = &listings[0];
    for number in [0, 63, 64, 65] {
        let file = bundle.listing_file(all, number);
        assert_eq!(file.releases[0], releases[number as usize * 50].summary);
    }
}

#[test]
fn a_release_from_the_past_touches_the_packs_of_its_month_alone() {
    let day = |number: u16| {
        (
            2007,
            1 + u8::try_from(number / 40).unwrap(),
            1 + u8::try_from(number % 28).unwrap(),
            number,
        )
    };
    let mut releases: Vec<Release> =
        (0..480).map(|number| release(day(number), "a", 4_000)).collect();
    let sort = |releases: &mut Vec<Release>| {
        releases.sort_by(|one, other| one.summary.address.cmp(&other.summary.address));
    };
    sort(&mut releases);
    let (bundle, writer) = Bundle::new();
    write(&releases, &writer);
    let names = || -> BTreeSet<String> {
        let entries = fs::read_dir(bundle.0.path().join("releases")).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    };
    let before = names();
    releases.push(release((2007, 3, 2, 999), "a", 4_000));
    sort(&mut releases);
    write(&releases, &writer);
    let new: Vec<String> = names().difference(&before).cloned().collect();
    assert!(!new.is_empty() && new.len() <= 5, "{new:?}");
    assert!(
        new.iter().all(|name| name.starts_with("2007-03") || name.len() == "2007-".len() + 21),
        "{new:?}"
    );
}

#[test]
fn a_release_in_the_bundle_is_the_one_in_the_sources() {
    let (bundle, _) = Bundle::new();
    let content = bundle.0.path().join("content");
    let mut findings = Findings::default();
    let options = GenerateOptions { releases: 150, seed: 7, like: None };
    generate(&content, &options, &mut findings).unwrap();
    let sources = read_sources(&content, &mut findings).unwrap();
    let mut releases = Vec::new();
    for (_, year) in sources.archive.years() {
        releases.extend(sources.archive.read(year.files, &mut findings, |release| release));
    }
    build(sources, bundle.0.path(), None, &mut findings).unwrap().unwrap();
    let entry = rostrum_model::parse_entry(ENTRY, &bundle.text(ENTRY)).unwrap();
    assert_eq!(releases.len(), 150);
    for release in releases {
        let address = &release.summary.address;
        let year = entry.years.iter().find(|year| year.year == address.date.year()).unwrap();
        let found = bundle.release(&year.file, address).unwrap();
        assert_eq!(Release { ways: Ways::default(), ..found }, release);
    }
}

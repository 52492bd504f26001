use std::{collections::BTreeMap, path::PathBuf};

use rostrum_model::{Origin, Release};
use tempfile::TempDir;

use super::*;

/// The releases of an archive of that size and seed, with their files.
fn archive(releases: u32, seed: u64) -> (Vec<Release>, BTreeMap<PathBuf, String>) {
    let folder = TempDir::new().unwrap();
    let mut findings = Findings::default();
    let options = GenerateOptions { releases, seed, like: None };
    generate(folder.path(), &options, &mut findings).unwrap().unwrap();
    let archive = read_sources(folder.path(), &mut findings).unwrap().archive;
    let read = archive
        .years()
        .flat_map(|(_, year)| archive.read(year.files, &mut findings, |release| release))
        .collect::<Vec<_>>();
    assert!(findings.is_empty(), "{:?}", findings.in_order());
    let mut files = BTreeMap::new();
    collect(folder.path(), folder.path(), &mut files);
    (read, files)
}

fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<PathBuf, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let text = fs::read_to_string(&path).unwrap();
            files.insert(path.strip_prefix(root).unwrap().to_owned(), text);
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_files_and_another_one_others() {
    let (_, files) = archive(60, 7);
    assert_eq!(files, archive(60, 7).1);
    assert_ne!(files, archive(60, 8).1);
}

#[test]
fn a_larger_archive_contains_the_smaller_one() {
    let ((_, small), (_, large)) = (archive(40, 7), archive(60, 7));
    assert!(small.iter().all(|(path, text)| large.get(path) == Some(text)));
}

#[test]
fn every_release_says_that_a_program_made_it() {
    let (releases, _) = archive(60, 7);
    assert_eq!(releases.len(), 60);
    assert!(releases.iter().all(|release| release.provenance.origin == Origin::Synthetic));
}

#[test]
fn years_countries_kinds_languages_and_lengths_differ() {
    let (releases, _) = archive(400, 7);
    let count = |of: &dyn Fn(&Release) -> String| {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        releases.iter().for_each(|release| *counts.entry(of(release)).or_default() += 1);
        counts
    };
    let by_year = count(&|release| release.summary.address.date.year().to_string());
    assert!(by_year.len() > 25, "{by_year:?}");
    assert!(by_year["2024"] > by_year["1995"]);
    let by_country = count(&|release| {
        release.summary.countries.first().map(ToString::to_string).unwrap_or_default()
    });
    assert!(
        by_country.len() > 15 && by_country["albania"] > 4 * by_country["spain"],
        "{by_country:?}"
    );
    assert_eq!(count(&|release| release.summary.kind.to_string()).len(), 3);
    assert!(count(&|release| release.versions.len().to_string()).len() > 2);
    let by_length = count(&|release| release.versions[0].body.len().min(12).to_string());
    assert!(by_length.len() == 12, "{by_length:?}");
}

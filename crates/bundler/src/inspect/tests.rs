use std::path::PathBuf;

use rostrum_model::Pack;
use tempfile::TempDir;

use super::*;
use crate::{
    build::build,
    generate::{GenerateOptions, generate},
    sources::read_sources,
};

/// A bundle of so many generated releases.
fn bundle(releases: u32) -> TempDir {
    let folder = TempDir::new().unwrap();
    let mut findings = Findings::default();
    let sources = folder.path().join("content");
    let options = GenerateOptions { releases, seed: 7, like: None };
    generate(&sources, &options, &mut findings).unwrap();
    let sources = read_sources(&sources, &mut findings).unwrap();
    build(sources, &folder.path().join("bundle"), None, &mut findings).unwrap().unwrap();
    folder
}

fn told(folder: &TempDir) -> Vec<String> {
    let mut findings = Findings::default();
    inspect(&folder.path().join("bundle"), &mut findings);
    findings.in_order().into_iter().map(|finding| finding.message).collect()
}

/// A file of the bundle whose name begins so and which has that text.
fn file_with(folder: &TempDir, beginning: &str, text: &str) -> PathBuf {
    let parent = folder.path().join("bundle").join(beginning);
    let (parent, beginning) = (parent.parent().unwrap(), parent.file_name().unwrap());
    let mut paths: Vec<_> = fs::read_dir(parent)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            name.starts_with(&*beginning.to_string_lossy())
                && fs::read_to_string(path).unwrap().contains(text)
        })
        .collect();
    paths.sort();
    paths.remove(0)
}

/// Changes a file as only a mistaken builder could: under the right name, with the way to it mended.
fn rewrite(folder: &TempDir, path: &Path, from: &str, to: &str) {
    let root = folder.path().join("bundle");
    let name = |path: &Path| path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
    let json = fs::read_to_string(path).unwrap();
    assert!(json.contains(from), "{from} is not in {}", path.display());
    let changed = json.replacen(from, to, 1);
    let hashless = name(path).strip_suffix(".json").unwrap().rsplit_once('-').unwrap().0.to_owned();
    let new = format!("{hashless}-{}.json", name_hash(changed.as_bytes()));
    fs::write(root.join(&new), changed).unwrap();
    let entry = fs::read_to_string(root.join(ENTRY)).unwrap();
    assert!(entry.contains(&name(path)), "the entry does not name {}", path.display());
    fs::write(root.join(ENTRY), entry.replace(&name(path), &new)).unwrap();
}

#[test]
fn a_bundle_that_was_just_built_is_in_order() {
    let folder = bundle(400);
    let mut findings = Findings::default();
    let found = inspect(&folder.path().join("bundle"), &mut findings).unwrap();
    assert!(findings.is_empty(), "{:?}", findings.in_order());
    assert_eq!(found.releases, 400);
    let mut files = 0;
    let mut folders = vec![folder.path().join("bundle")];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() { folders.push(path) } else { files += 1 }
        }
    }
    assert_eq!(found.files, files);
}

#[test]
fn a_file_that_is_missing_is_told_of() {
    let folder = bundle(200);
    fs::remove_file(file_with(&folder, "releases/20", "releases")).unwrap();
    let told = told(&folder);
    assert!(told[0].starts_with("the bundle names this file, but it cannot be read"), "{told:?}");
}

#[test]
fn a_file_that_was_changed_is_told_of() {
    let folder = bundle(200);
    let path = file_with(&folder, "listings/all-0", "releases");
    let json = fs::read_to_string(&path).unwrap();
    fs::write(path, json.replacen("synthetic", "published", 1) + " ").unwrap();
    assert!(told(&folder)[0].starts_with("the name does not carry the hash of the content"));
}

#[test]
fn a_file_that_does_not_parse_is_told_of_with_the_place() {
    let folder = bundle(200);
    rewrite(&folder, &file_with(&folder, "releases/20", r#""releases""#), "\"kind\"", "\"kin\"");
    let told = told(&folder);
    assert!(
        told.iter().any(|message| message.starts_with("$.releases[0]: the field `kind`")),
        "{told:?}"
    );
}

#[test]
fn a_listing_that_says_something_else_than_the_release_is_told_of() {
    let folder = bundle(30);
    rewrite(
        &folder,
        &file_with(&folder, "listings/all-0", "title"),
        r#"{"en":""#,
        r#"{"en":"Not "#,
    );
    let told = told(&folder);
    assert!(
        told.iter().any(|message| message.ends_with("says something else than in its pack")),
        "{told:?}"
    );
}

#[test]
fn redirects_that_lead_nobody_to_a_release_are_told_of() {
    let folder = bundle(30);
    let year = file_with(&folder, "releases/20", r#""releases""#);
    let Pack::Releases { releases, .. } =
        parse_document("", &fs::read_to_string(&year).unwrap()).unwrap()
    else {
        panic!("a pack of releases")
    };
    let standing = &releases[0].summary.address;
    let day = standing.to_string().rsplit_once('/').unwrap().0.to_owned();
    let row = |name: &str, to: &str| format!(r#"{{"address":"{day}/{name}","moved_to":"{to}"}}"#);
    let rows = [
        row("zzz-a", &format!("{day}/zzz-b")),
        row("zzz-b", &format!("{day}/zzz-a")),
        row("zzz-b", &standing.to_string()),
        row("zzz-c", "1066/10/14/hastings"),
    ];
    let shadow = format!(r#"{{"address":"{standing}","moved_to":"{standing}"}}"#);
    let all = [&[shadow], &rows[..]].concat().join(",");
    rewrite(&folder, &year, r#"{"releases""#, &format!(r#"{{"redirects":[{all}],"releases""#));
    let told = told(&folder);
    for expected in [
        format!("{standing} is a redirect, and a release stands there"),
        format!("{day}/zzz-a leads to {day}/zzz-b, which is a redirect too"),
        format!("the redirect of {day}/zzz-b is not in order or stands twice"),
        format!("{day}/zzz-c leads to 1066/10/14/hastings, and no release stands there"),
    ] {
        assert!(told.contains(&expected), "{expected} in\n{told:?}");
    }
}

#[test]
fn counts_that_disagree_and_places_that_do_not_exist_are_told_of() {
    let folder = bundle(30);
    let path = folder.path().join("bundle").join(ENTRY);
    let entry = fs::read_to_string(&path).unwrap();
    let changed = entry
        .replace(r#"{"key":"all","total":30"#, r#"{"key":"all","total":31"#)
        .replace(r#""to":"/fields/""#, r#""to":"/fields/nothing/""#)
        .replace(r#"{"slug":"albania","#, r#"{"slug":"atlantis","#);
    fs::write(path, changed).unwrap();
    let told = told(&folder).join("\n");
    for expected in [
        "the listing all has 31 releases, not 30",
        "the menu leads to `/fields/nothing/`, and nothing stands there",
        "names the country `albania`, which the entry lacks",
    ] {
        assert!(told.contains(expected), "{expected} in\n{told}");
    }
}

#[test]
fn what_is_no_bundle_is_told_of_and_not_followed() {
    let folder = TempDir::new().unwrap();
    for entry in ["", "{", "[]", "{\"version\":\"1.0\"}", "{\"version\":\"9.0\"}"] {
        fs::write(folder.path().join(ENTRY), entry).unwrap();
        let mut findings = Findings::default();
        assert_eq!(inspect(folder.path(), &mut findings), None);
        assert!(findings.has_errors(), "{entry}");
    }
}

#[test]
fn a_way_to_a_release_that_is_not_there_is_told_of() {
    for (kind, expected) in [
        ("\"previous\":{", "is not the last of its source"),
        ("\"related\":[{", "and no earlier release stands there"),
    ] {
        let folder = bundle(60);
        let way = format!("{kind}\"address\":\"2");
        let path = file_with(&folder, "releases/2", &way);
        rewrite(&folder, &path, &way, &way.replace(":\"2", ":\"1"));
        let told = told(&folder);
        assert!(told.iter().any(|message| message.ends_with(expected)), "{told:?}");
    }
}

#[test]
fn an_index_of_other_releases_is_told_of() {
    let (folder, other) = (bundle(30), bundle(20));
    let path = folder.path().join("bundle").join(ENTRY);
    let root = |folder: &TempDir| {
        let entry = fs::read_to_string(folder.path().join("bundle").join(ENTRY)).unwrap();
        parse_entry(ENTRY, &entry).unwrap().search.unwrap()
    };
    let (own, foreign) = (root(&folder), root(&other));
    for file in fs::read_dir(other.path().join("bundle/search")).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), folder.path().join("bundle/search").join(file.file_name())).unwrap();
    }
    let entry = fs::read_to_string(&path).unwrap();
    fs::write(&path, entry.replace(&own, &foreign)).unwrap();
    let told = told(&folder);
    assert!(told.iter().any(|one| one == "the index has 20 documents, not 30"), "{told:?}");
}

#[test]
fn a_damaged_file_of_the_index_is_told_of() {
    let folder = bundle(30);
    let path = file_of_index(&folder, "words-0-0-");
    let mut bytes = fs::read(&path).unwrap();
    bytes.truncate(bytes.len() - 1);
    fs::write(path, bytes).unwrap();
    let told = told(&folder);
    assert!(told.iter().any(|one| one.starts_with("the file is damaged")), "{told:?}");
}

fn file_of_index(folder: &TempDir, beginning: &str) -> PathBuf {
    let files = fs::read_dir(folder.path().join("bundle/search")).unwrap();
    let mut paths = files.map(|file| file.unwrap().path());
    paths.find(|path| path.file_name().unwrap().to_string_lossy().starts_with(beginning)).unwrap()
}

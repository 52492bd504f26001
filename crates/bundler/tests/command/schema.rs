//! The bundle's format as `docs/bundle.schema.json` says it, held against what the command writes by
//! a validator that is not ours.

use std::{collections::BTreeSet, fs, path::Path, sync::LazyLock};

use jsonschema::Validator;
use proptest::prelude::*;
use rostrum_model::{
    Address, Block, Href, Language, ListingDirectory, ListingFile, ListingKey, Pack, PartialDate,
    Slug, TextPage, Timeline, Version, bundle_schema, json::FromJson, parse_document, parse_entry,
};
use serde_json::{Value, json};

use crate::journey::Desk;

fn repository(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(name)
}

/// The schema that is checked in.
fn schema() -> Value {
    let text = fs::read_to_string(repository("docs/bundle.schema.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// A validator of one kind of the bundle's files, or of one type.
fn validator(kind: &str) -> Validator {
    let mut schema = schema();
    if kind != "Entry" {
        let definitions = schema["$defs"].take();
        schema = json!({ "$ref": format!("#/$defs/{kind}"), "$defs": definitions });
    }
    jsonschema::validator_for(&schema).unwrap()
}

/// The validators of all kinds of files.
struct Format {
    entry: Validator,
    pack: Validator,
    listing: Validator,
    directory: Validator,
    page: Validator,
}

impl Format {
    fn new() -> Self {
        Self {
            entry: validator("Entry"),
            pack: validator("Pack"),
            listing: validator("ListingFile"),
            directory: validator("ListingDirectory"),
            page: validator("TextPage"),
        }
    }

    /// Validates a bundle as a reader goes through it, from the entry along every name.
    fn takes(&self, bundle: &Path) -> BTreeSet<String> {
        let mut seen = BTreeSet::new();
        let entry = read(bundle, "bundle.json", &self.entry);
        for page in items(&entry["pages"]) {
            read(bundle, named(&page["file"], &mut seen), &self.page);
        }
        for listing in items(&entry["listings"]) {
            let newest = read(bundle, named(&listing["newest"], &mut seen), &self.listing);
            if newest["before"].is_string() {
                read(bundle, named(&newest["before"], &mut seen), &self.listing);
            }
            if newest["directory"].is_string() {
                self.directory(bundle, named(&newest["directory"], &mut seen), &mut seen);
            }
        }
        for year in items(&entry["years"]) {
            self.pack(bundle, named(&year["file"], &mut seen), &mut seen);
        }
        seen
    }

    fn directory(&self, bundle: &Path, file: &str, seen: &mut BTreeSet<String>) {
        let directory = read(bundle, file, &self.directory);
        for file in items(&directory["files"]) {
            match directory["level"].as_u64() {
                Some(0) => drop(read(bundle, named(file, seen), &self.listing)),
                _ => self.directory(bundle, named(file, seen), seen),
            }
        }
    }

    fn pack(&self, bundle: &Path, file: &str, seen: &mut BTreeSet<String>) {
        for part in items(&read(bundle, file, &self.pack)["parts"]) {
            self.pack(bundle, named(&part["file"], seen), seen);
        }
    }
}

fn read(bundle: &Path, file: &str, validator: &Validator) -> Value {
    let value = serde_json::from_str(&fs::read_to_string(bundle.join(file)).unwrap()).unwrap();
    let errors: Vec<String> = validator
        .iter_errors(&value)
        .map(|error| format!("{file}: {}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
    value
}

fn items(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

fn named<'v>(file: &'v Value, seen: &mut BTreeSet<String>) -> &'v str {
    let file = file.as_str().unwrap();
    seen.insert(file.to_owned());
    file
}

#[test]
fn the_schema_in_the_documents_is_the_one_of_the_types() {
    assert!(
        schema() == bundle_schema(),
        "docs/bundle.schema.json is not what the types say; write it anew: cargo run -p rostrum-model --features schema --example schema > docs/bundle.schema.json"
    );
}

#[test]
fn the_demos_bundle_is_as_the_schema_says() {
    let desk = Desk::new();
    let content = repository("content");
    desk.runs(&["build", content.to_str().unwrap(), "--out", "bundle"]).success();
    assert!(Format::new().takes(&desk.path("bundle")).len() > 50);
}

#[test]
fn a_bundle_with_directories_and_parts_is_as_the_schema_says() {
    let desk = Desk::in_order(336);
    for month in 1..=12 {
        let long = "All states agreed. ".repeat(2_000);
        let date = format!("2007-{month:02}-28");
        desk.put_release(&date, "long");
        let file = format!("content/releases/2007/{date}-long.md");
        desk.put(&file, &(desk.read(&file) + &long));
    }
    desk.builds().success();
    let files = Format::new().takes(&desk.path("bundle"));
    assert!(files.iter().filter(|file| file.starts_with("releases/")).count() > 12, "{files:?}");
}

/// The examples of a document: what each is of, and its JSON.
fn examples(document: &str) -> Vec<(String, String)> {
    let parts = document.split("```json ").skip(1);
    let example = |part: &str| {
        let (kind, rest) = part.split_once('\n').unwrap();
        (kind.to_owned(), rest.split("```").next().unwrap().to_owned())
    };
    parts.map(example).collect()
}

fn is_read<T: FromJson>(json: &str) -> bool {
    parse_document::<T>("", json).is_ok()
}

#[test]
fn every_example_of_the_document_is_valid_and_is_read() {
    let examples = examples(&fs::read_to_string(repository("docs/bundle.md")).unwrap());
    assert!(examples.len() >= 14, "{}", examples.len());
    for (kind, json) in examples {
        let value: Value = serde_json::from_str(&json).unwrap();
        let errors: Vec<_> = validator(&kind).iter_errors(&value).map(|e| e.to_string()).collect();
        assert!(errors.is_empty(), "{kind}: {errors:?} in {json}");
        let is_read = match kind.as_str() {
            "Entry" => parse_entry("", &json).is_ok(),
            "ListingFile" => is_read::<ListingFile>(&json),
            "ListingDirectory" => is_read::<ListingDirectory>(&json),
            "Pack" => is_read::<Pack>(&json),
            "TextPage" => is_read::<TextPage>(&json),
            "Block" => is_read::<Block>(&json),
            _ => is_read::<Timeline>(&json),
        };
        assert!(is_read, "{json}");
    }
}

/// What cannot stand in an entry, by the place where it is put.
fn faults() -> Vec<(&'static str, Value)> {
    vec![
        ("/version", json!("one")),
        ("/version", Value::Null),
        ("/languages/default", json!("English")),
        ("/menu/0/label", json!("Press")),
        ("/menu/0/to", json!("javascript:alert(1)")),
        ("/menu/0/to", json!("//example.org")),
        ("/menu/0/panel", json!("carousel")),
        ("/countries/0/slug", json!("Kazakhstan")),
        ("/countries/0/name/en", json!(7)),
        ("/countries/0/since", json!("long ago")),
        ("/listings/0/key", json!("planet/mars")),
        ("/listings/0/total", json!(-1)),
        ("/years/0/year", json!("2007")),
        ("/years/0/file", json!(["releases"])),
        ("/timeline/terms", json!({})),
    ]
}

#[test]
fn what_is_broken_is_refused_by_the_schema_and_by_the_reader() {
    let desk = Desk::in_order(3);
    desk.builds().success();
    let json = desk.read("bundle/bundle.json");
    let whole: Value = serde_json::from_str(&json).unwrap();
    let format = validator("Entry");
    assert!(format.is_valid(&whole) && parse_entry("bundle.json", &json).is_ok());
    for (place, wrong) in faults() {
        let mut broken = whole.clone();
        let (parent, name) = place.rsplit_once('/').unwrap();
        match broken.pointer_mut(parent).unwrap() {
            Value::Array(items) => items[name.parse::<usize>().unwrap()] = wrong,
            object => object[name] = wrong,
        }
        let refused = parse_entry("bundle.json", &broken.to_string());
        assert!(!format.is_valid(&broken), "{place}");
        assert!(refused.is_err(), "{place}");
    }
}

#[test]
fn what_is_missing_is_refused_by_the_schema_and_by_the_reader() {
    let desk = Desk::in_order(3);
    desk.builds().success();
    let whole: Value = serde_json::from_str(&desk.read("bundle/bundle.json")).unwrap();
    for name in ["version", "organization", "languages", "menu"] {
        let mut broken = whole.clone();
        broken.as_object_mut().unwrap().remove(name);
        assert!(!validator("Entry").is_valid(&broken), "{name}");
        assert!(parse_entry("bundle.json", &broken.to_string()).is_err(), "{name}");
    }
}

#[test]
fn a_body_carries_no_script_by_the_schema_too() {
    let block = validator("Block");
    let text = |href: &str| json!([{"type": "link", "href": href, "text": []}]);
    assert!(block.is_valid(&json!({"type": "paragraph", "text": text("https://example.org")})));
    for wrong in [
        json!({"type": "paragraph", "text": text("javascript:alert(1)")}),
        json!({"type": "paragraph", "text": "<script>alert(1)</script>"}),
        json!({"type": "html", "text": []}),
        json!({"type": "heading", "level": 1, "text": []}),
        json!({"type": "figure", "source": "data:image/svg+xml,x", "alternative": ""}),
        json!("<script>alert(1)</script>"),
    ] {
        assert!(!block.is_valid(&wrong), "{wrong}");
    }
}

/// Texts near those that the types take.
const TEXTS: &str = "(/|#|~|:|https:|mailto:|tel:|javascript:|\\\\|[0-9]{4}[-/][01][0-9][-/][0-3][0-9]|[0-9]{1,4}|[a-z]{1,4}|-|\\.|all|year/|country/|en|Latn|[A-Z]| |\\t|\u{85}|é){0,7}";

/// Types that know the calendar refuse more than a pattern can.
fn agrees<T: std::str::FromStr>(validator: &Validator, text: &str) -> Result<(), TestCaseError> {
    let (is_valid, is_read) = (validator.is_valid(&json!(text)), text.parse::<T>().is_ok());
    prop_assert!(is_valid || !is_read, "{:?} is read, but the schema refuses it", text);
    let knows_calendar = text.contains(|character: char| character.is_ascii_digit());
    prop_assert!(is_read || !is_valid || knows_calendar, "{:?} is not read, but valid", text);
    Ok(())
}

proptest! {
    #[test]
    fn the_schema_takes_the_texts_that_are_read(texts in prop::collection::vec(TEXTS, 20)) {
        static TYPES: LazyLock<[Validator; 7]> = LazyLock::new(|| {
            ["Version", "Language", "Slug", "Href", "PartialDate", "Address", "ListingKey"].map(validator)
        });
        let [version, language, slug, href, date, address, key] = &*TYPES;
        for text in &texts {
            agrees::<Version>(version, text)?;
            agrees::<Language>(language, text)?;
            agrees::<Slug>(slug, text)?;
            agrees::<Href>(href, text)?;
            agrees::<PartialDate>(date, text)?;
            agrees::<Address>(address, text)?;
            agrees::<ListingKey>(key, text)?;
        }
    }
}

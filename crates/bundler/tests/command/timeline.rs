//! Terms in the chair: what is refused with a clear message, what is said honestly, and what other
//! programs get of them.

use std::fs;

use rostrum_model::Language;

use crate::journey::{Desk, messages};

/// A desk with these terms.
fn desk(terms: &str) -> Desk {
    let desk = Desk::in_order(1);
    desk.put("content/chairpersonships.yaml", terms);
    desk
}

fn refused(terms: &str) -> String {
    messages(&desk(terms).runs(&["check", "content"]).code(1))
}

fn accepted(terms: &str) -> String {
    messages(&desk(terms).runs(&["check", "content"]).success())
}

const FIRST: &str = "- {id: first, label: First, holders: [{name: A, country: kazakhstan}], start: 2012-01-01, end: 2012-12-31}\n";

fn after_the_first(term: &str) -> String {
    format!("{FIRST}- {{id: second, label: Second, holders: [{{name: B}}], {term}}}\n")
}

#[test]
fn terms_that_overlap_are_refused_with_where_and_what_to_do() {
    let told = refused(&after_the_first("start: 2012-07-01, end: 2013-06-30"));
    assert!(told.contains("--> content/chairpersonships.yaml:2:"), "{told}");
    assert!(
        told.contains(
            "this term begins on 2012-07-01, while the one above it, First, runs until 2012-12-31"
        ),
        "{told}"
    );
    assert!(told.contains("States that share a term are its `holders`"), "{told}");
}

#[test]
fn a_handover_on_one_day_or_within_a_rough_date_is_no_overlap() {
    for term in ["start: 2012-12-31", "start: 2012-12~", "start: '2012'", "end: 2013-12-31"] {
        accepted(&after_the_first(term));
    }
}

#[test]
fn a_gap_is_taken_and_told_of() {
    let told = accepted(&after_the_first("start: 2013-03-01"));
    assert!(told.contains("note: nobody is in the chair between 2012-12-31, when First ends, and 2013-03-01, when this term begins"), "{told}");
    assert!(!accepted(&after_the_first("start: 2013-01-01")).contains("nobody"));
}

#[test]
fn a_term_without_an_end_a_half_year_a_shared_term_and_a_person_without_dates_are_in_order() {
    for term in [
        "start: 2013-01-01",
        "start: 2013-01-01, end: 2013-06-30",
        "start: 2013-01-01, chairpersons: [{name: Somebody}]",
        "start: 2013-01-01, chairpersons: [{name: Somebody, from: 2013-02}]",
    ] {
        let told = accepted(&after_the_first(term));
        assert!(!told.contains("warning"), "{told}");
    }
    accepted(
        "- {id: shared, label: Shared, holders: [{name: A, country: kazakhstan}, {name: B}], start: 2012-01-01}\n",
    );
}

#[test]
fn what_cannot_be_is_refused() {
    for (terms, message) in [
        (
            after_the_first("start: 2013-12-31, end: 2013-01-01"),
            "`end` is 2013-01-01, before `start`, which is 2013-12-31",
        ),
        (
            after_the_first("start: 2011-01-01"),
            "this term begins before the one above it, First, which begins 2012-01-01",
        ),
        (
            after_the_first("chairpersons: [{name: C, from: 2013-06-01, to: 2013-05-01}]"),
            "`to` is 2013-05-01, before `from`",
        ),
        (
            FIRST.replace("kazakhstan", "kazakstan"),
            "unknown country \"kazakstan\": did you mean \"kazakhstan\"?",
        ),
        (FIRST.repeat(2), "\"first\" stands here a second time"),
        (
            FIRST.replace("[{name: A, country: kazakhstan}]", "[]"),
            "this term has no State in the chair",
        ),
    ] {
        let told = refused(&terms);
        assert!(told.contains(message), "{message} in {told}");
    }
}

#[test]
fn a_bundle_whose_terms_are_out_of_order_is_refused_too() {
    let desk = desk(&after_the_first("start: 2013-01-01, end: 2013-12-31"));
    desk.builds().success();
    let entry = desk.read("bundle/bundle.json");
    for (from, to, message) in [
        (
            "2013-01-01",
            "2012-07-01",
            "$.timeline.terms[1]: this term begins on 2012-07-01, while the one above it, First, runs until 2012-12-31",
        ),
        (
            "2013-12-31",
            "2012-12-31",
            "$.timeline.terms[1]: `end` is 2012-12-31, before `start`, which is 2013-01-01",
        ),
        (
            r#""id":"second""#,
            r#""id":"first""#,
            "$.timeline.terms[1]: another term has the same `id`",
        ),
        (
            r#""country":"kazakhstan""#,
            r#""country":"atlantis""#,
            "$.timeline.terms[0]: it names the country `atlantis`, which the entry lacks",
        ),
    ] {
        assert!(entry.contains(from), "{from} in {entry}");
        desk.put("bundle/bundle.json", &entry.replacen(from, to, 1));
        let told = messages(&desk.runs(&["check", "bundle"]).code(1));
        assert!(told.contains(message), "{message} in {told}");
    }
}

#[test]
fn the_terms_stand_in_the_bundle_as_csv_calendar_and_json_in_each_language() {
    let desk = desk(FIRST);
    desk.builds().success();
    let exports = desk.entry().timeline.exports;
    let formats: Vec<_> = exports
        .iter()
        .map(|export| (&*export.format, export.language.as_ref().map(Language::as_str)))
        .collect();
    assert_eq!(
        formats,
        [
            ("CSV", Some("en")),
            ("iCalendar", Some("en")),
            ("CSV", Some("fr")),
            ("iCalendar", Some("fr")),
            ("JSON", None)
        ]
    );
    for export in &exports {
        let size = fs::metadata(desk.path("bundle").join(&export.file)).unwrap().len();
        assert_eq!(size, export.size, "{}", export.file);
    }
    let told = messages(&desk.runs(&["check", "bundle"]).success());
    assert!(told.contains("files are in order"), "{told}");
    fs::remove_file(desk.path("bundle").join(&exports[0].file)).unwrap();
    let told = messages(&desk.runs(&["check", "bundle"]).code(1));
    assert!(told.contains("the bundle names this file, but it cannot be read"), "{told}");
}

#[test]
fn exports_of_the_last_two_bundles_are_kept_and_older_ones_go() {
    let desk = desk(FIRST);
    desk.builds().success();
    let oldest = desk.entry().timeline.exports[0].file.clone();
    for (label, is_kept) in [("Other", true), ("Another", false)] {
        desk.put("content/chairpersonships.yaml", &FIRST.replace("First", label));
        desk.builds().success();
        assert_eq!(desk.path("bundle").join(&oldest).exists(), is_kept, "{label}");
    }
}

#[test]
fn releases_that_speak_of_a_term_stand_in_its_listing() {
    let desk = desk(FIRST);
    desk.put_release("2007-04-30", "bid");
    let name = "content/releases/2007/2007-04-30-bid.md";
    let text = desk.read(name).replacen("origin:", "terms: [first]\norigin:", 1);
    desk.put(name, &text);
    desk.builds().success();
    let listings = desk.entry().listings;
    let listing = listings.iter().find(|listing| listing.key.to_string() == "term/first").unwrap();
    assert_eq!(listing.total, 1);
    messages(&desk.runs(&["check", "bundle"]).success());
}

//! A bundle that no command has checked: terms that overlap, that leave a gap, of which something is not
//! known or cannot be. All of them are shown as they are.

use leptos::prelude::*;
use rostrum_model::Entry;

use super::{ENTRY, item, term_of, words};
use crate::{fixture, site::Site};

const TERMS: &str = r#"{"terms": [
    {"id": "early", "label": "Early", "holders": [{"name": {"en": "Germany"}, "country": "germany"}],
     "start": "2001-01-01", "end": "2002-06-30"},
    {"id": "overlap", "label": "Overlap", "holders": [{"name": {"en": "Kazakhstan"}, "country": "kazakhstan"}],
     "start": "2002-01-01", "end": "2002-12-31", "chairpersons": [{"name": "No Dates"}, {"name": "Later", "from": "2002-07"}]},
    {"id": "after-a-gap", "label": "After a gap", "holders": [{"name": {"en": "Atlantis"}, "country": "atlantis", "successors": ["lemuria"]}],
     "start": "2004-01-01", "end": "2003-01-01"},
    {"id": "after-a-gap", "label": "The same name", "holders": [], "start": "2004-06-01"},
    {"id": "endless", "label": "Endless", "holders": [{"name": {"en": "Czechia"}, "country": "czechia"}], "start": "2005-01-01"}
  ]}"#;

fn site(today: &str) -> Site {
    let (before, _) = ENTRY.split_once("\"timeline\"").unwrap();
    fixture::site(&[before, "\"timeline\": ", TERMS, "}"].concat(), "en", today)
}

fn timeline(today: &str) -> String {
    Owner::new().with(|| crate::timeline::view(&site(today), None).to_html())
}

/// Who was outgoing, in the chair and incoming.
fn troika(today: &str) -> String {
    words(&Owner::new().with(|| crate::timeline::troika(&site(today)).to_html()))
}

#[test]
fn every_term_is_listed_whatever_is_wrong_with_it() {
    let html = timeline("2006-05-01");
    for (id, expected) in [
        ("early", "Early Germany 1 January 2001 – 30 June 2002"),
        ("overlap", "Overlap Kazakhstan 1 January – 31 December 2002"),
        ("endless", "Endless Czechia In the chair 1 January 2005 – end not known"),
    ] {
        let item = words(&item(&html, id));
        assert!(item.contains(expected), "{expected} in {item}");
    }
    assert!(words(&html).contains("5 of 5 terms"));
}

#[test]
fn where_terms_overlap_the_later_one_is_in_the_chair() {
    let troika = troika("2002-03-01");
    assert!(
        troika.contains("Outgoing chair Germany Early In the chair Kazakhstan Overlap"),
        "{troika}"
    );
}

#[test]
fn in_a_gap_nobody_is_in_the_chair() {
    let troika = troika("2003-06-01");
    assert!(
        troika.contains("Outgoing chair Kazakhstan Overlap Later In the chair Nobody"),
        "{troika}"
    );
}

#[test]
fn a_term_without_an_end_runs_until_somebody_follows() {
    assert!(troika("2099-01-01").contains("In the chair Czechia Endless"));
}

#[test]
fn a_person_without_dates_stands_without_dates() {
    let text = words(&item(&timeline("2006-05-01"), "overlap"));
    assert!(text.contains("Chairpersons-in-Office No Dates Later , from July 2002"), "{text}");
}

#[test]
fn a_country_that_the_bundle_lacks_is_named_without_a_link() {
    let html = timeline("2006-05-01");
    assert!(html.contains("Atlantis"));
    assert!(!html.contains("/countries/atlantis/") && !html.contains("lemuria"));
}

#[test]
fn each_of_them_has_a_page() {
    let site = site("2006-05-01");
    let Entry { timeline, .. } = &*site.entry;
    for term in &timeline.terms {
        assert!(words(&term_of(&site, term.id.as_str(), &[], 1)).contains("Chairpersonships"));
    }
}

//! Two terms side by side, the releases about a term, and the files for other programs.

use leptos::prelude::*;

use super::{between, in_language, list, site, term, term_of, words};
use crate::timeline::{compare::compare, look::Look};

/// The comparison of two terms.
fn compared(ids: [&str; 2]) -> String {
    Owner::new().with(|| {
        let site = site("2013-05-01");
        let look = Look::begin(&site, None);
        look.compared.set(ids.map(|id| id.parse().ok()));
        compare(&site, look).into_node().to_html()
    })
}

/// The words of the rows, each from its header on.
fn rows(html: &str) -> Vec<String> {
    let body = between(html, "<tbody", "</tbody>");
    body.split("<tr").skip(1).map(|row| words(&["<tr", row].concat())).collect()
}

#[test]
fn two_terms_stand_side_by_side_in_rows_of_what_is_known_of_either() {
    let html = compared(["1992", "2010"]);
    assert_eq!(words(between(&html, "<thead", "</thead>")), "1992 2010");
    assert_eq!(
        rows(&html),
        [
            "State Czechoslovakia Kazakhstan",
            "Period 30 January – 14 December 1992 1 January – 31 December 2010",
            "Chairperson-in-Office Jiří Dienstbier , until 2 July 1992 Jozef Moravčík , from 3 July 1992 Kanat Saudabayev",
            "Troika Outgoing chair: 1991 Germany Incoming chair: 2010 Kazakhstan Outgoing chair: 1992 Czechoslovakia Incoming chair: 2012, first half Czechia , Slovakia",
            "Summit Astana, 1 – 2 December 2010",
            "Priorities Trust Transparency",
            "How it came about Bid , 2003 For 2009. Blocked : Germany Invented for this test. Decided , 30 November 2007 A journal",
            "Press releases Releases of 2010 4 releases",
        ]
    );
    assert_eq!(html.matches("scope=\"row\"").count(), 8);
}

#[test]
fn until_two_terms_are_chosen_there_is_only_the_choice() {
    for ids in [["", ""], ["1992", ""], ["1992", "atlantis"]] {
        assert!(!compared(ids).contains("<table"), "{ids:?}");
    }
    let html = compared(["1992", ""]);
    let first = between(&html, "id=\"compare-first\"", "</select>");
    assert!(first.contains("<option value=\"1992\" selected"), "{first}");
    assert_eq!(first.matches("<option").count(), 7);
}

#[test]
fn a_terms_page_tells_its_priorities_and_leads_to_a_comparison() {
    let html = term("2010");
    let text = words(&html);
    assert!(text.contains("Priorities Trust Transparency"), "{text}");
    assert!(html.contains("href=\"/chairpersonships/?compare=2010,\""), "{html}");
    assert!(!words(&term("2013")).contains("Priorities"));
}

#[test]
fn releases_that_speak_of_a_term_stand_on_its_page_and_go_on_on_further_ones() {
    let release = rostrum_model::parse_document(
        "listing.json",
        r#"{"address": "2007/04/30/a-bid", "kind": "press-release", "title": {"en": "A bid for 2009"}}"#,
    )
    .unwrap();
    let site = site("2013-05-01");
    let first = term_of(&site, "2010", std::slice::from_ref(&release), 1);
    let text = words(&first);
    assert!(
        text.contains("Releases about this chair 1 release 30 April 2007 A bid for 2009"),
        "{text}"
    );
    assert!(first.contains("href=\"/press/2007/04/30/a-bid/\""), "{first}");
    let second = words(&term_of(&site, "2010", &[release], 2));
    assert!(second.contains("2010 Kazakhstan Releases about this chair"), "{second}");
    assert!(!second.contains("How it came about"), "{second}");
    assert!(!words(&term("2010")).contains("Releases about"));
}

#[test]
fn the_timeline_leads_to_its_files_in_the_readers_language() {
    let exports = |html: &str| between(html, "class=\"exports\"", "</section>").to_owned();
    let english = exports(&list("2013-05-01"));
    assert!(english.contains("<a href=\"/bundle/timeline/terms-en.csv\" download"), "{english}");
    assert_eq!(words(&english), "Download CSV 3 kB JSON 90 B");
    let site = in_language("fr", "2013-05-01");
    let french = Owner::new().with(|| crate::timeline::view(&site, None).to_html());
    // The bundle of this test is in English alone.
    assert!(exports(&french).contains("terms-en.csv"), "{french}");
}

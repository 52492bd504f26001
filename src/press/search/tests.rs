//! What a search shows, loaded from a small bundle and rendered to HTML.

use leptos::prelude::*;
use rostrum_model::{BundleError, Criteria, Facet, ListingFile, ListingKey, parse_document};

use super::results;
use crate::{
    bundle::{Files, Results, Row, at_once},
    element::fragment,
    fixture::{self, ENTRY, TODAY},
    locale::Messages,
    pages,
    site::Site,
};

const LISTING: &str = include_str!("../../../tests/fixtures/bundle/listing.json");

/// A bundle whose listings have two releases.
struct Listed;

impl Files for Listed {
    async fn text(&self, _: &str) -> Result<String, BundleError> {
        Ok(LISTING.to_owned())
    }
}

fn site(tag: &str, has_index: bool) -> Site {
    let index = if has_index { "\"search\": \"root.bin\", \"menu\"" } else { "\"menu\"" };
    fixture::site(&ENTRY.replacen("\"menu\"", index, 1), tag, TODAY)
}

fn html(site: &Site, place: &str) -> String {
    let route = place.parse().unwrap();
    let page = at_once(pages::load(site, &Listed, Some(&route))).unwrap();
    Owner::new().with(|| pages::view(site, &page, None).to_html())
}

/// What was found for a query: a bid, by a word.
fn bid(query: &str) -> Results {
    let listing: ListingFile = parse_document("listing.json", LISTING).unwrap();
    let row = Row { release: listing.releases[1].clone(), words: vec!["bid".to_owned()] };
    let criteria = Criteria { words: query.to_owned(), ..Criteria::default() };
    let found = Results { criteria, portions: 1, rows: vec![row], ..Results::default() };
    Results { count: 1, is_exact: true, ..found }
}

fn shown(found: &Results) -> String {
    let site = site("en", true);
    Owner::new().with(|| {
        results::results(&site, found, (&ListingKey::All, "h2"), |_| fragment(""), || {}).to_html()
    })
}

fn said(tag: &str, found: &Results) -> String {
    results::counted(Messages::for_language(tag), found)
}

#[test]
fn what_is_found_is_shown_with_its_words_marked() {
    let html = shown(&bid("bid"));
    let title =
        "<h2><a href=\"/press/2007/04/30/a-bid/\">A <mark>bid</mark> for the chair</a></h2>";
    assert!(html.contains(title), "{html}");
    assert!(!html.contains("More results"), "{html}");
    assert_eq!(said("en", &bid("bid")), "1 release");
}

#[test]
fn a_count_that_is_not_exact_says_so_and_leads_on() {
    let found = Results { count: 40, is_exact: false, has_more: true, ..bid("bid") };
    assert_eq!(said("en", &found), "At least 40 releases");
    assert_eq!(said("fr", &found), "Au moins 40 communiqués");
    let button = "<button type=\"button\" class=\"more\">More results</button>";
    assert!(shown(&found).contains(button));
}

#[test]
fn feeds_follow_what_is_chosen() {
    let feeds = "https://example.org/feeds/";
    let with = format!(r#""feeds": "{feeds}", "menu""#);
    let entry = ENTRY.replacen("\"menu\"", &with, 1);
    assert!(entry.contains(feeds));
    let site = fixture::site(&entry, "en", TODAY);
    let shown = |facets: &[(&str, &str)]| {
        let facets = facets.iter().filter_map(|(category, name)| Facet::new(category, name));
        let criteria = Criteria { facets: facets.collect(), ..Criteria::default() };
        let found = Results { criteria, ..bid("") };
        let results =
            || results::results(&site, &found, (&ListingKey::All, "h2"), |_| fragment(""), || {});
        Owner::new().with(|| results().to_html())
    };
    let link = |name: &str| format!("{feeds}{name}.xml\">");
    assert!(shown(&[("kind", "summary")]).contains(&link("all")));
    let chosen = shown(&[("country", "switzerland"), ("year", "2007")]);
    assert!(chosen.contains(&link("country/switzerland")), "{chosen}");
    assert!(!chosen.contains("all.xml"));
}

#[test]
fn words_like_those_that_nobody_wrote_are_named() {
    let found = Results { is_forgiving: true, ..bid("bidd chair") };
    assert_eq!(said("en", &found), "1 release. Results for bid");
    let as_typed = Results { is_forgiving: true, ..bid("Bid, chairr") };
    assert_eq!(said("en", &as_typed), "1 release");
}

#[test]
fn where_nothing_is_found_a_sentence_says_what_to_try() {
    let found = Results { is_exact: true, ..Results::default() };
    assert!(said("en", &found).starts_with("Nothing was found. Try fewer words"));
    assert_eq!(shown(&found), "");
}

#[test]
fn the_listing_stands_under_the_box() {
    for place in ["/press/", "/press/?query=%22%3E%3Cb%3E"] {
        let html = html(&site("en", true), place);
        for part in [
            "<form class=\"search\" role=\"search\" aria-label=\"Search the releases\">",
            "<label for=\"release-search\">Search the releases</label>",
            "type=\"search\"",
            "2 releases",
            "A bid for the chair",
        ] {
            assert!(html.contains(part), "{part} is not in\n{html}");
        }
    }
}

#[test]
fn a_bundle_without_an_index_has_no_box() {
    let html = html(&site("en", false), "/press/?query=bid");
    assert!(!html.contains("role=\"search\""), "{html}");
    assert!(html.contains("A summary"));
}

#[test]
fn a_short_listing_of_a_country_has_no_box() {
    let html = html(&site("en", true), "/countries/switzerland/");
    assert!(!html.contains("role=\"search\""), "{html}");
}

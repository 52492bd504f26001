//! The menu as it is rendered natively: every link, closed.

use std::sync::Arc;

use leptos::prelude::*;
use rostrum_model::{Date, Entry, Route, parse_entry};

use super::{Shortcut, mega_menu};
use crate::{
    locale::Messages,
    route::Routing,
    site::{Edition, Site},
};

const ENTRY: &str = r#"{
    "version": "1.0",
    "organization": {"name": {"en": "An Organisation"}, "abbreviation": {"en": "AO"}, "time_zone": "Europe/Vienna"},
    "languages": {"default": "en", "available": ["en", "fr"]},
    "menu": [
        {"label": {"en": "Work", "fr": "Activités"}, "to": "/fields/", "items": [
            {"label": {"en": "Security"}, "items": [
                {"label": {"en": "Policing", "fr": "Police"}, "to": "/fields/policing/", "items": [
                    {"label": {"en": "Training"}, "to": "/fields/training/"}
                ]}
            ]},
            {"label": {"en": "Elsewhere"}, "to": "https://example.org/"}
        ]},
        {"label": {"en": "Countries"}, "to": "/countries/", "panel": "directory", "items": [
            {"label": {"en": "All"}, "to": "/countries/"},
            {"label": {"en": "The Netherlands"}, "to": "/countries/netherlands/"},
            {"label": {"en": "Switzerland"}, "to": "/countries/switzerland/"}
        ]},
        {"label": {"en": "Press"}, "to": "/press/"}
    ],
    "timeline": {"terms": [
        {"id": "2026", "label": "2026", "start": "2026-01-01", "end": "2026-12-31",
         "holders": [{"name": {"en": "Switzerland"}, "country": "switzerland"}]}
    ]}
}"#;

fn html_of(entry: Entry, tag: &str, place: &str) -> String {
    Owner::new().with(|| {
        let messages = Messages::for_language(tag);
        let site = Site::from(Edition {
            entry: Arc::new(entry),
            messages,
            language: messages.language(),
            routing: Routing::Path { base: "/".to_owned() },
            folder: "/bundle/".to_owned(),
            today: Date::new(2026, 11, 23).unwrap(),
        });
        let route: Option<Route> = place.parse().ok();
        let shortcut = Shortcut::from_attribute(None);
        mega_menu(&site, move || route.clone(), shortcut).to_html()
    })
}

/// The bar: what a small container has stands after it.
fn html(tag: &str, place: &str) -> String {
    let html = html_of(parse_entry("bundle.json", ENTRY).unwrap(), tag, place);
    html.split_once("<details class=\"menu-still\">").unwrap().0.to_owned()
}

/// The start tag that has a piece of text in it.
fn tag_with<'a>(html: &'a str, text: &str) -> &'a str {
    let tag = html.split('<').find(|tag| tag.contains(text));
    tag.unwrap_or_else(|| panic!("{text} is not in\n{html}"))
}

#[test]
fn every_label_is_in_the_closed_menu_as_a_link_in_the_order_of_the_bundle() {
    let html = html("en", "/");
    let links: Vec<&str> = html
        .split("<a ")
        .skip(1)
        .filter_map(|link| link.split_once('>')?.1.split('<').next())
        .collect();
    let labels = [
        "Work",
        "Policing",
        "Training",
        "Elsewhere",
        "Countries",
        "All",
        "The Netherlands",
        "Switzerland",
        "Press",
    ];
    assert_eq!(links.iter().map(|label| label.trim()).collect::<Vec<_>>(), labels);
}

#[test]
fn panels_are_closed_and_open_without_scripts_one_at_a_time() {
    let html = html("en", "/");
    assert_eq!(html.matches("class=\"menu-panel\"").count(), 2);
    assert_eq!(html.matches("<details name=\"menu\"><summary").count(), 2);
    assert!(!html.contains("<details open"));
}

#[test]
fn a_page_with_a_panel_has_a_link_and_a_trigger_that_names_it() {
    let html = html("en", "/");
    assert!(tag_with(&html, "More of Countries").starts_with("summary "));
    assert!(!html.contains("More of Press"));
}

#[test]
fn the_branch_where_the_visitor_is_stands_open() {
    let html = html("en", "/fields/training/");
    let branch = html.split("<details open").nth(1).unwrap();
    assert!(tag_with(branch, "Training").contains("href=\"/fields/training/\""));
}

#[test]
fn a_small_container_has_every_link_too() {
    let html = html_of(parse_entry("bundle.json", ENTRY).unwrap(), "en", "/");
    let (bar, small) = html.split_once("menu-still").unwrap();
    assert_eq!(bar.matches("<a ").count(), small.matches("<a ").count());
}

#[test]
fn a_list_is_labelled_by_its_heading_link_or_not() {
    let html = html("en", "/");
    assert!(tag_with(&html, "Security").starts_with("span id=\"menu-1\""));
    assert!(html.contains("<ul aria-labelledby=\"menu-1\">"));
}

#[test]
fn the_current_page_and_its_branches_are_marked() {
    let html = html("en", "/fields/training/");
    for (label, current) in [(">Work", "true"), (">Policing", "true"), (">Training", "page")] {
        let mark = ["aria-current=\"", current].concat();
        assert!(tag_with(&html, label).contains(&mark), "{label}");
    }
    assert_eq!(html.matches("aria-current").count(), 3);
}

#[test]
fn a_label_without_translation_carries_its_language() {
    let html = html("fr", "/");
    assert!(html.contains("Police"));
    assert!(html.contains("<span lang=\"en\" dir=\"ltr\">Training</span>"));
}

#[test]
fn a_link_away_says_so_in_words() {
    assert!(html("en", "/").contains("<span class=\"unseen\"> (leads to another site)</span>"));
}

#[test]
fn the_country_in_the_chair_is_marked_in_words() {
    let html = html("en", "/");
    assert!(html.contains("Switzerland <span class=\"chairs\">in the chair</span>"));
    assert_eq!(html.matches("class=\"chairs\"").count(), 1);
}

#[test]
fn letters_leave_out_an_article_and_the_link_to_everything() {
    let html = html("en", "/");
    let letters: Vec<&str> = html
        .split("tabindex=\"")
        .skip(1)
        .filter_map(|button| button.split_once('>')?.1.split('<').next())
        .filter(|letter| letter.len() == 1)
        .collect();
    assert_eq!(letters, ["N", "S"]);
}

#[test]
fn the_key_to_the_directory_is_shown() {
    let html = html("en", "/");
    assert!(html.contains("<kbd>Ctrl+/</kbd> from anywhere"));
}

#[test]
fn a_menu_of_nothing_is_nothing() {
    let mut entry = parse_entry("bundle.json", ENTRY).unwrap();
    entry.menu.clear();
    assert!(!html_of(entry, "en", "/").contains('<'));
}

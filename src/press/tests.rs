//! The page of a release where it is hard: very long, very short, very wide, in other scripts,
//! withdrawn, corrected, with ways on.

use std::sync::Arc;

use leptos::prelude::*;
use rostrum_model::{ListingFile, Pack, parse_document};
use serde_json::{Value, json};

use super::{load_tools, release, summaries};
use crate::{
    fixture::{ENTRY, TODAY, shows, site},
    pages::Reading,
};

/// The page of a release about a State, with these fields besides, to a reader of that language.
fn html_in(tag: &str, fields: Value) -> String {
    let mut release = json!({
        "address": "2026/04/30/a-release", "kind": "press-release", "title": {"en": "A release"},
        "source": "council", "countries": ["switzerland"], "provenance": {"origin": "published"},
        "versions": [version("en", "A release", vec![paragraph("The text.")])],
    });
    let Value::Object(fields) = fields else { panic!("fields are an object") };
    release.as_object_mut().unwrap().extend(fields);
    let pack = json!({ "releases": [release] }).to_string();
    let Pack::Releases { mut releases, .. } = parse_document("pack", &pack).unwrap() else {
        panic!()
    };
    let reading = Reading { release: Arc::new(releases.remove(0)), language: None };
    Owner::new().with(|| view(tag, &reading))
}

fn html(fields: Value) -> String {
    html_in("en", fields)
}

fn view(tag: &str, one: &Reading) -> String {
    release(&site(ENTRY, tag, TODAY), one, load_tools).to_html()
}

fn version(language: &str, title: &str, body: Vec<Value>) -> Value {
    json!({"language": language, "title": title, "body": body})
}

fn text(text: &str) -> Value {
    json!([{"type": "text", "text": text}])
}

fn paragraph(words: &str) -> Value {
    json!({"type": "paragraph", "text": text(words)})
}

#[test]
fn the_notice_of_a_withdrawn_release_stands_above_all_and_its_text_stays() {
    let html = html(
        json!({"withdrawn": {"date": "2026-05-02", "reason": {"en": "It was issued by mistake."}}}),
    );
    shows(
        &html,
        &[
            "<article class=\"release\"><p class=\"withdrawn\" role=\"note\">",
            "<strong>Withdrawn on 2 May 2026.</strong> It was issued by mistake.",
            "<h1",
            "The text.",
        ],
    );
}

#[test]
fn a_list_marks_a_withdrawn_release() {
    let marked = |is_withdrawn: bool| {
        let address = "2026/05/01/a-release";
        let listed = json!({"address": address, "kind": "press-release", "title": {"en": "A release"},
            "is_withdrawn": is_withdrawn});
        let file = json!({"releases": [listed]}).to_string();
        let file: ListingFile = parse_document("listing.json", &file).unwrap();
        let site = site(ENTRY, "en", TODAY);
        Owner::new().with(|| summaries(&site, &file.releases, "h2").to_html())
    };
    assert!(marked(true).contains("<strong>Withdrawn</strong>"), "{}", marked(true));
    assert!(!marked(false).contains("Withdrawn"));
}

#[test]
fn a_withdrawn_release_without_a_text_shows_the_notice_and_no_empty_place() {
    let html = html(json!({
        "withdrawn": {"date": "2026-05-02", "reason": {"en": "A mistake."}},
        "versions": [version("en", "A release", vec![])],
    }));
    assert!(html.contains("Withdrawn on"));
    assert!(!html.contains("prose"), "{html}");
}

#[test]
fn a_release_that_was_corrected_twice_tells_both_with_their_days_the_latest_first() {
    let html = html(json!({"changes": [
        {"date": "2026-05-01", "kind": "correction", "note": {"en": "The name was misspelt."}},
        {"date": "2026-05-03", "kind": "correction", "note": {"en": "So was the place.", "fr": "Le lieu aussi."}},
        {"date": "2026-05-04", "kind": "update", "note": {"en": "The speech was added."}},
    ]}));
    shows(
        &html,
        &[
            "<h2 id=\"changes\">Updates and corrections</h2>",
            "<strong>Update</strong>, <time datetime=\"2026-05-04\">4 May 2026</time>",
            "The speech was added.",
            "<strong>Correction</strong>, <time datetime=\"2026-05-03\">3 May 2026</time>",
            "So was the place.",
            "1 May 2026",
            "The name was misspelt.",
            "The text.",
        ],
    );
}

#[test]
fn a_contact_can_be_called_and_written_to() {
    let html = html(json!({"contacts": [
        {"name": "A. Person", "role": {"en": "Spokesperson"}, "telephone": "+43 1 514 36 0", "email": "press@example.org"},
        {"name": "The office", "email": "office@example.org"},
    ]}));
    shows(
        &html,
        &[
            "The text.",
            "<h2 id=\"contacts\">Contact</h2>",
            "<strong>A. Person</strong>, Spokesperson",
            "<a href=\"tel:+431514360\" dir=\"ltr\">+43 1 514 36 0</a>",
            "<a href=\"mailto:press@example.org\" dir=\"ltr\">press@example.org</a>",
            "<strong>The office</strong></p>",
        ],
    );
}

#[test]
fn a_release_in_several_languages_offers_each_by_its_own_name() {
    let versions = json!({"versions": [
        version("en", "A release", vec![paragraph("The text.")]),
        version("ru", "Сообщение", vec![paragraph("Текст.")]),
        version("mn", "Мэдээ", vec![paragraph("Бичвэр.")]),
    ]});
    let html = html(versions);
    shows(
        &html,
        &[
            "aria-label=\"Language of the text\"",
            "a-release/\" lang=\"en\" hreflang=\"en\" aria-current=\"true\">English</a>",
            "a-release/ru/\" lang=\"ru\" hreflang=\"ru\">Русский</a>",
            "a-release/mn/\" lang=\"mn\" hreflang=\"mn\">mn</a>",
            "The text.",
        ],
    );
    assert!(!self::html(json!({})).contains("Language of the text"));
}

#[test]
fn a_text_in_arabic_runs_from_right_to_left_and_latin_names_in_it_say_what_they_are() {
    let latin = json!({"type": "span", "language": "en", "text": text("Kanat Saudabayev")});
    let body = json!({"type": "paragraph", "text": [{"type": "text", "text": "قال "}, latin, {"type": "text", "text": " إن"}]});
    let html = html(json!({"versions": [version("ar", "بيان", vec![body])]}));
    shows(
        &html,
        &[
            "<div lang=\"ar\" dir=\"rtl\"><h1 tabindex=\"-1\" part=\"title\">بيان</h1>",
            "<div class=\"prose\" lang=\"ar\" dir=\"rtl\">",
            "<span lang=\"en\" dir=\"ltr\">Kanat Saudabayev</span>",
        ],
    );
}

#[test]
fn a_text_in_russian_says_so_to_what_hyphenates_and_reads_it() {
    let html = html(json!({"versions": [version("ru", "Сообщение", vec![paragraph("Текст.")])]}));
    shows(
        &html,
        &[
            "<h1 tabindex=\"-1\" part=\"title\">Сообщение",
            "<div class=\"prose\" lang=\"ru\" dir=\"ltr\"><p>Текст.",
        ],
    );
}

#[test]
fn a_table_of_thirty_columns_can_be_reached_and_scrolled_by_itself() {
    let row = |is_header: bool| {
        let cell =
            |number| json!({"text": text(&format!("Column {number}")), "is_header": is_header});
        json!({"cells": (1..=30).map(cell).collect::<Vec<_>>()})
    };
    let table = json!({"type": "table", "rows": [row(true), row(false)]});
    let captioned = json!({"type": "table", "caption": text("Seats"), "rows": [row(false)]});
    let html = html(json!({"versions": [version("en", "A release", vec![table, captioned])]}));
    shows(
        &html,
        &[
            "role=\"region\" tabindex=\"0\" aria-label=\"Table: Column 1, Column 2, Column 3, Column 4\"",
            "<th scope=\"col\">Column 30</th>",
            "aria-label=\"Table: Seats\"",
        ],
    );
}

#[test]
fn forty_thousand_words_are_all_there() {
    let paragraphs =
        (1..=400).map(|number| paragraph(&format!("{number} {}", "word ".repeat(100))));
    let html = html(json!({"versions": [version("en", "A long one", paragraphs.collect())]}));
    assert_eq!(html.matches("word ").count(), 40_000);
    shows(&html, &["<p>1 word", "<p>400 word"]);
}

#[test]
fn a_release_of_one_line_has_no_place_for_what_it_lacks() {
    let html = html(json!({}));
    shows(&html, &["<h1 tabindex=\"-1\" part=\"title\">A release</h1>", "<p>The text.</p>"]);
    for nothing in ["changes", "contacts", "files", "related", "neighbours", "withdrawn"] {
        assert!(!html.contains(nothing), "{nothing} is in\n{html}");
    }
}

#[test]
fn neighbours_and_related_releases_lead_on_and_say_why() {
    let way = |name: &str, title: &str| json!({"address": format!("2006/01/01/{name}"), "title": {"en": title}});
    let mut near = way("near", "A near one");
    near["shared"] = json!(["field/elections", "country/switzerland"]);
    let html = html(
        json!({"previous": way("before", "The one before"), "next": way("after", "The one after"), "related": [near]}),
    );
    shows(
        &html,
        &[
            "<nav class=\"neighbours\" aria-label=\"Before and after, from the same source\">",
            "<a href=\"/press/2006/01/01/before/\" rel=\"prev\"><span class=\"label\">Previous</span> The one before</a>",
            "<a href=\"/press/2006/01/01/after/\" rel=\"next\"><span class=\"label\">Next</span> The one after</a>",
            "<h2 id=\"related\">Related releases</h2>",
            "<a href=\"/press/2006/01/01/near/\">A near one</a>",
            "1 January 2006",
            "Also on Elections and Switzerland",
        ],
    );
}

#[test]
fn a_release_about_the_state_in_the_chair_on_its_day_leads_to_that_term() {
    let link = "href=\"/chairpersonships/2026/\"";
    assert!(html(json!({})).contains(link));
    assert!(!html(json!({"countries": []})).contains(link));
    assert!(!html(json!({"address": "1999/04/30/a-release"})).contains(link));
}

#[test]
fn the_buttons_stand_there_at_once_and_sharing_waits_for_a_platform_that_can() {
    shows(
        &html(json!({})),
        &[
            "<button type=\"button\">Copy link</button>",
            "<button type=\"button\" hidden=\"\">Share</button>",
            "<button type=\"button\" aria-expanded=\"false\">Cite</button>",
            "role=\"status\"",
            "Address: <a href=\"/press/2026/04/30/a-release/\" class=\"permanent\" rel=\"bookmark\">/press/2026/04/30/a-release/</a>",
        ],
    );
}

#[test]
fn a_reader_of_french_is_told_everything_in_french() {
    let html = html_in(
        "fr",
        json!({
            "withdrawn": {"date": "2026-05-01", "reason": {"en": "A mistake.", "fr": "Une erreur."}},
            "changes": [{"date": "2026-05-01", "kind": "update", "note": {"en": "More."}}],
        }),
    );
    shows(
        &html,
        &[
            "Retiré le 1er mai 2026.",
            "Une erreur.",
            "jeudi 30 avril 2026",
            "Mise à jour",
            "<span lang=\"en\" dir=\"ltr\">More.</span>",
            "Copier le lien",
        ],
    );
}

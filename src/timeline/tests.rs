//! What a reader gets of the timeline, from the rendered HTML.

mod comparing;
mod drawing;
mod finding;
mod hard_terms;

use leptos::prelude::*;
use rostrum_model::{ListingKey, Summary};

use crate::{fixture, pages::ListingPage, site::Site};

/// Seven terms with what makes terms hard: a State that is no more, rough dates, several people, a
/// year that nobody chaired, two States at once, a half year, a term of which little is known.
const ENTRY: &str = r#"{
  "version": "1.0",
  "organization": {"name": {"en": "An Organisation"}, "abbreviation": {"en": "AO"}, "time_zone": "Europe/Vienna"},
  "languages": {"default": "en", "available": ["en"]},
  "menu": [], "listings": [], "pages": [], "fields": [], "structures": [], "kinds": [], "dimensions": [],
  "country_groups": [{"slug": "members", "name": {"en": "Members"}}],
  "countries": [
    {"slug": "germany", "name": {"en": "Germany"}, "code": "DE", "group": "members"},
    {"slug": "czechia", "name": {"en": "Czechia"}, "code": "CZ", "group": "members"},
    {"slug": "slovakia", "name": {"en": "Slovakia"}, "code": "SK", "group": "members"},
    {"slug": "kazakhstan", "name": {"en": "Kazakhstan"}, "code": "KZ", "group": "members"}
  ],
  "years": [{"year": 2010, "total": 4, "file": "releases/2010.json"}],
  "timeline": {"terms": [
    {"id": "1991", "label": "1991", "holders": [{"name": {"en": "Germany"}, "country": "germany"}],
     "start": "1991-06~", "end": "1992-01~", "chairpersons": [{"name": "Hans-Dietrich Genscher"}],
     "council": {"place": {"en": "Berlin"}, "start": "1991-06-19", "end": "1991-06-20", "opened_term": true}},
    {"id": "1992", "label": "1992", "holders": [{"name": {"en": "Czechoslovakia"}, "successors": ["czechia", "slovakia"]}],
     "start": "1992-01-30", "end": "1992-12-14",
     "chairpersons": [{"name": "Jiří Dienstbier", "to": "1992-07-02"},
                      {"name": "Jozef Moravčík", "from": "1992-07-03", "to": "1992-12-14"}]},
    {"id": "2010", "label": "2010", "holders": [{"name": {"en": "Kazakhstan"}, "country": "kazakhstan"}],
     "start": "2010-01-01", "end": "2010-12-31", "chairpersons": [{"name": "Kanat Saudabayev"}],
     "summit": {"place": {"en": "Astana"}, "start": "2010-12-01", "end": "2010-12-02"},
     "priorities": [{"en": "Trust"}, {"en": "Transparency", "fr": "Transparence"}],
     "note": {"en": "No ordinary council was held."},
     "history": [{"status": "bid", "date": "2003", "note": {"en": "For 2009."}},
                 {"status": "blocked", "country": "germany", "note": {"en": "Invented for this test."}},
                 {"status": "decided", "date": "2007-11-30", "sources": [{"name": "A journal", "href": "https://example.org/journal"}]}],
     "sources": [{"name": "A list"}]},
    {"id": "2012-first", "label": "2012, first half",
     "holders": [{"name": {"en": "Czechia"}, "country": "czechia"}, {"name": {"en": "Slovakia"}, "country": "slovakia"}],
     "start": "2012-01-01", "end": "2012-06-30"},
    {"id": "2012-second", "label": "2012, second half", "holders": [{"name": {"en": "Atlantis"}, "country": "atlantis"}],
     "end": "2012-12-31", "council": {"place": {"en": "Lugano"}}},
    {"id": "2013", "label": "2013", "holders": [{"name": {"en": "Germany"}, "country": "germany"}],
     "start": "2013-01-01", "end": "2013-12-31", "chairpersons": [{"name": "A. Person"}]}
  ], "exports": [
    {"format": "CSV", "language": "en", "file": "timeline/terms-en.csv", "size": 2048},
    {"format": "CSV", "language": "fr", "file": "timeline/terms-fr.csv", "size": 2100},
    {"format": "JSON", "file": "timeline/terms.json", "size": 90}
  ]}
}"#;

fn site(today: &str) -> Site {
    in_language("en", today)
}

fn in_language(tag: &str, today: &str) -> Site {
    fixture::site(ENTRY, tag, today)
}

fn list(today: &str) -> String {
    Owner::new().with(|| super::view(&site(today), None).to_html())
}

fn term(id: &str) -> String {
    term_of(&site("2013-05-01"), id, &[], 1)
}

/// A page of a term, with a page of the releases that speak of it.
fn term_of(site: &Site, id: &str, releases: &[Summary], page: u32) -> String {
    let key = ListingKey::Term(id.parse().unwrap());
    let total = u32::try_from(releases.len()).unwrap();
    let about = ListingPage { key, page, total, releases: releases.to_vec(), is_searched: false };
    Owner::new().with(|| super::term(site, &about, None).to_html())
}

fn troika(today: &str) -> String {
    words(&Owner::new().with(|| super::troika(&site(today)).to_html()))
}

/// The words of a piece of HTML, as they are read one after the other.
fn words(html: &str) -> String {
    let html = html.replace('\u{2060}', "");
    let parts = html.split('<').filter_map(|part| part.split_once('>').map(|(_, text)| text));
    parts.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

/// From `start` to the next `end`.
fn between<'a>(html: &'a str, start: &str, end: &str) -> &'a str {
    let rest = html.split_once(start).unwrap_or_else(|| panic!("`{start}` in {html}")).1;
    rest.split_once(end).map_or(rest, |(inside, _)| inside)
}

fn item(html: &str, id: &str) -> String {
    let start = format!("id=\"term-{id}\"");
    let start = html.split_once(&start).unwrap_or_else(|| panic!("{id} in {html}")).1;
    start.split("<li id=\"term-").next().unwrap().to_owned()
}

#[test]
fn every_term_has_a_heading_that_leads_to_its_page() {
    let html = list("2013-05-01");
    for (id, heading) in [
        ("1991", "1991 Germany"),
        ("1992", "1992 Czechoslovakia"),
        ("2010", "2010 Kazakhstan"),
        ("2012-first", "2012, first half Czechia , Slovakia"),
        ("2012-second", "2012, second half Atlantis"),
        ("2013", "2013 Germany"),
    ] {
        let item = item(&html, id);
        assert_eq!(words(between(&item, "<h3>", "</h3>")), heading);
        assert!(item.contains(&format!("href=\"/chairpersonships/{id}/\"")), "{item}");
    }
}

#[test]
fn the_newest_decade_and_the_newest_term_stand_first() {
    let html = list("2013-05-01");
    let places =
        ["decade-2010", "term-2013", "term-2012-second", "term-2010", "decade-1990", "term-1992"]
            .map(|id| html.find(&format!("id=\"{id}\"")).unwrap());
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn a_state_that_is_no_more_keeps_its_name_and_leads_to_its_successors() {
    let item = item(&list("2013-05-01"), "1992");
    assert!(words(&item).contains("Succeeded by Czechia , Slovakia"), "{item}");
    for successor in ["/countries/czechia/", "/countries/slovakia/"] {
        assert!(item.contains(&format!("href=\"{successor}\"")), "{item}");
    }
}

#[test]
fn people_who_came_or_went_within_a_term_stand_with_their_days() {
    let item = words(&item(&list("2013-05-01"), "1992"));
    assert!(item.contains("Jiří Dienstbier , until 2 July 1992"), "{item}");
    assert!(item.contains("Jozef Moravčík , from 3 July 1992 Succeeded"), "{item}");
}

#[test]
fn what_is_roughly_known_or_unknown_says_so() {
    let html = list("2013-05-01");
    let first = item(&html, "1991");
    assert!(words(&first).contains("about June 1991 – about January 1992"), "{first}");
    assert!(first.contains("datetime=\"1991-06\""), "machines get the month without a mark");
    assert!(words(&first).contains("Berlin, 19 – 20 June 1991 , opened the term"), "{first}");
    let little_known = words(&item(&html, "2012-second"));
    assert!(little_known.contains("beginning not known – 31 December 2012"), "{little_known}");
    assert!(little_known.contains("Lugano, dates not known"), "{little_known}");
}

#[test]
fn a_holder_that_the_bundle_has_no_country_for_is_named_without_a_link() {
    let item = item(&list("2013-05-01"), "2012-second");
    assert!(!item.contains("atlantis"), "{item}");
}

#[test]
fn only_the_term_that_runs_is_marked() {
    let html = list("2010-05-01");
    let (overview, terms) = html.split_once("class=\"found-terms\"").unwrap();
    for drawn in [overview, terms] {
        assert_eq!(drawn.matches("aria-current=\"date\"").count(), 1);
    }
    assert!(item(&html, "2010").contains("aria-current=\"date\""));
    assert_eq!(list("2011-05-01").matches("aria-current").count(), 0);
}

#[test]
fn the_troika_is_a_list_that_says_each_role() {
    assert_eq!(
        troika("2010-05-01"),
        "The Troika on 1 May 2010 Outgoing chair Czechoslovakia 1992 Jozef Moravčík \
         In the chair Kazakhstan 2010 Kanat Saudabayev \
         Incoming chair Czechia , Slovakia 2012, first half Chairpersonships"
    );
}

#[test]
fn a_chair_that_is_not_decided_yet_is_said_to_be_so() {
    assert!(
        troika("2013-12-31")
            .contains("In the chair Germany 2013 A. Person Incoming chair Not decided yet")
    );
    assert!(
        troika("2014-01-01")
            .contains("Outgoing chair Germany 2013 A. Person In the chair Not decided yet")
    );
}

#[test]
fn a_vacancy_is_said_plainly() {
    let troika = troika("2011-05-01");
    assert!(troika.contains("In the chair Nobody Incoming chair Czechia"), "{troika}");
}

#[test]
fn before_the_first_term_nobody_is_in_the_chair() {
    let troika = troika("1990-11-21");
    assert!(
        troika.contains("Outgoing chair Nobody In the chair Nobody Incoming chair Germany 1991"),
        "{troika}"
    );
}

#[test]
fn near_a_handover_that_is_known_only_roughly_the_troika_says_so() {
    let note = "A handover near this day is known only roughly.";
    assert!(troika("1992-01-15").contains(note));
    assert!(!troika("1992-05-01").contains(note));
}

#[test]
fn a_terms_page_tells_how_it_came_about_with_what_it_can_be_checked_against() {
    let html = term("2010");
    assert_eq!(words(between(&html, "<h1", "</h1>")), "2010 Kazakhstan");
    let history = words(between(&html, "class=\"history\"", "</ol>"));
    assert_eq!(
        history,
        "Bid , 2003 For 2009. Blocked : Germany Invented for this test. Decided , 30 November 2007 A journal"
    );
    assert!(
        words(&html).contains("Summit Astana, 1 – 2 December 2010 Priorities Trust Transparency No ordinary council was held.")
    );
}

#[test]
fn a_terms_page_leads_to_its_neighbours_its_year_and_the_countrys_other_terms() {
    let html = term("2010");
    for href in [
        "/chairpersonships/1992/",
        "/chairpersonships/2012-first/",
        "/press/2010/",
        "/countries/kazakhstan/",
    ] {
        assert!(html.contains(&format!("href=\"{href}\"")), "{href}");
    }
    let others = term("2013");
    assert_eq!(words(between(&others, "class=\"other-terms\"", "</ul>")), "1991 Germany");
    let successors = term("1992");
    assert!(
        words(between(&successors, "class=\"other-terms\"", "</ul>")).contains("2012, first half")
    );
}

#[test]
fn a_reader_of_french_gets_french_words() {
    let site = in_language("fr", "2010-05-01");
    let html = words(&Owner::new().with(|| super::view(&site, None).to_html()));
    for text in [
        "La troïka au 1er mai 2010",
        "À la présidence",
        "Années 1990",
        "1er janvier – 31 décembre 2010",
        "fin : 2 juillet 1992",
    ] {
        assert!(html.contains(text), "{text} in {html}");
    }
    assert_eq!(
        super::term_title(&site, &site.entry.timeline.terms[2]),
        "Kazakhstan, présidence de 2010"
    );
}

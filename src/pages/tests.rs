//! Each page as a reader gets it: loaded from a small bundle, rendered to HTML.

use leptos::prelude::*;
use rostrum_model::{BundleError, Route};

use super::{Page, load, view};
use crate::{
    bundle::{Files, at_once},
    fixture::{self, ENTRY, TODAY, shows},
    site::Site,
};

const RELEASES: &str = include_str!("../../tests/fixtures/bundle/releases.json");
const LISTING: &str = include_str!("../../tests/fixtures/bundle/listing.json");
const ABOUT: &str = include_str!("../../tests/fixtures/bundle/about.json");

/// The small bundle; every other file is missing.
struct Fixture;

impl Files for Fixture {
    async fn text(&self, file: &str) -> Result<String, BundleError> {
        let text = match file {
            "releases.json" => RELEASES,
            "listing.json" => LISTING,
            "about.json" => ABOUT,
            _ => {
                return Err(BundleError::Unreachable {
                    file: file.to_owned(),
                    reason: "404".to_owned(),
                });
            }
        };
        Ok(text.to_owned())
    }
}

fn site(tag: &str) -> Site {
    fixture::site(ENTRY, tag, TODAY)
}

fn page(site: &Site, place: &str) -> Page {
    at_once(load(site, &Fixture, place.parse::<Route>().ok().as_ref())).unwrap()
}

fn html(place: &str) -> String {
    html_in("en", place)
}

fn html_in(tag: &str, place: &str) -> String {
    Owner::new().with(|| {
        let site = site(tag);
        view(&site, &page(&site, place), None).to_html()
    })
}

#[test]
fn the_front_page_names_the_organisation_and_lists_the_latest_releases() {
    let html = html("/");
    shows(
        &html,
        &[
            "<h1",
            "An Organisation",
            "Latest releases",
            "<time datetime=\"2007-04-30\">30 April 2007",
            "A bid for the chair",
            "All releases",
        ],
    );
    shows(&html, &["Troika", "Switzerland", "2026"]);
}

#[test]
fn a_release_stands_with_its_head_its_text_and_what_it_is_about() {
    let html = html("/press/2007/04/30/a-bid/");
    shows(
        &html,
        &[
            "Press release",
            "<h1",
            "A bid for the chair",
            "datetime=\"2007-04-30\"",
            "Monday, 30 April 2007",
            "Vienna",
            "<a href=\"/structures/council/\">Council</a>",
            "<p>The minister said &quot;yes&quot;.</p>",
            "<a href=\"/files/speech.pdf\">The speech</a><span class=\"meta\"> PDF, 49 kB</span>",
        ],
    );
    shows(
        &html,
        &[
            "About",
            "<a href=\"/countries/switzerland/\">Switzerland</a>",
            "<a href=\"/fields/elections/\">Elections</a>",
            "/chairpersonships/2026/",
        ],
    );
    shows(&html, &["As published by the organisation."]);
}

#[test]
fn every_block_of_a_text_has_its_element() {
    let html = html("/press/2007/04/30/a-bid/");
    for element in [
        "<h2>Why</h2>",
        "<ul><li><p>one</p><ul><li><p>inner</p></li></ul></li></ul>",
        "<ol start=\"3\">",
        "<blockquote><p>Words</p></blockquote><figcaption>A speaker</figcaption>",
        "<th scope=\"col\">Year</th>",
        "<img src=\"/a.png\" alt=\"A hall\" width=\"4\" height=\"3\" loading=\"lazy\">",
        "<hr>",
        "<em>x</em>",
        "<strong>x</strong>",
        "<a href=\"https://example.org/\" rel=\"noopener\">x</a>",
        "<br>",
        "<sub>x</sub>",
        "<sup>x</sup>",
        "<code>x</code>",
        "<abbr title=\"long\">x</abbr>",
        "<span lang=\"ar\" dir=\"rtl\">x</span>",
    ] {
        assert!(html.contains(element), "{element} is not in\n{html}");
    }
}

#[test]
fn markup_in_a_text_stays_text() {
    let html = html("/press/2007/04/30/a-bid/");
    assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert!(!html.contains("<script"));
}

#[test]
fn a_text_written_for_the_demonstration_says_so() {
    shows(
        &html("/press/2006/01/01/a-summary/"),
        &["A summary", "A summary written for this demonstration"],
    );
}

#[test]
fn an_old_address_of_a_release_leads_to_where_it_stands_now() {
    let found = page(&site("en"), "/press/2006/12/31/an-offer/");
    let canonical = found.canonical().map(|route| route.to_string());
    assert_eq!(canonical.as_deref(), Some("/press/2007/04/30/a-bid/"));
    assert_eq!(page(&site("en"), "/press/2007/05/01/in-a-circle/"), Page::NotFound);
}

#[test]
fn a_year_that_has_only_old_addresses_is_no_year_to_jump_to() {
    assert!(!html("/press/").contains("2004"));
}

#[test]
fn a_listing_shows_its_releases_the_newest_first_with_years_to_jump_to() {
    let html = html("/press/");
    shows(
        &html,
        &[
            "Press releases",
            "aria-current=\"page\" href=\"/press/\">All releases",
            "/press/2007/",
            "2 releases",
            "A bid for the chair",
            "A summary",
        ],
    );
}

#[test]
fn the_page_of_a_country_says_since_when_and_when_it_chaired() {
    let html = html("/countries/switzerland/");
    shows(
        &html,
        &[
            "Switzerland",
            "Members",
            "<time datetime=\"1973-06-25\">25 June 1973",
            "Bern",
            "/chairpersonships/2026/",
            "1 release",
        ],
    );
}

#[test]
fn a_country_that_nobody_wrote_about_says_so_plainly() {
    shows(
        &html("/countries/atlantis/"),
        &["Atlantis", "Not so far", "There are no releases here yet."],
    );
}

#[test]
fn the_page_of_a_field_says_what_it_is_about() {
    shows(
        &html("/fields/elections/"),
        &["Elections", "How States are elected.", "Human dimension"],
    );
}

#[test]
fn the_page_of_a_structure_names_the_whole_and_the_parts() {
    shows(
        &html("/structures/secretariat/"),
        &["Secretariat", "Parts", "Documentation Centre", "/structures/reading-room/"],
    );
    shows(
        &html("/structures/documentation-centre/"),
        &["Part of", "/structures/secretariat/", "Closed", "1999"],
    );
}

#[test]
fn the_indexes_list_everything_of_a_kind() {
    shows(&html("/fields/"), &["Fields of work", "/fields/elections/"]);
    shows(
        &html("/countries/"),
        &["Countries", "Members", "/countries/switzerland/", "/countries/atlantis/"],
    );
    shows(
        &html("/structures/"),
        &[
            "Structures and institutions",
            "/structures/secretariat/",
            "/structures/documentation-centre/",
        ],
    );
}

#[test]
fn a_page_of_text_stands_with_its_provenance() {
    shows(&html("/pages/about/"), &["<h1", "About us", "Who we are."]);
}

#[test]
fn what_does_not_exist_is_not_found_and_leads_on() {
    for place in [
        "/nowhere/",
        "/press/2007/04/30/another/",
        "/press/1850/",
        "/press/page/9/",
        "/countries/mars/",
        "/fields/x/",
        "/structures/x/",
        "/pages/x/",
        "/chairpersonships/1066/",
        "/press/1999/01/01/a/",
    ] {
        assert_eq!(page(&site("en"), place), Page::NotFound, "{place}");
    }
    shows(&html("/nowhere/"), &["Page not found", "href=\"/\"", "href=\"/press/\""]);
}

#[test]
fn a_reader_of_french_gets_french_and_what_lacks_it_is_marked() {
    let html = html_in("fr", "/countries/switzerland/");
    shows(
        &html,
        &["Suisse", "Groupe", "<span lang=\"en\" dir=\"ltr\">Members</span>", "25 juin 1973"],
    );
}

#[test]
fn a_window_is_titled_after_the_page_and_the_organisation() {
    let site = site("en");
    let title = |place| page(&site, place).window_title(&site);
    assert_eq!(title("/"), "An Organisation");
    assert_eq!(title("/press/2007/"), "Releases of 2007 – AO");
    assert_eq!(title("/press/2007/04/30/a-bid/"), "A bid for the chair – AO");
    assert_eq!(title("/nowhere/"), "Page not found – AO");
}

#[test]
fn a_file_that_is_missing_is_an_error_with_its_name() {
    let route: Route = "/press/2005/01/01/a/".parse().unwrap();
    let error = at_once(load(&site("en"), &Fixture, Some(&route))).unwrap_err();
    assert!(matches!(error, BundleError::Unreachable { file, .. } if file == "missing.json"));
}

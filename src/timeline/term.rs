//! The page of a term: who, when, with whom, what led to it, and the ways to other terms.

use rostrum_model::{ListingKey, Query, Route, Term, TimelineQuery, Troika};

use super::{
    facts::{facts, history, holders, names, paragraph, sources},
    troika::seats,
};
use crate::{
    element::{Element, Node, element, fragment, link},
    locale::fill,
    pages::{Browser, ListingPage, parts::heading},
    press,
    site::Site,
};

/// A link to a term's page, by its label.
pub fn term_link(site: &Site, term: &Term) -> Node {
    label_link(site, term).into()
}

/// The same link, to be given a class.
pub(super) fn label_link(site: &Site, term: &Term) -> Element {
    link(site.listing_href(ListingKey::Term(term.id.clone()))).with(term.label.as_str())
}

/// What a term's page is called.
pub fn term_title(site: &Site, term: &Term) -> String {
    let title = fill(site.messages.term_title(), "{country}", &names(site, term));
    fill(&title, "{term}", &term.label)
}

/// The view of a term's page, with the releases that speak of it; nothing if there is no such term.
pub fn term(site: &Site, about: &ListingPage, browser: Option<Browser>) -> Node {
    let is_it = |term: &Term| about.key == ListingKey::Term(term.id.clone());
    let index = site.entry.timeline.terms.iter().position(is_it);
    fragment(index.map(|index| page(site, index, about, browser)))
}

fn page(site: &Site, index: usize, about: &ListingPage, browser: Option<Browser>) -> Element {
    let messages = site.messages;
    let term = &site.entry.timeline.terms[index];
    let section = |name: &'static str, content: Option<Element>| {
        content.map(|content| element("section").with((element("h2").with(name), content)))
    };
    let overview = link(site.href(&Route::timeline())).with(messages.chairpersonships());
    let label = element("span").class("year").with(term.label.as_str());
    let page = element("article")
        .class("term-page")
        .with(paragraph("kicker").with(overview))
        .with(heading((label, " ", holders(site, term))));
    let releases = (about.total > 0).then(|| {
        element("section")
            .with(element("h2").with(messages.releases_about()))
            .with(press::listing_body(site, about, browser))
    });
    // The other pages of a listing continue its list.
    if about.page > 1 {
        return page.with(releases);
    }
    let compare = TimelineQuery { compared: [Some(term.id.clone()), None], ..Default::default() };
    let compare =
        link(site.href(&Route::Timeline(Query::from(&compare)))).with(messages.compare_term());
    page.with(facts(site, term))
        .with(
            releases_of_year(site, index).map(|releases| paragraph("term-releases").with(releases)),
        )
        .with(element("p").with(compare))
        .with(troika_of(site, index))
        .with(section(messages.history(), history(site, term)))
        .with(releases)
        .with(section(messages.other_terms(), others(site, term)))
        .with(section(messages.sources(), sources(&term.sources)))
}

/// The term between the one before and the one after, which are the ways on as well.
fn troika_of(site: &Site, index: usize) -> Element {
    let timeline = &site.entry.timeline;
    let last_day = timeline.span(index).and_then(|span| span.last).unwrap_or(site.today);
    element("section").class("troika").with(element("h2").with(site.messages.troika())).with(seats(
        site,
        &around(site, index),
        last_day,
    ))
}

/// A term between its neighbours.
pub(super) fn around(site: &Site, index: usize) -> Troika<'_> {
    let neighbour =
        |index: Option<usize>| index.and_then(|index| site.entry.timeline.terms.get(index));
    Troika {
        previous: neighbour(index.checked_sub(1)),
        current: neighbour(Some(index)),
        next: neighbour(index.checked_add(1)),
        is_uncertain: false,
    }
}

/// A link to the releases of the term's year and how many they are, if there are any.
pub(super) fn releases_of_year(site: &Site, index: usize) -> Option<Node> {
    let messages = site.messages;
    let year = site.entry.timeline.span(index)?.year();
    let total = site.entry.years_with_releases().find(|releases| releases.year == year)?.total;
    let text = fill(messages.releases_of(), "{year}", &year.to_string());
    let releases = link(site.listing_href(ListingKey::Year(year))).class("onward").with(text);
    let count = element("span").with(messages.releases(total));
    Some(fragment((releases, " ", count)))
}

/// The other terms of the States that hold this one.
fn others(site: &Site, term: &Term) -> Option<Element> {
    let countries =
        term.holders.iter().flat_map(|holder| holder.country.iter().chain(&holder.successors));
    let others = countries.flat_map(|country| site.entry.timeline.terms_of(country));
    let items: Vec<_> = others
        .filter(|other| other.id != term.id)
        .map(|other| element("li").with((label_link(site, other), " ", holders(site, other))))
        .collect();
    let list = element("ul").class("other-terms").attribute("role", "list");
    (!items.is_empty()).then(|| list.with(items))
}

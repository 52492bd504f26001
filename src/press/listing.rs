//! Listings of releases, the newest first, page by page.

use std::num::NonZeroU32;

use rostrum_model::{ListingKey, PAGE_SIZE, Query, Route, Summary, page_count};

use super::{search::search, tools::keeping};
use crate::{
    element::{Element, Node, element, fragment, link},
    locale::fill,
    pages::{Browser, ListingPage, parts::heading},
    site::Site,
    timeline,
};

/// The page of all releases, or of a year's.
pub fn listing(site: &Site, listing: &ListingPage, browser: Option<Browser>) -> Node {
    let title = heading(listing_title(site, listing));
    fragment((title, years(site, &listing.key, browser), listing_body(site, listing, browser)))
}

/// The title of a listing's page.
pub fn listing_title(site: &Site, listing: &ListingPage) -> String {
    let messages = site.messages;
    match &listing.key {
        ListingKey::All => messages.press_releases().to_owned(),
        ListingKey::Year(year) => fill(messages.releases_of(), "{year}", &year.to_string()),
        ListingKey::Term(id) => {
            let term = site.entry.timeline.term(id);
            term.map(|term| timeline::term_title(site, term)).unwrap_or_default()
        }
        key => {
            let name = site.entry.listing_name(key).map(|name| site.localized(name).text);
            name.unwrap_or_default().to_owned()
        }
    }
}

/// The releases of a listing, to look through and to search.
pub fn listing_body(site: &Site, listing: &ListingPage, browser: Option<Browser>) -> Node {
    if listing.releases.is_empty() {
        return element("p").class("empty").with(site.messages.no_releases()).into();
    }
    // What stands on one page needs no search.
    let is_long = listing.key == ListingKey::All || listing.total > PAGE_SIZE;
    let body = match &site.entry.search {
        Some(_) if is_long || listing.is_searched => search(site, listing, browser),
        _ => releases(site, listing),
    };
    fragment((body, keeping()))
}

/// The releases of a listing's page, how many there are in all, and the way to the other pages.
pub(super) fn releases(site: &Site, listing: &ListingPage) -> Node {
    let messages = site.messages;
    let count = element("p").class("count").with(messages.releases(listing.total));
    let rows = summaries(site, &listing.releases, level(listing));
    fragment((
        count,
        rows,
        (pagination(site, listing), feeds(site, std::slice::from_ref(&listing.key))),
    ))
}

/// Links to the feeds of listings, as far as these have some.
pub(super) fn feeds(site: &Site, keys: &[ListingKey]) -> Option<Element> {
    let link = |key| {
        let name = site.entry.listing_name(key);
        let name = name.map(|name| site.text(name));
        let name = name.unwrap_or_else(|| Node::Text(site.messages.press_releases().to_owned()));
        Some(link(site.entry.feed(key)?).with(name))
    };
    let links: Vec<Element> = keys.iter().filter_map(link).collect();
    let all = element("p").class("meta").with(site.messages.feeds());
    (!links.is_empty()).then(|| all.with_all(links))
}

/// The level of a release's heading: on a page of releases alone they come right under its title.
pub(super) fn level(listing: &ListingPage) -> &'static str {
    if matches!(listing.key, ListingKey::All | ListingKey::Year(_)) { "h2" } else { "h3" }
}

/// A list of releases under headings of a level, such as `h3`.
pub fn summaries(site: &Site, releases: &[Summary], level: &'static str) -> Node {
    let rows = releases.iter().map(|release| row(site, release, level, site.text(&release.title)));
    list(rows).into()
}

/// The list of rows. The role is said again, since a list without bullets is none to Safari.
pub(super) fn list(rows: impl IntoIterator<Item = Element>) -> Element {
    element("ol").class("summaries").attribute("role", "list").with_all(rows)
}

/// A release in a list, its title as it is written there.
pub(super) fn row(site: &Site, release: &Summary, level: &'static str, title: Node) -> Element {
    let date = release.address.date;
    let kind = site.entry.kind(&release.kind);
    let source = release.source.as_ref().and_then(|slug| site.entry.structure(slug));
    let meta = element("p")
        .class("meta")
        .with(release.is_withdrawn.then(|| element("strong").with(site.messages.withdrawn_mark())))
        .with(kind.map(|kind| element("span").class("kind").with(site.text(&kind.name))))
        .with(source.map(|source| element("span").with(site.text(&source.name))))
        .with((!release.place.is_empty()).then(|| element("span").with(site.text(&release.place))));
    let title = link(site.href(&Route::release(release.address.clone()))).with(title);
    element("li")
        .with(
            element("time").attribute("datetime", date.to_string()).with(site.messages.date(date)),
        )
        .with(element("div").with(element(level).with(title)).with(meta))
}

fn pagination(site: &Site, ListingPage { key, page, total, .. }: &ListingPage) -> Option<Node> {
    let messages = site.messages;
    let pages = page_count(*total);
    let to = |page: Option<u32>, relation: &'static str, text: &'static str| {
        let page = page.filter(|page| *page <= pages)?.try_into().ok()?;
        let href = site.href(&Route::Listing { key: key.clone(), page, query: Query::default() });
        Some(link(href).attribute("rel", relation).with(text))
    };
    let place = fill(messages.page_of(), "{page}", &page.to_string());
    let place = fill(&place, "{pages}", &pages.to_string());
    (pages > 1).then(|| {
        element("nav")
            .class("pagination")
            .attribute("aria-label", messages.pages())
            .with(to(page.checked_sub(1), "prev", messages.newer()))
            .with(element("span").with(place))
            .with(to(page.checked_add(1), "next", messages.older()))
            .into()
    })
}

/// The years that have releases, the newest first. What is looked for goes along to another year.
fn years(site: &Site, current: &ListingKey, browser: Option<Browser>) -> Node {
    let messages = site.messages;
    let item = |key: ListingKey, text: String| {
        let current = (key == *current).then_some("page");
        let site = site.clone();
        let href = move || {
            let query = match browser.and_then(|browser| browser.navigation.route()) {
                Some(Route::Listing { query, .. }) => query,
                _ => Query::default(),
            };
            let (key, page) = (key.clone(), NonZeroU32::MIN);
            site.href(&Route::Listing { key, page, query })
        };
        let link = element("a").changing("href", href).attribute("aria-current", current);
        element("li").with(link.with(text))
    };
    let years = site.entry.years_with_releases().rev();
    let years = years.map(|year| item(ListingKey::Year(year.year), year.year.to_string()));
    let list = element("ul")
        .with(item(ListingKey::All, messages.all_releases().to_owned()))
        .with_all(years);
    element("nav").class("years").attribute("aria-label", messages.years()).with(list).into()
}

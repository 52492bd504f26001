//! The front page: whose site it is, who is in the chair, the latest releases, ways in.

use rostrum_model::{ListingKey, Route, Summary};

use super::parts::{heading, ways};
use crate::{
    element::{Node, element, fragment, link},
    press,
    site::Site,
    timeline,
};

/// How many releases the front page shows.
const LATEST: usize = 8;

/// The view of the front page.
pub fn view(site: &Site, latest: &[Summary]) -> Node {
    let organization = &site.entry.organization;
    let messages = site.messages;
    let ways = ways(
        site,
        [
            (Route::Fields, messages.fields()),
            (Route::Countries, messages.countries()),
            (Route::Structures, messages.structures()),
        ],
    );
    let all =
        link(site.listing_href(ListingKey::All)).class("onward").with(messages.all_releases());
    let hero = element("div")
        .class("hero")
        .with(heading(site.text(&organization.name)))
        .with(element("p").class("lead").with(site.text(&organization.description)))
        .with(ways);
    let latest = element("section")
        .class("latest")
        .attribute("aria-labelledby", "latest")
        .with(element("h2").attribute("id", "latest").with(messages.latest_releases()))
        .with(press::summaries(site, latest.get(..LATEST).unwrap_or(latest), "h3"))
        .with(element("p").with(all));
    let aside =
        element("aside").attribute("aria-labelledby", "troika").with(timeline::troika(site));
    fragment((hero, element("div").class("columns").with(latest).with(aside)))
}

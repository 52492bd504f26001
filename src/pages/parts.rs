//! What pages have in common: headings, facts, dates, lists of ways on.

use rostrum_model::{PartialDate, Route};

use crate::{
    element::{Content, Node, element, link},
    site::Site,
};

/// The heading of a page, which takes the focus when the visitor arrives.
pub fn heading(title: impl Content) -> Node {
    element("h1").attribute("tabindex", "-1").attribute("part", "title").with(title).into()
}

/// A row of a list of facts.
pub fn fact(name: &'static str, value: impl Content) -> Node {
    element("div").with(element("dt").with(name)).with(element("dd").with(value)).into()
}

/// A date that a machine can read too.
pub fn date(site: &Site, date: PartialDate) -> Node {
    time(date, site.messages.date(date))
}

/// A date written in words of its own. HTML's `time` takes years, months and days, but no mark for
/// what is only about right.
pub fn time(date: PartialDate, written: String) -> Node {
    let machine = date.to_string();
    element("time").attribute("datetime", machine.trim_end_matches('~')).with(written).into()
}

/// Ways on to other pages.
pub fn ways<const N: usize>(site: &Site, ways: [(Route, &'static str); N]) -> Node {
    let ways = ways.map(|(route, name)| element("li").with(link(site.href(&route)).with(name)));
    element("ul").class("ways").with_all(ways).into()
}

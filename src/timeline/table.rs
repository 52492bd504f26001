//! The terms as a table, the newest first: the same words as in the list, to be compared at a glance.

use leptos::prelude::*;
use rostrum_model::Term;

use super::{
    facts::{chairpersons, holders, meeting, period},
    look::Look,
    term::label_link,
};
use crate::{
    element::{Element, element},
    site::Site,
};

/// The table of all terms that the visitor looks at.
pub(super) fn table(site: &Site, look: Look) -> Element {
    let messages = site.messages;
    let heads = [
        messages.term(),
        messages.state(),
        messages.period_name(),
        messages.chairperson(),
        messages.council(),
        messages.summit(),
    ];
    let heads = heads.map(|head| element("th").attribute("scope", "col").with(head));
    let terms = site.entry.timeline.terms.iter().enumerate().rev();
    let rows = terms.map(|(index, term)| {
        let is_shown = look.shows(index);
        row(site, term).changing("hidden", move || !is_shown.get())
    });
    let table = element("table")
        .with(element("thead").with(element("tr").with_all(heads)))
        .with(element("tbody").with_all(rows));
    // It scrolls by itself, so that the page never does.
    element("div")
        .class("table terms-table")
        .attribute("role", "region")
        .attribute("tabindex", "0")
        .attribute("aria-label", messages.chairpersonships())
        .with(table)
}

fn row(site: &Site, term: &Term) -> Element {
    let cell = || element("td");
    let meeting = |held: &Option<_>| cell().with(held.as_ref().map(|held| meeting(site, held)));
    element("tr")
        .with(element("th").attribute("scope", "row").with(label_link(site, term)))
        .with(cell().with(holders(site, term)))
        .with(cell().with(period(site, term.start, term.end)))
        .with(cell().with(chairpersons(site, term)))
        .with((meeting(&term.council), meeting(&term.summit)))
}

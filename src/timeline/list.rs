//! The terms as ordered lists by decade, the newest first: visitors ask for the present more often
//! than for 1991. What every other drawing of the timeline shows is derived from the same terms.

use std::vec;

use leptos::prelude::*;
use rostrum_model::Term;

use super::{
    axis::axis,
    compare::compare,
    exports::exports,
    facts::{facts, history, holders, paragraph, sources},
    finder::{finder, found},
    look::Look,
    table::table,
    term::label_link,
    troika::troika_of_day,
};
use crate::{
    element::{Element, Node, changing, element, fragment},
    locale::fill,
    navigate::Navigation,
    pages::parts::heading,
    site::Site,
    timing::after_frame,
};

/// The view of the timeline, as its address says it is looked at.
pub fn view(site: &Site, navigation: Option<Navigation>) -> Node {
    let look = Look::begin(site, navigation);
    let edition = site.clone();
    let draw = move || {
        if look.is_table.get() { table(&edition, look) } else { list(&edition, look) }
    };
    let terms = (finder(site, look), found(site, look), changing(draw));
    let terms = element("div").class("found-terms").with(terms);
    // Who was led here to compare finds that first.
    let is_comparing = look.compared.with_untracked(|compared| *compared != [None, None]);
    let compare = Some(compare(site, look));
    let (first, later) = if is_comparing { (compare, None) } else { (None, compare) };
    // Drawn above the list, but after it for the keyboard: the list holds the same links. A still
    // page keeps its room alone, from the moment at which what stands below arrives.
    let overview = axis(site, look.day);
    let (room, overview) = if navigation.is_none() { (overview, None) } else { (None, overview) };
    let timeline = element("div")
        .class("timeline")
        .with((first, troika_of_day(site, look), room))
        .with((later, terms, overview))
        .with(exports(site));
    fragment((heading(site.messages.chairpersonships()), timeline))
}

/// The terms by decade, both the newest first.
fn list(site: &Site, look: Look) -> Element {
    let places: Vec<_> = (0..site.entry.timeline.terms.len()).rev().collect();
    let mut waiting = Vec::new();
    let decades = places.chunk_by(|one, other| look.decade_of(*one) == look.decade_of(*other));
    let decades = decades.map(|places| {
        if !look.is_arriving() {
            return decade(site, look, places).into_node();
        }
        let (site, places) = (site.clone(), places.to_vec());
        let is_drawn = RwSignal::new(false);
        waiting.push(is_drawn);
        changing(move || is_drawn.get().then(|| decade(&site, look, &places)))
    });
    let list = element("div").class("decades").with_all(decades);
    draw_in_turn(waiting.into_iter());
    list
}

/// Draws one after the other, each once what is there is shown.
fn draw_in_turn(mut waiting: vec::IntoIter<RwSignal<bool>>) {
    let Some(next) = waiting.next() else { return };
    after_frame(move || {
        if next.try_set(true).is_none() {
            draw_in_turn(waiting);
        }
    });
}

fn decade(site: &Site, look: Look, places: &[usize]) -> Element {
    let timeline = &site.entry.timeline;
    let current = timeline.troika(site.today).current.map(|term| &term.id);
    let items = places.iter().map(|place| {
        let (term, is_shown) = (&timeline.terms[*place], look.shows(*place));
        item(site, term, current == Some(&term.id)).changing("hidden", move || !is_shown.get())
    });
    let first_year = look.decade_of(places[0]);
    let year = first_year.to_string();
    let id = ["decade-", &year].concat();
    let name = fill(site.messages.decade(), "{year}", &year);
    let list = element("ol").class("terms").attribute("reversed", "").attribute("role", "list");
    let is_shown = look.shows_decade(first_year);
    element("section")
        .class("decade")
        .attribute("--terms", places.len().to_string())
        .attribute("aria-labelledby", id.as_str())
        .changing("hidden", move || !is_shown.get())
        .with(element("h2").attribute("id", id).with(name))
        .with(list.with_all(items))
}

fn item(site: &Site, term: &Term, is_current: bool) -> Element {
    let messages = site.messages;
    let name = element("span").class("name").with(holders(site, term));
    let about = element("div")
        .class("about-term")
        .with(is_current.then(|| paragraph("mark").with(messages.in_the_chair())))
        .with(facts(site, term))
        .with(more(site, term));
    element("li")
        .class(if is_current { "term current" } else { "term" })
        .attribute("id", ["term-", term.id.as_str()].concat())
        .attribute("aria-current", is_current.then_some("date"))
        .with(element("h3").with((label_link(site, term).class("year"), " ", name)))
        .with(about)
}

/// How the term came about, and what it can be checked against, for those who want to know.
fn more(site: &Site, term: &Term) -> Option<Element> {
    let messages = site.messages;
    let (history, sources) = (history(site, term), sources(&term.sources));
    let has_both = history.is_some() && sources.is_some();
    let summary = if history.is_some() { messages.history() } else { messages.sources() };
    let is_empty = history.is_none() && sources.is_none();
    let caption = has_both.then(|| element("h4").with(messages.sources()));
    let details = element("details").with(element("summary").with(summary));
    (!is_empty).then(|| details.with((history, caption, sources)))
}

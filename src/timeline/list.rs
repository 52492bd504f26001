//! The terms as ordered lists by decade, the newest first: visitors ask for the present more often
//! than for 1991. What every other drawing of the timeline shows is derived from the same terms.

use leptos::prelude::*;
use rostrum_model::{Route, Term};

use super::{
    axis::axis,
    facts::{facts, history, holders, paragraph, sources},
    term::label_link,
    troika::troika_of_day,
};
use crate::{
    element::{Element, Node, element, fragment},
    locale::fill,
    navigate::Navigation,
    pages::parts::heading,
    site::Site,
};

/// The view of the timeline, on the day that the address names or else today.
pub fn view(site: &Site, navigation: Option<Navigation>) -> Node {
    let day = match navigation.and_then(|navigation| navigation.route_untracked()) {
        Some(Route::Timeline { day: Some(day) }) => day,
        _ => site.today,
    };
    let day = RwSignal::new(day);
    let today = site.today;
    Effect::watch(
        move || day.get(),
        move |day, _, _| {
            let route = Route::Timeline { day: Some(*day).filter(|day| *day != today) };
            navigation.iter().for_each(|navigation| navigation.note(&route));
        },
        false,
    );
    let decades =
        decades(site).into_iter().map(|(first_year, items)| decade(site, first_year, items));
    let timeline = element("div")
        .class("timeline")
        .with(troika_of_day(site, day))
        .with(element("div").class("decades").with_all(decades))
        // Drawn above the list, but after it for the keyboard: the list holds the same links.
        .with(axis(site, day));
    fragment((heading(site.messages.chairpersonships), timeline))
}

/// The terms by the first year of their decade, both the newest first.
fn decades(site: &Site) -> Vec<(u16, Vec<Element>)> {
    let timeline = &site.entry.timeline;
    let current = timeline.troika(site.today).current.map(|term| &term.id);
    let mut decades: Vec<(u16, Vec<Element>)> = Vec::new();
    for (index, term) in timeline.terms.iter().enumerate().rev() {
        let nearest = decades.last().map_or(0, |(first_year, _)| *first_year);
        let first_year = timeline.span(index).map_or(nearest, |span| span.year() / 10 * 10);
        let item = item(site, term, current == Some(&term.id));
        match decades.last_mut() {
            Some((same, items)) if *same == first_year => items.push(item),
            _ => decades.push((first_year, vec![item])),
        }
    }
    decades
}

fn decade(site: &Site, first_year: u16, items: Vec<Element>) -> Element {
    let year = first_year.to_string();
    let id = ["decade-", &year].concat();
    let name = fill(site.messages.decade, "{year}", &year);
    let list = element("ol").class("terms").attribute("reversed", "").attribute("role", "list");
    element("section")
        .class("decade")
        .attribute("aria-labelledby", id.as_str())
        .with(element("h2").attribute("id", id).with(name))
        .with(list.with(items))
}

fn item(site: &Site, term: &Term, is_current: bool) -> Element {
    let messages = site.messages;
    let name = element("span").class("name").with(holders(site, term));
    let about = element("div")
        .class("about-term")
        .with(is_current.then(|| paragraph("mark").with(messages.in_the_chair)))
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
    let summary = if history.is_some() { messages.history } else { messages.sources };
    let is_empty = history.is_none() && sources.is_none();
    let caption = has_both.then(|| element("h4").with(messages.sources));
    let details = element("details").with(element("summary").with(summary));
    (!is_empty).then(|| details.with((history, caption, sources)))
}

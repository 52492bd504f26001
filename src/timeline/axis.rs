//! The terms as bars on one line of time: an overview for the eye, drawn from the list's own spans.
//!
//! Screen readers and the keyboard do not meet it, since the list says all of it and holds the same
//! links. Places are whole days as custom properties; the style sheet turns them into lengths, so
//! that directions and zoom are its business.

use leptos::prelude::*;
use rostrum_model::{Date, Route};

use super::facts::names;
use crate::{
    element::{Element, changing, element, link},
    locale::Messages,
    site::Site,
};

/// How many years lie between two ticks.
const TICK: u16 = 10;

/// The line of time, with the day that is looked at; none where there is no term.
pub fn axis(site: &Site, day: RwSignal<Date>) -> Option<Element> {
    let (first, last) = years(site)?;
    let line = Line { from: new_year(first), days: new_year(last + 1) - new_year(first) };
    let ticks = (first..=last).filter(|year| *year == first || year.is_multiple_of(TICK));
    let bars = (0..site.entry.timeline.terms.len()).filter_map(|index| bar(site, line, index));
    let (messages, today) = (site.messages, site.today);
    let marker = changing(move || marker(line, day.get(), today, messages));
    let axis = element("div")
        .class("axis")
        .attribute("aria-hidden", "true")
        .attribute("--days", line.days.to_string())
        .with(element("div").class("ticks").with_all(ticks.map(|year| tick(line, year))))
        .with(element("div").class("bars").with_all(bars))
        .with(marker);
    Some(axis)
}

/// The days that the line of time goes over, by their numbers.
#[derive(Clone, Copy)]
struct Line {
    from: u32,
    days: u32,
}

impl Line {
    /// How many days lie between its beginning and a day; days outside stand at its ends.
    fn place(self, number: u32) -> u32 {
        number.clamp(self.from, self.from + self.days) - self.from
    }

    fn holds(self, number: u32) -> bool {
        (self.from..self.from + self.days).contains(&number)
    }

    /// Whether a day stands in the second half, where words run towards the beginning.
    fn is_late(self, number: u32) -> bool {
        self.place(number) > self.days / 2
    }
}

/// The years from the first term's to the last's or this one, if there is a term.
fn years(site: &Site) -> Option<(u16, u16)> {
    let timeline = &site.entry.timeline;
    let spans = || (0..timeline.terms.len()).filter_map(|index| timeline.span(index));
    let first = spans().map(|span| span.first.year()).min()?;
    let last = spans().map(|span| span.last.unwrap_or(span.first).year()).max()?;
    Some((first, last.max(site.today.year()).max(first)))
}

/// The number of the day on which a year begins.
fn new_year(year: u16) -> u32 {
    Date::new(year, 1, 1).map_or(0, Date::day_number)
}

fn tick(line: Line, year: u16) -> Element {
    let place = line.place(new_year(year)).to_string();
    element("span").class("tick").attribute("--at", place).with(year.to_string())
}

/// The day that is looked at; none where it lies outside.
fn marker(line: Line, day: Date, today: Date, messages: &Messages) -> Option<Element> {
    let number = day.day_number();
    let class = if line.is_late(number) { "day late" } else { "day" };
    let name = if day == today { messages.today.to_owned() } else { messages.date(day) };
    let marker = element("span").class(class).attribute("--at", line.place(number).to_string());
    line.holds(number).then(|| marker.with(name))
}

fn bar(site: &Site, line: Line, index: usize) -> Option<Element> {
    let timeline = &site.entry.timeline;
    let (term, span) = (timeline.terms.get(index)?, timeline.span(index)?);
    let first = line.place(span.first.day_number());
    let last = line.place(span.last.map_or(u32::MAX, Date::day_number));
    let country = term.holders.first().and_then(|holder| holder.country.as_ref());
    let code = country.and_then(|slug| site.entry.country(slug)?.code.clone());
    let is_current = timeline.troika(site.today).current == Some(term);
    let class = match (is_current, line.is_late(span.first.day_number())) {
        (true, true) => "bar current late",
        (true, false) => "bar current",
        (false, true) => "bar late",
        (false, false) => "bar",
    };
    let bar = link(site.href(&Route::Term(term.id.clone())))
        .class(class)
        .attribute("tabindex", "-1")
        .attribute("--at", first.to_string())
        .attribute("--length", last.saturating_sub(first).max(1).to_string())
        .with(element("span").class("code").with(code));
    let name = [&term.label, " ", &names(site, term)].concat();
    Some(bar.with(element("span").class("name").with(name)))
}

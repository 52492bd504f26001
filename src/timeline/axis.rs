//! The terms as bars on one line of time, with the ways to them above and the releases of each year
//! below: drawn from the list's own spans, and one stop for the keyboard.
//!
//! Places are whole days as custom properties; the style sheet turns them into lengths, so that
//! directions and zoom are its business. What is not a link to a term is for the eye alone: the list
//! and the pages of the terms say it in words.

use leptos::prelude::*;
use rostrum_model::{Date, ListingKey, Status, Term};
use web_sys::{HtmlElement, KeyboardEvent};

use super::{
    facts::names,
    zoom::{Step, Zoom, along},
};
use crate::{
    element::{Element, changing, element, link, target},
    locale::Messages,
    site::Site,
};

/// The line of time, with the day that is looked at; none where there is no term.
pub fn axis(site: &Site, day: RwSignal<Date>) -> Option<Element> {
    let (first, last) = years(site)?;
    let line = Line { from: new_year(first), days: new_year(last + 1) - new_year(first) };
    let zoom = Zoom::begin(last - first + 1);
    let bars = (0..site.entry.timeline.terms.len()).filter_map(|index| bar(site, line, index));
    let bars = element("ol")
        .class("bars")
        .attribute("role", "list")
        .attribute("aria-label", site.messages.overview)
        .on("keydown", move |event: KeyboardEvent| pressed(zoom, &event))
        .with_all(bars);
    let (messages, today) = (site.messages, site.today);
    let marker = changing(move || marker(line, day.get(), today, messages));
    let drawn = element("div")
        .class("line")
        .attribute("--days", line.days.to_string())
        .with((ticks(line, first, last), steps(site, line), bars))
        .with((releases(site, line), marker));
    let key = key(site);
    Some(element("div").class("overview").with((zoom.buttons(site), zoom.window(drawn), key)))
}

/// A key on the link of a bar.
fn pressed(zoom: Zoom, event: &KeyboardEvent) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    let is_done = match event.key().as_str() {
        "+" | "=" => {
            zoom.step(Step::In, None);
            true
        }
        "-" => {
            zoom.step(Step::Out, None);
            true
        }
        key => target::<HtmlElement>(event).and_then(|link| along(&link, key)).is_some(),
    };
    if is_done {
        event.prevent_default();
    }
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

/// The years; those that begin a decade are written while there is little room.
fn ticks(line: Line, first: u16, last: u16) -> Element {
    let tick = |year: u16| {
        let from = line.place(new_year(year));
        let class = if year == first || year.is_multiple_of(10) { "tick decade" } else { "tick" };
        element("span")
            .class(class)
            .attribute("--at", from.to_string())
            .attribute("--length", (new_year(year + 1) - new_year(year)).to_string())
            .with(element("span").with(year.to_string()))
    };
    eye("ticks").with_all((first..=last).map(tick))
}

/// The steps on the way to the terms, on the days when they were taken.
fn steps(site: &Site, line: Line) -> Element {
    let terms = site.entry.timeline.terms.iter();
    let steps = terms.flat_map(|term| {
        term.history.iter().filter_map(move |event| {
            let number = event.date?.first_day().day_number();
            let status = site.messages.statuses[event.status as usize];
            let step = place(line, "step", number).with(sign(event.status));
            line.holds(number).then(|| step.attribute("data-name", named(site, term, status)))
        })
    });
    eye("steps").with_all(steps.collect::<Vec<_>>())
}

/// What the steps' signs mean, as far as they occur.
fn key(site: &Site) -> Element {
    const ALL: [Status; 8] = [
        Status::Bid,
        Status::Blocked,
        Status::Withdrawn,
        Status::Decided,
        Status::Incoming,
        Status::InOffice,
        Status::Extended,
        Status::Vacant,
    ];
    let events = || site.entry.timeline.terms.iter().flat_map(|term| &term.history);
    let occurs =
        |status: &Status| events().any(|event| event.status == *status && event.date.is_some());
    let item = |status: Status| {
        let name = site.messages.statuses[status as usize];
        element("span").with((element("span").class("sign").with(sign(status)), " ", name))
    };
    eye("key").with_all(ALL.into_iter().filter(occurs).map(item))
}

/// A form for each status, so that none is told by colour alone.
fn sign(status: Status) -> &'static str {
    match status {
        Status::Bid => "○",
        Status::Blocked => "×",
        Status::Withdrawn => "−",
        Status::Decided => "●",
        Status::Incoming => "◐",
        Status::InOffice => "■",
        Status::Extended => "+",
        Status::Vacant => "□",
    }
}

/// How many releases each year has, against the year that has most.
fn releases(site: &Site, line: Line) -> Element {
    let most = site.entry.years.iter().map(|year| year.total).max().unwrap_or_default().max(1);
    let years = site.entry.years_with_releases().map(|year| {
        let (from, to) = (new_year(year.year), new_year(year.year + 1));
        let share = u64::from(year.total) * 100 / u64::from(most);
        let column = place(line, "column", from).attribute("--length", (to - from).to_string());
        line.holds(from).then(|| column.attribute("--share", share.max(4).to_string()))
    });
    eye("columns").with_all(years)
}

/// What is drawn for the eye alone.
fn eye(class: &'static str) -> Element {
    element("div").class(class).attribute("aria-hidden", "true")
}

/// Something at a day of the line.
fn place(line: Line, class: &'static str, number: u32) -> Element {
    element("span").class(class).attribute("--at", line.place(number).to_string())
}

/// What a step is called while the pointer is on it.
fn named(site: &Site, term: &Term, status: &str) -> String {
    [status, " – ", &term.label, " ", &names(site, term)].concat()
}

/// The day that is looked at; none where it lies outside.
fn marker(line: Line, day: Date, today: Date, messages: &Messages) -> Option<Element> {
    let number = day.day_number();
    let class = if line.is_late(number) { "day late" } else { "day" };
    let name = if day == today { messages.today.to_owned() } else { messages.date(day) };
    let marker = place(line, class, number).attribute("aria-hidden", "true");
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
    let is_late = line.is_late(span.first.day_number());
    let class = match (is_current, is_late) {
        (true, true) => "bar current late",
        (true, false) => "bar current",
        (false, true) => "bar late",
        (false, false) => "bar",
    };
    let name = [&term.label, " ", &names(site, term)].concat();
    // One stop for Tab: the newest term; arrows go along.
    let is_stop = index + 1 == timeline.terms.len();
    let bar = link(site.listing_href(ListingKey::Term(term.id.clone())))
        .attribute("tabindex", if is_stop { "0" } else { "-1" })
        .attribute("aria-current", is_current.then_some("date"))
        .with(element("span").class("code").attribute("aria-hidden", "true").with(code))
        .with(element("span").class("name").with(name));
    let item = element("li")
        .class(class)
        .attribute("--at", first.to_string())
        .attribute("--length", last.saturating_sub(first).max(1).to_string());
    Some(item.with(bar))
}

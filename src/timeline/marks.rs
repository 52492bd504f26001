//! What stands along the bars for the eye alone: the years, the steps on the way to the terms, the
//! releases of each year. The list and the pages of the terms say it in words.

use leptos::prelude::*;
use rostrum_model::{Status, Term};

use super::{
    bars::block,
    facts::names,
    line::{Line, Sight},
    pieces::{Key, Pieces},
    zoom::Zoom,
};
use crate::{
    element::{Element, element},
    site::Site,
};

/// How much room a step takes, in pixels; several in the same place show as their number.
const STEP: f64 = 24.0;
/// How much room the line of a year takes, and the number of it.
const TICK: f64 = 12.0;
const YEAR: f64 = 44.0;

/// What is drawn for the eye alone.
fn eye(class: &'static str) -> Element {
    element("div").class(class).attribute("aria-hidden", "true")
}

/// Something at a day of the line.
pub(super) fn at(class: &'static str, day: u32) -> Element {
    element("span").class(class).attribute("--at", day.to_string())
}

/// The years, as far as there is room for them, and written where there is more.
pub(super) fn ticks(line: Line, zoom: Zoom) -> Element {
    let draw = move |(year, is_written): Key| {
        let number = u16::try_from(year).unwrap_or_default();
        let is_decade = number == line.years.0 || number.is_multiple_of(10);
        let name = (is_written > 0).then(|| year.to_string());
        at(if is_decade { "tick major" } else { "tick" }, line.year(number)).with(name)
    };
    Pieces::loose(draw).within(eye("ticks"), move || years(line, zoom.sight.get()))
}

/// The years that are drawn, each with whether it is written.
fn years(line: Line, sight: Sight) -> Vec<Key> {
    let (first, last) = line.years;
    let between = [1, 10, 100].into_iter().find(|years| sight.has_room(years * 365, YEAR));
    let between = u16::try_from(between.unwrap_or(1000)).unwrap_or(1000);
    // The first is written where it does not stand in the way of the next.
    let to_next = u32::from(between - first % between);
    let is_first_written = sight.has_room(to_next * 365, YEAR);
    let year = |year: u16| {
        let is_written = year.is_multiple_of(between) || year == first && is_first_written;
        let is_drawn = is_written || sight.has_room(365, TICK);
        let day = line.year(year);
        let in_sight = is_drawn && sight.meets(day, day + 365);
        in_sight.then_some((usize::from(year), usize::from(is_written)))
    };
    (first..=last).filter_map(year).collect()
}

/// A step on the way to a term.
#[derive(Clone, Copy)]
struct Step {
    day: u32,
    term: usize,
    status: Status,
}

/// The steps on the way to the terms, on the days when they were taken.
pub(super) fn steps(site: &Site, line: Line, zoom: Zoom) -> Element {
    let steps = all_steps(site, line);
    let days: Vec<_> = steps.iter().map(|step| step.day).collect();
    let site = site.clone();
    let draw = move |(first, count): Key| {
        let (first, last) = (steps[first], steps[first + count - 1]);
        let name = |step: Step| named(&site, step);
        let sign = if count == 1 { sign(first.status).to_owned() } else { count.to_string() };
        let name = match count {
            1 => name(first),
            2 => [name(first), name(last)].join(" · "),
            _ => [name(first), name(last)].join(" … "),
        };
        let day = first.day.midpoint(last.day);
        at("step", day).attribute("data-name", name).with(sign)
    };
    Pieces::loose(draw).within(eye("steps"), move || slots(&days, zoom.sight.get()))
}

fn all_steps(site: &Site, line: Line) -> Vec<Step> {
    let terms = site.entry.timeline.terms.iter().enumerate();
    let steps = terms.flat_map(|(term, Term { history, .. })| {
        history.iter().filter_map(move |event| {
            let number = event.date?.first_day().day_number();
            let step = Step { day: line.place(number), term, status: event.status };
            line.holds(number).then_some(step)
        })
    });
    let mut steps: Vec<_> = steps.collect();
    steps.sort_by_key(|step| step.day);
    steps
}

/// Which of the steps on these days are drawn: the first of each place and how many stand there.
fn slots(days: &[u32], sight: Sight) -> Vec<Key> {
    let first_after = |day: u32| days.partition_point(|other| *other < day);
    let mut slots = Vec::new();
    let mut first = first_after(sight.days.0);
    while let Some(day) = days.get(first).filter(|day| **day <= sight.days.1) {
        let next = first_after(sight.slot_end(*day, STEP));
        slots.push((first, next - first));
        first = next;
    }
    slots
}

/// What a step is called while the pointer is on it.
fn named(site: &Site, step: Step) -> String {
    let term = &site.entry.timeline.terms[step.term];
    let status = site.messages.status(step.status);
    [status, " – ", &term.label, " ", &names(site, term)].concat()
}

/// What the steps' signs mean, as far as they occur.
pub(super) fn key(site: &Site) -> Element {
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
        let name = site.messages.status(status);
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

/// How many releases each year has, against the year that has most, as one shape.
pub(super) fn releases(site: &Site, line: Line) -> Element {
    let most = site.entry.years.iter().map(|year| year.total).max().unwrap_or_default().max(1);
    let (first, last) = line.years;
    let blocks = (first..=last).filter_map(|year| {
        let total = site.entry.years_with_releases().find(|releases| releases.year == year)?.total;
        let share = u64::from(total) * 100 / u64::from(most);
        Some(block(line.year(year), line.year(year + 1), share.max(4)))
    });
    let blocks: Vec<_> = blocks.collect();
    let shape =
        (!blocks.is_empty()).then(|| element("span").attribute("--shape", blocks.join(",")));
    eye("columns").with(shape)
}

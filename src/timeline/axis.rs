//! The terms as bars on one line of time, with the ways to them above and the releases of each year
//! below: drawn from the list's own spans, and one stop for the keyboard.
//!
//! Places are whole days as custom properties; the style sheet turns them into lengths, so that
//! directions and zoom are its business.

use leptos::prelude::*;
use rostrum_model::Date;

use super::{
    bars::Bars,
    line::Line,
    marks::{at, key, releases, steps, ticks},
    zoom::Zoom,
};
use crate::{
    element::{Element, changing, element},
    locale::Messages,
    site::Site,
};

/// The line of time, with the day that is looked at; none where there is no term.
pub(super) fn axis(site: &Site, day: RwSignal<Date>) -> Option<Element> {
    let line = Line::of(site)?;
    let zoom = Zoom::begin(line);
    let bars = Bars::begin(site, line, zoom);
    let (messages, today) = (site.messages, site.today);
    let marker = changing(move || marker(line, day.get(), today, messages));
    let drawn = element("div")
        .class("line")
        .refer(zoom.line)
        .attribute("--days", line.days.to_string())
        .with((ticks(line, zoom), steps(site, line, zoom)))
        .with((bars.band(), bars.list(site)))
        .with((releases(site, line), marker));
    Some(element("div").class("overview").with((zoom.buttons(site), zoom.window(drawn), key(site))))
}

/// The day that is looked at; none where it lies outside.
fn marker(line: Line, day: Date, today: Date, messages: &Messages) -> Option<Element> {
    let number = day.day_number();
    let place = line.place(number);
    let class = if line.is_late(place) { "day late" } else { "day" };
    let name = if day == today { messages.today().to_owned() } else { messages.date(day) };
    let marker = at(class, place).attribute("aria-hidden", "true");
    line.holds(number).then(|| marker.with(name))
}

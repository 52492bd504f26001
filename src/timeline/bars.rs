//! The terms on the line of time: a link for each that is wide enough to be hit, and for the one that
//! the keyboard or the pointer is on; the others show as one shape. The list is one stop for Tab, and
//! arrows go along all terms, drawn or not.

use leptos::prelude::*;
use rostrum_model::{Date, ListingKey};
use wasm_bindgen::JsCast;
use web_sys::{
    DomRect, Element as Shown, Event, FocusOptions, HtmlElement, KeyboardEvent, PointerEvent,
};

use super::{
    facts::names,
    line::{Line, Sight, whole},
    pieces::{Key, Pieces},
    zoom::{PAUSE, Step, Zoom},
};
use crate::{
    element::{Element, element, link, target},
    site::Site,
    timing::later,
};

/// How wide a bar must be to be drawn for itself, in pixels.
const WIDTH: f64 = 16.0;
/// How wide it must be to hold the State's code, and the term's name.
const CODE: f64 = 24.0;
const NAME: f64 = 176.0;
/// What bars have room for, as the style sheet is told it.
const ROOMS: [&str; 4] = ["none", "", "code", "name"];

/// The bars of all terms whose time is known. Copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Bars {
    zoom: Zoom,
    days: u32,
    pieces: Pieces,
    all: StoredValue<Vec<Bar>>,
    current: Option<usize>,
    /// The one that Tab leads to: the newest at first.
    stop: StoredValue<usize>,
    /// Tells that stops before it may go, once keys pause.
    left: RwSignal<()>,
    pointed: RwSignal<Option<usize>>,
}

/// What is known of a bar.
#[derive(Clone, Copy)]
struct Bar {
    /// The term's place in the timeline.
    term: usize,
    /// Its first day and the one after its last, counted from the beginning of the line.
    days: (u32, u32),
}

impl Bars {
    pub(super) fn begin(site: &Site, line: Line, zoom: Zoom) -> Self {
        let timeline = &site.entry.timeline;
        let bar = |term: usize| {
            let span = timeline.span(term)?;
            let first = line.place(span.first.day_number());
            let end = line.place(span.last.map_or(u32::MAX, Date::day_number));
            Some(Bar { term, days: (first, end.max(first + 1)) })
        };
        let bars: Vec<_> = (0..timeline.terms.len()).filter_map(bar).collect();
        let in_the_chair = timeline.troika(site.today).current;
        let is_current = |bar: &Bar| timeline.terms.get(bar.term) == in_the_chair;
        let current = bars.iter().position(is_current);
        let stop = StoredValue::new(bars.len().saturating_sub(1));
        let pieces = {
            let (site, bars) = (site.clone(), bars.clone());
            Pieces::begin(move |(place, room)| {
                let bar = draw(&site, bars[place], current == Some(place));
                let is_stop = stop.get_value() == place;
                let bar = bar.attribute("tabindex", if is_stop { "0" } else { "-1" });
                let item = item(line, bars[place], current == Some(place));
                item.attribute("data-room", ROOMS[room])
                    .attribute("aria-posinset", (place + 1).to_string())
                    .attribute("aria-setsize", bars.len().to_string())
                    .with(bar)
            })
        };
        let all = StoredValue::new(bars);
        let (left, pointed) = (RwSignal::new(()), RwSignal::new(None));
        Self { zoom, days: line.days, pieces, all, current, stop, left, pointed }
    }

    /// The list of links.
    pub(super) fn list(self, site: &Site) -> Element {
        let list = element("ol")
            .class("bars")
            .attribute("role", "list")
            .attribute("aria-label", site.messages.overview())
            .on("keydown", move |event: KeyboardEvent| self.pressed(&event))
            .on("focusin", move |event: Event| {
                if let Some(place) = place(&event) {
                    self.stop_at(place);
                }
            })
            .on("pointerleave", move |_: Event| self.pointed.set(None));
        self.pieces.within(list, move || self.wanted())
    }

    /// The shape of all terms, behind the links: what is too narrow for one gets it under the pointer.
    pub(super) fn band(self) -> Element {
        let point = move |event: PointerEvent| self.pointed.set(self.under(&event));
        let outline = self.all.with_value(|bars| outline(bars));
        let shape = element("span")
            .attribute("--shape", outline)
            .on("pointermove", point)
            .on("pointerdown", point);
        element("div").class("band").attribute("aria-hidden", "true").with(shape)
    }

    fn wanted(self) -> Vec<Key> {
        let sight = self.zoom.sight.get();
        self.left.track();
        let kept = [Some(self.stop.get_value()), self.pointed.get(), self.current];
        let is_wanted = |place: usize, Bar { days: (first, end), .. }: Bar| {
            let has_room = sight.meets(first, end) && sight.has_room(end - first, WIDTH);
            has_room || kept.contains(&Some(place))
        };
        self.all.with_value(|bars| {
            let places = bars.iter().enumerate();
            places
                .filter(|(place, bar)| is_wanted(*place, **bar))
                .map(|(place, bar)| (place, room(sight, *bar)))
                .collect()
        })
    }

    /// The bar under a pointer.
    fn under(self, event: &PointerEvent) -> Option<usize> {
        let list = self.pieces.place.get_untracked()?;
        let bounds = bounds(list.as_ref());
        let x = f64::from(event.client_x());
        let is_mirrored = list.matches(":dir(rtl)").unwrap_or_default();
        let from = if is_mirrored { bounds.right() - x } else { x - bounds.left() };
        let day = whole(from / bounds.width() * f64::from(self.days));
        self.all
            .with_value(|bars| bars.iter().rposition(|bar| (bar.days.0..bar.days.1).contains(&day)))
    }

    /// A key on the link of a bar.
    fn pressed(self, event: &KeyboardEvent) {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let is_done = match event.key().as_str() {
            "+" | "=" => {
                self.zoom.step(Step::In, None);
                true
            }
            "-" => {
                self.zoom.step(Step::Out, None);
                true
            }
            key => self.along(event, key).is_some(),
        };
        if is_done {
            event.prevent_default();
        }
    }

    /// Goes where a key leads, by the arrows as the eye sees them.
    fn along(self, event: &KeyboardEvent, key: &str) -> Option<()> {
        let last = self.all.with_value(Vec::len).checked_sub(1)?;
        let here = place(event)?;
        let is_mirrored = target::<HtmlElement>(event)?.matches(":dir(rtl)").unwrap_or_default();
        let next = match (key, is_mirrored) {
            ("ArrowRight", false) | ("ArrowLeft", true) => (here < last).then_some(here + 1),
            ("ArrowLeft", false) | ("ArrowRight", true) => here.checked_sub(1),
            ("Home", _) => Some(0),
            ("End", _) => Some(last),
            _ => None,
        }?;
        // Browsers take long to find out that there is nothing to scroll.
        let options = FocusOptions::new();
        options.set_prevent_scroll(self.is_in_sight(next, is_mirrored).unwrap_or_default());
        // All is written before the focus moves: to move it, browsers lay out what was written.
        self.stop_at(next);
        self.link(next)?.focus_with_options(&options).ok()
    }

    /// Whether the whole of a bar is seen, drawn or not.
    fn is_in_sight(self, place: usize, is_mirrored: bool) -> Option<bool> {
        let line = bounds(self.pieces.place.get_untracked()?.as_ref());
        let sight = bounds(self.zoom.window.get_untracked()?.as_ref());
        let height = window().inner_height().ok()?.as_f64()?;
        let (first, end) = self.all.with_value(|bars| bars.get(place).map(|bar| bar.days))?;
        let at = |day: u32| line.width() * f64::from(day) / f64::from(self.days);
        let (left, right) = if is_mirrored {
            (line.right() - at(end), line.right() - at(first))
        } else {
            (line.left() + at(first), line.left() + at(end))
        };
        let is_beside = left < sight.left() || right > sight.right();
        Some(!is_beside && line.top() >= 0.0 && line.bottom() <= height)
    }

    fn link(self, place: usize) -> Option<HtmlElement> {
        let bar = self.all.with_value(|bars| bars.get(place).copied())?;
        let room = room(self.zoom.sight.get_untracked(), bar);
        self.pieces.piece((place, room))?.first_element_child()?.dyn_into().ok()
    }

    /// Makes a bar the one that Tab leads to.
    fn stop_at(self, place: usize) {
        let before = self.stop.get_value();
        if place == before {
            return;
        }
        self.stop.set_value(place);
        // Another index for the link that has the focus makes browsers lay out the page: it is the last.
        for (place, index) in [(place, "0"), (before, "-1")] {
            let _ = self.link(place).map(|link| link.set_attribute("tabindex", index));
        }
        later(PAUSE, move || self.left.notify());
    }
}

fn bounds(element: &Shown) -> DomRect {
    element.get_bounding_client_rect()
}

/// Where the bar stands among all whose link an event is of.
fn place(event: &Event) -> Option<usize> {
    let item = target::<HtmlElement>(event)?.closest("li").ok()??;
    item.get_attribute("aria-posinset")?.parse::<usize>().ok()?.checked_sub(1)
}

fn item(line: Line, bar: Bar, is_current: bool) -> Element {
    let (first, end) = bar.days;
    let class = match (is_current, line.is_late(first)) {
        (true, true) => "bar current late",
        (true, false) => "bar current",
        (false, true) => "bar late",
        (false, false) => "bar",
    };
    element("li")
        .class(class)
        .attribute("--at", first.to_string())
        .attribute("--length", (end - first).to_string())
}

/// The link; its name and the State's code are drawn by the style sheet, where they have room.
fn draw(site: &Site, bar: Bar, is_current: bool) -> Element {
    let term = &site.entry.timeline.terms[bar.term];
    let country = term.holders.first().and_then(|holder| holder.country.as_ref());
    let code = country.and_then(|slug| site.entry.country(slug)?.code.clone());
    link(site.listing_href(ListingKey::Term(term.id.clone())))
        .attribute("aria-label", [&term.label, " ", &names(site, term)].concat())
        .attribute("aria-current", is_current.then_some("date"))
        .attribute("data-code", code)
}

/// Which of [`ROOMS`] a bar has.
fn room(sight: Sight, Bar { days: (first, end), .. }: Bar) -> usize {
    [WIDTH, CODE, NAME].iter().filter(|pixels| sight.has_room(end - first, **pixels)).count()
}

/// All bars as one polygon, along its lower edge from one to the next; those that follow each other
/// without a gap are one.
fn outline(bars: &[Bar]) -> String {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for Bar { days: (first, end), .. } in bars {
        match runs.last_mut() {
            Some((_, last)) if *first <= *last + 1 => *last = (*last).max(*end),
            _ => runs.push((*first, *end)),
        }
    }
    runs.into_iter().map(|(first, end)| block(first, end, 100)).collect::<Vec<_>>().join(",")
}

/// A block in a polygon, between two days and so many hundredths high.
pub(super) fn block(first: u32, end: u32, height: u64) -> String {
    let [first, end] =
        [first, end].map(|day| ["calc(100%*", &day.to_string(), "/var(--days))"].concat());
    let top = (100 - height).to_string();
    [&first, " 100%,", &first, " ", &top, "%,", &end, " ", &top, "%,", &end, " 100%"].concat()
}

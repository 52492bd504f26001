//! How much of the line of time fills its width: from all of it to one year, by buttons, keys, the
//! wheel with a modifier and two fingers. What stood in the middle, or under the pointer, stays there.
//!
//! A step first stretches what is drawn, which browsers do without laying it out: the next frame shows it.
//! Then what is seen is drawn anew, and what is near it once steps pause.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element as Shown, Event, HtmlElement, PointerEvent, WheelEvent};

use super::line::{Line, Sight};
use crate::{
    element::{Element, Reference, element},
    site::Site,
    timing::{after_frame, effect, later, next_frame},
    watching::Watching,
};

/// How many times fingers must move apart, or together, for a step.
const PINCH: f64 = 1.4;

/// How much is drawn on each side of what is seen, in widths of the window, and how much of it must
/// be left before more is drawn.
const BEYOND: f64 = 0.5;
const LEFT: f64 = 0.2;
/// How long after a step more is drawn than what is seen, or less.
pub(super) const PAUSE: Duration = Duration::from_millis(100);

/// The state of the zoom. Copies are the same state.
#[derive(Clone, Copy)]
pub(super) struct Zoom {
    /// How many times the width of its window the line has: a power of two.
    scale: RwSignal<u32>,
    largest: u32,
    /// How many days the line has.
    days: u32,
    /// What is drawn of it.
    pub(super) sight: RwSignal<Sight>,
    /// The window through which the line is seen, which scrolls by itself.
    pub(super) window: Reference,
    pub(super) line: Reference,
    /// Where the last steps lead, until that is drawn.
    target: StoredValue<Option<Target>>,
    watching: StoredValue<Option<Watching>, LocalStorage>,
    /// How far the last step scrolled, until what is near is drawn as well.
    scrolled_to: StoredValue<Option<i32>>,
    /// The fingers on the line, and how far apart they were at the last step.
    fingers: StoredValue<(Vec<Finger>, f64)>,
}

/// What a step leads to.
#[derive(Clone, Copy)]
struct Target {
    scale: u32,
    /// How far the window scrolls, in pixels.
    left: f64,
}

#[derive(Clone, Copy)]
struct Finger {
    id: i32,
    x: f64,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    In,
    Out,
}

impl Zoom {
    /// All of a line.
    pub(super) fn begin(line: Line) -> Self {
        let (first, last) = line.years;
        let zoom = Self {
            scale: RwSignal::new(1),
            largest: u32::from(last - first + 1).next_power_of_two(),
            days: line.days,
            sight: RwSignal::new(Sight::begin(line)),
            window: Reference::new_local(None),
            line: Reference::new_local(None),
            target: StoredValue::default(),
            watching: StoredValue::new_local(None),
            scrolled_to: StoredValue::default(),
            fingers: StoredValue::default(),
        };
        effect(move || {
            let Some(window) = zoom.window.get() else { return };
            zoom.watching.set_value(Watching::of(&window, Box::new(move || zoom.follow())));
        });
        zoom
    }

    /// Draws what is to be seen now, and what is near it, unless that is drawn already.
    fn follow(self) {
        let Some(window) = self.window.try_get_untracked().flatten() else { return };
        let Ok(width @ 1..) = u32::try_from(window.client_width()) else { return };
        self.scrolled_to.set_value(None);
        let from = f64::from(window.scroll_left()).abs();
        let scale = self.scale.get_untracked();
        let around = |beyond| Sight::through(width, self.days, scale, from, beyond);
        if !self.sight.get_untracked().covers(around(LEFT)) {
            self.sight.set(around(BEYOND));
        }
    }

    /// Draws what the visitor scrolled to; where a step scrolled to is drawn.
    fn scrolled(self) {
        let window = self.window.get_untracked();
        if window.map(|window| window.scroll_left()) != self.scrolled_to.get_value() {
            self.follow();
        }
    }

    /// The scale after a step; none at its end.
    fn after(self, scale: u32, step: Step) -> Option<u32> {
        match step {
            Step::In => Some(scale * 2).filter(|scale| *scale <= self.largest),
            Step::Out => Some(scale / 2).filter(|scale| *scale > 0),
        }
    }

    /// Takes a step; what is so many pixels from the window's left edge stays there, or its middle.
    pub(super) fn step(self, step: Step, x: Option<f64>) {
        let Some(window) = self.window.get_untracked() else { return };
        let drawn = self.drawn(&window);
        let under_way = self.target.get_value();
        let before = under_way.unwrap_or(drawn);
        let Some(scale) = self.after(before.scale, step) else { return };
        let width = f64::from(window.client_width());
        let x = x.unwrap_or(width / 2.0);
        // From right to left the line begins at 0 on the right, and scrolls into the negative.
        let is_mirrored = window.matches(":dir(rtl)").unwrap_or_default();
        let origin = if is_mirrored { width } else { 0.0 };
        let place = before.left + x - origin;
        let left = place * f64::from(scale) / f64::from(before.scale) - x + origin;
        let end = width * f64::from(scale - 1);
        let left = if is_mirrored { left.clamp(-end, 0.0) } else { left.clamp(0.0, end) };
        let target = Target { scale, left };
        self.target.set_value(Some(target));
        self.stretch(drawn, target);
        if under_way.is_none() {
            after_frame(move || self.draw());
        }
    }

    /// How the line is seen, steps under way left aside.
    fn drawn(self, window: &HtmlElement) -> Target {
        Target { scale: self.scale.get_untracked(), left: f64::from(window.scroll_left()) }
    }

    /// Shows what is drawn as large as it will be, and there.
    fn stretch(self, drawn: Target, target: Target) {
        let Some(line) = self.line.get_untracked() else { return };
        let shift = (drawn.left - target.left).to_string();
        let times = (f64::from(target.scale) / f64::from(drawn.scale)).to_string();
        let transform = ["translateX(", &shift, "px) scaleX(", &times, ")"].concat();
        let _ = line.style().set_property("transform", &transform);
    }

    /// Draws what the steps lead to.
    fn draw(self) {
        let Some(window) = self.window.try_get_untracked().flatten() else { return };
        let Some(Target { scale, left }) = self.target.get_value() else { return };
        self.scale.set(scale);
        let width = window.client_width().unsigned_abs();
        self.sight.set(Sight::through(width, self.days, scale, left.abs(), 0.0));
        next_frame(move || self.arrive(scale));
    }

    /// Scrolls to what was drawn at a scale, unless more steps were taken.
    fn arrive(self, scale: u32) {
        let Some(window) = self.window.try_get_untracked().flatten() else { return };
        let Some(target) = self.target.get_value() else { return };
        if target.scale != scale {
            self.draw();
            return;
        }
        self.target.set_value(None);
        let _ = self.line.get_untracked().map(|line| line.style().remove_property("transform"));
        #[expect(clippy::cast_possible_truncation, reason = "it is a length in pixels")]
        window.set_scroll_left(target.left as i32);
        self.scrolled_to.set_value(Some(window.scroll_left()));
        later(PAUSE, move || self.follow());
    }

    /// The two buttons. At the end of the scale one of them says that it does nothing.
    pub(super) fn buttons(self, site: &Site) -> Element {
        let messages = site.messages;
        let button = |step: Step, sign: &'static str, name: &'static str| {
            element("button")
                .attribute("type", "button")
                .attribute("aria-label", name)
                .changing("aria-disabled", move || {
                    self.after(self.scale.get(), step).is_none().then_some("true")
                })
                .on("click", move |_: Event| self.step(step, None))
                .with(sign)
        };
        element("div")
            .class("zoom")
            .attribute("role", "group")
            .attribute("aria-label", messages.zoom())
            .with(button(Step::Out, "−", messages.zoom_out()))
            .with(button(Step::In, "+", messages.zoom_in()))
    }

    /// The window, which hears the wheel and the fingers.
    pub(super) fn window(self, line: Element) -> Element {
        // The line is as long as this. Were the scale its own, all that stands on it would inherit it,
        // and be styled anew with each step.
        let scale = move || self.scale.get().to_string();
        let ruler = element("div").class("ruler").changing("--scale", scale);
        element("div")
            .class("axis")
            // Some browsers give whatever scrolls a stop of its own.
            .attribute("tabindex", "-1")
            .refer(self.window)
            .on("scroll", move |_: Event| self.scrolled())
            .on("wheel", move |event: WheelEvent| self.wheel(&event))
            .on("pointerdown", move |event: PointerEvent| self.touched(&event))
            .on("pointermove", move |event: PointerEvent| self.moved(&event))
            .on("pointerup", move |event: PointerEvent| self.lifted(&event))
            .on("pointercancel", move |event: PointerEvent| self.lifted(&event))
            .with((line, ruler))
    }

    /// Without a modifier the wheel stays the page's.
    fn wheel(self, event: &WheelEvent) {
        if !(event.ctrl_key() || event.meta_key()) {
            return;
        }
        event.prevent_default();
        let step = if event.delta_y() < 0.0 { Step::In } else { Step::Out };
        self.step(step, self.place(event.client_x().into()));
    }

    /// How far a place on the screen is from the window's left edge.
    fn place(self, x: f64) -> Option<f64> {
        let window = self.window.get_untracked()?;
        Some(x - window.unchecked_ref::<Shown>().get_bounding_client_rect().left())
    }

    fn touched(self, event: &PointerEvent) {
        let finger = Finger { id: event.pointer_id(), x: event.client_x().into() };
        self.fingers.update_value(|(fingers, apart)| {
            fingers.retain(|other| other.id != finger.id);
            fingers.push(finger);
            *apart = distance(fingers);
        });
    }

    fn moved(self, event: &PointerEvent) {
        let mut step = None;
        self.fingers.update_value(|(fingers, apart)| {
            let moved = fingers.iter_mut().find(|finger| finger.id == event.pointer_id());
            let Some(finger) = moved else { return };
            finger.x = event.client_x().into();
            let now = distance(fingers);
            step = match () {
                () if *apart <= 0.0 || now <= 0.0 => None,
                () if now > *apart * PINCH => Some(Step::In),
                () if now * PINCH < *apart => Some(Step::Out),
                () => None,
            };
            if step.is_some() {
                *apart = now;
            }
        });
        if let Some(step) = step {
            self.step(step, self.place(event.client_x().into()));
        }
    }

    fn lifted(self, event: &PointerEvent) {
        self.fingers
            .update_value(|(fingers, _)| fingers.retain(|finger| finger.id != event.pointer_id()));
    }
}

/// How far two fingers are apart; nothing for any other number of them.
fn distance(fingers: &[Finger]) -> f64 {
    match fingers {
        [one, other] => (one.x - other.x).abs(),
        _ => 0.0,
    }
}

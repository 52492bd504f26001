//! How much of the line of time fills its width: from all of it to one year, by buttons, keys, the
//! wheel with a modifier and two fingers. What stood in the middle, or under the pointer, stays there.
//! What is to be drawn follows; after a step that is what is seen, and what is near it once steps pause.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element as Shown, Event, PointerEvent, WheelEvent};

use super::line::{Line, Sight};
use crate::{
    element::{Element, Reference, element},
    site::Site,
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
    watching: StoredValue<Option<Watching>, LocalStorage>,
    /// How far the last step scrolled, until what is near is drawn as well.
    scrolled_to: StoredValue<Option<i32>>,
    /// The fingers on the line, and how far apart they were at the last step.
    fingers: StoredValue<(Vec<Finger>, f64)>,
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
            watching: StoredValue::new_local(None),
            scrolled_to: StoredValue::default(),
            fingers: StoredValue::default(),
        };
        Effect::new(move |_| {
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
    fn next(self, step: Step) -> Option<u32> {
        let scale = self.scale.get();
        match step {
            Step::In => Some(scale * 2).filter(|scale| *scale <= self.largest),
            Step::Out => Some(scale / 2).filter(|scale| *scale > 0),
        }
    }

    /// Takes a step; what is so many pixels from the window's left edge stays there, or its middle.
    pub(super) fn step(self, step: Step, x: Option<f64>) {
        let (Some(next), Some(window)) = (untrack(|| self.next(step)), self.window.get_untracked())
        else {
            return;
        };
        let before = self.scale.get_untracked();
        let width = window.client_width();
        let x = x.unwrap_or(f64::from(width) / 2.0);
        // From right to left the line begins at 0 on the right, and scrolls into the negative.
        let is_mirrored = window.matches(":dir(rtl)").unwrap_or_default();
        let origin = if is_mirrored { f64::from(width) } else { 0.0 };
        let place = f64::from(window.scroll_left()) + x - origin;
        let place = place * f64::from(next) / f64::from(before) - x + origin;
        let end = f64::from(width) * f64::from(next - 1);
        let from = (if is_mirrored { -place } else { place }).clamp(0.0, end);
        self.scale.set(next);
        self.sight.set(Sight::through(width.unsigned_abs(), self.days, next, from, 0.0));
        request_animation_frame(move || {
            #[expect(clippy::cast_possible_truncation, reason = "it is a length in pixels")]
            window.set_scroll_left(place as i32);
            let _ = self.scrolled_to.try_set_value(Some(window.scroll_left()));
            set_timeout(move || self.follow(), PAUSE);
        });
    }

    /// The two buttons. At the end of the scale one of them says that it does nothing.
    pub(super) fn buttons(self, site: &Site) -> Element {
        let messages = site.messages;
        let button = |step: Step, sign: &'static str, name: &'static str| {
            element("button")
                .attribute("type", "button")
                .attribute("aria-label", name)
                .changing("aria-disabled", move || self.next(step).is_none().then_some("true"))
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

//! How much of the line of time fills its width: from all of it to one year, by buttons, keys, the
//! wheel with a modifier and two fingers. What stood in the middle, or under the pointer, stays there.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element as Shown, Event, HtmlElement, PointerEvent, WheelEvent};

use crate::element::{Element, Reference, element};
use crate::site::Site;

/// How many times fingers must move apart, or together, for a step.
const PINCH: f64 = 1.4;

/// The state of the zoom. Copies are the same state.
#[derive(Clone, Copy)]
pub(super) struct Zoom {
    /// How many times the width of its window the line has: a power of two.
    pub(super) scale: RwSignal<u32>,
    largest: u32,
    /// The window through which the line is seen, which scrolls by itself.
    pub(super) window: Reference,
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
    /// All of a line of so many years.
    pub(super) fn begin(years: u16) -> Self {
        Self {
            scale: RwSignal::new(1),
            largest: u32::from(years).next_power_of_two(),
            window: Reference::new_local(None),
            fingers: StoredValue::default(),
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
        let middle = f64::from(window.client_width()) / 2.0;
        let x = x.unwrap_or(middle);
        // From right to left the line begins at 0 on the right, and scrolls into the negative.
        let is_mirrored = window.matches(":dir(rtl)").unwrap_or_default();
        let origin = if is_mirrored { f64::from(window.client_width()) } else { 0.0 };
        let place = f64::from(window.scroll_left()) + x - origin;
        self.scale.set(next);
        request_animation_frame(move || {
            let place = place * f64::from(next) / f64::from(before);
            #[expect(clippy::cast_possible_truncation, reason = "it is a length in pixels")]
            window.set_scroll_left((place - x + origin) as i32);
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
            .attribute("aria-label", messages.zoom)
            .with(button(Step::Out, "−", messages.zoom_out))
            .with(button(Step::In, "+", messages.zoom_in))
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

/// Moves the one stop for Tab along the links of a list, by the arrows as the eye sees them.
pub(super) fn along(link: &HtmlElement, key: &str) -> Option<HtmlElement> {
    let item = link.closest("li").ok()??;
    let is_mirrored = link.matches(":dir(rtl)").unwrap_or_default();
    let list = item.parent_element()?;
    let next = match (key, is_mirrored) {
        ("ArrowRight", false) | ("ArrowLeft", true) => item.next_element_sibling(),
        ("ArrowLeft", false) | ("ArrowRight", true) => item.previous_element_sibling(),
        ("Home", _) => list.first_element_child(),
        ("End", _) => list.last_element_child(),
        _ => None,
    }?;
    let next: HtmlElement = next.first_element_child()?.dyn_into().ok()?;
    let _ = link.set_attribute("tabindex", "-1");
    let _ = next.set_attribute("tabindex", "0");
    let _ = next.focus();
    Some(next)
}

//! Hover with intent, on pointers that can rest without pressing: a mouse, never a finger.
//!
//! A panel opens once the pointer has rested on its item. While one is open, a pointer on its way to
//! it (within the triangle between where it left the item and the panel's edge) may cross other
//! items for as long as it moves. Leaving and coming back within the delay changes nothing.

use std::time::Duration;

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

use super::{
    Menu, focus,
    geometry::{Point, heads_for},
    state::{Intent, Panel},
};

/// How long a pointer rests before a panel opens where none is.
const OPENING: Duration = Duration::from_millis(150);
/// How long it rests on another item before the panel is changed for that one's.
const SWITCHING: Duration = Duration::from_millis(250);
/// How long it may be away before the panel closes.
const CLOSING: Duration = Duration::from_millis(400);

/// What the pointer is about to do.
#[derive(Default)]
pub(super) struct Hover {
    intent: Option<Intent>,
    timer: Option<TimeoutHandle>,
    left_at: Point,
}

impl Menu {
    pub(super) fn pointer_entered(self, line: usize, event: &PointerEvent) {
        if is_fine(event) {
            self.intend(self.panel.get_untracked().entered(line));
        }
    }

    pub(super) fn pointer_left(self, event: &PointerEvent) {
        if is_fine(event) {
            self.hover.update_value(|hover| hover.left_at = point(event));
            self.intend(self.panel.get_untracked().left());
        }
    }

    /// The pointer moved, anywhere in the window, while a panel is open.
    pub(super) fn pointer_moved(self, event: &PointerEvent) {
        let Some((Some(intent), from)) =
            self.hover.try_with_value(|hover| (hover.intent, hover.left_at))
        else {
            return;
        };
        let panel = self
            .nav
            .get_untracked()
            .and_then(|nav| nav.query_selector(".menu-panel:not([hidden])").ok().flatten());
        let is_on_its_way = |panel: Element| heads_for(&focus::area(&panel), from, point(event));
        if panel.is_some_and(is_on_its_way) {
            self.intend(Some(intent));
        }
    }

    /// What the pointer was about to do is not done any more.
    pub(super) fn forget_intent(self) {
        self.intend(None);
    }

    fn intend(self, intent: Option<Intent>) {
        let is_open = self.panel.with_untracked(|panel| *panel != Panel::Closed);
        let delay = match intent {
            Some(Intent::Close) => CLOSING,
            Some(Intent::Open(_)) if is_open => SWITCHING,
            _ => OPENING,
        };
        let rest = move |intent| set_timeout_with_handle(move || self.rested(intent), delay).ok();
        let _ = self.hover.try_update_value(|hover| {
            if let Some(timer) = hover.timer.take() {
                timer.clear();
            }
            hover.intent = intent;
            hover.timer = intent.and_then(rest);
        });
    }

    fn rested(self, intent: Intent) {
        let _ = self.hover.try_update_value(|hover| hover.intent = None);
        let _ = self.panel.try_update(|panel| *panel = panel.rested(intent));
    }
}

/// Fingers touch, they do not hover; and what the browser makes of a touch is no mouse either.
fn is_fine(event: &PointerEvent) -> bool {
    event.pointer_type() == "mouse"
}

fn point(event: &PointerEvent) -> Point {
    Point {
        x: f64::from(event.unchecked_ref::<web_sys::MouseEvent>().client_x()),
        y: f64::from(event.client_y()),
    }
}

//! Hover with intent, on pointers that can rest without pressing: a mouse, never a finger.
//!
//! A panel opens once the pointer has rested on its item. While one is open, a pointer on its way to
//! it (within the triangle between where it left the item and the panel's edge) may cross other
//! items for as long as it moves. Leaving and coming back within the delay changes nothing.

use std::time::Duration;

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};
use web_sys::PointerEvent;

use super::{
    Menu, focus,
    geometry::{Point, heads_for},
    state::Intent,
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

impl Hover {
    fn stop(&mut self) {
        self.intent = None;
        if let Some(timer) = self.timer.take() {
            timer.clear();
        }
    }
}

impl Drop for Hover {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Menu {
    pub(super) fn pointer_entered(self, line: usize, event: &PointerEvent) {
        if is_fine(event) {
            self.intend(self.state.get_untracked().entered(line));
        }
    }

    pub(super) fn pointer_left(self, event: &PointerEvent) {
        if is_fine(event) {
            self.own.update_value(|own| own.hover.left_at = point(event));
            self.intend(self.state.get_untracked().left());
        }
    }

    /// The pointer moved, anywhere in the window, while a panel is open.
    pub(super) fn pointer_moved(self, event: &PointerEvent) {
        let (intent, from) = self.own.with_value(|own| (own.hover.intent, own.hover.left_at));
        let (Some(_), Some(nav)) = (intent, self.nav()) else { return };
        let panel = nav.query_selector(".menu-panel:not([hidden])").ok().flatten();
        if panel.is_some_and(|panel| heads_for(&focus::area(&panel), from, point(event))) {
            self.intend(intent);
        }
    }

    /// Has something done once the pointer has rested, and nothing of what was to be done before.
    pub(super) fn intend(self, intent: Option<Intent>) {
        let delay = match intent {
            Some(Intent::Close) => CLOSING,
            Some(Intent::Open(_)) if self.state.get_untracked().is_panel() => SWITCHING,
            _ => OPENING,
        };
        self.own.update_value(|own| {
            own.hover.stop();
            own.hover.intent = intent;
            own.hover.timer = intent.and_then(|intent| {
                let rest = move || self.go(self.state.get_untracked().rested(intent));
                set_timeout_with_handle(rest, delay).ok()
            });
        });
    }
}

/// Fingers touch, they do not hover; and what the browser makes of a touch is no mouse either.
fn is_fine(event: &PointerEvent) -> bool {
    event.pointer_type() == "mouse"
}

fn point(event: &PointerEvent) -> Point {
    Point { x: f64::from(event.client_x()), y: f64::from(event.client_y()) }
}

//! What the menu hears of beyond itself, and only while something of it is open: each listener ends
//! with its value.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, Event, KeyboardEvent, PointerEvent, ResizeObserver, Window};

use super::{
    Menu,
    state::{Drawer, Panel},
};

/// A listener on the window, before any other.
struct Listening {
    window: Window,
    name: &'static str,
    closure: Closure<dyn Fn(Event)>,
}

impl Listening {
    fn to(name: &'static str, act: impl Fn(Event) + 'static) -> Self {
        let listening = Self { window: window(), name, closure: Closure::new(act) };
        let function = listening.closure.as_ref().unchecked_ref();
        let _ = listening.window.add_event_listener_with_callback_and_bool(name, function, true);
        listening
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        let function = self.closure.as_ref().unchecked_ref();
        let _ = self.window.remove_event_listener_with_callback_and_bool(self.name, function, true);
    }
}

/// Watches the size of an element.
struct Watching {
    observer: ResizeObserver,
    _closure: Closure<dyn Fn()>,
}

impl Watching {
    fn of(element: &Element, act: impl Fn() + 'static) -> Option<Self> {
        let closure = Closure::new(act);
        let observer = ResizeObserver::new(closure.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self { observer, _closure: closure })
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

impl Menu {
    /// Listens for as long as a panel or the drawer is open.
    pub(super) fn listen_while_open(self) {
        let has_panel = Memo::new(move |_| self.panel.with(|panel| *panel != Panel::Closed));
        let has_drawer = Memo::new(move |_| self.drawer.with(|drawer| *drawer != Drawer::Closed));
        let listening = StoredValue::new_local(Vec::new());
        let watching = StoredValue::new_local(None);
        Effect::new(move || {
            let events = if has_panel.get() { self.listen() } else { Vec::new() };
            listening.set_value(events);
        });
        Effect::new(move || {
            let nav = self.nav.get().filter(|_| has_panel.get() || has_drawer.get());
            watching.set_value(nav.and_then(|nav| Watching::of(&nav, move || self.fit())));
        });
        on_cleanup(move || self.forget_intent());
    }

    fn listen(self) -> Vec<Listening> {
        vec![
            Listening::to("click", move |event| self.clicked_anywhere(&event)),
            Listening::to("keydown", move |event| self.key_pressed_anywhere(event.unchecked_ref())),
            Listening::to("pointermove", move |event| {
                self.pointer_moved(event.unchecked_ref::<PointerEvent>())
            }),
        ]
    }

    /// A click beside the menu closes it, and goes on to what was clicked.
    fn clicked_anywhere(self, event: &Event) {
        let nav = self.nav.get_untracked();
        if nav.is_none_or(|nav| !event.composed_path().includes(&nav, 0)) {
            self.close();
        }
    }

    /// Escape closes, wherever the focus is (WCAG 1.4.13), and puts it back where it came from.
    fn key_pressed_anywhere(self, event: &KeyboardEvent) {
        if event.key() != "Escape" || event.is_composing() || event.default_prevented() {
            return;
        }
        if self.has_focus() {
            self.focus_open_trigger();
            event.prevent_default();
        }
        self.close();
    }

    /// The container has another size: what it has no room for, or no need of, closes.
    fn fit(self) {
        let Some(nav) = self.nav.get_untracked() else { return };
        let has_room = nav
            .query_selector(".menu-bar")
            .ok()
            .flatten()
            .is_some_and(|bar| bar.client_width() > 0);
        let had_focus = self.has_focus();
        let is_misplaced = if has_room {
            self.drawer.try_maybe_update(|drawer| {
                (*drawer != Drawer::Closed, std::mem::take(drawer) != Drawer::Closed)
            })
        } else {
            self.panel.try_maybe_update(|panel| {
                (*panel != Panel::Closed, std::mem::take(panel) != Panel::Closed)
            })
        };
        if had_focus && is_misplaced == Some(true) {
            let control = if has_room { ".menu-bar a, .menu-bar .trigger" } else { ".menu-button" };
            // What an open dialog makes inert takes no focus.
            request_animation_frame(move || self.focus_on(control));
        }
    }
}

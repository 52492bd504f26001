//! What the menu hears of beyond itself, and only while something of it is open: each listener ends
//! with its value.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, Event, KeyboardEvent, ResizeObserver, Window};

use super::{Menu, state::State};

/// What an open menu listens to.
pub(super) type WhileOpen = (Option<Listening>, Option<Watching>);

/// A listener to what happens on the window, before any other.
pub(super) struct Listening {
    window: Window,
    closure: Closure<dyn FnMut(Event)>,
}

const EVENTS: [&str; 3] = ["click", "keydown", "pointermove"];

impl Listening {
    fn to(menu: Menu) -> Self {
        let hear: Box<dyn FnMut(Event)> = Box::new(move |event| menu.hear(&event));
        let listening = Self { window: window(), closure: Closure::wrap(hear) };
        let function = listening.closure.as_ref().unchecked_ref();
        for name in EVENTS {
            let _ =
                listening.window.add_event_listener_with_callback_and_bool(name, function, true);
        }
        listening
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        let function = self.closure.as_ref().unchecked_ref();
        for name in EVENTS {
            let _ = self.window.remove_event_listener_with_callback_and_bool(name, function, true);
        }
    }
}

/// Watches the size of the menu.
pub(super) struct Watching {
    observer: ResizeObserver,
    _closure: Closure<dyn FnMut(Event)>,
}

impl Watching {
    fn of(nav: &Element, menu: Menu) -> Option<Self> {
        let fit: Box<dyn FnMut(Event)> = Box::new(move |_| menu.fit());
        let closure = Closure::wrap(fit);
        let observer = ResizeObserver::new(closure.as_ref().unchecked_ref()).ok()?;
        observer.observe(nav);
        Some(Self { observer, _closure: closure })
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

impl Menu {
    /// Listens as long as something is open.
    pub(super) fn listen_while_open(self, state: State) {
        let nav = self.nav().filter(|_| state != State::Closed);
        let listening = (
            state.is_panel().then(|| Listening::to(self)),
            nav.and_then(|nav| Watching::of(&nav, self)),
        );
        let before =
            self.own.try_update_value(|own| std::mem::replace(&mut own.listening, listening));
        // One of them may be what is running.
        request_animation_frame(move || drop(before));
    }

    fn hear(self, event: &Event) {
        match event.type_().as_str() {
            "click" => self.clicked_anywhere(event),
            "keydown" => self.key_pressed_anywhere(event.unchecked_ref()),
            _ => self.pointer_moved(event.unchecked_ref()),
        }
    }

    /// A click beside the menu closes it, and goes on to what was clicked.
    fn clicked_anywhere(self, event: &Event) {
        if self.nav().is_none_or(|nav| !event.composed_path().includes(&nav, 0)) {
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
        let bar = self.nav().and_then(|nav| nav.query_selector(".menu-bar").ok().flatten());
        let has_room = bar.is_some_and(|bar| bar.client_width() > 0);
        let state = self.state.get_untracked();
        let is_misplaced = if has_room { state.is_drawer() } else { state.is_panel() };
        if !is_misplaced {
            return;
        }
        let keeps_focus = self.own.with_value(|own| own.keeps_focus);
        self.close();
        if keeps_focus {
            let control = if has_room { ".menu-bar a, .menu-bar .trigger" } else { ".menu-button" };
            request_animation_frame(move || self.focus_on(control));
        }
    }
}

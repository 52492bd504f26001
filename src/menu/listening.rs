//! What the menu hears of beyond itself: one key within the piece, and more only while something of
//! it is open. Each listener ends with its value.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, Event, EventTarget, KeyboardEvent};

use super::{Menu, shortcut::Press, state::State};
use crate::{element::target, timing::next_frame, watching::Watching};

/// What an open menu listens to.
pub(super) type WhileOpen = (Option<Listening>, Option<Watching>);

/// A listener to what happens on a target, before any other.
pub(super) struct Listening {
    target: EventTarget,
    events: &'static [&'static str],
    closure: Closure<dyn FnMut(Event)>,
}

impl Listening {
    fn to(
        target: EventTarget,
        events: &'static [&'static str],
        hear: Box<dyn FnMut(Event)>,
    ) -> Self {
        let listening = Self { target, events, closure: Closure::wrap(hear) };
        let function = listening.closure.as_ref().unchecked_ref();
        for name in events {
            let _ =
                listening.target.add_event_listener_with_callback_and_bool(name, function, true);
        }
        listening
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        let function = self.closure.as_ref().unchecked_ref();
        for name in self.events {
            let _ = self.target.remove_event_listener_with_callback_and_bool(name, function, true);
        }
    }
}

impl Menu {
    /// Listens in the piece for the key that opens a directory.
    pub(super) fn listen_for_shortcut(self) {
        let (Some(nav), Some(directory)) = (self.nav(), self.directory) else { return };
        let Some(shortcut) = self.shortcut_of(directory) else { return };
        let hear = move |event: Event| {
            let event: &KeyboardEvent = event.unchecked_ref();
            let target = target::<Element>(event);
            let press = Press {
                key: &event.key(),
                held: [event.ctrl_key(), event.alt_key(), event.meta_key(), event.shift_key()],
                is_typing: target.is_some_and(|target| {
                    target.matches("input, select, textarea, .menu *").unwrap_or_default()
                }),
            };
            if shortcut.is(&press) && !event.default_prevented() {
                event.prevent_default();
                self.open_directory(directory);
            }
        };
        let listening = Listening::to(nav.get_root_node().into(), &["keydown"], Box::new(hear));
        self.own.update_value(|own| own.listening_for_shortcut = Some(listening));
    }

    /// Listens as long as something is open.
    pub(super) fn listen_while_open(self, state: State) {
        let nav = self.nav().filter(|_| state != State::Closed);
        let listening = (
            state.is_panel().then(|| {
                let events = &["click", "keydown", "pointermove"];
                Listening::to(window().into(), events, Box::new(move |event| self.hear(&event)))
            }),
            nav.and_then(|nav| Watching::of(&nav, Box::new(move || self.fit()))),
        );
        let before =
            self.own.try_update_value(|own| std::mem::replace(&mut own.listening, listening));
        // One of them may be what is running.
        next_frame(move || drop(before));
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

    /// Escape closes, wherever the focus is (WCAG 1.4.13), and puts it back where it came from. Tab
    /// closes what a hover opened above the page that is tabbed through (WCAG 2.4.11).
    fn key_pressed_anywhere(self, event: &KeyboardEvent) {
        if event.is_composing() || event.default_prevented() {
            return;
        }
        match event.key().as_str() {
            // A dialog of the host's around the menu is not closed by the same press.
            "Escape" => event.prevent_default(),
            "Tab" if self.state.get_untracked().left().is_some() && !self.has_focus() => {}
            _ => return,
        }
        if self.has_focus() {
            self.give_focus_back();
        }
        self.close();
    }

    /// The container has another size: what it has no room for, or no need of, closes.
    fn fit(self) {
        let has_room = self.has_room();
        let state = self.state.get_untracked();
        let is_misplaced = if has_room { state.is_drawer() } else { state.is_panel() };
        if !is_misplaced {
            return;
        }
        let keeps_focus = self.own.with_value(|own| own.keeps_focus);
        self.close();
        if keeps_focus {
            let control = if has_room { ".menu-bar a, .menu-bar .trigger" } else { ".menu-button" };
            next_frame(move || self.focus_on(control));
        }
    }
}

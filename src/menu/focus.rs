//! Where the focus goes: keys are read by [`super::keyboard`], and what they ask for is done here.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, FocusEvent, HtmlElement, HtmlInputElement, KeyboardEvent, Node, ShadowRoot,
};

use super::{
    Menu, Own,
    geometry::{Area, Direction, neighbour},
    keyboard::{Command, Place, Step, command},
    state::{Opener, State},
};
use crate::{
    element::target,
    matching::{fold, next_labelled},
    timing::next_frame,
};

/// How long a pause begins a new type-ahead, in milliseconds.
const PAUSE: f64 = 700.0;

/// Everything that takes the focus in a panel or in the drawer.
const CONTROLS: &str = "a[href], button, input";

/// What a visitor has typed to find an item.
#[derive(Default)]
pub(super) struct Typed {
    text: String,
    at: f64,
}

impl Menu {
    /// A key was pressed somewhere in the menu.
    pub(super) fn key_pressed(self, event: &KeyboardEvent) {
        let is_shortcut = event.ctrl_key() || event.alt_key() || event.meta_key();
        if is_shortcut || event.is_composing() || event.default_prevented() {
            return;
        }
        let (Some(target), Some(root)) = (target::<HtmlElement>(event), self.nav()) else { return };
        let Some(place) = place(&target) else { return };
        let is_mirrored = root.matches(":dir(rtl)").unwrap_or_default();
        let Some(command) = command(place, &event.key(), is_mirrored) else { return };
        let container = target.closest(".menu-panel, .menu-drawer").ok().flatten();
        let is_done = match container {
            Some(container) => self.act_within(&container, &target, command, event),
            None => self.act_on_bar(&root, &target, command, event),
        };
        if is_done {
            event.prevent_default();
        }
    }

    fn act_on_bar(
        self,
        root: &Element,
        target: &HtmlElement,
        command: Command,
        event: &KeyboardEvent,
    ) -> bool {
        let tops = elements(root, ".menu-bar > .menu-top");
        let Some(current) = tops.iter().position(|top| top.contains(Some(target))) else {
            return false;
        };
        let next = match command {
            Command::Along(Step::Back) => current.checked_sub(1),
            Command::Along(Step::Forward) => Some(current + 1),
            Command::First => Some(0),
            Command::Last => tops.len().checked_sub(1),
            Command::Type(letter) => self.find(&tops, Some(current), letter, event),
            Command::Into => {
                self.go_into(&tops[current]);
                None
            }
            _ => return false,
        };
        if let Some(top) = next.and_then(|next| tops.get(next)) {
            // From trigger to trigger, else to whatever the item has.
            let same = target
                .has_attribute("aria-expanded")
                .then(|| element(top, ":scope > .trigger"))
                .flatten();
            focus(same.or_else(|| element(top, ":scope > a, :scope > .trigger")));
        }
        true
    }

    fn act_within(
        self,
        container: &Element,
        target: &HtmlElement,
        command: Command,
        event: &KeyboardEvent,
    ) -> bool {
        let controls: Vec<_> =
            elements(container, CONTROLS).into_iter().filter(is_visible).collect();
        let Some(current) = controls.iter().position(|control| control == target) else {
            return false;
        };
        let next = match command {
            Command::Move(direction) => {
                let areas: Vec<_> = controls.iter().map(|control| area(control)).collect();
                let next = neighbour(&areas, current, direction);
                if next.is_none() && direction == Direction::Up {
                    self.focus_open_trigger();
                }
                next
            }
            Command::First => Some(0),
            Command::Last => controls.len().checked_sub(1),
            Command::Type(letter) => self.find(&controls, Some(current), letter, event),
            Command::ToMatch => controls.iter().position(|control| is_match(control)),
            Command::FollowMatch => {
                let is_filtered = target
                    .dyn_ref::<HtmlInputElement>()
                    .is_some_and(|input| !input.value().is_empty());
                if let Some(found) =
                    controls.iter().find(|control| is_filtered && is_match(control))
                {
                    found.click();
                }
                None
            }
            _ => return false,
        };
        focus(next.and_then(|next| controls.get(next).cloned()));
        true
    }

    /// Type-ahead: the element whose text begins with what was typed.
    fn find(
        self,
        among: &[HtmlElement],
        current: Option<usize>,
        letter: char,
        event: &KeyboardEvent,
    ) -> Option<usize> {
        let now = event.time_stamp();
        let mut text = String::new();
        self.own.update_value(|Own { typed, .. }| {
            if now - typed.at > PAUSE {
                typed.text.clear();
            }
            typed.at = now;
            typed.text.push(letter);
            text = fold(&typed.text);
        });
        let label = |element: &HtmlElement| {
            // A top item's panel is no part of its label.
            let named = element.query_selector(":scope > a, :scope > .trigger").ok().flatten();
            fold(
                &named
                    .map_or_else(|| element.text_content(), |named| named.text_content())
                    .unwrap_or_default(),
            )
        };
        let labels: Vec<String> = among.iter().map(label).collect();
        next_labelled(&labels, current, &text)
    }

    /// Opens the panel of a top item and puts the focus on the first thing in it.
    fn go_into(self, top: &Element) {
        let Some(panel) = element(top, ":scope > .menu-panel") else { return };
        let line = top.get_attribute("data-line").and_then(|line| line.parse().ok());
        if let Some(item) = line {
            self.go(State::Panel { item, by: Opener::Choice });
            // Views change after the signals did.
            next_frame(move || focus(element(&panel, CONTROLS)));
        }
    }

    /// The focus went from a top item or its panel to something else.
    pub(super) fn focus_left(self, item: usize, event: &FocusEvent) {
        let top = event.current_target().and_then(|top| top.dyn_into::<Node>().ok());
        let to = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
        let has_left = to.is_some() && !top.is_some_and(|top| top.contains(to.as_ref()));
        if has_left && self.state.get_untracked().shows(item) {
            self.close();
        }
    }

    /// Whether the focus is in the menu.
    pub(super) fn has_focus(self) -> bool {
        let active = self.active();
        self.nav().is_some_and(|nav| active.is_some_and(|active| nav.contains(Some(&active))))
    }

    /// Opens a directory and puts the focus in its filter.
    pub(super) fn open_directory(self, directory: usize) {
        let from = self.active().filter(|_| !self.has_focus());
        self.go(if self.has_room() {
            State::Panel { item: directory, by: Opener::Choice }
        } else {
            State::Drawer { level: Some(directory) }
        });
        self.own.update_value(|own| own.came_from = from);
        next_frame(move || {
            self.focus_on(".menu-drawer input, .menu-panel:not([hidden]) input");
        });
    }

    /// Whether the container has room for the bar.
    pub(super) fn has_room(self) -> bool {
        let bar = self.nav().and_then(|nav| element(&nav, ".menu-bar"));
        bar.as_ref().is_some_and(is_visible)
    }

    /// Puts the focus back where it was when a key opened the panel, or on the panel's trigger.
    pub(super) fn give_focus_back(self) {
        let from = self.own.try_update_value(|own| own.came_from.take()).flatten();
        match from.filter(is_visible) {
            None => self.focus_open_trigger(),
            from => focus(from),
        }
    }

    /// What has the focus in the piece.
    fn active(self) -> Option<HtmlElement> {
        let root = self.nav()?.get_root_node().dyn_into::<ShadowRoot>().ok()?;
        root.active_element()?.dyn_into().ok()
    }

    /// Notes whether the focus is the menu's. What a narrower container no longer shows loses it to
    /// nothing, before the menu hears of the narrowing: that does not count as leaving.
    pub(super) fn keep_focus(self, keeps: bool) {
        self.own.update_value(|own| own.keeps_focus = keeps);
    }

    /// Puts the focus on the trigger of the panel that is open.
    pub(super) fn focus_open_trigger(self) {
        focus(
            self.nav().and_then(|root| element(&root, ".menu-top > .trigger[aria-expanded=true]")),
        );
    }

    /// Empties the filter boxes.
    pub(super) fn clear_filters(self) {
        for input in self.nav().map(|nav| elements(&nav, "input")).unwrap_or_default() {
            input.unchecked_into::<HtmlInputElement>().set_value("");
        }
    }

    /// Puts the focus on the first thing that the selector finds in the menu.
    pub(super) fn focus_on(self, selector: &str) {
        focus(self.nav().and_then(|root| element(&root, selector)));
    }
}

/// From a letter to the first name that begins with it.
pub(super) fn jump(event: &Event, id: &str) {
    let letter = target::<HtmlElement>(event);
    let root = letter
        .map(|letter| letter.get_root_node())
        .and_then(|root| root.dyn_into::<ShadowRoot>().ok());
    let first = root.and_then(|root| root.get_element_by_id(id));
    focus(first.and_then(|first| first.dyn_into().ok()));
}

/// Where an element is in the window.
pub(super) fn area(element: &Element) -> Area {
    let place = element.get_bounding_client_rect();
    Area { left: place.left(), top: place.top(), right: place.right(), bottom: place.bottom() }
}

fn place(target: &Element) -> Option<Place> {
    let is_within = |selector: &str| target.closest(selector).ok().flatten().is_some();
    match () {
        () if target.has_type::<HtmlInputElement>() => Some(Place::Filter),
        () if is_within(".menu-panel, .menu-drawer") => Some(Place::Panel),
        () if is_within(".menu-bar") => Some(Place::Bar),
        () => None,
    }
}

fn is_match(control: &Element) -> bool {
    control.matches(".menu-entries li > a").unwrap_or_default()
}

/// Whether what an event is of is still shown.
pub(super) fn is_rendered(event: &Event) -> bool {
    target::<HtmlElement>(event).as_ref().is_some_and(is_visible)
}

/// What is hidden takes no place.
fn is_visible(element: &HtmlElement) -> bool {
    element.offset_width() > 0
}

fn element(within: &Element, selector: &str) -> Option<HtmlElement> {
    within.query_selector(selector).ok().flatten().and_then(|element| element.dyn_into().ok())
}

fn elements(within: &Element, selector: &str) -> Vec<HtmlElement> {
    let Ok(found) = within.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|number| found.get(number)?.dyn_into().ok()).collect()
}

fn focus(element: Option<HtmlElement>) {
    if let Some(element) = element {
        let _ = element.focus();
    }
}

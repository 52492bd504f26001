//! The mega menu: disclosures of real links in real lists (WAI-ARIA APG, disclosure navigation; the
//! role `menubar` is for programs, not for sites).
//!
//! Every link of the menu is in the page from the start, the closed panels' too. What is open is a
//! value ([`state`]); keys, the pointer and the eye's way through columns are pure functions
//! ([`keyboard`], [`state`], [`geometry`]), wired up by [`focus`] and [`pointer`]. A small container
//! gets a [`drawer`] in place of the [`bar`]. While nothing is open the menu listens to nothing
//! beyond itself, and it never writes outside the piece.
//!
//! A panel is as wide as the header: the header must be positioned, and between it and the panel
//! nothing else may be.

mod bar;
mod directory;
mod drawer;
mod drawing;
mod focus;
mod geometry;
mod keyboard;
mod listening;
mod matching;
mod outline;
mod pointer;
mod state;
#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests;

use directory::Filter;
use drawing::Drawing;
use leptos::prelude::*;
use outline::Outline;
use rostrum_model::Route;
use state::State;
use web_sys::{HtmlElement, KeyboardEvent};

use crate::{
    element::{Node, Reference, element, fragment},
    site::Site,
};

/// The mega menu; nothing if it has no items. `route` is where the visitor is, none where the
/// address leads nowhere.
pub fn mega_menu(site: &Site, route: Signal<Option<Route>>) -> Node {
    if site.entry.menu.is_empty() {
        return fragment(None::<Node>);
    }
    let menu = Menu::begin();
    let entry = site.entry.clone();
    let marks = Memo::new(move |_| Outline::of(&entry.menu).marks(route.get().as_ref()));
    Effect::new(move |before: Option<()>| {
        route.track();
        if before.is_some() {
            menu.navigated();
        }
    });
    let outline = Outline::of(&site.entry.menu);
    let drawing =
        Drawing { site, outline: &outline, menu, marks, ids: "menu-", is_directory: false };
    element("nav")
        .class("menu")
        .attribute("aria-label", site.messages.main_menu)
        .refer(menu.nav)
        .on("keydown", move |event: KeyboardEvent| menu.key_pressed(&event))
        .with(bar::bar(&drawing))
        .with(drawer::button(menu, site))
        .with(drawer::drawer(menu, site, marks))
        .into_node()
}

/// The state of a menu. Copies are the same state.
#[derive(Clone, Copy)]
struct Menu {
    state: RwSignal<State>,
    /// What the filter of the open directory leaves.
    filter: RwSignal<Filter>,
    /// The filter's result as it is spoken.
    spoken: RwSignal<String>,
    /// The branches within groups whose lists are open.
    unfolded: RwSignal<Vec<usize>>,
    nav: Reference,
    dialog: Reference,
    own: StoredValue<Own, LocalStorage>,
}

/// What the menu keeps and nothing is drawn from.
#[derive(Default)]
struct Own {
    hover: pointer::Hover,
    typed: focus::Typed,
    listening: listening::WhileOpen,
    speech: directory::Speech,
}

impl Menu {
    fn begin() -> Self {
        Self {
            state: RwSignal::new(State::Closed),
            filter: RwSignal::new(Filter::default()),
            spoken: RwSignal::new(String::new()),
            unfolded: RwSignal::new(Vec::new()),
            nav: Reference::new_local(None),
            dialog: Reference::new_local(None),
            own: StoredValue::new_local(Own::default()),
        }
    }

    fn nav(self) -> Option<HtmlElement> {
        self.nav.get_untracked()
    }

    /// Opens, changes or closes what is open.
    fn go(self, next: State) {
        let before = self.state.get_untracked();
        if next == before {
            return;
        }
        self.intend(None);
        if !next.shows_same(before) {
            self.forget_filter();
        }
        self.state.set(next);
        self.listen_while_open(next);
        self.show_drawer(before, next);
    }

    /// A trigger was clicked.
    fn toggle(self, line: usize) {
        self.intend(None);
        self.go(self.state.get_untracked().toggled(line));
    }

    fn close(self) {
        self.intend(None);
        self.go(State::Closed);
    }

    /// The visitor went to another page. A focus in the panel would be lost with it.
    fn navigated(self) {
        if self.has_focus() {
            self.focus_open_trigger();
        }
        self.close();
    }
}

//! The mega menu: disclosures of real links in real lists (WAI-ARIA APG, disclosure navigation; the
//! role `menubar` is for programs, not for sites).
//!
//! Every link of the menu is in the page from the start, the closed panels' too. What is open is a
//! value ([`state`]); keys, the pointer and the eye's way through columns are pure functions
//! ([`keyboard`], [`state`], [`geometry`]), wired up by [`focus`] and [`pointer`]. A small container
//! gets a [`drawer`] in place of the [`bar`]. While nothing is open the menu listens to nothing
//! beyond itself but the key that opens it ([`shortcut`]), within the piece, and it never writes
//! outside the piece.
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
mod outline;
mod pointer;
mod shortcut;
mod state;
#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests;

use drawing::{Drawing, IS_STILL};
use leptos::prelude::*;
use outline::{Lines, Outline};
use rostrum_model::{Panel, Route};
pub use shortcut::Shortcut;
use state::State;
use web_sys::{Event, HtmlElement, KeyboardEvent};

use crate::{
    element::{Node, Reference, element, fragment},
    site::Site,
    timing::effect,
};

/// The mega menu; nothing if it has no items. `route` is where the visitor is, none where the
/// address leads nowhere; `shortcut` is the key that opens its first directory, if one does.
pub fn mega_menu(
    site: &Site,
    route: impl Fn() -> Option<Route> + 'static,
    shortcut: Option<Shortcut>,
) -> Node {
    if site.entry.menu.is_empty() {
        return fragment(None::<Node>);
    }
    let outline = Outline::of(&site.entry.menu);
    let is_directory = |top: &usize| outline.line(*top).item.panel == Panel::Directory;
    let directory = outline.under(None).into_iter().find(is_directory);
    let menu = Menu::begin(directory, shortcut);
    menu.mark(site, untrack(&route).as_ref());
    let edition = site.clone();
    let mut is_first = true;
    effect(move || {
        let route = route();
        if std::mem::take(&mut is_first) {
            menu.listen_for_shortcut();
        } else {
            menu.navigated();
            menu.mark(&edition, route.as_ref());
        }
    });
    let drawing = Drawing { site, outline: &outline, menu, ids: "menu-", is_directory: false };
    let nav = element("nav")
        .part("menu")
        .attribute("aria-label", site.messages.main_menu())
        .refer(menu.nav)
        .on("keydown", move |event: KeyboardEvent| menu.key_pressed(&event))
        .on("focusin", move |_: Event| menu.keep_focus(true))
        .on("focusout", move |event: Event| menu.keep_focus(!focus::is_rendered(&event)))
        .with(bar::bar(&drawing));
    let nav = if IS_STILL {
        nav.with(drawer::still(&drawing))
    } else {
        nav.with(drawer::button(menu, site)).with(drawer::drawer(menu, site))
    };
    nav.into_node()
}

/// The state of a menu. Copies are the same state.
#[derive(Clone, Copy)]
struct Menu {
    state: RwSignal<State>,
    /// The line of the first top item with a directory.
    directory: Option<usize>,
    /// The lines that lead to the page that the visitor is at, and the branches above them.
    pages: RwSignal<Lines>,
    branches: RwSignal<Lines>,
    /// What the filter of the open directory leaves out.
    hidden: RwSignal<Lines>,
    /// What it finds, in words, as they are shown and as they are spoken; empty while it is unused.
    result: RwSignal<String>,
    spoken: RwSignal<String>,
    /// The branches within groups whose lists are open.
    unfolded: RwSignal<Lines>,
    nav: Reference,
    dialog: Reference,
    own: StoredValue<Own, LocalStorage>,
}

/// What the menu keeps and nothing is drawn from.
#[derive(Default)]
struct Own {
    /// The key that opens the directory from anywhere in the piece.
    shortcut: Option<Shortcut>,
    /// Whether the focus is in the menu, or was when what had it went out of sight.
    keeps_focus: bool,
    hover: pointer::Hover,
    typed: focus::Typed,
    /// What had the focus when a key opened a panel.
    came_from: Option<HtmlElement>,
    listening: listening::WhileOpen,
    listening_for_shortcut: Option<listening::Listening>,
    speech: directory::Speech,
}

impl Menu {
    fn begin(directory: Option<usize>, shortcut: Option<Shortcut>) -> Self {
        Self {
            directory,
            state: RwSignal::new(State::Closed),
            pages: RwSignal::new(Lines::default()),
            branches: RwSignal::new(Lines::default()),
            hidden: RwSignal::new(Lines::default()),
            result: RwSignal::new(String::new()),
            spoken: RwSignal::new(String::new()),
            unfolded: RwSignal::new(Lines::default()),
            nav: Reference::new_local(None),
            dialog: Reference::new_local(None),
            own: StoredValue::new_local(Own { shortcut, ..Own::default() }),
        }
    }

    fn nav(self) -> Option<HtmlElement> {
        self.nav.get_untracked()
    }

    /// The key that opens the panel of a top item, if one does.
    fn shortcut_of(self, line: usize) -> Option<Shortcut> {
        let is_directory = self.directory == Some(line);
        self.own.with_value(|own| own.shortcut.clone()).filter(|_| is_directory)
    }

    /// Marks where the visitor is; branches within groups stand open where the visitor is in them.
    fn mark(self, site: &Site, route: Option<&Route>) {
        let marks = Outline::of(&site.entry.menu).marks(route);
        self.pages.set(marks.pages);
        self.unfolded.set(marks.branches.clone());
        self.branches.set(marks.branches);
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
            self.own.update_value(|own| own.came_from = None);
        }
        self.keep_focus(self.has_focus());
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

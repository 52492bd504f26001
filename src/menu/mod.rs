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

use drawer::MenuDrawer;
use drawing::Drawing;
use leptos::{html, prelude::*};
use outline::Outline;
use rostrum_model::Route;
use state::{Drawer, Panel};

use crate::site::Site;

/// The state of a menu. Copies are the same state.
#[derive(Clone, Copy)]
struct Menu {
    nav: NodeRef<html::Nav>,
    panel: RwSignal<Panel>,
    drawer: RwSignal<Drawer>,
    hover: StoredValue<pointer::Hover>,
    typed: StoredValue<focus::Typed>,
}

/// The mega menu.
#[component]
pub fn MegaMenu(
    /// The site whose menu it is.
    site: Site,
    /// The route that the visitor is at; none where the address leads nowhere.
    #[prop(into)]
    route: Signal<Option<Route>>,
) -> impl IntoView {
    let menu = Menu::begin();
    let entry = site.entry.clone();
    let marks = Memo::new(move |_| Outline::of(&entry.menu).marks(route.get().as_ref()));
    Effect::watch(move || route.get(), move |_, _, _| menu.navigated(), false);
    menu.listen_while_open();

    if site.entry.menu.is_empty() {
        return ().into_any();
    }
    let outline = Outline::of(&site.entry.menu);
    let drawing = Drawing { site: &site, outline: &outline, marks, ids: "menu-", shown: None };
    let bar = bar::bar(&drawing, menu);
    view! {
        <nav
            node_ref=menu.nav
            class="menu"
            aria-label=site.messages.main_menu
            on:keydown=move |event| menu.key_pressed(&event)
        >
            {bar}
            <MenuDrawer menu site=site.clone() marks/>
        </nav>
    }
    .into_any()
}

impl Menu {
    fn begin() -> Self {
        Self {
            nav: NodeRef::new(),
            panel: RwSignal::new(Panel::Closed),
            drawer: RwSignal::new(Drawer::Closed),
            hover: StoredValue::new(pointer::Hover::default()),
            typed: StoredValue::new(focus::Typed::default()),
        }
    }

    /// A trigger was clicked.
    fn toggle(self, line: usize) {
        self.forget_intent();
        self.panel.update(|panel| *panel = panel.toggled(line));
    }

    /// The visitor went into the open panel.
    fn choose(self) {
        self.panel.maybe_update(|panel| {
            let chosen = panel.chosen();
            chosen != std::mem::replace(panel, chosen)
        });
    }

    fn close(self) {
        self.forget_intent();
        self.panel.set(Panel::Closed);
    }

    /// The visitor went to another page. A focus in the panel would be lost with it.
    fn navigated(self) {
        if self.has_focus() {
            self.focus_open_trigger();
        }
        self.close();
        self.drawer.set(Drawer::Closed);
    }
}

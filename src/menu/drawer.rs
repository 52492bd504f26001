//! The menu of a small container: a drawer over the whole window, one level at a time.
//!
//! It is a modal `dialog`: the browser keeps the focus in it, makes everything else inert, the page
//! around an embedded piece too, and gives the focus back, all without a mark on anybody's nodes. It
//! is laid out by the window even where the piece's container would catch `position: fixed`.

use leptos::prelude::*;
use rostrum_model::Panel as Layout;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDialogElement};

use super::{Menu, directory::directory, drawing::Drawing, outline::Outline, state::State};
use crate::{
    element::{Element, Node, changing, element, fragment},
    site::Site,
    timing::next_frame,
};

/// What the ids in the drawer begin with.
const IDS: &str = "drawer-";

/// The button that opens the drawer.
pub(super) fn button(menu: Menu, site: &Site) -> Element {
    let is_open = move || menu.state.get().is_drawer();
    plain_button("menu-button", move |_| menu.go(State::Drawer { level: None }))
        .attribute("aria-haspopup", "dialog")
        .changing("aria-expanded", move || if is_open() { "true" } else { "false" })
        .with(site.messages.menu())
}

/// The drawer: empty while it is closed.
pub(super) fn drawer(menu: Menu, site: &Site) -> Element {
    let label = site.messages.main_menu();
    let site = site.clone();
    let content = move || match menu.state.get() {
        State::Drawer { level: shown } => Some(level(menu, &site, shown)),
        _ => None,
    };
    element("dialog")
        .part("menu-drawer")
        .attribute("aria-label", label)
        .refer(menu.dialog)
        .on("close", move |_: Event| menu.close())
        .with(changing(content))
}

/// What the button opens without scripts: all levels, one within the other.
pub(super) fn still(drawing: &Drawing) -> Element {
    let drawing = Drawing { ids: "still-", ..*drawing };
    let row = |line: usize| {
        let (item, row) = (drawing.outline.line(line).item, element("li"));
        if item.items.is_empty() {
            return row.with(drawing.name(line));
        }
        let page = item.to.is_some().then(|| element("p").with(drawing.name(line)));
        let entries = drawing.entries(&drawing.outline.under(Some(line)));
        let details = element("details")
            .with(element("summary").class("deeper").with(drawing.site.text(&item.label)))
            .with(page)
            .with(element("ul").class("menu-entries").with(entries));
        row.with(details)
    };
    let rows = drawing.outline.under(None).into_iter().map(row);
    element("details")
        .class("menu-still")
        .with(element("summary").class("menu-button").with(drawing.site.messages.menu()))
        .with(element("ul").class("menu-rows").with_all(rows))
}

/// One level: what it is of, the way back, and what is right under it.
fn level(menu: Menu, site: &Site, level: Option<usize>) -> Node {
    let outline = Outline::of(&site.entry.menu);
    let drawing = Drawing { site, outline: &outline, menu, ids: IDS, is_directory: false };
    let messages = site.messages;
    let title = element("h2").class("menu-drawer-title").attribute("tabindex", "-1");
    let (back, title, is_directory) = match level {
        None => (None, title.with(messages.menu()), false),
        Some(branch) => {
            let line = outline.line(branch);
            let up = line.parent;
            let back = move |_| menu.go(State::Drawer { level: up });
            (
                Some(plain_button("back", back).with(messages.back())),
                title.with(drawing.name(branch)),
                line.item.panel == Layout::Directory,
            )
        }
    };
    let close = plain_button("close", move |_| menu.close()).with(messages.close());
    let bar = element("div").class("menu-drawer-bar").with(back).with(close);
    let content = match level.filter(|_| is_directory) {
        Some(branch) => directory(&drawing, branch),
        None => {
            let rows = outline.under(level).into_iter().map(|line| row(&drawing, line));
            element("ul").class("menu-rows").with_all(rows).into_node()
        }
    };
    fragment((bar, title, content))
}

fn row(drawing: &Drawing, line: usize) -> Element {
    let (item, menu) = (drawing.outline.line(line).item, drawing.menu);
    if item.items.is_empty() {
        return element("li").with(drawing.name(line));
    }
    let deeper = plain_button("deeper", move |_| menu.go(State::Drawer { level: Some(line) }))
        .attribute("id", drawing.id(line))
        .changing("aria-current", drawing.current(line))
        .with(drawing.site.text(&item.label));
    element("li").with(deeper)
}

fn plain_button(class: &'static str, on_click: impl FnMut(Event) + Send + 'static) -> Element {
    element("button").attribute("type", "button").class(class).on("click", on_click)
}

impl Menu {
    /// Opens and closes the dialog as the state says, and puts the focus on what is new in it.
    pub(super) fn show_drawer(self, before: State, next: State) {
        let dialog = self.dialog.get_untracked().and_then(|dialog| dialog.dyn_into().ok());
        let Some::<HtmlDialogElement>(dialog) = dialog else { return };
        match (before, next) {
            (State::Drawer { level: from }, State::Drawer { level: to }) => {
                next_frame(move || self.focus_level(from, to));
            }
            // A dialog gives the focus to what it finds in itself, so it must be drawn first.
            (_, State::Drawer { .. }) => next_frame(move || {
                let _ = dialog.show_modal();
            }),
            (State::Drawer { .. }, _) => dialog.close(),
            _ => {}
        }
    }

    /// Deeper, the focus goes to the level's title; back, to the row that led down.
    fn focus_level(self, from: Option<usize>, to: Option<usize>) {
        match from.filter(|from| to.is_none_or(|to| to < *from)) {
            Some(from) => self.focus_on(&["#", IDS, &from.to_string()].concat()),
            None => self.focus_on(".menu-drawer-title"),
        }
    }
}

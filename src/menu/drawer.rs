//! The menu of a small container: a drawer over the whole window, one level at a time.
//!
//! It is a modal `dialog`: the browser keeps the focus in it, makes everything else inert, the page
//! around an embedded piece too, and gives the focus back, all without a mark on anybody's nodes. It
//! is laid out by the window even where the piece's container would catch `position: fixed`.

use leptos::{html, prelude::*};
use rostrum_model::Panel as Layout;

use super::{
    Menu,
    directory::directory,
    drawing::Drawing,
    outline::{Mark, Outline},
    state::Drawer,
};
use crate::site::Site;

/// What the ids in the drawer begin with.
const IDS: &str = "drawer-";

/// The button that opens the drawer, and the drawer.
#[component]
pub(super) fn MenuDrawer(menu: Menu, site: Site, marks: Memo<Vec<Option<Mark>>>) -> impl IntoView {
    let messages = site.messages;
    let dialog = NodeRef::<html::Dialog>::new();
    let is_open = Memo::new(move |_| menu.drawer.with(|drawer| *drawer != Drawer::Closed));
    Effect::new(move || {
        let Some(dialog) = dialog.get() else { return };
        match (is_open.get(), dialog.open()) {
            (true, false) => {
                let _ = dialog.show_modal();
            }
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    Effect::new(move |before: Option<Drawer>| {
        let now = menu.drawer.get();
        if let (Some(Drawer::Open { level: from }), Drawer::Open { level: to }) = (before, now) {
            request_animation_frame(move || menu.focus_level(from, to));
        }
        now
    });
    let content = move || match menu.drawer.get() {
        Drawer::Closed => None,
        Drawer::Open { level: shown } => Some(level(menu, &site, marks, shown)),
    };
    view! {
        <button
            type="button"
            class="menu-button"
            aria-haspopup="dialog"
            aria-expanded=move || if is_open.get() { "true" } else { "false" }
            on:click=move |_| menu.drawer.set(Drawer::Open { level: None })
        >
            {messages.menu}
        </button>
        <dialog
            node_ref=dialog
            class="menu-drawer"
            aria-label=messages.main_menu
            on:close=move |_| menu.drawer.set(Drawer::Closed)
        >
            {content}
        </dialog>
    }
}

/// One level: what it is of, the way back, and what is right under it.
fn level(menu: Menu, site: &Site, marks: Memo<Vec<Option<Mark>>>, level: Option<usize>) -> AnyView {
    let outline = Outline::of(&site.entry.menu);
    let drawing = Drawing { site, outline: &outline, marks, ids: IDS, shown: None };
    let messages = site.messages;
    let back = level.map(|level| {
        let up = outline.line(level).parent;
        let go_back = move |_| menu.drawer.set(Drawer::Open { level: up });
        view! { <button type="button" class="back" on:click=go_back>{messages.back}</button> }
    });
    let title = match level {
        None => view! { <span>{messages.menu}</span> }.into_any(),
        Some(level) => drawing.name(level),
    };
    let directory_of = level.filter(|level| outline.line(*level).item.panel == Layout::Directory);
    let content = if let Some(branch) = directory_of {
        directory(&drawing, branch, Signal::from(true))
    } else {
        let rows: Vec<_> =
            outline.under(level).into_iter().map(|line| row(&drawing, menu, line)).collect();
        view! { <ul class="menu-rows">{rows}</ul> }.into_any()
    };
    view! {
        <div class="menu-drawer-bar">
            {back}
            <button type="button" class="close" on:click=move |_| menu.drawer.set(Drawer::Closed)>
                {messages.close}
            </button>
        </div>
        <h2 class="menu-drawer-title" tabindex="-1">{title}</h2>
        {content}
    }
    .into_any()
}

fn row(drawing: &Drawing, menu: Menu, line: usize) -> AnyView {
    let item = drawing.outline.line(line).item;
    if item.items.is_empty() {
        return view! { <li>{drawing.name(line)}</li> }.into_any();
    }
    let current = drawing.current(line);
    let go_deeper = move |_| menu.drawer.set(Drawer::Open { level: Some(line) });
    view! {
        <li>
            <button type="button" class="deeper" id=drawing.id(line) aria-current=current on:click=go_deeper>
                {drawing.site.text(&item.label)}
            </button>
        </li>
    }
    .into_any()
}

impl Menu {
    /// Deeper, the focus goes to the level's title; back, to the row that led down.
    fn focus_level(self, from: Option<usize>, to: Option<usize>) {
        match from.filter(|from| to.is_none_or(|to| to < *from)) {
            Some(from) => self.focus_on(&["#", IDS, &from.to_string()].concat()),
            None => self.focus_on(".menu-drawer-title"),
        }
    }
}

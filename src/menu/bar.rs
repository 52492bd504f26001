//! The bar of top items, each with its panel: every link of the menu is in it.

use leptos::prelude::*;
use rostrum_model::Panel as Layout;

use super::{Menu, directory::directory, drawing::Drawing};

/// The top items.
pub(super) fn bar(drawing: &Drawing, menu: Menu) -> impl IntoView + use<> {
    let tops: Vec<_> =
        drawing.outline.under(None).into_iter().map(|line| top(drawing, menu, line)).collect();
    view! { <ul class="menu-bar">{tops}</ul> }
}

fn top(drawing: &Drawing, menu: Menu, number: usize) -> AnyView {
    let item = drawing.outline.line(number).item;
    if item.items.is_empty() {
        return view! { <li class="menu-top">{drawing.name(number)}</li> }.into_any();
    }
    let is_open = Signal::derive(move || menu.panel.with(|panel| panel.shows(number)));
    let content = match item.panel {
        Layout::Directory => directory(drawing, number, is_open),
        Layout::Columns => {
            let entries = drawing.entries(&drawing.outline.under(Some(number)));
            view! { <ul class="menu-entries menu-columns">{entries}</ul> }.into_any()
        }
    };
    view! {
        <li
            class="menu-top"
            data-line=number.to_string()
            on:pointerenter=move |event| menu.pointer_entered(number, &event)
            on:pointerleave=move |event| menu.pointer_left(&event)
            on:focusout=move |event| menu.focus_left(number, &event)
        >
            {drawing.trigger(number, is_open, move || menu.toggle(number))}
            <div
                class="menu-panel"
                id=drawing.list_id(number)
                hidden=move || !is_open.get()
                on:focusin=move |_| menu.choose()
            >
                {content}
            </div>
        </li>
    }
    .into_any()
}

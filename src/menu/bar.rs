//! The bar of top items, each with its panel: every link of the menu is in it.

use rostrum_model::Panel as Layout;
use web_sys::{Event, FocusEvent, PointerEvent};

use super::{directory::directory, drawing::Drawing};
use crate::element::{Element, element, fragment};
use leptos::prelude::*;

/// The top items.
pub(super) fn bar(drawing: &Drawing) -> Element {
    let tops = drawing.outline.under(None).into_iter().map(|line| top(drawing, line));
    element("ul").class("menu-bar").with_all(tops)
}

fn top(drawing: &Drawing, number: usize) -> Element {
    let (item, menu) = (drawing.outline.line(number).item, drawing.menu);
    let top = element("li").class("menu-top");
    if item.items.is_empty() {
        return top.with(drawing.name(number));
    }
    let is_open = move || menu.state.get().shows(number);
    let content = match item.panel {
        Layout::Directory => directory(drawing, number),
        Layout::Columns => {
            let entries = drawing.entries(&drawing.outline.under(Some(number)));
            fragment(element("ul").class("menu-entries menu-columns").with(entries))
        }
    };
    let panel = element("div")
        .part("menu-panel")
        .attribute("id", drawing.list_id(number))
        .on("focusin", move |_: Event| menu.go(menu.state.get_untracked().chosen()))
        .with(content);
    top.attribute("data-line", number.to_string())
        .on("pointerenter", move |event: PointerEvent| menu.pointer_entered(number, &event))
        .on("pointerleave", move |event: PointerEvent| menu.pointer_left(&event))
        .on("focusout", move |event: FocusEvent| menu.focus_left(number, &event))
        .with(drawing.disclosure(number, is_open, move |_| menu.toggle(number), panel))
}

//! Finding terms: by a State or a person, by decade, by chairs held more than once; and the choice
//! between list and table.

use leptos::prelude::*;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement};

use super::look::Look;
use crate::{
    element::{Element, Node, changing, element, target},
    locale::fill,
    site::Site,
};

/// The form above the terms, drawn anew when the filter is forgotten.
pub(super) fn finder(site: &Site, look: Look) -> Node {
    let site = site.clone();
    changing(move || {
        look.forgotten.track();
        form(&site, look)
    })
}

fn form(site: &Site, look: Look) -> Element {
    let messages = site.messages;
    let search = element("input")
        .attribute("id", "term-search")
        .attribute("type", "search")
        .attribute("autocomplete", "off")
        .attribute("spellcheck", "false")
        .attribute("value", look.filter.with_value(|filter| filter.search.clone()))
        .refer(look.input)
        .on("input", move |event: Event| {
            let Some(input) = target::<HtmlInputElement>(&event) else { return };
            look.search(input.value());
        });
    let repeated = element("input")
        .attribute("type", "checkbox")
        .attribute("checked", look.filter.with_value(|filter| filter.is_repeated))
        .on("change", move |event: Event| {
            let Some(input) = target::<HtmlInputElement>(&event) else { return };
            look.change_filter(|filter| filter.is_repeated = input.checked());
        });
    element("form")
        .class("finder")
        .attribute("role", "search")
        .attribute("aria-label", messages.find_terms())
        // What is typed is found at once; there is nothing to send.
        .on("submit", |event: Event| event.prevent_default())
        .with(labelled("term-search", messages.state_or_person(), search))
        .with(labelled("term-decade", messages.decades(), decades(site, look)))
        .with(element("label").class("check").with((repeated, messages.repeated())))
        .with(views(site, look))
}

/// A control with its name.
pub(super) fn labelled(id: &'static str, name: &'static str, control: Element) -> Element {
    element("div").with((element("label").attribute("for", id).with(name), control))
}

fn decades(site: &Site, look: Look) -> Element {
    let messages = site.messages;
    let chosen = look.filter.with_value(|filter| filter.decade);
    let decades = look.decades().into_iter().rev().map(|year| {
        let name = fill(messages.decade(), "{year}", &year.to_string());
        option(year.to_string(), chosen == Some(year), name)
    });
    element("select")
        .attribute("id", "term-decade")
        .on("change", move |event: Event| {
            let Some(select) = target::<HtmlSelectElement>(&event) else { return };
            look.change_filter(|filter| filter.decade = select.value().parse().ok());
        })
        .with(option(String::new(), chosen.is_none(), messages.all_decades().to_owned()))
        .with_all(decades)
}

/// Something that a list can be set to.
pub(super) fn option(value: String, is_chosen: bool, name: String) -> Element {
    element("option").attribute("value", value).attribute("selected", is_chosen).with(name)
}

/// List or table.
fn views(site: &Site, look: Look) -> Element {
    let messages = site.messages;
    let view = |is_table: bool, name: &'static str| {
        let is_pressed = move || look.is_table.get() == is_table;
        element("button")
            .attribute("type", "button")
            .changing("aria-pressed", move || if is_pressed() { "true" } else { "false" })
            .on("click", move |_: Event| look.set_table(is_table))
            .with(name)
    };
    element("div")
        .class("views")
        .attribute("role", "group")
        .attribute("aria-label", messages.view())
        .with((view(false, messages.list()), view(true, messages.table())))
}

/// How many terms there are or are found, and the way back to all of them where none is.
pub(super) fn found(site: &Site, look: Look) -> Node {
    let messages = site.messages;
    let total = site.entry.timeline.terms.len();
    let text = changing(move || {
        let found = fill(messages.terms_found(), "{n}", &look.total.get().to_string());
        fill(&found, "{total}", &total.to_string())
    });
    let reset = changing(move || {
        let button = element("button").attribute("type", "button").with(messages.all_terms());
        (look.total.get() == 0).then(|| button.on("click", move |_: Event| look.forget_filter()))
    });
    element("div")
        .class("found")
        .with(element("p").attribute("role", "status").with(text))
        .with(reset)
        .into_node()
}

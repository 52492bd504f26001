//! What stands around every page of the whole site: header and footer. The menu alone has the header too.

use leptos::prelude::*;
use rostrum_model::Route;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement};

use crate::{
    element::{Node, element, link},
    embed::{Host, Part},
    locale::LANGUAGES,
    menu::{Shortcut, mega_menu},
    site::Site,
    timing::next_frame,
};

/// Where a piece stands; nowhere when it is rendered natively.
pub(super) type Place = Option<StoredValue<Host, LocalStorage>>;

/// The header: a way past it, whose site it is, and the menu. `route` is where the visitor is. A document
/// has one banner and one way past it: the menu alone leaves both to the host.
pub(super) fn header(
    site: &Site,
    route: impl Fn() -> Option<Route> + 'static,
    host: Place,
    shortcut: Option<Shortcut>,
    part: Part,
) -> Node {
    let is_banner = part == Part::Site;
    let organization = &site.entry.organization;
    let skip = move |event: Event| {
        // A fragment does not reach into a shadow root.
        event.prevent_default();
        focus(host, ".main");
    };
    let skip = link("#main".to_owned())
        .class("skip")
        .on("click", skip)
        .with(site.messages.skip_to_content());
    let brand = link(site.href(&Route::Home))
        .part("brand")
        .with(element("span").class("abbreviation").with(site.text(&organization.abbreviation)))
        .with(" ")
        .with(element("span").class("name").with(site.text(&organization.name)));
    let menu = mega_menu(site, route, shortcut);
    let header = element(if is_banner { "header" } else { "div" }).part("header");
    let header = if is_banner { header.with(skip) } else { header };
    header.with(brand).with(menu).into_node()
}

/// The footer: what the site is, and its languages. It is drawn anew in the one that was `chosen`,
/// and the focus stays on the choice.
pub(super) fn footer(site: &Site, host: Place, chosen: StoredValue<&'static str>) -> Node {
    let choose = move |tag: &'static str| {
        chosen.set_value(tag);
        if let Some(host) = host {
            host.with_value(|host| {
                let _ = host.element.set_attribute("lang", tag);
            });
        }
    };
    let current = site.messages.tag;
    if chosen.get_value() == current {
        chosen.set_value("");
        next_frame(move || focus(host, "[aria-pressed=true]"));
    }
    let languages = LANGUAGES.iter().map(|&(tag, name)| {
        let pressed = if tag == current { "true" } else { "false" };
        element("button")
            .attribute("type", "button")
            .attribute("lang", tag)
            .attribute("aria-pressed", pressed)
            .on("click", move |_: Event| choose(tag))
            .with(name)
    });
    let languages = element("div")
        .class("languages")
        .attribute("role", "group")
        .attribute("aria-label", site.messages.language_name())
        .with_all(languages);
    let notice = element("p").with(site.text(&site.entry.organization.notice));
    element("footer").part("footer").with(notice).with(languages).into_node()
}

/// Puts the focus on the first thing in the piece that the selector finds.
fn focus(host: Place, selector: &str) {
    let find = |host: &Host| host.root.query_selector(selector).ok().flatten();
    let found = host.and_then(|host| host.try_with_value(find).flatten());
    if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        let _ = found.focus();
    }
}

//! The shell of a piece: header with the menu, main, footer; a route picks the page in main.
//!
//! While a page loads, or when it cannot be loaded, the last one stays.

mod frame;
mod screen;
#[cfg(feature = "ssr")]
pub mod still;

use leptos::prelude::*;
pub use screen::Screen;
use web_sys::MouseEvent;

use crate::{
    element::{Element, Node, changing, element},
    embed::{Attributes, Host, Part},
    navigate::Navigation,
    pages::{self, Browser},
};

/// A piece of the site, as the element's attributes say, and where it begins; with its state, by which
/// the host drives it. Another language or route is shown by the same piece; for everything else the
/// element makes a new one.
pub fn app(
    attributes: Attributes,
    start: &str,
    host: StoredValue<Host, LocalStorage>,
) -> (Node, Screen) {
    let part = attributes.part;
    let navigation = Navigation::begin(&attributes, start, host.get_value());
    let shortcut = attributes.shortcut.clone();
    let screen = Screen::begin(attributes, navigation, host);
    let site = screen.site;
    let header = changing(move || {
        let site = site.get().filter(|_| part.has_menu())?;
        let route = move || navigation.route();
        Some(frame::header(&site, route, Some(host), shortcut.clone(), part))
    });
    let chosen = StoredValue::new("");
    let footer = changing(move || {
        site.get()
            .filter(|_| part == Part::Site)
            .map(|site| frame::footer(&site, Some(host), chosen))
    });
    let node = element("div")
        .class("rostrum")
        .changing("lang", move || screen.messages().tag)
        .changing("dir", move || screen.messages().direction())
        .on("click", move |event: MouseEvent| navigation.click(&event))
        .with(progress(move || screen.loading()))
        .with(header)
        .with(part.has_pages().then(|| main(screen, navigation, part)))
        .with(footer)
        .into_node();
    (node, screen)
}

/// A line at the top while a page is on its way, with what is said of it.
fn progress(loading: impl Fn() -> Option<&'static str> + Copy + Send + 'static) -> Element {
    let class = move || if loading().is_some() { "progress active" } else { "progress" };
    element("div")
        .changing("class", class)
        .attribute("role", "status")
        .with(element("span").with(changing(loading)))
}

/// The page, under a notice if the way to another one failed. Until the first page is there, the
/// notice stands alone: what the host page shows meanwhile may have a `main` of its own.
fn main(screen: Screen, navigation: Navigation, part: Part) -> Node {
    changing(move || {
        let failure = failure(screen);
        if !screen.has_page.get() {
            return failure;
        }
        let page = changing(move || {
            let site = screen.site.get()?;
            let browser = Some(Browser { navigation, files: screen.files });
            screen.page.with(|page| page.as_ref().map(|page| pages::view(&site, page, browser)))
        });
        main_element(part).with(failure).with(page).into_node()
    })
}

/// A document has one `main`: an embedded piece leaves it to the host.
fn main_element(part: Part) -> Element {
    element(if part == Part::Site { "main" } else { "div" })
        .part("main")
        .attribute("tabindex", "-1")
}

/// A notice while the way to a page has failed.
fn failure(screen: Screen) -> Node {
    pages::failure_of(screen.progress, move || screen.messages(), move || screen.retry())
}

//! The shell of a piece: header with the menu, main, footer; a route picks the page in main.
//!
//! While a page loads, or when it cannot be loaded, the last one stays.

mod frame;
mod screen;
#[cfg(feature = "ssr")]
pub mod still;

use leptos::prelude::*;
use screen::Screen;
use web_sys::MouseEvent;

use crate::{
    element::{Element, Node, changing, element},
    embed::{Attributes, Host, Part},
    navigate::Navigation,
    pages::{self, Browser},
};

/// A piece of the site, as the element's attributes say: what they fix, the reader's language (a
/// BCP 47 tag) and the route that the host asks for. Another language or route is shown by the same
/// piece; for everything else the element makes a new one.
pub fn app(
    attributes: Attributes,
    language: ArcRwSignal<String>,
    route: ArcRwSignal<Option<String>>,
    host: StoredValue<Host, LocalStorage>,
) -> Node {
    let part = attributes.part;
    let start = route.get_untracked().unwrap_or_else(|| part.start().to_owned());
    let navigation = Navigation::begin(attributes.routing.clone(), part, &start, host.get_value());
    Effect::watch(
        move || route.get(),
        move |route, _, _| route.iter().for_each(|route| navigation.go(route)),
        false,
    );
    let shortcut = attributes.shortcut.clone();
    let screen = Screen::begin(attributes, language, navigation, host);
    let site = screen.site;
    let header = changing(move || {
        let site = site.get().filter(|_| part.has_menu())?;
        let route = Signal::derive(move || navigation.route());
        Some(frame::header(&site, route, Some(host), shortcut.clone()))
    });
    let chosen = StoredValue::new("");
    let footer = changing(move || {
        site.get()
            .filter(|_| part == Part::Site)
            .map(|site| frame::footer(&site, Some(host), chosen))
    });
    element("div")
        .class("rostrum")
        .changing("lang", move || screen.messages().tag)
        .changing("dir", move || screen.messages().direction())
        .on("click", move |event: MouseEvent| navigation.click(&event))
        .with(progress(move || screen.loading()))
        .with(header)
        .with(part.has_pages().then(|| main(screen, navigation, part)))
        .with(footer)
        .into_node()
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
    let has_page = Memo::new(move |_| screen.page.with(Option::is_some));
    changing(move || {
        let failure = failure(screen);
        if !has_page.get() {
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
        .class("main")
        .attribute("tabindex", "-1")
}

/// A notice while the way to a page has failed.
fn failure(screen: Screen) -> Node {
    pages::failure_of(screen.progress, move || screen.messages(), move || screen.retry())
}

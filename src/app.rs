//! The shell of a piece: header with the menu, main, footer; a route picks the page in main.
//!
//! While a page loads, or when it cannot be loaded, the last one stays.

mod frame;
mod screen;

use leptos::prelude::*;
use screen::{Progress, Screen};

use crate::{
    element::{Node, changing},
    embed::{Attributes, Host, Part},
    locale::Messages,
    navigate::Navigation,
    pages::{self, Failure},
};

/// A piece of the site, as the element's attributes say. Another language or route is shown by the
/// same piece; for everything else the element makes a new one.
#[component]
pub fn App(
    /// What the piece is.
    attributes: Attributes,
    /// The reader's language, a BCP 47 tag.
    language: ArcRwSignal<String>,
    /// The route that the host asks for.
    route: ArcRwSignal<Option<String>>,
    /// Where the piece stands.
    host: StoredValue<Host, LocalStorage>,
) -> impl IntoView {
    let messages = Memo::new(move |_| Messages::for_language(&language.get()));
    let part = attributes.part;
    let start = route.get_untracked().unwrap_or_else(|| part.start().to_owned());
    let navigation = Navigation::begin(attributes.routing.clone(), part, &start, host.get_value());
    Effect::watch(
        move || route.get(),
        move |route, _, _| route.iter().for_each(|route| navigation.go(route)),
        false,
    );
    let screen = Screen::begin(attributes, navigation, messages, host);
    let site = screen.site;
    let header = changing(move || {
        site.get().filter(|_| part.has_menu()).map(|site| frame::header(&site, navigation, host))
    });
    let footer = changing(move || {
        site.get().filter(|_| part == Part::Site).map(|site| frame::footer(&site, host))
    });
    let is_loading = move || screen.progress.with(|progress| *progress == Progress::Loading);
    view! {
        <div
            class="rostrum"
            lang=move || messages.get().tag
            dir=move || messages.get().direction()
            on:click=move |event| navigation.click(&event)
        >
            <div class="progress" class:active=is_loading role="status">
                <span>{move || is_loading().then(|| messages.get().loading)}</span>
            </div>
            {header}
            {part.has_pages().then(|| main(screen, messages, part))}
            {footer}
        </div>
    }
}

/// The page, under a notice if the way to another one failed. An embedded piece has no `main` of
/// its own: a document has one, and that is the host's.
fn main(screen: Screen, messages: Memo<&'static Messages>, part: Part) -> impl IntoView {
    let failure = changing(move || match screen.progress.get() {
        Progress::Failed(error) => {
            let notice =
                view! { <Failure messages=messages.get() error on_retry=move || screen.retry()/> };
            Some(Node::View(notice.into_any()))
        }
        Progress::Settled | Progress::Loading => None,
    });
    let page = changing(move || {
        let site = screen.site.get()?;
        screen.page.with(|page| page.as_ref().map(|page| pages::view(&site, page)))
    });
    let tag = if part == Part::Site { "main" } else { "div" };
    crate::element::element(tag)
        .class("main")
        .attribute("tabindex", "-1")
        .with(failure)
        .with(page)
        .into_node()
}

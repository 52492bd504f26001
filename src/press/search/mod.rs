//! The search box of a listing, and what it finds in the place of the listing.
//!
//! What is searched stands in the address, so a page with results is loaded like any other: a link, a
//! reload and Back show them at once, where they were. Typing goes on from there. Here is the box alone:
//! what searches is a part, which is loaded when the box is first used.

mod asking;
mod chips;
mod criterion;
mod excerpt;
mod excerpts;
mod filters;
mod loosen;
mod marks;
mod options;
mod results;
mod state;
#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests;
mod waiting;

use std::cell::Cell;

use leptos::prelude::*;
use rostrum_model::BundleError;
use web_sys::Event;

use super::listing::releases;
use crate::{
    element::{Element, Node, Reference, changing, element, fragment},
    locale::Messages,
    pages::{self, Browser, ListingPage, Progress, in_background},
    part::part,
    site::Site,
};

/// What searches: a part that is loaded when a visitor first does.
struct Searching {
    /// The view of what is found in a listing, or of the listing where nothing is searched.
    view: fn(&Site, &ListingPage, SearchBox) -> Node,
}

static SEARCHING: Searching = Searching { view: state::view };

thread_local! {
    /// What searches, once it was loaded.
    static LOADED: Cell<Option<&'static Searching>> = const { Cell::new(None) };
}

async fn load() -> Result<(), BundleError> {
    LOADED.set(Some(part!(search: Searching = SEARCHING)?));
    Ok(())
}

/// The box of a listing. Copies are the same box.
#[derive(Clone, Copy)]
struct SearchBox {
    input: Reference,
    /// Tells that something was typed.
    used: RwSignal<()>,
    /// Whether the filters are shown.
    is_filtering: RwSignal<bool>,
    /// What shows the filters.
    trigger: Reference,
    browser: Option<Browser>,
}

/// A listing under its search box, or what was found in it.
pub(super) fn search(site: &Site, page: &ListingPage, browser: Option<Browser>) -> Node {
    let bar = SearchBox {
        input: Reference::new_local(None),
        used: RwSignal::new(()),
        is_filtering: RwSignal::new(false),
        trigger: Reference::new_local(None),
        browser,
    };
    let progress = RwSignal::new(Progress::Settled);
    let begin = move || {
        if LOADED.get().is_none() {
            in_background(async move {
                let loaded = load().await.err().map_or(Progress::Settled, Progress::Failed);
                let _ = progress.try_set(loaded);
            });
        }
    };
    if browser.is_some() && page.is_searched {
        begin();
    }
    let form = bar.form(site.messages, begin);
    let (site, page) = (site.clone(), page.clone());
    let below = changing(move || {
        let failed = progress.with(|progress| match progress {
            Progress::Failed(error) => Some(pages::failure(site.messages, error, begin)),
            Progress::Settled | Progress::Loading => None,
        });
        let view = match LOADED.get() {
            Some(part) => (part.view)(&site, &page, bar),
            // What is searched is on its way.
            None if browser.is_some() && page.is_searched && failed.is_none() => element("p")
                .class("count")
                .attribute("role", "status")
                .with(site.messages.loading())
                .into(),
            None => releases(&site, &page),
        };
        fragment((failed, view))
    });
    fragment((form, below))
}

impl SearchBox {
    fn form(self, messages: &Messages, begin: impl Fn() + Copy + Send + 'static) -> Element {
        let input = element("input")
            .attribute("id", "release-search")
            .attribute("name", "query")
            .attribute("type", "search")
            .attribute("autocomplete", "off")
            .attribute("maxlength", "200")
            .attribute("dir", "auto")
            .refer(self.input)
            .on("focus", move |_: Event| begin())
            .on("input", move |_: Event| {
                self.used.notify();
                begin();
            });
        let filters = element("button")
            .class("filters-trigger")
            .attribute("type", "button")
            .changing(
                "aria-expanded",
                move || if self.is_filtering.get() { "true" } else { "false" },
            )
            .attribute("aria-controls", "release-filters")
            .refer(self.trigger)
            .on("click", move |_: Event| {
                self.is_filtering.update(|is_filtering| *is_filtering = !*is_filtering);
                begin();
            })
            .with(messages.filters());
        let label = element("label").attribute("for", "release-search");
        element("form")
            .class("search")
            .attribute("role", "search")
            // The host page may have a search of its own.
            .attribute("aria-label", messages.search_releases())
            .on("submit", move |event: Event| {
                event.prevent_default();
                self.used.notify();
                begin();
            })
            .with((label.with(messages.search_releases()), input, filters))
    }
}

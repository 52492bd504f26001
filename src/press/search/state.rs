//! Searching as the visitor types, and what is shown of it.

use std::{future::poll_fn, num::NonZeroU32, pin::pin, sync::Arc, task::Poll, time::Duration};

use leptos::prelude::*;
use rostrum_model::{BundleError, Route};
use rostrum_search::folded;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, HtmlInputElement};

use super::{
    SearchBox,
    marks::{is_between, marked},
};
use crate::{
    bundle::{self, Question, Results},
    element::{Node, Reference, changing, element, fragment},
    locale::{Messages, fill},
    pages::{self, ListingPage, Progress, in_background},
    press::listing::{level, list, releases, row},
    site::{Site, in_its_language},
};

/// How long typing pauses before what was typed is searched.
const PAUSE: Duration = Duration::from_millis(200);

/// How long a search takes before it is said that it takes a while.
const LONG: Duration = Duration::from_millis(500);

/// How many words are named that were found for those typed.
const NAMED: usize = 3;

/// The state of a listing's search. Copies are the same state.
#[derive(Clone, Copy)]
struct Search {
    /// The site, and the listing.
    held: StoredValue<(Site, ListingPage)>,
    /// What was found; none where nothing is searched.
    found: RwSignal<Option<Arc<Results>>>,
    progress: RwSignal<Progress>,
    /// Counts the searches begun, so that a slow answer never overwrites a newer one.
    attempt: StoredValue<u32>,
    bar: SearchBox,
    /// Where the results stand.
    list: Reference,
}

/// What was found in a listing, or the listing where nothing is searched.
pub(super) fn view(site: &Site, page: &ListingPage, bar: SearchBox) -> Node {
    let search = Search {
        held: StoredValue::new((site.clone(), page.clone())),
        found: RwSignal::new(None),
        progress: RwSignal::new(Progress::Settled),
        attempt: StoredValue::new(0),
        bar,
        list: Reference::new_local(None),
    };
    search.begin();
    let failure =
        pages::failure_of(search.progress, move || search.messages(), move || search.retry());
    let status = element("p").class("count").attribute("role", "status");
    let shown = element("div").class("results").refer(search.list);
    fragment((
        (failure, status.with(changing(move || search.status()))),
        shown.with(changing(move || search.shown())),
    ))
}

impl Search {
    /// Goes on with what the address names, which may have been searched since the page was loaded; else
    /// fetches where the index begins, while the visitor types.
    fn begin(self) {
        match self.wanted().filter(|(query, _)| !query.is_empty()) {
            Some((query, portions)) => {
                self.write(&query);
                self.find(query, portions);
            }
            None => self.prepare(),
        }
        Effect::new(move || {
            self.bar.used.track();
            self.take();
        });
    }

    fn prepare(self) {
        let (Some(browser), Some(root)) = (self.bar.browser, self.root()) else { return };
        let files = browser.files.get_value();
        let key = self.held.with_value(|(_, page)| page.key.clone());
        in_background(async move {
            let question = Question { root: &root, text: "", listing: &key, portions: 0 };
            // Should it fail, the search itself will tell.
            let _ = bundle::ask(&files, question).await;
        });
    }

    /// What the address says is searched in the listing, and how many portions of what is found are shown.
    fn wanted(self) -> Option<(String, u32)> {
        match self.bar.browser?.navigation.route_untracked()? {
            Route::Listing { key, query, page: portions }
                if self.held.with_value(|(_, page)| page.key == key) =>
            {
                Some((query, portions.get()))
            }
            _ => None,
        }
    }

    fn input(self) -> Option<HtmlInputElement> {
        let input = self.bar.input.try_get_untracked().flatten();
        input.map(JsCast::unchecked_into)
    }

    /// Puts into the box what is searched; an attribute changes no value that was typed (HTML, "dirty
    /// value flag").
    fn write(self, query: &str) {
        let _ = self.input().map(|input| input.set_attribute("value", query));
    }

    /// Searches what stands in the box, unless the visitor types on or goes elsewhere meanwhile.
    fn take(self) {
        let Some(browser) = self.bar.browser else { return };
        let typed = move || self.input().map(|input| input.value());
        let query = typed().unwrap_or_default();
        // It is shown already, or on its way.
        if self.wanted().is_none_or(|(wanted, _)| wanted == query) {
            return;
        }
        let place = browser.navigation.route_untracked();
        later(PAUSE, move || {
            if typed().as_ref() == Some(&query) && browser.navigation.route_untracked() == place {
                self.find(query, 1);
            }
        });
    }

    /// Finds what the address names, once more.
    fn retry(self) {
        if let Some((query, portions)) = self.wanted() {
            self.find(query, portions);
        }
    }

    fn find(self, query: String, portions: u32) {
        let (Some(browser), Some(root)) = (self.bar.browser, self.root()) else { return };
        let is_current = self.start();
        let is_empty = query.trim_ascii().is_empty();
        let (key, page) = self.held.with_value(|(_, page)| (page.key.clone(), page.page));
        let page = NonZeroU32::new(if is_empty { page } else { portions });
        let page = page.unwrap_or(NonZeroU32::MIN);
        let route = Route::Listing { key: key.clone(), page, query: query.clone() };
        // What the address says already is no new visit: Back puts focus and place to it.
        if browser.navigation.route_untracked().as_ref() != Some(&route) {
            browser.navigation.note(&route);
        }
        if is_empty {
            return self.show(None);
        }
        later(LONG, move || {
            if is_current() {
                self.progress.set(Progress::Loading);
            }
        });
        let files = browser.files.get_value();
        in_background(async move {
            let question = Question { root: &root, text: &query, listing: &key, portions };
            let mut asking = pin!(bundle::ask(&files, question));
            // A search that is not wanted any more fetches nothing more.
            let found = poll_fn(|context| {
                if is_current() {
                    asking.as_mut().poll(context).map(Some)
                } else {
                    Poll::Ready(None)
                }
            });
            if let Some(found) = found.await
                && is_current()
            {
                self.settle(found);
            }
        });
    }

    /// Counts another search; the answer tells whether it is still the last one, and its page there.
    fn start(self) -> impl Fn() -> bool + Copy {
        self.attempt.update_value(|attempt| *attempt += 1);
        let attempt = self.attempt.get_value();
        move || self.attempt.try_get_value() == Some(attempt)
    }

    /// Shows what was found. Where it goes on from what is shown, the first new release has the focus.
    fn settle(self, found: Result<Results, BundleError>) {
        // Nothing waits any more to say that it takes a while.
        let _ = self.start();
        let results = match found {
            Ok(results) => results,
            Err(error) => return self.progress.set(Progress::Failed(error)),
        };
        let shown = self.found.with_untracked(|shown| {
            let shown = shown.as_ref().filter(|shown| shown.query == results.query)?;
            (shown.portions < results.portions).then_some(shown.rows.len())
        });
        self.show(Some(Arc::new(results)));
        if let Some(shown) = shown {
            request_animation_frame(move || self.focus(shown));
        }
    }

    fn show(self, found: Option<Arc<Results>>) {
        self.found.set(found);
        self.progress.set(Progress::Settled);
    }

    fn focus(self, index: usize) {
        let Some(Some(list)) = self.list.try_get_untracked() else { return };
        let links = list.query_selector_all("li :is(h2, h3) a").ok();
        let link = links.and_then(|links| links.get(u32::try_from(index).ok()?));
        if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
            let _ = link.focus();
        }
    }

    fn status(self) -> Option<String> {
        let messages = self.messages();
        self.progress.with(|progress| match progress {
            Progress::Failed(_) => None,
            Progress::Loading => Some(messages.loading.to_owned()),
            Progress::Settled => {
                self.found.with(|found| found.as_ref().map(|found| counted(messages, found)))
            }
        })
    }

    fn shown(self) -> Node {
        let found = self.found.get();
        self.held.with_value(|(site, page)| match &found {
            // What the address names is on its way, and nothing else was shown before.
            None if self.wanted().is_some_and(|(query, _)| !query.trim_ascii().is_empty()) => {
                fragment(None::<Node>)
            }
            None => releases(site, page),
            Some(found) => results(site, found, level(page), move || self.more()),
        })
    }

    fn more(self) {
        if let Some((query, portions)) = self.wanted() {
            self.find(query, portions.saturating_add(1));
        }
    }

    fn root(self) -> Option<String> {
        self.held.with_value(|(site, _)| site.entry.search.clone())
    }

    fn messages(self) -> &'static Messages {
        self.held.with_value(|(site, _)| site.messages)
    }
}

/// Does something after a while. Boxed, since one type of timer weighs less than two.
fn later(pause: Duration, act: impl FnOnce() + 'static) {
    let act: Box<dyn FnOnce()> = Box::new(act);
    set_timeout(act, pause);
}

/// How much was found, and for which words if not for those that were typed.
pub(super) fn counted(messages: &Messages, found: &Results) -> String {
    let counted = messages.count(messages.releases, found.count);
    let counted = match (found.count, found.is_exact) {
        (0, _) => return messages.nothing_found.to_owned(),
        (_, true) => counted,
        (_, false) => fill(messages.at_least, "{count}", &counted),
    };
    let meant = meant(found);
    if meant.is_empty() {
        return counted;
    }
    let instead = fill(messages.results_for, "{words}", &meant.join(", "));
    [&counted, ". ", &instead].concat()
}

/// The words that were found for some that nobody wrote, in the order of the results.
fn meant(found: &Results) -> Vec<&str> {
    let typed = folded(&found.query);
    let is_typed = |word: &str| typed.split(is_between).any(|typed| typed == word);
    let mut meant: Vec<&str> = Vec::new();
    let words = found.rows.iter().flat_map(|row| &row.words);
    for word in words.filter(|word| found.is_forgiving && !is_typed(word)) {
        if meant.len() < NAMED && !meant.contains(&word.as_str()) {
            meant.push(word);
        }
    }
    meant
}

/// What was found, and the way to more of it.
pub(super) fn results(
    site: &Site,
    found: &Results,
    level: &'static str,
    more: impl Fn() + Send + 'static,
) -> Node {
    let rows = found.rows.iter().map(|found| {
        let title = site.localized(&found.release.title);
        let marked = marked(title.text, &found.words);
        row(site, &found.release, level, in_its_language(&title, marked))
    });
    let button = element("button").attribute("type", "button").class("more");
    fragment((
        (!found.rows.is_empty()).then(|| list(rows)),
        found
            .has_more
            .then(|| button.on("click", move |_: Event| more()).with(site.messages.more_results)),
    ))
}

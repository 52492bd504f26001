//! Searching as the visitor types and chooses.

use std::sync::Arc;

use leptos::prelude::*;
use rostrum_model::{Criteria, FacetCategory, ListingKey, Route};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::{
    SearchBox,
    chips::chips,
    excerpts::{Excerpts, excerpt_of, switch},
    filters::{Filters, filters},
    loosen::{Hints, loosen},
    results::{counted, results},
    waiting::PAUSE,
};
use crate::{
    bundle::{Results, Row},
    element::{Node, Reference, changing, element, fragment},
    locale::Messages,
    navigate::Navigation,
    pages::{self, ListingPage, Progress, in_background},
    press::listing::{level, releases},
    site::Site,
    timing::{effect, later},
};

/// How what is looked for comes into the address: [`Navigation::add`], so that Back leads to what was
/// looked for before, or [`Navigation::note`] for what changes with every key.
pub(super) type Write = fn(&Navigation, &Route);

/// What the views are drawn from: one value, with a plain signal for each thing of it that changes, since
/// every type of signal is code of its own.
pub(super) struct Held {
    pub(super) site: Site,
    pub(super) page: ListingPage,
    /// What is looked for.
    pub(super) criteria: Criteria,
    /// What was found; none where nothing is looked for.
    pub(super) found: Option<Arc<Results>>,
    /// Counts the searches begun, so that a slow answer never overwrites a newer one.
    pub(super) attempt: u32,
    /// Counts what was to be written into the address, of which the last is.
    pub(super) written: u32,
    pub(super) filters: Filters,
    pub(super) hints: Hints,
    pub(super) excerpts: Excerpts,
}

/// The state of a listing's search. Copies are the same state.
#[derive(Clone, Copy)]
pub(super) struct Search {
    pub(super) held: StoredValue<Held>,
    /// Tells that something else is looked for.
    pub(super) sought: RwSignal<()>,
    /// Tells that something else was found.
    pub(super) found: RwSignal<()>,
    /// Tells that there are other excerpts, or that they are wanted.
    pub(super) excerpted: RwSignal<()>,
    pub(super) progress: RwSignal<Progress>,
    /// Tells that what failed is to be tried again.
    pub(super) retried: RwSignal<()>,
    /// Tells that something was taken back.
    pub(super) taken_back: RwSignal<()>,
    pub(super) bar: SearchBox,
    /// Where the results stand.
    pub(super) list: Reference,
}

/// What was found in a listing, or the listing where nothing is looked for.
pub(super) fn view(site: &Site, page: &ListingPage, bar: SearchBox) -> Node {
    let held = Held {
        site: site.clone(),
        page: page.clone(),
        criteria: Criteria::default(),
        found: None,
        attempt: 0,
        written: 0,
        filters: Filters::default(),
        hints: Hints::default(),
        excerpts: Excerpts::default(),
    };
    let search = Search {
        held: StoredValue::new(held),
        sought: RwSignal::new(()),
        found: RwSignal::new(()),
        excerpted: RwSignal::new(()),
        progress: RwSignal::new(Progress::Settled),
        retried: RwSignal::new(()),
        taken_back: RwSignal::new(()),
        bar,
        list: Reference::new_local(None),
    };
    search.begin();
    let failure =
        pages::failure_of(search.progress, move || search.messages(), move || search.retry());
    let status = element("p").class("count").attribute("role", "status");
    let status = status.with(changing(move || search.status()));
    let shown = element("div").class("results").refer(search.list);
    fragment((
        (filters(search), chips(search)),
        (failure, element("div").class("tally").with((status, switch(search))), loosen(search)),
        shown.with(changing(move || search.shown())),
    ))
}

impl Search {
    /// Goes on with what the address names, which may have been looked for since the page was loaded;
    /// else fetches where the index begins, while the visitor types.
    fn begin(self) {
        if let Some((criteria, portions)) = self.wanted() {
            if criteria == Criteria::default() {
                self.prepare();
            }
            self.write(&criteria.words);
            self.find(criteria, portions, Navigation::note);
        }
        effect(move || {
            self.bar.used.track();
            self.take();
        });
    }

    fn prepare(self) {
        let nothing = Criteria::default();
        let asked = async move {
            // Should it fail, the search itself will tell.
            let _ = self.asks(&nothing, 0).await;
        };
        in_background(asked);
    }

    /// What the address says is looked for in the listing, and how many portions of it are shown.
    pub(super) fn wanted(self) -> Option<(Criteria, u32)> {
        let Some(Route::Listing { key, query, page: portions }) =
            self.bar.browser?.navigation.route_untracked()
        else {
            return None;
        };
        let mut criteria = Criteria::from(&query);
        if is_blank(&criteria.words) {
            criteria.words.clear();
        }
        // A listing of a country is not narrowed to another.
        criteria.facets.retain(|facet| !self.is_fixed(facet.category));
        (key == self.key()).then(|| (criteria, portions.get()))
    }

    /// Whether the listing itself says what is to be chosen of a category.
    pub(super) fn is_fixed(self, category: FacetCategory) -> bool {
        self.key().to_string().split('/').next() == Some(category.name())
    }

    pub(super) fn key(self) -> ListingKey {
        self.held.with_value(|held| held.page.key.clone())
    }

    fn input(self) -> Option<HtmlInputElement> {
        let input = self.bar.input.try_get_untracked().flatten();
        input.map(JsCast::unchecked_into)
    }

    /// Puts into the box what is searched; an attribute changes no value that was typed (HTML, "dirty
    /// value flag").
    fn write(self, words: &str) {
        let _ = self.input().map(|input| input.set_attribute("value", words));
    }

    /// What stands in the box.
    fn typed(self) -> String {
        let typed = self.input().map(|input| input.value()).unwrap_or_default();
        if is_blank(&typed) { String::new() } else { typed }
    }

    /// Searches what stands in the box, unless the visitor types on or goes elsewhere meanwhile.
    fn take(self) {
        let words = self.typed();
        // It is shown already, or on its way.
        if self.criteria().words == words {
            return;
        }
        later(PAUSE, move || {
            // What is looked for may come into the address meanwhile, and the visitor may go on.
            if self.typed() == words && self.wanted().is_some() {
                self.change(Navigation::note, |_| {});
            }
        });
    }

    /// Changes what is looked for, with the words that stand in the box, and finds it.
    pub(super) fn change(self, write: Write, change: impl FnOnce(&mut Criteria)) {
        let Some(mut criteria) = self.held.try_with_value(|held| held.criteria.clone()) else {
            return;
        };
        criteria.words = self.typed();
        change(&mut criteria);
        if let Some(input) = self.input().filter(|_| criteria.words != self.typed()) {
            input.set_value(&criteria.words);
        }
        self.find(criteria, 1, write);
    }

    /// Takes back some of what is looked for, and what was chosen for it in the filters.
    pub(super) fn take_back(self, change: impl FnOnce(&mut Criteria)) {
        self.change(Navigation::add, change);
        self.taken_back.notify();
    }

    /// Puts the focus on what opens the filters, where what had it is gone.
    pub(super) fn focus_trigger(self) {
        if let Some(trigger) = self.bar.trigger.try_get_untracked().flatten() {
            let _ = trigger.focus();
        }
    }

    /// Finds what is looked for, once more.
    fn retry(self) {
        if let Some((criteria, portions)) = self.wanted() {
            self.find(criteria, portions, Navigation::note);
        }
        self.retried.notify();
    }

    pub(super) fn show(self, found: Option<Arc<Results>>) {
        self.held.update_value(|held| held.found = found);
        self.found.notify();
        self.progress.set(Progress::Settled);
    }

    fn status(self) -> Option<String> {
        self.found.track();
        let messages = self.messages();
        self.progress.with(|progress| match progress {
            Progress::Failed(_) => None,
            Progress::Loading => Some(messages.loading().to_owned()),
            Progress::Settled => self
                .held
                .with_value(|held| held.found.as_ref().map(|found| counted(messages, found))),
        })
    }

    fn shown(self) -> Node {
        self.found.track();
        self.held.with_value(|Held { site, page, criteria, found, .. }| match found {
            // What the address names is on its way, and nothing else was shown before.
            None if *criteria != Criteria::default() => fragment(None::<Node>),
            None => releases(site, page),
            Some(found) => {
                let excerpt = move |row: &Row| excerpt_of(self, row);
                results(site, found, (&page.key, level(page)), excerpt, move || self.more())
            }
        })
    }

    fn more(self) {
        if let Some((criteria, portions)) = self.wanted() {
            self.find(criteria, portions.saturating_add(1), Navigation::note);
        }
    }

    pub(super) fn root(self) -> Option<String> {
        self.held.with_value(|held| held.site.entry.search.clone())
    }

    /// What is looked for.
    pub(super) fn criteria(self) -> Criteria {
        self.held.with_value(|held| held.criteria.clone())
    }

    pub(super) fn site(self) -> Site {
        self.held.with_value(|held| held.site.clone())
    }

    pub(super) fn messages(self) -> &'static Messages {
        self.held.with_value(|held| held.site.messages)
    }
}

fn is_blank(words: &str) -> bool {
    words.trim_ascii().is_empty()
}

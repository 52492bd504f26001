//! Asking the index, and taking its answers in the order of the questions.

use std::{num::NonZeroU32, sync::Arc, time::Duration};

use leptos::prelude::*;
use rostrum_model::{BundleError, Criteria, FacetCategory, Query, Route};

use super::{
    state::{Held, Search, Write},
    waiting::{focus_next_frame, while_wanted},
};
use crate::{
    bundle::{self, Counts, Question, Results},
    navigate::Navigation,
    pages::{Progress, in_background},
    timing::{after_frame, later},
};

/// How long a search takes before it is said that it takes a while.
const LONG: Duration = Duration::from_millis(500);

impl Search {
    pub(super) fn find(self, criteria: Criteria, portions: u32, write: Write) {
        let Some(browser) = self.bar.browser else { return };
        let is_current = self.start();
        let query = Query::from(&criteria);
        let is_empty = query.is_empty();
        let page = if is_empty { self.held.with_value(|held| held.page.page) } else { portions };
        let page = NonZeroU32::new(page).unwrap_or(NonZeroU32::MIN);
        let route = Route::Listing { key: self.key(), page, query };
        let is_last = self.count_attempt(|held| &mut held.written);
        address(browser.navigation, route, write, is_last);
        self.held.update_value(|held| held.criteria = criteria.clone());
        self.sought.notify();
        if is_empty {
            return self.show(None);
        }
        later(LONG, move || {
            if is_current() {
                self.progress.set(Progress::Loading);
            }
        });
        in_background(async move {
            if let Some(Some(found)) =
                while_wanted(is_current, self.asks(&criteria, portions)).await
            {
                self.settle(found);
            }
        });
    }

    /// Asks the index, if there is one and somebody to ask.
    pub(super) async fn asks(
        self,
        criteria: &Criteria,
        portions: u32,
    ) -> Option<Result<Results, BundleError>> {
        let (root, listing) = (self.root()?, self.key());
        let files = self.bar.browser?.files.get_value();
        let question = Question { root: &root, criteria, listing: &listing, portions };
        Some(bundle::ask(&files, question).await)
    }

    /// Counts what would be found, and the facets of a category among it; none if that fails, which the
    /// visitor is told.
    pub(super) async fn counts(
        self,
        criteria: &Criteria,
        category: Option<FacetCategory>,
    ) -> Option<Counts> {
        let (root, listing) = (self.root()?, self.key());
        let files = self.bar.browser?.files.get_value();
        let question = Question { root: &root, criteria, listing: &listing, portions: 0 };
        match bundle::count(&files, question, category).await {
            Ok(counts) => Some(counts),
            Err(error) => {
                self.fail(error);
                None
            }
        }
    }

    /// Counts another search; the answer tells whether it is still the last one, and its page there.
    fn start(self) -> impl Fn() -> bool + Copy {
        self.count_attempt(|held| &mut held.attempt)
    }

    /// Counts another attempt at something; the answer tells whether it is still the last one, and the
    /// page there.
    pub(super) fn count_attempt(self, of: fn(&mut Held) -> &mut u32) -> impl Fn() -> bool + Copy {
        let mut attempt = 0;
        self.held.update_value(|held| {
            *of(held) += 1;
            attempt = *of(held);
        });
        move || self.held.try_update_value(|held| *of(held)) == Some(attempt)
    }

    /// Shows what was found. Where it goes on from what is shown, the first new release has the focus.
    fn settle(self, found: Result<Results, BundleError>) {
        // Nothing waits any more to say that it takes a while.
        let _ = self.start();
        let results = match found {
            Ok(results) => results,
            Err(error) => return self.progress.set(Progress::Failed(error)),
        };
        let shown = self.held.with_value(|held| {
            let shown = held.found.as_ref().filter(|shown| shown.criteria == results.criteria)?;
            (shown.portions < results.portions).then_some(shown.rows.len())
        });
        self.show(Some(Arc::new(results)));
        if let Some(shown) = shown {
            focus_next_frame(self.list, "li :is(h2, h3) a", shown);
        }
    }

    /// Tells the visitor that something did not come.
    pub(super) fn fail(self, error: BundleError) {
        let _ = self.progress.try_set(Progress::Failed(error));
    }
}

/// Writes into the address what is looked for once it is shown, since that takes browsers as long as a
/// frame; not where something else is looked for by then, or the visitor has gone on.
fn address(
    navigation: Navigation,
    route: Route,
    write: Write,
    is_last: impl Fn() -> bool + 'static,
) {
    let before = navigation.route_untracked();
    after_frame(move || {
        let is_here = is_last() && navigation.route_untracked() == before;
        // What the address says already is no new visit: Back puts focus and place to it.
        if is_here && before.as_ref() != Some(&route) {
            write(&navigation, &route);
        }
    });
}

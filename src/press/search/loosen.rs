//! Where nothing has all that is looked for: what would be found without one of these things.

use leptos::prelude::*;
use rostrum_model::Criteria;
use web_sys::Event;

use super::{criterion::Criterion, results, state::Search, waiting::while_wanted};
use crate::{
    bundle::Counts,
    element::{Element, Node, changing, element},
    locale::fill,
    pages::in_background,
    timing::effect,
};

/// What would be found without one of the things that are looked for.
#[derive(Default)]
pub(super) struct Hints {
    found: Vec<(Criterion, Counts)>,
    /// A newer search makes older hints pointless.
    attempt: u32,
}

/// What would be found without one of the things that are looked for; nothing where something is found.
pub(super) fn loosen(search: Search) -> Node {
    let counted = RwSignal::new(());
    effect(move || {
        search.retried.track();
        search.found.track();
        counted.notify();
        let is_wanted = search.count_attempt(|held| &mut held.hints.attempt);
        let mut found = None;
        search.held.update_value(|held| {
            held.hints.found.clear();
            found = held.found.clone().filter(|found| found.count == 0);
        });
        let Some(found) = found else { return };
        in_background(async move {
            while_wanted(is_wanted, count(search, &found.criteria, counted)).await;
        });
    });
    changing(move || {
        counted.track();
        let hints = search.held.with_value(|held| held.hints.found.clone());
        (!hints.is_empty()).then(|| {
            let hints = hints.into_iter().map(|hint| element("li").with(button(search, hint)));
            element("ul").class("hints").attribute("role", "list").with_all(hints)
        })
    })
}

/// Counts what would be found without each of the criteria, and tells of each.
async fn count(search: Search, criteria: &Criteria, counted: RwSignal<()>) {
    let all = Criterion::all(criteria);
    for criterion in all.iter().filter(|_| all.len() > 1) {
        let mut looser = criteria.clone();
        criterion.leave_out(&mut looser);
        let Some(counts) = search.counts(&looser, None).await else { return };
        if counts.count > 0 {
            search.held.update_value(|held| held.hints.found.push((criterion.clone(), counts)));
            counted.notify();
        }
    }
}

fn button(search: Search, (criterion, counts): (Criterion, Counts)) -> Element {
    let site = search.site();
    let messages = site.messages;
    let text = fill(messages.without(), "{criterion}", &criterion.name(&site));
    let count = results::count(site.messages, counts.count, counts.is_exact);
    element("button")
        .attribute("type", "button")
        .on("click", move |_: Event| {
            search.take_back(|criteria| criterion.leave_out(criteria));
            search.focus_trigger();
        })
        .with(fill(&text, "{count}", &count))
}

//! What is chosen, each with a way to take it back.

use leptos::prelude::*;
use rostrum_model::Criteria;
use web_sys::Event;

use super::{criterion::Criterion, state::Search, waiting::focus_next_frame};
use crate::{
    element::{Element, Node, Reference, changing, element},
    locale::fill,
};

/// What is chosen, as a row of buttons; nothing where nothing is.
pub(super) fn chips(search: Search) -> Node {
    let row = Reference::new_local(None);
    let drawn = changing(move || {
        search.sought.track();
        let chosen = Criterion::chosen(&search.criteria());
        let all = chosen.len();
        let chips = chosen
            .into_iter()
            .enumerate()
            .map(|(place, criterion)| element("li").with(chip(search, row, place, criterion)));
        let messages = search.messages();
        (all > 0).then(|| {
            element("ul")
                .class("chips")
                .attribute("role", "list")
                .attribute("aria-label", messages.chosen_filters())
                .with_all(chips)
                .with(
                    (all > 1)
                        .then(|| element("li").with(remove_all(search, messages.remove_all()))),
                )
        })
    });
    element("div").class("chosen").refer(row).with(drawn).into()
}

fn chip(search: Search, row: Reference, place: usize, criterion: Criterion) -> Element {
    let site = search.site();
    let name = criterion.name(&site);
    let label = criterion.label(&site);
    let remove = fill(site.messages.remove(), "{criterion}", &name);
    element("button")
        .attribute("type", "button")
        .class("chip")
        .attribute("aria-label", remove)
        .on("click", move |_: Event| {
            search.take_back(|criteria| criterion.leave_out(criteria));
            if Criterion::chosen(&search.criteria()).is_empty() {
                search.focus_trigger();
            } else {
                focus_next_frame(row, ".chip", place);
            }
        })
        .with(label)
}

fn remove_all(search: Search, text: &'static str) -> Element {
    element("button")
        .attribute("type", "button")
        .class("remove-all")
        .on("click", move |_: Event| {
            search.take_back(|criteria| {
                let words = std::mem::take(&mut criteria.words);
                *criteria = Criteria { words, ..Criteria::default() };
            });
            search.focus_trigger();
        })
        .with(text)
}

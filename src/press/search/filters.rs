//! Narrowing a listing: what releases are filed under, with counts, between which days, and in which
//! order.

use leptos::prelude::*;
use rostrum_model::{Criteria, Date, FacetCategory, Order};
use web_sys::{Event, HtmlInputElement, HtmlSelectElement};

use super::{
    options::{Offer, options},
    state::{Held, Search},
    waiting::{PAUSE, while_wanted},
};
use crate::{
    element::{Element, Node, changing, element, target},
    navigate::Navigation,
    pages::in_background,
    timing::{effect, later},
};

/// The panel of the filters, which their trigger beside the box shows.
pub(super) fn filters(search: Search) -> Node {
    let is_shown = search.bar.is_filtering;
    let panel = changing(move || is_shown.get().then(|| panel(search)));
    let closed = move || !is_shown.get();
    element("div").attribute("id", "release-filters").changing("hidden", closed).with(panel).into()
}

/// What is chosen in the panel.
#[derive(Default)]
pub(super) struct Filters {
    /// The category whose options are shown.
    pub(super) open: Option<FacetCategory>,
    /// What is offered of a category.
    pub(super) offer: Option<Offer>,
    /// What was counted last, or is about to be.
    asked: Option<(FacetCategory, Criteria)>,
}

fn panel(search: Search) -> Element {
    let opened = RwSignal::new(());
    let site = search.site();
    let offered = FacetCategory::ALL
        .into_iter()
        .filter(|category| !search.is_fixed(*category) && Offer::known(&site, *category).len() > 1);
    let triggers = offered.map(|category| trigger(search, category, opened));
    element("section")
        .class("filters")
        .attribute("aria-label", site.messages.filters())
        .with(element("div").class("categories").with_all(triggers))
        .with(options(search, opened, counted(search, opened)))
        .with(changing(move || {
            search.taken_back.track();
            element("div").class("limits").with_all(days(search)).with(order(search))
        }))
}

/// Shows what can be chosen of a category.
fn trigger(search: Search, category: FacetCategory, opened: RwSignal<()>) -> Element {
    let messages = search.messages();
    let is_open = move || search.held.with_value(|held| held.filters.open) == Some(category);
    element("button")
        .attribute("type", "button")
        .changing("aria-expanded", move || {
            opened.track();
            if is_open() { "true" } else { "false" }
        })
        .attribute("aria-controls", "release-options")
        .on("click", move |_: Event| {
            let open = (!is_open()).then_some(category);
            search.held.update_value(|held| held.filters.open = open);
            opened.notify();
        })
        .with(element("span").with(messages.category(category)))
        .with(changing(move || {
            search.sought.track();
            let Criteria { facets, .. } = search.criteria();
            let chosen = facets.iter().filter(|facet| facet.category == category).count();
            let chosen = u32::try_from(chosen).unwrap_or(u32::MAX);
            (chosen > 0).then(|| element("small").with(messages.chosen(chosen)))
        }))
}

/// Counts the facets of the open category among what fits everything else, and again whenever that
/// changes; tells when it has. What was counted before stays until then.
fn counted(search: Search, opened: RwSignal<()>) -> RwSignal<()> {
    let counted = RwSignal::new(());
    effect(move || {
        opened.track();
        search.sought.track();
        search.retried.track();
        let asked = search.held.with_value(|held| {
            let category = held.filters.open?;
            let mut criteria = Criteria { order: Order::Best, ..held.criteria.clone() };
            criteria.facets.retain(|facet| facet.category != category);
            Some((category, criteria))
        });
        if search.held.with_value(|held| held.filters.asked == asked) {
            return;
        }
        search.held.update_value(|held| held.filters.asked.clone_from(&asked));
        let Some((category, criteria)) = asked else { return };
        in_background(count(search, category, criteria, counted));
    });
    counted
}

async fn count(search: Search, category: FacetCategory, criteria: Criteria, counted: RwSignal<()>) {
    let is_wanted = || {
        let is_asked = |held: &Held| {
            let asked = held.filters.asked.as_ref();
            asked.is_some_and(|(asked, of)| *asked == category && *of == criteria)
        };
        search.held.try_with_value(is_asked) == Some(true)
    };
    if let Some(counts) = while_wanted(is_wanted, search.counts(&criteria, Some(category))).await {
        search.held.update_value(|Held { filters, .. }| match counts {
            Some(counts) => filters.offer = Some(Offer { category, counts }),
            // Another try asks again.
            None => filters.asked = None,
        });
        counted.notify();
    }
}

/// The first and the last day.
fn days(search: Search) -> [Element; 2] {
    let messages = search.messages();
    let Criteria { since, until, .. } = search.criteria();
    let site = search.site();
    let first = site.entry.years_with_releases().next();
    let earliest = first.map(|first| [&first.year.to_string(), "-01-01"].concat());
    let day = |id: &'static str, name, value: Option<Date>, put: Put| {
        let input = element("input")
            .attribute("id", id)
            .attribute("type", "date")
            .attribute("min", earliest.clone())
            .attribute("value", value.map(|day| day.to_string()))
            .on("input", move |event: Event| {
                let Some(input) = target::<HtmlInputElement>(&event) else { return };
                // A year that is typed passes through the years 2, 20 and 200.
                let value = input.value();
                later(PAUSE, move || {
                    if input.is_connected() && input.value() == value {
                        let day = value.parse().ok();
                        search.change(Navigation::note, |criteria| put(criteria, day));
                    }
                });
            });
        labelled(id, name, input)
    };
    [
        day("releases-since", messages.first_day(), since, |criteria, day| criteria.since = day),
        day("releases-until", messages.last_day(), until, |criteria, day| criteria.until = day),
    ]
}

/// Puts a day where it belongs.
type Put = fn(&mut Criteria, Option<Date>);

/// Which releases come first; drawn anew only where words come or go, so that it keeps the focus.
fn order(search: Search) -> Node {
    let messages = search.messages();
    let has_words = move || !search.criteria().words.is_empty();
    let drawn_for = StoredValue::new(has_words());
    let changed = RwSignal::new(());
    effect(move || {
        search.sought.track();
        if drawn_for.get_value() != has_words() {
            drawn_for.set_value(has_words());
            changed.notify();
        }
    });
    changing(move || {
        changed.track();
        let Criteria { words, order: chosen, .. } = search.criteria();
        let is_chosen = |order: Order| {
            order == chosen || words.is_empty() && order == Order::Newest && chosen == Order::Best
        };
        let orders = [
            (Order::Best, messages.best_first()),
            (Order::Newest, messages.newest_first()),
            (Order::Oldest, messages.oldest_first()),
        ];
        // Without words, all fit alike.
        let orders = orders.into_iter().skip(usize::from(words.is_empty()));
        let options = orders.map(|(order, name)| {
            element("option")
                .attribute("value", order.name())
                .attribute("selected", is_chosen(order))
                .with(name)
        });
        let select = element("select").attribute("id", "releases-order").with_all(options);
        let select = select.on("change", move |event: Event| {
            let Some(select) = target::<HtmlSelectElement>(&event) else { return };
            let order = match Order::named(&select.value()) {
                Order::Newest if !has_words() => Order::Best,
                order => order,
            };
            search.change(Navigation::add, |criteria| criteria.order = order);
        });
        labelled("releases-order", messages.order(), select)
    })
}

/// A control with its name.
fn labelled(id: &'static str, name: &'static str, control: Element) -> Element {
    element("div").with((element("label").attribute("for", id).with(name), control))
}

//! What can be chosen of a category: each with how many releases have it among those that fit all else.

use leptos::prelude::*;
use rostrum_model::{Facet, FacetCategory};
use web_sys::Event;

use super::{
    criterion::{facet_label, facet_name},
    state::Search,
};
use crate::{
    bundle::Counts,
    element::{Element, changing, element},
    navigate::Navigation,
    site::Site,
};

/// What is offered of a category.
#[derive(Clone)]
pub(super) struct Offer {
    pub(super) category: FacetCategory,
    pub(super) counts: Counts,
}

/// Something that is offered, and how many releases have it as far as that is known.
struct Choice {
    facet: Facet,
    count: u32,
}

/// The choices of the open category.
pub(super) fn options(search: Search, opened: RwSignal<()>, counted: RwSignal<()>) -> Element {
    let drawn = changing(move || {
        opened.track();
        counted.track();
        let (open, offer) =
            search.held.with_value(|held| (held.filters.open, held.filters.offer.clone()));
        let category = open?;
        let offer = offer.filter(|offer| offer.category == category);
        Some(match offer {
            None => element("p").attribute("role", "status").with(search.messages().loading()),
            Some(offer) => list(search, &offer),
        })
    });
    element("div").attribute("id", "release-options").with(drawn)
}

fn list(search: Search, offer: &Offer) -> Element {
    let site = search.site();
    let chosen = search.criteria().facets;
    let choices = offer.choices(&site, &chosen);
    let buttons = choices.into_iter().map(|choice| {
        element("li").with(button(search, &site, choice, offer.counts.are_facets_exact))
    });
    element("ul").class("options").attribute("role", "list").with_all(buttons)
}

fn button(search: Search, site: &Site, choice: Choice, is_exact: bool) -> Element {
    let Choice { facet, count } = choice;
    let label = facet_label(site, &facet);
    let count = match (count, is_exact) {
        (0, false) => None,
        (count, true) => Some(count.to_string()),
        (count, false) => Some([&count.to_string(), "+"].concat()),
    };
    let own = facet.clone();
    let is_chosen = move || {
        search.sought.track();
        search.held.with_value(|held| held.criteria.facets.contains(&own))
    };
    element("button")
        .attribute("type", "button")
        .changing("aria-pressed", move || if is_chosen() { "true" } else { "false" })
        .on("click", move |_: Event| {
            search.change(Navigation::add, |criteria| {
                let before = criteria.facets.len();
                criteria.facets.retain(|chosen| *chosen != facet);
                if criteria.facets.len() == before {
                    criteria.facets.push(facet.clone());
                }
            });
        })
        .with(element("span").with(label))
        .with(count.map(|count| element("small").with(count)))
}

impl Offer {
    /// The names of all that the bundle knows of a category.
    pub(super) fn known(site: &Site, category: FacetCategory) -> Vec<String> {
        let entry = &site.entry;
        match category {
            FacetCategory::Year => {
                entry.years_with_releases().rev().map(|year| year.year.to_string()).collect()
            }
            FacetCategory::Country => {
                entry.countries.iter().map(|country| country.slug.to_string()).collect()
            }
            FacetCategory::Field => {
                entry.fields.iter().map(|field| field.slug.to_string()).collect()
            }
            FacetCategory::Structure | FacetCategory::Source => {
                entry.structures.iter().map(|structure| structure.slug.to_string()).collect()
            }
            FacetCategory::Kind => entry.kinds.iter().map(|kind| kind.slug.to_string()).collect(),
            FacetCategory::Language => {
                entry.languages.available.iter().map(ToString::to_string).collect()
            }
        }
    }

    /// What is offered, in the reader's order of names, years from the newest. What nothing has is left
    /// out as far as that is known.
    fn choices(&self, site: &Site, chosen: &[Facet]) -> Vec<Choice> {
        let Self { category, counts } = self;
        let mut names = Self::known(site, *category);
        let counted = counts.facets.iter().filter_map(|(facet, count)| {
            let (_, name) = facet.split_once('/')?;
            Some((name, *count))
        });
        let counted: Vec<(&str, u32)> = counted.collect();
        let is_unknown = |name: &&str| !names.iter().any(|known| known == name);
        let unknown: Vec<String> =
            counted.iter().map(|(name, _)| *name).filter(is_unknown).map(str::to_owned).collect();
        names.extend(unknown);
        let choices = names.into_iter().filter_map(|name| {
            let count = counted.iter().find(|(counted, _)| *counted == name);
            let facet = Facet { category: *category, name };
            let count = count.map_or(0, |(_, count)| *count);
            let is_offered = count > 0 || !counts.are_facets_exact || chosen.contains(&facet);
            is_offered.then_some(Choice { facet, count })
        });
        let mut choices: Vec<Choice> = choices.collect();
        if *category != FacetCategory::Year {
            choices.sort_by_cached_key(|choice| {
                Name(facet_name(site, &choice.facet), site.messages.tag)
            });
        }
        choices
    }
}

/// A name and the language in whose order it is sorted.
#[derive(PartialEq, Eq)]
struct Name(String, &'static str);

impl PartialOrd for Name {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Name {
    #[cfg(target_arch = "wasm32")]
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let locales = js_sys::Array::of1(&self.1.into());
        let order = js_sys::JsString::from(self.0.as_str()).locale_compare(
            &other.0,
            &locales,
            &js_sys::Object::new(),
        );
        order.cmp(&0)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}

//! The page of a country, a field of work or a structure: what is known of it, and its releases.

use leptos::prelude::*;
use rostrum_model::{Country, Field, ListingKey, PartialDate, Structure, Text};

use super::{ListingPage, heading, index};
use crate::{press, site::Site, timeline};

/// The view of a country's, field's or structure's page.
pub fn view(site: &Site, listing: &ListingPage) -> impl IntoView + use<> {
    let entry = &site.entry;
    let body = match &listing.key {
        ListingKey::Country(slug) => {
            entry.country(slug).map(|country| country_facts(site, country))
        }
        ListingKey::Field(slug) => entry.field(slug).map(|field| field_facts(site, field)),
        ListingKey::Structure(slug) => {
            entry.structure(slug).map(|structure| structure_facts(site, structure))
        }
        ListingKey::All | ListingKey::Year(_) => None,
    };
    view! {
        {heading(entry.listing_name(&listing.key).map(|name| site.text(name)))}
        // Facts stand on the first page alone: the others continue its list.
        {(listing.page == 1).then_some(body)}
        <section class="releases" aria-labelledby="releases">
            <h2 id="releases">{site.messages.press_releases}</h2>
            {press::listing_body(site, listing)}
        </section>
    }
}

fn country_facts(site: &Site, country: &Country) -> AnyView {
    let messages = site.messages;
    let group = site.entry.country_groups.iter().find(|group| group.slug == country.group);
    let terms: Vec<_> = site
        .entry
        .timeline
        .terms_of(&country.slug)
        .map(|term| timeline::term_link(site, term))
        .collect();
    let chaired = if terms.is_empty() {
        messages.never_in_the_chair.into_any()
    } else {
        view! { <ul class="inline">{terms.into_iter().map(|link| view! { <li>{link}</li> }).collect_view()}</ul> }.into_any()
    };
    let is_participating =
        site.entry.country_groups.first().is_some_and(|first| first.slug == country.group);
    view! {
        <dl class="facts">
            {group.map(|group| fact(messages.group, site.text(&group.name)))}
            {country.since.map(|since| fact(messages.since, date(site, since)))}
            {text_fact(site, messages.capital, &country.capital)}
            {is_participating.then(|| fact(messages.in_the_chair, chaired))}
        </dl>
    }
    .into_any()
}

fn field_facts(site: &Site, field: &Field) -> AnyView {
    let dimension = site
        .entry
        .dimensions
        .iter()
        .find(|dimension| Some(&dimension.slug) == field.dimension.as_ref());
    view! {
        <p class="lead">{site.text(&field.summary)}</p>
        {dimension.map(|dimension| view! {
            <dl class="facts">{fact(site.messages.dimension, site.text(&dimension.name))}</dl>
        })}
    }
    .into_any()
}

fn structure_facts(site: &Site, structure: &Structure) -> AnyView {
    let messages = site.messages;
    let parts = index::parts(site, &structure.slug);
    let has_parts =
        site.entry.structures.iter().any(|part| part.parent.as_ref() == Some(&structure.slug));
    view! {
        <p class="lead">{site.text(&structure.summary)}</p>
        <dl class="facts">
            {structure.abbreviation.clone().map(|short| fact(messages.abbreviation, short))}
            {structure.parent.as_ref().map(|parent| fact(messages.part_of, site.structure_link(parent)))}
            {text_fact(site, messages.seat, &structure.seat)}
            {structure.country.as_ref().map(|country| fact(messages.country, site.country_link(country)))}
            {structure.established.map(|established| fact(messages.established, date(site, established)))}
            {structure.closed.map(|closed| fact(messages.closed, date(site, closed)))}
        </dl>
        {has_parts.then(|| view! { <section><h2>{messages.parts}</h2>{parts}</section> })}
    }
    .into_any()
}

/// A row of a list of facts.
pub fn fact(name: &'static str, value: impl IntoView) -> impl IntoView {
    view! { <div><dt>{name}</dt><dd>{value}</dd></div> }
}

fn text_fact(site: &Site, name: &'static str, value: &Text) -> Option<impl IntoView + use<>> {
    (!value.is_empty()).then(|| fact(name, site.text(value)))
}

/// A date that a machine can read too.
pub fn date(site: &Site, date: PartialDate) -> impl IntoView + use<> {
    let written = site.messages.date(date);
    // HTML's `time` takes years, months and days, but no mark for what is only about right.
    let machine = date.to_string().trim_end_matches('~').to_owned();
    view! { <time datetime=machine>{written}</time> }
}

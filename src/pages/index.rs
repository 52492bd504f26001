//! The pages that list everything of a kind: fields of work, countries, structures.

use leptos::prelude::*;
use rostrum_model::{Category, ListingKey, Slug, Structure};

use super::heading;
use crate::site::Site;

/// All fields of work, each with what it is about.
pub fn fields(site: &Site) -> impl IntoView + use<> {
    let fields = site.entry.fields.iter().map(|field| {
        view! {
            <li>
                <h2>{site.entity_link(ListingKey::Field(field.slug.clone()))}</h2>
                <p>{site.text(&field.summary)}</p>
            </li>
        }
    });
    view! {
        {heading(site.messages.fields)}
        <ul class="cards">{fields.collect_view()}</ul>
    }
}

/// All countries, by group.
pub fn countries(site: &Site) -> impl IntoView + use<> {
    let groups = site.entry.country_groups.iter().map(|Category { slug, name }| {
        let members = site.entry.countries.iter().filter(|country| country.group == *slug);
        let links = members.map(|country| view! { <li>{site.country_link(&country.slug)}</li> });
        view! {
            <section>
                <h2>{site.text(name)}</h2>
                <ul class="directory">{links.collect_view()}</ul>
            </section>
        }
    });
    view! { {heading(site.messages.countries)} {groups.collect_view()} }
}

/// All structures, each with its parts under it.
pub fn structures(site: &Site) -> impl IntoView + use<> {
    let tops = site.entry.structures.iter().filter(|structure| structure.parent.is_none());
    let sections = tops.map(|top| {
        view! {
            <section>
                <h2>{site.structure_link(&top.slug)}</h2>
                <p>{site.text(&top.summary)}</p>
                {parts(site, &top.slug)}
            </section>
        }
    });
    view! {
        {heading(site.messages.structures)}
        <div class="sections">{sections.collect_view()}</div>
    }
}

/// The parts of a structure as a nested list; nothing if it has none.
pub fn parts(site: &Site, parent: &Slug) -> AnyView {
    let parts: Vec<&Structure> = site
        .entry
        .structures
        .iter()
        .filter(|structure| structure.parent.as_ref() == Some(parent))
        .collect();
    if parts.is_empty() {
        return ().into_any();
    }
    let items = parts
        .into_iter()
        .map(|part| view! { <li>{site.structure_link(&part.slug)} {parts_of(site, part)}</li> });
    view! { <ul class="parts">{items.collect_view()}</ul> }.into_any()
}

fn parts_of(site: &Site, structure: &Structure) -> AnyView {
    parts(site, &structure.slug)
}

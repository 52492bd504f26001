//! The page of a country, a field of work or a structure: what is known of it, and its releases.

use rostrum_model::{Country, Field, ListingKey, Structure, Text};

use super::{
    Browser, ListingPage, index,
    parts::{date, fact, heading},
};
use crate::{
    element::{Node, element, fragment},
    press,
    site::Site,
    timeline,
};

/// The view of a country's, field's or structure's page.
pub fn view(site: &Site, listing: &ListingPage, browser: Option<Browser>) -> Node {
    let entry = &site.entry;
    let facts = match &listing.key {
        ListingKey::Country(slug) => {
            entry.country(slug).map(|country| country_facts(site, country))
        }
        ListingKey::Field(slug) => entry.field(slug).map(|field| field_facts(site, field)),
        ListingKey::Structure(slug) => {
            entry.structure(slug).map(|structure| structure_facts(site, structure))
        }
        ListingKey::All | ListingKey::Year(_) | ListingKey::Term(_) => None,
    };
    let title = heading(entry.listing_name(&listing.key).map(|name| site.text(name)));
    let releases = element("section")
        .class("releases")
        .attribute("aria-labelledby", "releases")
        .with(element("h2").attribute("id", "releases").with(site.messages.press_releases()))
        .with(press::listing_body(site, listing, browser));
    // Facts stand on the first page alone: the others continue its list.
    fragment((title, facts.filter(|_| listing.page == 1), releases))
}

fn country_facts(site: &Site, country: &Country) -> Node {
    let messages = site.messages;
    let group = site.entry.country_groups.iter().find(|group| group.slug == country.group);
    let terms = site.entry.timeline.terms_of(&country.slug);
    let terms: Vec<_> =
        terms.map(|term| element("li").with(timeline::term_link(site, term))).collect();
    let chaired = if terms.is_empty() {
        Node::Text(messages.never_in_the_chair().to_owned())
    } else {
        element("ul").class("inline").with(terms).into_node()
    };
    // The first group is the one whose members take the chair.
    let is_participating =
        site.entry.country_groups.first().is_some_and(|first| first.slug == country.group);
    element("dl")
        .class("facts")
        .with(group.map(|group| fact(messages.group(), site.text(&group.name))))
        .with(country.since.map(|since| fact(messages.since(), date(site, since))))
        .with(text_fact(site, messages.capital(), &country.capital))
        .with(is_participating.then(|| fact(messages.in_the_chair(), chaired)))
        .into()
}

fn field_facts(site: &Site, field: &Field) -> Node {
    let dimensions = &site.entry.dimensions;
    let dimension =
        dimensions.iter().find(|dimension| Some(&dimension.slug) == field.dimension.as_ref());
    let facts = dimension.map(|dimension| {
        element("dl")
            .class("facts")
            .with(fact(site.messages.dimension(), site.text(&dimension.name)))
    });
    fragment((element("p").class("lead").with(site.text(&field.summary)), facts))
}

fn structure_facts(site: &Site, structure: &Structure) -> Node {
    let messages = site.messages;
    let parts = index::parts(site, &structure.slug)
        .map(|parts| element("section").with(element("h2").with(messages.parts())).with(parts));
    let facts = element("dl")
        .class("facts")
        .with(structure.abbreviation.clone().map(|short| fact(messages.abbreviation(), short)))
        .with(
            structure
                .parent
                .as_ref()
                .map(|parent| fact(messages.part_of(), site.structure_link(parent))),
        )
        .with(text_fact(site, messages.seat(), &structure.seat))
        .with(
            structure
                .country
                .as_ref()
                .map(|country| fact(messages.country(), site.country_link(country))),
        )
        .with(
            structure
                .established
                .map(|established| fact(messages.established(), date(site, established))),
        )
        .with(structure.closed.map(|closed| fact(messages.closed(), date(site, closed))));
    fragment((element("p").class("lead").with(site.text(&structure.summary)), facts, parts))
}

fn text_fact(site: &Site, name: &'static str, value: &Text) -> Option<Node> {
    (!value.is_empty()).then(|| fact(name, site.text(value)))
}

//! The pages that list everything of a kind: fields of work, countries, structures.

use rostrum_model::{Category, Field, ListingKey, Slug, Structure};

use super::parts::heading;
use crate::{
    element::{Node, element, fragment},
    site::Site,
};

/// All fields of work, each with what it is about.
pub fn fields(site: &Site) -> Node {
    let card = |field: &Field| {
        element("li")
            .with(element("h2").with(site.entity_link(ListingKey::Field(field.slug.clone()))))
            .with(element("p").with(site.text(&field.summary)))
    };
    let cards = element("ul").class("cards").with_all(site.entry.fields.iter().map(card));
    fragment((heading(site.messages.fields()), cards))
}

/// All countries, by group.
pub fn countries(site: &Site) -> Node {
    let group = |Category { slug, name }: &Category| {
        let members = site.entry.countries.iter().filter(|country| country.group == *slug);
        let links = members.map(|country| element("li").with(site.country_link(&country.slug)));
        element("section")
            .with(element("h2").with(site.text(name)))
            .with(element("ul").class("directory").with_all(links))
    };
    let groups: Vec<_> = site.entry.country_groups.iter().map(group).collect();
    fragment((heading(site.messages.countries()), groups))
}

/// All structures, each with its parts under it.
pub fn structures(site: &Site) -> Node {
    let tops = site.entry.structures.iter().filter(|structure| structure.parent.is_none());
    let sections = tops.map(|top| {
        element("section")
            .with(element("h2").with(site.structure_link(&top.slug)))
            .with(element("p").with(site.text(&top.summary)))
            .with(parts(site, &top.slug))
    });
    fragment((
        heading(site.messages.structures()),
        element("div").class("sections").with_all(sections),
    ))
}

/// The parts of a structure as a nested list; none if it has no parts.
pub fn parts(site: &Site, parent: &Slug) -> Option<Node> {
    let is_part = |part: &&Structure| part.parent.as_ref() == Some(parent);
    let parts: Vec<_> = site.entry.structures.iter().filter(is_part).collect();
    let items = parts.iter().map(|part| {
        element("li").with(site.structure_link(&part.slug)).with(self::parts(site, &part.slug))
    });
    (!parts.is_empty()).then(|| element("ul").class("parts").with_all(items).into())
}

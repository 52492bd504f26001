//! Where a reader of a release may go on to: the ones that the same source issued before and after
//! it, and earlier ones about the same.

use rostrum_model::{ListingKey, Route, Way, Ways};

use crate::{
    element::{Element, Node, element, link},
    locale::around,
    pages::parts::date,
    site::Site,
};

/// The neighbours and the related ones; nothing where there are none.
pub fn ways(site: &Site, ways: &Ways) -> (Option<Element>, Option<Element>) {
    (neighbours(site, ways), related(site, &ways.related))
}

fn neighbours(site: &Site, Ways { previous, next, .. }: &Ways) -> Option<Element> {
    let messages = site.messages;
    let to = |way: &Option<Way>, relation: &'static str, label: &'static str| {
        let way = way.as_ref()?;
        let label = element("span").class("label").with(label);
        Some(release_link(site, way).attribute("rel", relation).with((
            label,
            " ",
            title(site, way),
        )))
    };
    let (previous, next) =
        (to(previous, "prev", messages.previous()), to(next, "next", messages.next()));
    (previous.is_some() || next.is_some()).then(|| {
        element("nav")
            .class("neighbours")
            .attribute("aria-label", messages.neighbours())
            .with((previous, next))
    })
}

fn related(site: &Site, related: &[Way]) -> Option<Element> {
    let item = |way: &Way| {
        let about = element("p").class("meta").with((
            date(site, way.address.date.into()),
            shared(site, &way.shared).map(|shared| element("span").with(shared)),
        ));
        element("li").with((release_link(site, way).with(title(site, way)), about))
    };
    let heading = element("h2").attribute("id", "related").with(site.messages.related());
    let list = element("ul").attribute("role", "list");
    (!related.is_empty()).then(|| {
        element("section")
            .class("related")
            .attribute("aria-labelledby", "related")
            .with((heading, list.with_all(related.iter().map(item))))
    })
}

/// Why one is related: also on elections, Kazakhstan.
fn shared(site: &Site, keys: &[ListingKey]) -> Option<Vec<Node>> {
    let names: Vec<_> = keys.iter().filter_map(|key| site.entry.listing_name(key)).collect();
    let written: Vec<_> = names.iter().map(|name| site.localized(name).text).collect();
    let (before, after) = around(site.messages.also_on(), "{names}")?;
    let mut shared = vec![Node::Text(before.to_owned())];
    let between = [String::new()].into_iter().chain(site.messages.between(&written));
    for (name, between) in names.into_iter().zip(between) {
        shared.extend([Node::Text(between), site.text(name)]);
    }
    shared.push(Node::Text(after.to_owned()));
    (!written.is_empty()).then_some(shared)
}

fn release_link(site: &Site, way: &Way) -> Element {
    link(site.href(&Route::release(way.address.clone())))
}

fn title(site: &Site, way: &Way) -> Node {
    site.text(&way.title)
}

//! The page of a release: its head, its text as it was given, and what it is about.

use rostrum_model::{Language, ListingKey, Origin, Provenance, Release, Source};

use super::{
    attachments::attachments,
    blocks::{self, blocks},
};
use crate::{
    element::{Element, Node, element, fragment, link},
    pages::parts::{fact, heading},
    site::Site,
    timeline,
};

/// The view of a release.
pub fn release(site: &Site, release: &Release) -> Node {
    let version = release.version(&site.language);
    let in_its_language = |element: Element| {
        let language = version.map(|version| &version.language);
        element
            .attribute("lang", language.map(Language::as_str))
            .attribute("dir", language.map(Language::direction))
    };
    let kind = site.entry.kind(&release.summary.kind).map(|kind| site.text(&kind.name));
    let title = heading(version.map(|version| version.title.clone()));
    let header = element("header")
        .with(element("p").class("kind").with(kind))
        .with(in_its_language(element("div")).with(title))
        .with(head(site, release));
    let body = version.map(|version| blocks(site, &version.body));
    element("article")
        .class("release")
        .with(header)
        .with(in_its_language(element("div").class("prose")).with(body))
        .with(version.and_then(|version| attachments(site, &version.attachments)))
        .with(about(site, release))
        .with(provenance(site, &release.provenance))
        .into()
}

fn head(site: &Site, release: &Release) -> Element {
    let messages = site.messages;
    let summary = &release.summary;
    let date = summary.address.date;
    let day =
        element("time").attribute("datetime", date.to_string()).with(messages.full_date(date));
    let place =
        (!summary.place.is_empty()).then(|| fact(messages.place, site.text(&summary.place)));
    let source =
        summary.source.as_ref().map(|source| fact(messages.source, site.structure_link(source)));
    element("dl").class("facts").with(fact(messages.date, day)).with(place).with(source)
}

/// The countries, fields, structures and terms in the chair that a release speaks of.
fn about(site: &Site, release: &Release) -> Option<Element> {
    let Release { summary, structures, terms, .. } = release;
    let countries = summary.countries.iter().cloned().map(ListingKey::Country);
    let fields = summary.fields.iter().cloned().map(ListingKey::Field);
    let structures = structures.iter().cloned().map(ListingKey::Structure);
    let entities =
        countries.chain(fields).chain(structures).filter_map(|key| site.entity_link(key));
    let terms = site.entry.timeline.terms.iter().filter(|term| terms.contains(&term.id));
    let terms = terms.map(|term| {
        let href = site.listing_href(ListingKey::Term(term.id.clone()));
        link(href).with(timeline::term_title(site, term))
    });
    let links: Vec<_> = entities.chain(terms).map(|link| element("li").with(link)).collect();
    (!links.is_empty()).then(|| {
        element("section")
            .class("about")
            .attribute("aria-labelledby", "about")
            .with(element("h2").attribute("id", "about").with(site.messages.about_release))
            .with(element("ul").class("inline").with(links))
    })
}

/// Where a text is from: so that nothing passes for the organisation's words that is not.
pub fn provenance(site: &Site, provenance: &Provenance) -> Node {
    let messages = site.messages;
    let origin = match provenance.origin {
        Origin::Published => messages.as_published,
        Origin::Demonstration => messages.demonstration,
        Origin::Synthetic => messages.synthetic,
    };
    let name = messages.sources;
    let sources = sources(site, &provenance.sources)
        .map(|sources| fragment((element("p").with([name, ":"].concat()), sources)));
    element("footer").class("provenance").with(element("p").with(origin)).with(sources).into()
}

/// The sources that a text can be checked against; none if none is named.
pub fn sources(site: &Site, sources: &[Source]) -> Option<Node> {
    let item = |Source { name, href }: &Source| match href {
        None => element("li").with(name.as_str()),
        Some(href) => element("li").with(blocks::link(site, href, name.as_str())),
    };
    let list = element("ul").class("inline").attribute("role", "list");
    (!sources.is_empty()).then(|| list.with_all(sources.iter().map(item)).into())
}

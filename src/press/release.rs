//! The page of a release: its head, its text as it was given, what became of it, what it is about
//! and where to go on.

use rostrum_model::{ListingKey, Release, ReleaseVersion, Term};

use super::{
    attachments::attachments,
    blocks::blocks,
    changes::{changes, withdrawal},
    contacts::contacts,
    provenance::provenance,
    tools::{LoadTools, tools},
    versions::{in_language, languages},
    ways::ways,
};
use crate::{
    element::{Element, Node, element, fragment, link},
    pages::{
        Reading,
        parts::{fact, heading},
    },
    site::Site,
    timeline,
};

/// The view of a release; `load` brings what its buttons do.
pub fn release(site: &Site, reading: &Reading, load: LoadTools) -> Node {
    let release = &*reading.release;
    let version = reading.version(site);
    let kind = site.entry.kind(&release.summary.kind).map(|kind| site.text(&kind.name));
    let title = version.map(|version| {
        in_language(element("div"), &version.language).with(heading(version.title.clone()))
    });
    let header = element("header")
        .with(element("p").class("kind").with(kind))
        .with(title)
        .with(facts(site, release));
    let text = element("div")
        .class("text-column")
        .with(languages(site, reading))
        .with(changes(site, &release.changes))
        .with(version.map(|version| text(site, version)))
        .with(contacts(site, &release.contacts));
    let beside = element("div")
        .class("beside")
        .with(tools(site, reading, load))
        .with(about(site, release))
        .with(provenance(site, &release.provenance));
    element("article")
        .class("release")
        .with(release.withdrawn.as_ref().map(|withdrawn| withdrawal(site, withdrawn)))
        .with(header)
        .with(text)
        .with(beside)
        .with(ways(site, &release.ways))
        .into()
}

/// The text with its files.
fn text(site: &Site, version: &ReleaseVersion) -> Node {
    let body = blocks(site, &version.body);
    let body = (!body.is_empty())
        .then(|| in_language(element("div").class("prose"), &version.language).with(body));
    fragment((body, attachments(site, &version.attachments)))
}

fn facts(site: &Site, release: &Release) -> Element {
    let messages = site.messages;
    let summary = &release.summary;
    let date = summary.address.date;
    let day =
        element("time").attribute("datetime", date.to_string()).with(messages.full_date(date));
    let place =
        (!summary.place.is_empty()).then(|| fact(messages.place(), site.text(&summary.place)));
    let source =
        summary.source.as_ref().map(|source| fact(messages.source(), site.structure_link(source)));
    element("dl").class("facts").with(fact(messages.date_name(), day)).with(place).with(source)
}

/// The countries, fields, structures and terms in the chair that a release speaks of.
fn about(site: &Site, release: &Release) -> Option<Element> {
    let Release { summary, structures, .. } = release;
    let countries = summary.countries.iter().cloned().map(ListingKey::Country);
    let fields = summary.fields.iter().cloned().map(ListingKey::Field);
    let structures = structures.iter().cloned().map(ListingKey::Structure);
    let entities =
        countries.chain(fields).chain(structures).filter_map(|key| site.entity_link(key));
    let terms = site.entry.timeline.terms.iter();
    let terms = terms.filter(|term| is_about(site, release, term)).map(|term| {
        let href = site.listing_href(ListingKey::Term(term.id.clone()));
        link(href).with(timeline::term_title(site, term))
    });
    let links: Vec<_> = entities.chain(terms).map(|link| element("li").with(link)).collect();
    (!links.is_empty()).then(|| {
        element("section")
            .class("about")
            .attribute("aria-labelledby", "about")
            .with(element("h2").attribute("id", "about").with(site.messages.about_release()))
            .with(element("ul").class("inline").with(links))
    })
}

/// Whether a release speaks of a term: because it says so, or because it is about a State that was in
/// the chair on its day, as far as that day is certain.
fn is_about(site: &Site, release: &Release, term: &Term) -> bool {
    let Release { summary, terms, .. } = release;
    let troika = site.entry.timeline.troika(summary.address.date);
    let is_of_the_day = !troika.is_uncertain && troika.current.is_some_and(|now| now.id == term.id);
    let mut states = term.holders.iter().filter_map(|holder| holder.country.as_ref());
    terms.contains(&term.id)
        || (is_of_the_day && states.any(|state| summary.countries.contains(state)))
}

//! The page of a release: its head, its text as it was given, and what it is about.

use leptos::prelude::*;
use rostrum_model::{ListingKey, Origin, Provenance, Release, Source};

use super::blocks;
use crate::{
    pages::{entity::fact, heading},
    site::Site,
    timeline,
};

/// The view of a release.
pub fn release(site: &Site, release: &Release) -> impl IntoView + use<> {
    let kind = site.entry.kind(&release.summary.kind).map(|kind| site.text(&kind.name));
    let version = release.version(&site.language);
    let language =
        version.map(|version| (version.language.to_string(), version.language.direction()));
    let (tag, direction) = language.unzip();
    let title = version.map(|version| version.title.clone());
    let body = version.map(|version| blocks(site, &version.body));
    view! {
        <article class="release">
            <header>
                <p class="kind">{kind}</p>
                <div lang=tag.clone() dir=direction>{heading(title)}</div>
                {head(site, release)}
            </header>
            <div class="prose" lang=tag dir=direction>{body}</div>
            {about(site, release)}
            {provenance(site, &release.provenance)}
        </article>
    }
}

fn head(site: &Site, release: &Release) -> impl IntoView + use<> {
    let messages = site.messages;
    let summary = &release.summary;
    let date = summary.address.date;
    let day = view! { <time datetime=date.to_string()>{messages.full_date(date)}</time> };
    let place =
        (!summary.place.is_empty()).then(|| fact(messages.place, site.text(&summary.place)));
    let source =
        summary.source.as_ref().map(|source| fact(messages.source, site.structure_link(source)));
    view! { <dl class="facts">{fact(messages.date, day)} {place} {source}</dl> }
}

/// The countries, fields, structures and terms in the chair that a release speaks of.
fn about(site: &Site, release: &Release) -> impl IntoView + use<> {
    let Release { summary, structures, terms, .. } = release;
    let countries = summary.countries.iter().cloned().map(ListingKey::Country);
    let fields = summary.fields.iter().cloned().map(ListingKey::Field);
    let structures = structures.iter().cloned().map(ListingKey::Structure);
    let entities =
        countries.chain(fields).chain(structures).map(|key| site.entity_link(key).into_any());
    let terms = site.entry.timeline.terms.iter().filter(|term| terms.contains(&term.id));
    let terms = terms.map(|term| timeline::term_link(site, term).into_any());
    let links: Vec<_> = entities.chain(terms).map(|link| view! { <li>{link}</li> }).collect();
    let name = site.messages.about_release;
    (!links.is_empty()).then(|| {
        view! {
            <section class="about" aria-labelledby="about">
                <h2 id="about">{name}</h2>
                <ul class="inline">{links}</ul>
            </section>
        }
    })
}

/// Where a text is from: so that nothing passes for the organisation's words that is not.
pub fn provenance(site: &Site, provenance: &Provenance) -> impl IntoView + use<> {
    let messages = site.messages;
    let origin = match provenance.origin {
        Origin::Published => messages.as_published,
        Origin::Demonstration => messages.demonstration,
        Origin::Synthetic => messages.synthetic,
    };
    view! {
        <footer class="provenance">
            <p>{origin}</p>
            {sources(site, &provenance.sources)}
        </footer>
    }
}

/// The sources that a text can be checked against.
pub fn sources(site: &Site, sources: &[Source]) -> impl IntoView + use<> {
    let items: Vec<_> = sources
        .iter()
        .map(|Source { name, href }| match href {
            None => view! { <li>{name.clone()}</li> }.into_any(),
            Some(href) => {
                view! { <li><a href=href.to_string() rel="noopener">{name.clone()}</a></li> }
                    .into_any()
            }
        })
        .collect();
    let label = site.messages.sources;
    (!items.is_empty()).then(|| view! { <p>{label}{":"}</p><ul class="inline">{items}</ul> })
}

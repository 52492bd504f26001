//! A release as schema.org's `NewsArticle`, in JSON-LD: what search engines show of it.

use rostrum::{pages::Reading, site::Site};
use rostrum_model::{Date, Href, Origin};
use serde_json::{Map, Value, json};

use crate::build::{Base, lead};

/// The article. Only what the organisation published is called its own; the rest says what it is.
/// What needs the site's whole address is left out where that is not known.
pub(super) fn article(site: &Site, reading: &Reading, base: Option<&Base>) -> Value {
    let organization = &site.entry.organization;
    let publisher = known(json!({
        "@type": "Organization",
        "name": site.localized(&organization.name).text,
        "url": organization.url.as_ref().map(Href::as_str),
    }));
    let (own, note) = match reading.release.provenance.origin {
        Origin::Published => (Some(publisher), None),
        Origin::Demonstration => (None, Some(site.messages.demonstration())),
        Origin::Synthetic => (None, Some(site.messages.synthetic())),
    };
    let version = reading.version(site);
    let lead = version.map(|version| lead(&version.body)).filter(|lead| !lead.is_empty());
    let address = base.map(|base| base.page(&super::head::canonical(site, reading)));
    known(json!({
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": version.map(|version| &version.title),
        "datePublished": reading.release.summary.address.date.to_string(),
        "dateModified": changed(reading).map(|day| day.to_string()),
        "inLanguage": version.map(|version| version.language.as_str()),
        "description": lead,
        "mainEntityOfPage": address,
        "author": own,
        "publisher": own,
        "creditText": note,
    }))
}

/// The day on which a release was changed last, or withdrawn.
pub(super) fn changed(reading: &Reading) -> Option<Date> {
    let changes = reading.release.changes.iter().map(|change| change.date);
    changes.chain(reading.release.withdrawn.as_ref().map(|withdrawn| withdrawn.date)).max()
}

/// An object without what is not known.
fn known(object: Value) -> Value {
    let Value::Object(fields) = object else { return object };
    Value::Object(fields.into_iter().filter(|(_, value)| !value.is_null()).collect::<Map<_, _>>())
}

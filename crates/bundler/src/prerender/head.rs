//! What a page's head says of it: to search engines, to those who share it, to feed readers.
//!
//! HTML, sections 4.2.4 and 4.2.5; Open Graph; schema.org's `NewsArticle` as JSON-LD.

use rostrum::{
    element::{Element, element},
    pages::Page,
    site::Site,
};
use rostrum_model::{Href, ListingKey, Origin, Release, Route};
use serde_json::{Value, json};

use crate::build::{Base, feed_name, lead};

/// The title and all that follows it. What needs the site's whole address is left out where that
/// is not known.
pub(super) fn head(site: &Site, page: &Page, route: &Route, base: Option<&Base>) -> String {
    let title = page.window_title(site);
    let description = description(site, page);
    let organization = site.localized(&site.entry.organization.name).text;
    let kind = if matches!(page, Page::Release(..)) { "article" } else { "website" };
    let address = base.map(|base| base.page(route));
    let mut tags = vec![
        meta("name", "description", &description),
        meta("property", "og:type", kind),
        meta("property", "og:site_name", organization),
        meta("property", "og:title", &page.title(site).unwrap_or_else(|| title.clone())),
        meta("property", "og:description", &description),
        meta("property", "og:locale", site.language.as_str()),
    ];
    if let (Some(base), Some(address)) = (base, &address) {
        tags.push(element("link").attribute("rel", "canonical").attribute("href", address.clone()));
        tags.push(meta("property", "og:url", address));
        tags.extend(feed(site, page).map(|(name, title)| {
            element("link")
                .attribute("rel", "alternate")
                .attribute("type", "application/atom+xml")
                .attribute("title", title)
                .attribute("href", base.file(&name))
        }));
    }
    let title = element("title").with(title);
    let mut head: String =
        [title].into_iter().chain(tags).map(|tag| tag.into_node().html()).collect();
    if let Page::Release(_, release) = page {
        // What stands in a script is not HTML; a `<` in it could end it.
        let article =
            article(site, release, address.as_deref()).to_string().replace('<', "\\u003c");
        head.push_str("<script type=\"application/ld+json\">");
        head.push_str(&article);
        head.push_str("</script>");
    }
    head
}

fn meta(kind: &'static str, name: &'static str, content: &str) -> Element {
    element("meta").attribute(kind, name).attribute("content", content.to_owned())
}

/// What the page is about: a release begins with it, the rest is of the organisation.
fn description(site: &Site, page: &Page) -> String {
    let lead = match page {
        Page::Release(_, release) => {
            release.version(&site.language).map(|version| lead(&version.body))
        }
        _ => None,
    };
    let organization = &site.entry.organization;
    lead.filter(|lead| !lead.is_empty())
        .unwrap_or_else(|| site.localized(&organization.description).text.to_owned())
}

/// The name of the feed of what a page lists, with its title.
fn feed(site: &Site, page: &Page) -> Option<(String, String)> {
    let key = match page {
        Page::Home { .. } => &ListingKey::All,
        Page::Listing(listing) => &listing.key,
        _ => return None,
    };
    site.entry.listing(key)?;
    let title = match site.entry.listing_name(key) {
        Some(name) => site.localized(name).text,
        None => site.messages.press_releases,
    };
    Some((feed_name(key)?, title.to_owned()))
}

/// A release as schema.org's `NewsArticle`. Only what the organisation published is called its own;
/// the rest says what it is.
fn article(site: &Site, release: &Release, address: Option<&str>) -> Value {
    let organization = &site.entry.organization;
    let publisher = json!({
        "@type": "Organization",
        "name": site.localized(&organization.name).text,
        "url": organization.url.as_ref().map(Href::as_str),
    });
    let version = release.version(&site.language);
    let mut article = json!({
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": version.map(|version| &version.title),
        "datePublished": release.summary.address.date.to_string(),
        "inLanguage": version.map(|version| version.language.as_str()),
        "description": version.map(|version| lead(&version.body)),
        "mainEntityOfPage": address,
    });
    let note = match release.provenance.origin {
        Origin::Published => {
            article["author"] = publisher.clone();
            article["publisher"] = publisher;
            return article;
        }
        Origin::Demonstration => site.messages.demonstration,
        Origin::Synthetic => site.messages.synthetic,
    };
    article["creditText"] = note.into();
    article
}

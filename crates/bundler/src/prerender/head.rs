//! What a page's head says of it: to search engines, to those who share it, to feed readers.
//!
//! HTML, sections 4.2.4 and 4.2.5; Open Graph, with its properties of articles.

use rostrum::{
    element::{Element, element},
    pages::{Page, Reading},
    site::Site,
};
use rostrum_model::{Date, Language, ListingKey, Route, version_for};

use super::article::{article, changed};
use crate::build::{Base, feed_name, lead};

/// What the heads of all pages are written from.
pub(super) struct Heads<'h> {
    /// The site.
    pub(super) site: &'h Site,
    /// Its address. What needs one is left out where it is not known.
    pub(super) base: Option<&'h Base>,
    /// The picture in the site's folder that stands for it where a page is shared.
    pub(super) picture: Option<&'h str>,
}

impl Heads<'_> {
    /// The title and all that follows it.
    pub(super) fn head(&self, page: &Page, route: &Route) -> String {
        let title = element("title").with(page.window_title(self.site));
        let tags = self.description(page).into_iter().chain(self.addresses(page, route));
        let mut head: String = [title]
            .into_iter()
            .chain(tags)
            .chain(times(page))
            .map(|tag| tag.into_node().html())
            .collect();
        if let Page::Release(_, reading) = page {
            // What stands in a script is not HTML; a `<` in it could end it.
            let article = article(self.site, reading, self.base).to_string();
            head.push_str("<script type=\"application/ld+json\">");
            head.push_str(&article.replace('<', "\\u003c"));
            head.push_str("</script>");
        }
        head
    }

    /// What the page is and what it is about.
    fn description(&self, page: &Page) -> Vec<Element> {
        let site = self.site;
        let title = page.title(site).unwrap_or_else(|| page.window_title(site));
        let description = description(site, page);
        let organization = site.localized(&site.entry.organization.name).text;
        let kind = if matches!(page, Page::Release(..)) { "article" } else { "website" };
        let mut tags = vec![
            meta("name", "description", &description),
            meta("name", "twitter:card", "summary"),
            meta("property", "og:type", kind),
            meta("property", "og:site_name", organization),
            meta("property", "og:title", &title),
            meta("property", "og:description", &description),
        ];
        tags.extend(locale(language(site, page)).map(|it| meta("property", "og:locale", &it)));
        tags
    }

    /// Where the page stands, in which other languages, and what else there is of it.
    fn addresses(&self, page: &Page, route: &Route) -> Vec<Element> {
        let Some(base) = self.base else { return Vec::new() };
        let here = match page {
            Page::Release(_, reading) => base.page(&canonical(self.site, reading)),
            _ => base.page(route),
        };
        let mut tags = vec![
            element("link").attribute("rel", "canonical").attribute("href", here.clone()),
            meta("property", "og:url", &here),
        ];
        tags.extend(self.picture.map(|name| meta("property", "og:image", &base.file(name))));
        if let Page::Release(_, reading) = page {
            tags.extend(self.languages(base, reading));
        }
        tags.extend(feed(self.site, page).map(|(name, title)| {
            alternate(base.file(&name))
                .attribute("type", "application/atom+xml")
                .attribute("title", title)
        }));
        tags
    }

    /// The release in each of its languages, if there are several; and in the reader's.
    fn languages(&self, base: &Base, reading: &Reading) -> Vec<Element> {
        let versions = &reading.release.versions;
        if versions.len() < 2 {
            return Vec::new();
        }
        let link = |tag: &str, route: &Route| {
            alternate(base.page(route)).attribute("hreflang", tag.to_owned())
        };
        let each = versions.iter().map(|version| {
            link(version.language.as_str(), &in_language(self.site, reading, &version.language))
        });
        each.chain([link("x-default", &reading.route(None))]).collect()
    }
}

/// When an article was issued and changed.
fn times(page: &Page) -> Vec<Element> {
    let Page::Release(_, reading) = page else { return Vec::new() };
    let issued = reading.release.summary.address.date;
    let time = |name, day: Date| meta("property", name, &day.to_string());
    let changed = changed(reading).map(|day| time("article:modified_time", day));
    [time("article:published_time", issued)].into_iter().chain(changed).collect()
}

/// The address of a release in a language. The one that a reader is given anyway is not named.
pub(super) fn in_language(site: &Site, reading: &Reading, language: &Language) -> Route {
    let given = reading.release.version(&site.language).map(|version| &version.language);
    reading.route((given != Some(language)).then(|| language.clone()))
}

/// Where what is read of a release stands.
pub(super) fn canonical(site: &Site, reading: &Reading) -> Route {
    let version = reading.version(site);
    version.map_or_else(
        || reading.route(None),
        |version| in_language(site, reading, &version.language),
    )
}

fn meta(kind: &'static str, name: &'static str, content: &str) -> Element {
    element("meta").attribute(kind, name).attribute("content", content.to_owned())
}

fn alternate(href: String) -> Element {
    element("link").attribute("rel", "alternate").attribute("href", href)
}

/// The language that a page is written in.
fn language<'s>(site: &'s Site, page: &'s Page) -> &'s Language {
    let version = match page {
        Page::Release(_, reading) => reading.version(site),
        Page::Text(_, page) => version_for(&page.versions, &site.language),
        _ => None,
    };
    version.map_or(&site.language, |version| &version.language)
}

/// A language as Open Graph names it, `en_GB`; none where no country is named.
fn locale(language: &Language) -> Option<String> {
    let (language, country) = language.as_str().split_once('-')?;
    let is_country = country.len() == 2 && country.bytes().all(|byte| byte.is_ascii_uppercase());
    is_country.then(|| format!("{language}_{country}"))
}

/// What the page is about: a text begins with it, a field says it, the rest is of the organisation.
fn description(site: &Site, page: &Page) -> String {
    let own = match page {
        Page::Release(_, reading) => reading.version(site).map(|version| lead(&version.body)),
        Page::Text(_, page) => {
            version_for(&page.versions, &site.language).map(|version| lead(&version.body))
        }
        Page::Listing(listing) => match &listing.key {
            ListingKey::Field(slug) => site
                .entry
                .fields
                .iter()
                .find(|field| field.slug == *slug)
                .map(|field| site.localized(&field.summary).text.to_owned()),
            _ => None,
        },
        _ => None,
    };
    let organization = &site.entry.organization;
    own.filter(|own| !own.is_empty())
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
        None => site.messages.press_releases(),
    };
    Some((feed_name(key)?, title.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn open_graph_wants_a_country_with_a_language() {
        for (tag, expected) in
            [("en", None), ("en-GB", Some("en_GB")), ("sr-Latn", None), ("zh-Hans-CN", None)]
        {
            assert_eq!(locale(&tag.parse().unwrap()).as_deref(), expected, "{tag}");
        }
    }
}

//! What every view needs to know of the site: the bundle's entry, the reader's language, how links
//! are written and what day it is.

use std::{ops::Deref, sync::Arc};

use rostrum_model::{Date, Entry, Href, Language, ListingKey, Localized, Route, Slug, Text};

use crate::{
    element::{Element, Node, element, link},
    locale::Messages,
    route::Routing,
};

/// The site as one reader sees it. Clones are cheap.
#[derive(Clone, Debug)]
pub struct Site(Arc<Edition>);

/// What a [`Site`] holds.
#[derive(Debug)]
pub struct Edition {
    /// The bundle's entry.
    pub entry: Arc<Entry>,
    /// The interface's texts.
    pub messages: &'static Messages,
    /// The reader's language.
    pub language: Language,
    /// How links are written.
    pub routing: Routing,
    /// The folder of the bundle, with a slash at its end.
    pub folder: String,
    /// The day in the organisation's time zone.
    pub today: Date,
}

impl Deref for Site {
    type Target = Edition;

    fn deref(&self) -> &Edition {
        &self.0
    }
}

impl PartialEq for Site {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl From<Edition> for Site {
    fn from(edition: Edition) -> Self {
        Self(Arc::new(edition))
    }
}

impl Site {
    /// The text as this reader gets it.
    pub fn localized<'a>(&self, text: &'a Text) -> Localized<'a> {
        text.localized(&self.language)
    }

    /// The text for this reader, marked with its language where that is another than the reader's
    /// (WCAG 3.1.2).
    pub fn text(&self, text: &Text) -> Node {
        let localized = self.localized(text);
        in_its_language(&localized, Node::Text(localized.text.to_owned()))
    }

    /// The `href` of a route.
    pub fn href(&self, route: &Route) -> String {
        self.routing.href(route)
    }

    /// The `href` of a listing's first page.
    pub fn listing_href(&self, key: ListingKey) -> String {
        self.href(&Route::listing(key))
    }

    /// The `href` of a link that stands in the bundle: a path of the site or an address elsewhere.
    pub fn link(&self, href: &Href) -> String {
        match href.as_str().parse() {
            Ok(route) => self.href(&route),
            Err(_) => href.as_str().to_owned(),
        }
    }

    /// A link to a country's page, by its name.
    pub fn country_link(&self, slug: &Slug) -> Option<Element> {
        self.entity_link(ListingKey::Country(slug.clone()))
    }

    /// A link to a structure's page, by its name.
    pub fn structure_link(&self, slug: &Slug) -> Option<Element> {
        self.entity_link(ListingKey::Structure(slug.clone()))
    }

    /// A link to the page of a country, field or structure, by its name; none if there is nothing
    /// of that slug.
    pub fn entity_link(&self, key: ListingKey) -> Option<Element> {
        let name = self.text(self.entry.listing_name(&key)?);
        Some(link(self.listing_href(key)).with(name))
    }
}

/// A text as it is written, marked with its language where that is another than the reader's.
pub fn in_its_language(text: &Localized<'_>, written: Node) -> Node {
    match text.fallback {
        None => written,
        Some(language) => element("span")
            .attribute("lang", language.as_str())
            .attribute("dir", language.direction())
            .with(written)
            .into(),
    }
}

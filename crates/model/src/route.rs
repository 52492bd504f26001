//! Where a visitor can be: every address of the site, as a type.
//!
//! It stands here and not with the page, since the command refuses a menu item that leads nowhere.

mod listing;
mod query;
mod timeline;

use std::{fmt, num::NonZeroU32, str::FromStr};

pub use listing::{Criteria, Facet, FacetCategory, Order};
pub use query::Query;
pub use timeline::TimelineQuery;

use crate::{Address, Language, ListingKey, Slug};

/// A place of the site. [`FromStr`] and [`fmt::Display`] are inverse of each other for every path
/// that the site itself writes; a missing or doubled slash at the end is forgiven.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    /// `/`: the front page.
    Home,
    /// `/fields/`: all fields of work.
    Fields,
    /// `/countries/`: all countries.
    Countries,
    /// `/structures/`: all structures and institutions.
    Structures,
    /// `/press/`, `/press/2007/`, `/countries/kazakhstan/`, `/fields/elections/`,
    /// `/structures/secretariat/`, `/chairpersonships/2010/`: a page of what a listing is of, with its
    /// releases.
    Listing {
        /// What it is of.
        key: ListingKey,
        /// Which page of its releases, from 1 for the newest: `/press/page/2/`, so that a static host
        /// can have a file for it. Where something is searched, how many portions of what was found
        /// are shown: `&page=2`.
        page: NonZeroU32,
        /// What is looked for in it, as [`Criteria`] say: `?query=vote&country=kazakhstan`.
        query: Query,
    },
    /// `/press/2007/04/30/name/`: a release.
    Release {
        /// Where it stands.
        address: Address,
        /// In which language it is read: `/press/2007/04/30/name/fr/`. That of the reader where none
        /// is named.
        language: Option<Language>,
    },
    /// `/chairpersonships/`: the timeline, `?on=2010-07-01` as it stood on that day; a
    /// [`TimelineQuery`] says the rest.
    Timeline(Query),
    /// `/pages/name/`: a page of text.
    Page(Slug),
}

/// Why a text is no [`Route`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no page stands at `{0}`")]
pub struct RouteError(pub String);

impl Route {
    /// The timeline as it stands today.
    pub fn timeline() -> Self {
        Self::Timeline(Query::default())
    }

    /// A release in the language of its reader.
    pub fn release(address: Address) -> Self {
        Self::Release { address, language: None }
    }

    /// The first page of a listing.
    pub fn listing(key: ListingKey) -> Self {
        Self::Listing { key, page: NonZeroU32::MIN, query: Query::default() }
    }
}

impl FromStr for Route {
    type Err = RouteError;

    fn from_str(text: &str) -> Result<Self, RouteError> {
        let parse = || {
            let address = text.split('#').next()?;
            let (path, query) = address.split_once('?').unwrap_or((address, ""));
            let path = path.trim_end_matches('/').strip_prefix('/').unwrap_or_default();
            let (before, last) = path.rsplit_once('/').unwrap_or_default();
            let (path, number) = match before.strip_suffix("/page") {
                Some(path) => (path, Some(last)),
                None => (path, None),
            };
            let listing = |key| {
                // Older addresses say it in the query.
                let number = number.or_else(|| value(query, "page="));
                let page = number.map_or(Some(NonZeroU32::MIN), |number| number.parse().ok())?;
                Some(Self::Listing { key, page, query: Query::parse(query) })
            };
            let (folder, name) = path.split_once('/').unwrap_or((path, ""));
            let route = match (folder, name) {
                ("press", "") => listing(ListingKey::All),
                ("press", name) if name.contains('/') => match name.parse() {
                    Ok(address) => Some(Self::release(address)),
                    Err(_) => {
                        let (address, language) = name.rsplit_once('/')?;
                        let language = Some(language.parse().ok()?);
                        Some(Self::Release { address: address.parse().ok()?, language })
                    }
                },
                ("", "") => address.starts_with('/').then_some(Self::Home),
                ("fields", "") => Some(Self::Fields),
                ("countries", "") => Some(Self::Countries),
                ("structures", "") => Some(Self::Structures),
                ("chairpersonships", "") => Some(Self::Timeline(Query::parse(query))),
                ("pages", slug) => slug.parse().ok().map(Self::Page),
                _ => {
                    let (category, _) = FOLDERS.iter().find(|(_, known)| *known == folder)?;
                    listing([category, "/", name].concat().parse().ok()?)
                }
            };
            route.filter(|route| number.is_none() || matches!(route, Self::Listing { .. }))
        };
        parse().ok_or_else(|| RouteError(text.to_owned()))
    }
}

/// The category of a [`ListingKey`], and the folder of the site in which its pages stand.
const FOLDERS: [(&str, &str); 5] = [
    ("year", "press"),
    ("country", "countries"),
    ("field", "fields"),
    ("structure", "structures"),
    ("term", "chairpersonships"),
];

/// What stands in a query after a name with its equals sign.
fn value<'a>(query: &'a str, name: &str) -> Option<&'a str> {
    query.split('&').find_map(|pair| pair.strip_prefix(name))
}

impl fmt::Display for Route {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home => formatter.write_str("/"),
            Self::Fields => formatter.write_str("/fields/"),
            Self::Countries => formatter.write_str("/countries/"),
            Self::Structures => formatter.write_str("/structures/"),
            Self::Timeline(query) => {
                let start = if query.is_empty() { "" } else { "?" };
                write!(formatter, "/chairpersonships/{start}{query}")
            }
            Self::Release { address, language } => {
                write!(formatter, "/press/{address}/")?;
                match language {
                    None => Ok(()),
                    Some(language) => write!(formatter, "{language}/"),
                }
            }
            Self::Page(slug) => write!(formatter, "/pages/{slug}/"),
            Self::Listing { key, page, query } => {
                let key = key.to_string();
                let (category, name) = key.split_once('/').unwrap_or_default();
                let folder = FOLDERS.iter().find(|(known, _)| *known == category);
                let folder = folder.map_or("press", |(_, folder)| folder);
                let end = if name.is_empty() { "" } else { "/" };
                let (start, before, after) =
                    if query.is_empty() { ("", "page/", "/") } else { ("?", "&page=", "") };
                let page = match page.get() {
                    1 => String::new(),
                    page => [before, &page.to_string(), after].concat(),
                };
                let path = ["/", folder, "/", name, end, start, query.as_str(), &page];
                formatter.write_str(&path.concat())
            }
        }
    }
}

#[cfg(test)]
mod tests;

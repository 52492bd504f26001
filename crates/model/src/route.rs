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
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Date;

    #[test]
    fn a_slash_at_the_end_a_fragment_and_a_strange_query_are_forgiven() {
        let kazakhstan = Route::listing(ListingKey::Country("kazakhstan".parse().unwrap()));
        for path in [
            "/countries/kazakhstan",
            "/countries/kazakhstan/",
            "/countries/kazakhstan/#facts",
            "/countries/kazakhstan/?utm=x",
        ] {
            assert_eq!(path.parse::<Route>().unwrap(), kazakhstan, "{path}");
        }
        assert_eq!("/".parse::<Route>().unwrap(), Route::Home);
        assert_eq!("/chairpersonships/?utm=x".parse::<Route>().unwrap(), Route::timeline());
    }

    #[test]
    fn what_is_looked_for_stands_in_the_query() {
        let written = "/press/?query=vote&country=kazakhstan&page=2";
        let route: Route = written.parse().unwrap();
        assert_eq!(route.to_string(), written);
        let other = "/press?page=2&query=vote&utm=x&country=kazakhstan#top";
        assert_eq!(other.parse::<Route>().unwrap(), route);
        assert_eq!("/press/?query=".parse::<Route>().unwrap(), Route::listing(ListingKey::All));
    }

    #[test]
    fn a_page_of_a_listing_has_a_path_of_its_own() {
        for written in ["/press/page/2/", "/press/2007/page/2/", "/countries/page/page/12/"] {
            assert_eq!(written.parse::<Route>().unwrap().to_string(), written);
        }
        for (other, written) in [
            ("/press/?page=2", "/press/page/2/"),
            ("/countries/kazakhstan?utm=x&page=3#top", "/countries/kazakhstan/page/3/"),
            ("/press/page/1/", "/press/"),
            ("/press/page/2/?query=vote", "/press/?query=vote&page=2"),
        ] {
            assert_eq!(other.parse::<Route>().unwrap().to_string(), written, "{other}");
        }
        for named_page in ["/pages/page/", "/press/2007/04/30/page/", "/countries/page/"] {
            assert_eq!(named_page.parse::<Route>().unwrap().to_string(), named_page);
        }
    }

    #[test]
    fn what_leads_nowhere_is_refused() {
        for path in [
            "",
            "x",
            "/x/",
            "/press/07/",
            "/press/2007/04/",
            "/press/2007/02/30/a/",
            "/press/2007/04/30/a/FR/",
            "/press/2007/04/30/a/fr/b/",
            "/countries/Kazakhstan/",
            "/press/?page=0",
            "/press/?page=x",
            "/press/page/0/",
            "/press/page/x/",
            "/press/page/",
            "/press/2007/04/30/a/page/2/",
            "/countries/page/2/",
            "/pages/a/page/2/",
            "/fields/a/b/",
            "/chairpersonships/2010/a/",
            "//",
        ] {
            let route = path.parse::<Route>();
            assert!(route.is_err() || path == "//", "{path} gave {route:?}");
        }
    }

    fn slug() -> impl Strategy<Value = Slug> {
        "[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}".prop_map(|text| text.parse().unwrap())
    }

    fn language() -> impl Strategy<Value = Option<Language>> {
        proptest::option::of(
            "[a-z]{2,3}(-[a-zA-Z0-9]{1,8}){0,2}".prop_map(|tag| tag.parse().unwrap()),
        )
    }

    fn key() -> impl Strategy<Value = ListingKey> {
        prop_oneof![
            Just(ListingKey::All),
            (1u16..=9999).prop_map(ListingKey::Year),
            slug().prop_map(ListingKey::Country),
            slug().prop_map(ListingKey::Field),
            slug().prop_map(ListingKey::Structure),
            slug().prop_map(ListingKey::Term),
        ]
    }

    fn look() -> impl Strategy<Value = TimelineQuery> {
        let day = proptest::option::of((1u16..=9999, 1u8..=12, 1u8..=28));
        let decade = proptest::option::of((1u16..=6553).prop_map(|decade| decade * 10));
        let compared = [proptest::option::of(slug()), proptest::option::of(slug())];
        (day, any::<String>(), decade, any::<bool>(), any::<bool>(), compared).prop_map(
            |(day, search, decade, is_repeated, is_table, compared)| TimelineQuery {
                day: day.and_then(|(year, month, day)| Date::new(year, month, day)),
                search,
                decade,
                is_repeated,
                is_table,
                compared,
            },
        )
    }

    fn route() -> impl Strategy<Value = Route> {
        prop_oneof![
            Just(Route::Home),
            Just(Route::Fields),
            Just(Route::Countries),
            Just(Route::Structures),
            look().prop_map(|look| Route::Timeline(Query::from(&look))),
            slug().prop_map(Route::Page),
            (1u16..=9999, 1u8..=12, 1u8..=28, slug(), language()).prop_map(
                |(year, month, day, slug, language)| {
                    let date = Date::new(year, month, day).unwrap();
                    Route::Release { address: Address { date, slug }, language }
                }
            ),
            (key(), 1u32.., any::<String>(), any::<bool>()).prop_map(
                |(key, page, words, is_old)| {
                    let order = if is_old { Order::Oldest } else { Order::Best };
                    let query = Query::from(&Criteria { words, order, ..Criteria::default() });
                    Route::Listing { key, page: page.try_into().unwrap(), query }
                }
            ),
        ]
    }

    proptest! {
        #[test]
        fn reading_what_was_written_gives_the_same_route(route in route()) {
            prop_assert_eq!(route.to_string().parse::<Route>().unwrap(), route);
        }

        #[test]
        fn any_text_is_read_or_refused_without_a_panic(text in "[/a-z0-9?=&#.%-]{0,40}") {
            if let Ok(route) = text.parse::<Route>() {
                prop_assert_eq!(route.to_string().parse::<Route>().unwrap(), route);
            }
        }
    }
}

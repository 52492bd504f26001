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

use crate::{Address, ListingKey, Slug};

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
        /// Which page of its releases, from 1 for the newest: `?page=2`. Where something is searched, how
        /// many portions of what was found are shown.
        page: NonZeroU32,
        /// What is looked for in it, as [`Criteria`] say: `?query=vote&country=kazakhstan`.
        query: Query,
    },
    /// `/press/2007/04/30/name/`: a release.
    Release(Address),
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
            let listing = |key| {
                let page = page_number(query)?;
                Some(Self::Listing { key, page, query: Query::parse(query) })
            };
            let (first, rest) = path.split_once('/').unwrap_or((path, ""));
            match (first, rest) {
                ("", "") => address.starts_with('/').then_some(Self::Home),
                ("fields", "") => Some(Self::Fields),
                ("countries", "") => Some(Self::Countries),
                ("structures", "") => Some(Self::Structures),
                ("chairpersonships", "") => Some(Self::Timeline(Query::parse(query))),
                ("chairpersonships", term) => listing(ListingKey::Term(term.parse().ok()?)),
                ("press", "") => listing(ListingKey::All),
                ("press", year) if !year.contains('/') => {
                    listing(format!("year/{year}").parse().ok()?)
                }
                ("press", address) => address.parse().ok().map(Self::Release),
                ("countries", slug) => listing(ListingKey::Country(slug.parse().ok()?)),
                ("fields", slug) => listing(ListingKey::Field(slug.parse().ok()?)),
                ("structures", slug) => listing(ListingKey::Structure(slug.parse().ok()?)),
                ("pages", slug) => slug.parse().ok().map(Self::Page),
                _ => None,
            }
        };
        parse().ok_or_else(|| RouteError(text.to_owned()))
    }
}

/// The number in `page=2`; 1 where there is none, nothing where it is no page.
fn page_number(query: &str) -> Option<NonZeroU32> {
    match value(query, "page=") {
        None => Some(NonZeroU32::MIN),
        Some(number) => number.parse().ok(),
    }
}

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
            Self::Release(address) => write!(formatter, "/press/{address}/"),
            Self::Page(slug) => write!(formatter, "/pages/{slug}/"),
            Self::Listing { key, page, query } => {
                match key {
                    ListingKey::All => formatter.write_str("/press/")?,
                    ListingKey::Year(year) => write!(formatter, "/press/{year:04}/")?,
                    ListingKey::Country(slug) => write!(formatter, "/countries/{slug}/")?,
                    ListingKey::Field(slug) => write!(formatter, "/fields/{slug}/")?,
                    ListingKey::Structure(slug) => write!(formatter, "/structures/{slug}/")?,
                    ListingKey::Term(id) => write!(formatter, "/chairpersonships/{id}/")?,
                }
                let mut start = "?";
                if !query.is_empty() {
                    write!(formatter, "?{query}")?;
                    start = "&";
                }
                if page.get() > 1 { write!(formatter, "{start}page={page}") } else { Ok(()) }
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
    fn what_leads_nowhere_is_refused() {
        for path in [
            "",
            "x",
            "/x/",
            "/press/07/",
            "/press/2007/04/",
            "/press/2007/02/30/a/",
            "/countries/Kazakhstan/",
            "/press/?page=0",
            "/press/?page=x",
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
            (1u16..=9999, 1u8..=12, 1u8..=28, slug()).prop_map(|(year, month, day, slug)| {
                Route::Release(Address { date: Date::new(year, month, day).unwrap(), slug })
            }),
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

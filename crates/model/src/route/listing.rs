//! What is looked for in a listing, as its address says it.

use std::fmt;

use super::{Query, query::encoded};
use crate::Date;

/// What is looked for in a listing. [`Default`] finds all of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Criteria {
    /// Words, as they were typed: `query=vote`.
    pub words: String,
    /// What releases are filed under: any of those of a category, and all categories.
    pub facets: Vec<Facet>,
    /// The first day: `since=2007-01-01`.
    pub since: Option<Date>,
    /// The last day: `until=2007-12-31`.
    pub until: Option<Date>,
    /// Which comes first: `sort=oldest`.
    pub order: Order,
}

impl From<&Query> for Criteria {
    /// Reads what an address says. What is not understood is as if it were not there.
    fn from(query: &Query) -> Self {
        let mut criteria = Self::default();
        for (name, value) in query.pairs() {
            match name {
                "query" => criteria.words = value,
                "since" => criteria.since = value.parse().ok(),
                "until" => criteria.until = value.parse().ok(),
                "sort" => criteria.order = Order::named(&value),
                _ => criteria.facets.extend(Facet::new(name, &value)),
            }
        }
        criteria
    }
}

impl From<&Criteria> for Query {
    fn from(criteria: &Criteria) -> Self {
        let name = |facet: &Facet| (facet.category.name(), Some(facet.name.clone()));
        let order = criteria.order.name();
        let rest = [
            ("since", criteria.since.map(|day| day.to_string())),
            ("until", criteria.until.map(|day| day.to_string())),
            ("sort", (!order.is_empty()).then(|| order.to_owned())),
        ];
        let words = [("query", encoded(&criteria.words))];
        Self::of(words.into_iter().chain(criteria.facets.iter().map(name)).chain(rest))
    }
}

/// Something that releases are filed under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// What kind of thing it is.
    pub category: FacetCategory,
    /// A slug, a year or a language's tag.
    pub name: String,
}

impl Facet {
    /// A facet by its category's name and its own; none if there can be none of that name.
    pub fn new(category: &str, name: &str) -> Option<Self> {
        let category = FacetCategory::ALL.into_iter().find(|known| known.name() == category)?;
        let is_name = |letter: u8| letter.is_ascii_alphanumeric() || letter == b'-';
        let is_named = !name.is_empty() && name.bytes().all(is_name);
        is_named.then(|| Self { category, name: name.to_owned() })
    }
}

impl fmt::Display for Facet {
    /// As the full-text index names it: `country/kazakhstan`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}", self.category.name(), self.name)
    }
}

/// What kind of thing releases are filed under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FacetCategory {
    /// Their year.
    Year,
    /// A country that they are about.
    Country,
    /// A field of work.
    Field,
    /// A structure that they are by or about.
    Structure,
    /// The structure that published them.
    Source,
    /// Their kind, such as press releases.
    Kind,
    /// A language that they are written in.
    Language,
}

impl FacetCategory {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::Year,
        Self::Country,
        Self::Field,
        Self::Structure,
        Self::Source,
        Self::Kind,
        Self::Language,
    ];

    /// Its name in addresses and in the full-text index.
    pub fn name(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Country => "country",
            Self::Field => "field",
            Self::Structure => "structure",
            Self::Source => "source",
            Self::Kind => "kind",
            Self::Language => "language",
        }
    }
}

/// Which of the releases that are found come first. Each holds over all portions of them, but for
/// [`Order::Best`]: a search reads the newest first, so the best of newer ones come before those of older
/// ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Those that have the words best, the newest first among equals; without words the newest.
    #[default]
    Best,
    /// The newest.
    Newest,
    /// The oldest.
    Oldest,
}

impl Order {
    /// Its name in addresses; empty for the usual one.
    pub fn name(self) -> &'static str {
        match self {
            Self::Best => "",
            Self::Newest => "newest",
            Self::Oldest => "oldest",
        }
    }

    /// The order of that name, else the usual one.
    pub fn named(name: &str) -> Self {
        match name {
            "newest" => Self::Newest,
            "oldest" => Self::Oldest,
            _ => Self::Best,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_for_stands_in_the_query() {
        let facets = [("country", "kazakhstan"), ("country", "ukraine"), ("year", "2007")];
        let criteria = Criteria {
            words: "\"co-operation\" & Łódź".to_owned(),
            facets: facets
                .iter()
                .filter_map(|(category, name)| Facet::new(category, name))
                .collect(),
            since: "2007-02-01".parse().ok(),
            until: None,
            order: Order::Oldest,
        };
        let written = "query=%22co%2Doperation%22%20%26%20%C5%81%C3%B3d%C5%BA&country=kazakhstan&country=ukraine&year=2007&since=2007-02-01&sort=oldest";
        let query = Query::from(&criteria);
        assert_eq!(query.to_string(), written);
        assert_eq!(Query::parse(written), query);
        assert_eq!(Criteria::from(&query), criteria);
    }

    #[test]
    fn what_is_not_understood_is_as_if_it_were_not_there() {
        for query in
            ["", "country=%3Cb%3E", "since=2007-02-30", "until=x", "sort=x", "kind=a/b", "table"]
        {
            assert_eq!(Criteria::from(&Query::parse(query)), Criteria::default(), "{query}");
        }
    }
}

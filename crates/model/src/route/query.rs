//! What a visitor chose on a page, as its address says it.

use std::fmt;

use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// The names that an address may carry besides a page's number.
const NAMES: [&str; 17] = [
    // Of a listing.
    "query",
    "year",
    "country",
    "field",
    "structure",
    "source",
    "kind",
    "language",
    "since",
    "until",
    "sort",
    // Of the timeline.
    "on",
    "search",
    "decade",
    "repeated",
    "table",
    "compare",
];

/// The query of an address without a page's number: `query=vote&country=kazakhstan`. [`Default`] is a
/// page on which nothing was chosen.
///
/// It is kept as it is written, since most places only ask whether there is one.
/// [`Criteria`](super::Criteria) and [`TimelineQuery`](super::TimelineQuery) are what it says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Query(String);

impl Query {
    /// Reads the query of an address. What no page knows is as if it were not there.
    pub(super) fn parse(query: &str) -> Self {
        let mut known = Self::default();
        for pair in query.split('&') {
            let name = pair.split('=').next().unwrap_or_default();
            if NAMES.contains(&name) && !pair.ends_with('=') {
                known.push(pair);
            }
        }
        known
    }

    /// A query of names and values; a value that is none leaves its name out.
    pub(super) fn of<'n>(pairs: impl IntoIterator<Item = (&'n str, Option<String>)>) -> Self {
        let mut query = Self::default();
        for (name, value) in pairs {
            match value {
                None => {}
                // A name may stand alone.
                Some(value) if value.is_empty() => query.push(name),
                Some(value) => query.push(&[name, "=", &value].concat()),
            }
        }
        query
    }

    fn push(&mut self, pair: &str) {
        if !self.0.is_empty() {
            self.0.push('&');
        }
        self.0.push_str(pair);
    }

    /// Its text.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing was chosen.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The names and their values, as people wrote them; other programs may have written a space as a
    /// plus.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (&str, String)> {
        self.0.split('&').map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let spaced = value.replace('+', " ");
            (name, percent_decode_str(&spaced).decode_utf8_lossy().into_owned())
        })
    }
}

/// A text as it stands in a query; none if it is empty.
pub(super) fn encoded(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string())
}

impl fmt::Display for Query {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_page_knows_is_as_if_it_were_not_there() {
        for query in ["", "utm=x", "query=", "page=2", "&&=", "tables"] {
            assert!(Query::parse(query).is_empty(), "{query}");
        }
        assert_eq!(Query::parse("utm=x&table&on=2010-07-01").to_string(), "table&on=2010-07-01");
    }

    #[test]
    fn other_programs_may_write_a_space_as_a_plus() {
        let query = Query::parse("search=North+Macedonia&query=%C5%81%C3%B3d%C5%BA+a=b");
        let pairs = [("search", "North Macedonia".to_owned()), ("query", "Łódź a=b".to_owned())];
        assert!(query.pairs().eq(pairs));
    }
}

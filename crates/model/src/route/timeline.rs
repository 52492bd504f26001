//! How the timeline is looked at, as its address says it.

use std::fmt;

use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::value;
use crate::{Date, Slug};

/// What a visitor chose on the timeline. [`Default`] is the timeline as it stands today.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct TimelineQuery {
    /// The day whose Troika is looked at, today where none is said: `on=2010-07-01`.
    pub day: Option<Date>,
    /// What the terms that are shown must match, a State or a person: `search=genscher`.
    pub search: String,
    /// The first year of the decade that is shown, all of them where none is said: `decade=1990`.
    pub decade: Option<u16>,
    /// Whether only States that chaired more than once are shown: `repeated`.
    pub is_repeated: bool,
    /// Whether the terms stand in a table: `table`.
    pub is_table: bool,
    /// The terms that stand side by side, as far as they are chosen: `compare=2010,2024`.
    pub compared: [Option<Slug>; 2],
}

impl TimelineQuery {
    /// Reads the query of an address. What is not understood is as if it were not there: the
    /// timeline is shown all the same.
    pub(super) fn parse(query: &str) -> Self {
        let has = |flag: &str| query.split('&').any(|part| part == flag);
        let decade = value(query, "decade=").and_then(|year| year.parse().ok());
        let compared = value(query, "compare=").unwrap_or_default();
        let (first, second) = compared.split_once(',').unwrap_or((compared, ""));
        Self {
            day: value(query, "on=").and_then(|day| day.parse().ok()),
            search: value(query, "search=").map(decoded).unwrap_or_default(),
            decade: decade.filter(|year: &u16| *year > 0 && year.is_multiple_of(10)),
            is_repeated: has("repeated"),
            is_table: has("table"),
            compared: [first, second].map(|id| id.parse().ok()),
        }
    }
}

/// A text that stands in a query, where other programs may have written a space as a plus.
pub(super) fn decoded(text: &str) -> String {
    let spaced = text.replace('+', " ");
    percent_decode_str(&spaced).decode_utf8_lossy().into_owned()
}

impl fmt::Display for TimelineQuery {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = Vec::new();
        parts.extend(self.day.map(|day| ["on=", &day.to_string()].concat()));
        if !self.search.is_empty() {
            parts.push("search=".to_owned());
            let search = utf8_percent_encode(&self.search, NON_ALPHANUMERIC);
            parts.last_mut().into_iter().for_each(|part| part.extend(search.clone()));
        }
        parts.extend(self.decade.map(|year| ["decade=", &year.to_string()].concat()));
        parts.extend(self.is_repeated.then(|| "repeated".to_owned()));
        parts.extend(self.is_table.then(|| "table".to_owned()));
        if self.compared != [None, None] {
            let [first, second] =
                self.compared.each_ref().map(|id| id.as_ref().map_or("", Slug::as_str));
            parts.push(["compare=", first, ",", second].concat());
        }
        let start = if parts.is_empty() { "" } else { "?" };
        formatter.write_str(start)?;
        formatter.write_str(&parts.join("&"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_chosen_stands_in_the_query() {
        let query = TimelineQuery {
            day: "2010-07-01".parse().ok(),
            search: "Jiří & co".to_owned(),
            decade: Some(1990),
            is_repeated: true,
            is_table: true,
            compared: [None, "2024".parse().ok()],
        };
        let written = "?on=2010-07-01&search=Ji%C5%99%C3%AD%20%26%20co&decade=1990&repeated&table&compare=,2024";
        assert_eq!(query.to_string(), written);
        assert_eq!(TimelineQuery::parse(&written[1..]), query);
    }

    #[test]
    fn what_is_not_understood_is_as_if_it_were_not_there() {
        for query in [
            "",
            "on=2010-02-30",
            "decade=1995",
            "decade=0",
            "decade=x",
            "utm=x",
            "search=",
            "compare=,",
        ] {
            assert_eq!(TimelineQuery::parse(query), TimelineQuery::default(), "{query}");
        }
    }

    #[test]
    fn other_programs_may_write_a_space_as_a_plus() {
        assert_eq!(TimelineQuery::parse("search=North+Macedonia").search, "North Macedonia");
    }
}

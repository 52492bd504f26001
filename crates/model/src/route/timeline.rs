//! How the timeline is looked at, as its address says it.

use super::{Query, query::encoded};
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

impl From<&Query> for TimelineQuery {
    /// Reads what an address says. What is not understood is as if it were not there: the timeline is
    /// shown all the same.
    fn from(query: &Query) -> Self {
        let mut chosen = Self::default();
        for (name, value) in query.pairs() {
            match name {
                "on" => chosen.day = value.parse().ok(),
                "search" => chosen.search = value,
                "decade" => {
                    let year = value.parse().ok();
                    chosen.decade = year.filter(|year: &u16| *year > 0 && year.is_multiple_of(10));
                }
                "repeated" => chosen.is_repeated = true,
                "table" => chosen.is_table = true,
                "compare" => {
                    let (first, second) = value.split_once(',').unwrap_or((&value, ""));
                    chosen.compared = [first, second].map(|id| id.parse().ok());
                }
                _ => {}
            }
        }
        chosen
    }
}

impl From<&TimelineQuery> for Query {
    fn from(chosen: &TimelineQuery) -> Self {
        let flag = |is_set: bool| is_set.then(String::new);
        let [first, second] =
            chosen.compared.each_ref().map(|id| id.as_ref().map_or("", Slug::as_str));
        let is_comparing = chosen.compared != [None, None];
        Self::of([
            ("on", chosen.day.map(|day| day.to_string())),
            ("search", encoded(&chosen.search)),
            ("decade", chosen.decade.map(|year| year.to_string())),
            ("repeated", flag(chosen.is_repeated)),
            ("table", flag(chosen.is_table)),
            ("compare", is_comparing.then(|| [first, ",", second].concat())),
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_chosen_stands_in_the_query() {
        let chosen = TimelineQuery {
            day: "2010-07-01".parse().ok(),
            search: "Jiří & co".to_owned(),
            decade: Some(1990),
            is_repeated: true,
            is_table: true,
            compared: [None, "2024".parse().ok()],
        };
        let written = "on=2010-07-01&search=Ji%C5%99%C3%AD%20%26%20co&decade=1990&repeated&table&compare=,2024";
        let query = Query::from(&chosen);
        assert_eq!(query.to_string(), written);
        assert_eq!(Query::parse(written), query);
        assert_eq!(TimelineQuery::from(&query), chosen);
    }

    #[test]
    fn what_is_not_understood_is_as_if_it_were_not_there() {
        for query in ["", "on=2010-02-30", "decade=1995", "decade=0", "decade=x", "compare=,"] {
            let chosen = TimelineQuery::from(&Query::parse(query));
            assert_eq!(chosen, TimelineQuery::default(), "{query}");
        }
    }
}

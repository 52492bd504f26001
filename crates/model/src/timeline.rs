//! Who chaired the organisation when: terms, their people and meetings, and the Troika of a day.

use serde::{Deserialize, Serialize};

use crate::{Date, PartialDate, Slug, Source, Text};

/// Terms in the chair, the earliest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timeline {
    /// The terms.
    pub terms: Vec<Term>,
}

/// A term in the chair.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// Its name in addresses and sources, such as `2010`.
    pub id: Slug,
    /// What it is called, such as `2010`.
    pub label: String,
    /// Who holds it: one State, or several that share it.
    pub holders: Vec<Holder>,
    /// When it began; absent if that is unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<PartialDate>,
    /// When it ended or ends; absent if that is unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<PartialDate>,
    /// The Chairpersons-in-Office, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chairpersons: Vec<Chairperson>,
    /// The Ministerial Council of the term.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub council: Option<Meeting>,
    /// The summit within the term.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summit: Option<Meeting>,
    /// What should be known about it.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub note: Text,
    /// How it came about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<Event>,
    /// What it can be checked against.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
}

/// A State in the chair, under its name at the time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// Its name then.
    pub name: Text,
    /// The country of today, where it is still the same State.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Slug>,
    /// The countries that followed it, where it is no more.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub successors: Vec<Slug>,
}

/// A Chairperson-in-Office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chairperson {
    /// The full name.
    pub name: String,
    /// Since when; absent if unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<PartialDate>,
    /// Until when; absent if unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<PartialDate>,
}

/// A Ministerial Council or a summit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// Where it was.
    pub place: Text,
    /// Its first day; absent if unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<PartialDate>,
    /// Its last day; absent if unknown or the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<PartialDate>,
    /// Whether it stood at the beginning of the term and not, as usual, near its end.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub opened_term: bool,
}

/// A step on the way to a term.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// What happened.
    pub status: Status,
    /// When, as far as that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// The State that it concerns, where it is not the holder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Slug>,
    /// What happened, in a sentence.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub note: Text,
    /// What it can be checked against.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
}

/// Where a term, or the wish for one, stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// A State asked for the chair.
    Bid,
    /// There was no consensus on a bid.
    Blocked,
    /// A State took its bid back.
    Withdrawn,
    /// The participating States agreed.
    Decided,
    /// The term is the next one.
    Incoming,
    /// The term runs.
    InOffice,
    /// The term was made longer.
    Extended,
    /// Nobody was found.
    Vacant,
}

/// The three who share the work on a day: the one in the chair, the one before and the one after.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Troika<'a> {
    /// The outgoing chair's term.
    pub previous: Option<&'a Term>,
    /// The term of that day.
    pub current: Option<&'a Term>,
    /// The incoming chair's term, once it is decided.
    pub next: Option<&'a Term>,
}

impl Timeline {
    /// The Troika of a day; nobody is in the chair on a day that no term covers.
    ///
    /// A term whose beginning or end is unknown or approximate goes from where the one before it
    /// ends to where the one after it begins.
    pub fn troika(&self, day: Date) -> Troika<'_> {
        let begun = self.terms.partition_point(|term| self.first_day(term) <= Some(day));
        let (before, after) = self.terms.split_at(begun);
        let runs = |term: &&Term| {
            let follows = after.first().is_some_and(|next| next.start.is_some());
            let is_open = term.end.is_none_or(PartialDate::is_approximate) && follows;
            is_open || term.end.is_none_or(|end| day <= end.last_day())
        };
        match before.split_last() {
            Some((last, earlier)) if runs(&last) => {
                Troika { previous: earlier.last(), current: Some(last), next: after.first() }
            }
            Some((last, _)) => Troika { previous: Some(last), current: None, next: after.first() },
            None => Troika { previous: None, current: None, next: after.first() },
        }
    }

    /// The terms of a country, its predecessors' too.
    pub fn terms_of<'a>(&'a self, country: &'a Slug) -> impl Iterator<Item = &'a Term> {
        self.terms.iter().filter(move |term| {
            term.holders.iter().any(|holder| {
                holder.country.as_ref() == Some(country) || holder.successors.contains(country)
            })
        })
    }

    /// The day on which a term begins: its own first day, else the last of the term before it.
    fn first_day(&self, term: &Term) -> Option<Date> {
        term.start.map(PartialDate::first_day).or_else(|| {
            let position = self.terms.iter().position(|other| other.id == term.id)?;
            self.terms.get(position.checked_sub(1)?)?.end.map(PartialDate::last_day)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(id: &str, start: Option<&str>, end: Option<&str>) -> Term {
        let date = |text: &str| text.parse().unwrap();
        Term {
            id: id.parse().unwrap(),
            label: id.to_owned(),
            holders: Vec::new(),
            start: start.map(date),
            end: end.map(date),
            chairpersons: Vec::new(),
            council: None,
            summit: None,
            note: Text::default(),
            history: Vec::new(),
            sources: Vec::new(),
        }
    }

    fn timeline() -> Timeline {
        Timeline {
            terms: vec![
                term("1991", Some("1991-06~"), Some("1992-01~")),
                term("1992", Some("1992-01~"), Some("1992-12-14")),
                term("1993", Some("1992-12-14"), None),
                term("1994", Some("1993-12-01~"), Some("1994-12~")),
                term("1996", Some("1996-01-01"), Some("1996-12-31")),
                term("1997", Some("1997-01-01"), Some("1997-12-31")),
            ],
        }
    }

    /// The labels of the outgoing, the sitting and the incoming term; `-` for nobody.
    fn ids(day: &str) -> [String; 3] {
        let timeline = timeline();
        let Troika { previous, current, next } = timeline.troika(day.parse().unwrap());
        [previous, current, next].map(|term| term.map_or("-".to_owned(), |term| term.label.clone()))
    }

    #[test]
    fn the_chair_is_handed_over_at_new_year() {
        assert_eq!(ids("1996-12-31"), ["1994", "1996", "1997"]);
        assert_eq!(ids("1997-01-01"), ["1996", "1997", "-"]);
    }

    #[test]
    fn before_the_first_term_there_is_nobody_but_the_one_to_come() {
        assert_eq!(ids("1990-06-01"), ["-", "-", "1991"]);
    }

    #[test]
    fn a_term_without_an_end_lasts_until_the_next_begins() {
        assert_eq!(ids("1993-08-01"), ["1992", "1993", "1994"]);
    }

    #[test]
    fn after_the_last_decided_term_the_chair_is_vacant() {
        assert_eq!(ids("1998-01-01"), ["1997", "-", "-"]);
    }

    #[test]
    fn on_the_day_of_a_handover_the_new_chair_is_in_office() {
        assert_eq!(ids("1992-12-14")[1], "1993");
        assert_eq!(ids("1992-12-13")[1], "1992");
    }
}

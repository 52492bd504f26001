//! Who chaired the organisation when: terms, their people and meetings, and the Troika of a day.

mod troika;

use serde::{Deserialize, Serialize};
pub use troika::{Span, Troika};

use crate::{
    File, Language, PartialDate, Slug, Source, Text,
    json::{from_json, from_json_word},
};

/// Terms in the chair, the earliest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Timeline {
    /// The terms.
    pub terms: Vec<Term>,
    /// The same terms in files for other programs.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub exports: Vec<Export>,
}

/// The terms in a file for other programs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Export {
    /// What people call its format: `CSV`, `JSON`, `iCalendar`.
    pub format: String,
    /// The language of its texts; absent where it holds them in all languages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// The file.
    pub file: File,
    /// How many bytes it has.
    pub size: u64,
}

/// A term in the chair.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Term {
    /// Its name in addresses and sources, such as `2010`.
    pub id: Slug,
    /// What it is called, such as `2010`.
    pub label: String,
    /// Who holds it: one State, or several that share it.
    pub holders: Vec<Holder>,
    /// When it began; absent if that is unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<PartialDate>,
    /// When it ended or ends; absent if that is unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<PartialDate>,
    /// The Chairpersons-in-Office, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub chairpersons: Vec<Chairperson>,
    /// The Ministerial Council of the term.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub council: Option<Meeting>,
    /// The summit within the term.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summit: Option<Meeting>,
    /// What the State in the chair set out to do, each in a few words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub priorities: Vec<Text>,
    /// What should be known about it.
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub note: Text,
    /// How it came about.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<Event>,
    /// What it can be checked against.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
}

impl Term {
    /// The names of its holders as they were then, for a reader of `language`.
    pub fn names(&self, language: &Language) -> String {
        let names: Vec<_> =
            self.holders.iter().map(|holder| holder.name.localized(language).text).collect();
        names.join(", ")
    }
}

/// A State in the chair, under its name at the time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Holder {
    /// Its name then.
    pub name: Text,
    /// The country of today, where it is still the same State.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<Slug>,
    /// The countries that followed it, where it is no more.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub successors: Vec<Slug>,
}

/// A Chairperson-in-Office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Chairperson {
    /// The full name.
    pub name: String,
    /// Since when; absent if unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<PartialDate>,
    /// Until when; absent if unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<PartialDate>,
}

/// A Ministerial Council or a summit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Meeting {
    /// Where it was.
    pub place: Text,
    /// Its first day; absent if unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<PartialDate>,
    /// Its last day; absent if unknown or the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<PartialDate>,
    /// Whether it stood at the beginning of the term and not, as usual, near its end.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub opened_term: bool,
}

/// A step on the way to a term.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Event {
    /// What happened.
    pub status: Status,
    /// When, as far as that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// The State that it concerns, where it is not the holder.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<Slug>,
    /// What happened, in a sentence.
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub note: Text,
    /// What it can be checked against.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
}

/// Where a term, or the wish for one, stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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

impl Timeline {
    /// The term of that name.
    pub fn term(&self, id: &Slug) -> Option<&Term> {
        self.terms.iter().find(|term| term.id == *id)
    }

    /// The terms of a country, its predecessors' too.
    pub fn terms_of<'a>(&'a self, country: &'a Slug) -> impl Iterator<Item = &'a Term> {
        self.terms.iter().filter(move |term| {
            term.holders.iter().any(|holder| {
                holder.country.as_ref() == Some(country) || holder.successors.contains(country)
            })
        })
    }
}

from_json! {
    Timeline { terms; exports }
    Export { format, file, size; language }
    Term {
        id, label, holders;
        start, end, chairpersons, council, summit, priorities, note, history, sources
    }
    Holder { name; country, successors }
    Chairperson { name; from, to }
    Meeting { place; start, end, opened_term }
    Event { status; date, country, note, sources }
}

from_json_word! {
    Status {
        "bid" => Bid,
        "blocked" => Blocked,
        "withdrawn" => Withdrawn,
        "decided" => Decided,
        "incoming" => Incoming,
        "in-office" => InOffice,
        "extended" => Extended,
        "vacant" => Vacant
    }
}

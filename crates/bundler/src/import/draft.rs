//! What importers give: items that are not sources yet, with the places that they came from.

use std::{fmt, str::FromStr};

use jiff::Timestamp;
use rostrum_model::{Attachment, Block, Date, Href, Language};
use serde::Serialize;
use url::Url;

use crate::{finding::Place, sources::Category};

/// One thing that an importer has read.
#[derive(Debug)]
pub(crate) enum ImportedItem {
    /// A menu, from its top items.
    Menu(Vec<MenuDraft>),
    /// A press release.
    Release(Box<ReleaseDraft>),
}

/// An item of a menu as it goes into `menu.yaml`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct MenuDraft {
    /// What it is called.
    pub(crate) label: String,
    /// Where it leads, if that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) to: Option<String>,
    /// How the items under it are laid out, where not as usual.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) panel: Option<&'static str>,
    /// The items under it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) items: Vec<MenuDraft>,
}

impl MenuDraft {
    /// An item that has only a label so far.
    pub(crate) fn new(label: impl Into<String>) -> Self {
        Self { label: label.into(), ..Self::default() }
    }
}

/// A release as an importer read it. Names stand as they were written: which source, kind or country
/// they mean is found later.
#[derive(Debug, Default)]
pub(crate) struct ReleaseDraft {
    /// Its title.
    pub(crate) title: String,
    /// Its day, if one was found.
    pub(crate) date: Option<Date>,
    /// The moment when it was published (RFC 3339, as far as the source says it).
    pub(crate) published: Option<String>,
    /// What kind it is, with the place of that word.
    pub(crate) kind: Option<(String, Place)>,
    /// The place of its dateline.
    pub(crate) city: Option<String>,
    /// Who issued it, with the place of that name.
    pub(crate) source: Option<(String, Place)>,
    /// What it is about.
    pub(crate) subjects: Vec<Subject>,
    /// Where it was read.
    pub(crate) url: Option<Href>,
    /// What the source calls it, whatever becomes of its title: `wxr:https://example.org/?p=12`.
    pub(crate) identifier: Option<String>,
    /// Which version of the item it is, if the source counts them.
    pub(crate) revision: Option<Revision>,
    /// The address that relative links in its text start from, where that is not its own.
    pub(crate) base: Option<Url>,
    /// Its language, if the source says it.
    pub(crate) language: Option<Language>,
    /// What the source calls the same text in other languages.
    pub(crate) siblings: Vec<String>,
    /// Its text.
    pub(crate) body: Vec<Block>,
    /// The files that go with it.
    pub(crate) attachments: Vec<Attachment>,
    /// Where it begins in its source.
    pub(crate) place: Option<Place>,
}

/// Which version of an item it is, as news agencies count them: a later one takes the place of an
/// earlier one, whichever is read first. As text `3` or `3 of 2021-05-04T07:00:00Z`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Revision {
    /// Its number; 0 if the source gives none.
    number: u64,
    /// When it was made.
    created: Option<Timestamp>,
}

impl Revision {
    /// A version by its number and the moment when it was made (RFC 3339), as the source has them.
    pub(crate) fn new(number: Option<&str>, created: Option<&str>) -> Self {
        Self {
            number: number.and_then(|number| number.trim().parse().ok()).unwrap_or_default(),
            created: created.and_then(|created| created.trim().parse().ok()),
        }
    }
}

impl fmt::Display for Revision {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.created {
            None => write!(formatter, "{}", self.number),
            Some(created) => write!(formatter, "{} of {created}", self.number),
        }
    }
}

impl FromStr for Revision {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (number, created) = text.split_once(" of ").unwrap_or((text, ""));
        Ok(Self { number: number.parse()?, created: created.parse().ok() })
    }
}

/// Something that a release is about, by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Subject {
    /// The name as it was written.
    pub(crate) name: String,
    /// What it is the name of, if the source says it.
    pub(crate) category: Option<Category>,
}

impl Subject {
    /// A name that may mean anything.
    pub(crate) fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), category: None }
    }

    /// A name of a country.
    pub(crate) fn country(name: impl Into<String>) -> Self {
        Self { name: name.into(), category: Some(Category::Country) }
    }
}

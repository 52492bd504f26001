//! Press releases: their addresses, summaries and whole texts.

mod changes;
mod contact;

use std::{fmt, str::FromStr};

pub use changes::{Change, ChangeKind, Withdrawal};
pub use contact::{Contact, Email, EmailError, Telephone, TelephoneError};
use serde::{Deserialize, Serialize};

use crate::{
    Attachment, Block, Date, Href, Language, ListingKey, Slug, Text,
    json::{FromJson, Reader, Value, from_json, from_json_text, from_json_word},
};

/// Where a release stands: its day and its name on that day, `2007/04/30/kazakhstan-focused`.
/// Addresses order by date first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Address {
    /// The day of the release.
    pub date: Date,
    /// Its name on that day.
    pub slug: Slug,
}

/// Why a text is no [`Address`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not the address of a release: write year/month/day/name")]
pub struct AddressError(pub String);

impl FromStr for Address {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        let parse = || {
            let (day, slug) = text.rsplit_once('/')?;
            // A hyphen in the day's place would let one release have two addresses.
            let date = (!day.contains('-')).then(|| day.replace('/', "-").parse().ok())??;
            Some(Self { date, slug: slug.parse().ok()? })
        };
        parse().ok_or_else(|| AddressError(text.to_owned()))
    }
}

impl fmt::Display for Address {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { date, slug } = self;
        write!(formatter, "{:04}/{:02}/{:02}/{slug}", date.year(), date.month(), date.day())
    }
}

impl TryFrom<String> for Address {
    type Error = AddressError;

    fn try_from(text: String) -> Result<Self, AddressError> {
        text.parse()
    }
}

impl From<Address> for String {
    fn from(address: Address) -> Self {
        address.to_string()
    }
}

/// A release as a row of a listing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Summary {
    /// Where it stands.
    pub address: Address,
    /// What kind it is: a slug of [`crate::Entry::kinds`].
    pub kind: Slug,
    /// Its title.
    pub title: Text,
    /// The place of its dateline.
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub place: Text,
    /// The structure that issued it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Slug>,
    /// The countries that it is about.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub countries: Vec<Slug>,
    /// The fields that it is about.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<Slug>,
    /// Whether it is valid no more; the release itself says since when and why.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_withdrawn: bool,
}

/// A release as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Release {
    /// What its row in a listing says too.
    #[serde(flatten)]
    pub summary: Summary,
    /// Structures that it is about, besides the one that issued it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub structures: Vec<Slug>,
    /// Terms in the chair that it speaks of: ids of [`crate::Term`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<Slug>,
    /// Where its text is from.
    pub provenance: Provenance,
    /// That it is valid no more, if it was withdrawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<Withdrawal>,
    /// What was changed in it since, the earliest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Change>,
    /// Whom to ask about it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<Contact>,
    /// Its text in each language, the original first; never empty.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub versions: Vec<ReleaseVersion>,
    /// The releases around it.
    #[serde(flatten)]
    pub ways: Ways,
}

/// Where a reader of a release may go on to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Ways {
    /// The one that the same source issued before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous: Option<Way>,
    /// The one that the same source issued after it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<Way>,
    /// Earlier ones about the same, the nearest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Way>,
}

/// A way from one release to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Way {
    /// Where the other stands.
    pub address: Address,
    /// Its title.
    pub title: Text,
    /// What both are about, for one that is related: listings that both stand in.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub shared: Vec<ListingKey>,
}

/// Where the text of a release is from: so that nothing passes for the organisation's own words
/// that is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// As the organisation published it.
    Published,
    /// A summary written for a demonstration.
    Demonstration,
    /// Made by a program, to fill an archive.
    Synthetic,
}

/// Where the text of a release is from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Provenance {
    /// Who wrote it.
    pub origin: Origin,
    /// What it can be checked against.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
}

/// A source, with its address if it has one that can be opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Source {
    /// What it is called.
    pub name: String,
    /// Where it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub href: Option<Href>,
}

/// A release in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReleaseVersion {
    /// The language.
    pub language: Language,
    /// The title.
    pub title: String,
    /// The text.
    pub body: Vec<Block>,
    /// The files that go with it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
}

impl Release {
    /// The version for a reader of `language`; none only if the release has no text at all.
    pub fn version(&self, language: &Language) -> Option<&ReleaseVersion> {
        version_for(&self.versions, language)
    }

    /// Whether it was issued in exactly that language.
    pub fn has(&self, language: &Language) -> bool {
        self.versions.iter().any(|version| version.language == *language)
    }
}

/// The version for a reader of `language`: in it or a near form of it, else the original.
pub fn version_for<'a>(
    versions: &'a [ReleaseVersion],
    language: &Language,
) -> Option<&'a ReleaseVersion> {
    let is_near = |version: &&ReleaseVersion| version.language.primary() == language.primary();
    let exact = versions.iter().find(|version| version.language == *language);
    exact.or_else(|| versions.iter().find(is_near)).or_else(|| versions.first())
}

/// A page of text, such as "About us".
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TextPage {
    /// Its name in addresses.
    pub slug: Slug,
    /// Where its text is from.
    pub provenance: Provenance,
    /// Its text in each language, the original first; never empty.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub versions: Vec<ReleaseVersion>,
}

from_json_text! { Address = "0001/01/01/none" }

from_json! {
    Summary { address, kind, title; place, source, countries, fields, is_withdrawn }
    Provenance { origin; sources }
    Source { name; href }
    Way { address, title; shared }
    ReleaseVersion { language, title, body; attachments }
    TextPage { slug, provenance, versions }
}

from_json_word! {
    Origin { "published" => Published, "demonstration" => Demonstration, "synthetic" => Synthetic }
}

impl FromJson for Release {
    fn from_json(value: &Value<'_>, reader: &mut Reader) -> Self {
        Self {
            summary: Summary::from_json(value, reader),
            structures: reader.optional(value, "structures"),
            terms: reader.optional(value, "terms"),
            provenance: reader.required(value, "provenance"),
            withdrawn: reader.optional(value, "withdrawn"),
            changes: reader.optional(value, "changes"),
            contacts: reader.optional(value, "contacts"),
            versions: reader.required(value, "versions"),
            ways: Ways {
                previous: reader.optional(value, "previous"),
                next: reader.optional(value, "next"),
                related: reader.optional(value, "related"),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_address_carries_the_date_and_the_name() {
        let address: Address = "2007/04/30/kazakhstan-focused".parse().unwrap();
        assert_eq!(address.date.to_string(), "2007-04-30");
        assert_eq!(address.slug.as_str(), "kazakhstan-focused");
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for text in [
            "",
            "2007/04/30",
            "2007/04/30/",
            "2007-04-30/a",
            "2007/4/30/a",
            "2007/04/31/a",
            "2007/04/30/a/b",
            "2007/04/30/A",
        ] {
            assert!(text.parse::<Address>().is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn reading_what_was_written_gives_the_same_address(year in 1u16..=9999, month in 1u8..=12, day in 1u8..=28, slug in "[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,4}") {
            let address = Address { date: Date::new(year, month, day).unwrap(), slug: slug.parse().unwrap() };
            prop_assert_eq!(address.to_string().parse::<Address>().unwrap(), address);
        }
    }
}

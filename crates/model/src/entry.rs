//! The bundle's entry file, `bundle.json`: what a first screen needs, and where the rest is.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{
    Href, Language, Listing, ListingKey, MenuItem, PartialDate, Slug, Text, Timeline,
    json::{from_json, from_json_text},
};

/// A file of the bundle, by its path from the folder of `bundle.json`. The name carries a hash of
/// the content, so a file never changes and may be kept for ever.
pub type File = String;

/// The entry of a bundle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Entry {
    /// The version of the format.
    pub version: Version,
    /// Whose site it is.
    pub organization: Organization,
    /// The languages of the content.
    pub languages: Languages,
    /// The mega menu, from its top items.
    pub menu: Vec<MenuItem>,
    /// The countries, in the order of the organisation.
    pub countries: Vec<Country>,
    /// The groups that countries belong to.
    pub country_groups: Vec<Category>,
    /// The fields of work.
    pub fields: Vec<Field>,
    /// The dimensions that fields belong to.
    pub dimensions: Vec<Category>,
    /// The structures and institutions.
    pub structures: Vec<Structure>,
    /// The kinds of releases.
    pub kinds: Vec<Category>,
    /// Pages of text, such as "About us".
    pub pages: Vec<TextPageEntry>,
    /// Who chaired when.
    pub timeline: Timeline,
    /// Every listing that has a release.
    pub listings: Vec<Listing>,
    /// The years that have releases or redirects, the oldest first, each with the root of its packs.
    pub years: Vec<Year>,
    /// The root of the full-text index, if the bundle has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub search: Option<File>,
    /// The address of the folder with the feeds, with a slash at its end, if there are any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub feeds: Option<Href>,
}

impl Entry {
    /// The years that have releases, the oldest first; others have nothing but old addresses.
    pub fn years_with_releases(&self) -> impl DoubleEndedIterator<Item = &Year> {
        self.years.iter().filter(|year| year.total > 0)
    }

    /// The country of that slug.
    pub fn country(&self, slug: &Slug) -> Option<&Country> {
        self.countries.iter().find(|country| country.slug == *slug)
    }

    /// The field of work of that slug.
    pub fn field(&self, slug: &Slug) -> Option<&Field> {
        self.fields.iter().find(|field| field.slug == *slug)
    }

    /// The structure of that slug.
    pub fn structure(&self, slug: &Slug) -> Option<&Structure> {
        self.structures.iter().find(|structure| structure.slug == *slug)
    }

    /// The kind of releases of that slug.
    pub fn kind(&self, slug: &Slug) -> Option<&Category> {
        self.kinds.iter().find(|kind| kind.slug == *slug)
    }

    /// The page of text of that slug.
    pub fn page(&self, slug: &Slug) -> Option<&TextPageEntry> {
        self.pages.iter().find(|page| page.slug == *slug)
    }

    /// The listing of that key; none if it has no release.
    pub fn listing(&self, key: &ListingKey) -> Option<&Listing> {
        self.listings.iter().find(|listing| listing.key == *key)
    }

    /// The address of a listing's Atom feed; none for a year and a term, which end, and where nothing
    /// was released or no feeds are written.
    pub fn feed(&self, key: &ListingKey) -> Option<String> {
        self.listing(key)?;
        Some([self.feeds.as_ref()?.as_str(), &key.feed()?].concat())
    }

    /// Whether there is what a listing is of, be there releases or not.
    pub fn knows(&self, key: &ListingKey) -> bool {
        match key {
            ListingKey::All => true,
            ListingKey::Year(_) => self.listing(key).is_some(),
            ListingKey::Term(id) => self.timeline.term(id).is_some(),
            _ => self.listing_name(key).is_some(),
        }
    }

    /// The name of what a listing is of; none for all releases, for a year and for a term, which are
    /// called otherwise.
    pub fn listing_name(&self, key: &ListingKey) -> Option<&Text> {
        match key {
            ListingKey::All | ListingKey::Year(_) | ListingKey::Term(_) => None,
            ListingKey::Country(slug) => self.country(slug).map(|country| &country.name),
            ListingKey::Field(slug) => self.field(slug).map(|field| &field.name),
            ListingKey::Structure(slug) => self.structure(slug).map(|structure| &structure.name),
        }
    }
}

/// The version of a bundle's format: a reader takes every minor version of its major one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Version {
    /// Counts changes that an older reader cannot take.
    pub major: u16,
    /// Counts additions.
    pub minor: u16,
}

impl FromStr for Version {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        text.split_once('.')
            .and_then(|(major, minor)| {
                Some(Self { major: major.parse().ok()?, minor: minor.parse().ok()? })
            })
            .ok_or_else(|| format!("`{text}` is not a version: write major.minor, such as 1.0"))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.{}", self.major, self.minor)
    }
}

impl TryFrom<String> for Version {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<Version> for String {
    fn from(version: Version) -> Self {
        version.to_string()
    }
}

/// The organisation whose site it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Organization {
    /// Its full name.
    pub name: Text,
    /// Its usual short form, such as `OSCE`.
    pub abbreviation: Text,
    /// What it is, in a sentence or two.
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub description: Text,
    /// A remark that stands on every page, such as that the site is a demonstration.
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub notice: Text,
    /// Its own site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Href>,
    /// The time zone (IANA) in which its day begins, such as `Europe/Vienna`.
    pub time_zone: String,
}

/// The languages of the content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Languages {
    /// The language that everything is kept in.
    pub default: Language,
    /// All of them, the default one too.
    pub available: Vec<Language>,
}

/// A name for a group of things: a kind of release, a group of countries, a dimension.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Category {
    /// Its name in addresses and sources.
    pub slug: Slug,
    /// Its name for a reader.
    pub name: Text,
}

/// A country that takes part in the organisation, or is its partner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Country {
    /// Its name in addresses.
    pub slug: Slug,
    /// Its name as the organisation writes it.
    pub name: Text,
    /// Its code (ISO 3166-1 alpha-2).
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[A-Z]{2}$")))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Names by which people look for it: former, short and other ones.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub other_names: Vec<String>,
    /// The group that it belongs to: a slug of [`Entry::country_groups`].
    pub group: Slug,
    /// Since when it belongs to the group, as far as that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<PartialDate>,
    /// Its capital.
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub capital: Text,
}

/// A field of the organisation's work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Field {
    /// Its name in addresses.
    pub slug: Slug,
    /// Its name for a reader.
    pub name: Text,
    /// What it is about, in a sentence or two.
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub summary: Text,
    /// The dimension of security that it belongs to: a slug of [`Entry::dimensions`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dimension: Option<Slug>,
}

/// A body, institution, department or field operation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Structure {
    /// Its name in addresses.
    pub slug: Slug,
    /// Its name for a reader.
    pub name: Text,
    /// Its usual short form, such as `ODIHR`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub abbreviation: Option<String>,
    /// The structure that it is a part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<Slug>,
    /// What it does, in a sentence or two.
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub summary: Text,
    /// The city where it has its seat.
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub seat: Text,
    /// The country in which it works or has its seat.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<Slug>,
    /// Since when it exists.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub established: Option<PartialDate>,
    /// When it was closed; absent while it exists.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed: Option<PartialDate>,
}

/// Where a page of text is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TextPageEntry {
    /// Its name in addresses.
    pub slug: Slug,
    /// Its title.
    pub title: Text,
    /// The file that holds its [`crate::TextPage`].
    pub file: File,
}

/// A year that has releases, or addresses that releases had before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Year {
    /// The year.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 9999)))]
    pub year: u16,
    /// How many releases it has; 0 if all have moved to other years.
    pub total: u32,
    /// The file that holds the root of its packs, a [`crate::Pack`].
    pub file: File,
}

from_json_text! { Version = "1.0" }

from_json! {
    Entry {
        version, organization, languages, menu;
        countries, country_groups, fields, dimensions, structures, kinds, pages, timeline, listings, years, search, feeds
    }
    Organization { name, abbreviation, time_zone; description, notice, url }
    Languages { default, available }
    Category { slug, name }
    Country { slug, name, group; code, other_names, since, capital }
    Field { slug, name; summary, dimension }
    Structure { slug, name; abbreviation, parent, summary, seat, country, established, closed }
    TextPageEntry { slug, title, file }
    Year { year, total, file }
}

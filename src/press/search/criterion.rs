//! The single things that a listing can be narrowed by, as chips and hints name them.

use rostrum_model::{Criteria, Date, Facet, FacetCategory, Text};

use crate::{
    element::Node,
    locale::fill,
    press::versions::language_name,
    site::{Site, in_its_language},
};

/// One of the things that are looked for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Criterion {
    /// What was typed.
    Words(String),
    /// What releases are filed under.
    Facet(Facet),
    /// The first day.
    Since(Date),
    /// The last day.
    Until(Date),
}

impl Criterion {
    /// All things that are looked for, in the order in which they stand in the address.
    pub(super) fn all(criteria: &Criteria) -> Vec<Self> {
        let words = (!criteria.words.is_empty()).then(|| Self::Words(criteria.words.clone()));
        let mut all: Vec<Self> = words.into_iter().collect();
        all.extend(criteria.facets.iter().cloned().map(Self::Facet));
        all.extend(criteria.since.map(Self::Since));
        all.extend(criteria.until.map(Self::Until));
        all
    }

    /// All of them that are chosen and not typed.
    pub(super) fn chosen(criteria: &Criteria) -> Vec<Self> {
        let mut all = Self::all(criteria);
        all.retain(|criterion| !matches!(criterion, Self::Words(_)));
        all
    }

    /// Leaves this one out of what is looked for.
    pub(super) fn leave_out(&self, criteria: &mut Criteria) {
        match self {
            Self::Words(_) => criteria.words.clear(),
            Self::Facet(facet) => criteria.facets.retain(|chosen| chosen != facet),
            Self::Since(_) => criteria.since = None,
            Self::Until(_) => criteria.until = None,
        }
    }

    /// What it is called, as a plain text.
    pub(super) fn name(&self, site: &Site) -> String {
        let messages = site.messages;
        match self {
            Self::Words(words) => ["“", words.trim(), "”"].concat(),
            Self::Facet(facet) => facet_name(site, facet),
            Self::Since(date) => fill(messages.from_day(), "{date}", &site.messages.date(*date)),
            Self::Until(date) => fill(messages.until_day(), "{date}", &site.messages.date(*date)),
        }
    }

    /// What it is called, marked with its language where that is another than the reader's.
    pub(super) fn label(&self, site: &Site) -> Node {
        match self {
            Self::Facet(facet) => facet_label(site, facet),
            _ => Node::Text(self.name(site)),
        }
    }
}

/// The name of a facet as a plain text; its own where the bundle knows nothing of it.
pub(super) fn facet_name(site: &Site, facet: &Facet) -> String {
    match text(site, facet) {
        Some(text) => site.localized(text).text.to_owned(),
        None => other_name(facet),
    }
}

/// The name of a facet, marked with its language where that is another than the reader's.
pub(super) fn facet_label(site: &Site, facet: &Facet) -> Node {
    match text(site, facet).map(|text| site.localized(text)) {
        Some(text) => in_its_language(&text, Node::Text(text.text.to_owned())),
        None => Node::Text(other_name(facet)),
    }
}

fn other_name(facet: &Facet) -> String {
    let language = (facet.category == FacetCategory::Language).then(|| facet.name.parse().ok());
    match language.flatten() {
        Some(language) => language_name(&language),
        None => facet.name.clone(),
    }
}

fn text<'s>(site: &'s Site, facet: &Facet) -> Option<&'s Text> {
    let slug = facet.name.parse().ok()?;
    let entry = &site.entry;
    match facet.category {
        FacetCategory::Country => entry.country(&slug).map(|country| &country.name),
        FacetCategory::Field => entry.field(&slug).map(|field| &field.name),
        FacetCategory::Structure | FacetCategory::Source => {
            entry.structure(&slug).map(|structure| &structure.name)
        }
        FacetCategory::Kind => entry.kind(&slug).map(|kind| &kind.name),
        FacetCategory::Year | FacetCategory::Language => None,
    }
}

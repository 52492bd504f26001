//! What a release is about, before it is told in any language.

use rostrum_model::{Country, Date, Field, Slug, Structure};

use super::chance::Chance;
use crate::sources::Sources;

/// The subject of a release.
pub(super) struct Story<'s> {
    /// Which release of the archive it is.
    pub(super) number: u32,
    pub(super) date: Date,
    pub(super) kind: Option<&'s Slug>,
    /// Who issues it.
    pub(super) source: Option<&'s Structure>,
    /// Who else has to do with it.
    pub(super) structures: Vec<&'s Structure>,
    pub(super) countries: Vec<&'s Country>,
    pub(super) fields: Vec<&'s Field>,
    /// The term in the chair of its year, where it speaks of that.
    pub(super) term: Option<&'s Slug>,
    /// The country whose capital it is dated from.
    pub(super) host: Option<&'s Country>,
}

impl<'s> Story<'s> {
    pub(super) fn new(number: u32, sources: &'s Sources, chance: &mut Chance) -> Self {
        let date = chance.day();
        let year = date.year().to_string();
        let term =
            sources.timeline.terms.iter().map(|term| &term.id).find(|id| id.as_str() == year);
        let source = chance.favourite(&sources.structures).filter(|_| chance.happens(0.9));
        let others = usize::from(chance.happens(0.2));
        let mut structures = chance.some_of(&sources.structures, others);
        structures.retain(|structure| source.is_none_or(|source| source.slug != structure.slug));
        let countries = [0, 1, 1, 1, 1, 1, 2, 2, 3, 5];
        let countries = chance.one_of(&countries).copied().unwrap_or_default();
        let fields = [0, 1, 1, 1, 1, 2, 2, 2, 3, 5];
        let fields = chance.one_of(&fields).copied().unwrap_or_default();
        Self {
            number,
            date,
            kind: chance.favourite(&sources.kinds).map(|kind| &kind.slug),
            source,
            structures,
            countries: chance.some_of(&sources.countries, countries),
            fields: chance.some_of(&sources.fields, fields),
            term: term.filter(|_| chance.happens(0.1)),
            host: chance.favourite(&sources.countries).filter(|_| chance.happens(0.95)),
        }
    }
}

//! What must hold of a document to be found.

use std::ops::RangeInclusive;

use rostrum_model::Date;

use crate::{days::Span, facet::category, query::Query, question::Question};

/// A question, read.
pub(crate) struct Criteria<'q> {
    pub(crate) query: Query,
    pub(crate) question: &'q Question<'q>,
    /// The numbers of the days that count.
    pub(crate) days: RangeInclusive<u32>,
}

impl<'q> Criteria<'q> {
    pub(crate) fn of(question: &'q Question<'q>) -> Self {
        let day = |text: Option<&str>| text.and_then(day_number);
        let since = day(question.since).unwrap_or_default();
        let until = day(question.until).unwrap_or(u32::MAX);
        Self { query: Query::parse(question.text), question, days: since..=until }
    }

    /// Whether some of these days may count.
    pub(crate) fn meets(&self, Span { first, last }: Span) -> bool {
        first <= *self.days.end() && *self.days.start() <= last
    }

    /// Whether all of these days count.
    pub(crate) fn covers(&self, Span { first, last }: Span) -> bool {
        self.days.contains(&first) && self.days.contains(&last)
    }

    /// The categories of the facets that are asked for.
    pub(crate) fn chosen(&self) -> Vec<&'q str> {
        self.question.facets.iter().map(|facet| category(facet)).collect()
    }

    /// The categories that are counted in what is read.
    pub(crate) fn counted_in_part(&self) -> Vec<&'q str> {
        self.counted().filter(|counted| !self.is_of_all_but(counted)).collect()
    }

    /// The categories whose counts are known without looking for anything.
    pub(crate) fn counted_whole(&self) -> Vec<&'q str> {
        self.counted().filter(|counted| self.is_of_all_but(counted)).collect()
    }

    fn counted(&self) -> impl Iterator<Item = &'q str> {
        self.question.counted.iter().map(String::as_str)
    }

    /// Whether every document would fit, whatever facets it has of this category.
    fn is_of_all_but(&self, counted: &str) -> bool {
        let Query { terms, excluded, .. } = &self.query;
        terms.is_empty()
            && excluded.is_empty()
            && self.days == (0..=u32::MAX)
            && self.chosen().iter().all(|chosen| *chosen == counted)
    }
}

/// The number of a day as the index has it; none for a text that is no date.
pub(crate) fn day_number(text: &str) -> Option<u32> {
    text.parse().ok().map(Date::day_number)
}

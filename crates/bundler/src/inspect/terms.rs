//! The timeline: that its terms are in order and name States that the entry has.

use rostrum_model::{Holder, Term};

use super::{ENTRY, Walk};
use crate::terms::{disorder, reversal};

impl Walk<'_> {
    /// Checks the terms in the chair.
    pub(super) fn terms(&mut self) {
        let terms = &self.entry.timeline.terms;
        for (index, term) in terms.iter().enumerate() {
            let before = index.checked_sub(1).and_then(|before| terms.get(before));
            let disorder = before.and_then(|before| disorder(before, term));
            let reversal = reversal(("start", term.start), ("end", term.end));
            let is_double = terms[..index].iter().any(|other| other.id == term.id);
            let double = is_double.then(|| "another term has the same `id`".to_owned());
            let nobody = term.holders.is_empty().then(|| "no State is in the chair".to_owned());
            let unknown = self.unknown_states(term);
            let found = disorder.map(|(message, _)| message).into_iter();
            for message in found.chain(reversal).chain(double).chain(nobody).chain(unknown) {
                let place = format!("$.timeline.terms[{index}]: {message}");
                self.wrong(ENTRY, place);
            }
        }
    }

    /// What to say of the States of a term that the entry lacks.
    fn unknown_states(&self, term: &Term) -> Vec<String> {
        let states = |Holder { country, successors, .. }: &Holder| {
            country.iter().chain(successors).cloned().collect::<Vec<_>>()
        };
        let states = term.holders.iter().flat_map(states);
        let unknown = states.filter(|slug| self.entry.country(slug).is_none());
        unknown
            .map(|slug| format!("it names the country `{slug}`, which the entry lacks"))
            .collect()
    }
}

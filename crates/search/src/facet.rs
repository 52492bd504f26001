//! What documents are filed under: `country/kazakhstan` is the facet `kazakhstan` of the category
//! `country`.

use crate::{manifest::Segment, words::Word};

/// The category of a facet: what stands before its name.
pub(crate) fn category(facet: &str) -> &str {
    facet.split('/').next().unwrap_or_default()
}

/// Whether each document has one of the wanted facets of each category.
pub(crate) fn allowed(facets: &[&Word], wanted: &[String], documents: u32) -> Vec<bool> {
    let mut allowed = vec![true; documents as usize];
    let mut wanted: Vec<&str> = wanted.iter().map(String::as_str).collect();
    wanted.sort_unstable();
    for alternatives in wanted.chunk_by(|one, other| category(one) == category(other)) {
        let mut has = vec![false; allowed.len()];
        let present = facets.iter().filter(|facet| alternatives.contains(&facet.text.as_str()));
        for document in present.flat_map(|facet| &facet.documents) {
            if let Some(has) = has.get_mut(*document as usize) {
                *has = true;
            }
        }
        allowed.iter_mut().zip(has).for_each(|(allowed, has)| *allowed &= has);
    }
    allowed
}

/// How many of the documents that were found have each facet.
pub(crate) fn count(
    segments: &[&Segment],
    facets: &[Vec<&Word>],
    counted: &[String],
    ranked: &[(u32, u32)],
) -> Vec<(String, u32)> {
    let mut numbers: Vec<u32> = ranked.iter().map(|(_, number)| *number).collect();
    numbers.sort_unstable();
    let mut counts: Vec<(String, u32)> = Vec::new();
    for (segment, facets) in segments.iter().zip(facets) {
        let is_counted = |facet: &&&Word| counted.iter().any(|one| one == category(&facet.text));
        for facet in facets.iter().filter(is_counted) {
            let found = facet
                .documents
                .iter()
                .filter(|document| numbers.binary_search(&(segment.first + **document)).is_ok());
            let found = u32::try_from(found.count()).unwrap_or(u32::MAX);
            match counts.iter_mut().find(|(name, _)| *name == facet.text) {
                Some((_, count)) => *count += found,
                None => counts.push((facet.text.clone(), found)),
            }
        }
    }
    counts.retain(|(_, count)| *count > 0);
    counts.sort();
    counts
}

//! What documents are filed under: `country/kazakhstan` is the facet `kazakhstan` of the category
//! `country`.

use std::collections::{BTreeMap, BTreeSet};

use crate::words::Word;

/// The category of a facet: what stands before its name.
pub(crate) fn category(facet: &str) -> &str {
    facet.split('/').next().unwrap_or_default()
}

/// Whether each document has one of the wanted facets of each category, but for one that does not count.
pub(crate) fn allowed(
    facets: &[&Word],
    wanted: &[String],
    but: Option<&str>,
    documents: u32,
) -> Vec<bool> {
    let mut allowed = vec![true; documents as usize];
    let counts = |facet: &&str| Some(category(facet)) != but;
    let mut wanted: Vec<&str> = wanted.iter().map(String::as_str).filter(counts).collect();
    wanted.sort_unstable_by_key(|facet| category(facet));
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

/// Adds how many documents of a segment have each facet of some categories; `fits` says which of them
/// fit but for facets.
pub(crate) fn count(
    facets: &[&Word],
    wanted: &[String],
    categories: &BTreeSet<&str>,
    fits: &[bool],
    counts: &mut BTreeMap<String, u32>,
) {
    let documents = crate::bytes::length(fits);
    for counted in categories {
        let allowed = allowed(facets, wanted, Some(counted), documents);
        let is_found = |document: &&u32| {
            let place = **document as usize;
            [&allowed, fits].iter().all(|fits| fits.get(place).is_some_and(|fits| *fits))
        };
        for facet in facets.iter().filter(|facet| category(&facet.text) == *counted) {
            let found = facet.documents.iter().filter(is_found).count();
            if let Some(found) = u32::try_from(found).ok().filter(|found| *found > 0) {
                *counts.entry(facet.text.clone()).or_default() += found;
            }
        }
    }
}

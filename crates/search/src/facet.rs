//! What documents are filed under: `country/kazakhstan` is the facet `kazakhstan` of the category
//! `country`.

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

/// How many documents of a segment that fit have each of the counted facets; `chosen` are facets among
/// which the wanted ones are, and documents that do not fit have the rank [`u32::MAX`].
pub(crate) fn count(
    counted: &[&Word],
    chosen: &[&Word],
    wanted: &[String],
    ranks: &[u32],
) -> Vec<(String, u32)> {
    let mut counts = Vec::new();
    for facets in counted.chunk_by(|one, other| category(&one.text) == category(&other.text)) {
        let own = facets.first().map(|facet| category(&facet.text));
        let allowed = allowed(chosen, wanted, own, crate::bytes::length(ranks));
        let is_found = |document: &&u32| {
            let place = **document as usize;
            allowed.get(place) == Some(&true) && ranks.get(place) != Some(&u32::MAX)
        };
        for facet in facets {
            let found = facet.documents.iter().filter(is_found).count();
            let found = u32::try_from(found).ok().filter(|found| *found > 0);
            counts.extend(found.map(|found| (facet.text.clone(), found)));
        }
    }
    counts
}

/// What several segments counted, in order and each facet once.
pub(crate) fn summed(mut counts: Vec<(String, u32)>) -> Vec<(String, u32)> {
    counts.sort_unstable();
    counts.dedup_by(|(facet, count), (same, sum)| {
        let is_same = facet == same;
        if is_same {
            *sum = sum.saturating_add(*count);
        }
        is_same
    });
    counts
}

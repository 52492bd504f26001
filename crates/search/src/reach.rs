//! What is known of far segments without reading them.

use std::collections::BTreeMap;

use crate::{
    bytes::{Kind, length},
    criteria::Criteria,
    facet::allowed,
    index::{Index, Known, both},
    manifest::{Root, Shards},
    matching::Matcher,
    totals::Total,
    wanted::{as_totals, as_words, spellings, wanted_facets, wanted_totals, wanted_words},
    words::Word,
};

/// Which segments may have hits.
pub(crate) struct Reach<'i> {
    /// Whether days and words allow each far segment.
    allowed: Vec<bool>,
    /// Whether days allow the near ones.
    near: bool,
    facets: Vec<&'i Word>,
    wanted: &'i [String],
}

impl Reach<'_> {
    /// Whether a place may have hits, if facets of one category do not count.
    pub(crate) fn has(&self, place: usize, but: Option<&str>) -> bool {
        let segments = length(&self.allowed);
        let has_facets = || allowed(&self.facets, self.wanted, but, segments);
        match self.allowed.get(place) {
            Some(true) => has_facets().get(place).is_some_and(|has| *has),
            Some(false) => false,
            None => self.near,
        }
    }
}

impl Index {
    /// Which segments may have hits.
    pub(crate) fn reach<'i>(
        &'i self,
        root: &Root,
        criteria: &Criteria<'i>,
        forgives: bool,
    ) -> Known<Reach<'i>> {
        let totals = self.all(wanted_totals(root, &criteria.categories()), as_totals);
        let (words, totals) = both(self.segments_with_words(root, criteria, forgives), totals)?;
        let days = root.far.iter().map(|far| criteria.meets(far.span));
        let allowed = words.into_iter().zip(days).map(|(words, days)| words && days).collect();
        let facets = totals.into_iter().flatten().map(|total| &total.facet).collect();
        let near = root.near.iter().any(|near| criteria.meets(near.span));
        Ok(Reach { allowed, near, facets, wanted: criteria.question.facets })
    }

    /// Which far segments have all words: the only one tells itself, of several the map does.
    fn segments_with_words(
        &self,
        root: &Root,
        criteria: &Criteria<'_>,
        forgives: bool,
    ) -> Known<Vec<bool>> {
        let spellings: Vec<_> = spellings(&criteria.query).collect();
        if spellings.is_empty() || root.far.is_empty() {
            return Ok(vec![true; root.far.len()]);
        }
        if let [only] = &root.far[..] {
            let segment = self.segment(only)?;
            let (matcher, is_cut) = self.matcher(root, segment, criteria, forgives)?;
            let mut ranks = matcher.ranks(&criteria.query).into_iter();
            return Ok(vec![is_cut || ranks.any(|rank| rank != u32::MAX)]);
        }
        let names = |number, hash| Shards::map_name(number, hash);
        let (wanted, is_cut) = wanted_words(&root.map, Kind::Map, &spellings, names);
        let words = self.all(wanted, as_words)?.into_iter().flatten().collect();
        let documents = root.map.documents;
        let matcher =
            Matcher { documents, words, pairs: Vec::new(), endings: &root.endings, forgives };
        let ranks = matcher.ranks(&criteria.query.without_order());
        Ok(ranks.into_iter().map(|rank| is_cut || rank != u32::MAX).collect())
    }

    /// How many documents have each facet of the categories that can be counted whole.
    pub(crate) fn whole(
        &self,
        root: &Root,
        criteria: &Criteria<'_>,
    ) -> Known<BTreeMap<String, u32>> {
        let categories = criteria.counted_whole();
        let totals = self.all(wanted_totals(root, &categories), as_totals);
        let near = root.near.iter().flat_map(|segment| wanted_facets(segment, &categories));
        let (totals, near) = both(totals, self.all(near.collect(), as_words))?;
        let far =
            totals.into_iter().flatten().map(|Total { facet, documents }| (facet, *documents));
        let near = near.into_iter().flatten().map(|facet| (facet, length(&facet.documents)));
        let mut counts = BTreeMap::new();
        for (facet, documents) in far.chain(near) {
            let count: &mut u32 = counts.entry(facet.text.clone()).or_default();
            *count = count.saturating_add(documents);
        }
        Ok(counts)
    }
}

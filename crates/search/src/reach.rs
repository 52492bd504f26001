//! What is known of far segments without reading them.

use rostrum_model::Order;

use crate::{
    bytes::length,
    criteria::Criteria,
    facet::allowed,
    index::{Index, Known, both},
    manifest::Root,
    matching::Matcher,
    totals::Total,
    wanted::{
        as_directory, as_totals, as_words, spellings, wanted_directories, wanted_facets,
        wanted_map, wanted_totals,
    },
    words::Word,
};

/// Which segments may have hits.
pub(crate) struct Reach<'i> {
    /// Whether days allow each far segment.
    days: Vec<bool>,
    /// Whether each far segment may have the words: all may until the map says more.
    words: Vec<bool>,
    has_map: bool,
    /// Whether days allow the near ones.
    near: bool,
    facets: Vec<&'i Word>,
    wanted: &'i [String],
}

impl Reach<'_> {
    /// Whether a place may have hits, if facets of one category do not count.
    pub(crate) fn has(&self, place: usize, but: Option<&str>) -> bool {
        let segments = length(&self.days);
        let has_facets = || allowed(&self.facets, self.wanted, but, segments);
        match self.days.get(place) {
            Some(days) => {
                let has_words = self.words.get(place) == Some(&true);
                *days && has_words && has_facets().get(place) == Some(&true)
            }
            None => self.near,
        }
    }

    /// Whether a place may have hits as far as the map knows, which is read where that is not known.
    pub(crate) fn has_by_map(
        &mut self,
        place: usize,
        read: impl FnOnce() -> Known<Vec<bool>>,
    ) -> Known<bool> {
        if !self.has_map && self.has(place, None) {
            let words = read()?;
            self.words.iter_mut().zip(words).for_each(|(known, has)| *known &= has);
            self.has_map = true;
        }
        Ok(self.has(place, None))
    }
}

impl Index {
    /// Which segments may have hits, without the map. The words of the newest far segment were read
    /// with those of the near ones.
    pub(crate) fn reach<'i>(
        &'i self,
        root: &Root,
        criteria: &Criteria<'i>,
        forgives: bool,
    ) -> Known<Reach<'i>> {
        let totals = self.all(wanted_totals(root, &criteria.chosen()), as_totals);
        let newest = self.newest_has_words(root, criteria, forgives);
        let (totals, newest) = both(totals, newest)?;
        let days = root.far.iter().map(|far| criteria.meets(far.span)).collect();
        let mut words = vec![true; root.far.len()];
        words.last_mut().into_iter().for_each(|last| *last = newest);
        let facets = totals.into_iter().flatten().map(|total| &total.facet).collect();
        let near = root.near.iter().any(|near| criteria.meets(near.span));
        let wanted = criteria.question.facets;
        Ok(Reach { days, words, has_map: false, near, facets, wanted })
    }

    /// Whether the newest far segment may have all words. The oldest first, others are read before it.
    fn newest_has_words(
        &self,
        root: &Root,
        criteria: &Criteria<'_>,
        forgives: bool,
    ) -> Known<bool> {
        let is_late = criteria.question.order == Order::Oldest && root.far.len() > 1;
        let Some(newest) = root.far.last().filter(|newest| criteria.meets(newest.span) && !is_late)
        else {
            return Ok(true);
        };
        let (matcher, is_cut) = self.matcher(root, self.segment(newest)?, criteria, forgives)?;
        let ranks = matcher.ranks(&criteria.query);
        Ok(is_cut || ranks.iter().any(|rank| *rank != u32::MAX))
    }

    /// Which far segments have all words, as the map says it.
    pub(crate) fn segments_with_words(
        &self,
        root: &Root,
        criteria: &Criteria<'_>,
        forgives: bool,
    ) -> Known<Vec<bool>> {
        let spellings: Vec<_> = spellings(&criteria.query).collect();
        if spellings.is_empty() {
            return Ok(vec![true; root.far.len()]);
        }
        let (directories, are_cut) = wanted_directories(root, &spellings);
        let (numbers, wanted): (Vec<_>, Vec<_>) = directories.into_iter().unzip();
        let directories = self.all(wanted, as_directory)?;
        let directories: Vec<_> = numbers.into_iter().zip(directories).collect();
        let (wanted, is_cut) = wanted_map(root, &directories, &spellings);
        let words = self.all(wanted, as_words)?.into_iter().flatten().collect();
        let documents = root.map.documents;
        let matcher =
            Matcher { documents, words, pairs: Vec::new(), endings: &root.endings, forgives };
        let ranks = matcher.ranks(&criteria.query.without_order());
        Ok(ranks.into_iter().map(|rank| are_cut || is_cut || rank != u32::MAX).collect())
    }

    /// How many documents of far and of near segments have each facet of the categories that can be
    /// counted whole.
    pub(crate) fn whole(&self, root: &Root, criteria: &Criteria<'_>) -> Known<Vec<(String, u32)>> {
        let categories = criteria.counted_whole();
        let totals = self.all(wanted_totals(root, &categories), as_totals);
        let near = root.near.iter().flat_map(|segment| wanted_facets(segment, &categories));
        let (totals, near) = both(totals, self.all(near.collect(), as_words))?;
        let far =
            totals.into_iter().flatten().map(|Total { facet, documents }| (facet, *documents));
        let near = near.into_iter().flatten().map(|facet| (facet, length(&facet.documents)));
        Ok(far.chain(near).map(|(facet, documents)| (facet.text.clone(), documents)).collect())
    }
}

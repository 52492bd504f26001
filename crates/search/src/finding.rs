//! How an answer comes about: groups of segments are read one after the other, the near ones together,
//! then each far one, until one has a hit.

use std::ops::Range;

use rostrum_model::Order;

use crate::{
    bytes::length,
    criteria::Criteria,
    cursor::Cursor,
    days::within,
    facet::{allowed, count, summed},
    index::{Index, Known, both, each},
    manifest::Root,
    matching::Matcher,
    question::{Found, Hit, Question},
    segment::Segment,
    wanted::{
        as_days, as_pairs, as_words, spellings, wanted_days, wanted_facets, wanted_pairs,
        wanted_words,
    },
    words::Word,
};

/// What a segment says of what is asked.
struct Told<'i> {
    segment: &'i Segment,
    matcher: Matcher<'i>,
    facets: Vec<&'i Word>,
    /// Its documents of the days that count.
    within: Range<u32>,
    /// Whether some words were left aside.
    is_cut: bool,
}

impl Told<'_> {
    /// The rank of each document by words and days; [`u32::MAX`] if these do not fit.
    fn ranks(&self, criteria: &Criteria<'_>) -> Vec<u32> {
        let mut ranks = self.matcher.ranks(&criteria.query);
        let outside = ranks.iter_mut().zip(0..).filter(|(_, place)| !self.within.contains(place));
        outside.for_each(|(rank, _)| *rank = u32::MAX);
        ranks
    }
}

/// A document that fits: its rank, its number among all, its segment among those that were read.
type Ranked = (u32, u32, usize);

impl Index {
    /// Answers a question.
    pub(crate) fn find(&self, question: &Question<'_>) -> Known<Found> {
        let root = self.root()?;
        let criteria = Criteria::of(question);
        let start = question.cursor.and_then(|cursor| cursor.parse::<Cursor>().ok());
        let modes = match start {
            Some(Cursor { forgives: false, .. }) => [false].as_slice(),
            Some(Cursor { forgives: true, .. }) => &[true],
            None => &[false, true],
        };
        if start.is_none() {
            self.begin(root, &criteria)?;
        }
        let mut nothing = None;
        for &forgives in modes {
            let start = start.unwrap_or(Cursor { forgives, ..Cursor::default() });
            let found = self.find_from(root, &criteria, start)?;
            if found.count > start.before {
                return Ok(found);
            }
            nothing.get_or_insert(found);
        }
        Ok(nothing.unwrap_or_default())
    }

    /// Asks at once for what the first group needs and for what leads on where it has nothing: a round
    /// trip costs more than some small files.
    fn begin(&self, root: &Root, criteria: &Criteria<'_>) -> Known<()> {
        let order = criteria.question.order;
        let first = self.segments(root, criteria, root.place(order, 0));
        let first = first.and_then(|segments| self.read(root, &segments, criteria, false));
        let second = if order == Order::Oldest {
            Ok(Vec::new())
        } else {
            self.segments(root, criteria, root.place(order, 1))
        };
        let second = second.and_then(|segments| {
            each(segments.iter().map(|segment| self.matcher(root, segment, criteria, false)))
        });
        let known = both(self.reach(root, criteria, false), self.whole(root, criteria));
        both(both(first, second), known).map(drop)
    }

    /// The hits in the first group that has any, from a place on.
    fn find_from(&self, root: &Root, criteria: &Criteria<'_>, start: Cursor) -> Known<Found> {
        let question = criteria.question;
        let mut reach = self.reach(root, criteria, start.forgives)?;
        let map = || self.segments_with_words(root, criteria, start.forgives);
        let place = |step| root.place(question.order, step);
        let mut found = Found {
            count: start.before,
            is_exact: true,
            is_forgiving: start.forgives,
            ..Found::default()
        };
        let mut counts = self.whole(root, criteria)?;
        let mut has_more = false;
        let mut unread: Vec<usize> = (0..=root.far.len()).collect();
        for step in start.step..=root.far.len() {
            let may_have = if root.is_old(place(step)) {
                reach.has_by_map(place(step), map)?
            } else {
                reach.has(place(step), None)
            };
            if !may_have {
                continue;
            }
            let segments = self.segments(root, criteria, place(step))?;
            let told = self.read(root, &segments, criteria, start.forgives)?;
            let ranks: Vec<_> = told.iter().map(|told| told.ranks(criteria)).collect();
            counts.extend(self.counts(&told, &ranks, criteria)?);
            let ranked = ordered(&told, &ranks, criteria);
            unread.retain(|other| *other != step);
            found.is_exact &= told.iter().all(|told| !told.is_cut);
            let offset = if step == start.step { start.offset } else { 0 };
            let total = length(&ranked);
            if offset >= total {
                continue;
            }
            let shown = ranked.iter().skip(offset as usize).take(question.limit as usize);
            found.hits = shown.filter_map(|ranked| hit(&told, criteria, ranked)).collect();
            found.count = start.before.saturating_add(total);
            let end = offset.saturating_add(question.limit);
            let further = (step + 1..=root.far.len()).find(|step| reach.has(place(*step), None));
            let next = if end < total {
                Some(Cursor { step, offset: end, ..start })
            } else {
                let before = found.count;
                further.map(|step| Cursor { step, offset: 0, before, ..start })
            };
            found.next = next.map(|next| next.to_string());
            has_more = further.is_some();
            break;
        }
        let counted = criteria.counted_in_part();
        let has = |step: usize, but| reach.has(place(step), but);
        found.are_facets_exact = found.is_exact
            && !unread
                .into_iter()
                .any(|step| counted.iter().any(|category| has(step, Some(*category))));
        found.is_exact &= !has_more;
        found.facets = summed(counts);
        Ok(found)
    }

    /// The segments at a place, as far as days allow: a far one, or the near ones.
    fn segments<'i>(
        &'i self,
        root: &'i Root,
        criteria: &Criteria<'_>,
        place: usize,
    ) -> Known<Vec<&'i Segment>> {
        match root.far.get(place) {
            Some(far) if criteria.meets(far.span) => Ok(vec![self.segment(far)?]),
            Some(_) => Ok(Vec::new()),
            None => Ok(root.near.iter().filter(|near| criteria.meets(near.span)).collect()),
        }
    }

    /// What segments say of what is asked.
    fn read<'i>(
        &'i self,
        root: &'i Root,
        segments: &[&'i Segment],
        criteria: &Criteria<'_>,
        forgives: bool,
    ) -> Known<Vec<Told<'i>>> {
        let chosen = criteria.chosen();
        each(segments.iter().map(|segment| {
            let matcher = self.matcher(root, segment, criteria, forgives);
            let facets = self.all(wanted_facets(segment, &chosen), as_words);
            let within = self.within(segment, criteria);
            let ((matcher, is_cut), (facets, within)) = both(matcher, both(facets, within))?;
            let facets = facets.into_iter().flatten().collect();
            Ok(Told { segment, matcher, facets, within, is_cut })
        }))
    }

    /// How many of the documents that fit have each facet. A segment where none fits need not say which
    /// facets its documents have.
    fn counts(
        &self,
        told: &[Told<'_>],
        ranks: &[Vec<u32>],
        criteria: &Criteria<'_>,
    ) -> Known<Vec<(String, u32)>> {
        let categories = criteria.counted_in_part();
        let fitting = told.iter().zip(ranks);
        let fitting = fitting.filter(|(_, ranks)| ranks.iter().any(|rank| *rank != u32::MAX));
        let counts = each(fitting.map(|(told, ranks)| {
            let counted = self.all(wanted_facets(told.segment, &categories), as_words)?;
            let counted: Vec<_> = counted.into_iter().flatten().collect();
            Ok(count(&counted, &told.facets, criteria.question.facets, ranks))
        }))?;
        Ok(counts.concat())
    }

    /// What a segment says of words and phrases, and whether some words were left aside.
    pub(crate) fn matcher<'i>(
        &'i self,
        root: &'i Root,
        segment: &Segment,
        criteria: &Criteria<'_>,
        forgives: bool,
    ) -> Known<(Matcher<'i>, bool)> {
        let spellings: Vec<_> = spellings(&criteria.query).collect();
        let (words, is_cut) = wanted_words(segment, &spellings);
        let words = self.all(words, as_words);
        let pairs = self.all(wanted_pairs(segment, &criteria.query), as_pairs);
        let (words, pairs) = both(words, pairs)?;
        let matcher = Matcher {
            documents: segment.documents,
            words: words.into_iter().flatten().collect(),
            pairs,
            endings: &root.endings,
            forgives,
        };
        Ok((matcher, is_cut))
    }

    /// The documents of a segment of the days that count.
    fn within(&self, segment: &Segment, criteria: &Criteria<'_>) -> Known<Range<u32>> {
        if criteria.covers(segment.span) {
            return Ok(0..segment.documents);
        }
        let days = self.all(vec![wanted_days(segment)], as_days)?;
        Ok(days.first().map_or(0..0, |days| within(days, &criteria.days)))
    }
}

/// The documents that fit and have the facets, in the order that is asked for.
fn ordered(told: &[Told<'_>], ranks: &[Vec<u32>], criteria: &Criteria<'_>) -> Vec<Ranked> {
    let mut ordered = Vec::new();
    for ((Told { segment, facets, .. }, ranks), place) in told.iter().zip(ranks).zip(0..) {
        let allowed = allowed(facets, criteria.question.facets, None, segment.documents);
        for ((rank, allowed), document) in ranks.iter().zip(allowed).zip(0..) {
            if *rank != u32::MAX && allowed {
                ordered.push((*rank, segment.first + document, place));
            }
        }
    }
    match criteria.question.order {
        Order::Best => ordered.sort_by_key(|(rank, number, _)| (*rank, u32::MAX - number)),
        Order::Newest => ordered.sort_by_key(|(_, number, _)| u32::MAX - number),
        Order::Oldest => ordered.sort_by_key(|(_, number, _)| *number),
    }
    ordered
}

fn hit(told: &[Told<'_>], criteria: &Criteria<'_>, (_, number, place): &Ranked) -> Option<Hit> {
    let Told { segment, matcher, .. } = told.get(*place)?;
    let document = number - segment.first;
    let (file, index) = segment.row(document)?;
    Some(Hit { number: *number, file, index, words: matcher.words_in(&criteria.query, document) })
}

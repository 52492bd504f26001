//! How an answer comes about: groups of segments are read one after the other, the near ones together,
//! then each far one, until one has a hit.

use std::collections::BTreeMap;

use crate::{
    bytes::{Kind, length},
    cursor::Cursor,
    facet::{allowed, category, count, counted},
    index::{Index, Known, both, each},
    manifest::{Root, Segment, Shards},
    matching::Matcher,
    query::Query,
    question::{Found, Hit, Order, Question},
    wanted::{as_pairs, as_words, spellings, wanted_facets, wanted_pairs, wanted_words},
    words::Word,
};

/// What a segment says of what is asked.
struct Told<'i> {
    segment: &'i Segment,
    matcher: Matcher<'i>,
    facets: Vec<&'i Word>,
    /// Whether some words were left aside.
    is_cut: bool,
}

/// A document that fits: its rank, its number among all, its segment among those that were read.
type Ranked = (u32, u32, usize);

impl Index {
    /// Answers a question.
    pub(crate) fn find(&self, question: &Question<'_>) -> Known<Found> {
        let root = self.root()?;
        let query = Query::parse(question.text);
        let start = question.cursor.and_then(|cursor| cursor.parse::<Cursor>().ok());
        let modes = match start {
            Some(Cursor { forgives: false, .. }) => [false].as_slice(),
            Some(Cursor { forgives: true, .. }) => &[true],
            None => &[false, true],
        };
        if start.is_none() {
            self.begin(root, &query, question)?;
        }
        let mut nothing = None;
        for &forgives in modes {
            let start = start.unwrap_or(Cursor { forgives, ..Cursor::default() });
            let found = self.find_from(root, &query, question, start)?;
            if found.count > start.before {
                return Ok(found);
            }
            nothing.get_or_insert(found);
        }
        Ok(nothing.unwrap_or_default())
    }

    /// Asks at once for what the first group needs and for what leads on where it has nothing: a round
    /// trip costs more than some small files.
    fn begin(&self, root: &Root, query: &Query, question: &Question<'_>) -> Known<()> {
        let first = self.segments(root, root.place(question.order, 0));
        let first = first.and_then(|segments| self.read(root, &segments, query, question, false));
        let is_searched = spellings(query).next().is_some();
        let second = if is_searched && question.order != Order::Oldest {
            self.segments(root, root.place(question.order, 1)).map(drop)
        } else {
            Ok(())
        };
        both(both(first, self.reach(root, query, false)), second).map(drop)
    }

    /// The hits in the first group that has any, from a place on.
    fn find_from(
        &self,
        root: &Root,
        query: &Query,
        question: &Question<'_>,
        start: Cursor,
    ) -> Known<Found> {
        let reach = self.reach(root, query, start.forgives)?;
        let may_have = |step: &usize| {
            let place = root.place(question.order, *step);
            reach.get(place).is_none_or(|may_have| *may_have)
        };
        let mut found = Found {
            count: start.before,
            is_exact: true,
            is_forgiving: start.forgives,
            ..Found::default()
        };
        let mut counts = BTreeMap::new();
        let mut steps = (start.step..=root.far.len()).filter(may_have).peekable();
        while let Some(step) = steps.next() {
            let segments = self.segments(root, root.place(question.order, step))?;
            let told = self.read(root, &segments, query, question, start.forgives)?;
            let ranked = rank(&told, query, question, &mut counts);
            found.is_exact &= told.iter().all(|told| !told.is_cut);
            let offset = if step == start.step { start.offset } else { 0 };
            let total = length(&ranked);
            if offset >= total {
                continue;
            }
            let shown = ranked.iter().skip(offset as usize).take(question.limit as usize);
            found.hits = shown.filter_map(|ranked| hit(&told, query, ranked)).collect();
            found.count = start.before.saturating_add(total);
            let end = offset.saturating_add(question.limit);
            let next = if end < total {
                Some(Cursor { step, offset: end, ..start })
            } else {
                let before = found.count;
                steps.peek().map(|step| Cursor { step: *step, offset: 0, before, ..start })
            };
            found.next = next.map(|next| next.to_string());
            break;
        }
        let is_read_whole = steps.peek().is_none() && found.is_exact;
        found.is_exact = is_read_whole;
        found.are_facets_exact = is_read_whole && !(0..start.step).any(|step| may_have(&step));
        found.facets = counts.into_iter().collect();
        Ok(found)
    }

    /// The segments at a place: a far one, or the near ones.
    fn segments<'i>(&'i self, root: &'i Root, place: usize) -> Known<Vec<&'i Segment>> {
        match root.far.get(place) {
            Some(far) => Ok(vec![self.segment(far)?]),
            None => Ok(root.near.iter().collect()),
        }
    }

    /// Which far segments have all words, as far as the map tells.
    fn reach(&self, root: &Root, query: &Query, forgives: bool) -> Known<Vec<bool>> {
        let spellings: Vec<_> = spellings(query).collect();
        if spellings.is_empty() || root.far.is_empty() {
            return Ok(vec![true; root.far.len()]);
        }
        let names = |number, hash| Shards::map_name(number, hash);
        let (wanted, _) = wanted_words(&root.map, Kind::Map, &spellings, names);
        let words = self.all(wanted, as_words)?.into_iter().flatten().collect();
        let documents = root.map.documents;
        let matcher =
            Matcher { documents, words, pairs: Vec::new(), endings: &root.endings, forgives };
        let ranks = matcher.ranks(&query.without_order());
        Ok(ranks.into_iter().map(|rank| rank != u32::MAX).collect())
    }

    /// What segments say of what is asked.
    fn read<'i>(
        &'i self,
        root: &'i Root,
        segments: &[&'i Segment],
        query: &Query,
        question: &Question<'_>,
        forgives: bool,
    ) -> Known<Vec<Told<'i>>> {
        let spellings: Vec<_> = spellings(query).collect();
        let chosen = question.facets.iter().map(|facet| category(facet));
        let categories: Vec<&str> = chosen.chain(counted(question)).collect();
        each(segments.iter().map(|segment| {
            let names = |number, hash| segment.name(Kind::Words, number, hash);
            let (words, is_cut) = wanted_words(&segment.words, Kind::Words, &spellings, names);
            let words = self.all(words, as_words);
            let pairs = self.all(wanted_pairs(segment, query), as_pairs);
            let facets = self.all(wanted_facets(segment, &categories), as_words);
            let ((words, pairs), facets) = both(both(words, pairs), facets)?;
            let matcher = Matcher {
                documents: segment.documents,
                words: words.into_iter().flatten().collect(),
                pairs,
                endings: &root.endings,
                forgives,
            };
            Ok(Told { segment, matcher, facets: facets.into_iter().flatten().collect(), is_cut })
        }))
    }
}

/// The documents that fit, in the order that is asked for; their facets are counted.
fn rank(
    told: &[Told<'_>],
    query: &Query,
    question: &Question<'_>,
    counts: &mut BTreeMap<String, u32>,
) -> Vec<Ranked> {
    let mut ranked = Vec::new();
    for (Told { segment, matcher, facets, .. }, place) in told.iter().zip(0..) {
        let ranks = matcher.ranks(query);
        let fits: Vec<bool> = ranks.iter().map(|rank| *rank != u32::MAX).collect();
        count(facets, question, &fits, counts);
        let allowed = allowed(facets, question.facets, None, segment.documents);
        let fitting = ranks.into_iter().zip(fits).zip(allowed).zip(0..);
        let fitting = fitting.filter(|(((_, fits), allowed), _)| *fits && *allowed);
        ranked.extend(
            fitting.map(|(((rank, _), _), document)| (rank, segment.first + document, place)),
        );
    }
    match question.order {
        Order::Best => ranked.sort_by_key(|(rank, number, _)| (*rank, u32::MAX - number)),
        Order::Newest => ranked.sort_by_key(|(_, number, _)| u32::MAX - number),
        Order::Oldest => ranked.sort_by_key(|(_, number, _)| *number),
    }
    ranked
}

fn hit(told: &[Told<'_>], query: &Query, (_, number, place): &Ranked) -> Option<Hit> {
    let Told { segment, matcher, .. } = told.get(*place)?;
    let document = number - segment.first;
    let (file, index) = segment.row(document)?;
    Some(Hit { number: *number, file, index, words: matcher.words_in(query, document) })
}

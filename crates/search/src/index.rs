//! The reader: a question in, hits out, and in between the names of the files that it needs.
//!
//! It does no input or output of its own. [`Index::ask`] answers or names files; whoever asked fetches
//! them, all at once, hands them in by [`Index::give`] and asks again. So the same code runs in a
//! browser, in the command and under a fuzzer.

use crate::{
    SearchError,
    bytes::Kind,
    cursor::Cursor,
    facet::{allowed, category, count},
    manifest::{Far, Root, Segment, Shards},
    matching::Matcher,
    query::Query,
    question::{Answer, Found, Hit, Question},
    wanted::{
        Content, Of, Wanted, as_segment, as_words, spellings, wanted_facets, wanted_pairs,
        wanted_words,
    },
    words::Word,
};

/// How many files are kept in memory.
const KEPT: usize = 128;

/// An index, as far as it is known.
#[derive(Debug)]
pub struct Index {
    root: String,
    kept: Vec<(String, Content)>,
    wanted: Vec<Wanted>,
}

/// What is known, or else which files are needed.
type Known<T> = Result<T, Vec<Wanted>>;

impl Index {
    /// An index of which only the name of the root is known.
    pub fn new(root: &str) -> Self {
        Self { root: root.to_owned(), kept: Vec::new(), wanted: Vec::new() }
    }

    /// Answers a question, or tells which files that needs.
    pub fn ask(&mut self, question: &Question<'_>) -> Answer {
        match self.find(question) {
            Ok(found) => Answer::Found(found),
            Err(wanted) => {
                let names = wanted.iter().map(|wanted| wanted.name.clone()).collect();
                // An earlier question may still wait for files.
                let is_new = |wanted: &Wanted| !self.wanted.contains(wanted);
                let new: Vec<Wanted> = wanted.into_iter().filter(is_new).collect();
                self.wanted.extend(new);
                Answer::Needs(names)
            }
        }
    }

    /// Takes a file that was needed. One that no question needs any more is left aside.
    ///
    /// # Errors
    /// [`SearchError`] if the file is not what it should be; it is still needed then.
    pub fn give(&mut self, name: &str, bytes: &[u8]) -> Result<(), SearchError> {
        let Some(place) = self.wanted.iter().position(|wanted| wanted.name == name) else {
            return Ok(());
        };
        let content = self.wanted.get(place).map(|wanted| wanted.read(bytes));
        if let Some(content) = content.transpose()? {
            if self.kept.len() == KEPT {
                // The root leads to all others.
                self.kept.remove(1);
            }
            self.kept.push((name.to_owned(), content));
            self.wanted.remove(place);
        }
        Ok(())
    }

    /// Answers from files that say anything, under the right head: what a fuzzer gives is read or refused.
    #[cfg(feature = "writer")]
    pub fn fuzz(content: &[u8]) {
        let mut index = Self::new("root");
        let question =
            Question { text: "co-operation \"a b\" -c d", limit: 9, ..Question::default() };
        let counted = ["country".to_owned()];
        let question = Question { facets: &["field/a".to_owned()], counted: &counted, ..question };
        let mut parts = content.split(|byte| *byte == b'\n').cycle().take(64);
        while let (Answer::Needs(_), Some(part)) = (index.ask(&question), parts.next()) {
            for Wanted { name, kind, identity, .. } in index.wanted.clone() {
                let root = crate::bytes::Identity { kind, fingerprint: 0, number: 0 };
                let _ = index.give(&name, &crate::bytes::sealed(identity.unwrap_or(root), part));
            }
        }
    }

    fn content(&self, name: &str) -> Option<&Content> {
        self.kept.iter().find(|(kept, _)| kept == name).map(|(_, content)| content)
    }

    /// The contents of files, of which `kind` picks what it expects.
    fn all<'i, T>(
        &'i self,
        wanted: Vec<Wanted>,
        kind: impl Fn(&'i Content) -> Option<&'i T>,
    ) -> Known<Vec<&'i T>> {
        let found: Vec<_> =
            wanted.iter().map(|wanted| self.content(&wanted.name).and_then(&kind)).collect();
        let missing = wanted.into_iter().zip(&found).filter(|(_, found)| found.is_none());
        let missing: Vec<_> = missing.map(|(wanted, _)| wanted).collect();
        if missing.is_empty() { Ok(found.into_iter().flatten().collect()) } else { Err(missing) }
    }

    fn root(&self) -> Known<&Root> {
        match self.content(&self.root) {
            Some(Content::Root(root)) => Ok(root),
            _ => Err(vec![Wanted {
                name: self.root.clone(),
                kind: Kind::Root,
                identity: None,
                of: Of::Documents(0),
            }]),
        }
    }

    fn segment(&self, far: &Far) -> Known<&Segment> {
        let wanted = Wanted {
            name: far.name(),
            kind: Kind::Segment,
            identity: Some(far.identity()),
            of: Of::Segment(far.clone()),
        };
        let found = self.all(vec![wanted], as_segment)?;
        found.into_iter().next().ok_or_else(Vec::new)
    }

    /// Groups of segments are read one after the other: the near ones together, then each far one.
    fn find(&self, question: &Question<'_>) -> Known<Found> {
        let root = self.root()?;
        let query = Query::parse(question.text);
        let start = question.cursor.and_then(|cursor| cursor.parse::<Cursor>().ok());
        let modes = match start {
            Some(Cursor { forgives: false, .. }) => [false].as_slice(),
            Some(Cursor { forgives: true, .. }) => &[true],
            None => &[false, true],
        };
        if start.is_none() {
            self.begin(root, &query)?;
        }
        for &forgives in modes {
            let start = start.unwrap_or(Cursor { forgives, ..Cursor::default() });
            for group in start.group..=root.far.len() {
                if group > 0 && !self.may_have(root, &query, forgives, group)? {
                    continue;
                }
                let offset = if group == start.group { start.offset } else { 0 };
                let here = Cursor { group, offset, ..start };
                let found = self.find_in(root, &query, question, here)?;
                if !found.hits.is_empty() {
                    return Ok(found);
                }
            }
        }
        let count = start.map_or(0, |start| start.before);
        Ok(Found { count, is_exact: true, ..Found::default() })
    }

    /// Asks at once for what the near segments need and for what leads on where these have nothing: a
    /// round trip costs more than some small files.
    fn begin(&self, root: &Root, query: &Query) -> Known<()> {
        let near: Vec<&Segment> = root.near.iter().collect();
        let near = self.matchers(root, &near, query, false).map(drop);
        let Some(newest) = root.far(1) else { return near };
        if spellings(query).next().is_none() {
            return near;
        }
        let map = self.may_have(root, query, false, 1).map(drop);
        let newest = self.segment(newest).map(drop);
        let missing: Vec<Wanted> =
            [near, map, newest].into_iter().filter_map(Result::err).flatten().collect();
        if missing.is_empty() { Ok(()) } else { Err(missing) }
    }

    /// The hits in a group of segments.
    fn find_in(
        &self,
        root: &Root,
        query: &Query,
        question: &Question<'_>,
        here: Cursor,
    ) -> Known<Found> {
        let segments = match here.group {
            0 => root.near.iter().collect(),
            group => vec![self.segment(root.far(group).ok_or_else(Vec::new)?)?],
        };
        let (matchers, is_cut) = self.matchers(root, &segments, query, here.forgives)?;
        let facets = self.facets(&segments, question)?;
        let mut ranked = Vec::new();
        for ((segment, matcher), facets) in segments.iter().zip(&matchers).zip(&facets) {
            let allowed = allowed(facets, question.facets, segment.documents);
            let ranks = matcher.ranks(query).into_iter().zip(allowed).zip(0..);
            let fitting = ranks.filter(|((rank, allowed), _)| *rank != u32::MAX && *allowed);
            ranked.extend(fitting.map(|((rank, _), document)| (rank, segment.first + document)));
        }
        ranked.sort_by_key(|(rank, number)| (*rank, u32::MAX - number));

        let total = u32::try_from(ranked.len()).unwrap_or(u32::MAX);
        let shown = ranked.iter().skip(here.offset as usize).take(question.limit as usize);
        let hits = shown.filter_map(|(_, number)| {
            let found = segments.iter().zip(&matchers);
            let (segment, matcher) = found.rev().find(|(segment, _)| segment.first <= *number)?;
            let document = number - segment.first;
            let (file, index) = segment.row(document)?;
            Some(Hit { number: *number, file, index, words: matcher.words_in(query, document) })
        });
        let hits: Vec<Hit> = hits.collect();
        let end = here.offset.saturating_add(question.limit);
        let next_group = self.next_group(root, query, here);
        let next = if end < total {
            Some(Cursor { offset: end, ..here })
        } else {
            let before = here.before.saturating_add(total);
            next_group.map(|group| Cursor { group, offset: 0, before, ..here })
        };
        let counted = count(&segments, &facets, question.counted, &ranked);
        Ok(Found {
            hits,
            count: here.before.saturating_add(total),
            is_exact: next_group.is_none() && !is_cut,
            is_forgiving: here.forgives,
            next: next.map(|next| next.to_string()),
            facets: counted,
        })
    }

    /// The next group that may have hits; as long as the map was not needed, any may.
    fn next_group(&self, root: &Root, query: &Query, here: Cursor) -> Option<usize> {
        let mut groups = here.group + 1..=root.far.len();
        groups.find(|group| self.may_have(root, query, here.forgives, *group).unwrap_or(true))
    }

    /// Whether the map allows that a far segment has hits.
    fn may_have(&self, root: &Root, query: &Query, forgives: bool, group: usize) -> Known<bool> {
        let spellings: Vec<_> = spellings(query).collect();
        if spellings.is_empty() {
            return Ok(true);
        }
        let names = |number, hash| Shards::map_name(number, hash);
        let (wanted, _) = wanted_words(&root.map, Kind::Map, &spellings, names);
        let words = self.all(wanted, as_words)?.into_iter().flatten().collect();
        let documents = root.map.documents;
        let matcher =
            Matcher { documents, words, pairs: Vec::new(), endings: &root.endings, forgives };
        let ranks = matcher.ranks(&query.without_order());
        let place = root.far.len().checked_sub(group);
        Ok(place.and_then(|place| ranks.get(place)).is_some_and(|rank| *rank != u32::MAX))
    }

    /// What each segment says of the words of a query, and whether some of it was left aside.
    fn matchers<'i>(
        &'i self,
        root: &'i Root,
        segments: &[&Segment],
        query: &Query,
        forgives: bool,
    ) -> Known<(Vec<Matcher<'i>>, bool)> {
        let spellings: Vec<_> = spellings(query).collect();
        let mut is_cut = false;
        let mut missing = Vec::new();
        let mut matchers = Vec::new();
        for segment in segments {
            let names = |number, hash| segment.name(Kind::Words, number, hash);
            let (words, cuts) = wanted_words(&segment.words, Kind::Words, &spellings, names);
            is_cut |= cuts;
            let words = self.all(words, as_words).map_err(|more| missing.extend(more));
            let pairs = self.all(wanted_pairs(segment, query), |content| match content {
                Content::Pairs(pairs) => Some(pairs),
                _ => None,
            });
            let pairs = pairs.map_err(|more| missing.extend(more));
            if let (Ok(words), Ok(pairs)) = (words, pairs) {
                let words = words.into_iter().flatten().collect();
                matchers.push(Matcher {
                    documents: segment.documents,
                    words,
                    pairs,
                    endings: &root.endings,
                    forgives,
                });
            }
        }
        if missing.is_empty() { Ok((matchers, is_cut)) } else { Err(missing) }
    }

    /// The facets of each segment, as far as the question needs them.
    fn facets(&self, segments: &[&Segment], question: &Question<'_>) -> Known<Vec<Vec<&Word>>> {
        let chosen = question.facets.iter().map(|facet| category(facet));
        let categories: Vec<&str> =
            chosen.chain(question.counted.iter().map(String::as_str)).collect();
        let mut missing = Vec::new();
        let mut facets = Vec::new();
        for segment in segments {
            let found = self.all(wanted_facets(segment, &categories), as_words);
            match found {
                Ok(found) => facets.push(found.into_iter().flatten().collect()),
                Err(more) => missing.extend(more),
            }
        }
        if missing.is_empty() { Ok(facets) } else { Err(missing) }
    }
}

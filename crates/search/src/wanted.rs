//! Files that an answer needs: which these are, and what they must be.

use crate::{
    SearchError,
    bytes::{Bytes, Identity, Kind, opened},
    days::read_days,
    fold::skeleton,
    manifest::{DIRECTORY, Far, Root, Shards},
    pairs::{Pairs, bucket},
    query::{Phrase, Query, Spelling},
    segment::Segment,
    totals::{Total, read_totals},
    words::{Word, read_words},
};

/// How many files are read for all words that begin alike, besides the first.
const FURTHER: usize = 2;

/// How many letters of a skeleton are likely an ending's.
const ENDING: usize = 2;

/// A file's content.
#[derive(Debug)]
pub(crate) enum Content {
    Root(Root),
    Segment(Segment),
    Words(Vec<Word>),
    Pairs(Pairs),
    Days(Vec<u32>),
    Totals(Vec<Total>),
    Directory(Shards),
}

/// A file that an answer needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wanted {
    pub(crate) name: String,
    pub(crate) kind: Kind,
    /// None for the root, which says itself what it is.
    pub(crate) identity: Option<Identity>,
    /// How many documents its lists count from; for a segment, what is known of it.
    pub(crate) of: Of,
}

/// What a file's lists count from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Of {
    Documents(u32),
    Segment(Far),
}

/// A file as a segment's.
pub(crate) fn as_segment(content: &Content) -> Option<&Segment> {
    match content {
        Content::Segment(segment) => Some(segment),
        _ => None,
    }
}

/// A file as one of words.
pub(crate) fn as_words(content: &Content) -> Option<&Vec<Word>> {
    match content {
        Content::Words(words) => Some(words),
        _ => None,
    }
}

/// A file as one of days.
pub(crate) fn as_days(content: &Content) -> Option<&Vec<u32>> {
    match content {
        Content::Days(days) => Some(days),
        _ => None,
    }
}

/// A file as one of totals.
pub(crate) fn as_totals(content: &Content) -> Option<&Vec<Total>> {
    match content {
        Content::Totals(totals) => Some(totals),
        _ => None,
    }
}

/// A file as a directory of the map.
pub(crate) fn as_directory(content: &Content) -> Option<&Shards> {
    match content {
        Content::Directory(directory) => Some(directory),
        _ => None,
    }
}

/// A file as one of pairs.
pub(crate) fn as_pairs(content: &Content) -> Option<&Pairs> {
    match content {
        Content::Pairs(pairs) => Some(pairs),
        _ => None,
    }
}

impl Wanted {
    pub(crate) fn read(&self, bytes: &[u8]) -> Result<Content, SearchError> {
        let (_, content) = opened(bytes, self.kind, self.identity)?;
        Ok(match (self.kind, &self.of) {
            (Kind::Root, _) => Content::Root(Root::read(content)?),
            (_, Of::Segment(far)) => Content::Segment(Segment::read_far(&mut Bytes(content), far)?),
            (Kind::Pairs, Of::Documents(documents)) => {
                Content::Pairs(Pairs::read(content, *documents)?)
            }
            (Kind::Days, Of::Documents(documents)) => {
                Content::Days(read_days(content, *documents)?)
            }
            (Kind::Totals, Of::Documents(segments)) => {
                Content::Totals(read_totals(content, *segments)?)
            }
            (Kind::Directory, Of::Documents(segments)) => {
                Content::Directory(Shards::directory(content, *segments)?)
            }
            (_, Of::Documents(documents)) => Content::Words(read_words(content, *documents)?),
        })
    }
}

/// All words of a query as they were typed.
pub(crate) fn spellings(query: &Query) -> impl Iterator<Item = &Spelling> {
    let excluded = query.excluded.iter().flat_map(|(terms, _)| terms);
    query.terms.iter().chain(excluded).flat_map(|term| term.ways.iter().flatten())
}

/// The files of a segment's words that may have what is looked for; and whether some were left aside.
pub(crate) fn wanted_words(segment: &Segment, spellings: &[&Spelling]) -> (Vec<Wanted>, bool) {
    let (places, is_cut) = places(segment.words.files.iter().map(|(first, _)| &**first), spellings);
    let files = segment.words.files.iter().zip(0..).enumerate();
    let wanted = files.filter(|(place, _)| places.contains(place));
    let wanted =
        wanted.map(|(_, ((_, hash), number))| wanted_of(segment, Kind::Words, number, *hash));
    (wanted.collect(), is_cut)
}

/// The directories of the map that may lead to what is looked for, each with its number; and whether
/// some were left aside.
pub(crate) fn wanted_directories(
    root: &Root,
    spellings: &[&Spelling],
) -> (Vec<(u32, Wanted)>, bool) {
    let (places, is_cut) = places(root.map.files.iter().map(|(first, _)| &**first), spellings);
    let files = root.map.files.iter().zip(0..).enumerate();
    let wanted = files.filter(|(place, _)| places.contains(place));
    let wanted = wanted.map(|(_, ((_, hash), number))| {
        (number, wanted_of_all(root, Kind::Directory, number, *hash))
    });
    (wanted.collect(), is_cut)
}

/// The files of the map that may have what is looked for, out of directories with their numbers; and
/// whether some were left aside.
pub(crate) fn wanted_map(
    root: &Root,
    directories: &[(u32, &Shards)],
    spellings: &[&Spelling],
) -> (Vec<Wanted>, bool) {
    let files = directories.iter().flat_map(|(number, directory)| {
        let before = number * DIRECTORY;
        directory.files.iter().zip(before..).map(|((first, hash), number)| (first, *hash, number))
    });
    let (places, is_cut) = places(files.clone().map(|(first, ..)| &**first), spellings);
    let wanted = files.enumerate().filter(|(place, _)| places.contains(place));
    let wanted = wanted.map(|(_, (_, hash, number))| wanted_of_all(root, Kind::Map, number, hash));
    (wanted.collect(), is_cut)
}

/// The places of files, told by where they begin, that may have what is looked for; and whether some
/// were left aside.
fn places<'f>(
    starts: impl Iterator<Item = &'f str>,
    spellings: &[&Spelling],
) -> (Vec<usize>, bool) {
    let starts: Vec<&str> = starts.collect();
    let mut places = Vec::new();
    let mut is_cut = false;
    for spelling in spellings {
        let wanted = skeleton(&spelling.text);
        let after = starts.partition_point(|start| **start <= *wanted);
        let first = after.saturating_sub(1);
        places.push(first);
        if spelling.is_exact {
            continue;
        }
        let longer = starts.iter().skip(first + 1).take_while(|start| start.starts_with(&wanted));
        let (longer, most) = (longer.count(), if spelling.is_beginning { FURTHER } else { 1 });
        is_cut |= spelling.is_beginning && longer > most;
        places.extend(first + 1..=first + longer.min(most));
        if starts.get(first).is_some_and(|start| has_forms_before(start, &wanted)) {
            places.extend(first.checked_sub(1));
        }
    }
    (places, is_cut)
}

/// Whether a form of a word that has less of an ending may stand before a file which begins so.
fn has_forms_before(start: &str, skeleton: &str) -> bool {
    let kept = skeleton.chars().count().saturating_sub(ENDING).max(1);
    skeleton.starts_with(start) && start.chars().count() > kept
}

/// The files of pairs that the phrases of a query need.
pub(crate) fn wanted_pairs(segment: &Segment, query: &Query) -> Vec<Wanted> {
    let excluded = query.excluded.iter().map(|(_, phrase)| phrase);
    let phrases = query.phrases.iter().chain(excluded);
    let pairs = phrases.flat_map(|Phrase { pairs }| pairs);
    let mut places: Vec<usize> = pairs
        .map(|(one, other)| {
            let bucket = bucket(one, other);
            segment.pairs.partition_point(|(first, _)| *first <= bucket).saturating_sub(1)
        })
        .collect();
    places.sort_unstable();
    places.dedup();
    let wanted = places.into_iter().filter_map(|place| {
        let (_, hash) = segment.pairs.get(place)?;
        let number = u32::try_from(place).ok()?;
        Some(wanted_of(segment, Kind::Pairs, number, *hash))
    });
    wanted.collect()
}

/// The files of facets of some categories.
pub(crate) fn wanted_facets(segment: &Segment, categories: &[&str]) -> Vec<Wanted> {
    let files = segment.facets.iter().zip(0..);
    let wanted = files.filter(|((category, _), _)| categories.contains(&category.as_str()));
    let wanted = wanted.map(|((_, hash), number)| wanted_of(segment, Kind::Facets, number, *hash));
    wanted.collect()
}

/// The file with the days of a segment.
pub(crate) fn wanted_days(segment: &Segment) -> Wanted {
    wanted_of(segment, Kind::Days, 0, segment.days)
}

/// The files that tell in which far segments facets of some categories are.
pub(crate) fn wanted_totals(root: &Root, categories: &[&str]) -> Vec<Wanted> {
    let files = root.totals.iter().zip(0..);
    let wanted = files.filter(|((category, _), _)| categories.contains(&category.as_str()));
    let wanted = wanted.map(|((_, hash), number)| wanted_of_all(root, Kind::Totals, number, *hash));
    wanted.collect()
}

fn wanted_of_all(root: &Root, kind: Kind, number: u32, hash: u64) -> Wanted {
    Wanted {
        name: Root::name(kind, number, hash),
        kind,
        identity: Some(root.identity(kind, number)),
        of: Of::Documents(root.map.documents),
    }
}

fn wanted_of(segment: &Segment, kind: Kind, number: u32, hash: u64) -> Wanted {
    Wanted {
        name: segment.name(kind, number, hash),
        kind,
        identity: Some(Identity { kind, fingerprint: segment.fingerprint, number }),
        of: Of::Documents(segment.documents),
    }
}

//! A segment's files.

use super::{Names, Numbered, Sink};
use crate::{
    bytes::{Identity, Kind, length, sealed, shared},
    days::{self, Span},
    facet::category,
    fold::skeleton,
    manifest::{BINARY, Shards},
    pairs::{self, BUCKETS},
    segment::{OWN_ROWS, ROWS, Rows, Segment},
    words::{self, Word},
};
use crc::{CRC_64_XZ, Crc};

/// The largest files of a segment, in bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Size {
    words: usize,
    pairs: usize,
}

impl Size {
    /// Of the near segments and the newest far one: small ones, since a first search reads them.
    pub(super) const FIRST: Self = Self { words: 4 << 10, pairs: 4 << 10 };
    /// Of the other far segments: few files, since there are many such segments.
    pub(super) const OLD: Self = Self { words: 12 << 10, pairs: 32 << 10 };
    pub(super) const MAP: Self = Self { words: 6 << 10, pairs: 0 };
}

/// About how many bits a pair takes.
const BITS: usize = 10;

const FINGERPRINT: Crc<u64> = Crc::<u64>::new(&CRC_64_XZ);

/// Writes the files of a segment, all but its rows.
pub(super) fn segment<S: Sink>(
    documents: &[Numbered],
    first: u32,
    size: Size,
    names: &Names,
    sink: &S,
) -> Result<Segment, S::Error> {
    let count = length(documents);
    let words = shards(&words_of(documents, names), count, size, Kind::Words, first, sink)?;
    let fingerprint = words.fingerprint;
    let mut facets = Vec::new();
    let of_all = facets_of(documents, names);
    let categories = of_all.chunk_by(|one, other| category(&one.text) == category(&other.text));
    for (of_one, number) in categories.zip(0..) {
        let identity = Identity { kind: Kind::Facets, fingerprint, number };
        let base = Segment::base(first, Kind::Facets.name(), number);
        let content = sealed(identity, &words::content(of_one, count));
        let hash = sink.write(&base, BINARY, &content)?;
        facets.extend(of_one.first().map(|facet| (category(&facet.text).to_owned(), hash)));
    }
    let pairs = write_pairs(documents, first, fingerprint, size, sink)?;
    let all: Vec<u32> = documents.iter().map(|document| document.day).collect();
    let span = Span {
        first: all.first().copied().unwrap_or_default(),
        last: all.last().copied().unwrap_or_default(),
    };
    let identity = Identity { kind: Kind::Days, fingerprint, number: 0 };
    let base = Segment::base(first, Kind::Days.name(), 0);
    let days = sink.write(&base, BINARY, &sealed(identity, &days::content(&all, span)))?;
    let rows = Rows::Own(Vec::new());
    Ok(Segment { fingerprint, first, documents: count, span, days, words, pairs, facets, rows })
}

/// Writes files of words.
pub(super) fn shards<S: Sink>(
    words: &[Word],
    documents: u32,
    size: Size,
    kind: Kind,
    first: u32,
    sink: &S,
) -> Result<Shards, S::Error> {
    let runs = words::shards(words, documents, size.words);
    let contents: Vec<Vec<u8>> = runs.iter().map(|run| words::content(run, documents)).collect();
    let mut digest = FINGERPRINT.digest();
    digest.update(&first.to_le_bytes());
    contents.iter().for_each(|content| digest.update(content));
    let fingerprint = digest.finalize();
    let mut files = Vec::new();
    let mut last = String::new();
    for ((run, content), number) in runs.iter().zip(contents).zip(0..) {
        let identity = Identity { kind, fingerprint, number };
        let base = Segment::base(first, kind.name(), number);
        let hash = sink.write(&base, BINARY, &sealed(identity, &content))?;
        let [first, ..] = run else { continue };
        files.push((beginning(&skeleton(&first.text), &last), hash));
        last = run.last().map(|word| skeleton(&word.text)).unwrap_or_default();
    }
    Ok(Shards { fingerprint, documents, files })
}

/// The shortest beginning of a skeleton that is above the one before it.
fn beginning(skeleton: &str, before: &str) -> String {
    let shared = shared(before, skeleton);
    let differing = skeleton.get(shared..).and_then(|rest| rest.chars().next());
    let end = shared + differing.map_or(0, char::len_utf8);
    skeleton.get(..end).unwrap_or(skeleton).to_owned()
}

/// Writes the rows of the documents of a segment.
pub(super) fn rows<S: Sink>(rows: &[Box<str>], first: u32, sink: &S) -> Result<Rows, S::Error> {
    let files = rows.chunks(OWN_ROWS as usize).zip(0..);
    let write = |(rows, number): (&[Box<str>], u32)| {
        let json = format!("{{\"releases\":[{}]}}", rows.join(","));
        sink.write(&Segment::base(first, ROWS, number), ".json", json.as_bytes())
    };
    files.map(write).collect::<Result<_, _>>().map(Rows::Own)
}

fn words_of(documents: &[Numbered], names: &Names) -> Vec<Word> {
    let mut occurrences: Vec<(u32, u32, bool, u32)> = Vec::new();
    for (document, number) in documents.iter().zip(0..) {
        let words = document.words.iter();
        occurrences.extend(words.map(|one| (one.word, number, one.is_in_title, one.stem)));
    }
    occurrences.sort_unstable();
    let word = |same: &[(u32, u32, bool, u32)]| {
        let mut word = Word {
            text: String::new(),
            stems: Vec::new(),
            documents: Vec::new(),
            titles: Vec::new(),
        };
        for (number, document, is_in_title, stem) in same {
            if word.documents.last() != Some(document) {
                word.documents.push(*document);
            }
            let place = length(&word.documents) - 1;
            if *is_in_title && word.titles.last() != Some(&place) {
                word.titles.push(place);
            }
            if word.text.is_empty() {
                names.name(*number).clone_into(&mut word.text);
            }
            let stem = names.name(*stem);
            if stem != word.text && !word.stems.iter().any(|known| known == stem) {
                word.stems.push(stem.to_owned());
            }
        }
        word.stems.sort();
        word
    };
    let mut words: Vec<Word> =
        occurrences.chunk_by(|one, other| one.0 == other.0).map(word).collect();
    words.sort_by_cached_key(|word| (skeleton(&word.text), word.text.clone()));
    words
}

/// The facets of documents and which of these have them, in order.
pub(super) fn facets_of(documents: &[Numbered], names: &Names) -> Vec<Word> {
    let mut facets = std::collections::BTreeMap::<&str, Vec<u32>>::new();
    for (document, number) in documents.iter().zip(0..) {
        for facet in &document.facets {
            let documents = facets.entry(names.name(*facet)).or_default();
            if documents.last() != Some(&number) {
                documents.push(number);
            }
        }
    }
    let word = |(facet, documents): (&str, Vec<u32>)| Word {
        text: facet.to_owned(),
        stems: Vec::new(),
        documents,
        titles: Vec::new(),
    };
    facets.into_iter().map(word).collect()
}

fn write_pairs<S: Sink>(
    documents: &[Numbered],
    first: u32,
    fingerprint: u64,
    size: Size,
    sink: &S,
) -> Result<Vec<(u32, u64)>, S::Error> {
    let mut all: Vec<(u32, u32)> = Vec::new();
    for (document, number) in documents.iter().zip(0..) {
        all.extend(document.pairs.iter().map(|bucket| (*bucket, number)));
    }
    all.sort_unstable();
    let count = length(documents);
    let mut rest = all.as_slice();
    let mut written = Vec::new();
    let (mut bucket, mut number) = (0, 0);
    while bucket < BUCKETS {
        // Where the last bucket of what fits is cut, it goes into the next file.
        let fitting = rest.get(size.pairs * 8 / BITS).map_or(BUCKETS, |(next, _)| *next);
        let end = fitting.max(bucket + 1);
        let buckets = end - bucket;
        let (here, after) = rest.split_at(rest.partition_point(|(one, _)| *one < end));
        rest = after;
        let content = pairs::content(here, bucket, buckets, count);
        let identity = Identity { kind: Kind::Pairs, fingerprint, number };
        let base = Segment::base(first, Kind::Pairs.name(), number);
        written.push((bucket, sink.write(&base, BINARY, &sealed(identity, &content))?));
        bucket = end;
        number += 1;
    }
    Ok(written)
}

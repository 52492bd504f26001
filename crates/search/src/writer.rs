//! The writer: documents in, in the order of their dates; files out.
//!
//! A segment is written as soon as no further document can fall into it, so memory does not grow with
//! the archive, but for its vocabulary. Which documents form a segment follows from their numbers alone
//! (`tiers`), so that one more document rewrites the newest segment and the root.

mod analysis;
mod build;
mod manifest;
mod stem;
mod tiers;

use std::collections::{BTreeMap, HashMap};

pub use analysis::{Analysed, Document, Version};

use self::{build::Size, tiers::Tiers};
use crate::{
    bytes::{Identity, Kind, sealed},
    ending::Ending,
    facet::category,
    manifest::{BINARY, DIRECTORY, Far, Rest, Root, Shards, hashed},
    segment::{LISTED_ROWS, Rows, Segment},
    totals::{self, Total},
    words::Word,
};

/// Where files go.
pub trait Sink {
    /// Why a file cannot be written.
    type Error;

    /// Keeps a file under `name`, its hash and `ending`, as `search/root-0123456789abcdef.bin`, and
    /// tells the hash: the first eight bytes of the SHA-256 of the content, the highest first.
    ///
    /// # Errors
    /// If the file cannot be kept.
    fn write(&self, name: &str, ending: &str, bytes: &[u8]) -> Result<u64, Self::Error>;
}

/// How many endings are told of.
const ENDINGS: usize = 256;

/// In how many words an ending must stand to be taken for one.
const SEVERAL: u32 = 2;

/// Writes an index.
#[derive(Debug)]
pub struct Writer<'s, S> {
    sink: &'s S,
    names: Names,
    /// The documents that stand in no segment yet.
    pending: Vec<Numbered>,
    /// The far segments that are written, but for their rows.
    far: Vec<Segment>,
    /// The far segments that have a word.
    map: BTreeMap<u32, Vec<u32>>,
    /// What far segments have of each facet.
    totals: BTreeMap<String, Total>,
    /// The day of the last document.
    day: u32,
    /// In how many words each ending stands.
    endings: HashMap<Ending, u32>,
    /// The stems that a word has in far segments.
    stems: BTreeMap<u32, Vec<u32>>,
}

/// Words by numbers, since most stand in many documents.
#[derive(Debug, Default)]
struct Names {
    numbers: HashMap<Box<str>, u32>,
    names: Vec<Box<str>>,
}

impl Names {
    fn number(&mut self, name: &str) -> u32 {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        let number = crate::bytes::length(&self.names);
        self.names.push(name.into());
        self.numbers.insert(name.into(), number);
        number
    }

    fn name(&self, number: u32) -> &str {
        self.names.get(number as usize).map_or("", |name| name)
    }
}

/// A document whose words are numbers.
#[derive(Debug)]
struct Numbered {
    words: Vec<Occurrence>,
    pairs: Vec<u32>,
    facets: Vec<u32>,
    day: u32,
    row: Box<str>,
}

/// A word in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Occurrence {
    word: u32,
    stem: u32,
    is_in_title: bool,
}

impl<'s, S: Sink> Writer<'s, S> {
    /// An index without documents.
    pub fn new(sink: &'s S) -> Self {
        Self {
            sink,
            names: Names::default(),
            pending: Vec::new(),
            far: Vec::new(),
            map: BTreeMap::new(),
            totals: BTreeMap::new(),
            day: 0,
            endings: HashMap::new(),
            stems: BTreeMap::new(),
        }
    }

    /// Adds the next document; the oldest comes first.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn add(&mut self, document: &Analysed) -> Result<(), S::Error> {
        let names = &mut self.names;
        let endings = &mut self.endings;
        let words = document.words.iter().map(|(word, stem, is_in_title)| {
            let is_new = !names.numbers.contains_key(word.as_str());
            if let Some(ending) = Ending::of(word, stem).filter(|_| is_new) {
                *endings.entry(ending).or_default() += 1;
            }
            Occurrence {
                word: names.number(word),
                stem: names.number(stem),
                is_in_title: *is_in_title,
            }
        });
        let words = words.collect();
        let facets = document.facets.iter().map(|facet| names.number(facet)).collect();
        let row = document.row.as_str().into();
        // Days are told as gaps, so none may lead back.
        self.day = document.day.unwrap_or_default().max(self.day);
        let pairs = document.pairs.clone();
        self.pending.push(Numbered { words, pairs, facets, day: self.day, row });
        if self.pending.len() >= Tiers::FULL {
            self.write_far(Tiers::FAR, Size::OLD)?;
        }
        Ok(())
    }

    /// Writes what is left and tells the name of the root; none if there is no document. `listing` are
    /// the hashes in the names of the files of the listing of all releases, from the oldest; the last
    /// one is not needed.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn finish(mut self, listing: &[u64]) -> Result<Option<String>, S::Error> {
        if self.far.is_empty() && self.pending.is_empty() {
            return Ok(None);
        }
        let tiers = Tiers::of(self.pending.len());
        if tiers.middle > 0 {
            let rows = self.write_far(tiers.middle, Size::FIRST)?;
            if let Some(newest) = self.far.last_mut() {
                newest.rows = build::rows(&rows, newest.first, self.sink)?;
            }
        }
        let mut near = Vec::new();
        for length in [tiers.recent, tiers.newest].into_iter().filter(|length| *length > 0) {
            let first =
                self.written() + near.iter().map(|near: &Segment| near.documents).sum::<u32>();
            let documents: Vec<Numbered> = self.pending.drain(..length).collect();
            let mut segment =
                build::segment(&documents, first, Size::FIRST, &self.names, self.sink)?;
            segment.rows = build::rows(&rows_of(documents), first, self.sink)?;
            near.push(segment);
        }
        let map = self.write_map()?;
        let totals = self.write_totals(map.fingerprint)?;
        let mut older = std::mem::take(&mut self.far);
        let newest = older.pop();
        let older = older.into_iter().map(|segment| self.write_segment(segment, listing));
        let mut far = older.collect::<Result<Vec<_>, _>>()?;
        if let Some(newest) = newest {
            far.push(newest.into_far(|segment| Rest::Root(Box::new(segment))));
        }
        let endings = self.frequent_endings();
        let root = Root { far, near, map, totals, endings };
        let content = root.content();
        let identity = Identity { kind: Kind::Root, fingerprint: 0, number: 0 };
        let name = ["search/", Kind::Root.name()].concat();
        let hash = self.sink.write(&name, BINARY, &sealed(identity, &content))?;
        Ok(Some(hashed(&name, hash, BINARY)))
    }

    /// The endings that several words have, the most frequent of them.
    fn frequent_endings(&self) -> Vec<Ending> {
        let several = self.endings.iter().filter(|(_, words)| **words >= SEVERAL);
        let mut frequent: Vec<(&Ending, &u32)> = several.collect();
        frequent.sort_by_key(|(ending, words)| (u32::MAX - **words, *ending));
        let frequent = frequent.into_iter().take(ENDINGS).map(|(ending, _)| ending.clone());
        let mut endings: Vec<Ending> = frequent.chain(stem::usual_endings()).collect();
        endings.sort();
        endings.dedup();
        endings
    }

    /// How many documents stand in far segments.
    fn written(&self) -> u32 {
        self.far.iter().map(|segment| segment.documents).sum()
    }

    /// Writes the oldest documents as a far segment, all but their rows, which are handed back.
    fn write_far(&mut self, length: usize, size: Size) -> Result<Vec<Box<str>>, S::Error> {
        let documents: Vec<Numbered> = self.pending.drain(..length).collect();
        let segment = build::segment(&documents, self.written(), size, &self.names, self.sink)?;
        let place = crate::bytes::length(&self.far);
        for Occurrence { word, stem, .. } in documents.iter().flat_map(|document| &document.words) {
            let segments = self.map.entry(*word).or_default();
            if segments.last() != Some(&place) {
                segments.push(place);
            }
            let stems = self.stems.entry(*word).or_default();
            if stem != word && !stems.contains(stem) {
                stems.push(*stem);
            }
        }
        for Word { text, documents, .. } in build::facets_of(&documents, &self.names) {
            let total = self.totals.entry(text).or_insert_with_key(|text| Total::none(text));
            total.facet.documents.push(place);
            total.documents += crate::bytes::length(&documents);
        }
        self.far.push(segment);
        Ok(rows_of(documents))
    }

    fn write_segment(&self, mut segment: Segment, listing: &[u64]) -> Result<Far, S::Error> {
        let first = segment.first / LISTED_ROWS;
        let files =
            first as usize..(segment.first + segment.documents).div_ceil(LISTED_ROWS) as usize;
        segment.rows =
            Rows::Listing { first, hashes: listing.get(files).unwrap_or_default().to_vec() };
        let Segment { fingerprint, first, .. } = segment;
        let identity = Identity { kind: Kind::Segment, fingerprint, number: 0 };
        let base = Segment::base(first, Kind::Segment.name(), 0);
        let hash = self.sink.write(&base, BINARY, &sealed(identity, &segment.content()))?;
        Ok(segment.into_far(|_| Rest::File(hash)))
    }

    fn write_totals(&self, fingerprint: u64) -> Result<Vec<(String, u64)>, S::Error> {
        let all: Vec<Total> = self.totals.values().cloned().collect();
        let segments = crate::bytes::length(&self.far);
        let name = |total: &Total| category(&total.facet.text).to_owned();
        let write = |(of_one, number): (&[Total], u32)| {
            let identity = Identity { kind: Kind::Totals, fingerprint, number };
            let base = Segment::base(0, Kind::Totals.name(), number);
            let content = sealed(identity, &totals::content(of_one, segments));
            let hash = self.sink.write(&base, BINARY, &content)?;
            Ok((of_one.first().map(name).unwrap_or_default(), hash))
        };
        all.chunk_by(|one, other| name(one) == name(other)).zip(0..).map(write).collect()
    }

    /// Writes the map and the directories of its files, and tells where these are.
    fn write_map(&self) -> Result<Shards, S::Error> {
        let word = |(word, segments): (&u32, &Vec<u32>)| {
            let stems = self.stems.get(word).into_iter().flatten();
            let mut stems: Vec<String> =
                stems.map(|stem| self.names.name(*stem).to_owned()).collect();
            stems.sort();
            let text = self.names.name(*word).to_owned();
            Word { text, stems, documents: segments.clone(), titles: Vec::new() }
        };
        let mut all: Vec<Word> = self.map.iter().map(word).collect();
        all.sort_by_cached_key(|word| (crate::fold::skeleton(&word.text), word.text.clone()));
        let documents = crate::bytes::length(&self.far);
        let map = build::shards(&all, documents, Size::MAP, Kind::Map, 0, self.sink)?;
        let fingerprint = map.fingerprint;
        let mut directories = Shards { files: Vec::new(), ..map };
        for (files, number) in map.files.chunks(DIRECTORY as usize).zip(0..) {
            let identity = Identity { kind: Kind::Directory, fingerprint, number };
            let base = Segment::base(0, Kind::Directory.name(), number);
            let directory = Shards { fingerprint, documents, files: files.to_vec() };
            let hash = self.sink.write(&base, BINARY, &sealed(identity, &directory.content()))?;
            directories.files.extend(files.first().map(|(first, _)| (first.clone(), hash)));
        }
        Ok(directories)
    }
}

/// The rows of documents that are written.
fn rows_of(documents: Vec<Numbered>) -> Vec<Box<str>> {
    documents.into_iter().map(|document| document.row).collect()
}

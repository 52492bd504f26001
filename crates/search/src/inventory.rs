//! All files of an index, for whoever publishes, keeps or checks one.

use std::collections::BTreeMap;

use crate::{
    SearchError,
    bytes::{Bytes, Identity, Kind, opened},
    days::{Span, read_days},
    fold::skeleton,
    manifest::{DIRECTORY, Far, Rest, Root, Shards},
    pairs::Pairs,
    segment::Segment,
    totals::{Total, read_totals},
    words::{Word, read_words},
};

/// The names of all files of an index; `read` reads one. What cannot be read leads nowhere further.
pub fn files(root: &str, read: impl Fn(&str) -> Option<Vec<u8>>) -> Vec<String> {
    let mut files = vec![root.to_owned()];
    let Some(Ok(root)) = read(root).map(|bytes| read_root(&bytes)) else { return files };
    files.extend(root.totals_files());
    for (name, number) in root.directories().into_iter().zip(0..) {
        let directory = read(&name).and_then(|bytes| read_directory(&bytes, &root, number).ok());
        files.push(name);
        files.extend(directory.iter().flat_map(|directory| map_files(directory, number)));
    }
    files.extend(root.near.iter().flat_map(Segment::files));
    for far in &root.far {
        let hash = match &far.rest {
            Rest::Root(segment) => {
                files.extend(segment.files());
                continue;
            }
            Rest::File(hash) => *hash,
        };
        let name = far.name(hash);
        let segment = read(&name).and_then(|bytes| read_far(&bytes, far).ok());
        files.push(name);
        files.extend(segment.iter().flat_map(Segment::files));
    }
    files
}

/// What an index has that is in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inspected {
    /// The file of each document's row, and its place there; the oldest document first.
    pub rows: Vec<(String, u32)>,
    /// The documents that have each facet, by the segment; a facet comes once for each.
    pub facets: Vec<(String, Vec<u32>)>,
    /// The day of each document, by days since 1 January of year 1.
    pub days: Vec<u32>,
}

/// Why a file of an index is not in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault<E> {
    /// The file's name.
    pub file: String,
    /// What is wrong with it, or why it cannot be read.
    pub reason: Result<SearchError, E>,
}

/// Reads all files of an index but its rows, as a reader would who asked for everything; `read` reads
/// one.
///
/// # Errors
/// The first [`Fault`].
pub fn inspect<E>(
    root: &str,
    mut read: impl FnMut(&str) -> Result<Vec<u8>, E>,
) -> Result<Inspected, Fault<E>> {
    let mut open = |name: &str, check: &mut dyn FnMut(&[u8]) -> Result<(), SearchError>| {
        let fault = |reason| Fault { file: name.to_owned(), reason };
        let bytes = read(name).map_err(|error| fault(Err(error)))?;
        check(&bytes).map_err(|error| fault(Ok(error)))
    };
    let mut found = None;
    open(root, &mut |bytes| {
        found = Some(read_root(bytes)?);
        Ok(())
    })?;
    let Some(root) = found else { return Ok(Inspected::default()) };
    let Root { far, near, .. } = &root;
    let mut segments = Vec::new();
    for far in far {
        match &far.rest {
            Rest::Root(segment) => segments.push(Segment::clone(segment)),
            Rest::File(hash) => open(&far.name(*hash), &mut |bytes| {
                segments.push(read_far(bytes, far)?);
                Ok(())
            })?,
        }
    }
    segments.extend(near.iter().cloned());
    inspect_map(&root, &mut open)?;
    let mut inspected = Inspected::default();
    let mut totals = BTreeMap::new();
    for (segment, place) in segments.iter().zip(0u32..) {
        let before = inspected.facets.len();
        inspect_segment(segment, &mut open, &mut inspected)?;
        if (place as usize) < far.len() {
            for (facet, documents) in inspected.facets.iter().skip(before) {
                let (segments, count): &mut (Vec<u32>, usize) =
                    totals.entry(facet.clone()).or_default();
                segments.push(place);
                *count += documents.len();
            }
        }
    }
    inspect_totals(&root, &totals, &mut open)?;
    Ok(inspected)
}

/// Checks the directories of the map and their files.
fn inspect_map<E>(root: &Root, open: &mut Open<'_, E>) -> Result<(), Fault<E>> {
    for (name, number) in root.directories().iter().zip(0..) {
        let mut directory = Shards::default();
        let start = root.map.files.get(number as usize).map(|(start, _)| start);
        open(name, &mut |bytes| {
            directory = read_directory(bytes, root, number)?;
            let is_right = directory.files.first().map(|(start, _)| start) == start;
            if is_right { Ok(()) } else { Err(SearchError::Malformed) }
        })?;
        let starts = directory.files.iter().map(|(start, _)| start);
        for ((name, file), start) in
            map_files(&directory, number).iter().zip(numbers(number)).zip(starts)
        {
            let identity = root.identity(Kind::Map, file);
            open(name, &mut |bytes| check_words(bytes, identity, root.map.documents, start))?;
        }
    }
    Ok(())
}

/// The numbers of the files of the map in a directory.
fn numbers(directory: u32) -> impl Iterator<Item = u32> {
    directory * DIRECTORY..
}

/// The names of the files of the map in a directory.
fn map_files(directory: &Shards, number: u32) -> Vec<String> {
    let files = directory.files.iter().zip(numbers(number));
    files.map(|((_, hash), number)| Root::name(Kind::Map, number, *hash)).collect()
}

/// Compares the totals of far segments with what these have.
fn inspect_totals<E>(
    root: &Root,
    expected: &BTreeMap<String, (Vec<u32>, usize)>,
    open: &mut Open<'_, E>,
) -> Result<(), Fault<E>> {
    let mut expected = expected.iter();
    for (name, number) in root.totals_files().iter().zip(0..) {
        open(name, &mut |bytes| {
            let identity = root.identity(Kind::Totals, number);
            let (_, content) = opened(bytes, Kind::Totals, Some(identity))?;
            let mut totals = read_totals(content, root.map.documents)?.into_iter();
            let is_right = totals.all(|Total { facet, documents }| {
                expected.next().is_some_and(|(name, (segments, count))| {
                    (name, segments, *count) == (&facet.text, &facet.documents, documents as usize)
                })
            });
            if is_right { Ok(()) } else { Err(SearchError::Malformed) }
        })?;
    }
    Ok(())
}

/// Opens a file and checks what it says.
type Open<'o, E> =
    dyn FnMut(&str, &mut dyn FnMut(&[u8]) -> Result<(), SearchError>) -> Result<(), Fault<E>> + 'o;

fn inspect_segment<E>(
    segment: &Segment,
    open: &mut Open<'_, E>,
    inspected: &mut Inspected,
) -> Result<(), Fault<E>> {
    let Segment { documents, fingerprint, .. } = *segment;
    for ((start, hash), number) in segment.words.files.iter().zip(0..) {
        let identity = Identity { kind: Kind::Words, fingerprint, number };
        let name = segment.name(Kind::Words, number, *hash);
        open(&name, &mut |bytes| check_words(bytes, identity, documents, start))?;
    }
    for ((_, hash), number) in segment.pairs.iter().zip(0..) {
        let identity = Identity { kind: Kind::Pairs, fingerprint, number };
        open(&segment.name(Kind::Pairs, number, *hash), &mut |bytes| {
            let (_, content) = opened(bytes, Kind::Pairs, Some(identity))?;
            Pairs::read(content, documents).map(drop)
        })?;
    }
    for ((_, hash), number) in segment.facets.iter().zip(0..) {
        let identity = Identity { kind: Kind::Facets, fingerprint, number };
        open(&segment.name(Kind::Facets, number, *hash), &mut |bytes| {
            let (_, content) = opened(bytes, Kind::Facets, Some(identity))?;
            let numbered = |facet: Word| {
                let documents = facet.documents.iter().map(|document| segment.first + document);
                (facet.text, documents.collect())
            };
            inspected.facets.extend(read_words(content, documents)?.into_iter().map(numbered));
            Ok(())
        })?;
    }
    open(&segment.name(Kind::Days, 0, segment.days), &mut |bytes| {
        let identity = Identity { kind: Kind::Days, fingerprint, number: 0 };
        let (_, content) = opened(bytes, Kind::Days, Some(identity))?;
        let days = read_days(content, documents)?;
        let Span { first, last } = segment.span;
        if (days.first(), days.last()) != (Some(&first), Some(&last)) {
            return Err(SearchError::Malformed);
        }
        inspected.days.extend(days);
        Ok(())
    })?;
    inspected.rows.extend((0..documents).filter_map(|document| segment.row(document)));
    Ok(())
}

/// Checks that the words of a file are in order, and that what leads to it leads to the first of them.
fn check_words(
    bytes: &[u8],
    identity: Identity,
    documents: u32,
    start: &str,
) -> Result<(), SearchError> {
    let (_, content) = opened(bytes, identity.kind, Some(identity))?;
    let words = read_words(content, documents)?;
    let keys: Vec<_> = words.iter().map(|word| (skeleton(&word.text), &word.text)).collect();
    let is_in_order = keys.is_sorted_by(|one, other| one < other);
    let begins = keys.first().is_some_and(|(first, _)| first.starts_with(start));
    if is_in_order && begins { Ok(()) } else { Err(SearchError::Malformed) }
}

fn read_far(bytes: &[u8], far: &Far) -> Result<Segment, SearchError> {
    let (_, content) = opened(bytes, Kind::Segment, Some(far.identity()))?;
    Segment::read_far(&mut Bytes(content), far)
}

fn read_root(bytes: &[u8]) -> Result<Root, SearchError> {
    Root::read(opened(bytes, Kind::Root, None)?.1)
}

fn read_directory(bytes: &[u8], root: &Root, number: u32) -> Result<Shards, SearchError> {
    let identity = root.identity(Kind::Directory, number);
    let (_, content) = opened(bytes, Kind::Directory, Some(identity))?;
    Shards::directory(content, root.map.documents)
}

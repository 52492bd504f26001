//! Where the files of the index are: the root, which leads to the segments and to what is known of all.

use rostrum_model::Order;

use crate::{
    SearchError,
    bytes::{Bytes, Identity, Kind},
    days::Span,
    ending::Ending,
    segment::Segment,
};

/// How the names of all files end that no JSON is in.
pub(crate) const BINARY: &str = ".bin";

/// The index as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Root {
    /// The older segments, the oldest first: but for the newest, where to find what they have.
    pub(crate) far: Vec<Far>,
    /// The newest segments, the oldest first, with all their files.
    pub(crate) near: Vec<Segment>,
    /// Which of the older segments have a word: the directories of its files, which are too many to
    /// stand here.
    pub(crate) map: Shards,
    /// The categories of facets that older segments have, in order, and the hash in the name of the file
    /// of each.
    pub(crate) totals: Vec<(String, u64)>,
    /// The frequent endings of words.
    pub(crate) endings: Vec<Ending>,
}

/// An older segment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Far {
    pub(crate) fingerprint: u64,
    pub(crate) first: u32,
    pub(crate) documents: u32,
    pub(crate) span: Span,
    pub(crate) rest: Rest,
}

/// Where it stands which files a far segment has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Rest {
    /// In a file, with this hash in its name.
    File(u64),
    /// In the root: the newest one is asked together with the near ones.
    Root(Box<Segment>),
}

impl Far {
    /// The name of its file, of which this is the hash.
    pub(crate) fn name(&self, hash: u64) -> String {
        hashed(&Segment::base(self.first, Kind::Segment.name(), 0), hash, BINARY)
    }

    pub(crate) fn identity(&self) -> Identity {
        Identity { kind: Kind::Segment, fingerprint: self.fingerprint, number: 0 }
    }

    fn read(bytes: &mut Bytes<'_>, first: u32, is_newest: bool) -> Result<Self, SearchError> {
        let (documents, fingerprint) = (bytes.number()?, bytes.long()?);
        let (span, rest) = (Span::read(bytes)?, Rest::File(0));
        let mut far = Self { fingerprint, first, documents, span, rest };
        far.rest = if is_newest {
            Rest::Root(Box::new(Segment::read_far(bytes, &far)?))
        } else {
            Rest::File(bytes.long()?)
        };
        Ok(far)
    }
}

/// Files of words, in the order of skeletons.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shards {
    pub(crate) fingerprint: u64,
    /// How many documents (or segments, in the map) the lists count.
    pub(crate) documents: u32,
    /// Where each file begins, and the hash in its name: words whose skeletons are at or above this stand
    /// in it, or in a later one.
    pub(crate) files: Vec<(String, u64)>,
}

/// How many files of the map a directory has.
pub(crate) const DIRECTORY: u32 = 128;

/// A name with its hash.
pub(crate) fn hashed(base: &str, hash: u64, ending: &str) -> String {
    [base, "-", &hexadecimal(hash), ending].concat()
}

/// A hash as names carry it: sixteen digits.
fn hexadecimal(hash: u64) -> String {
    let halves = hash.to_be_bytes().into_iter().flat_map(|byte| [byte >> 4, byte & 0xf]);
    halves.filter_map(|half| char::from_digit(half.into(), 16)).collect()
}

impl Shards {
    pub(crate) fn read(
        bytes: &mut Bytes<'_>,
        fingerprint: u64,
        documents: u32,
    ) -> Result<Self, SearchError> {
        let mut files: Vec<(String, u64)> = Vec::new();
        for _ in 0..bytes.count()? {
            let before = files.last().map_or("", |(start, _)| start.as_str());
            files.push((bytes.text_after(before)?, bytes.long()?));
        }
        Ok(Self { fingerprint, documents, files })
    }

    /// The files of the map as one of its directories has them: the map's fingerprint is known.
    pub(crate) fn directory(content: &[u8], segments: u32) -> Result<Self, SearchError> {
        Self::read(&mut Bytes(content), 0, segments)
    }
}

impl Root {
    /// Reads the root.
    pub(crate) fn read(content: &[u8]) -> Result<Self, SearchError> {
        let mut bytes = Bytes(content);
        let mut next = 0;
        let mut far = Vec::new();
        for older in (0..bytes.count()?).rev() {
            let one = Far::read(&mut bytes, next, older == 0)?;
            next = u32::checked_add(next, one.documents).ok_or(SearchError::Malformed)?;
            far.push(one);
        }
        let mut near = Vec::new();
        for _ in 0..bytes.count()? {
            let fingerprint = bytes.long()?;
            let segment = Segment::read(&mut bytes, fingerprint)?;
            if segment.first != next {
                return Err(SearchError::Malformed);
            }
            next = segment.first + segment.documents;
            near.push(segment);
        }
        let fingerprint = bytes.long()?;
        let segments = u32::try_from(far.len()).map_err(|_| SearchError::Malformed)?;
        let map = Shards::read(&mut bytes, fingerprint, segments)?;
        let totals = read_categories(&mut bytes)?;
        let endings =
            (0..bytes.count()?).map(|_| Ending::read(&mut bytes)).collect::<Result<_, _>>()?;
        Ok(Self { far, near, map, totals, endings })
    }

    /// What the head of a file says that tells of all far segments.
    pub(crate) fn identity(&self, kind: Kind, number: u32) -> Identity {
        Identity { kind, fingerprint: self.map.fingerprint, number }
    }

    /// The names of the files of totals.
    pub(crate) fn totals_files(&self) -> Vec<String> {
        let files = self.totals.iter().zip(0..);
        files.map(|((_, hash), number)| Self::name(Kind::Totals, number, *hash)).collect()
    }

    /// The names of the directories of the map.
    pub(crate) fn directories(&self) -> Vec<String> {
        let files = self.map.files.iter().zip(0..);
        files.map(|((_, hash), number)| Self::name(Kind::Directory, number, *hash)).collect()
    }

    /// The name of a file that tells of all far segments.
    pub(crate) fn name(kind: Kind, number: u32, hash: u64) -> String {
        hashed(&Segment::base(0, kind.name(), number), hash, BINARY)
    }

    /// Whether a place is read only when the near ones and the newest far one have nothing.
    pub(crate) fn is_old(&self, place: usize) -> bool {
        place + 1 < self.far.len()
    }

    /// What is read at a step: the place of a far segment, or else the near ones.
    pub(crate) fn place(&self, order: Order, step: usize) -> usize {
        match order {
            Order::Oldest => step,
            Order::Best | Order::Newest => self.far.len().saturating_sub(step),
        }
    }
}

/// Reads the category and the hash of each file of facets.
pub(crate) fn read_categories(bytes: &mut Bytes<'_>) -> Result<Vec<(String, u64)>, SearchError> {
    (0..bytes.count()?).map(|_| Ok((bytes.text()?.to_owned(), bytes.long()?))).collect()
}

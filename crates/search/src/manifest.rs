//! Where the files of the index are: the root, and for each segment what it has.

use crate::{
    SearchError,
    bytes::{Bytes, Identity, Kind},
    ending::Ending,
    question::Order,
};

/// How the names of all files end that no JSON is in.
pub(crate) const BINARY: &str = ".bin";

/// How files of rows are named.
pub(crate) const ROWS: &str = "rows";

/// The index as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Root {
    /// The older segments, the oldest first: their names alone.
    pub(crate) far: Vec<Far>,
    /// The newest segments, the oldest first, with all their files.
    pub(crate) near: Vec<Segment>,
    /// Which of the older segments have a word.
    pub(crate) map: Shards,
    /// The frequent endings of words.
    pub(crate) endings: Vec<Ending>,
}

/// An older segment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Far {
    pub(crate) fingerprint: u64,
    pub(crate) first: u32,
    pub(crate) documents: u32,
    /// The hash in the name of the file that holds the rest.
    pub(crate) hash: u64,
}

impl Far {
    pub(crate) fn name(&self) -> String {
        hashed(&Segment::base(self.first, Kind::Segment.name(), 0), self.hash, BINARY)
    }

    pub(crate) fn identity(&self) -> Identity {
        Identity { kind: Kind::Segment, fingerprint: self.fingerprint, number: 0 }
    }
}

/// Documents that were indexed together, and where their files are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Segment {
    pub(crate) fingerprint: u64,
    /// The number of its first document among all.
    pub(crate) first: u32,
    /// How many it has.
    pub(crate) documents: u32,
    pub(crate) words: Shards,
    /// The first bucket of each file of pairs, and the hash in its name.
    pub(crate) pairs: Vec<(u32, u64)>,
    /// The categories of facets, in order, and the hash in the name of the file of each.
    pub(crate) facets: Vec<(String, u64)>,
    pub(crate) rows: Rows,
}

/// Files of words, in the order of skeletons.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shards {
    pub(crate) fingerprint: u64,
    /// How many documents (or segments, in the map) the lists count.
    pub(crate) documents: u32,
    /// The first word of each file, and the hash in its name.
    pub(crate) files: Vec<(String, u64)>,
}

/// The files that have the rows of the documents: summaries, as in a listing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Rows {
    /// Files of the listing of all releases, the first of them with this number.
    Listing { first: u32, hashes: Vec<u64> },
    /// Files of the segment's own.
    Own(Vec<u64>),
}

/// How many rows a file has that the index brings itself.
pub(crate) const OWN_ROWS: u32 = 16;

/// How many rows a file of a listing has.
pub(crate) const LISTED_ROWS: u32 = 50;

impl Segment {
    /// The file that has the row of a document of this segment, and its place there.
    pub(crate) fn row(&self, document: u32) -> Option<(String, u32)> {
        match &self.rows {
            Rows::Listing { first, hashes } => {
                let file = document / LISTED_ROWS;
                let hash = hashes.get(file as usize)?;
                Some((listed(first + file, *hash), document % LISTED_ROWS))
            }
            Rows::Own(hashes) => {
                let file = document / OWN_ROWS;
                let hash = hashes.get(file as usize)?;
                Some((self.own_row_name(file, *hash), document % OWN_ROWS))
            }
        }
    }

    /// The name of a file of its own, without the hash.
    pub(crate) fn base(first: u32, kind: &str, number: u32) -> String {
        ["search/", kind, "-", &first.to_string(), "-", &number.to_string()].concat()
    }

    pub(crate) fn name(&self, kind: Kind, number: u32, hash: u64) -> String {
        hashed(&Self::base(self.first, kind.name(), number), hash, BINARY)
    }

    fn own_row_name(&self, file: u32, hash: u64) -> String {
        hashed(&Self::base(self.first, ROWS, file), hash, ".json")
    }

    /// All its files but the one that it stands in.
    pub(crate) fn files(&self) -> Vec<String> {
        let numbered = |kind, hashes: Vec<u64>| {
            hashes.into_iter().zip(0..).map(move |(hash, number)| self.name(kind, number, hash))
        };
        let words = self.words.files.iter().map(|(_, hash)| *hash).collect();
        let pairs = self.pairs.iter().map(|(_, hash)| *hash).collect();
        let mut files: Vec<String> = numbered(Kind::Words, words).collect();
        files.extend(numbered(Kind::Pairs, pairs));
        let facets = self.facets.iter().map(|(_, hash)| *hash).collect();
        files.extend(numbered(Kind::Facets, facets));
        if let Rows::Own(hashes) = &self.rows {
            let rows = hashes.iter().zip(0..);
            files.extend(rows.map(|(hash, file)| self.own_row_name(file, *hash)));
        }
        files
    }

    fn read(bytes: &mut Bytes<'_>, fingerprint: u64) -> Result<Self, SearchError> {
        let (first, documents) = (bytes.number()?, bytes.number()?);
        let words = Shards::read(bytes, fingerprint, documents)?;
        let pairs = (0..bytes.count()?)
            .map(|_| Ok((bytes.number()?, bytes.long()?)))
            .collect::<Result<_, _>>()?;
        let facets = (0..bytes.count()?)
            .map(|_| Ok((bytes.text()?.to_owned(), bytes.long()?)))
            .collect::<Result<_, _>>()?;
        let is_listed = bytes.number()? == 1;
        let hashes = (0..bytes.count()?).map(|_| bytes.long()).collect::<Result<Vec<_>, _>>()?;
        let (rows, each) = if is_listed {
            (Rows::Listing { first: first / LISTED_ROWS, hashes }, LISTED_ROWS)
        } else {
            (Rows::Own(hashes), OWN_ROWS)
        };
        let segment = Self { fingerprint, first, documents, words, pairs, facets, rows };
        let is_whole = documents > 0 && segment.row(documents - 1).is_some();
        if is_whole && first.checked_add(documents).is_some() && (!is_listed || first % each == 0) {
            Ok(segment)
        } else {
            Err(SearchError::Malformed)
        }
    }
}

/// The name of a file of the listing of all releases.
fn listed(number: u32, hash: u64) -> String {
    hashed(&["listings/all-", &number.to_string()].concat(), hash, ".json")
}

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
    fn read(bytes: &mut Bytes<'_>, fingerprint: u64, documents: u32) -> Result<Self, SearchError> {
        let mut files: Vec<(String, u64)> = Vec::new();
        for _ in 0..bytes.count()? {
            let before = files.last().map_or("", |(word, _)| word.as_str());
            files.push((bytes.text_after(before)?, bytes.long()?));
        }
        Ok(Self { fingerprint, documents, files })
    }

    /// The names of the files of the map.
    pub(crate) fn map_files(&self) -> Vec<String> {
        let files = self.files.iter().zip(0..);
        files.map(|((_, hash), number)| Self::map_name(number, *hash)).collect()
    }

    /// The name of a file of the map.
    pub(crate) fn map_name(number: u32, hash: u64) -> String {
        hashed(&Segment::base(0, Kind::Map.name(), number), hash, BINARY)
    }
}

impl Root {
    /// Reads the root.
    pub(crate) fn read(content: &[u8]) -> Result<Self, SearchError> {
        let mut bytes = Bytes(content);
        let mut next = 0;
        let mut far = Vec::new();
        for _ in 0..bytes.count()? {
            let documents = bytes.number()?;
            far.push(Far {
                fingerprint: bytes.long()?,
                first: next,
                documents,
                hash: bytes.long()?,
            });
            next = u32::checked_add(next, documents).ok_or(SearchError::Malformed)?;
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
        let endings =
            (0..bytes.count()?).map(|_| Ending::read(&mut bytes)).collect::<Result<_, _>>()?;
        Ok(Self { far, near, map, endings })
    }

    /// What is read at a step: the place of a far segment, or else the near ones.
    pub(crate) fn place(&self, order: Order, step: usize) -> usize {
        match order {
            Order::Oldest => step,
            Order::Best | Order::Newest => self.far.len().saturating_sub(step),
        }
    }
}

/// Reads where the files of an older segment are.
pub(crate) fn read_segment(content: &[u8], far: &Far) -> Result<Segment, SearchError> {
    let segment = Segment::read(&mut Bytes(content), far.fingerprint)?;
    if (segment.first, segment.documents) == (far.first, far.documents) {
        Ok(segment)
    } else {
        Err(SearchError::Malformed)
    }
}

#[cfg(feature = "writer")]
mod writing {
    use super::{Root, Rows, Segment, Shards};
    use crate::bytes::{length, put, put_after, put_text};

    impl Segment {
        /// What its file holds.
        pub(crate) fn content(&self) -> Vec<u8> {
            let mut bytes = Vec::new();
            put(&mut bytes, self.first);
            put(&mut bytes, self.documents);
            self.words.put(&mut bytes);
            put(&mut bytes, length(&self.pairs));
            for (bucket, hash) in &self.pairs {
                put(&mut bytes, *bucket);
                bytes.extend(hash.to_le_bytes());
            }
            put(&mut bytes, length(&self.facets));
            for (category, hash) in &self.facets {
                put_text(&mut bytes, category);
                bytes.extend(hash.to_le_bytes());
            }
            let (is_listed, hashes) = match &self.rows {
                Rows::Listing { hashes, .. } => (1, hashes),
                Rows::Own(hashes) => (0, hashes),
            };
            put(&mut bytes, is_listed);
            put(&mut bytes, length(hashes));
            bytes.extend(hashes.iter().flat_map(|hash| hash.to_le_bytes()));
            bytes
        }
    }

    impl Shards {
        fn put(&self, bytes: &mut Vec<u8>) {
            put(bytes, length(&self.files));
            let mut before = "";
            for (word, hash) in &self.files {
                put_after(bytes, before, word);
                bytes.extend(hash.to_le_bytes());
                before = word;
            }
        }
    }

    impl Root {
        /// What its file holds.
        pub(crate) fn content(&self) -> Vec<u8> {
            let mut bytes = Vec::new();
            put(&mut bytes, length(&self.far));
            for far in &self.far {
                put(&mut bytes, far.documents);
                bytes.extend(far.fingerprint.to_le_bytes());
                bytes.extend(far.hash.to_le_bytes());
            }
            put(&mut bytes, length(&self.near));
            for segment in &self.near {
                bytes.extend(segment.fingerprint.to_le_bytes());
                bytes.extend(segment.content());
            }
            bytes.extend(self.map.fingerprint.to_le_bytes());
            self.map.put(&mut bytes);
            put(&mut bytes, length(&self.endings));
            self.endings.iter().for_each(|ending| ending.put(&mut bytes));
            bytes
        }
    }
}

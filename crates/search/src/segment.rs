//! A segment: documents that were indexed together, and where their files are.

use crate::{
    SearchError,
    bytes::{Bytes, Kind},
    days::Span,
    manifest::{BINARY, Far, Shards, hashed, read_categories},
};

/// How files of rows are named.
pub(crate) const ROWS: &str = "rows";

/// Documents that were indexed together, and where their files are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Segment {
    pub(crate) fingerprint: u64,
    /// The number of its first document among all.
    pub(crate) first: u32,
    /// How many it has.
    pub(crate) documents: u32,
    /// When these were published.
    pub(crate) span: Span,
    /// The hash in the name of the file that has the day of each.
    pub(crate) days: u64,
    pub(crate) words: Shards,
    /// The first bucket of each file of pairs, and the hash in its name.
    pub(crate) pairs: Vec<(u32, u64)>,
    /// The categories of facets, in order, and the hash in the name of the file of each.
    pub(crate) facets: Vec<(String, u64)>,
    pub(crate) rows: Rows,
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
pub(crate) const OWN_ROWS: u32 = 8;

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
        files.extend(numbered(Kind::Days, vec![self.days]));
        if let Rows::Own(hashes) = &self.rows {
            let rows = hashes.iter().zip(0..);
            files.extend(rows.map(|(hash, file)| self.own_row_name(file, *hash)));
        }
        files
    }

    /// Reads where the files of an older segment are.
    pub(crate) fn read_far(bytes: &mut Bytes<'_>, far: &Far) -> Result<Self, SearchError> {
        let segment = Self::read(bytes, far.fingerprint)?;
        let known = (far.first, far.documents, far.span);
        if (segment.first, segment.documents, segment.span) == known {
            Ok(segment)
        } else {
            Err(SearchError::Malformed)
        }
    }

    pub(crate) fn read(bytes: &mut Bytes<'_>, fingerprint: u64) -> Result<Self, SearchError> {
        let (first, documents) = (bytes.number()?, bytes.number()?);
        let (span, days) = (Span::read(bytes)?, bytes.long()?);
        let words = Shards::read(bytes, fingerprint, documents)?;
        let pairs = (0..bytes.count()?)
            .map(|_| Ok((bytes.number()?, bytes.long()?)))
            .collect::<Result<_, _>>()?;
        let facets = read_categories(bytes)?;
        let is_listed = bytes.number()? == 1;
        let hashes = (0..bytes.count()?).map(|_| bytes.long()).collect::<Result<Vec<_>, _>>()?;
        let (rows, each) = if is_listed {
            (Rows::Listing { first: first / LISTED_ROWS, hashes }, LISTED_ROWS)
        } else {
            (Rows::Own(hashes), OWN_ROWS)
        };
        let segment =
            Self { fingerprint, first, documents, span, days, words, pairs, facets, rows };
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

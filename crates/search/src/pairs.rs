//! Neighbouring words, so that a phrase is more than its words.
//!
//! Each pair of neighbours falls into one of [`BUCKETS`] by its hash, and a file holds the documents of
//! a run of buckets. That takes less than positions do, and a query for a phrase reads one file for a
//! pair, never a list as long as a frequent word is. A document that has all the words of a phrase and
//! by chance another pair in the same bucket is taken for one that has the phrase: some in a thousand.
//! The smallest words stand between others without parting them.

use crate::{SearchError, bits::BitReader, bytes::Bytes};

/// How many buckets pairs fall into.
pub(crate) const BUCKETS: u32 = 1 << 15;

/// Whether a folded word stands between others without parting them: it is in nearly every text of its
/// language.
#[rustfmt::skip]
pub(crate) fn is_transparent(word: &str) -> bool {
    matches!(
        word,
        "a" | "al" | "and" | "au" | "aux" | "d" | "da" | "das" | "de" | "dei" | "del" | "della"
            | "dem" | "den" | "der" | "des" | "di" | "die" | "do" | "du" | "e" | "el" | "en"
            | "et" | "for" | "from" | "i" | "il" | "in" | "is" | "l" | "la" | "las" | "le"
            | "les" | "lo" | "los" | "of" | "on" | "or" | "the" | "to" | "un" | "una" | "und"
            | "une" | "von" | "y" | "zu" | "zum" | "zur" | "в" | "и" | "на" | "о" | "по" | "с"
    )
}

/// The bucket of two neighbours, by FNV-1a.
pub(crate) fn bucket(one: &str, other: &str) -> u32 {
    let bytes = one.bytes().chain([0]).chain(other.bytes());
    let hash = bytes
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (hash ^ (hash >> 15)) % BUCKETS
}

/// The documents of a run of buckets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pairs {
    first: u32,
    documents: u32,
    /// Each bucket's documents, the bucket times `documents` added.
    places: Vec<u32>,
}

impl Pairs {
    /// Reads a file of a segment with so many documents.
    pub(crate) fn read(content: &[u8], documents: u32) -> Result<Self, SearchError> {
        let mut bytes = Bytes(content);
        let (first, buckets, count) = (bytes.number()?, bytes.number()?, bytes.number()?);
        let limit = buckets.checked_mul(documents).ok_or(SearchError::Malformed)?;
        let places = BitReader::new(bytes.0).ascending(count, limit)?;
        Ok(Self { first, documents, places })
    }

    /// The documents that have a pair of this bucket.
    pub(crate) fn of(&self, bucket: u32) -> impl Iterator<Item = u32> {
        let start = bucket.saturating_sub(self.first).saturating_mul(self.documents);
        let from = self.places.partition_point(|place| *place < start);
        let here = self.places.get(from..).unwrap_or_default().iter();
        here.map(move |place| place - start).take_while(|document| *document < self.documents)
    }
}

/// The content of a file with the pairs of a run of buckets. `pairs` are bucket and document, in order.
#[cfg(feature = "writer")]
pub(crate) fn content(pairs: &[(u32, u32)], first: u32, buckets: u32, documents: u32) -> Vec<u8> {
    use crate::{
        bits::BitWriter,
        bytes::{length, put},
    };
    let places: Vec<u32> =
        pairs.iter().map(|(bucket, document)| (bucket - first) * documents + document).collect();
    let mut bytes = Vec::new();
    put(&mut bytes, first);
    put(&mut bytes, buckets);
    put(&mut bytes, length(&places));
    let mut bits = BitWriter::default();
    bits.ascending(&places, buckets * documents);
    bytes.extend(bits.finish());
    bytes
}

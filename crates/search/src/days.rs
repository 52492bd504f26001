//! On which days documents were published. They come in order, so a file has the gaps, and what lies
//! between two days is a range of documents.

use std::ops::{Range, RangeInclusive};

use crate::{SearchError, bits::BitReader, bytes::Bytes};

/// The first and the last day of some documents, by their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) first: u32,
    pub(crate) last: u32,
}

impl Span {
    pub(crate) fn read(bytes: &mut Bytes<'_>) -> Result<Self, SearchError> {
        let first = bytes.number()?;
        let last = u32::checked_add(first, bytes.number()?).ok_or(SearchError::Malformed)?;
        Ok(Self { first, last })
    }

    #[cfg(feature = "writer")]
    pub(crate) fn put(self, bytes: &mut Vec<u8>) {
        crate::bytes::put(bytes, self.first);
        crate::bytes::put(bytes, self.last - self.first);
    }
}

/// Reads the day of each of so many documents.
pub(crate) fn read_days(content: &[u8], documents: u32) -> Result<Vec<u32>, SearchError> {
    let mut bytes = Bytes(content);
    let Span { first, last } = Span::read(&mut bytes)?;
    let limit = u32::checked_add(last - first, documents).ok_or(SearchError::Malformed)?;
    // Each place is further than the one before, so there are at least as many before it.
    let places = BitReader::new(bytes.0).ascending(documents, limit)?;
    Ok(places
        .into_iter()
        .zip(0..)
        .map(|(place, number): (u32, u32)| first + (place - number))
        .collect())
}

/// The documents of these days.
pub(crate) fn within(all: &[u32], days: &RangeInclusive<u32>) -> Range<u32> {
    let start = all.partition_point(|day| day < days.start());
    let end = all.partition_point(|day| day <= days.end());
    let number = |place| u32::try_from(place).unwrap_or(u32::MAX);
    number(start)..number(end)
}

/// The content of a file with the day of each document, the earliest first.
#[cfg(feature = "writer")]
pub(crate) fn content(days: &[u32], span: Span) -> Vec<u8> {
    use crate::{bits::BitWriter, bytes::length};
    let places: Vec<u32> =
        days.iter().zip(0..).map(|(day, number): (&u32, u32)| day - span.first + number).collect();
    let mut bytes = Vec::new();
    span.put(&mut bytes);
    let mut bits = BitWriter::default();
    bits.ascending(&places, span.last - span.first + length(&places));
    bytes.extend(bits.finish());
    bytes
}

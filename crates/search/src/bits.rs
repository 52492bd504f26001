//! Numbers in few bits: ascending lists by the Rice codes of their gaps (Rice and Plaunt, 1971).
//!
//! A Rice code is as short as an entropy coder's for numbers that are spread at random, at any density,
//! so one code serves the word in a single document and the word in all of them.

use crate::SearchError;

/// The parameter for `count` numbers below `limit`: about the binary logarithm of the mean gap, times
/// the natural logarithm of two.
fn parameter(limit: u32, count: u32) -> u32 {
    (u64::from(limit) * 45 / (u64::from(count.max(1)) * 64)).max(1).ilog2()
}

/// Bits on their way to bytes, the lowest of a byte first.
#[cfg(feature = "writer")]
#[derive(Debug, Default)]
pub(crate) struct BitWriter {
    bytes: Vec<u8>,
    filled: u32,
}

#[cfg(feature = "writer")]
impl BitWriter {
    /// Adds ascending numbers, all below `limit`.
    pub(crate) fn ascending(&mut self, numbers: &[u32], limit: u32) {
        let parameter = parameter(limit, crate::bytes::length(numbers));
        let mut next = 0;
        for number in numbers {
            let gap = number - next;
            for _ in 0..gap >> parameter {
                self.bit(true);
            }
            self.bit(false);
            for place in 0..parameter {
                self.bit(gap >> place & 1 == 1);
            }
            next = number + 1;
        }
    }

    /// All bytes, the last one filled with zeros.
    pub(crate) fn finish(self) -> Vec<u8> {
        self.bytes
    }

    fn bit(&mut self, bit: bool) {
        if self.filled.is_multiple_of(8) {
            self.bytes.push(0);
        }
        if let Some(last) = self.bytes.last_mut() {
            *last |= u8::from(bit) << (self.filled % 8);
        }
        self.filled += 1;
    }
}

/// How many bytes a list takes on its own.
#[cfg(feature = "writer")]
pub(crate) fn size(numbers: &[u32], limit: u32) -> usize {
    let parameter = parameter(limit, crate::bytes::length(numbers));
    let mut next = 0;
    let mut bits = 0;
    for number in numbers {
        bits += ((number - next) >> parameter) as usize + 1 + parameter as usize;
        next = number + 1;
    }
    bits.div_ceil(8)
}

/// Bits from bytes.
#[derive(Debug)]
pub(crate) struct BitReader<'b> {
    bytes: &'b [u8],
    place: usize,
}

impl<'b> BitReader<'b> {
    pub(crate) fn new(bytes: &'b [u8]) -> Self {
        Self { bytes, place: 0 }
    }

    /// Reads `count` ascending numbers below `limit`.
    ///
    /// # Errors
    /// [`SearchError::Malformed`] if the bits end before, or a number is too large.
    pub(crate) fn ascending(&mut self, count: u32, limit: u32) -> Result<Vec<u32>, SearchError> {
        // Every number takes a bit at least.
        if count > limit || count as usize / 8 > self.bytes.len() {
            return Err(SearchError::Malformed);
        }
        let parameter = parameter(limit, count);
        let mut numbers = Vec::with_capacity(count as usize);
        let mut next = 0;
        for _ in 0..count {
            let mut quotient = 0u32;
            while self.bit()? {
                quotient += 1;
            }
            let mut remainder = 0;
            for place in 0..parameter {
                remainder |= u32::from(self.bit()?) << place;
            }
            // A gap that is too long must not overflow.
            if quotient > limit >> parameter {
                return Err(SearchError::Malformed);
            }
            let gap = (quotient << parameter) | remainder;
            let number = u32::checked_add(next, gap).filter(|number| *number < limit);
            let number = number.ok_or(SearchError::Malformed)?;
            numbers.push(number);
            next = number + 1;
        }
        Ok(numbers)
    }

    fn bit(&mut self) -> Result<bool, SearchError> {
        let byte = self.bytes.get(self.place / 8).ok_or(SearchError::Malformed)?;
        let bit = byte >> (self.place % 8) & 1 == 1;
        self.place += 1;
        Ok(bit)
    }
}

#[cfg(all(test, feature = "writer"))]
mod tests {
    use proptest::{collection::btree_set, prelude::*};

    use super::*;

    proptest! {
        #[test]
        fn lists_are_read_as_they_were_written(lists in proptest::collection::vec(btree_set(0u32..20_000, 0..200), 0..6)) {
            let lists: Vec<Vec<u32>> = lists.into_iter().map(|list| list.into_iter().collect()).collect();
            let mut writer = BitWriter::default();
            for list in &lists {
                writer.ascending(list, 20_000);
            }
            let bytes = writer.finish();
            let mut reader = BitReader::new(&bytes);
            for list in &lists {
                let count = u32::try_from(list.len()).unwrap();
                prop_assert_eq!(&reader.ascending(count, 20_000).unwrap(), list);
            }
        }

        #[test]
        fn any_bits_are_read_or_refused(bytes: Vec<u8>, count in 0u32..100, limit in 0u32..100_000) {
            if let Ok(numbers) = BitReader::new(&bytes).ascending(count, limit) {
                prop_assert!(numbers.is_sorted() && numbers.iter().all(|number| *number < limit));
            }
        }
    }

    #[test]
    fn a_word_that_stands_everywhere_takes_a_bit_for_each_document() {
        let all: Vec<u32> = (0..16_000).collect();
        assert_eq!(size(&all, 16_000), 2_000);
    }
}

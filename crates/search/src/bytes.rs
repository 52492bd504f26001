//! What all files of the index have in common: a head that says what the file is, and numbers and texts
//! after it.
//!
//! The head: `RSIX`, the version of the format, the kind of the file, the fingerprint of the segment
//! that it belongs to, its number there, and the CRC-32 of all that was said so far and of all that
//! follows. So a file that was cut, changed or put in another's place is recognised before it is read.

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

use crate::SearchError;

/// The version of the format that is written, and the only one that is read.
pub(crate) const VERSION: u8 = 4;

const MAGIC: &[u8; 4] = b"RSIX";

/// How long the head is, without the checksum.
const HEAD: usize = 18;

/// A table would weigh more than the time that it saves.
const CHECKSUM: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// Where all else is.
    Root = 1,
    /// Where the files of a segment are.
    Segment = 2,
    /// Words and the documents that have them.
    Words = 3,
    /// Pairs of neighbouring words.
    Pairs = 4,
    /// Countries, fields and so on, and the documents that have them.
    Facets = 5,
    /// Which segments hold a word.
    Map = 6,
    /// The day of each document.
    Days = 7,
    /// Which segments have a facet, and in how many documents.
    Totals = 8,
    /// Where files of the map are.
    Directory = 9,
}

impl Kind {
    /// How its files are named.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Root => "root",
            Self::Segment => "segment",
            Self::Words => "words",
            Self::Pairs => "pairs",
            Self::Facets => "facets",
            Self::Map => "map",
            Self::Days => "days",
            Self::Totals => "totals",
            Self::Directory => "directory",
        }
    }
}

/// Which file it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Identity {
    pub(crate) kind: Kind,
    /// The fingerprint of the segment; of the whole index for what belongs to no segment.
    pub(crate) fingerprint: u64,
    /// Its place among the files of its kind in the segment.
    pub(crate) number: u32,
}

/// A file's bytes: its head and its content.
#[cfg(feature = "writer")]
pub(crate) fn sealed(identity: Identity, content: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(HEAD + 4 + content.len());
    bytes.extend(MAGIC);
    bytes.push(VERSION);
    bytes.push(identity.kind as u8);
    bytes.extend(identity.fingerprint.to_le_bytes());
    bytes.extend(identity.number.to_le_bytes());
    let checksum = checksum(&bytes, content);
    bytes.extend(checksum.to_le_bytes());
    bytes.extend(content);
    bytes
}

/// The content of a file that is what it should be; for the root the fingerprint is not known before,
/// so it is told.
///
/// # Errors
/// [`SearchError`] if it is not that file, whole and of this version.
pub(crate) fn opened(
    bytes: &[u8],
    kind: Kind,
    expected: Option<Identity>,
) -> Result<(Identity, &[u8]), SearchError> {
    let (head, rest) = bytes.split_at_checked(HEAD).ok_or(SearchError::Damaged)?;
    let (stored, content) = rest.split_first_chunk::<4>().ok_or(SearchError::Damaged)?;
    let [m0, m1, m2, m3, version, found, identity @ ..] = head else {
        return Err(SearchError::Damaged);
    };
    if [*m0, *m1, *m2, *m3] != *MAGIC {
        return Err(SearchError::Damaged);
    }
    if *version != VERSION {
        return Err(SearchError::OtherVersion { found: *version });
    }
    if checksum(head, content).to_le_bytes() != *stored {
        return Err(SearchError::Damaged);
    }
    let (fingerprint, number) = identity.split_first_chunk::<8>().ok_or(SearchError::Damaged)?;
    let number = number.first_chunk::<4>().ok_or(SearchError::Damaged)?;
    let identity = Identity {
        kind,
        fingerprint: u64::from_le_bytes(*fingerprint),
        number: u32::from_le_bytes(*number),
    };
    if *found != kind as u8 || expected.is_some_and(|expected| expected != identity) {
        return Err(SearchError::Misplaced);
    }
    Ok((identity, content))
}

fn checksum(head: &[u8], content: &[u8]) -> u32 {
    let mut digest = CHECKSUM.digest();
    digest.update(head);
    digest.update(content);
    digest.finalize()
}

/// A length as the index says it; no list in it is nearly as long.
pub(crate) fn length<T>(list: &[T]) -> u32 {
    u32::try_from(list.len()).unwrap_or(u32::MAX)
}

/// Adds a number in groups of seven bits, the lowest first (LEB128).
#[cfg(feature = "writer")]
pub(crate) fn put(bytes: &mut Vec<u8>, mut number: u32) {
    loop {
        let [group, ..] = number.to_le_bytes();
        number >>= 7;
        if number == 0 {
            bytes.push(group & 0x7f);
            return;
        }
        bytes.push(group | 0x80);
    }
}

/// Adds a text with its length.
#[cfg(feature = "writer")]
pub(crate) fn put_text(bytes: &mut Vec<u8>, text: &str) {
    put(bytes, length(text.as_bytes()));
    bytes.extend(text.as_bytes());
}

/// Adds a text as what it shares with the one before it and what follows.
#[cfg(feature = "writer")]
pub(crate) fn put_after(bytes: &mut Vec<u8>, before: &str, text: &str) {
    let shared = shared(before, text);
    put(bytes, u32::try_from(shared).unwrap_or_default());
    put_text(bytes, text.get(shared..).unwrap_or_default());
}

/// How many bytes two texts begin with alike, whole letters only.
#[cfg(feature = "writer")]
pub(crate) fn shared(one: &str, other: &str) -> usize {
    let letters = one.chars().zip(other.chars());
    letters.take_while(|(one, other)| one == other).map(|(letter, _)| letter.len_utf8()).sum()
}

/// A place in a file's content.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bytes<'b>(pub(crate) &'b [u8]);

impl<'b> Bytes<'b> {
    /// Reads a number.
    ///
    /// # Errors
    /// [`SearchError::Malformed`] if none stands here; the same for all others.
    pub(crate) fn number(&mut self) -> Result<u32, SearchError> {
        let mut number = 0u32;
        for shift in (0..35).step_by(7) {
            let (byte, rest) = self.0.split_first().ok_or(SearchError::Malformed)?;
            self.0 = rest;
            let group = u32::from(byte & 0x7f);
            number |= group.checked_shl(shift).ok_or(SearchError::Malformed)?;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err(SearchError::Malformed)
    }

    /// Reads how many things follow, of which each takes a byte or more.
    pub(crate) fn count(&mut self) -> Result<usize, SearchError> {
        let count = self.number()? as usize;
        if count > self.0.len() { Err(SearchError::Malformed) } else { Ok(count) }
    }

    /// Reads so many bytes.
    pub(crate) fn take(&mut self, length: usize) -> Result<&'b [u8], SearchError> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or(SearchError::Malformed)?;
        self.0 = rest;
        Ok(taken)
    }

    /// Reads a number of eight bytes.
    pub(crate) fn long(&mut self) -> Result<u64, SearchError> {
        let (bytes, rest) = self.0.split_first_chunk::<8>().ok_or(SearchError::Malformed)?;
        self.0 = rest;
        Ok(u64::from_le_bytes(*bytes))
    }

    /// Reads a text.
    pub(crate) fn text(&mut self) -> Result<&'b str, SearchError> {
        let length = self.count()?;
        std::str::from_utf8(self.take(length)?).map_err(|_| SearchError::Malformed)
    }

    /// Reads a text that begins as the one before it.
    pub(crate) fn text_after(&mut self, before: &str) -> Result<String, SearchError> {
        let shared = self.number()? as usize;
        let shared = before.get(..shared).ok_or(SearchError::Malformed)?;
        Ok([shared, self.text()?].concat())
    }
}

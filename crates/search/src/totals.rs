//! What far segments have of each facet: which of them have any, and how many documents it is in all.
//! So a search for facets alone skips segments as one for words does, and a list of filters has whole
//! numbers without reading segments.

use crate::{
    SearchError,
    bytes::Bytes,
    words::{Word, read_words},
};

/// A facet in the far segments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Total {
    /// The facet, with segments in the place of documents.
    pub(crate) facet: Word,
    /// How many documents have it.
    pub(crate) documents: u32,
}

#[cfg(feature = "writer")]
impl Total {
    /// A facet that no segment has yet.
    pub(crate) fn none(facet: &str) -> Self {
        let text = facet.to_owned();
        let facet = Word { text, stems: Vec::new(), documents: Vec::new(), titles: Vec::new() };
        Self { facet, documents: 0 }
    }
}

/// Reads the facets of a category in so many segments.
pub(crate) fn read_totals(content: &[u8], segments: u32) -> Result<Vec<Total>, SearchError> {
    let mut bytes = Bytes(content);
    let totals = (0..bytes.count()?).map(|_| bytes.number()).collect::<Result<Vec<_>, _>>()?;
    let facets = read_words(bytes.0, segments)?;
    if totals.len() != facets.len() {
        return Err(SearchError::Malformed);
    }
    let totals = facets.into_iter().zip(totals);
    Ok(totals.map(|(facet, documents)| Total { facet, documents }).collect())
}

/// The content of a file with the facets of a category.
#[cfg(feature = "writer")]
pub(crate) fn content(totals: &[Total], segments: u32) -> Vec<u8> {
    use crate::bytes::{length, put};
    let mut bytes = Vec::new();
    put(&mut bytes, length(totals));
    totals.iter().for_each(|total| put(&mut bytes, total.documents));
    let facets: Vec<Word> = totals.iter().map(|total| total.facet.clone()).collect();
    bytes.extend(crate::words::content(&facets, segments));
    bytes
}

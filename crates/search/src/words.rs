//! Files that say which documents have a word; words of the text, or facets such as
//! `country/kazakhstan`.
//!
//! First the dictionary: for each word what it shares with the one before it, its stems, and in how
//! many documents and titles it stands. Then, in the same order, the documents, and which of them have
//! the word in the title.

use crate::{SearchError, bits::BitReader, bytes::Bytes};

/// A word and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// The word, folded.
    pub(crate) text: String,
    /// Its stems, folded, but for the word itself; several if documents of several languages have it.
    pub(crate) stems: Vec<String>,
    /// The documents that have it, counted from the first of the segment.
    pub(crate) documents: Vec<u32>,
    /// Those that have it in a title, by their places in `documents`.
    pub(crate) titles: Vec<u32>,
}

/// Reads the words of a file of a segment with so many documents.
pub(crate) fn read_words(content: &[u8], documents: u32) -> Result<Vec<Word>, SearchError> {
    let mut bytes = Bytes(content);
    let count = bytes.count()?;
    let mut words: Vec<(String, Vec<String>, u32, u32)> = Vec::with_capacity(count);
    for _ in 0..count {
        let before = words.last().map_or("", |(text, ..)| text.as_str());
        let text = bytes.text_after(before)?;
        let stems =
            (0..bytes.count()?).map(|_| bytes.text_after(&text)).collect::<Result<_, _>>()?;
        words.push((text, stems, bytes.number()?, bytes.number()?));
    }
    let mut bits = BitReader::new(bytes.0);
    words
        .into_iter()
        .map(|(text, stems, all, titles)| {
            let documents = bits.ascending(all, documents)?;
            Ok(Word { text, stems, documents, titles: bits.ascending(titles, all)? })
        })
        .collect()
}

#[cfg(feature = "writer")]
pub(crate) use writing::{content, shards};

#[cfg(feature = "writer")]
mod writing {
    use super::Word;
    use crate::{
        bits::{BitWriter, size},
        bytes::{length, put, put_after, shared},
        fold::skeleton,
    };

    /// The content of a file with these words, of a segment with so many documents.
    pub(crate) fn content(words: &[Word], documents: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        put(&mut bytes, length(words));
        let mut before = "";
        for word in words {
            put_after(&mut bytes, before, &word.text);
            put(&mut bytes, length(&word.stems));
            for stem in &word.stems {
                put_after(&mut bytes, &word.text, stem);
            }
            put(&mut bytes, length(&word.documents));
            put(&mut bytes, length(&word.titles));
            before = &word.text;
        }
        let mut bits = BitWriter::default();
        for word in words {
            bits.ascending(&word.documents, documents);
            bits.ascending(&word.titles, length(&word.documents));
        }
        bytes.extend(bits.finish());
        bytes
    }

    /// Cuts words, which come in the order of their skeletons, into runs whose files have at most
    /// `largest` bytes. A run ends where the next word is least like the last, so that inflected forms
    /// of a word seldom stand in two files. Words of one skeleton are never parted, however many.
    pub(crate) fn shards(words: &[Word], documents: u32, largest: usize) -> Vec<&[Word]> {
        let mut runs = Vec::new();
        let mut rest = words;
        while !rest.is_empty() {
            let mut total = 0;
            let fitting = rest.iter().take_while(|word| {
                total += weight(word, documents);
                total <= largest
            });
            let fitting = fitting.count().max(1);
            let cut = if fitting == rest.len() { fitting } else { best_cut(rest, fitting) };
            let (run, after) = rest.split_at(cut);
            runs.push(run);
            rest = after;
        }
        runs
    }

    /// The most bytes that a word takes.
    fn weight(word: &Word, documents: u32) -> usize {
        let dictionary = 8 + word.text.len() + word.stems.iter().map(String::len).sum::<usize>();
        let titles = size(&word.titles, length(&word.documents));
        dictionary + size(&word.documents, documents) + titles + 2
    }

    /// Where to cut: within the last third of what fits, or else nearest to it.
    fn best_cut(words: &[Word], fitting: usize) -> usize {
        let likeness = |cut: &usize| {
            let last = skeleton(&words.get(cut.checked_sub(1)?)?.text);
            let next = skeleton(&words.get(*cut)?.text);
            (last != next).then(|| shared(&last, &next))
        };
        let earliest = (fitting - fitting / 3).max(1);
        let best = (earliest..=fitting).rev().filter(|cut| likeness(cut).is_some());
        best.min_by_key(likeness)
            .or_else(|| (1..earliest).rev().find(|cut| likeness(cut).is_some()))
            .or_else(|| (fitting..words.len()).find(|cut| likeness(cut).is_some()))
            .unwrap_or(words.len())
    }
}

#[cfg(all(test, feature = "writer"))]
mod tests {
    use proptest::{collection::btree_set, prelude::*};

    use super::*;
    use crate::fold::skeleton;

    proptest! {
        #[test]
        fn files_hold_all_words_in_order_and_part_none_of_one_skeleton(
            texts in btree_set("[abei]{1,4}n?", 1..200),
            largest in 1usize..400,
        ) {
            let word = |text: &String| Word {
                text: text.clone(),
                stems: Vec::new(),
                documents: vec![0],
                titles: Vec::new(),
            };
            let mut words: Vec<Word> = texts.iter().map(word).collect();
            words.sort_by_key(|word| (skeleton(&word.text), word.text.clone()));
            let runs = shards(&words, 1, largest);
            prop_assert_eq!(runs.concat(), words.clone());
            for pair in runs.windows(2) {
                let (last, next) = (pair[0].last().unwrap(), pair[1].first().unwrap());
                prop_assert!(skeleton(&last.text) < skeleton(&next.text));
            }
        }
    }
}

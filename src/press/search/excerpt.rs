//! The piece of a text around the words by which a release was found.

use rostrum_model::{Block, ReleaseVersion};

use super::marks::found_in;

/// How many letters stand before the first word that was found, and how many in all.
const BEFORE: usize = 60;
const LENGTH: usize = 220;

/// The piece of a release's text that has most of the words, which are folded as the index has them;
/// its beginning if it has none of them, and none if it has no text.
pub(super) fn excerpt(version: &ReleaseVersion, words: &[String]) -> Option<String> {
    let mut texts = Vec::new();
    version.body.iter().for_each(|block: &Block| block.add_texts(&mut texts));
    texts.retain(|text| !text.trim().is_empty());
    let mut best: Option<(usize, usize, &str)> = None;
    for text in &texts {
        let (count, start) = found_in(text, words);
        if best.is_none_or(|(most, ..)| count > most) {
            best = Some((count, start, text));
        }
    }
    best.map(|(_, start, text)| around(text, start))
}

/// The piece of a text around a place, whole words only, with an ellipsis where it goes on.
fn around(text: &str, place: usize) -> String {
    let before = text.get(..place).unwrap_or_default();
    let start = before.char_indices().rev().nth(BEFORE).map_or(0, |(start, _)| start);
    let start = if start == 0 { 0 } else { start + after_space(&text[start..]) };
    let piece = &text[start..];
    let end = piece.char_indices().nth(LENGTH).map_or(piece.len(), |(end, _)| end);
    let is_whole = end == piece.len();
    let piece = &piece[..end];
    let piece = if is_whole { piece } else { &piece[..piece.rfind(' ').unwrap_or(end)] };
    let [first, last] = [start > 0, !is_whole].map(|goes_on| if goes_on { "…" } else { "" });
    [first, piece.trim(), last].concat()
}

/// How far it is to the next word; nothing where a language writes no spaces.
fn after_space(text: &str) -> usize {
    text.char_indices().take(BEFORE).find(|(_, letter)| *letter == ' ').map_or(0, |(at, _)| at + 1)
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use proptest::prelude::*;
    use rostrum_model::Inline;

    use super::*;

    fn excerpt_of(paragraphs: &[&str], words: &[&str]) -> Option<String> {
        let paragraph = |text: &&str| Block::Paragraph { text: vec![Inline::plain(*text)] };
        let version = ReleaseVersion {
            language: "en".parse().unwrap(),
            title: "A title".to_owned(),
            body: paragraphs.iter().map(paragraph).collect(),
            attachments: Vec::new(),
        };
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        excerpt(&version, &words)
    }

    #[test]
    fn the_paragraph_with_most_of_the_words_is_told() {
        let paragraphs = ["A bid.", "A bid for the chair.", "The chair."];
        assert_eq!(excerpt_of(&paragraphs, &["bid", "chair"]).unwrap(), "A bid for the chair.");
        assert_eq!(excerpt_of(&paragraphs, &["else"]).unwrap(), "A bid.");
        assert_eq!(excerpt_of(&paragraphs, &[]).unwrap(), "A bid.");
        assert_eq!(excerpt_of(&[], &["bid"]), None);
    }

    #[test]
    fn a_long_text_is_cut_between_words_around_what_was_found() {
        let long = ["word ".repeat(100), "election ".to_owned(), "more ".repeat(100)].concat();
        let told = excerpt_of(&[&long], &["election"]).unwrap();
        assert!(told.starts_with("…word ") && told.ends_with(" more…"), "{told}");
        assert!(told.contains("election") && told.chars().count() <= LENGTH + 2, "{told}");
    }

    proptest! {
        #[test]
        fn any_text_is_cut_without_a_panic(text in "[a-zé語 .-]{0,600}", word in "[a-zé語]{1,3}") {
            let told = excerpt_of(&[&text], &[&word]).unwrap_or_default();
            prop_assert!(told.chars().count() <= LENGTH + 2);
        }
    }
}

//! A text as words.
//!
//! A word is a run of letters and digits. Runs that a hyphen or an apostrophe joins, or full stops
//! between single letters, are found under their parts and as one: `co-operation` under `co`,
//! `operation` and `cooperation`, `l’OSCE` under `osce`, `U.S.` under `us`.

use crate::fold::{fold, lower};

/// What stands between letters, or is joined without a space.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// Its runs in small letters with their marks, as a stemmer needs them; one, unless it is joined.
    pub(crate) parts: Vec<String>,
    /// All of it, folded.
    pub(crate) joined: String,
    /// Whether an apostrophe joins it.
    pub(crate) is_elided: bool,
}

impl Token {
    /// The folded parts that a reader may look for.
    pub(crate) fn folded_parts(&self) -> impl Iterator<Item = (&str, String)> {
        self.parts.iter().map(|part| (part.as_str(), fold(part)))
    }
}

/// The words of a text, in order.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let text = lower(text);
    let mut tokens: Vec<Token> = Vec::new();
    let mut rest = text.as_str();
    while let Some(start) = rest.find(is_letter) {
        let (between, run) = rest.split_at(start);
        let end = run.find(|letter| !is_letter(letter)).unwrap_or(run.len());
        let (part, after) = run.split_at(end);
        let joiner = joiner_of(between);
        match tokens.last_mut().filter(|last| joins_on(joiner, last, part)) {
            Some(last) => {
                last.joined.push_str(&fold(part));
                last.parts.push(part.to_owned());
                last.is_elided |= joiner == Some(Joiner::Apostrophe);
            }
            None => tokens.push(Token {
                parts: vec![part.to_owned()],
                joined: fold(part),
                is_elided: false,
            }),
        }
        rest = after;
    }
    tokens.retain(|token| !token.joined.is_empty());
    tokens
}

/// What joins two runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joiner {
    Hyphen,
    Apostrophe,
    Stop,
}

fn joiner_of(between: &str) -> Option<Joiner> {
    match between {
        "-" | "\u{2010}" | "\u{2011}" | "\u{ad}" => Some(Joiner::Hyphen),
        "'" | "’" | "ʼ" | "ʻ" | "‘" => Some(Joiner::Apostrophe),
        "." => Some(Joiner::Stop),
        _ => None,
    }
}

fn joins_on(joiner: Option<Joiner>, last: &Token, part: &str) -> bool {
    let is_single = |part: &str| part.chars().nth(1).is_none();
    match joiner {
        None => false,
        Some(Joiner::Stop) => is_single(part) && last.parts.iter().all(|part| is_single(part)),
        Some(Joiner::Hyphen | Joiner::Apostrophe) => true,
    }
}

/// Letters, digits, and the marks that stand with letters.
fn is_letter(letter: char) -> bool {
    letter.is_alphanumeric()
        || matches!(letter, '\u{300}'..='\u{36f}' | '\u{640}' | '\u{64b}'..='\u{65f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|token| token.joined).collect()
    }

    #[test]
    fn hyphens_and_apostrophes_join() {
        assert_eq!(joined("Co-operation, l’OSCE; O'Brien's"), ["cooperation", "losce", "obriens"]);
        assert_eq!(tokens("Nagorno-Karabakh")[0].parts, ["nagorno", "karabakh"]);
        assert_eq!(joined("one - two -- three"), ["one", "two", "three"]);
    }

    #[test]
    fn full_stops_join_single_letters_alone() {
        assert_eq!(
            joined("the U.S. and O.S.C.E. end. A.new"),
            ["the", "us", "and", "osce", "end", "a", "new"]
        );
        assert_eq!(joined("3.5 1.250"), ["35", "1", "250"]);
    }

    #[test]
    fn texts_without_words_have_none() {
        assert!(joined(" — … !").is_empty());
        assert!(joined("").is_empty());
    }

    #[test]
    fn a_date_is_one_word_too() {
        assert_eq!(joined("2007-04-30"), ["20070430"]);
    }
}

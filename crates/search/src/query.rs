//! What a visitor typed, as what is looked for.
//!
//! Words, which must all be there; `"phrases"` in any quotation marks; `-excluded` words and phrases.
//! The last word may be a beginning as long as no space follows it.

use crate::{
    fold::fold,
    pairs::is_transparent,
    tokens::{Token, tokens},
};

/// The most words that are looked for; what follows is left out.
const MOST: usize = 12;

/// Beginnings that are written apart, with a hyphen or joined: `co operation`.
const JOINING: &str = " anti bi co counter e ex extra inter mid mini multi non over post pre pro re self \
    semi sub tele trans tri ultra under vice ";

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Query {
    /// Each must be found in a document.
    pub(crate) terms: Vec<Term>,
    /// Buckets of pairs that must be found.
    pub(crate) phrases: Vec<Phrase>,
    /// None may be found; for phrases all of the words and pairs together.
    pub(crate) excluded: Vec<(Vec<Term>, Phrase)>,
}

/// Neighbours, each pair with the ways to write it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Phrase {
    pub(crate) pairs: Vec<(String, String)>,
}

/// A word in the ways that it may be written: one of these, each of them one word or several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    pub(crate) ways: Vec<Vec<Spelling>>,
}

/// A word as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Spelling {
    /// The word, folded.
    pub(crate) text: String,
    /// Whether it must stand exactly so.
    pub(crate) is_exact: bool,
    /// Whether it may be the beginning of a word.
    pub(crate) is_beginning: bool,
}

impl Query {
    /// Reads what was typed.
    pub(crate) fn parse(text: &str) -> Self {
        let mut query = Self::default();
        for piece in pieces(text) {
            let words = tokens(&piece.text);
            if words.is_empty() {
                continue;
            }
            let mut terms = if piece.is_quoted {
                words.iter().flat_map(exact_terms).collect()
            } else {
                terms_of(&words)
            };
            let phrase = if piece.is_quoted { Phrase::of(&words) } else { Phrase::default() };
            if piece.is_excluded {
                query.excluded.push((terms, phrase));
                continue;
            }
            if piece.is_unfinished {
                terms.last_mut().into_iter().for_each(Term::begin);
            }
            query.terms.append(&mut terms);
            query.phrases.push(phrase);
        }
        // The smallest words are looked for where there is nothing else.
        if query.terms.iter().any(|term| !term.is_transparent()) {
            query.terms.retain(|term| !term.is_transparent());
        }
        query.terms.truncate(MOST);
        query.excluded.truncate(MOST);
        query
    }
}

impl Query {
    /// The words alone, which must be there for the rest to be.
    pub(crate) fn without_order(&self) -> Self {
        Self { terms: self.terms.clone(), ..Self::default() }
    }
}

impl Phrase {
    fn of(words: &[Token]) -> Self {
        let parts: Vec<String> = words
            .iter()
            .flat_map(Token::folded_parts)
            .map(|(_, folded)| folded)
            .filter(|word| !is_transparent(word))
            .collect();
        let pairs = parts.windows(2).filter_map(|pair| match pair {
            [one, other] => Some((one.clone(), other.clone())),
            _ => None,
        });
        Self { pairs: pairs.collect() }
    }
}

impl Term {
    /// Whether it is one of the smallest words, which most texts have.
    fn is_transparent(&self) -> bool {
        matches!(&self.ways[..], [way] if matches!(&way[..], [word] if is_transparent(&word.text)))
    }

    /// The last word of each way may go on.
    fn begin(&mut self) {
        for way in &mut self.ways {
            if let Some(last) = way.last_mut() {
                last.is_beginning = true;
            }
        }
    }
}

impl Spelling {
    fn new(word: &str) -> Self {
        Self { text: fold(word), is_exact: false, is_beginning: false }
    }

    fn exact(text: String) -> Self {
        Self { text, is_exact: true, is_beginning: false }
    }
}

/// The words of a phrase stand exactly so.
fn exact_terms(token: &Token) -> Vec<Term> {
    let parts = token.folded_parts().map(|(_, folded)| folded);
    parts.map(|text| Term { ways: vec![vec![Spelling::exact(text)]] }).collect()
}

fn terms_of(words: &[Token]) -> Vec<Term> {
    let mut terms = Vec::new();
    let mut rest = words;
    while let Some((token, after)) = rest.split_first() {
        rest = after;
        let ways = match (after.split_first(), &token.parts[..]) {
            (Some((next, after)), [beginning]) if is_joining(beginning) => {
                rest = after;
                let joined = [&*token.joined, &next.joined].concat();
                let apart = vec![Spelling::new(beginning), Spelling::new(&next.joined)];
                vec![vec![Spelling::new(&joined)], apart]
            }
            _ => ways_of(token),
        };
        terms.push(Term { ways });
    }
    terms
}

fn is_joining(word: &str) -> bool {
    JOINING.split(' ').any(|known| known == word)
}

fn ways_of(token: &Token) -> Vec<Vec<Spelling>> {
    if let [word] = &token.parts[..] {
        return vec![vec![Spelling::new(word)]];
    }
    // What an apostrophe parts from a word is seldom what is looked for: `l’`, `dell’`, `’s`.
    let least = if token.is_elided { 3 } else { 2 };
    let is_long = |part: &&String| part.chars().nth(least - 1).is_some();
    let parts: Vec<Spelling> =
        token.parts.iter().filter(is_long).map(|part| Spelling::new(part)).collect();
    let joined = vec![Spelling::new(&token.joined)];
    let begins_joined = token.parts.first().is_some_and(|first| is_joining(first));
    if parts.is_empty() || (begins_joined && !token.is_elided) {
        return vec![joined];
    }
    vec![joined, parts]
}

/// A part of what was typed.
#[derive(Clone, Debug)]
struct Piece {
    text: String,
    is_quoted: bool,
    is_excluded: bool,
    is_unfinished: bool,
}

const QUOTATION_MARKS: [char; 7] = ['"', '“', '”', '„', '«', '»', '‟'];

const MINUS: [char; 2] = ['-', '−'];

fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut is_excluded = false;
    let parts: Vec<&str> = text.split(QUOTATION_MARKS).collect();
    for (number, part) in parts.iter().enumerate() {
        if number % 2 == 1 {
            let text = (*part).to_owned();
            pieces.push(Piece { text, is_quoted: true, is_excluded, is_unfinished: false });
            continue;
        }
        is_excluded =
            part.split_whitespace().last().is_some_and(|last| last.trim_matches(MINUS).is_empty());
        let is_unfinished = number + 1 == parts.len() && !part.ends_with(char::is_whitespace);
        pieces.extend(unquoted(part, is_unfinished));
    }
    pieces
}

/// Words outside quotation marks. Neighbours stay together, since two of them may be one word.
fn unquoted(part: &str, is_unfinished: bool) -> impl Iterator<Item = Piece> {
    let words: Vec<&str> = part.split_whitespace().collect();
    let runs = words.chunk_by(|one, other| !one.starts_with(MINUS) && !other.starts_with(MINUS));
    let count = runs.clone().count();
    let pieces: Vec<Piece> = runs
        .enumerate()
        .map(|(number, run)| {
            let text = run.join(" ");
            let is_excluded = text.starts_with(MINUS);
            let is_unfinished = is_unfinished && !is_excluded && number + 1 == count;
            Piece { text, is_quoted: false, is_excluded, is_unfinished }
        })
        .collect();
    pieces.into_iter()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(text: &str) -> Vec<String> {
        let spellings =
            |way: Vec<Spelling>| way.into_iter().map(|one| one.text).collect::<Vec<_>>().join("+");
        let term = |term: Term| term.ways.into_iter().map(spellings).collect::<Vec<_>>().join("|");
        Query::parse(text).terms.into_iter().map(term).collect()
    }

    #[test]
    fn all_ways_to_write_a_word_find_each_other() {
        assert_eq!(words("co-operation"), ["cooperation"]);
        assert_eq!(words("co operation"), ["cooperation|co+operation"]);
        assert_eq!(words("Nagorno-Karabakh"), ["nagornokarabakh|nagorno+karabakh"]);
        assert_eq!(words("l’OSCE"), ["losce|osce"]);
        assert_eq!(words("council's"), ["councils|council"]);
    }

    #[test]
    fn minus_excludes_and_quotation_marks_bind() {
        let query =
            Query::parse("kazakhstan -elections „permanent council“ -\"human rights\" 2009-2010");
        assert_eq!(query.excluded.len(), 2);
        assert_eq!(query.excluded[1].1.pairs, [("human".to_owned(), "rights".to_owned())]);
        assert_eq!(query.phrases[1].pairs, [("permanent".to_owned(), "council".to_owned())]);
        assert_eq!(query.terms.len(), 4);
    }

    #[test]
    fn the_last_word_may_go_on_until_a_space_follows() {
        let is_beginning = |text: &str| {
            Query::parse(text).terms.last().unwrap().ways[0].last().unwrap().is_beginning
        };
        assert!(is_beginning("permanent counc"));
        assert!(!is_beginning("permanent counc "));
        assert!(!is_beginning("\"permanent counc"));
        assert!(!is_beginning("\"permanent counc\""));
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_read(text in "[a-zé0-9\"„“ .'’-]{0,40}") {
            Query::parse(&text);
        }
    }
}

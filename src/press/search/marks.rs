//! Marking in a title the words by which it was found.

use std::mem::take;

use rostrum_search::folded;

use crate::element::{Node, element, fragment};

/// A text in which words are marked that are known folded, as the index has them. Words that are
/// joined by a hyphen or an apostrophe are marked each, or else all as one: the index has
/// `co-operation` as `cooperation` too.
pub(super) fn marked(text: &str, words: &[String]) -> Node {
    if words.is_empty() {
        return Node::Text(text.to_owned());
    }
    let is_found = |word: &str| words.contains(&folded(word));
    let mut nodes = Vec::new();
    let mut plain = String::new();
    let mut add = |piece: &str, is_marked: bool| {
        if is_marked {
            nodes.push(Node::Text(take(&mut plain)));
            nodes.push(element("mark").with(piece).into());
        } else {
            plain.push_str(piece);
        }
    };
    for run in pieces(text, |letter| is_between(letter) && !is_joiner(letter)) {
        let parts = pieces(run, is_joiner);
        let is_any = parts.iter().any(|part| is_found(part));
        if !is_any && is_found(&run.replace(is_joiner, "")) {
            add(run, true);
        } else {
            parts.into_iter().for_each(|part| add(part, is_any && is_found(part)));
        }
    }
    fragment((nodes, plain))
}

/// How many of the words a text has, and where the first of them begins, in bytes.
pub(super) fn found_in(text: &str, words: &[String]) -> (usize, usize) {
    let mut found: Vec<String> = Vec::new();
    let mut first = None;
    let mut at = 0;
    for run in pieces(text, |letter| is_between(letter) && !is_joiner(letter)) {
        let joined = run.replace(is_joiner, "");
        for part in pieces(run, is_joiner).into_iter().chain([joined.as_str()]) {
            let part = folded(part);
            if words.contains(&part) {
                first = first.or(Some(at));
                if !found.contains(&part) {
                    found.push(part);
                }
            }
        }
        at += run.len();
    }
    (found.len(), first.unwrap_or_default())
}

/// Cuts a text wherever what is between words begins or ends.
fn pieces(text: &str, is_between: fn(char) -> bool) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let side = is_between(first);
        let end = rest.find(|letter| is_between(letter) != side).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        pieces.push(piece);
        rest = after;
    }
    pieces
}

/// Whether a letter stands between words.
pub(super) fn is_between(letter: char) -> bool {
    letter <= ' '
        || letter.is_ascii_punctuation()
        // General punctuation (Unicode), and what else stands beside words in the official languages.
        || matches!(letter, '\u{2000}'..='\u{206f}' | '\u{a0}' | '«' | '»' | '،' | '؛' | '؟')
}

fn is_joiner(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}' | '\u{2011}' | '\'' | '’')
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use leptos::prelude::*;

    use super::*;

    fn html(text: &str, words: &[&str]) -> String {
        let words: Vec<_> = words.iter().map(|word| (*word).to_owned()).collect();
        marked(text, &words).to_html()
    }

    #[test]
    fn words_are_marked_in_any_case_joined_or_apart() {
        for (text, words, html) in [
            (
                "Elections, elections!",
                &["elections"][..],
                "<mark>Elections</mark>, <mark>elections</mark>!",
            ),
            ("Free elections", &["election"], "Free elections"),
            ("On co-operation", &["cooperation"], "On <mark>co-operation</mark>"),
            ("OSCE-supported", &["osce"], "<mark>OSCE</mark>-supported"),
            ("L’OSCE", &["osce"], "L’<mark>OSCE</mark>"),
            ("«Выборы» в Астане", &["выборы"], "«<mark>Выборы</mark>» в Астане"),
            ("هل الانتخابات؟", &["الانتخابات"], "هل <mark>الانتخابات</mark>؟"),
            ("a <b> c", &["b"], "a &lt;<mark>b</mark>&gt; c"),
            ("", &["a"], ""),
        ] {
            assert_eq!(self::html(text, words), html);
        }
    }

    #[test]
    fn marking_leaves_every_letter_where_it_was() {
        for text in ["-a- b’c ", "co-operation-co", "’", "été–a", "  a,,a  ", "日本a"] {
            let unmarked = html(text, &["a", "cooperation", "bc"]);
            assert_eq!(unmarked.replace("<mark>", "").replace("</mark>", ""), text);
        }
    }
}

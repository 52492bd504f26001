//! HTML as tokens with their bytes.
//!
//! What is never closed (a comment, a tag, a script) would swallow the rest of a text. Here its
//! opening is taken for plain text instead, and reading goes on after it, so that no text is lost.

use std::ops::Range;

use html5gum::{DefaultEmitter, Span, State, Token as Read, Tokenizer};

/// A piece of HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A tag that opens an element.
    Start(Tag),
    /// A tag that closes one.
    End(String),
    /// Text, its references to characters resolved.
    Text(String),
    /// The text of an element whose text is no markup (`script`, `textarea`).
    Raw(String),
    /// A comment.
    Comment(String, Range<usize>),
}

/// A tag that opens an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tag {
    /// The element's name in small letters.
    pub(super) name: String,
    /// Its attributes.
    pub(super) attributes: Vec<(String, String)>,
    /// Its bytes.
    pub(super) bytes: Range<usize>,
}

impl Tag {
    /// The value of an attribute, if it has one.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let (_, value) = self.attributes.iter().find(|(present, _)| present == name)?;
        Some(value.as_str()).filter(|value| !value.is_empty())
    }
}

/// How often reading starts again after something that is never closed; a text with more of them
/// is taken as plain text from there on.
const RESTARTS: usize = 16;

/// Reads all tokens in order.
pub(super) fn tokens(html: &str, visit: &mut dyn FnMut(Token)) {
    let mut start = 0;
    for _ in 0..RESTARTS {
        match read_from(html, start, visit) {
            None => return,
            Some(unclosed) => {
                visit(Token::Text("<".to_owned()));
                start = unclosed + 1;
            }
        }
    }
    visit(Token::Text(html[start..].to_owned()));
}

/// Reads from a byte on; gives the byte where something opens that is never closed.
fn read_from(html: &str, start: usize, visit: &mut dyn FnMut(Token)) -> Option<usize> {
    let html = &html[start..];
    let mut tokenizer = Tokenizer::new_with_emitter(html, DefaultEmitter::<usize>::new_with_span());
    let mut closed = 0;
    let mut raw: Option<String> = None;
    let mut unclosed_raw: Vec<String> = Vec::new();
    while let Some(token) = tokenizer.next() {
        let Ok(token) = token;
        match token {
            Read::StartTag(tag) => {
                closed = tag.span.end;
                let name = lossy(&tag.name);
                let attributes = tag
                    .attributes
                    .iter()
                    .map(|(name, value)| (lossy(name), lossy(&value.value)))
                    .collect();
                if let Some(state) = raw_state(&name).filter(|_| !unclosed_raw.contains(&name)) {
                    if closes(html, closed, &name) {
                        tokenizer.set_state(state);
                        raw = Some(name.clone());
                    } else {
                        unclosed_raw.push(name.clone());
                    }
                }
                visit(Token::Start(Tag { name, attributes, bytes: shifted(tag.span, start) }));
            }
            Read::EndTag(tag) => {
                closed = tag.span.end;
                raw = None;
                visit(Token::End(lossy(&tag.name)));
            }
            Read::String(text) if raw.is_some() => visit(Token::Raw(lossy(&text.value))),
            Read::String(text) => visit(Token::Text(lossy(&text.value))),
            Read::Comment(comment) => {
                if is_unclosed(html, closed) {
                    return opening(html, closed).map(|at| at + start);
                }
                closed = comment.span.end;
                visit(Token::Comment(lossy(&comment.value), shifted(comment.span, start)));
            }
            Read::Doctype(doctype) => {
                if is_unclosed(html, closed) {
                    return opening(html, closed).map(|at| at + start);
                }
                closed = doctype.span.end;
            }
            Read::Error(_) => {}
        }
    }
    if raw.is_some() { None } else { opening(html, closed).map(|at| at + start) }
}

/// The first place from a byte on where a tag, comment or doctype opens.
fn opening(html: &str, from: usize) -> Option<usize> {
    let bytes = html.as_bytes();
    let mut at = from.min(bytes.len());
    loop {
        at += bytes[at..].iter().position(|byte| *byte == b'<')?;
        match (bytes.get(at + 1), bytes.get(at + 2)) {
            (Some(b'!' | b'?'), _) | (Some(b'/'), Some(_)) => return Some(at),
            (Some(letter), _) if letter.is_ascii_alphabetic() => return Some(at),
            _ => at += 1,
        }
    }
}

/// Whether the comment or doctype that opens next has no end.
fn is_unclosed(html: &str, from: usize) -> bool {
    let Some(at) = opening(html, from) else { return false };
    let rest = &html[at..];
    match rest.strip_prefix("<!--") {
        Some(comment) => {
            let is_short = comment.starts_with('>') || comment.starts_with("->");
            !(is_short || comment.contains("-->") || comment.contains("--!>"))
        }
        None => !rest.contains('>'),
    }
}

/// Whether an element whose text is no markup is closed somewhere.
fn closes(html: &str, from: usize, name: &str) -> bool {
    let bytes = html.as_bytes();
    let mut at = from;
    while let Some(next) = bytes.get(at..).and_then(|rest| rest.windows(2).position(|w| w == b"</"))
    {
        at += next + 2;
        let Some(found) = bytes.get(at..at + name.len()) else { return false };
        let ends = matches!(
            bytes.get(at + name.len()),
            Some(b'>' | b'/' | b' ' | b'\t' | b'\n' | b'\r' | 0x0c)
        );
        if found.eq_ignore_ascii_case(name.as_bytes()) && ends {
            return true;
        }
    }
    false
}

fn raw_state(name: &str) -> Option<State> {
    match name {
        "title" | "textarea" => Some(State::RcData),
        "script" | "style" | "xmp" | "iframe" | "noembed" | "noframes" | "noscript" => {
            Some(State::RawText)
        }
        _ => None,
    }
}

fn shifted(span: Span<usize>, by: usize) -> Range<usize> {
    span.start + by..span.end + by
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

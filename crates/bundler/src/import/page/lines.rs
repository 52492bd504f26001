//! The lines of a page, by what their beginning says.

use std::ops::Range;

/// A line that is not empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line<'s> {
    /// Its number, from 1.
    pub(super) number: usize,
    /// The bytes of the source that it takes.
    pub(super) bytes: Range<usize>,
    /// What its beginning says.
    pub(super) form: Form,
    /// Its text without the bullet.
    pub(super) text: &'s str,
}

/// What the beginning of a line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A bullet alone.
    Opener,
    /// A bullet and a text.
    Item,
    /// A text.
    Plain,
}

const BULLETS: [char; 4] = ['-', '*', '•', '·'];

/// The lines that are not empty, however they end.
pub(super) fn read_lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut number = 0;
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let next = end + if rest[end..].starts_with("\r\n") { 2 } else { 1 };
        number += 1;
        let shown = rest[..end].trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        if !shown.is_empty() {
            let before = shown.as_ptr().addr() - rest.as_ptr().addr();
            let first = start + before;
            lines.push(line(number, first..first + shown.len(), shown));
        }
        rest = rest.get(next..).unwrap_or_default();
        start += next;
    }
    lines
}

fn line(number: usize, bytes: Range<usize>, shown: &str) -> Line<'_> {
    let after_bullet = shown.strip_prefix(BULLETS);
    let (form, text) = match after_bullet {
        Some("") => (Form::Opener, shown),
        Some(rest) if rest.starts_with(char::is_whitespace) => (Form::Item, rest.trim_start()),
        _ => (Form::Plain, shown),
    };
    Line { number, bytes, form, text }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn lines_keep_their_numbers_however_they_end() {
        let lines = read_lines("\u{feff}-\r\nHeading\n\n  - Item \r• Other\n-5 degrees");
        let seen: Vec<_> = lines.iter().map(|line| (line.number, line.form, line.text)).collect();
        assert_eq!(
            seen,
            [
                (1, Form::Opener, "-"),
                (2, Form::Plain, "Heading"),
                (4, Form::Item, "Item"),
                (5, Form::Item, "Other"),
                (6, Form::Plain, "-5 degrees"),
            ]
        );
    }

    proptest! {
        #[test]
        fn every_line_is_found_at_its_bytes(text in "(\\PC|[-\n\r\t ]){0,60}") {
            for line in read_lines(&text) {
                prop_assert!(text[line.bytes].ends_with(line.text));
            }
        }
    }
}

//! A source file with its text, and the place of any part of it.

use std::{io, ops::Range, path::Path, sync::Arc};

use crate::finding::{Findings, Place};

/// Of a longer line, in bytes, only what stands around a place is kept with it.
const LONGEST_EXCERPT: usize = 4096;

/// A source file.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    file: Arc<str>,
    text: String,
    line_starts: Vec<usize>,
}

impl Source {
    /// A text under the name of a file.
    pub(crate) fn new(file: &str, text: impl Into<String>) -> Self {
        let text = text.into();
        let after_breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let line_starts = std::iter::once(0).chain(after_breaks.map(|(at, _)| at + 1)).collect();
        Self { file: file.into(), text, line_starts }
    }

    /// Reads a file; notes why it cannot be read.
    pub(crate) fn read(path: &Path, findings: &mut Findings) -> Option<Self> {
        match std::fs::read(path) {
            Ok(bytes) => Self::from_bytes(&path.display().to_string(), bytes, findings),
            Err(error) => {
                let reason = match error.kind() {
                    io::ErrorKind::NotFound => "the file is missing".to_owned(),
                    _ => format!("the file cannot be read: {error}"),
                };
                findings.error(Place::file(path), reason);
                None
            }
        }
    }

    /// Takes bytes as the text of a file; notes where they are no UTF-8.
    pub(crate) fn from_bytes(file: &str, bytes: Vec<u8>, findings: &mut Findings) -> Option<Self> {
        match String::from_utf8(bytes) {
            Ok(text) => Some(Self::new(file, text)),
            Err(error) => {
                let valid = error.utf8_error().valid_up_to();
                let source = Self::new(file, String::from_utf8_lossy(error.as_bytes()));
                findings
                    .error(source.place(valid..valid), "the file is not UTF-8 from here on")
                    .help("save it again with the encoding UTF-8");
                None
            }
        }
    }

    /// Its text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The place of some bytes of the text, as far as they stand on one line.
    pub(crate) fn place(&self, bytes: Range<usize>) -> Place {
        let is_boundary = |byte: &usize| self.text.is_char_boundary(*byte);
        let length = self.text.len();
        let start = (0..=bytes.start.min(length)).rev().find(is_boundary).unwrap_or_default();
        let number = self.line_starts.partition_point(|line| *line <= start);
        let line_start = self.line_starts[number - 1];
        let line_end = self.line_starts.get(number).map_or(length, |next| next - 1);
        let line = self.text[line_start..line_end].trim_end_matches('\r');
        let first = (start - line_start).min(line.len());
        let end = (bytes.end.min(length)..=length).find(is_boundary).unwrap_or(length).max(start);
        let last = (end - line_start).clamp(first, line.len());
        let (excerpt, span) = excerpt(line, first..last);
        Place { file: Arc::clone(&self.file), line: number, excerpt, span }
    }

    /// The file as a whole.
    pub(crate) fn whole(&self) -> Place {
        Place::file(Path::new(&*self.file))
    }
}

/// A line with the bytes that are meant; of a very long one the part around them.
fn excerpt(line: &str, span: Range<usize>) -> (String, Range<usize>) {
    if line.len() <= LONGEST_EXCERPT {
        return (line.to_owned(), span);
    }
    let boundary = |at: usize| (0..=at.min(line.len())).rev().find(|at| line.is_char_boundary(*at));
    let start = boundary(span.start.saturating_sub(LONGEST_EXCERPT / 4)).unwrap_or_default();
    let end = boundary(start + LONGEST_EXCERPT).unwrap_or(start).max(start);
    (line[start..end].to_owned(), span.start - start..span.end.min(end) - start)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_place_has_the_line_and_the_bytes_within_it() {
        let source = Source::new("a.yaml", "one\r\ntürkiye: 2\n");
        let place = source.place(5..13);
        assert_eq!((place.line, &*place.excerpt, place.span), (2, "türkiye: 2", 0..8));
        assert_eq!(source.place(2..900).span, 2..3);
        assert_eq!(source.place(900..901).line, 3);
    }

    proptest! {
        #[test]
        fn any_bytes_of_any_text_have_a_place(text in "(\\PC|\n|\r){0,30}", start in 0usize..60, length in 0usize..60) {
            let place = Source::new("x", text).place(start..start + length);
            prop_assert!(place.excerpt.get(place.span).is_some());
        }
    }
}

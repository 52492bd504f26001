//! Bytes as text: what a file is encoded in is said by its byte order mark or by itself (XML
//! declaration, `<meta charset>`), else it is UTF-8 if it can be, else it is recognised by its
//! bytes as browsers do.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::{
    finding::{Findings, Place},
    sources::Source,
};

/// Takes bytes as text; tells if their encoding was only recognised.
pub(super) fn decode(
    file: &str,
    bytes: Vec<u8>,
    named: Option<&'static Encoding>,
    findings: &mut Findings,
) -> Source {
    let (encoding, is_guess) = match named {
        Some(named) => (named, false),
        None => recognise(&bytes),
    };
    let bytes = match String::from_utf8(bytes) {
        Ok(text) if encoding == UTF_8 => {
            return Source::new(file, text.strip_prefix('\u{feff}').unwrap_or(&text));
        }
        Ok(text) => text.into_bytes(),
        Err(error) => error.into_bytes(),
    };
    let (text, used, has_errors) = encoding.decode(&bytes);
    let place = || Place::file(std::path::Path::new(file));
    if is_guess {
        findings
            .note(
                place(),
                format!("the file does not say its encoding; it was read as {}", used.name()),
            )
            .help("if letters came out wrong, name the encoding with --encoding");
    }
    if has_errors {
        findings
            .warning(
                place(),
                format!("some bytes are not {}; they became the sign \u{fffd}", used.name()),
            )
            .help("if letters came out wrong, name the encoding with --encoding");
    }
    Source::new(file, text.into_owned())
}

/// The encoding of some bytes, and whether it is a guess.
fn recognise(bytes: &[u8]) -> (&'static Encoding, bool) {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return (encoding, false);
    }
    if let Some(encoding) = without_mark(bytes) {
        return (encoding, true);
    }
    if let Some(encoding) = declared(bytes).filter(|encoding| *encoding != UTF_8) {
        return (encoding, false);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return (UTF_8, false);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Allow);
    // Mostly UTF-8 with some broken bytes is still UTF-8.
    (guess, guess != UTF_8)
}

/// UTF-16 without a byte order mark: every other byte of western text is zero.
fn without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = &bytes[..bytes.len().min(64)];
    let zeros =
        |first: usize| start.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    match start.len() / 2 {
        0..4 => None,
        half if odd * 10 > half * 7 && even == 0 => Some(UTF_16LE),
        half if even * 10 > half * 7 && odd == 0 => Some(UTF_16BE),
        _ => None,
    }
}

/// The encoding that the text itself names at its beginning.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_ascii_lowercase();
    let is_markup = start.trim_start().starts_with('<');
    let after = ["encoding=", "charset="]
        .iter()
        .find_map(|key| Some(&start[start.find(key)? + key.len()..]));
    let name = after?.trim_start_matches(['"', '\'', ' ']);
    let end = name.find(['"', '\'', ' ', '>', '?', ';']).unwrap_or(name.len());
    // A declaration of UTF-16 in bytes that could be read this far is wrong.
    Encoding::for_label(&name.as_bytes()[..end])
        .filter(|encoding| is_markup && *encoding != UTF_16LE && *encoding != UTF_16BE)
}

#[cfg(test)]
mod tests {
    use encoding_rs::{WINDOWS_1251, WINDOWS_1252};

    use super::*;

    fn read(bytes: &[u8]) -> (String, usize) {
        let mut findings = Findings::default();
        let source = decode("a.csv", bytes.to_vec(), None, &mut findings);
        (source.text().to_owned(), findings.in_order().len())
    }

    #[test]
    fn utf_16_is_read_with_and_without_its_mark() {
        let text = "title,date\nA new era,2007-04-30\n";
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&[&[0xfe, 0xff], &big[..]].concat()), (text.to_owned(), 0));
        assert_eq!(read(&[&[0xff, 0xfe], &little[..]].concat()), (text.to_owned(), 0));
        assert_eq!((read(&big).0, read(&little).0), (text.to_owned(), text.to_owned()));
    }

    #[test]
    fn a_declared_encoding_is_taken_at_its_word() {
        let text = "<?xml version=\"1.0\" encoding=\"windows-1251\"?><a>Вена</a>";
        assert_eq!(read(&WINDOWS_1251.encode(text).0), (text.to_owned(), 0));
    }

    #[test]
    fn an_encoding_that_nobody_names_is_recognised_and_told() {
        let russian = "Постоянный совет обсудил положение в регионе и принял решение.";
        assert_eq!(read(&WINDOWS_1251.encode(russian).0), (russian.to_owned(), 1));
        let french =
            "Le Conseil permanent s’est réuni à Vienne, où il a été décidé d’élargir la présence.";
        assert_eq!(read(&WINDOWS_1252.encode(french).0), (french.to_owned(), 1));
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_text() {
        assert_eq!(read("\u{feff}Text".as_bytes()), ("Text".to_owned(), 0));
    }
}

//! The texts of the languages other than English, one file each: a key and its text on each line, in
//! the order of the keys. What a file lacks, or says in another order, does not compile.
//!
//! Of a file that visitors load, `tools/finish.mjs` leaves the texts.

use rostrum_model::BundleError;
#[cfg(feature = "split")]
use wasm_bindgen::JsValue;

use super::texts::KEYS;

/// Checks the files of some languages, and gives them by their tags where all are at hand.
macro_rules! languages {
    ($($tag:literal),+) => {
        $(const _: () = check(include_str!(concat!("words/", $tag, ".txt")));)+

        #[cfg(not(feature = "split"))]
        const FILES: &[(&str, &str)] = &[$(($tag, include_str!(concat!("words/", $tag, ".txt")))),+];
    };
}

languages!("ar", "de", "es", "fr", "it", "ru");

/// The file with the texts of a language, which is on its way at once.
#[cfg(feature = "split")]
pub(super) fn words(tag: &str) -> wasm_bindgen_futures::JsFuture {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen(raw_module = "./__wasm_split.js")]
    extern "C" {
        /// `src/embed/parts.js`
        #[wasm_bindgen(js_name = words)]
        fn fetch(tag: &str) -> js_sys::Promise;
    }
    fetch(tag).into()
}

/// The texts in a file, a line each.
///
/// # Errors
/// [`BundleError::Unreachable`] if it could not be fetched.
#[cfg(feature = "split")]
pub(super) fn text(words: Result<JsValue, JsValue>) -> Result<String, BundleError> {
    words.ok().and_then(|words| words.as_string()).ok_or_else(|| crate::part::unreachable("words"))
}

/// The file with the texts of a language.
#[cfg(not(feature = "split"))]
pub(super) fn words(tag: &str) -> std::future::Ready<&'static str> {
    let file = FILES.iter().find(|(known, _)| *known == tag);
    std::future::ready(file.map_or("", |(_, file)| file))
}

/// The texts in a file, a line each.
#[cfg(not(feature = "split"))]
#[expect(clippy::unnecessary_wraps, reason = "a file may not have come")]
pub(super) fn text(words: &str) -> Result<String, BundleError> {
    let lines = words.lines().filter(|line| !line.starts_with('#'));
    let texts = lines.filter_map(|line| line.split_once('=')).map(|(_, text)| text.trim());
    Ok(texts.collect::<Vec<_>>().join("\n"))
}

/// Compares a language's file with the keys: each has a line, in their order; a text has every `{…}`
/// that the English one has, and a counted one as many forms as `plural_forms` names.
const fn check(file: &str) {
    let file = file.as_bytes();
    let (mut place, mut forms) = (0, 0);
    let mut number = 0;
    while number < KEYS.len() {
        let (key, english) = KEYS[number];
        while place < file.len() && matches!(file[place], b'\n' | b'#') {
            place = if file[place] == b'#' { line_end(file, place) } else { place + 1 };
        }
        let end = line_end(file, place);
        let text = place + key.len() + " =".len();
        let is_there =
            text <= end && stands_at(key.as_bytes(), file, place) && file[text - 1] == b'=';
        if is_there && number == 0 {
            forms = count(file, text, end, b' ');
        }
        let is_whole = if english.len() > 1 {
            count(file, text, end, b'|') + 1 == forms
        } else {
            has_places(english[0].as_bytes(), file, text, end)
        };
        // What the compiler says of it is the key.
        assert!(is_there && is_whole, "{}", key);
        place = end;
        number += 1;
    }
    while place < file.len() {
        assert!(file[place] == b'\n', "there are more lines than keys");
        place += 1;
    }
}

const fn line_end(text: &[u8], mut place: usize) -> usize {
    while place < text.len() && text[place] != b'\n' {
        place += 1;
    }
    place
}

const fn stands_at(word: &[u8], text: &[u8], place: usize) -> bool {
    let mut at = 0;
    while at < word.len() {
        if place + at >= text.len() || text[place + at] != word[at] {
            return false;
        }
        at += 1;
    }
    true
}

const fn count(text: &[u8], mut place: usize, end: usize, byte: u8) -> usize {
    let mut found = 0;
    while place < end {
        if text[place] == byte {
            found += 1;
        }
        place += 1;
    }
    found
}

/// Whether what stands between two places of a text has every `{…}` of the English one.
const fn has_places(english: &[u8], text: &[u8], from: usize, to: usize) -> bool {
    let mut at = 0;
    while at < english.len() {
        if english[at] == b'{' {
            let (name, _) = english.split_at(brace_end(english, at));
            let (_, name) = name.split_at(at);
            let mut place = from;
            while !stands_at(name, text, place) {
                place += 1;
                if place >= to {
                    return false;
                }
            }
        }
        at += 1;
    }
    true
}

const fn brace_end(text: &[u8], mut place: usize) -> usize {
    while text[place] != b'}' {
        place += 1;
    }
    place + 1
}

//! Reading the bundle's files, with errors that say where and what was expected.

use serde::{Deserialize, de::DeserializeOwned};

use crate::{BUNDLE_VERSION, Entry, Version};

/// Why a file of the bundle cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BundleError {
    /// The file could not be fetched: no network, no server, or an answer without content.
    #[error("{file}: could not be fetched ({reason}); check that the bundle is served there")]
    Unreachable {
        /// The file's path in the bundle.
        file: String,
        /// What the network said.
        reason: String,
    },
    /// The file is there but says something else than the format.
    #[error("{file}: {path}: {expected}")]
    Malformed {
        /// The file's path in the bundle.
        file: String,
        /// Where in it, as a JSON path such as `$.menu[2].label`.
        path: String,
        /// What is wrong there.
        expected: String,
    },
    /// The bundle was written for a newer reader.
    #[error("{file}: the bundle has version {found}, this reader knows versions up to {}.x: update the reader", BUNDLE_VERSION.major)]
    TooNew {
        /// The file's path in the bundle.
        file: String,
        /// The version that it has.
        found: Version,
    },
}

/// Reads the entry of a bundle.
///
/// # Errors
/// [`BundleError::TooNew`] if its major version is newer than [`BUNDLE_VERSION`], whatever else it
/// says; [`BundleError::Malformed`] if it is not JSON or not an entry.
pub fn parse_entry(file: &str, json: &str) -> Result<Entry, BundleError> {
    #[derive(Deserialize)]
    struct Versioned {
        version: Version,
    }
    let Versioned { version: found } = parse_document(file, json)?;
    if found.major > BUNDLE_VERSION.major {
        return Err(BundleError::TooNew { file: file.to_owned(), found });
    }
    parse_document(file, json)
}

/// Reads a file of the bundle.
///
/// # Errors
/// [`BundleError::Malformed`] with the JSON path of the first thing that is not as expected.
pub fn parse_document<T: DeserializeOwned>(file: &str, json: &str) -> Result<T, BundleError> {
    serde_json::from_str(json).map_err(|error| {
        let message = error.to_string();
        // The path says where; serde_json's own line and column would say it again.
        let expected = message.rsplit_once(" at line ").map_or(message.as_str(), |(what, _)| what);
        BundleError::Malformed {
            file: file.to_owned(),
            path: path_at(json, error.line(), error.column()),
            expected: expected.to_owned(),
        }
    })
}

/// The JSON path of the value at a line and column (both from 1, the column in bytes), as far as
/// the text before it goes. A walk after the error costs nothing while there is none, where a
/// deserializer that tracks its path would cost every visitor some kilobytes.
fn path_at(json: &str, line: usize, column: usize) -> String {
    enum Step {
        Key(String),
        Index(usize),
    }
    let line_start: usize =
        json.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let before = json.as_bytes().get(..(line_start + column).min(json.len())).unwrap_or_default();
    let mut steps: Vec<Step> = Vec::new();
    let mut position = 0;
    while let Some(&byte) = before.get(position) {
        position += 1;
        match byte {
            b'{' => steps.push(Step::Key(String::new())),
            b'[' => steps.push(Step::Index(0)),
            // The error of a whole object or list is reported at its closing bracket: it is the
            // value's own, so that the last bracket is left open.
            b'}' | b']' if position < before.len() => drop(steps.pop()),
            b',' => {
                if let Some(Step::Index(index)) = steps.last_mut() {
                    *index += 1;
                }
            }
            b'"' => {
                let start = position;
                while let Some(&byte) = before.get(position).filter(|byte| **byte != b'"') {
                    position += if byte == b'\\' { 2 } else { 1 };
                }
                let text = before.get(start..position).unwrap_or_default();
                position += 1;
                let is_key = json
                    .as_bytes()
                    .get(position..)
                    .is_some_and(|rest| rest.trim_ascii_start().starts_with(b":"));
                if let (true, Some(Step::Key(key))) = (is_key, steps.last_mut()) {
                    *key = String::from_utf8_lossy(text).into_owned();
                }
            }
            _ => {}
        }
    }
    let mut path = "$".to_owned();
    for step in steps {
        match step {
            Step::Key(key) if key.is_empty() => {}
            Step::Key(key) => {
                path.push('.');
                path.push_str(&key);
            }
            Step::Index(index) => {
                path.push('[');
                path.push_str(&index.to_string());
                path.push(']');
            }
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{ListingFile, MenuItem};

    fn error<T: DeserializeOwned + std::fmt::Debug>(json: &str) -> String {
        parse_document::<T>("bundle.json", json).unwrap_err().to_string()
    }

    #[test]
    fn an_error_names_the_file_the_path_and_what_was_expected() {
        let json = r#"[{"label":{"en":"Our work"}},{"label":{"en":"Countries"},"items":[{"label":{"en":"All"},"to":"javascript:alert(1)"}]}]"#;
        assert_eq!(
            error::<Vec<MenuItem>>(json),
            "bundle.json: $[1].items[0].to: `javascript:alert(1)` cannot be a link: use https:, http:, mailto:, tel: or a path that begins with /"
        );
    }

    #[test]
    fn a_missing_field_is_looked_for_in_the_object_that_lacks_it() {
        assert_eq!(
            error::<Vec<MenuItem>>("[{\"label\":{}},\n {\"items\":[]}]"),
            "bundle.json: $[1].items: missing field `label`"
        );
    }

    #[test]
    fn what_is_not_json_says_so() {
        assert_eq!(error::<ListingFile>("<!doctype html>"), "bundle.json: $: expected value");
        assert_eq!(error::<ListingFile>(""), "bundle.json: $: EOF while parsing a value");
    }

    #[test]
    fn unknown_fields_are_ignored() {
        assert!(parse_document::<ListingFile>("x", r#"{"releases":[],"colour":"blue"}"#).is_ok());
    }

    #[test]
    fn a_newer_major_version_is_refused_before_anything_else_is_read() {
        let error = parse_entry("bundle.json", r#"{"version":"2.0","menu":"of another shape"}"#)
            .unwrap_err();
        assert!(matches!(error, BundleError::TooNew { found: Version { major: 2, minor: 0 }, .. }));
        assert!(matches!(
            parse_entry("bundle.json", r#"{"version":"1.7"}"#),
            Err(BundleError::Malformed { .. })
        ));
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused_without_a_panic(json in r#"[\[\]{}:,"\\a-z0-9 \n]{0,60}"#) {
            let _ = parse_document::<Vec<MenuItem>>("x", &json);
            let _ = parse_entry("x", &json);
        }
    }
}

//! Reading the bundle's files, with errors that say where and what was expected.

use crate::{
    BUNDLE_VERSION, Entry, Version,
    json::{Fault, FromJson, Reader, Value, from_json},
};

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
    let tree = parse_tree(file, json)?;
    let Versioned { version: found } = read(file, &tree)?;
    if found.major > BUNDLE_VERSION.major {
        return Err(BundleError::TooNew { file: file.to_owned(), found });
    }
    read(file, &tree)
}

/// Reads a file of the bundle.
///
/// # Errors
/// [`BundleError::Malformed`] with the JSON path of the first thing that is not as expected.
pub fn parse_document<T: FromJson>(file: &str, json: &str) -> Result<T, BundleError> {
    read(file, &parse_tree(file, json)?)
}

/// The part of an entry that every version has.
struct Versioned {
    version: Version,
}

from_json! {
    Versioned { version }
}

fn read<T: FromJson>(file: &str, tree: &Value<'_>) -> Result<T, BundleError> {
    Reader::read(tree).map_err(|fault| malformed(file, fault))
}

fn parse_tree<'a>(file: &str, json: &'a str) -> Result<Value<'a>, BundleError> {
    Value::parse(json).map_err(|error| {
        let before = json.get(..error.offset).unwrap_or_default();
        let line = before.split('\n').count();
        let column = before.rsplit('\n').next().unwrap_or_default().len() + 1;
        let place = [" at line ", &line.to_string(), ", column ", &column.to_string()].concat();
        let message = ["this is not JSON: expected ", error.expected, &place].concat();
        malformed(file, Fault { path: String::new(), message })
    })
}

fn malformed(file: &str, Fault { path, message }: Fault) -> BundleError {
    BundleError::Malformed { file: file.to_owned(), path: ["$", &path].concat(), expected: message }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{ListingFile, MenuItem};

    fn error<T: FromJson + std::fmt::Debug>(json: &str) -> String {
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
            "bundle.json: $[1]: the field `label` is missing"
        );
    }

    #[test]
    fn what_is_not_json_says_so() {
        assert_eq!(
            error::<ListingFile>("<!doctype html>"),
            "bundle.json: $: this is not JSON: expected a value at line 1, column 1"
        );
        assert_eq!(
            error::<ListingFile>(""),
            "bundle.json: $: this is not JSON: expected a value at line 1, column 1"
        );
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

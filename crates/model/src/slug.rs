//! The last segment of an address: small letters, digits and single hyphens.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::json::from_json_text;

/// A name in an address: `a` to `z`, `0` to `9` and single hyphens between them, 1 to 96 bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Slug(String);

/// Why a text is no [`Slug`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` cannot stand in an address: use small letters a to z, digits and single hyphens between them"
)]
pub struct SlugError(pub String);

impl Slug {
    /// The longest slug, in bytes.
    pub const MAX_LENGTH: usize = 96;

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Slug {
    type Err = SlugError;

    fn from_str(text: &str) -> Result<Self, SlugError> {
        let fits = text.len() <= Self::MAX_LENGTH
            && text.split('-').all(|word| {
                !word.is_empty()
                    && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
            });
        if fits { Ok(Self(text.to_owned())) } else { Err(SlugError(text.to_owned())) }
    }
}

impl TryFrom<String> for Slug {
    type Error = SlugError;

    fn try_from(text: String) -> Result<Self, SlugError> {
        text.parse()
    }
}

impl From<Slug> for String {
    fn from(slug: Slug) -> Self {
        slug.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

from_json_text! { Slug = "none" }

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_taken_is_kept_letter_for_letter(text in "([a-z0-9]{1,4}|-|[A-Z]|é| |/){0,12}") {
            let slug = text.parse::<Slug>();
            let words = || text.split('-');
            let fits = words().all(|word| !word.is_empty() && word.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9')));
            prop_assert_eq!(slug.is_ok(), fits);
            prop_assert!(slug.is_err() || slug.is_ok_and(|slug| slug.to_string() == text));
        }
    }

    #[test]
    fn takes_words_joined_by_single_hyphens() {
        for text in ["kazakhstan", "cyber-ict-security", "2010", "a"] {
            assert_eq!(text.parse::<Slug>().unwrap().as_str(), text);
        }
    }

    #[test]
    fn refuses_what_an_address_cannot_carry() {
        for text in
            ["", "-", "a--b", "-a", "a-", "Albania", "türkiye", "a/b", "a b", &"a".repeat(97)]
        {
            assert!(text.parse::<Slug>().is_err(), "{text}");
        }
    }
}

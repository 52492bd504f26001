//! Texts in several languages, and which of them a reader gets.

use std::fmt;

use serde::{Deserialize, Serialize, Serializer, ser::SerializeMap};

use crate::json::{FromJson, Reader, Value, from_json_text};

/// A language by its BCP 47 tag (RFC 5646), such as `en`, `fr` or `sr-Latn`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Language(String);

/// Why a text is no [`Language`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a language tag: write a BCP 47 tag such as en, fr or sr-Latn")]
pub struct LanguageError(pub String);

impl Language {
    /// Its tag, as BCP 47 writes it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The tag's first part: `sr` of `sr-Latn`.
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }

    /// The direction of its script, for the attribute `dir`: `rtl` or `ltr`.
    pub fn direction(&self) -> &'static str {
        let is_latin = self.0.split('-').any(|part| part == "Latn");
        match self.primary() {
            "ar" | "dv" | "fa" | "he" | "ps" | "sd" | "ug" | "ur" | "yi" if !is_latin => "rtl",
            _ => "ltr",
        }
    }
}

impl TryFrom<String> for Language {
    type Error = LanguageError;

    fn try_from(tag: String) -> Result<Self, LanguageError> {
        let mut parts = tag.split('-');
        let starts_well = parts.next().is_some_and(|part| {
            (2..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_lowercase())
        });
        let goes_on_well = parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        });
        if starts_well && goes_on_well { Ok(Self(tag)) } else { Err(LanguageError(tag)) }
    }
}

impl std::str::FromStr for Language {
    type Err = LanguageError;

    fn from_str(tag: &str) -> Result<Self, LanguageError> {
        tag.to_owned().try_into()
    }
}

impl From<Language> for String {
    fn from(language: Language) -> Self {
        language.0
    }
}

impl fmt::Display for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

from_json_text! { Language = "en" }

/// One text in the languages that it is kept in, the default language first; in JSON an object
/// from language tag to text, `{"en": "Elections", "fr": "Élections"}`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(Vec<(Language, String)>);

/// A text as one reader gets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Localized<'a> {
    /// The text.
    pub text: &'a str,
    /// Its language, where that is another than the reader asked for; to be marked as such.
    pub fallback: Option<&'a Language>,
}

impl Text {
    /// A text in one language.
    pub fn new(language: Language, text: impl Into<String>) -> Self {
        Self(vec![(language, text.into())])
    }

    /// Adds the text in one more language; the first language added is the default one.
    pub fn insert(&mut self, language: Language, text: impl Into<String>) {
        self.0.retain(|(present, _)| *present != language);
        self.0.push((language, text.into()));
    }

    /// Whether it has no text in any language.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each language with its text, the default one first.
    pub fn iter(&self) -> impl Iterator<Item = (&Language, &str)> {
        self.0.iter().map(|(language, text)| (language, text.as_str()))
    }

    /// The text for a reader of `language`: in that language, else in another form of it
    /// (`fr` for `fr-CA`), else in the default one, marked as a fallback.
    pub fn localized(&self, language: &Language) -> Localized<'_> {
        let exact = self.0.iter().find(|(present, _)| present == language);
        let near = || self.0.iter().find(|(present, _)| present.primary() == language.primary());
        match exact.or_else(near).or_else(|| self.0.first()) {
            None => Localized { text: "", fallback: None },
            Some((present, text)) => {
                let fallback = (present.primary() != language.primary()).then_some(present);
                Localized { text, fallback }
            }
        }
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (language, text) in &self.0 {
            map.serialize_entry(language, text)?;
        }
        map.end()
    }
}

impl FromJson for Text {
    fn from_json(value: &Value<'_>, reader: &mut Reader) -> Self {
        let mut text = Self::default();
        let Value::Object(members) = value else {
            reader.fault(&["expected an object from language tag to text"]);
            return text;
        };
        for (tag, _) in members {
            match tag.parse() {
                Ok(language) => text.insert(language, reader.required::<String>(value, tag)),
                Err(error) => reader.fault(&[&LanguageError::to_string(&error)]),
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse_document;

    fn language(tag: &str) -> Language {
        tag.parse().unwrap()
    }

    fn elections() -> Text {
        parse_document("x", r#"{"en":"Elections","fr":"Élections"}"#).unwrap()
    }

    #[test]
    fn a_reader_gets_the_language_asked_for_or_its_nearest_form() {
        for tag in ["fr", "fr-CA"] {
            let language = language(tag);
            assert_eq!(
                elections().localized(&language),
                Localized { text: "Élections", fallback: None }
            );
        }
    }

    #[test]
    fn what_lacks_a_translation_falls_back_to_the_default_and_says_so() {
        let text = elections();
        let localized = text.localized(&language("ru"));
        assert_eq!((localized.text, localized.fallback), ("Elections", Some(&language("en"))));
    }

    #[test]
    fn the_order_of_languages_survives_a_round_trip() {
        let json = r#"{"fr":"Élections","en":"Elections"}"#;
        assert_eq!(
            serde_json::to_string(&parse_document::<Text>("x", json).unwrap()).unwrap(),
            json
        );
    }

    #[test]
    fn the_direction_follows_the_script() {
        for (tag, direction) in [("en", "ltr"), ("ar", "rtl"), ("he-IL", "rtl"), ("ur-Latn", "ltr")]
        {
            assert_eq!(language(tag).direction(), direction, "{tag}");
        }
    }

    #[test]
    fn what_is_no_tag_is_refused() {
        for tag in ["", "e", "EN", "english-", "en_GB", "en-", "<b>"] {
            assert!(tag.parse::<Language>().is_err(), "{tag}");
        }
    }
}

//! Reading values out of the YAML tree: each reader notes what is wrong and gives back what is
//! right, so that one wrong value hides no other.

use std::{fmt::Display, ops::Range, str::FromStr};

use rostrum_model::{Language, Languages, Text};
use serde::de::{DeserializeOwned, IntoDeserializer};

use super::{
    node::{Key, Node, Value},
    source::Source,
};
use crate::finding::{Finding, Findings, nearest};

/// What a reader of values needs to know and where it notes what it finds.
pub(crate) struct Context<'c> {
    /// The file that is read.
    pub(crate) source: &'c Source,
    /// The languages that a text may have.
    pub(crate) languages: &'c Languages,
    /// What was found so far.
    pub(crate) findings: &'c mut Findings,
}

impl Context<'_> {
    /// Notes something that must be put right.
    pub(crate) fn error(
        &mut self,
        bytes: &Range<usize>,
        message: impl Into<String>,
    ) -> &mut Finding {
        self.findings.error(self.source.place(bytes.clone()), message)
    }

    /// Notes something that is perhaps not as it was meant.
    pub(crate) fn warning(
        &mut self,
        bytes: &Range<usize>,
        message: impl Into<String>,
    ) -> &mut Finding {
        self.findings.warning(self.source.place(bytes.clone()), message)
    }

    /// Notes something that is worth a look and may well be meant.
    pub(crate) fn note(
        &mut self,
        bytes: &Range<usize>,
        message: impl Into<String>,
    ) -> &mut Finding {
        self.findings.note(self.source.place(bytes.clone()), message)
    }

    /// A text that stands on its own and is not empty.
    pub(crate) fn string(&mut self, node: &Node) -> Option<String> {
        match &node.value {
            Value::Scalar(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
            Value::Scalar(_) | Value::Null => {
                self.error(&node.bytes, "the text is empty");
                None
            }
            Value::Sequence(_) => self.expected(node, "a text", "a list"),
            Value::Mapping(_) => self.expected(node, "a text", "keys with values"),
        }
    }

    /// A value that the model reads from a text: a slug, a date, a link.
    pub(crate) fn parsed<T: FromStr<Err: Display>>(&mut self, node: &Node) -> Option<T> {
        let text = self.string(node)?;
        let parsed = text.parse().map_err(|error: T::Err| {
            self.error(&node.bytes, error.to_string());
        });
        parsed.ok()
    }

    /// One of the words that the model allows there.
    pub(crate) fn word<T: DeserializeOwned>(&mut self, node: &Node) -> Option<T> {
        let text = self.string(node)?;
        let read = T::deserialize(IntoDeserializer::<serde::de::value::Error>::into_deserializer(
            text.as_str(),
        ));
        read.map_err(|error| {
            let message = error.to_string().replace("unknown variant", "unknown word");
            self.error(&node.bytes, message);
        })
        .ok()
    }

    /// A text in the default language, or in several by their tags.
    pub(crate) fn text(&mut self, node: &Node) -> Option<Text> {
        let Value::Mapping(entries) = &node.value else {
            return Some(Text::new(self.languages.default.clone(), self.string(node)?));
        };
        let mut versions = Vec::new();
        for (key, value) in entries {
            if let (Some(language), Some(text)) = (self.language(key), self.string(value)) {
                versions.push((language, text));
            }
        }
        let default = &self.languages.default;
        if !entries.iter().any(|(key, _)| key.name == default.as_str()) {
            let message = format!("the text in the default language, `{default}`, is missing");
            self.error(&node.bytes, message)
                .help("every text is kept in the default language; translations come beside it");
        }
        versions.sort_by_key(|(language, _)| language != default);
        let mut text = Text::default();
        for (language, version) in versions {
            text.insert(language, version);
        }
        Some(text)
    }

    /// A list; nothing if it is something else.
    pub(crate) fn list<'n>(&mut self, node: &'n Node) -> &'n [Node] {
        match &node.value {
            Value::Sequence(items) => items,
            Value::Null => &[],
            Value::Scalar(_) => self.expected(node, "a list", "a text").unwrap_or_default(),
            Value::Mapping(_) => {
                self.expected(node, "a list", "keys with values").unwrap_or_default()
            }
        }
    }

    /// A list of values that the model reads from texts.
    pub(crate) fn parsed_list<T: FromStr<Err: Display>>(&mut self, node: &Node) -> Vec<T> {
        self.list(node).iter().filter_map(|item| self.parsed(item)).collect()
    }

    fn language(&mut self, key: &Key) -> Option<Language> {
        let found = self.languages.available.iter().find(|language| language.as_str() == key.name);
        if found.is_none() {
            let known: Vec<_> = self.languages.available.iter().map(Language::as_str).collect();
            let message = format!("`{}` is not a language of this site", key.name);
            self.error(&key.bytes, message).help(format!(
                "its languages are {}; organization.yaml lists them under `languages`",
                known.join(", ")
            ));
        }
        found.cloned()
    }

    fn expected<T>(&mut self, node: &Node, expected: &str, found: &str) -> Option<T> {
        self.error(&node.bytes, format!("{expected} was expected here, not {found}"));
        None
    }
}

/// A mapping whose keys are known: each is asked for by name, and what nobody asked for is wrong.
pub(crate) struct Record<'n> {
    node: &'n Node,
    entries: &'n [(Key, Node)],
    known: Vec<&'static str>,
}

impl<'n> Record<'n> {
    /// Opens a mapping; a key that stands twice is noted.
    pub(crate) fn open(node: &'n Node, context: &mut Context<'_>) -> Option<Self> {
        let entries: &[(Key, Node)] = match &node.value {
            Value::Mapping(entries) => entries,
            Value::Null => &[],
            _ => return context.expected(node, "keys with values", "a text or a list"),
        };
        for (position, (key, _)) in entries.iter().enumerate() {
            if entries[..position].iter().any(|(earlier, _)| earlier.name == key.name) {
                context.error(&key.bytes, format!("`{}` stands here a second time", key.name));
            }
        }
        Some(Self { node, entries, known: Vec::new() })
    }

    /// The bytes of the whole.
    pub(crate) fn bytes(&self) -> &Range<usize> {
        &self.node.bytes
    }

    /// The value of a key that may be absent.
    pub(crate) fn optional(&mut self, key: &'static str) -> Option<&'n Node> {
        self.known.push(key);
        let (_, node) = self.entries.iter().find(|(present, _)| present.name == key)?;
        (!matches!(node.value, Value::Null)).then_some(node)
    }

    /// The value of a key that must be there.
    pub(crate) fn required(
        &mut self,
        key: &'static str,
        context: &mut Context<'_>,
    ) -> Option<&'n Node> {
        let found = self.optional(key);
        if found.is_none() {
            let (at, problem) = match self.entries.iter().find(|(present, _)| present.name == key) {
                Some((present, _)) => (&present.bytes, "is empty"),
                None => (self.bytes(), "is missing"),
            };
            context.error(&at.clone(), format!("`{key}` {problem}"));
        }
        found
    }

    /// The text of a key that may be absent; empty then.
    pub(crate) fn optional_text(&mut self, key: &'static str, context: &mut Context<'_>) -> Text {
        self.optional(key).and_then(|node| context.text(node)).unwrap_or_default()
    }

    /// The text of a key that must be there.
    pub(crate) fn text(&mut self, key: &'static str, context: &mut Context<'_>) -> Option<Text> {
        let node = self.required(key, context)?;
        context.text(node)
    }

    /// The value of a key that may be absent, read by the model.
    pub(crate) fn optional_parsed<T: FromStr<Err: Display>>(
        &mut self,
        key: &'static str,
        context: &mut Context<'_>,
    ) -> Option<T> {
        context.parsed(self.optional(key)?)
    }

    /// The value of a key that must be there, read by the model.
    pub(crate) fn parsed<T: FromStr<Err: Display>>(
        &mut self,
        key: &'static str,
        context: &mut Context<'_>,
    ) -> Option<T> {
        let node = self.required(key, context)?;
        context.parsed(node)
    }

    /// The items of a list that may be absent.
    pub(crate) fn items(&mut self, key: &'static str, context: &mut Context<'_>) -> &'n [Node] {
        self.optional(key).map_or(&[], |node| context.list(node))
    }

    /// Notes the keys that nobody asked for.
    pub(crate) fn close(self, context: &mut Context<'_>) {
        for (key, _) in self.entries {
            if !self.known.contains(&key.name.as_str()) {
                let message = match nearest(&key.name, self.known.iter().copied()) {
                    Some(near) => format!("unknown key `{}`: did you mean `{near}`?", key.name),
                    None => format!("unknown key `{}`", key.name),
                };
                context
                    .error(&key.bytes, message)
                    .help(format!("the keys here are {}", self.known.join(", ")));
            }
        }
    }
}

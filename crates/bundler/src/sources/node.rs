//! YAML as a tree whose every part knows its place.
//!
//! A tree and not a `Deserialize`, because that stops at the first thing that it cannot take, and
//! an editor wants to hear of all at once. Scalars stay as they were written: nothing here turns
//! `no` into a truth value or `2010` into a number.

use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle, Span};

use super::source::Source;
use crate::finding::Findings;

/// The deepest nesting that is read; a menu needs a dozen.
const DEEPEST: usize = 64;

/// A part of a YAML document.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    /// The bytes of the source that it takes.
    pub(crate) bytes: Range<usize>,
    /// What it says.
    pub(crate) value: Value,
}

impl Node {
    /// Whether it says the same as another, wherever they stand.
    pub(crate) fn says_the_same(&self, other: &Self) -> bool {
        match (&self.value, &other.value) {
            (Value::Null, Value::Null) => true,
            (Value::Scalar(one), Value::Scalar(other)) => one == other,
            (Value::Sequence(one), Value::Sequence(other)) => {
                one.len() == other.len()
                    && one.iter().zip(other).all(|(one, other)| one.says_the_same(other))
            }
            (Value::Mapping(one), Value::Mapping(other)) => {
                one.len() == other.len()
                    && one.iter().zip(other).all(|((key, one), (other_key, other))| {
                        key.name == other_key.name && one.says_the_same(other)
                    })
            }
            _ => false,
        }
    }

    /// The items of a list; none if it is something else.
    pub(crate) fn items(&self) -> &[Node] {
        if let Value::Sequence(items) = &self.value { items } else { &[] }
    }

    /// The value of a key, if it is a mapping that has it.
    pub(crate) fn entry(&self, key: &str) -> Option<&Node> {
        let Value::Mapping(entries) = &self.value else { return None };
        entries.iter().find(|(present, _)| present.name == key).map(|(_, node)| node)
    }

    /// The text under a key, if it is one.
    pub(crate) fn scalar(&self, key: &str) -> Option<&str> {
        self.entry(key)?.as_scalar()
    }

    /// The text, if it is one.
    pub(crate) fn as_scalar(&self) -> Option<&str> {
        if let Value::Scalar(text) = &self.value { Some(text) } else { None }
    }
}

/// What a part of a YAML document says.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    /// Nothing: an empty place, `~` or `null`.
    Null,
    /// A text, a number, a date: whatever stands on its own.
    Scalar(String),
    /// A list.
    Sequence(Vec<Node>),
    /// Keys with their values.
    Mapping(Vec<(Key, Node)>),
}

/// A key of a mapping.
#[derive(Clone, Debug)]
pub(crate) struct Key {
    /// Its text.
    pub(crate) name: String,
    /// The bytes of the source that it takes.
    pub(crate) bytes: Range<usize>,
}

/// Reads the YAML in some bytes of a source. What is wrong is noted, and nothing comes back then.
pub(crate) fn read_yaml(
    source: &Source,
    bytes: Range<usize>,
    findings: &mut Findings,
) -> Option<Node> {
    let yaml = source.text().get(bytes.clone()).unwrap_or_default();
    let mut tree = Tree { offset: bytes.start, open: Vec::new(), root: None };
    for event in Parser::new_from_str(yaml) {
        let added = match event {
            Ok((event, span)) => tree.add(event, span),
            Err(error) => {
                let at = bytes.start + error.marker().byte_offset().unwrap_or_default();
                Err((at..at, error.info()))
            }
        };
        if let Err((place, message)) = added {
            findings.error(
                source.place(place),
                format!("this is not YAML as it is kept here: {message}"),
            );
            return None;
        }
    }
    Some(tree.root.unwrap_or(Node { bytes, value: Value::Null }))
}

/// A tree that grows by the parser's events.
struct Tree {
    offset: usize,
    open: Vec<Open>,
    root: Option<Node>,
}

/// A list or mapping whose end has not come yet.
struct Open {
    bytes: Range<usize>,
    items: Vec<(Option<Key>, Node)>,
    is_mapping: bool,
    key: Option<Key>,
}

type Refusal = (Range<usize>, String);

impl Tree {
    fn add(&mut self, event: Event<'_>, span: Span) -> Result<(), Refusal> {
        let bytes = span
            .byte_range()
            .map_or(0..0, |range| range.start + self.offset..range.end + self.offset);
        let refuse = |message: &str| Err((bytes.clone(), message.to_owned()));
        match event {
            Event::Scalar(text, style, _, _) => {
                let is_null = style == ScalarStyle::Plain && matches!(&*text, "" | "~" | "null");
                let value = if is_null { Value::Null } else { Value::Scalar(text.into_owned()) };
                self.place(Node { bytes, value })
            }
            Event::SequenceStart(..) | Event::MappingStart(..) if self.open.len() >= DEEPEST => {
                refuse("it is nested too deeply")
            }
            Event::SequenceStart(..) => {
                self.open(bytes, false);
                Ok(())
            }
            Event::MappingStart(..) => {
                self.open(bytes, true);
                Ok(())
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(),
            Event::Alias(_) => refuse("`*` refers to another place; write the value here instead"),
            Event::DocumentStart(..) if self.root.is_some() => {
                refuse("a second document begins here; a file holds one")
            }
            _ => Ok(()),
        }
    }

    fn open(&mut self, bytes: Range<usize>, is_mapping: bool) {
        self.open.push(Open { bytes, items: Vec::new(), is_mapping, key: None });
    }

    fn close(&mut self) -> Result<(), Refusal> {
        let Some(Open { bytes, items, is_mapping, .. }) = self.open.pop() else { return Ok(()) };
        let value = if is_mapping {
            Value::Mapping(items.into_iter().filter_map(|(key, node)| Some((key?, node))).collect())
        } else {
            Value::Sequence(items.into_iter().map(|(_, node)| node).collect())
        };
        self.place(Node { bytes, value })
    }

    /// Puts a finished node where it belongs: at the root, into the list, or as key or value.
    fn place(&mut self, node: Node) -> Result<(), Refusal> {
        let Some(open) = self.open.last_mut() else {
            self.root = Some(node);
            return Ok(());
        };
        if open.is_mapping && open.key.is_none() {
            let Node { bytes, value } = node;
            let Value::Scalar(name) = value else {
                return Err((bytes, "a key must be a word".to_owned()));
            };
            open.key = Some(Key { name, bytes });
        } else {
            let key = open.key.take();
            open.items.push((key, node));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(yaml: &str) -> Result<Node, String> {
        let source = Source::new("a.yaml", yaml);
        let mut findings = Findings::default();
        read_yaml(&source, 0..yaml.len(), &mut findings).ok_or_else(|| {
            let found = &findings.in_order()[0];
            format!("{}: {}", found.place.line, found.message)
        })
    }

    #[test]
    fn scalars_stay_as_they_were_written() {
        let Value::Mapping(entries) =
            read("code: NO\nid: 2010\nday: 2007-04-30\nempty:").unwrap().value
        else {
            panic!()
        };
        let texts: Vec<_> = entries
            .iter()
            .map(|(_, node)| if let Value::Scalar(text) = &node.value { text } else { "null" })
            .collect();
        assert_eq!(texts, ["NO", "2010", "2007-04-30", "null"]);
    }

    #[test]
    fn what_is_not_yaml_is_refused_with_its_line() {
        assert!(read("a: 1\nb: [1,\n").unwrap_err().contains("not YAML"));
        assert!(read("a: 1\n b: 2\n").unwrap_err().starts_with("2:"));
        assert!(read("a: &x 1\nb: *x\n").unwrap_err().starts_with("2:"));
        assert!(read("? [a]\n: 1\n").unwrap_err().contains("a key must be a word"));
    }

    #[test]
    fn endless_nesting_is_refused() {
        for mark in ["[", "- ", "{a: "] {
            assert!(
                read(&mark.repeat(100_000))
                    .unwrap_err()
                    .contains("this is not YAML as it is kept here")
            );
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused_without_a_panic(yaml in "(\\PC|[-:#&*!|>'\"%@`{}\\[\\],? \n\t]){0,60}") {
            let _ = read(&yaml);
        }
    }
}

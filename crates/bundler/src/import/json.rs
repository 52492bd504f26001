//! JSON as items, each with its place: the items of a list are found first and read one by one, so
//! that memory does not grow with the file and every finding has a line.

use serde_json::{Value, value::RawValue};
use std::{collections::BTreeMap, ops::Range};

use crate::{
    finding::{Findings, Place},
    sources::Source,
};

/// An item of a document.
#[derive(Clone, Debug)]
pub(super) struct Item {
    /// What it says.
    pub(super) value: Value,
    bytes: Range<usize>,
}

impl Item {
    /// The place where it begins, or better that of a text in it.
    pub(super) fn place(&self, source: &Source, text: &str) -> Place {
        let raw = source.text().get(self.bytes.clone()).unwrap_or_default();
        let found = Some(text).filter(|text| !text.is_empty()).and_then(|text| raw.find(text));
        let bytes = match found {
            Some(at) => self.bytes.start + at..self.bytes.start + at + text.len(),
            None => self.bytes.start..self.bytes.start + 1,
        };
        source.place(bytes)
    }
}

type Members<'s> = BTreeMap<String, &'s RawValue>;

/// The items of a document: of its list, or of the lists under some keys, or itself.
pub(super) fn items(source: &Source, keys: &[&str], findings: &mut Findings) -> Vec<Item> {
    let text = source.text();
    let raw = match serde_json::from_str::<&RawValue>(text) {
        Ok(raw) => raw,
        Err(error) => {
            tell(source, text, 0, &error, findings);
            return Vec::new();
        }
    };
    let list = |raw: &RawValue| -> Option<Vec<Range<usize>>> {
        let items: Vec<&RawValue> = serde_json::from_str(raw.get()).ok()?;
        Some(items.iter().map(|item| range(text, item.get())).collect())
    };
    let found = list(raw).or_else(|| {
        let members: Members<'_> = serde_json::from_str(raw.get()).ok()?;
        keys.iter().find_map(|key| list(members.get(*key)?))
    });
    let ranges = found.unwrap_or_else(|| vec![range(text, raw.get())]);
    ranges
        .into_iter()
        .filter_map(|bytes| {
            let raw = &text[bytes.clone()];
            match serde_json::from_str(raw) {
                Ok(value) => Some(Item { value, bytes }),
                Err(error) => {
                    tell(source, raw, bytes.start, &error, findings);
                    None
                }
            }
        })
        .collect()
}

/// The whole document but its long lists, to see what it says about itself.
pub(super) fn member(source: &Source, key: &str) -> Option<Value> {
    let members: Members<'_> = serde_json::from_str(source.text()).ok()?;
    serde_json::from_str(members.get(key)?.get()).ok()
}

/// The bytes that a part takes within the whole.
fn range(whole: &str, part: &str) -> Range<usize> {
    let start = part.as_ptr().addr().saturating_sub(whole.as_ptr().addr());
    start..start + part.len()
}

fn tell(
    source: &Source,
    text: &str,
    start: usize,
    error: &serde_json::Error,
    findings: &mut Findings,
) {
    let line = text
        .split_inclusive('\n')
        .take(error.line().saturating_sub(1))
        .map(str::len)
        .sum::<usize>();
    let at = start + line + error.column().saturating_sub(1);
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or_default();
    findings
        .error(source.place(at..at), format!("the JSON is broken here: {message}"))
        .help("export the file again");
}

/// The text at a path, if there is one; numbers count as texts.
pub(super) fn text(value: &Value, path: &[&str]) -> Option<String> {
    let text = match at(value, path)? {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    Some(text).filter(|text| !text.is_empty())
}

/// The value at a path.
pub(super) fn at<'v>(value: &'v Value, path: &[&str]) -> Option<&'v Value> {
    path.iter().try_fold(value, |value, key| value.get(key))
}

/// The items of a list at a path; a single value is a list of one.
pub(super) fn list<'v>(value: &'v Value, path: &[&str]) -> &'v [Value] {
    match at(value, path) {
        Some(Value::Array(items)) => items,
        Some(Value::Null) | None => &[],
        Some(single) => std::slice::from_ref(single),
    }
}

/// The first text that one of several keys has.
pub(super) fn first(value: &Value, keys: &[&str]) -> Option<String> {
    keys.iter().find_map(|key| text(value, &[key]))
}

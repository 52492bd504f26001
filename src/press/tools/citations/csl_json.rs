//! CSL-JSON, for programs that format by the Citation Style Language.
//!
//! The type is `webpage`, since CSL 1.0.2 has none for press releases; `genre` says what it is.

use super::{Cited, on_one_line};

/// A list of one item.
pub(super) fn csl_json(cited: &Cited) -> String {
    let mut item = "[{\"type\": \"webpage\"".to_owned();
    let mut member = |name: &str, value: String| {
        item.push_str(&[",\n  \"", name, "\": ", &value].concat());
    };
    member("id", text(&cited.key));
    member("title", text(&cited.title));
    member("author", ["[{\"literal\": ", &text(&cited.author), "}]"].concat());
    for (name, value) in [
        ("genre", &cited.kind),
        ("publisher", &cited.organization),
        ("publisher-place", &cited.place),
        ("language", &cited.language),
        ("URL", &cited.address),
    ] {
        if !value.is_empty() {
            member(name, text(value));
        }
    }
    if let Some(date) = cited.date {
        let parts = [u32::from(date.year()), date.month().into(), date.day().into()];
        let parts = parts.map(|part| part.to_string()).join(", ");
        member("issued", ["{\"date-parts\": [[", &parts, "]]}"].concat());
    }
    item.push_str("\n}]\n");
    item
}

/// A text in JSON; control characters are gone from it already.
fn text(text: &str) -> String {
    let text = on_one_line(text).replace('\\', "\\\\").replace('"', "\\\"");
    ["\"", &text, "\""].concat()
}

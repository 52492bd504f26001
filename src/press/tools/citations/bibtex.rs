//! `BibTeX`, for LaTeX. There is no type for press releases, so it is `misc` with `howpublished`.

use super::{Cited, on_one_line};

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The entry.
pub(super) fn bibtex(cited: &Cited) -> String {
    let mut entry = ["@misc{", &cited.key].concat();
    // A second pair of braces keeps an office from being read as first and last names, and a title
    // from being written small.
    let whole = |text: &str| ["{", &escaped(text), "}"].concat();
    let mut field = |name: &str, value: &str| {
        if !matches!(value, "" | "{}") {
            entry.push_str(&[",\n  ", name, " = {", value, "}"].concat());
        }
    };
    field("author", &whole(&cited.author));
    field("title", &whole(&cited.title));
    field("howpublished", &escaped(&cited.kind));
    field("organization", &escaped(&cited.organization));
    field("address", &escaped(&cited.place));
    if let Some(date) = cited.date {
        field("year", &date.year().to_string());
        field("day", &date.day().to_string());
    }
    field("language", &cited.language);
    field("url", &verbatim(&cited.address));
    if let Some(month) = cited.date.and_then(|date| MONTHS.get(usize::from(date.month()) - 1)) {
        // A word that every style knows, so without braces.
        entry.push_str(&[",\n  month = ", month].concat());
    }
    entry.push_str("\n}\n");
    entry
}

/// Text in which nothing means anything to LaTeX. Braces are written as words, since `BibTeX` counts
/// them even behind a backslash.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for character in on_one_line(text).chars() {
        // Two of these would become one dash or quotation mark.
        if matches!(character, '-' | '`' | '\'') && escaped.ends_with(character) {
            escaped.push_str("{}");
        }
        match character {
            '\\' => escaped.push_str("{\\textbackslash}"),
            '{' => escaped.push_str("{\\textbraceleft}"),
            '}' => escaped.push_str("{\\textbraceright}"),
            '~' => escaped.push_str("{\\textasciitilde}"),
            '^' => escaped.push_str("{\\textasciicircum}"),
            '&' | '%' | '$' | '#' | '_' => escaped.extend(['\\', character]),
            other => escaped.push(other),
        }
    }
    escaped
}

/// An address, which is taken as it stands.
fn verbatim(address: &str) -> String {
    address.replace('\\', "%5C").replace('{', "%7B").replace('}', "%7D")
}

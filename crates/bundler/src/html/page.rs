//! The parts of a whole page that say what it is about.

use std::ops::Range;

use super::token::{Token, tokens};

/// The parts of a page.
#[derive(Debug, Default)]
pub(crate) struct PageParts {
    /// Its descriptions of itself in JSON-LD.
    pub(crate) descriptions: Vec<String>,
    /// Where its article stands.
    pub(crate) article: Option<Range<usize>>,
}

/// Finds the parts of a page.
pub(crate) fn page_parts(html: &str) -> PageParts {
    let mut parts = PageParts::default();
    let mut is_description = false;
    let mut starts: Vec<(&str, usize)> = Vec::new();
    tokens(html, &mut |token| match token {
        Token::Start(tag) => {
            is_description = tag.name == "script"
                && tag.attribute("type").is_some_and(|kind| kind.contains("ld+json"));
            let known = ["article", "main", "body"].into_iter().find(|name| *name == tag.name);
            if let Some(name) = known.filter(|name| starts.iter().all(|(seen, _)| seen != name)) {
                starts.push((name, tag.bytes.end));
            }
        }
        Token::Raw(text) if is_description => parts.descriptions.push(text),
        _ => {}
    });
    let found = ["article", "main", "body"]
        .iter()
        .find_map(|name| starts.iter().find(|(start, _)| start == name));
    parts.article = found.map(|(name, start)| {
        let end = html[*start..].rfind(&format!("</{name}"));
        *start..end.map_or(html.len(), |end| start + end)
    });
    parts
}

//! A release as a file: front matter and Markdown.

use std::io;

use rostrum_model::{Address, Attachment};
use serde::Serialize;

use super::yaml;
use crate::{
    import::{ReleaseDraft, present::with_fingerprint},
    sources::{Category, write_markdown},
};

#[derive(Serialize)]
struct FrontMatter<'r> {
    title: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'r str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    countries: Vec<&'r str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fields: Vec<&'r str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    structures: Vec<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    origin: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<Reference<'r>>,
    #[serde(skip_serializing_if = "<[Attachment]>::is_empty")]
    attachments: &'r [Attachment],
    #[serde(skip_serializing_if = "<[Address]>::is_empty")]
    redirects: &'r [Address],
    #[serde(skip_serializing_if = "Option::is_none")]
    identifier: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<String>,
}

#[derive(Serialize)]
struct Reference<'r> {
    name: &'r str,
    href: &'r str,
}

/// The whole file. A translation leaves to its original what is the same for both.
pub(super) fn release_text(
    draft: &ReleaseDraft,
    redirects: &[Address],
    is_translation: bool,
) -> io::Result<String> {
    let original = !is_translation;
    let names = |category: Category| -> Vec<&str> {
        let is_one = |subject: &&crate::import::Subject| subject.category == Some(category);
        let mut names: Vec<&str> = Vec::new();
        for subject in draft.subjects.iter().filter(is_one).filter(|_| original) {
            if !names.contains(&subject.name.as_str()) {
                names.push(&subject.name);
            }
        }
        names
    };
    let reference = |url: &'_ rostrum_model::Href| url.as_str().to_owned();
    let address = draft.url.as_ref().filter(|_| original).map(reference);
    let front = FrontMatter {
        title: &draft.title,
        date: draft.date.filter(|_| original).map(|date| date.to_string()),
        published: draft.published.as_deref(),
        kind: draft.kind.as_ref().filter(|_| original).map(|(slug, _)| &**slug),
        place: draft.city.as_deref(),
        source: draft.source.as_ref().filter(|_| original).map(|(slug, _)| &**slug),
        countries: names(Category::Country),
        fields: names(Category::Field),
        structures: names(Category::Structure),
        origin: original.then_some("published"),
        sources: address.iter().map(|url| Reference { name: url, href: url }).collect(),
        attachments: &draft.attachments,
        redirects,
        identifier: draft.identifier.as_deref(),
        version: draft.revision.as_ref().map(ToString::to_string),
    };
    let text = format!("---\n{}---\n\n{}", yaml(&front)?, write_markdown(&draft.body));
    Ok(if draft.identifier.is_some() { with_fingerprint(&text) } else { text })
}

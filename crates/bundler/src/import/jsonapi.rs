//! Answers of a JSON:API (version 1.0 or 1.1) as Drupal gives it, saved as files: with what they
//! include, page by page, in all languages.

use std::collections::BTreeMap;

use rostrum_model::{Attachment, Block, Figure};
use serde_json::Value;
use url::Url;

use super::{
    ReleaseDraft,
    csv::reason,
    draft::Subject,
    intake::{Intake, Reason, plain},
    json::{self, Item},
};
use crate::{html::language_of, sources::Source};

/// What came with an answer, by type and identifier.
type Included = BTreeMap<(String, String), Value>;

/// Reads an answer.
pub(super) fn read(source: &Source, intake: &mut Intake<'_>) {
    let links = json::member(source, "links").unwrap_or_default();
    let link =
        |name: &str| json::text(&links, &[name, "href"]).or_else(|| json::text(&links, &[name]));
    let own = link("self");
    if let Some(next) = link("next") {
        let at = source.text().find("\"next\"").unwrap_or_default();
        intake.next_pages.push((next, source.place(at..at + 6)));
    }
    intake.pages.extend(own.clone());
    let mut included = Included::new();
    for value in json::list(&json::member(source, "included").unwrap_or_default(), &[]) {
        if let Some(key) = key(value) {
            included.insert(key, value.clone());
        }
    }
    let site = own.and_then(|own| Url::parse(&own).ok());
    for mut item in json::items(source, &["data"], intake.findings) {
        // A document of one item has it under `data` as an object.
        if let Some(data) = item.value.get_mut("data") {
            item.value = data.take();
        }
        read_node(&item, &included, site.as_ref(), source, intake);
    }
}

fn key(value: &Value) -> Option<(String, String)> {
    Some((json::text(value, &["type"])?, json::text(value, &["id"])?))
}

fn read_node(
    item: &Item,
    included: &Included,
    site: Option<&Url>,
    source: &Source,
    intake: &mut Intake<'_>,
) {
    let node = &item.value;
    let Some(attributes) = node.get("attributes") else { return intake.leave_out(Reason::Other) };
    if attributes.get("status") == Some(&Value::Bool(false)) {
        return intake.leave_out(Reason::Draft);
    }
    let state = json::first(attributes, &["moderation_state", "workflow_state"]);
    if let Some(reason) = state.as_deref().and_then(reason) {
        return intake.leave_out(reason);
    }
    let embargo = json::first(attributes, &["field_embargo", "embargo", "publish_on"]);
    if intake.is_embargoed(embargo.as_deref()) {
        return intake.leave_out(Reason::Embargoed);
    }
    let own = json::text(node, &["links", "self", "href"]).and_then(|own| Url::parse(&own).ok());
    let site = site.or(own.as_ref());
    let origin = site.map(|site| site.origin().ascii_serialization()).unwrap_or_default();
    let title = json::first(attributes, &["title", "name", "headline"]).unwrap_or_default();
    let alias = json::text(attributes, &["path", "alias"]);
    let language = json::first(attributes, &["langcode", "language"]);
    let name = key(node).map(|(kind, id)| format!("jsonapi:{origin}/{kind}/{id}"));
    let is_translation = attributes.get("default_langcode") == Some(&Value::Bool(false));
    let suffix = language.as_deref().filter(|_| is_translation).map(|tag| format!(":{tag}"));
    let mut draft = ReleaseDraft {
        place: Some(item.place(source, &title)),
        title: plain(&title),
        url: alias
            .and_then(|alias| site?.join(&alias).ok())
            .and_then(|url| String::from(url).parse().ok()),
        identifier: name.clone().map(|name| name + suffix.as_deref().unwrap_or_default()),
        siblings: name.into_iter().collect(),
        language: language.as_deref().and_then(language_of),
        ..ReleaseDraft::default()
    };
    let dates = [
        "field_date",
        "field_publication_date",
        "published_at",
        "publish_date",
        "date",
        "created",
        "changed",
    ];
    if !intake.date(&mut draft, json::first(attributes, &dates).as_deref()) {
        return;
    }
    draft.city = json::first(attributes, &["field_place", "field_city", "field_location"]);
    draft.body = read_body(attributes, &draft, intake);
    add_related(&mut draft, node, included, site);
    intake.release(draft);
}

fn read_body(attributes: &Value, draft: &ReleaseDraft, intake: &mut Intake<'_>) -> Vec<Block> {
    for name in ["body", "field_body", "field_text", "text", "content"] {
        let Some(value) = attributes.get(name) else { continue };
        let is_plain = json::text(value, &["format"]).is_some_and(|format| format == "plain_text");
        if let Some(text) = json::text(value, &["value"]).filter(|_| is_plain) {
            return intake.plain_body(&text, draft);
        }
        let html = json::first(value, &["processed", "value"]).or_else(|| json::text(value, &[]));
        if let Some(html) = html {
            return intake.body_of(&html, draft);
        }
    }
    Vec::new()
}

/// What a release refers to: terms, pictures, files.
fn add_related(draft: &mut ReleaseDraft, node: &Value, included: &Included, site: Option<&Url>) {
    let Some(relations) = node.get("relationships").and_then(Value::as_object) else { return };
    for (relation, value) in relations {
        for reference in json::list(value, &["data"]) {
            let Some(related) = key(reference).and_then(|key| included.get(&key)) else { continue };
            let kind = json::text(related, &["type"]).unwrap_or_default();
            if kind.starts_with("taxonomy_term") {
                let Some(name) = json::text(related, &["attributes", "name"]) else { continue };
                let is_country = kind.contains("countr") || relation.contains("countr");
                draft.subjects.push(if is_country {
                    Subject::country(name)
                } else {
                    Subject::new(name)
                });
            } else if kind.starts_with("file") || kind.starts_with("media") {
                let alternative = json::text(reference, &["meta", "alt"]);
                add_file(draft, related, alternative, included, site);
            }
        }
    }
}

fn add_file(
    draft: &mut ReleaseDraft,
    file: &Value,
    alternative: Option<String>,
    included: &Included,
    site: Option<&Url>,
) {
    // A medium only says which file it is.
    if !file.get("type").and_then(Value::as_str).is_some_and(|kind| kind.starts_with("file")) {
        let relations = file.get("relationships").and_then(Value::as_object);
        let references =
            relations.into_iter().flatten().flat_map(|(_, value)| json::list(value, &["data"]));
        for reference in references {
            let Some(inner) = key(reference).filter(|(kind, _)| kind.starts_with("file")) else {
                continue;
            };
            if let Some(inner) = included.get(&inner) {
                let alternative = json::text(reference, &["meta", "alt"]).or(alternative.clone());
                add_file(draft, inner, alternative, included, site);
            }
        }
        return;
    }
    let Some(attributes) = file.get("attributes") else { return };
    let address =
        json::text(attributes, &["uri", "url"]).or_else(|| json::text(attributes, &["url"]));
    let address = address.and_then(|address| match site {
        Some(site) => site.join(&address).ok(),
        None => Url::parse(&address).ok(),
    });
    let Some(href) = address.and_then(|url| String::from(url).parse().ok()) else { return };
    let media_type = json::text(attributes, &["filemime"])
        .unwrap_or_else(|| "application/octet-stream".to_owned());
    if media_type.starts_with("image/") {
        let alternative = alternative.unwrap_or_default();
        let figure =
            Figure { source: href, alternative, caption: Vec::new(), width: None, height: None };
        draft.body.insert(0, Block::Figure(figure));
    } else if let Some(name) = json::text(attributes, &["filename"]) {
        let bytes = attributes.get("filesize").and_then(Value::as_u64);
        draft.attachments.push(Attachment { name, href, media_type, size: bytes });
    }
}

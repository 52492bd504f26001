//! News as the IPTC's ninjs has it: versions 1.x (`body_xhtml`), 2.x and 3.x (`bodies`).

use rostrum_model::{Block, Figure};
use serde_json::Value;

use super::{
    ReleaseDraft, Revision,
    draft::Subject,
    intake::{Intake, Reason, plain, web},
    json::{self, Item},
};
use crate::{html::language_of, sources::Source};

/// Reads items.
pub(super) fn read(source: &Source, intake: &mut Intake<'_>) {
    for item in json::items(source, &["items", "_items", "data", "results"], intake.findings) {
        read_item(&item, source, intake);
    }
}

fn read_item(item: &Item, source: &Source, intake: &mut Intake<'_>) {
    let news = &item.value;
    let address = json::text(news, &["uri"]).or_else(|| json::text(news, &["guid"]));
    let identifier = address.as_ref().map(|address| format!("ninjs:{address}"));
    let created = json::first(news, &["versioncreated", "versionCreated"]);
    let number = json::text(news, &["version"]);
    let revision = Some(Revision::new(number.as_deref(), created.as_deref()));
    let reason = match json::first(news, &["pubstatus", "pubStatus"]).as_deref() {
        Some("withheld") => Some(Reason::Embargoed),
        Some("canceled" | "cancelled") => Some(Reason::Withdrawn),
        _ => match json::text(news, &["type"]).as_deref() {
            None | Some("text" | "composite") => None,
            Some(_) => Some(Reason::Other),
        },
    };
    if let Some(reason) = reason {
        return intake.leave_out_version(reason, identifier, revision);
    }
    if intake.is_embargoed(json::first(news, &["embargoed", "embargoedUntil"]).as_deref()) {
        return intake.leave_out(Reason::Embargoed);
    }
    let headline = json::first(news, &["headline", "title"])
        .or_else(|| preferred(json::list(news, &["headlines"]), "main"))
        .unwrap_or_default();
    let mut draft = ReleaseDraft {
        place: Some(item.place(source, &headline)),
        title: plain(&headline),
        url: json::text(news, &["url"]).or(address).as_deref().and_then(web),
        identifier,
        revision,
        language: json::text(news, &["language"]).as_deref().and_then(language_of),
        city: json::text(news, &["located"]),
        subjects: subjects(news),
        ..ReleaseDraft::default()
    };
    let dates = [
        "firstcreated",
        "firstCreated",
        "contentcreated",
        "contentCreated",
        "versioncreated",
        "versionCreated",
    ];
    if !intake.date(&mut draft, json::first(news, &dates).as_deref()) {
        return;
    }
    draft.body = read_body(news, &draft, intake);
    if !draft.body.is_empty() {
        add_pictures(&mut draft, news);
    }
    intake.release(draft);
}

/// The text under a role, else the first one.
fn preferred(list: &[Value], role: &str) -> Option<String> {
    let own = list.iter().find(|item| json::text(item, &["role"]).as_deref() == Some(role));
    json::text(own.or(list.first())?, &["value"])
}

fn read_body(news: &Value, draft: &ReleaseDraft, intake: &mut Intake<'_>) -> Vec<Block> {
    let bodies = json::list(news, &["bodies"]);
    let is_html = |body: &&Value| {
        json::first(body, &["contentType", "contenttype"]).is_some_and(|kind| kind.contains("html"))
    };
    let html = json::first(news, &["body_xhtml", "body_html"])
        .or_else(|| json::text(bodies.iter().find(is_html)?, &["value"]));
    if let Some(html) = html {
        return intake.body_of(&html, draft);
    }
    let text = json::text(news, &["body_text"])
        .or_else(|| preferred(bodies, "main"))
        .or_else(|| json::first(news, &["description_text"]));
    text.map(|text| intake.plain_body(&text, draft)).unwrap_or_default()
}

fn subjects(news: &Value) -> Vec<Subject> {
    let names = |keys: [&str; 2]| -> Vec<String> {
        let list = keys.iter().flat_map(|key| json::list(news, &[key]));
        list.filter_map(|item| json::text(item, &["name"]).or_else(|| json::text(item, &[])))
            .collect()
    };
    let mut subjects: Vec<Subject> = Vec::new();
    for keys in [["place", "places"], ["subject", "subjects"], ["organisation", "organisations"]] {
        subjects.extend(names(keys).into_iter().map(Subject::new));
    }
    let keywords = json::list(news, &["keywords"]).iter().filter_map(Value::as_str);
    subjects.extend(keywords.map(Subject::new));
    subjects
}

/// Pictures that go with the text stand after it.
fn add_pictures(draft: &mut ReleaseDraft, news: &Value) {
    let pictures: Vec<&Value> = match news.get("associations") {
        Some(Value::Object(named)) => named.values().collect(),
        Some(Value::Array(list)) => list.iter().collect(),
        _ => return,
    };
    for picture in pictures {
        if json::text(picture, &["type"]).is_none_or(|kind| kind != "picture") {
            continue;
        }
        let renditions: Vec<&Value> = match picture.get("renditions") {
            Some(Value::Object(named)) => named.values().collect(),
            Some(Value::Array(list)) => list.iter().collect(),
            _ => Vec::new(),
        };
        let width =
            |rendition: &&Value| rendition.get("width").and_then(Value::as_u64).unwrap_or(0);
        let Some(largest) = renditions.into_iter().max_by_key(width) else { continue };
        let Some(source) = json::text(largest, &["href"]).as_deref().and_then(web) else {
            continue;
        };
        let text = |keys: &[&str]| json::first(picture, keys);
        let caption = text(&["description_text", "headline"])
            .or_else(|| preferred(json::list(picture, &["descriptions"]), "caption"));
        let caption = caption.map(|caption| plain(&caption)).filter(|caption| !caption.is_empty());
        let alternative = text(&["alttext", "altText"]).unwrap_or_default();
        let size = |key: &str| {
            largest.get(key).and_then(Value::as_u64).and_then(|n| u32::try_from(n).ok())
        };
        draft.body.push(Block::Figure(Figure {
            source,
            alternative,
            caption: caption.map(rostrum_model::Inline::plain).into_iter().collect(),
            width: size("width"),
            height: size("height"),
        }));
    }
}

//! Answers of the interface of `WordPress` (`/wp-json/wp/v2/posts`), saved as files, with
//! `_embed` or with the answers of `/categories` and `/tags` beside them.

use rostrum_model::{Block, Figure};
use serde_json::Value;
use url::Url;

use super::{
    ReleaseDraft,
    draft::Subject,
    intake::{Intake, Reason, plain, web},
    json::{self, Item},
    moment::Moment,
    wxr::is_no_text,
};
use crate::{html::language_of, sources::Source};

/// Reads an answer.
pub(super) fn read(source: &Source, intake: &mut Intake<'_>) {
    for item in json::items(source, &["posts", "data"], intake.findings) {
        let value = &item.value;
        let term = (
            json::text(value, &["taxonomy"]),
            json::text(value, &["id"]),
            json::text(value, &["name"]),
        );
        if let (Some(taxonomy), Some(id), Some(name)) = term {
            intake.terms.insert((taxonomy, id), plain(&name));
        } else {
            read_post(&item, source, intake);
        }
    }
}

fn read_post(item: &Item, source: &Source, intake: &mut Intake<'_>) {
    let post = &item.value;
    let is_protected = json::at(post, &["content", "protected"]) == Some(&Value::Bool(true));
    let reason =
        match (json::text(post, &["type"]).as_deref(), json::text(post, &["status"]).as_deref()) {
            (Some(kind), _) if is_no_text(kind) => Some(Reason::Other),
            (_, Some("draft" | "pending" | "auto-draft")) => Some(Reason::Draft),
            (_, Some("private")) => Some(Reason::Private),
            (_, Some("trash")) => Some(Reason::Withdrawn),
            (_, Some("future")) => Some(Reason::Embargoed),
            (_, Some("publish") | None) => is_protected.then_some(Reason::Protected),
            _ => Some(Reason::Other),
        };
    if let Some(reason) = reason {
        return intake.leave_out(reason);
    }
    let title = json::text(post, &["title", "rendered"]).unwrap_or_default();
    let site = site(post);
    let named = |id: &str| format!("wxr:{site}/?p={id}");
    let translations = json::at(post, &["translations"]).and_then(Value::as_object);
    let mut draft = ReleaseDraft {
        place: Some(item.place(source, &title)),
        title: plain(&title),
        url: json::text(post, &["link"]).as_deref().and_then(web),
        identifier: json::text(post, &["id"]).map(|id| named(&id)),
        language: json::text(post, &["lang"]).as_deref().and_then(language_of),
        siblings: translations
            .into_iter()
            .flat_map(|translations| translations.values())
            .map(|id| named(id.to_string().trim_matches('"')))
            .collect(),
        subjects: subjects(post, intake),
        ..ReleaseDraft::default()
    };
    let utc = json::text(post, &["date_gmt"]);
    let local = json::text(post, &["date"]);
    let local = local.and_then(|local| Moment::read_local(&local, utc.as_deref()));
    let is_out = match local {
        Some(moment) => intake.moment(&mut draft, moment),
        None => intake.date(&mut draft, json::first(post, &["date", "date_gmt"]).as_deref()),
    };
    if !is_out {
        return;
    }
    if let Some(html) = json::text(post, &["content", "rendered"]) {
        draft.body = intake.body_of(&html, &draft);
    }
    add_picture(&mut draft, post);
    intake.release(draft);
}

/// The address of the site, as its export gives it.
fn site(post: &Value) -> String {
    let guid = json::text(post, &["guid", "rendered"]);
    let from_guid =
        guid.as_deref().and_then(|guid| guid.split_once("/?p=")).map(|(site, _)| site.to_owned());
    let from_link = || {
        let link = Url::parse(&json::text(post, &["link"])?).ok()?;
        Some(link.origin().ascii_serialization())
    };
    from_guid.or_else(from_link).unwrap_or_default()
}

fn subjects(post: &Value, intake: &Intake<'_>) -> Vec<Subject> {
    let embedded =
        json::list(post, &["_embedded", "wp:term"]).iter().flat_map(|list| json::list(list, &[]));
    let mut names: Vec<String> = embedded
        .filter(|term| {
            json::text(term, &["taxonomy"]).is_none_or(|taxonomy| taxonomy != "post_format")
        })
        .filter_map(|term| json::text(term, &["name"]))
        .collect();
    if names.is_empty() {
        for (key, taxonomy) in [("categories", "category"), ("tags", "post_tag")] {
            let ids = json::list(post, &[key]).iter().map(Value::to_string);
            names
                .extend(ids.filter_map(|id| intake.terms.get(&(taxonomy.to_owned(), id)).cloned()));
        }
    }
    let names = names.iter().map(|name| plain(name)).filter(|name| name != "Uncategorized");
    names.map(Subject::new).collect()
}

fn add_picture(draft: &mut ReleaseDraft, post: &Value) {
    let pictures = json::list(post, &["_embedded", "wp:featuredmedia"]);
    let Some(picture) = pictures.first() else { return };
    let Some(source) = json::text(picture, &["source_url"]).as_deref().and_then(web) else {
        return;
    };
    let is_there =
        |block: &Block| matches!(block, Block::Figure(figure) if figure.source == source);
    if draft.body.is_empty() || draft.body.iter().any(is_there) {
        return;
    }
    let alternative = json::text(picture, &["alt_text"]).unwrap_or_default();
    let figure = Figure { source, alternative, caption: Vec::new(), width: None, height: None };
    draft.body.insert(0, Block::Figure(figure));
}

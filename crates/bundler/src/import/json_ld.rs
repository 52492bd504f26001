//! News articles as schema.org describes them, in JSON-LD: alone or within the page that they are
//! about. A page whose description leaves the text out gives the text of its `<article>`.

use rostrum_model::{Attachment, Block};
use serde_json::Value;

use super::{
    ReleaseDraft,
    draft::Subject,
    intake::{Intake, Reason, plain, web},
    json,
};
use crate::{
    finding::Place,
    html::{LineEnds, PageParts, language_of, page_parts},
    sources::Source,
};

/// How deep descriptions may stand within one another.
const DEEPEST: usize = 8;

/// Reads a page or a description.
pub(super) fn read(source: &Source, intake: &mut Intake<'_>) {
    let text = source.text();
    if !text.trim_start().starts_with('<') {
        for item in json::items(source, &["@graph"], intake.findings) {
            let mut articles = Vec::new();
            collect(&item.value, 0, &mut articles);
            for article in articles {
                let title = title(article);
                read_article(article, item.place(source, &title), source, None, intake);
            }
        }
        return;
    }
    let parts = page_parts(text);
    let mut is_found = false;
    for description in &parts.descriptions {
        let at = text.find(description.trim()).unwrap_or_default();
        let place = source.place(at..at + 1);
        let value: Value = match serde_json::from_str(description.trim()) {
            Ok(value) => value,
            Err(error) => {
                intake
                    .findings
                    .warning(place, format!("this description of the page is no JSON: {error}"));
                continue;
            }
        };
        let mut articles = Vec::new();
        collect(&value, 0, &mut articles);
        for article in articles {
            is_found = true;
            read_article(article, place.clone(), source, Some(&parts), intake);
        }
    }
    if !is_found {
        intake
            .findings
            .error(source.whole(), "the page describes no news article in JSON-LD")
            .help("copy its text and import it as `page`");
    }
}

/// All articles of a description.
fn collect<'v>(value: &'v Value, depth: usize, articles: &mut Vec<&'v Value>) {
    if depth > DEEPEST {
        return;
    }
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect(item, depth + 1, articles)),
        Value::Object(_) if is_article(value) => articles.push(value),
        Value::Object(members) => {
            for key in ["@graph", "mainEntity", "itemListElement", "item", "hasPart"] {
                if let Some(inner) = members.get(key) {
                    collect(inner, depth + 1, articles);
                }
            }
        }
        _ => {}
    }
}

fn is_article(value: &Value) -> bool {
    json::list(value, &["@type"]).iter().filter_map(Value::as_str).any(|kind| {
        let kind = kind.rsplit(['/', ':']).next().unwrap_or_default();
        kind.ends_with("Article") || matches!(kind, "BlogPosting" | "Report" | "PressRelease")
    })
}

fn title(article: &Value) -> String {
    json::first(article, &["headline", "name"]).unwrap_or_default()
}

fn read_article(
    article: &Value,
    place: Place,
    source: &Source,
    page: Option<&PageParts>,
    intake: &mut Intake<'_>,
) {
    let status = json::text(article, &["creativeWorkStatus"]).unwrap_or_default();
    match status.rsplit('/').next() {
        Some("Draft" | "Incomplete") => return intake.leave_out(Reason::Draft),
        Some("Obsolete" | "Withdrawn") => return intake.leave_out(Reason::Withdrawn),
        Some("Private") => return intake.leave_out(Reason::Private),
        _ => {}
    }
    let main = || address(article.get("mainEntityOfPage")?);
    let url = json::text(article, &["url"]).or_else(main).or_else(|| json::text(article, &["@id"]));
    let name = json::text(article, &["@id"]).or_else(|| url.clone());
    let siblings = ["translationOfWork", "workTranslation"]
        .iter()
        .flat_map(|key| json::list(article, &[key]))
        .filter_map(address);
    let mut draft = ReleaseDraft {
        title: plain(&title(article)),
        place: Some(place),
        url: url.as_deref().and_then(web),
        identifier: name.map(|name| format!("json-ld:{name}")),
        siblings: siblings.map(|name| format!("json-ld:{name}")).collect(),
        language: names(article, "inLanguage").first().and_then(|tag| language_of(tag)),
        city: names(article, "locationCreated").into_iter().next(),
        subjects: subjects(article),
        attachments: attachments(article),
        ..ReleaseDraft::default()
    };
    let date = json::first(article, &["datePublished", "dateCreated", "dateModified"]);
    if !intake.date(&mut draft, date.as_deref()) {
        return;
    }
    draft.body = read_body(article, &draft, source, page, intake);
    intake.release(draft);
}

fn read_body(
    article: &Value,
    draft: &ReleaseDraft,
    source: &Source,
    page: Option<&PageParts>,
    intake: &mut Intake<'_>,
) -> Vec<Block> {
    if let Some(text) = json::first(article, &["articleBody", "text"]) {
        let is_html = ["</p>", "<br", "</div>", "<p>"].iter().any(|tag| text.contains(tag));
        return if is_html {
            intake.body_of(&text, draft)
        } else {
            intake.plain_body(&text, draft)
        };
    }
    let Some(range) = page.and_then(|page| page.article.clone()) else { return Vec::new() };
    let start = range.start;
    let html = &source.text()[range];
    let mut body = intake.body(html, draft, LineEnds::Spaces, &|bytes| {
        source.place(bytes.start + start..bytes.end + start)
    });
    // The page shows the title above the text.
    if let Some(Block::Heading { text, .. }) = body.first()
        && rostrum_model::plain_text(text) == draft.title
    {
        body.remove(0);
    }
    body
}

fn subjects(article: &Value) -> Vec<Subject> {
    let mut subjects: Vec<Subject> =
        names(article, "contentLocation").into_iter().map(Subject::new).collect();
    for key in ["about", "articleSection", "mentions"] {
        subjects.extend(names(article, key).into_iter().map(Subject::new));
    }
    // Keywords are a list, or one text with commas.
    let keywords = names(article, "keywords");
    let keywords = keywords.iter().flat_map(|keyword| keyword.split(','));
    subjects.extend(keywords.map(str::trim).filter(|name| !name.is_empty()).map(Subject::new));
    subjects
}

fn attachments(article: &Value) -> Vec<Attachment> {
    let files = ["associatedMedia", "encoding"].iter().flat_map(|key| json::list(article, &[key]));
    let attachment = |file: &Value| {
        let href = web(&json::first(file, &["contentUrl", "url"])?)?;
        let last = || href.as_str().rsplit('/').next().map(str::to_owned);
        let size = json::text(file, &["contentSize"]).and_then(|size| size.parse().ok());
        let media_type = json::text(file, &["encodingFormat"])?;
        let name = json::text(file, &["name"]).or_else(last)?;
        Some(Attachment { name, media_type, size, href })
    };
    files.filter_map(attachment).collect()
}

/// The names under a key: texts, or things with a name.
fn names(value: &Value, key: &str) -> Vec<String> {
    let name = |item: &Value| {
        json::text(item, &[]).or_else(|| json::first(item, &["name", "alternateName"]))
    };
    json::list(value, &[key]).iter().filter_map(name).collect()
}

fn address(value: &Value) -> Option<String> {
    json::text(value, &[]).or_else(|| json::first(value, &["@id", "url"]))
}

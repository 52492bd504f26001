//! Feeds: RSS 0.90 to 2.0 (with RDF and without), Atom (RFC 4287) and JSON Feed 1 and 1.1.
//!
//! The crates that read feeds make every date one of UTC and give no lines, so the day of a
//! release and the place of a finding would be lost; the formats are small enough to be read here.

use rostrum_model::{Attachment, Block, Href, Language};
use serde_json::Value;
use url::Url;

use super::{
    ReleaseDraft,
    draft::Subject,
    intake::{Intake, Reason, plain, web},
    json::{self, Item},
    wxr::attachment,
    xml::{Element, visit},
};
use crate::{
    html::{LineEnds, language_of},
    sources::Source,
};

/// Reads a feed.
pub(super) fn read(source: &Source, intake: &mut Intake<'_>) {
    if source.text().trim_start().starts_with('{') {
        return read_json(source, intake);
    }
    let mut language = None;
    let mut items = Vec::new();
    let mut pages = Vec::new();
    visit(
        source,
        &["item", "entry", "language", "channel", "feed"],
        intake.findings,
        &mut |element, _| match element.name.as_str() {
            "channel" | "feed" => {
                let own = element.attribute("xml:lang").or_else(|| element.text_of("language"));
                let own = own.and_then(language_of);
                let around =
                    Around { base: base(&element, None), page: page(&element), language: own };
                pages.extend(
                    element
                        .children_named("link")
                        .chain(element.children_named("atom:link"))
                        .cloned(),
                );
                for child in element.children {
                    if matches!(child.name.as_str(), "item" | "entry") {
                        items.push((child, around.clone()));
                    }
                }
            }
            "language" => language = language_of(&element.text),
            _ => items.push((element, Around::default())),
        },
    );
    note_pages(&pages, source, intake);
    for (item, around) in items {
        // The Atom Publishing Protocol (RFC 5023, section 13.1.1), as Blogger exports it.
        if item.child("app:control").and_then(|control| control.text_of("app:draft")) == Some("yes")
        {
            intake.leave_out(Reason::Draft);
            continue;
        }
        let own = item.attribute("xml:lang").and_then(language_of);
        let base = base(&item, around.base.as_ref());
        let mut draft = match item.name.as_str() {
            "entry" => entry(&item, base.as_ref()),
            _ => rss_item(&item, base.as_ref()),
        };
        draft.language = own.or(around.language).or_else(|| language.clone());
        draft.base = base.or_else(|| around.page.filter(|_| draft.url.is_none()));
        let at = item.child("title").map_or(item.content.start, |title| title.content.start);
        draft.place = Some(source.place(at..at + 1));
        let dates = [
            "published",
            "pubDate",
            "dc:date",
            "issued",
            "updated",
            "modified",
            "atom:published",
            "atom:updated",
        ];
        let date = dates.iter().find_map(|name| item.text_of(name));
        if intake.date(&mut draft, date) {
            draft.body = read_body(&item, &mut draft, source, intake);
            intake.release(draft);
        }
    }
}

/// What a feed says of all its items.
#[derive(Clone, Default)]
struct Around {
    /// The address that relative ones start from, where the feed names it.
    base: Option<Url>,
    /// The site that the feed is of.
    page: Option<Url>,
    language: Option<Language>,
}

/// The address that relative ones in an element start from (XML Base), where one is named.
fn base(element: &Element, around: Option<&Url>) -> Option<Url> {
    match (element.attribute("xml:base"), around) {
        (None, around) => around.cloned(),
        (Some(own), None) => Url::parse(own).ok(),
        (Some(own), Some(around)) => around.join(own).ok(),
    }
}

/// An address that may be relative to a base.
fn resolved(address: &str, base: Option<&Url>) -> Option<Href> {
    let whole = base.and_then(|base| base.join(address.trim()).ok());
    whole.map_or_else(|| web(address), |whole| web(whole.as_str()))
}

/// The site that a feed is of.
fn page(feed: &Element) -> Option<Url> {
    let is_page = |link: &&Element| link.attribute("rel").is_none_or(|rel| rel == "alternate");
    let linked = || feed.children_named("link").find(is_page)?.attribute("href");
    Url::parse(feed.text_of("link").or_else(linked)?).ok()
}

/// Feeds may go on in other documents (RFC 5005, section 3).
fn note_pages(links: &[Element], source: &Source, intake: &mut Intake<'_>) {
    for link in links {
        let Some(address) = link.attribute("href").map(str::to_owned) else { continue };
        match link.attribute("rel") {
            Some("self") => intake.pages.push(address),
            Some("next" | "prev-archive") => {
                let at = link.content.start.saturating_sub(1);
                intake.next_pages.push((address, source.place(at..at + 1)));
            }
            _ => {}
        }
    }
}

fn rss_item(item: &Element, base: Option<&Url>) -> ReleaseDraft {
    let link = item.text_of("link").or_else(|| item.child("atom:link")?.attribute("href"));
    let guid = item.text_of("guid").or_else(|| item.attribute("rdf:about"));
    let permanent = item
        .child("guid")
        .filter(|guid| guid.attribute("isPermaLink") != Some("false"))
        .map(|guid| guid.text.as_str());
    let subjects = item.children_named("category").chain(item.children_named("dc:subject"));
    ReleaseDraft {
        title: item.text_of("title").map(plain).unwrap_or_default(),
        url: link.or(permanent).and_then(|link| resolved(link, base)),
        identifier: guid.or(link).map(|id| format!("feed:{id}")),
        subjects: subjects.map(|subject| Subject::new(plain(&subject.text))).collect(),
        attachments: item.children_named("enclosure").filter_map(attachment).collect(),
        ..ReleaseDraft::default()
    }
}

fn entry(item: &Element, base: Option<&Url>) -> ReleaseDraft {
    let relation = |link: &Element| link.attribute("rel").unwrap_or("alternate").to_owned();
    let links = || item.children_named("link");
    let page = links().find(|link| relation(link) == "alternate");
    let enclosures = links().filter(|link| relation(link) == "enclosure").filter_map(|link| {
        let href = resolved(link.attribute("href")?, base)?;
        let last = || href.as_str().rsplit('/').find(|part| !part.is_empty());
        Some(Attachment {
            name: link.attribute("title").or_else(last)?.to_owned(),
            media_type: link.attribute("type").unwrap_or("application/octet-stream").to_owned(),
            size: link.attribute("length").and_then(|length| length.parse().ok()),
            href,
        })
    });
    let subjects = item
        .children_named("category")
        .filter_map(|category| category.attribute("label").or_else(|| category.attribute("term")));
    ReleaseDraft {
        title: item.child("title").map(|title| plain(&title.text)).unwrap_or_default(),
        url: page.and_then(|link| resolved(link.attribute("href")?, base)),
        identifier: item.text_of("id").map(|id| format!("feed:{id}")),
        subjects: subjects.map(Subject::new).collect(),
        attachments: enclosures.collect(),
        ..ReleaseDraft::default()
    }
}

/// The fullest text that an item has.
fn read_body(
    item: &Element,
    draft: &mut ReleaseDraft,
    source: &Source,
    intake: &mut Intake<'_>,
) -> Vec<Block> {
    let names = [
        "content:encoded",
        "content",
        "xhtml:body",
        "body",
        "description",
        "summary",
        "atom:content",
        "atom:summary",
    ];
    let found = names
        .iter()
        .filter_map(|name| item.child(name))
        .find(|element| !element.text.trim().is_empty());
    let Some(content) = found else { return Vec::new() };
    draft.base = base(content, draft.base.as_ref());
    match content.attribute("type") {
        Some("text" | "text/plain") => intake.plain_body(&content.text, draft),
        // Elements in the text itself: XHTML, which is read as it stands in the file.
        _ if !content.children.is_empty() => {
            let start = content.content.start;
            let html = source.text().get(content.content.clone()).unwrap_or_default().to_owned();
            let html = html.replace("<xhtml:", "<").replace("</xhtml:", "</");
            intake.body(&html, draft, LineEnds::Spaces, &|bytes| {
                source.place(bytes.start + start..bytes.end + start)
            })
        }
        _ => match content.verbatim {
            Some(start) => intake.body(&content.text, draft, LineEnds::Spaces, &|bytes| {
                source.place(bytes.start + start..bytes.end + start)
            }),
            None => intake.body_of(&content.text, draft),
        },
    }
}

fn read_json(source: &Source, intake: &mut Intake<'_>) {
    let address = |key: &str| Some(json::member(source, key)?.as_str()?.to_owned());
    intake.pages.extend(address("feed_url"));
    if let Some(next) = address("next_url") {
        let at = source.text().find("\"next_url\"").unwrap_or_default();
        intake.next_pages.push((next, source.place(at..at + 10)));
    }
    let language = json::member(source, "language");
    let language = language.as_ref().and_then(Value::as_str).and_then(language_of);
    let page = address("home_page_url").or_else(|| address("feed_url"));
    let page = page.and_then(|page| Url::parse(&page).ok());
    for item in json::items(source, &["items"], intake.findings) {
        let mut draft = json_item(&item, source);
        draft.language = json::text(&item.value, &["language"])
            .as_deref()
            .and_then(language_of)
            .or_else(|| language.clone());
        draft.base = page.clone().filter(|_| draft.url.is_none());
        let date = json::first(&item.value, &["date_published", "date_modified"]);
        if !intake.date(&mut draft, date.as_deref()) {
            continue;
        }
        draft.body = match json::text(&item.value, &["content_html"]) {
            Some(html) => intake.body_of(&html, &draft),
            None => json::first(&item.value, &["content_text", "summary"])
                .map(|text| intake.plain_body(&text, &draft))
                .unwrap_or_default(),
        };
        intake.release(draft);
    }
}

fn json_item(item: &Item, source: &Source) -> ReleaseDraft {
    let value = &item.value;
    let title = json::text(value, &["title"]).unwrap_or_default();
    let attachments = json::list(value, &["attachments"]).iter().filter_map(|file| {
        let href = web(&json::text(file, &["url"])?)?;
        let last = || href.as_str().rsplit('/').find(|part| !part.is_empty()).map(str::to_owned);
        Some(Attachment {
            name: json::text(file, &["title"]).or_else(last)?,
            media_type: json::text(file, &["mime_type"])?,
            size: file.get("size_in_bytes").and_then(Value::as_u64),
            href,
        })
    });
    ReleaseDraft {
        place: Some(item.place(source, &title)),
        url: json::text(value, &["url"]).as_deref().and_then(web),
        identifier: json::text(value, &["id"]).map(|id| format!("feed:{id}")),
        subjects: json::list(value, &["tags"])
            .iter()
            .filter_map(|tag| Some(Subject::new(tag.as_str()?)))
            .collect(),
        attachments: attachments.collect(),
        title,
        ..ReleaseDraft::default()
    }
}

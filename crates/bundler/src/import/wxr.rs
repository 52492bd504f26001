//! The export of `WordPress` (WXR 1.0 to 1.2): RSS with the posts as they are kept there.
//!
//! Published posts become releases, and so do items of types that the site has made itself, such as
//! `press-release`. The body is what the editor held: without
//! paragraphs in the older editor, with short codes in square brackets, of which `[caption]` is
//! read. Languages are those of Polylang, which keeps them as categories.

use std::collections::BTreeMap;

use rostrum_model::{Attachment, Block, Figure};

use super::{
    ReleaseDraft,
    draft::Subject,
    intake::{Intake, Reason, plain, web},
    moment::Moment,
    xml::{Element, visit},
};
use crate::{
    html::{LineEnds, language_of},
    sources::Source,
};

/// What other posts refer to.
#[derive(Default)]
struct Site {
    /// The address of the site.
    address: String,
    /// Pictures and files by number: address, description.
    files: BTreeMap<String, (String, String)>,
}

/// Reads an export.
pub(super) fn read(source: &Source, intake: &mut Intake<'_>) {
    let mut site = Site::default();
    // The first reading only looks; what is broken is told in the second.
    let mut unheard = crate::finding::Findings::default();
    visit(
        source,
        &["wp:base_blog_url", "wp:base_site_url", "item"],
        &mut unheard,
        &mut |element, _| {
            if element.name != "item" {
                site.address.clone_from(&element.text);
            } else if element.text_of("wp:post_type") == Some("attachment")
                && let (Some(id), Some(address)) =
                    (element.text_of("wp:post_id"), element.text_of("wp:attachment_url"))
            {
                let alternative = meta(&element, "_wp_attachment_image_alt").unwrap_or_default();
                site.files.insert(id.to_owned(), (address.to_owned(), alternative.to_owned()));
            }
        },
    );
    let mut items = Vec::new();
    visit(source, &["item"], intake.findings, &mut |element, _| items.push(element));
    for item in items {
        read_item(&item, &site, source, intake);
    }
}

fn read_item(item: &Element, site: &Site, source: &Source, intake: &mut Intake<'_>) {
    let reason = match (item.text_of("wp:post_type"), item.text_of("wp:status")) {
        (Some(kind), _) if is_no_text(kind) => Some(Reason::Other),
        (_, Some("draft" | "pending" | "auto-draft")) => Some(Reason::Draft),
        (_, Some("private")) => Some(Reason::Private),
        (_, Some("trash")) => Some(Reason::Withdrawn),
        (_, Some("future")) => Some(Reason::Embargoed),
        (_, Some("publish") | None) => None,
        _ => Some(Reason::Other),
    };
    let has_password = item.text_of("wp:post_password").map(|_| Reason::Protected);
    if let Some(reason) = reason.or(has_password) {
        return intake.leave_out(reason);
    }
    let title = item.child("title");
    let at = title.map_or(item.content.start, |title| title.content.start);
    let mut draft = ReleaseDraft {
        title: title.map(|title| plain(&title.text)).unwrap_or_default(),
        url: item.text_of("link").and_then(web),
        identifier: identifier(item, site),
        place: Some(source.place(at..at + 1)),
        ..ReleaseDraft::default()
    };
    let local = item
        .text_of("wp:post_date")
        .and_then(|local| Moment::read_local(local, item.text_of("wp:post_date_gmt")));
    let is_out = match local {
        Some(moment) => intake.moment(&mut draft, moment),
        None => intake.date(&mut draft, item.text_of("pubDate")),
    };
    if !is_out {
        return;
    }
    add_categories(&mut draft, item);
    let Some(content) = item.child("content:encoded") else { return intake.release(draft) };
    draft.body = read_body(content, &draft, source, intake);
    if let Some((address, alternative)) =
        meta(item, "_thumbnail_id").and_then(|id| site.files.get(id))
    {
        add_picture(&mut draft, address, alternative);
    }
    for enclosure in item.children_named("enclosure") {
        draft.attachments.extend(attachment(enclosure));
    }
    intake.release(draft);
}

/// The types of items that `WordPress` and its usual extensions keep beside the texts.
pub(super) fn is_no_text(kind: &str) -> bool {
    const OTHERS: [&str; 10] = [
        "page",
        "attachment",
        "revision",
        "nav_menu_item",
        "custom_css",
        "customize_changeset",
        "oembed_cache",
        "user_request",
        "feedback",
        "amp_validated_url",
    ];
    OTHERS.contains(&kind)
        || ["wp_", "acf-", "elementor_"].iter().any(|start| kind.starts_with(start))
}

/// The number of a post in a site never changes.
fn identifier(item: &Element, site: &Site) -> Option<String> {
    let id = item.text_of("wp:post_id");
    match (id, item.text_of("guid")) {
        (Some(id), _) if !site.address.is_empty() => {
            Some(format!("wxr:{}/?p={id}", site.address.trim().trim_end_matches('/')))
        }
        (_, Some(guid)) => Some(format!("wxr:{guid}")),
        (id, None) => id.map(|id| format!("wxr:{id}")),
    }
}

fn add_categories(draft: &mut ReleaseDraft, item: &Element) {
    for category in item.children_named("category") {
        let name = plain(&category.text);
        match category.attribute("domain") {
            Some("language") => {
                draft.language = category.attribute("nicename").and_then(language_of);
            }
            Some("post_translations") => {
                let group = category.attribute("nicename").unwrap_or(&name);
                draft.siblings.push(format!("wxr-translations:{group}"));
            }
            Some("post_format" | "nav_menu") => {}
            _ if name.is_empty() || name == "Uncategorized" => {}
            _ => draft.subjects.push(Subject::new(name)),
        }
    }
}

fn read_body(
    content: &Element,
    draft: &ReleaseDraft,
    source: &Source,
    intake: &mut Intake<'_>,
) -> Vec<Block> {
    let html = with_captions(&content.text);
    tell_short_codes(&html, draft, intake);
    let has_blocks = content.text.contains("<!-- wp:");
    let line_ends = if has_blocks { LineEnds::Spaces } else { LineEnds::Breaks };
    let verbatim = content.verbatim.filter(|_| html == content.text);
    let fallback = draft.place.clone();
    intake.body(&html, draft, line_ends, &|bytes| match (verbatim, &fallback) {
        (Some(start), _) => source.place(bytes.start + start..bytes.end + start),
        (None, Some(place)) => place.clone(),
        (None, None) => source.whole(),
    })
}

/// The short code for a picture with its caption, as HTML.
fn with_captions(text: &str) -> String {
    let mut html = String::new();
    let mut rest = text;
    while let Some(start) = rest.find("[caption") {
        let Some(open_end) = rest[start..].find(']').map(|end| start + end + 1) else { break };
        let Some(end) = rest[open_end..].find("[/caption]").map(|end| open_end + end) else {
            break;
        };
        let inner = &rest[open_end..end];
        let picture_end = inner.find("<img").and_then(|at| Some(at + inner[at..].find('>')? + 1));
        let picture_end = picture_end.map(|end| {
            let is_linked = inner[end..].trim_start().starts_with("</a>");
            if is_linked {
                inner.len() - inner[end..].trim_start().len() + "</a>".len()
            } else {
                end
            }
        });
        let (picture, caption) = inner.split_at(picture_end.unwrap_or_default());
        html.push_str(&rest[..start]);
        for part in ["<figure>", picture, "<figcaption>", caption, "</figcaption></figure>"] {
            html.push_str(part);
        }
        rest = &rest[end + "[/caption]".len()..];
    }
    html.push_str(rest);
    html
}

/// The short codes that `WordPress` itself knows.
const SHORT_CODES: [&str; 6] =
    ["[gallery", "[embed", "[video", "[audio", "[playlist", "[contact-form"];

fn tell_short_codes(html: &str, draft: &ReleaseDraft, intake: &mut Intake<'_>) {
    for code in SHORT_CODES.iter().filter(|code| html.contains(**code)) {
        if let Some(place) = draft.place.clone() {
            intake
                .findings
                .warning(
                    place,
                    format!("the short code `{code}]` is not read; it stays in the text"),
                )
                .help("put what it shows into the text, or remove it");
        }
    }
}

fn add_picture(draft: &mut ReleaseDraft, address: &str, alternative: &str) {
    let Some(source) = web(address) else { return };
    let is_there =
        |block: &Block| matches!(block, Block::Figure(figure) if figure.source == source);
    if !draft.body.iter().any(is_there) {
        let alternative = alternative.to_owned();
        let figure = Figure { source, alternative, caption: Vec::new(), width: None, height: None };
        draft.body.insert(0, Block::Figure(figure));
    }
}

/// A file that goes with an item of RSS.
pub(super) fn attachment(enclosure: &Element) -> Option<Attachment> {
    let href = web(enclosure.attribute("url")?)?;
    let name = href.as_str().rsplit('/').find(|part| !part.is_empty())?.to_owned();
    let media_type = enclosure.attribute("type").unwrap_or("application/octet-stream").to_owned();
    let size = enclosure.attribute("length").and_then(|length| length.parse().ok());
    Some(Attachment { name, href, media_type, size: size.filter(|size| *size > 0) })
}

fn meta<'e>(item: &'e Element, key: &str) -> Option<&'e str> {
    item.children_named("wp:postmeta")
        .find(|meta| meta.text_of("wp:meta_key") == Some(key))
        .and_then(|meta| meta.text_of("wp:meta_value"))
}

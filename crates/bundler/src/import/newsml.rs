//! News as the IPTC's NewsML-G2 (2.x) has it: a news item alone or in a news message, the text as
//! XHTML, NITF or plain text within it.

use rostrum_model::Block;

use super::{
    ReleaseDraft, Revision,
    draft::Subject,
    intake::{Intake, Reason, plain, web},
    xml::{Element, visit},
};
use crate::{
    html::{LineEnds, language_of},
    sources::Source,
};

/// Reads a message.
pub(super) fn read(source: &Source, intake: &mut Intake<'_>) {
    let mut items = Vec::new();
    visit(source, &["newsItem", "packageItem", "conceptItem"], intake.findings, &mut |item, _| {
        items.push(item);
    });
    for item in items {
        read_item(&item, source, intake);
    }
}

/// The part of a coded name after its vocabulary: `usable` of `stat:usable`.
fn code(element: Option<&Element>) -> Option<String> {
    let element = element?;
    let name = element.attribute("qcode").or_else(|| element.attribute("uri"))?;
    name.rsplit([':', '/']).next().map(str::to_lowercase)
}

fn read_item(item: &Element, source: &Source, intake: &mut Intake<'_>) {
    let (empty, also_empty) = (Element::default(), Element::default());
    let about_item = item.child("itemMeta").unwrap_or(&empty);
    let about_content = item.child("contentMeta").unwrap_or(&also_empty);
    let identifier = item.attribute("guid").map(|guid| format!("newsml-g2:{guid}"));
    let created = about_item.text_of("versionCreated");
    let revision = Some(Revision::new(item.attribute("version"), created));
    let is_text = code(about_item.child("itemClass"))
        .is_none_or(|class| class == "text" || class == "composite");
    let reason = match code(about_item.child("pubStatus")).as_deref() {
        _ if item.name != "newsItem" || !is_text => Some(Reason::Other),
        Some("withheld") => Some(Reason::Embargoed),
        Some("canceled" | "cancelled") => Some(Reason::Withdrawn),
        _ => None,
    };
    if let Some(reason) = reason {
        return intake.leave_out_version(reason, identifier, revision);
    }
    // An embargo without a date holds until the agency lifts it.
    let embargo = about_item.child("embargoed").map(|embargo| embargo.text.trim());
    if intake.is_embargoed(embargo) {
        return intake.leave_out(Reason::Embargoed);
    }
    let headline = about_content.child("headline").or_else(|| about_item.child("title"));
    let at = headline.map_or(item.content.start, |headline| headline.content.start);
    let tag = about_content.child("language").and_then(|language| language.attribute("tag"));
    let mut draft = ReleaseDraft {
        title: headline.map(|headline| plain(&headline.text)).unwrap_or_default(),
        place: Some(source.place(at..at + 1)),
        identifier,
        revision,
        url: item.attribute("guid").and_then(web),
        language: tag.or_else(|| item.attribute("xml:lang")).and_then(language_of),
        city: about_content.child("located").and_then(name),
        subjects: about_content.children_named("subject").filter_map(subject).collect(),
        siblings: item
            .descendants("link")
            .into_iter()
            .filter(|link| link.attribute("rel").is_some_and(|rel| rel.contains("translat")))
            .filter_map(|link| link.attribute("residref"))
            .map(|guid| format!("newsml-g2:{guid}"))
            .collect(),
        ..ReleaseDraft::default()
    };
    let dates =
        [about_content.text_of("contentCreated"), about_item.text_of("firstCreated"), created];
    if !intake.date(&mut draft, dates.into_iter().flatten().next()) {
        return;
    }
    draft.body = read_body(item, &draft, source, intake);
    intake.release(draft);
}

fn name(element: &Element) -> Option<String> {
    let own = element.text_of("name").or_else(|| element.attribute("literal"))?;
    Some(plain(own))
}

fn subject(element: &Element) -> Option<Subject> {
    let is_country = element.attribute("type").is_some_and(|kind| kind.ends_with("country"));
    let name = name(element)?;
    Some(if is_country { Subject::country(name) } else { Subject::new(name) })
}

fn read_body(
    item: &Element,
    draft: &ReleaseDraft,
    source: &Source,
    intake: &mut Intake<'_>,
) -> Vec<Block> {
    let Some(set) = item.child("contentSet") else { return Vec::new() };
    if let Some(xml) = set.child("inlineXML") {
        // NITF has heads within its body, XHTML beside it.
        let bodies = ["body.content", "nitf:body.content", "xhtml:body"];
        let body = bodies.iter().find_map(|name| xml.descendants(name).into_iter().next());
        let range = body.unwrap_or(xml).content.clone();
        let start = range.start;
        let html = source.text().get(range).unwrap_or_default();
        let html = html.replace("<xhtml:", "<").replace("</xhtml:", "</");
        return intake.body(&html, draft, LineEnds::Spaces, &|bytes| {
            source.place(bytes.start + start..bytes.end + start)
        });
    }
    let Some(data) = set.child("inlineData") else { return Vec::new() };
    match data.attribute("contenttype") {
        Some(kind) if kind.contains("html") => intake.body_of(&data.text, draft),
        _ => intake.plain_body(&data.text, draft),
    }
}

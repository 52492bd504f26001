//! `menu.yaml`: the mega menu. A link that leads nowhere is an error here and not a dead link there.

use std::ops::Range;

use rostrum_model::{Href, ListingKey, MenuItem, Panel, Route};

use super::{
    archive::Archive,
    node::Node,
    record::{Context, Record},
    vocabulary::Category,
};
use crate::finding::nearest;

/// Reads the file.
pub(crate) fn read_menu(
    root: &Node,
    archive: &Archive,
    context: &mut Context<'_>,
) -> Vec<MenuItem> {
    let mut idle = Vec::new();
    let menu = read_items(root, archive, &mut idle, context);
    if let [first, others @ ..] = &idle[..] {
        let message = match others.len() {
            0 => "this item has neither `to` nor `items`, so that it leads nowhere".to_owned(),
            others => format!(
                "this item and {others} others have neither `to` nor `items`, so that they lead nowhere"
            ),
        };
        context
            .warning(first, message)
            .help("give them a `to`, such as /press/ or https://example.org/");
    }
    menu
}

fn read_items(
    list: &Node,
    archive: &Archive,
    idle: &mut Vec<Range<usize>>,
    context: &mut Context<'_>,
) -> Vec<MenuItem> {
    let mut items = Vec::new();
    for node in context.list(list) {
        let Some(mut record) = Record::open(node, context) else { continue };
        let label = record.text("label", context);
        let link = record.optional("to");
        let href = link.and_then(|node| destination(node, archive, context));
        let panel = record
            .optional("panel")
            .and_then(|node| context.word::<Panel>(node))
            .unwrap_or_default();
        let under = record
            .optional("items")
            .map(|node| read_items(node, archive, idle, context))
            .unwrap_or_default();
        record.close(context);
        if link.is_none() && under.is_empty() {
            idle.push(node.bytes.clone());
        }
        items.extend(label.map(|label| MenuItem { label, to: href, panel, items: under }));
    }
    items
}

fn destination(node: &Node, archive: &Archive, context: &mut Context<'_>) -> Option<Href> {
    let href: Href = context.parsed(node)?;
    if href.is_external() || href.as_str().starts_with('#') {
        return Some(href);
    }
    if let Some((message, help)) = objection(href.as_str(), archive) {
        context.error(&node.bytes, message).help(help);
        return None;
    }
    Some(href)
}

/// Why a path of the site leads nowhere, and what to do; nothing if it leads somewhere.
fn objection(path: &str, archive: &Archive) -> Option<(String, String)> {
    let route: Route = match path.parse() {
        Ok(route) => route,
        Err(error) => {
            let places =
                ["/", "/fields/", "/countries/", "/structures/", "/press/", "/chairpersonships/"];
            let help = match nearest(path, places) {
                Some(near) => format!("did you mean {near}?"),
                None => format!(
                    "the pages are {}, /countries/NAME/, /pages/NAME/ and so on",
                    places.join(", ")
                ),
            };
            return Some((error.to_string(), help));
        }
    };
    let (category, name) = match &route {
        Route::Listing { key: ListingKey::Country(slug), .. } => (Category::Country, slug),
        Route::Listing { key: ListingKey::Field(slug), .. } => (Category::Field, slug),
        Route::Listing { key: ListingKey::Structure(slug), .. } => (Category::Structure, slug),
        Route::Listing { key: ListingKey::Term(id), .. } => (Category::Term, id),
        Route::Page(slug) => (Category::Page, slug),
        Route::Release { address, .. } => {
            return (!archive.has(address)).then(|| {
                (
                    format!("there is no release at `{path}`"),
                    "see the files in the folder releases".to_owned(),
                )
            });
        }
        _ => return None,
    };
    let (message, help) = archive.vocabulary().objection(category, name.as_str())?;
    Some((format!("`{path}` leads nowhere: {message}"), help))
}

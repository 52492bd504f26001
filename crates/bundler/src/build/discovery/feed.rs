//! Atom feeds (RFC 4287): the newest releases of a listing, with their first paragraph.

use std::{io, sync::Arc};

use rostrum_model::{Date, Entry, ListingKey, Route};

use super::{
    Site,
    xml::{self, Xml},
};
use crate::build::row::Row;

/// The most releases that a feed tells of.
pub(super) const LONGEST: usize = 50;

/// The folder of the feeds in that of the site.
pub(super) const FOLDER: &str = "feeds/";

/// The name of a listing's feed in the folder of the site; none for a year and a term, which end.
pub(crate) fn name(key: &ListingKey) -> Option<String> {
    key.feed().map(|feed| [FOLDER, &feed].concat())
}

/// The feed of a listing whose newest rows come last, after its name; none where it has none.
pub(super) fn write(
    site: &Site,
    entry: &Entry,
    key: &ListingKey,
    newest: &[Arc<Row>],
) -> Option<(String, Vec<u8>)> {
    let name = name(key)?;
    let language = &entry.languages.default;
    let organization = entry.organization.name.localized(language).text;
    let title = match entry.listing_name(key) {
        Some(name) => format!("{organization}: {}", name.localized(language).text),
        None => organization.to_owned(),
    };
    let attributes = [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", language.as_str())];
    let feed = xml::document("feed", &attributes, |xml| {
        let address = site.base.file(&name);
        let page = site.base.page(&Route::listing(key.clone()));
        xml::text(xml, "id", &address)?;
        xml::text(xml, "title", &title)?;
        if let Some(row) = newest.last() {
            xml::text(xml, "updated", &moment(row.address.date))?;
        }
        let kind = "application/atom+xml";
        xml::empty(xml, "link", &[("rel", "self"), ("type", kind), ("href", &address)])?;
        xml::empty(xml, "link", &[("rel", "alternate"), ("type", "text/html"), ("href", &page)])?;
        xml.create_element("author")
            .write_inner_content(|xml| xml::text(xml, "name", organization))?;
        for row in newest.iter().rev().take(LONGEST) {
            xml.create_element("entry")
                .write_inner_content(|xml| release(xml, row, site, entry))?;
        }
        Ok(())
    });
    Some((name, feed))
}

fn release(xml: &mut Xml, row: &Row, site: &Site, entry: &Entry) -> io::Result<()> {
    let address = site.base.page(&Route::release(row.address.clone()));
    let kind = entry.kind(&row.kind).map(|kind| kind.name.localized(&entry.languages.default).text);
    xml::text(xml, "id", &address)?;
    xml::text(xml, "title", &row.title)?;
    xml::text(xml, "published", &moment(row.address.date))?;
    xml::text(xml, "updated", &moment(row.address.date))?;
    xml::empty(xml, "link", &[("rel", "alternate"), ("type", "text/html"), ("href", &address)])?;
    let term = row.kind.as_str();
    xml::empty(xml, "category", &[("term", term), ("label", kind.unwrap_or(term))])?;
    xml::text(xml, "summary", &row.lead)
}

/// A day as RFC 3339 wants it; a release says no hour.
fn moment(date: Date) -> String {
    format!("{date}T00:00:00Z")
}

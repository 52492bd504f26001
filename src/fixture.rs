//! What tests of several views start from: a small bundle as a site, and what its HTML shows.

use std::sync::Arc;

use rostrum_model::parse_entry;

use crate::{
    locale::Messages,
    route::Routing,
    site::{Edition, Site},
};

/// The entry of the small bundle.
pub const ENTRY: &str = include_str!("../tests/fixtures/bundle/bundle.json");

/// The day on which most tests read it.
pub const TODAY: &str = "2026-11-23";

/// The site of an entry, for a reader of a language on a day.
pub fn site(entry: &str, tag: &str, today: &str) -> Site {
    let messages = Messages::for_language(tag);
    Site::from(Edition {
        entry: Arc::new(parse_entry("bundle.json", entry).unwrap()),
        messages,
        language: messages.language(),
        routing: Routing::Path { base: "/".to_owned() },
        folder: "/bundle/".to_owned(),
        today: today.parse().unwrap(),
    })
}

/// The parts stand in this order.
pub fn shows(html: &str, parts: &[&str]) {
    let mut rest = html;
    for part in parts {
        let Some(position) = rest.find(part) else {
            panic!("{part} is not (in this order) in\n{html}")
        };
        rest = &rest[position + part.len()..];
    }
}

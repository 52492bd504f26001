//! The formats that can be imported, and which of them a file is in.

use std::path::Path;

use clap::ValueEnum;
use quick_xml::{Reader, events::Event};

use crate::sources::Source;

/// A format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// A page copied as text: its menu and its press release.
    Page,
    /// The export of `WordPress`.
    Wxr,
    /// Answers of the interface of `WordPress`.
    WpRest,
    /// Answers of a JSON:API, such as Drupal's.
    #[value(name = "jsonapi")]
    JsonApi,
    /// RSS, Atom or JSON Feed.
    Feed,
    /// The IPTC's ninjs.
    Ninjs,
    /// The IPTC's NewsML-G2.
    #[value(name = "newsml-g2")]
    NewsmlG2,
    /// News articles after schema.org.
    JsonLd,
    /// A table with headers.
    Csv,
    /// Markdown with front matter.
    Markdown,
}

impl Format {
    /// The names of all formats, as they stand before the files.
    pub(super) fn names() -> Vec<String> {
        let values = Self::value_variants().iter().filter_map(ValueEnum::to_possible_value);
        values.map(|value| value.get_name().to_owned()).collect()
    }

    /// The format of a file: what it says about itself, else what its name ends with.
    pub(super) fn of(source: &Source, file: &Path) -> Option<Self> {
        let text = source.text().trim_start();
        if text.starts_with('<') {
            return of_markup(text);
        }
        if text.starts_with(['{', '[']) {
            return of_json(text);
        }
        if text.starts_with("+++") || (text.starts_with("---\n") || text.starts_with("---\r")) {
            return Some(Self::Markdown);
        }
        let end = file.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        match end.as_str() {
            "txt" => Some(Self::Page),
            "csv" | "tsv" => Some(Self::Csv),
            "md" | "markdown" => Some(Self::Markdown),
            _ if text.lines().take(50).any(|line| line.trim() == "-") => Some(Self::Page),
            _ => has_columns(text).then_some(Self::Csv),
        }
    }
}

/// Whether the first line is one of headers: a title and a date among them.
fn has_columns(text: &str) -> bool {
    let headers = text.lines().next().unwrap_or_default().to_lowercase();
    let has = |names: [&str; 2]| {
        headers
            .split([',', ';', '\t', '|'])
            .any(|header| names.contains(&header.trim().trim_matches('"')))
    };
    has(["title", "headline"]) && has(["date", "published"])
}

fn of_markup(text: &str) -> Option<Format> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = false;
    loop {
        match reader.read_event() {
            Ok(Event::Start(start) | Event::Empty(start)) => {
                let is_wordpress = start.attributes_raw().contains("wordpress.org/export/");
                return match start.local_name().into_inner() {
                    "rss" if is_wordpress => Some(Format::Wxr),
                    "rss" | "RDF" | "feed" | "entry" | "channel" => Some(Format::Feed),
                    "newsMessage" | "newsItem" | "packageItem" => Some(Format::NewsmlG2),
                    _ => text.contains("ld+json").then_some(Format::JsonLd),
                };
            }
            Ok(Event::Eof) | Err(_) => return text.contains("ld+json").then_some(Format::JsonLd),
            Ok(_) => {}
        }
    }
}

/// What its keys say; they stand near the beginning, or in the first item.
fn of_json(text: &str) -> Option<Format> {
    let start: String = text.chars().take(20_000).collect();
    let has = |key: &str| start.contains(&format!("\"{key}\""));
    if start.contains("jsonfeed.org/version") {
        Some(Format::Feed)
    } else if has("@context") || has("@graph") || has("@type") {
        Some(Format::JsonLd)
    } else if has("data") && (has("attributes") || has("jsonapi")) {
        Some(Format::JsonApi)
    } else if has("rendered") || has("taxonomy") {
        Some(Format::WpRest)
    } else if has("uri") || has("pubstatus") || has("pubStatus") || has("body_xhtml") {
        Some(Format::Ninjs)
    } else {
        None
    }
}

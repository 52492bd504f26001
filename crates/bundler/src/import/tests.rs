//! What every importer must withstand: script injection, broken and hostile files.

use std::path::PathBuf;

use proptest::prelude::*;
use rostrum_model::{Block, Inline};
use serde_json::{Value, json};

use super::*;
use crate::{
    html::{LONGEST, Markup, read_html},
    import::intake::Intake,
    sources::{read_markdown, write_markdown},
};

/// Reads a text in a format; gives the drafts and whether anything was told as an error.
fn read(format: Format, text: &str) -> (Vec<ReleaseDraft>, bool) {
    let mut drafts = Vec::new();
    let mut take = |draft, _: &mut Findings| drafts.push(draft);
    let mut findings = Findings::default();
    let mut intake = Intake::new(&mut findings, &mut take);
    archive::read(format, &Source::new("a", text), Path::new("a.md"), &mut intake);
    intake.summary();
    (drafts, findings.has_errors())
}

fn xml(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A document in each format that takes HTML, with a text as its only body.
fn documents(html: &str) -> Vec<(&'static str, Format, String)> {
    let escaped = xml(html);
    let cdata = html.replace("]]>", "]]]]><![CDATA[>");
    let quoted = html.replace('"', "\"\"");
    let link = "https://example.org/1";
    let date = "2021-05-03T10:00:00Z";
    vec![
        ("rss", Format::Feed, format!("<rss version='2.0'><channel><item><title>T</title><guid>1</guid><link>{link}</link><pubDate>Mon, 03 May 2021 10:00:00 GMT</pubDate><description>{escaped}</description></item></channel></rss>")),
        ("rss with CDATA", Format::Feed, format!("<rss version='2.0'><channel><item><title>T</title><pubDate>Mon, 03 May 2021 10:00:00 GMT</pubDate><description><![CDATA[{cdata}]]></description></item></channel></rss>")),
        ("atom", Format::Feed, format!("<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id><title>T</title><published>{date}</published><content type='html'>{escaped}</content></entry></feed>")),
        ("json feed", Format::Feed, json!({"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "title": "T", "date_published": date, "content_html": html}]}).to_string()),
        ("wxr", Format::Wxr, format!("<rss xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:wp='http://wordpress.org/export/1.2/'><channel><item><title>T</title><link>{link}</link><wp:post_id>1</wp:post_id><wp:post_date>2021-05-03 10:00:00</wp:post_date><content:encoded><![CDATA[{cdata}]]></content:encoded></item></channel></rss>")),
        ("wp-rest", Format::WpRest, json!([{"id": 1, "date": date, "link": link, "title": {"rendered": "T"}, "content": {"rendered": html}}]).to_string()),
        ("jsonapi", Format::JsonApi, json!({"data": [{"type": "node", "id": "1", "attributes": {"title": "T", "created": date, "body": {"processed": html}}}]}).to_string()),
        ("json-ld", Format::JsonLd, json!({"@type": "NewsArticle", "url": link, "headline": "T", "datePublished": date, "articleBody": html}).to_string()),
        ("a page", Format::JsonLd, format!("<html><script type='application/ld+json'>{{\"@type\": \"NewsArticle\", \"url\": \"{link}\", \"headline\": \"T\", \"datePublished\": \"{date}\"}}</script><body><article>{html}</article></body></html>")),
        ("csv", Format::Csv, format!("title,date,url,body\nT,2021-05-03,{link},\"{quoted}\"\n")),
        ("markdown", Format::Markdown, format!("---\ntitle: T\ndate: 2021-05-03\n---\n{html}\n")),
        ("ninjs", Format::Ninjs, json!({"uri": link, "headline": "T", "versioncreated": date, "body_xhtml": html}).to_string()),
        ("newsml-g2", Format::NewsmlG2, format!("<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='1'><itemMeta><versionCreated>{date}</versionCreated></itemMeta><contentMeta><headline>T</headline></contentMeta><contentSet><inlineData contenttype='text/html'>{escaped}</inlineData></contentSet></newsItem>")),
    ]
}

/// The vectors, one a line, with escapes as in Rust's strings.
fn vectors() -> Vec<String> {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/script-injection.txt");
    let unescape = |line: &str| {
        let mut text = String::new();
        let mut rest = line;
        while let Some(at) = rest.find('\\') {
            text.push_str(&rest[..at]);
            let code = |range: std::ops::Range<usize>| {
                char::from_u32(u32::from_str_radix(rest.get(range)?, 16).ok()?)
            };
            let (character, length) = match rest.as_bytes().get(at + 1) {
                Some(b'n') => ('\n', 2),
                Some(b't') => ('\t', 2),
                Some(b'r') => ('\r', 2),
                Some(b'x') => (code(at + 2..at + 4).unwrap(), 4),
                Some(b'u') => (code(at + 2..at + 6).unwrap(), 6),
                _ => ('\\', 2),
            };
            text.push(character);
            rest = rest.get(at + length..).unwrap_or_default();
        }
        text + rest
    };
    std::fs::read_to_string(path).unwrap().lines().map(unescape).collect()
}

/// All words of a value, and all its addresses.
fn walk(value: &Value, words: &mut String, addresses: &mut Vec<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| walk(item, words, addresses)),
        Value::Object(members) => {
            for (key, value) in members {
                match (key.as_str(), value) {
                    ("href" | "source", Value::String(address)) => addresses.push(address.clone()),
                    ("text", Value::String(text)) => words.push_str(text),
                    _ => walk(value, words, addresses),
                }
            }
        }
        _ => {}
    }
}

/// Asserts that blocks carry no address that could run, and gives their words.
fn harmless(blocks: &[Block], of: &str) -> String {
    let (mut words, mut addresses) = (String::new(), Vec::new());
    walk(&serde_json::to_value(blocks).unwrap(), &mut words, &mut addresses);
    for address in addresses {
        let small = address.to_lowercase();
        let is_allowed = ["https://", "http://", "mailto:", "tel:", "#"]
            .iter()
            .any(|start| small.starts_with(start))
            || (small.starts_with('/') && !small.starts_with("//") && !small.starts_with("/\\"));
        assert!(is_allowed, "{address} in {of}");
    }
    words
}

#[test]
fn no_vector_survives_as_anything_but_text_and_the_text_around_it_stays() {
    let vectors = vectors();
    assert!(vectors.len() >= 200, "{}", vectors.len());
    for vector in vectors {
        let html = format!("<p>Before words.</p>\n\n{vector}\n\n<p>After words.</p>");
        for (name, format, document) in documents(&html) {
            let of = format!("{name}: {vector}");
            let (drafts, _) = read(format, &document);
            let [draft] = &drafts[..] else { panic!("{of} gives {} drafts", drafts.len()) };
            let words = harmless(&draft.body, &of);
            // A page ends its article itself if the vector does.
            for kept in ["Before words.", "After words."] {
                assert!(words.contains(kept), "{kept} is lost from {of}: {words}");
            }
            let markdown = write_markdown(&draft.body);
            let mut findings = Findings::default();
            let source = Source::new("a.md", &*markdown);
            let again = read_markdown(&source, 0..markdown.len(), &mut findings);
            assert_eq!(again, draft.body, "{of}");
        }
    }
}

#[test]
fn entities_that_a_document_declares_are_never_expanded() {
    let mut bomb = "<!DOCTYPE rss [<!ENTITY a0 'ha'>".to_owned();
    for level in 1..30 {
        let inner = format!("&a{};", level - 1).repeat(10);
        bomb += &["<!ENTITY a", &level.to_string(), " '", &inner, "'>"].concat();
    }
    bomb.push_str("]><rss><channel><item><title>T &a29;</title><guid>1</guid><pubDate>2021-05-03</pubDate><description>&a29; <!ENTITY x SYSTEM 'file:///etc/passwd'> b</description></item></channel></rss>");
    let (drafts, _) = read(Format::Feed, &bomb);
    for draft in drafts {
        assert!(draft.title.len() < 100 && format!("{:?}", draft.body).len() < 1000);
    }
}

#[test]
fn what_nests_ten_thousand_times_is_refused_or_flattened() {
    let deep = |open: &str| open.repeat(10_000);
    for (format, text) in [
        (Format::Feed, format!("<rss>{}", deep("<channel>"))),
        (Format::Feed, format!("<rss><channel><item>{}", deep("<a>"))),
        (Format::NewsmlG2, format!("<newsItem>{}", deep("<a>"))),
        (Format::WpRest, deep("[")),
        (Format::JsonApi, format!("{{\"data\":{}", deep("[{\"a\":"))),
        (Format::JsonLd, format!("{{\"@graph\":{}{}}}", deep("["), "]".repeat(10_000))),
        (Format::Markdown, format!("---\na: {}\n---\n", deep("["))),
        (Format::Markdown, format!("+++\na = {}\n+++\n", deep("["))),
        (Format::Markdown, format!("---\ntitle: T\ndate: 2021-05-03\n---\n{}", deep("> "))),
    ] {
        let (drafts, has_errors) = read(format, &text);
        assert!(drafts.is_empty() && has_errors, "{format:?}");
    }
    for (name, format, document) in documents(&(deep("<ul><li>") + "words")) {
        let (drafts, _) = read(format, &document);
        assert!(format!("{:?}", drafts[0].body).contains("words"), "{name}");
    }
}

#[test]
fn a_line_of_many_megabytes_does_no_harm() {
    for (_, format, document) in documents(&"<b>word ".repeat(1 << 17)) {
        read(format, &document);
    }
    let place = Source::new("a", "x".repeat(1 << 24)).place(1 << 23..(1 << 23) + 1);
    assert!(place.excerpt.len() < 10_000 && &place.excerpt[place.span] == "x");
}

#[test]
fn a_line_of_a_hundred_megabytes_is_refused_or_read() {
    let words = "word ".repeat(20 << 20);
    let table = format!("title,date,body\nT,2021-05-03,{words}\n");
    let (drafts, has_errors) = read(Format::Csv, &table);
    assert!(drafts.is_empty() && has_errors);
    let (drafts, has_errors) = read(Format::Feed, &format!("<rss><channel><item>{words}"));
    assert!(drafts.is_empty() && has_errors);
}

/// A document in each format that takes plain text, with a text as its only body.
fn plain_documents(text: &str) -> Vec<(&'static str, Format, String)> {
    let date = "2021-05-03T10:00:00Z";
    vec![
        ("atom", Format::Feed, format!("<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id><title>T</title><published>{date}</published><content type='text'>{text}</content></entry></feed>")),
        ("json feed", Format::Feed, json!({"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "title": "T", "date_published": date, "content_text": text}]}).to_string()),
        ("jsonapi", Format::JsonApi, json!({"data": [{"type": "node", "id": "1", "attributes": {"title": "T", "created": date, "body": {"value": text, "format": "plain_text"}}}]}).to_string()),
        ("json-ld", Format::JsonLd, json!({"@type": "NewsArticle", "headline": "T", "datePublished": date, "articleBody": text}).to_string()),
        ("csv", Format::Csv, format!("title,date,body\nT,2021-05-03,{text}\n")),
        ("ninjs", Format::Ninjs, json!({"uri": "1", "headline": "T", "versioncreated": date, "body_text": text}).to_string()),
        ("newsml-g2", Format::NewsmlG2, format!("<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='1'><itemMeta><versionCreated>{date}</versionCreated></itemMeta><contentMeta><headline>T</headline></contentMeta><contentSet><inlineData contenttype='text/plain'>{text}</inlineData></contentSet></newsItem>")),
    ]
}

#[test]
fn a_text_that_is_too_long_is_refused_in_every_format_with_one_message() {
    let text = "word ".repeat(LONGEST / 5 + 1);
    let all = [documents(&text), plain_documents(&text), vec![("page", Format::Page, text)]];
    for (name, format, document) in all.concat() {
        let mut findings = Findings::default();
        let read = read_bodies(format, document.into_bytes(), &mut findings);
        let told: Vec<_> = findings.in_order().into_iter().map(|found| found.message).collect();
        assert_eq!(told, ["a text of more than 8 MB is not read"], "{name}");
        assert!(read.is_empty(), "{name}");
    }
}

#[test]
fn a_plain_text_is_read_in_every_format_that_has_it() {
    for (name, format, document) in plain_documents("Plain words") {
        let (drafts, _) = read(format, &document);
        assert_eq!(
            drafts[0].body,
            [Block::Paragraph { text: vec![Inline::plain("Plain words")] }],
            "{name}"
        );
    }
}

/// The fixtures with their formats.
fn fixtures() -> Vec<(Format, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/import");
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let read = |path: PathBuf| {
        let bytes = std::fs::read(&path).unwrap();
        let source = Source::new("a", String::from_utf8(bytes.clone()).unwrap());
        (Format::of(&source, &path).unwrap(), bytes)
    };
    paths.into_iter().map(read).collect()
}

fn read_bytes_of(format: Format, bytes: Vec<u8>) {
    let source = encoding::decode("a", bytes, None, &mut Findings::default());
    Format::of(&source, Path::new("a"));
    read(format, source.text());
}

#[test]
fn a_file_that_ends_early_is_read_or_refused() {
    for (format, bytes) in fixtures() {
        for end in (0..bytes.len()).step_by(97) {
            read_bytes_of(format, bytes[..end].to_vec());
        }
    }
}

proptest! {
    /// `make fuzz` looks deeper, led by what the readers do.
    #[test]
    fn a_damaged_file_is_read_or_refused(
        which in 0usize..1000,
        damages in prop::collection::vec((0usize..20_000, 0usize..40, prop::collection::vec(any::<u8>(), 0..6), any::<bool>()), 1..6),
    ) {
        let mut fixtures = fixtures();
        let (format, mut bytes) = fixtures.swap_remove(which % fixtures.len());
        for (at, length, new, doubles) in damages {
            let start = at % (bytes.len() + 1);
            let end = (start + length).min(bytes.len());
            let old = bytes[start..end].to_vec();
            let new = if doubles { [old.clone(), old].concat() } else { new };
            bytes.splice(start..end, new);
        }
        read_bytes_of(format, bytes);
    }

    #[test]
    fn vectors_that_meet_run_no_script(picked in prop::collection::vec(0usize..1000, 2..5)) {
        let vectors = vectors();
        let html: String = picked.iter().map(|at| vectors[at % vectors.len()].as_str()).collect();
        let source = Source::new("a", &*html);
        let blocks = read_html(&Markup::new(&html), &|bytes| source.place(bytes), &mut Findings::default());
        harmless(&blocks, &html);
        let markdown = write_markdown(&blocks);
        let again = read_markdown(&Source::new("a", &*markdown), 0..markdown.len(), &mut Findings::default());
        prop_assert_eq!(again, blocks);
    }
}

//! Every page of a small site, as a browser without scripts is given it.

use std::{fs, path::Path};

use rostrum_model::Date;

use super::{RenderError, Rendered, Wanted, prerender};
use crate::finding::{Findings, Severity};

const SHELL: &str = r#"<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="generator" content="Written by rostrum">
<title>Rostrum</title><meta name="description" content="Of the SPA.">
<meta name="rostrum-still" content="/archive/part-still-1.css">
<meta name="rostrum-texts" content="/archive/part-texts-1.css /archive/part-texts-1.wasm">
<meta name="rostrum-timeline" content="/archive/part-timeline-1.css /archive/part-timeline-1.wasm /archive/part-2.wasm">
<link rel="preload" href="/archive/rostrum-1.wasm" as="fetch" type="application/wasm" crossorigin>
<link rel="preload" href="/archive/rostrum-1.css" as="fetch" type="text/css" crossorigin>
<script type="module" src="/archive/embed.js"></script>
</head><body><rostrum-app bundle="/archive/bundle/" base="/archive/" routing="path"><main>Loading</main></rostrum-app></body></html>"#;

const BUNDLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/bundle");
const RELEASE: &str = "press/2007/04/30/a-bid/index.html";

fn render(folder: &Path, newest: usize) -> Result<Rendered, RenderError> {
    render_and_tell(folder, newest, &mut Findings::default())
}

fn render_and_tell(
    folder: &Path,
    newest: usize,
    findings: &mut Findings,
) -> Result<Rendered, RenderError> {
    let base = "https://example.org/archive/".parse().unwrap();
    let wanted = Wanted {
        bundle: Path::new(BUNDLE),
        folder,
        base: Some(&base),
        today: Date::new(2026, 11, 24).unwrap(),
        newest,
    };
    prerender(&wanted, findings)
}

fn site() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("404.html"), SHELL).unwrap();
    for name in ["rostrum-1.css", "part-still-1.css", "part-texts-1.css", "part-timeline-1.css"] {
        fs::write(folder.path().join(name), format!("/* {name} */")).unwrap();
    }
    folder
}

fn read(folder: &tempfile::TempDir, page: &str) -> String {
    fs::read_to_string(folder.path().join(page)).unwrap()
}

#[test]
fn a_page_says_what_it_is_and_shows_it() {
    let folder = site();
    render(folder.path(), 10).unwrap();
    let html = read(&folder, "countries/index.html");
    for part in [
        "<title>Countries – ",
        "<link rel=\"canonical\" href=\"https://example.org/archive/countries/\">",
        "<rostrum-app bundle=\"/archive/bundle/\" base=\"/archive/\" routing=\"path\"><template shadowrootmode=\"open\"><style id=\"rostrum-1.css\">/* rostrum-1.css */</style><style id=\"part-still-1.css\">/* part-still-1.css */</style><div>",
        "</div><noscript><link rel=\"stylesheet\" href=\"/archive/rostrum-1.css\"><link rel=\"stylesheet\" href=\"/archive/part-still-1.css\"></noscript><link rel=\"preload\"",
        "<header class=\"header\"",
        "<h1",
        "<div>Loading</div>",
    ] {
        assert!(html.contains(part), "{part} is not in\n{html}");
    }
    assert!(!html.contains("Of the SPA.") && !html.contains("part-t"));
}

#[test]
fn a_page_has_the_style_that_goes_with_its_views() {
    let folder = site();
    render(folder.path(), 10).unwrap();
    for (page, style) in
        [("chairpersonships/index.html", "part-timeline-1.css"), (RELEASE, "part-texts-1.css")]
    {
        let html = read(&folder, page);
        for part in [
            format!("<style id=\"{style}\">/* {style} */</style>"),
            format!("href=\"/archive/{style}\"></noscript>"),
        ] {
            assert!(html.contains(&part), "{part} is not in {page}");
        }
    }
}

#[test]
fn a_page_names_what_the_piece_will_ask_for_and_has_none_of_it_loaded_yet() {
    let folder = site();
    render(folder.path(), 10).unwrap();
    let preloads = |page| {
        let html = read(&folder, page);
        let links = html.split("<link rel=\"preload\" href=\"/archive/").skip(1);
        let named =
            links.map(|link| link.split_once("\" as=\"fetch\" crossorigin media=\"not all\">"));
        named.map(|link| link.expect("it is for no medium").0.to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(preloads("countries/index.html"), ["bundle/bundle.json"]);
    let timeline = ["part-timeline-1.wasm", "part-2.wasm", "bundle/bundle.json"];
    assert_eq!(preloads("chairpersonships/index.html"), timeline);
    let release = ["part-texts-1.wasm", "bundle/bundle.json", "bundle/releases.json"];
    assert_eq!(preloads(RELEASE), release);
}

#[test]
fn what_is_pasted_as_a_fallback_is_plain_lists_of_links() {
    let folder = site();
    fs::create_dir(folder.path().join("fragments")).unwrap();
    fs::write(folder.path().join("fragments/timeline.html"), "Mine").unwrap();
    let mut findings = Findings::default();
    render_and_tell(folder.path(), 10, &mut findings).unwrap();
    let press = read(&folder, "fragments/press.html");
    for part in [
        "<section aria-label=\"Press releases\"><ul><li><time datetime=\"2007-04-30\">",
        "<a href=\"https://example.org/archive/press/2007/04/30/a-bid/\">",
        "<p><a href=\"https://example.org/archive/press/\">",
    ] {
        assert!(press.contains(part), "{part} is not in\n{press}");
    }
    let menu = read(&folder, "fragments/menu.html");
    assert!(menu.contains("\n<nav aria-label=\"Main menu\"><ul>"), "{menu}");
    assert!(!menu.contains("class=") && !menu.contains("style="), "{menu}");
    assert_eq!(read(&folder, "fragments/timeline.html"), "Mine");
    assert_eq!(findings.count(Severity::Warning), 1);
}

#[test]
fn a_second_build_changes_nothing_and_removes_what_stands_for_nothing() {
    let folder = site();
    let first = render(folder.path(), 10).unwrap();
    assert_eq!(first.pages, first.changed);
    let (ours, foreign) =
        ("press/2001/01/01/gone/index.html", "press/2001/01/01/foreign/index.html");
    for (page, html) in [(ours, read(&folder, "index.html")), (foreign, "Mine".to_owned())] {
        let path = folder.path().join(page);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, html).unwrap();
    }
    let second = render(folder.path(), 10).unwrap();
    assert_eq!((second.pages, second.changed, second.removed), (first.pages, 0, 1));
    assert!(!folder.path().join(ours).exists());
    assert!(folder.path().join(foreign).exists());
}

#[test]
fn a_page_in_whose_place_another_stands_is_told_of() {
    let folder = site();
    let path = folder.path().join("countries/index.html");
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, format!("{}Written by rostrum", " ".repeat(256))).unwrap();
    let mut findings = Findings::default();
    let rendered = render_and_tell(folder.path(), 10, &mut findings).unwrap();
    assert_eq!(rendered.changed + 1, rendered.pages);
    assert_eq!(findings.count(Severity::Warning), 1);
    assert!(read(&folder, "countries/index.html").starts_with(' '));
}

#[test]
fn only_the_newest_releases_get_a_page() {
    let folder = site();
    let all = render(folder.path(), 10).unwrap();
    assert!(folder.path().join(RELEASE).exists());
    let none = render(folder.path(), 0).unwrap();
    assert_eq!(none.removed, all.pages - none.pages);
    assert!(!folder.path().join(RELEASE).exists());
}

#[test]
fn a_release_is_an_article_whose_text_cannot_end_its_script() {
    let folder = site();
    render(folder.path(), 10).unwrap();
    let html = read(&folder, RELEASE);
    let (_, article) = html.split_once("<script type=\"application/ld+json\">").unwrap();
    let (article, _) = article.split_once("</script>").unwrap();
    assert!(!article.contains('<'));
    let article: serde_json::Value = serde_json::from_str(article).unwrap();
    assert_eq!(article["@type"], "NewsArticle");
    assert_eq!(article["datePublished"], "2007-04-30");
}

#[test]
fn without_the_page_of_the_spa_it_is_said_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let error = render(folder.path(), 10).unwrap_err().to_string();
    assert!(error.ends_with("build the SPA into that folder first"), "{error}");
    fs::write(folder.path().join("404.html"), "<title>Another page</title>").unwrap();
    let error = render(folder.path(), 10).unwrap_err().to_string();
    assert!(error.contains("is not the page of the SPA: it has no"), "{error}");
    fs::write(folder.path().join("404.html"), SHELL).unwrap();
    let error = render(folder.path(), 10).unwrap_err().to_string();
    assert!(error.contains("rostrum-1.css cannot be read"), "{error}");
}

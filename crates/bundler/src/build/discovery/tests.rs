use proptest::prelude::*;
use quick_xml::{Reader, events::Event};
use rostrum_model::{Date, ListingKey, Slug};
use serde_json::value::to_raw_value;

use super::*;

fn base(text: &str) -> Base {
    text.parse().unwrap()
}

fn site() -> Site {
    Site {
        base: base("https://example.org/press-office"),
        folder: PathBuf::new(),
        today: Date::new(2007, 5, 1).unwrap(),
    }
}

fn entry() -> Entry {
    let json = r#"{"version":"1.0","organization":{"name":{"en":"Sample & Co"},"abbreviation":{"en":"SC"},"time_zone":"Europe/Vienna"},
        "languages":{"default":"en","available":["en"]},"menu":[],"kinds":[{"slug":"press-release","name":{"en":"Press release"}}]}"#;
    rostrum_model::parse_entry("bundle.json", json).unwrap()
}

fn row(day: Date, slug: &str, title: &str, lead: &str) -> Arc<Row> {
    Arc::new(Row {
        address: rostrum_model::Address { date: day, slug: slug.parse().unwrap() },
        kind: "press-release".parse::<Slug>().unwrap(),
        title: title.to_owned(),
        lead: lead.to_owned(),
        json: to_raw_value("").unwrap(),
    })
}

/// The texts of all elements of a name, in order.
fn texts(xml: &[u8], name: &str) -> Vec<String> {
    let mut reader = Reader::from_reader(xml);
    let mut texts = Vec::new();
    let mut open: Option<String> = None;
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) if *tag.name().as_ref() == *name => open = Some(String::new()),
            Event::Text(text) => {
                if let Some(open) = &mut open {
                    open.push_str(&text.xml10_content());
                }
            }
            Event::GeneralRef(entity) => {
                let name = entity.xml10_content();
                let known = quick_xml::escape::resolve_xml_entity(&name).map(str::to_owned);
                let text = known
                    .unwrap_or_else(|| entity.resolve_char_ref().unwrap().unwrap().to_string());
                open.iter_mut().for_each(|open| open.push_str(&text));
            }
            Event::End(tag) if *tag.name().as_ref() == *name => texts.extend(open.take()),
            Event::Eof => return texts,
            _ => {}
        }
    }
}

#[test]
fn an_address_of_a_site_has_a_slash_at_its_end_and_nothing_after_it() {
    assert_eq!(base("https://example.org/press").page(&Route::Home), "https://example.org/press/");
    assert_eq!(base("https://example.org").file("a.xml"), "https://example.org/a.xml");
    for text in
        ["example.org", "ftp://example.org/", "https://example.org/?a", "https://example.org/#a"]
    {
        assert!(text.parse::<Base>().is_err(), "{text}");
    }
}

#[test]
fn a_feed_gives_the_newest_fifty_releases_the_newest_first() {
    let rows: Vec<_> = (1..=60u8)
        .map(|number| {
            let day = Date::new(2007, 1 + number / 28, 1 + number % 28).unwrap();
            row(day, &format!("release-{number}"), &format!("Release {number}"), "Text")
        })
        .collect();
    let (_, feed) = feed::write(&site(), &entry(), &ListingKey::All, &rows).unwrap();
    let titles = texts(&feed, "title");
    assert_eq!(titles.len(), 1 + feed::LONGEST);
    assert_eq!([&*titles[0], &titles[1], &titles[50]], ["Sample & Co", "Release 60", "Release 11"]);
    assert_eq!(texts(&feed, "updated")[0], "2007-03-05T00:00:00Z");
    let ids = texts(&feed, "id");
    assert_eq!(ids[0], "https://example.org/press-office/feeds/all.xml");
    assert_eq!(ids[1], "https://example.org/press-office/press/2007/03/05/release-60/");
}

#[test]
fn a_release_of_today_and_of_yesterday_is_news_and_no_other() {
    let today = Date::new(2007, 5, 1).unwrap();
    let cases =
        [("2007-04-29", false), ("2007-04-30", true), ("2007-05-01", true), ("2007-05-02", false)];
    for (day, expected) in cases {
        assert_eq!(sitemap::is_news(day.parse().unwrap(), today), expected, "{day}");
    }
}

/// What a sitemap of these pages says, file by file.
fn sitemaps(routes: Vec<Route>, news: &[Arc<Row>]) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = tempfile::TempDir::new().unwrap();
    let site = Site { folder: folder.path().to_owned(), ..site() };
    let mut findings = Findings::default();
    let mut files =
        SiteFiles { site: &site, kept: BTreeSet::new(), changed: 0, findings: &mut findings };
    let entry = entry();
    let news = sitemap::News::new(&entry, news);
    let count = sitemap::write(&site, routes.into_iter(), &news, &mut files).unwrap();
    assert_eq!(count, files.kept.len());
    let read = |path: &PathBuf| {
        (path.strip_prefix(folder.path()).unwrap().to_owned(), fs::read(path).unwrap())
    };
    files.kept.iter().map(read).collect()
}

#[test]
fn news_carry_their_title_and_whose_they_are() {
    let news = [row("2007-04-30".parse().unwrap(), "a", "A < B", "")];
    let old = row("2007-04-01".parse().unwrap(), "b", "B", "");
    let routes = [&old, &news[0]].map(|row| Route::release(row.address.clone()));
    let [(_, xml)] = &sitemaps(routes.into(), &news)[..] else { panic!("one file") };
    assert_eq!(texts(xml, "loc").len(), 2);
    assert_eq!(texts(xml, "lastmod"), ["2007-04-01", "2007-04-30"]);
    assert_eq!(texts(xml, "news:title"), ["A < B"]);
    assert_eq!(texts(xml, "news:name"), ["Sample & Co"]);
    assert_eq!(texts(xml, "news:language"), ["en"]);
    assert_eq!(texts(xml, "news:publication_date"), ["2007-04-30"]);
}

#[test]
fn beyond_fifty_thousand_pages_there_is_an_index_of_sitemaps() {
    let page = |number: usize| Route::Page(format!("page-{number}").parse().unwrap());
    let one = sitemaps((0..sitemap::LARGEST).map(page).collect(), &[]);
    assert_eq!(one.len(), 1);
    let several = sitemaps((0..=sitemap::LARGEST).map(page).collect(), &[]);
    let names: Vec<_> = several.iter().map(|(path, _)| path.to_str().unwrap()).collect();
    assert_eq!(names, ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]);
    let counts: Vec<_> = several.iter().map(|(_, xml)| texts(xml, "loc").len()).collect();
    assert_eq!(counts, [sitemap::LARGEST, 1, 2]);
    assert_eq!(
        texts(&several[2].1, "loc"),
        [
            "https://example.org/press-office/sitemap-1.xml",
            "https://example.org/press-office/sitemap-2.xml"
        ]
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_stands_in_a_feed_as_it_was(title in any::<String>(), lead in any::<String>()) {
        let rows = [row(Date::new(2007, 4, 30).unwrap(), "a", &title, &lead)];
        let (_, feed) = feed::write(&site(), &entry(), &ListingKey::All, &rows).unwrap();
        // XML has no way to say most control characters.
        let kept = |text: &str| -> String {
            let is_allowed = |c: &char| (*c >= ' ' || "\t\n".contains(*c)) && !matches!(c, '\u{fffe}' | '\u{ffff}');
            text.chars().filter(is_allowed).collect()
        };
        prop_assert_eq!(&texts(&feed, "title")[1], &kept(&title));
        prop_assert_eq!(&texts(&feed, "summary")[0], &kept(&lead));
    }
}

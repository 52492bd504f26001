use super::{desk, imported, is_in_order};
use crate::journey::messages;

#[test]
fn an_item_of_rss_keeps_its_day_links_and_files() {
    let (desk, told) = imported("rss.xml");
    let text = desk.read("content/releases/2021/2021-05-03-members-agree-on-clean-water-rivers.md");
    for part in [
        "published: 2021-05-03T00:30:00+02:00",
        "kind: statement",
        "- kazakhstan",
        "media_type: application/pdf",
        "size: 2048",
        "The members have *agreed*. See [about us](https://www.example.org/about).",
    ] {
        assert!(text.replace(['"', '\''], "").contains(part), "{part} in\n{text}");
    }
    let other = desk.read("content/releases/2021/2021-05-01-only-a-description.md");
    assert!(other.contains("Café & talks."), "{other}");
    assert!(told.contains("left out: 1 embargoed item"), "{told}");
    is_in_order(&desk);
}

#[test]
fn old_forms_of_rss_are_read() {
    let (desk, _) = imported("rss-0.91.xml");
    assert!(
        desk.read("content/releases/1999/1999-04-30-old-news.md")
            .contains("Before the web was large.")
    );
    let (desk, _) = imported("rss-1.0.xml");
    let text = desk.read("content/releases/2003/2003-05-01-news-with-a-graph.md");
    assert!(text.contains("- kazakhstan") && text.contains("A text."), "{text}");
}

#[test]
fn an_entry_of_atom_is_read_and_a_text_without_an_original_is_told_of() {
    let (desk, told) = imported("atom.xml");
    let text = desk.read("content/releases/2021/2021-05-03-members-agree-on-clean-water.md");
    assert!(text.contains("The members have **agreed**.\n\n- Rivers\n- Lakes\n"), "{text}");
    assert!(text.contains("name: The rules"), "{text}");
    assert!(told.contains("this item is in `fr`, and no original"), "{told}");
}

#[test]
fn items_of_json_feed_are_read_as_html_or_as_plain_text() {
    let (desk, _) = imported("feed.json");
    let text = desk.read("content/releases/2021/2021-05-03-members-agree-on-clean-water.md");
    assert!(text.contains("The members have **agreed**."), "{text}");
    let plain = desk.read("content/releases/2021/2021-05-04-in-plain-words.md");
    assert!(plain.ends_with("One.\n\nTwo \\< three.\n"), "{plain}");
    is_in_order(&desk);
}

/// A release of each of the forms, in the words that the form has for them.
#[test]
fn forms_of_feeds_that_are_no_longer_written_are_read() {
    let html = "&lt;p&gt;Old &lt;em&gt;news&lt;/em&gt;.&lt;/p&gt;";
    for (form, feed) in [
        (
            "RSS 0.90",
            format!(
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>C</title></channel><item><title>Old news</title><link>https://example.org/1</link><dc:date>1999-04-30</dc:date><description>{html}</description></item></rdf:RDF>"
            ),
        ),
        (
            "RSS 0.92",
            format!(
                "<rss version='0.92'><channel><title>C</title><item><title>Old news</title><description>{html}</description><pubDate>Fri, 30 Apr 99 10:00 GMT</pubDate></item></channel></rss>"
            ),
        ),
        (
            "Atom 0.3",
            format!(
                "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>C</title><entry><title>Old news</title><id>1</id><issued>1999-04-30T10:00:00Z</issued><content type='text/html' mode='escaped'>{html}</content></entry></feed>"
            ),
        ),
    ] {
        let desk = desk();
        desk.put("feed.xml", &feed);
        let told = messages(&desk.runs(&["import", "feed.xml", "--into", "content"]).success());
        let file = desk.path("content/releases/1999/1999-04-30-old-news.md");
        assert!(file.exists(), "{form}: {told}");
        assert!(std::fs::read_to_string(file).unwrap().ends_with("Old *news*.\n"), "{form}");
    }
}

#[test]
fn drafts_in_a_feed_stay_out_and_pages_that_are_missing_are_told_of() {
    let desk = desk();
    let entry = |id: u8, control: &str| {
        format!(
            "<entry><id>{id}</id><title>News {id}</title><published>2021-05-03T10:00:00Z</published>{control}<content>Words</content></entry>"
        )
    };
    let draft = "<app:control xmlns:app='http://www.w3.org/2007/app'><app:draft>yes</app:draft></app:control>";
    let page = |own: &str, next: &str, entries: &str| {
        format!(
            "<feed xmlns='http://www.w3.org/2005/Atom'><link rel='self' href='https://example.org/{own}'/>{next}{entries}</feed>"
        )
    };
    let next = "<link rel='next' href='https://example.org/2'/>";
    desk.put("1.xml", &page("1", next, &(entry(1, "") + &entry(2, draft))));
    let import = |files: &[&str]| {
        messages(&desk.runs(&[&["import"], files, &["--into", "content"]].concat()).success())
    };
    let told = import(&["1.xml"]);
    assert!(told.contains("left out: 1 draft"), "{told}");
    assert!(told.contains("the items go on at https://example.org/2, which was not"), "{told}");
    desk.put("2.xml", &page("2", "", &entry(3, "")));
    assert!(!import(&["1.xml", "2.xml"]).contains("the items go on"));
    let json = r#"{"version": "https://jsonfeed.org/version/1.1", "next_url": "https://example.org/3", "items": []}"#;
    desk.put("3.json", json);
    assert!(import(&["3.json"]).contains("the items go on at https://example.org/3"));
}

#[test]
fn relative_addresses_start_from_the_base_that_is_named_nearest() {
    let link = "&lt;a href='rules'&gt;rules&lt;/a&gt;";
    let entry = |id: u8, attributes: &str, content: &str| {
        format!(
            "<entry{attributes}><id>{id}</id><title>News {id}</title><link href='item-{id}'/><published>2021-05-03T10:00:00Z</published><content type='html'{content}>{link}</content></entry>"
        )
    };
    let desk = desk();
    desk.put(
        "feed.xml",
        &format!(
            "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://example.org/news/'>{}{}{}</feed>",
            entry(1, "", ""),
            entry(2, " xml:base='water/'", ""),
            entry(3, " xml:base='water/'", " xml:base='https://other.example/'"),
        ),
    );
    desk.runs(&["import", "feed.xml", "--into", "content"]).success();
    for (id, page, rules) in [
        (1, "https://example.org/news/item-1", "https://example.org/news/rules"),
        (2, "https://example.org/news/water/item-2", "https://example.org/news/water/rules"),
        (3, "https://example.org/news/water/item-3", "https://other.example/rules"),
    ] {
        let text = desk.read(&format!("content/releases/2021/2021-05-03-news-{id}.md"));
        assert!(text.contains(&format!("href: {page}\n")), "{text}");
        assert!(text.ends_with(&format!("[rules]({rules})\n")), "{text}");
    }
}

#[test]
fn without_a_base_and_an_address_of_their_own_items_start_from_the_site_of_their_feed() {
    let link = "<a href='rules'>rules</a>";
    let escaped = link.replace('<', "&lt;");
    for feed in [
        format!(
            "<rss version='2.0'><channel><link>https://example.org/news/</link><item><title>News</title><pubDate>Mon, 03 May 2021 10:00:00 GMT</pubDate><description>{escaped}</description></item></channel></rss>"
        ),
        format!(
            "<feed xmlns='http://www.w3.org/2005/Atom'><link href='https://example.org/news/'/><entry><id>1</id><title>News</title><published>2021-05-03T10:00:00Z</published><content type='html'>{escaped}</content></entry></feed>"
        ),
        format!(
            r#"{{"version": "https://jsonfeed.org/version/1.1", "home_page_url": "https://example.org/news/", "items": [{{"id": "1", "title": "News", "date_published": "2021-05-03T10:00:00Z", "content_html": "{link}"}}]}}"#
        ),
    ] {
        let desk = desk();
        desk.put("feed.txt", &feed);
        desk.runs(&["import", "feed", "feed.txt", "--into", "content"]).success();
        let text = desk.read("content/releases/2021/2021-05-03-news.md");
        assert!(text.ends_with("[rules](https://example.org/news/rules)\n"), "{text}");
    }
}

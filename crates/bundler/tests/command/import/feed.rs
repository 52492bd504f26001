use super::{imported, is_in_order};

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

use std::fmt::Write;

use proptest::prelude::*;

use super::*;
use crate::import::{MenuDraft, ReleaseDraft};

fn read(text: &str) -> (Vec<MenuDraft>, Option<Box<ReleaseDraft>>, Vec<String>) {
    let mut findings = Findings::default();
    let (mut menu, mut release) = (Vec::new(), None);
    for item in read_page(&Source::new("page.txt", text), None, &mut findings) {
        match item {
            ImportedItem::Menu(items) => menu = items,
            ImportedItem::Release(draft) => release = Some(draft),
        }
    }
    (menu, release, findings.in_order().into_iter().map(|finding| finding.message).collect())
}

fn outline(menu: &[MenuDraft]) -> String {
    fn write(menu: &[MenuDraft], depth: usize, text: &mut String) {
        for draft in menu {
            writeln!(text, "{}{}", "  ".repeat(depth), draft.label).unwrap();
            write(&draft.items, depth + 1, text);
        }
    }
    let mut text = String::new();
    write(menu, 0, &mut text);
    text
}

#[test]
fn a_heading_with_one_item_at_most_opens_a_top_item_for_the_groups_after_it() {
    let (menu, _, told) = read(
        "-\nWork\n-\nSubjects\n- Water\n- Air\n-\nPlaces\n- All\n-\nMembers\n- Aland\n- Beland",
    );
    assert_eq!(
        outline(&menu),
        "Work\n  Subjects\n    Water\n    Air\nPlaces\n  All\n  Members\n    Aland\n    Beland\n"
    );
    assert!(told[0].starts_with("line 2: `Work` has no item of its own"));
}

#[test]
fn a_remark_after_a_dash_is_left_out_of_the_label_and_told() {
    let (menu, _, told) = read("-\nMembers\n- Aland – chair of 2031\n- Be–land");
    assert_eq!(outline(&menu), "Members\n  Aland\n  Be–land\n");
    assert_eq!(
        told,
        [
            "line 3: `Aland – chair of 2031` became `Aland`; `chair of 2031` was taken for a remark and left out"
        ]
    );
}

#[test]
fn a_line_that_no_rule_can_place_is_told_with_its_number() {
    let (menu, _, told) = read("Skip to content\n-\nWork\n- Water\n-\n- Air\n-");
    assert_eq!(outline(&menu), "Work\n  Water\n  Air\n");
    let unplaced: Vec<_> =
        told.iter().filter(|message| message.contains("cannot be placed")).collect();
    assert_eq!(unplaced.len(), 3);
    assert!(unplaced[0].starts_with("line 1: `Skip to content`"));
    assert!(unplaced[1].starts_with("line 5:"));
    assert!(unplaced[2].starts_with("line 7:"));
}

#[test]
fn a_head_gives_its_values_on_the_same_line_or_the_next() {
    let text = "News\nA title\n- Date: 3 May 2031\n- Place:\n- GRAND CITY\n- Issued by:\n- The Office\n- Colour:\n- Blue\nText.\n- One\n- Two\nMore.";
    let (_, release, told) = read(text);
    let release = release.unwrap();
    assert_eq!((&*release.title, &*release.kind.unwrap().0), ("A title", "News"));
    assert_eq!(release.date.unwrap().to_string(), "2031-05-03");
    assert_eq!(
        (release.city.unwrap(), release.source.unwrap().0),
        ("Grand City".into(), "The Office".into())
    );
    assert_eq!(release.body.len(), 3);
    assert!(told.iter().any(|message| message.starts_with("line 8: `Colour:` cannot be placed")));
    assert!(told.iter().any(|message| message.starts_with("line 9: `Blue` cannot be placed")));
}

#[test]
fn a_release_without_a_date_is_kept_and_told_of() {
    let (_, release, told) = read("News\nA title\nText without a dateline.");
    assert_eq!(release.unwrap().date, None);
    assert!(told[0].contains("has no date"));
}

#[test]
fn a_page_with_nothing_on_it_says_so() {
    assert_eq!(read("\n\n").2, ["neither a menu nor a release was found on this page"]);
}

proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(text in "(\\PC|- |-\n|\n|: |Date:|April|\r){0,80}") {
        read(&text);
    }

    #[test]
    fn every_label_of_any_menu_comes_out_once_and_in_order(groups in proptest::collection::vec(("[A-Z][a-z]{0,5}( [a-z]{1,6})?", proptest::collection::vec("[A-Z][a-z]{0,5}( [a-z]{1,6})?", 0..9)), 1..7)) {
        let mut text = String::new();
        let mut labels = Vec::new();
        for (heading, items) in groups {
            writeln!(text, "-\n{heading}").unwrap();
            labels.push(heading);
            for item in items {
                writeln!(text, "- {item}").unwrap();
                labels.push(item);
            }
        }
        let (menu, _, _) = read(&text);
        let placed: Vec<String> = outline(&menu).lines().map(|line| line.trim().to_owned()).collect();
        prop_assert_eq!(placed, labels);
    }
}

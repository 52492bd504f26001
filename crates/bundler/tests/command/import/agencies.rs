//! The formats of news agencies: ninjs and NewsML-G2.

use super::{desk, imported, is_in_order};
use crate::journey::{Desk, messages};

const RELEASE: &str = "content/releases/2021/2021-05-03-members-agree-on-clean-water.md";

#[test]
fn items_of_ninjs_are_read_in_all_versions() {
    let (desk, told) = imported("ninjs.json");
    let text = desk.read(RELEASE);
    assert!(
        text.contains("place: Grand Harbour\ncountries:\n- kazakhstan\nfields:\n- clean-water\n"),
        "{text}"
    );
    assert!(text.contains("The members have **agreed**."), "{text}");
    assert!(
        text.contains(
            "<img src=\"https://news.example.org/l.jpg\" alt=\"\" width=\"800\" height=\"400\">"
        ),
        "{text}"
    );
    let other = desk.read("content/releases/2021/2021-05-04-in-the-third-version.md");
    assert!(other.ends_with("With *marks*.\n"), "{other}");
    assert!(
        told.contains("left out: 1 withdrawn item, 2 embargoed items, 1 item that is no release"),
        "{told}"
    );
    is_in_order(&desk);
}

#[test]
fn items_of_newsml_g2_are_read() {
    let (desk, told) = imported("newsml.xml");
    assert!(!told.contains("<title>"), "{told}");
    let text = desk.read(RELEASE);
    assert!(
        text.contains("place: Grand Harbour\ncountries:\n- kazakhstan\nfields:\n- clean-water\n"),
        "{text}"
    );
    assert!(text.ends_with("\n---\n\nThe members have **agreed**.\n\n- Rivers\n"), "{text}");
    let other = desk.read("content/releases/2021/2021-05-04-in-nitf.md");
    assert!(other.ends_with("\n---\n\nThe text.\n"), "{other}");
    assert!(told.contains("left out: 1 withdrawn item, 1 embargoed item"), "{told}");
    is_in_order(&desk);
}

/// A version of an item of ninjs, made on that day of May.
fn ninjs(version: u8, day: u8, rest: &str) -> String {
    format!(
        r#"{{"uri": "https://news.example.org/12", "type": "text", "version": "{version}", "headline": "Clean water", "firstcreated": "2021-05-03T10:00:00Z", "versioncreated": "2021-05-{day:02}T10:00:00Z", "body_text": "Version {version} of day {day}."{rest}}}"#
    )
}

/// A version of an item of NewsML-G2.
fn newsml(version: u8, day: u8, rest: &str) -> String {
    format!(
        "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='urn:12' version='{version}'><itemMeta><firstCreated>2021-05-03T10:00:00Z</firstCreated><versionCreated>2021-05-{day:02}T10:00:00Z</versionCreated>{rest}</itemMeta><contentMeta><headline>Clean water</headline></contentMeta><contentSet><inlineData contenttype='text/plain'>Version {version} of day {day}.</inlineData></contentSet></newsItem>"
    )
}

fn imports(desk: &Desk, files: &[&str]) -> String {
    messages(&desk.runs(&[&["import"], files, &["--into", "content"]].concat()).success())
}

const VERSIONS: &str = "content/releases/2021/2021-05-03-clean-water.md";

#[test]
fn the_latest_version_of_an_item_wins_whatever_order_they_come_in() {
    let later = [(2, 4), (10, 3), (10, 5)];
    let orders = [[0, 1, 2], [2, 1, 0], [1, 2, 0], [2, 0, 1]];
    let write: [fn(u8, u8, &str) -> String; 2] = [ninjs, newsml];
    for (write, order) in write.iter().flat_map(|write| orders.map(|order| (write, order))) {
        let (at_once, one_by_one) = (desk(), desk());
        let mut names = Vec::new();
        for (place, which) in order.into_iter().enumerate() {
            let (version, day) = later[which];
            let name = format!("{place}.txt");
            for desk in [&at_once, &one_by_one] {
                desk.put(&name, &write(version, day, ""));
            }
            imports(&one_by_one, &[&name]);
            names.push(name);
        }
        let told = imports(&at_once, &names.iter().map(String::as_str).collect::<Vec<_>>());
        for desk in [&at_once, &one_by_one] {
            let text = desk.read(VERSIONS);
            assert!(text.ends_with("Version 10 of day 5.\n"), "{order:?}: {text}");
            is_in_order(desk);
        }
        let says_so = told.contains("holds a newer version, so an older one was not written");
        assert_eq!(says_so, order != [0, 1, 2], "{told}");
    }
}

#[test]
fn an_item_whose_latest_version_is_withdrawn_stays_out_whatever_order_they_come_in() {
    let cases = [
        (ninjs(2, 4, ""), ninjs(3, 5, r#", "pubstatus": "canceled""#)),
        (newsml(2, 4, ""), newsml(3, 5, "<pubStatus qcode='stat:canceled'/>")),
    ];
    for (usable, withdrawn) in cases {
        let desk = desk();
        desk.put("2.txt", &usable);
        desk.put("3.txt", &withdrawn);
        let told = imports(&desk, &["3.txt", "2.txt"]);
        assert!(told.contains("1 withdrawn item, 1 older version of a withdrawn item"), "{told}");
        assert!(!desk.path(VERSIONS).exists());
        imports(&desk, &["2.txt"]);
        assert!(desk.path(VERSIONS).exists());
        let told = imports(&desk, &["3.txt"]);
        assert!(
            told.contains("the source has withdrawn this item, so the file was removed"),
            "{told}"
        );
        assert!(!desk.path(VERSIONS).exists());
    }
}

#[test]
fn a_withdrawn_item_that_an_editor_has_changed_is_told_of_and_left() {
    let desk = desk();
    desk.put("2.txt", &ninjs(2, 4, ""));
    imports(&desk, &["2.txt"]);
    desk.put(VERSIONS, &desk.read(VERSIONS).replace("of day", "as of day"));
    desk.put("3.txt", &ninjs(3, 5, r#", "pubstatus": "canceled""#));
    let told = imports(&desk, &["3.txt"]);
    assert!(told.contains("warning: the source has withdrawn this item"), "{told}");
    assert!(desk.path(VERSIONS).exists());
}

//! The formats of news agencies: ninjs and NewsML-G2.

use super::{imported, is_in_order};

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

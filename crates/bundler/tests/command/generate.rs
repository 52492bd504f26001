//! A synthetic archive is written, and the rest of the command reads it.

use crate::journey::{Desk, messages};

#[test]
fn a_generated_archive_is_in_order_and_becomes_a_bundle() {
    let desk = Desk::new();
    desk.runs(&["generate", "--releases", "80", "--seed", "7", "--out", "content"]).success();
    assert!(messages(&desk.runs(&["check", "content"]).success()).contains("80 releases"));
    assert!(messages(&desk.builds().success()).contains("80 releases"));
    assert_eq!(desk.entry().years.iter().map(|year| year.total).sum::<u32>(), 80);
}

#[test]
fn an_archive_like_another_takes_over_its_lists_and_pages() {
    let desk = Desk::in_order(3);
    desk.put("content/pages/about.md", "---\ntitle: About\norigin: published\n---\nText.\n");
    desk.runs(&["generate", "--releases", "20", "--like", "content", "--out", "archive"]).success();
    desk.runs(&["build", "archive", "--out", "bundle"]).success();
    let entry = desk.entry();
    assert_eq!(entry.organization.abbreviation.iter().next().unwrap().1, "SO");
    assert_eq!(entry.countries.len(), 1);
    assert_eq!(entry.pages.len(), 1);
    assert_eq!(entry.years.iter().map(|year| year.total).sum::<u32>(), 20);
}

#[test]
fn a_folder_that_holds_something_is_left_as_it_is() {
    let desk = Desk::in_order(3);
    let before = desk.files("content");
    let told = messages(&desk.runs(&["generate", "--releases", "9", "--out", "content"]).code(1));
    assert!(told.contains("content is not empty: name a new folder"), "{told}");
    assert_eq!(desk.files("content"), before);
}

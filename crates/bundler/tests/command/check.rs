//! A bundle is checked as sources are, and a program can read what is wrong.

use std::fs;

use crate::journey::{Desk, messages};

#[test]
fn a_bundle_that_is_in_order_says_so() {
    let desk = Desk::in_order(130);
    desk.builds().success();
    let told = messages(&desk.runs(&["check", "bundle"]).success());
    assert!(told.contains("bundle: 130 releases in "), "{told}");
    assert!(told.contains("files are in order"), "{told}");
}

#[test]
fn a_bundle_with_a_file_that_was_cut_short_is_told_of_with_the_file() {
    let desk = Desk::in_order(3);
    desk.builds().success();
    let file = desk.entry().years.remove(0).file;
    let path = desk.path("bundle").join(&file);
    fs::write(&path, &fs::read(&path).unwrap()[..100]).unwrap();
    let told = messages(&desk.runs(&["check", "bundle"]).code(1));
    assert!(told.contains(&format!("--> bundle/{file}")), "{told}");
    assert!(told.contains("this is not JSON"), "{told}");
}

#[test]
fn a_program_reads_the_findings_as_json() {
    let desk = Desk::in_order(1);
    desk.put("content/menu.yaml", "- {label: Press, to: /pres/}\n");
    let assert = desk.runs(&["check", "content", "--json"]).code(1);
    let report: serde_json::Value = serde_json::from_slice(&assert.get_output().stdout).unwrap();
    assert_eq!(report["errors"], 1);
    let finding = &report["findings"][0];
    assert_eq!(finding["severity"], "error");
    assert_eq!(finding["file"], "content/menu.yaml");
    assert_eq!((&finding["line"], &finding["column"]), (&1.into(), &22.into()));
    assert_eq!(finding["message"], "no page stands at `/pres/`");
    assert_eq!(finding["help"], "did you mean /press/?");
    assert_eq!(messages(&assert), "");
}

#[test]
fn a_program_that_asks_about_what_is_in_order_reads_that_nothing_is_wrong() {
    let desk = Desk::in_order(1);
    let assert = desk.runs(&["check", "content", "--json"]).success();
    let told = String::from_utf8(assert.get_output().stdout.clone()).unwrap();
    assert_eq!(told.trim_end(), r#"{"errors":0,"warnings":0,"notes":0,"findings":[]}"#);
}

//! What a release says besides its text: what was changed, that it was withdrawn, whom to ask, and
//! where to go on.

use std::collections::BTreeMap;

use crate::journey::{Desk, messages};

const NAME: &str = "content/releases/2007/2007-01-02-day.md";

/// A desk with two releases, the second with these lines in its front matter.
fn desk(lines: &str) -> Desk {
    let desk = Desk::in_order(2);
    let text = desk.read(NAME).replace("origin:", &format!("{lines}\norigin:"));
    desk.put(NAME, &text);
    desk
}

#[test]
fn changes_withdrawal_and_contacts_reach_the_bundle_with_the_earliest_change_first() {
    let desk = desk(
        "changes:
- {date: 2007-01-05, kind: update, note: The speech was added.}
- {date: 2007-01-03, kind: correction, note: {en: The name was misspelt., fr: Le nom était mal écrit.}}
withdrawn: {date: 2007-02-01, reason: It was issued by mistake.}
contacts:
- {name: Press office, role: Spokesperson, telephone: +43 1 514 36 0, email: press@example.org}",
    );
    desk.builds().success();
    let release = desk.releases().remove(1);
    let json = serde_json::to_value(&release).unwrap();
    assert_eq!(json["changes"][0]["kind"], "correction");
    assert_eq!(json["changes"][0]["note"]["fr"], "Le nom était mal écrit.");
    assert_eq!(json["changes"][1]["date"], "2007-01-05");
    assert_eq!(json["withdrawn"]["reason"]["en"], "It was issued by mistake.");
    assert!(release.summary.is_withdrawn);
    assert_eq!(json["contacts"][0]["telephone"], "+43 1 514 36 0");
    assert_eq!(json["contacts"][0]["email"], "press@example.org");
    assert_eq!(release.versions[0].body.len(), 1);
    desk.runs(&["check", "bundle"]).success();
}

#[test]
fn the_text_may_be_taken_out_of_a_release_that_was_withdrawn_and_of_no_other() {
    let withdrawn = desk("withdrawn: {date: 2007-01-02, reason: A mistake.}");
    let text = withdrawn.read(NAME).replace("Text of 2007-01-02.\n", "");
    withdrawn.put(NAME, &text);
    withdrawn.builds().success();
    assert!(withdrawn.releases()[1].versions[0].body.is_empty());
    withdrawn.runs(&["check", "bundle"]).success();

    let emptied = desk("terms: []");
    let text = emptied.read(NAME).replace("Text of 2007-01-02.\n", "");
    emptied.put(NAME, &text);
    assert!(messages(&emptied.builds().code(1)).contains("the text is empty"));
}

#[test]
fn what_is_wrong_with_them_is_told_with_its_line() {
    for (lines, expected) in [
        (
            "withdrawn: {date: 2007-01-01, reason: A mistake.}",
            "2007-01-01 is before the day of the release, 2007-01-02",
        ),
        ("withdrawn: {date: 2007-01-03}", "`reason` is missing"),
        ("changes: [{date: 2007-01-03, kind: erratum, note: Oh.}]", "unknown word `erratum`"),
        ("changes: [{date: 2007-01-03, kind: update}]", "`note` is missing"),
        ("contacts: [{name: Press office}]", "this contact can be neither called nor written to"),
        (
            "contacts: [{name: Press office, telephone: 514 36 0}]",
            "`514 36 0` is not a telephone number",
        ),
        ("contacts: [{name: Press office, email: press}]", "`press` is not an e-mail address"),
    ] {
        let desk = desk(lines);
        let told = messages(&desk.builds().code(1));
        assert!(told.contains(expected), "{told}");
        assert!(told.contains(&format!("{NAME}:8:")), "{told}");
    }
}

#[test]
fn a_release_without_a_date_is_refused_plainly() {
    let desk = Desk::in_order(2);
    let text = desk.read(NAME).replace("date: 2007-01-02\n", "");
    desk.put(NAME, &text);
    assert!(messages(&desk.builds().code(1)).contains("`date` is missing"));
}

#[test]
fn a_release_leads_to_its_neighbours_of_the_same_source_over_the_years() {
    let desk = Desk::in_order(2);
    desk.put_release("2005-06-01", "day");
    desk.put_release("2009-06-01", "day");
    let text = desk.read(NAME).replace("source: permanent-council\n", "");
    desk.put(NAME, &text);
    desk.builds().success();
    let pack = |year: usize| desk.read(&format!("bundle/{}", desk.entry().years[year].file));
    let way = |kind: &str, date: &str| {
        let address = date.replace('-', "/");
        format!(r#""{kind}":{{"address":"{address}/day","title":{{"en":"Release of {date}"}}}}"#)
    };
    assert!(pack(0).contains(&way("next", "2007-01-01")));
    assert!(pack(1).contains(&way("previous", "2005-06-01")));
    assert!(pack(1).contains(&way("next", "2009-06-01")));
    assert!(pack(2).contains(&way("previous", "2007-01-01")));
    desk.runs(&["check", "bundle"]).success();
}

/// What stands among the packs now and did not before, by the beginnings of the names.
fn new_packs(desk: &Desk, before: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let names = desk.files("bundle/releases").into_keys();
    names.filter(|name| !before.contains_key(name)).map(|name| name[..4].to_owned()).collect()
}

#[test]
fn a_new_release_rewrites_its_own_pack_and_that_of_its_neighbour_alone() {
    let desk = Desk::in_order(2);
    for year in 1991..=2006 {
        desk.put_release(&format!("{year}-06-01"), "day");
    }
    desk.builds().success();
    let before = desk.files("bundle/releases");
    desk.put_release("2008-01-01", "day");
    desk.builds().success();
    assert_eq!(new_packs(&desk, &before), ["2007", "2008"]);
}

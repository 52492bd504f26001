//! Old addresses of releases, which visitors keep, lead to where the releases stand now.

use crate::journey::{Desk, messages};

/// A desk with releases on the first two days of 2007, the second with these old addresses.
fn desk(redirects: &str) -> Desk {
    let desk = Desk::in_order(2);
    let name = "content/releases/2007/2007-01-02-day.md";
    let text = desk.read(name).replace("origin:", &format!("redirects: {redirects}\norigin:"));
    desk.put(name, &text);
    desk
}

#[test]
fn an_editor_names_old_addresses_of_any_year_and_the_menu_may_lead_to_one() {
    let desk = desk("[2006/12/31/eve, 2007/01/02/a-day]");
    desk.put("content/menu.yaml", "- {label: Eve, to: /press/2006/12/31/eve/}\n");
    desk.builds().success();
    let entry = desk.entry();
    let years: Vec<_> = entry.years.iter().map(|year| (year.year, year.total)).collect();
    assert_eq!(years, [(2006, 0), (2007, 2)]);
    let pack = |year: usize| desk.read(&format!("bundle/{}", entry.years[year].file));
    let redirect =
        |old: &str| format!(r#""redirects":[{{"address":"{old}","moved_to":"2007/01/02/day"}}]"#);
    assert_eq!(pack(0), format!(r#"{{"releases":[],{}}}"#, redirect("2006/12/31/eve")));
    assert!(pack(1).contains(&redirect("2007/01/02/a-day")));
    let told = messages(&desk.runs(&["check", "bundle"]).success());
    assert!(told.contains("bundle: 2 releases in "), "{told}");
}

#[test]
fn an_old_address_that_leads_nobody_on_is_told_of_with_its_line_and_left_out() {
    for (redirects, expected) in [
        ("[2007/01/02/day]", "this release stands at this very address"),
        ("[2007/01/01/day]", "another release stands at 2007/01/01/day, so nobody is led on"),
        ("[2006/12/31/eve, 2006/12/31/eve]", "2006/12/31/eve stands here a second time"),
    ] {
        let desk = desk(redirects);
        let told = messages(&desk.builds().success());
        assert!(told.contains(&format!("warning: {expected}")), "{told}");
        assert!(told.contains("content/releases/2007/2007-01-02-day.md:8:"), "{told}");
        desk.runs(&["check", "bundle"]).success();
    }
}

#[test]
fn two_releases_that_lead_to_each_other_both_stand_where_they_stand() {
    let desk = desk("[2007/01/01/day]");
    let name = "content/releases/2007/2007-01-01-day.md";
    let text = desk.read(name).replace("origin:", "redirects: [2007/01/02/day]\norigin:");
    desk.put(name, &text);
    let told = messages(&desk.builds().success());
    assert_eq!(told.matches("so nobody is led on").count(), 2, "{told}");
    assert!(!desk.read(&format!("bundle/{}", desk.entry().years[0].file)).contains("redirects"));
}

#[test]
fn what_is_wrong_with_an_old_address_must_be_put_right() {
    let clash = desk("[2006/12/31/eve]");
    let name = "content/releases/2007/2007-01-01-day.md";
    let text = clash.read(name).replace("origin:", "redirects: [2006/12/31/eve]\norigin:");
    clash.put(name, &text);
    let told = messages(&clash.builds().code(1));
    assert!(told.contains("error: 2006/12/31/eve leads to 2007/01/01/day already"), "{told}");

    let told = messages(&desk("[2006-12-31-eve]").builds().code(1));
    assert!(told.contains("`2006-12-31-eve` is not the address of a release"), "{told}");

    let translated = desk("[]");
    translated.put(
        "content/releases/2007/2007-01-01-day.fr.md",
        "---\ntitle: Jour\nredirects: [2006/12/31/veille]\n---\nTexte\n",
    );
    let told = messages(&translated.builds().code(1));
    assert!(told.contains("`redirects` is not the same as in the original"), "{told}");
}

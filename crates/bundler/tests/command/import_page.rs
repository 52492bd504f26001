//! A page copied as text becomes sources, and the sources a bundle, without a word lost.

use crate::journey::{Desk, ORGANIZATION, fixture, messages};
use rostrum_model::{Block, Inline, MenuItem};

/// The labels of a menu with their depths.
fn outline(menu: &[MenuItem], depth: usize) -> Vec<(usize, String)> {
    let item = |item: &MenuItem| {
        let label = item.label.iter().next().unwrap().1.to_owned();
        [vec![(depth, label)], outline(&item.items, depth + 1)].concat()
    };
    menu.iter().flat_map(item).collect()
}

/// Paragraphs as plain text; everything else would show that markup was read into the text.
fn paragraphs(body: &[Block]) -> Vec<String> {
    let text = |block: &Block| match block {
        Block::Paragraph { text } => match &text[..] {
            [Inline::Text { text }] => text.clone(),
            other => panic!("not plain: {other:?}"),
        },
        other => panic!("not a paragraph: {other:?}"),
    };
    body.iter().map(text).collect()
}

fn imported_seed() -> Desk {
    let desk = Desk::new();
    desk.put("content/organization.yaml", ORGANIZATION);
    desk.put("content/structures.yaml", "- {slug: permanent-council, name: Permanent Council}\n");
    desk.put("page.txt", &fixture("osce-page.txt"));
    let import = [
        "import",
        "page",
        "page.txt",
        "--into",
        "content",
        "--countries",
        "Participating States",
        "--fields",
        "fields of work",
    ];
    desk.runs(&import).success();
    desk
}

#[test]
fn every_label_of_the_menu_comes_out_once_in_order_and_at_its_level() {
    let desk = imported_seed();
    desk.builds().success();
    let top = [2, 50, 52, 116, 151];
    let second = [4, 28, 29, 31, 48, 53, 55, 113, 114, 117, 119, 132, 134, 148, 149, 150];
    let page = fixture("osce-page.txt");
    let expected: Vec<(usize, String)> = (1..=151)
        .zip(page.lines())
        .filter(|(_, line)| *line != "-")
        .map(|(number, line)| {
            let depth = if top.contains(&number) {
                0
            } else if second.contains(&number) {
                1
            } else {
                2
            };
            let label = line.trim_start_matches("- ");
            (depth, label.split(" – ").next().unwrap().to_owned())
        })
        .collect();
    assert_eq!(expected.len(), 142);
    assert_eq!(outline(&desk.entry().menu, 0), expected);
}

#[test]
fn the_status_after_a_country_is_told_and_not_part_of_its_name() {
    let desk = Desk::new();
    desk.put("page.txt", &fixture("osce-page.txt"));
    let told = messages(&desk.runs(&["import", "page", "page.txt", "--into", "content"]).success());
    assert!(
        told.contains("line 71: `Finland – OSCE Chairpersonship 2025` became `Finland`"),
        "{told}"
    );
    let menu = desk.read("content/menu.yaml");
    assert!(menu.contains("label: Finland\n") && !menu.contains("2025"));
}

#[test]
fn every_line_that_is_placed_by_a_guess_is_told_with_its_number() {
    let desk = Desk::new();
    desk.put("page.txt", &fixture("osce-page.txt"));
    let told = messages(&desk.runs(&["import", "page", "page.txt", "--into", "content"]).success());
    for line in [2, 28, 29, 48, 50, 52, 71, 113, 114, 116, 132, 148, 149, 150, 151] {
        assert!(told.contains(&format!("note: line {line}: `")), "line {line} in\n{told}");
    }
    assert!(told.contains("page.txt:28:1"));
}

#[test]
fn labels_lead_to_the_countries_and_fields_that_the_user_named() {
    let desk = imported_seed();
    desk.builds().success();
    let entry = desk.entry();
    assert_eq!((entry.countries.len(), entry.fields.len()), (57, 23));
    let country = |slug: &str| {
        entry.country(&slug.parse().unwrap()).map(|country| country.name.iter().next().unwrap().1)
    };
    assert_eq!(country("turkiye"), Some("Türkiye"));
    assert_eq!(country("netherlands"), Some("The Netherlands"));
    let links: Vec<&str> = entry
        .menu
        .iter()
        .flat_map(MenuItem::walk)
        .filter_map(|item| Some(item.to.as_ref()?.as_str()))
        .collect();
    assert_eq!(links.len(), 80);
    assert!(links.contains(&"/fields/cyber-ict-security/"));
}

#[test]
fn the_release_arrives_word_for_word() {
    let desk = imported_seed();
    desk.builds().success();
    let page = fixture("osce-page.txt");
    let lines: Vec<&str> = page.lines().collect();
    let [release] = &desk.releases()[..] else { panic!() };
    let version = &release.versions[0];
    assert_eq!(version.title, lines[152]);
    assert_eq!(release.summary.address.date.to_string(), "2007-04-30");
    assert_eq!(release.summary.place.iter().next().unwrap().1, "Vienna");
    assert_eq!(release.summary.source.as_ref().unwrap().as_str(), "permanent-council");
    assert_eq!(release.summary.kind.as_str(), "press-release");
    assert_eq!(paragraphs(&version.body).len(), 8);
    assert_eq!(paragraphs(&version.body), lines[158..]);
}

#[test]
fn a_page_of_other_labels_is_read_by_the_same_rules() {
    let desk = Desk::new();
    desk.put("page.txt", &fixture("other-page.txt"));
    let import = desk.runs(&[
        "import",
        "page",
        "page.txt",
        "--into",
        "content",
        "--countries",
        "Member States",
    ]);
    let told = messages(&import.code(1));
    for line in [
        "line 1: `Skip to main content`",
        "line 39: `Search this site`",
        "line 59: `Reading time:`",
        "line 60: `2 minutes`",
    ] {
        assert!(told.contains(&format!("error: {line} cannot be placed")), "{line} in\n{told}");
    }
    let organization = ORGANIZATION
        .replace("participating-states", "member-states")
        .replace("press-release", "statement");
    desk.put("content/organization.yaml", &organization);
    desk.put(
        "content/structures.yaml",
        "- {slug: office-of-the-council, name: Office of the Council}\n",
    );
    desk.builds().success();
    let outline = outline(&desk.entry().menu, 0);
    let at = |depth: usize| -> Vec<&str> {
        outline.iter().filter(|(at, _)| *at == depth).map(|(_, label)| label.as_str()).collect()
    };
    assert_eq!(at(0), ["What we do", "Members", "Bodies", "Contact"]);
    assert_eq!(
        at(1),
        [
            "Subjects",
            "Country offices",
            "Funds",
            "Gatherings",
            "Registration",
            "Overview",
            "Member States",
            "Associate Members",
            "Council",
            "Country offices",
            "Library"
        ]
    );
    assert_eq!(outline.len(), 41);
    assert!(desk.entry().country(&"epsilon".parse().unwrap()).is_some());
    let [release] = &desk.releases()[..] else { panic!() };
    assert_eq!(
        release.summary.address.to_string(),
        "2031/05/03/members-agree-on-clean-water-rules"
    );
    assert_eq!(release.summary.place.iter().next().unwrap().1, "Grand Harbour");
}

#[test]
fn marks_that_markdown_would_read_stay_text() {
    let desk = Desk::new();
    let page = fixture("other-page.txt");
    desk.put("page.txt", &page);
    desk.runs(&["import", "page", "page.txt", "--into", "content"]).code(1);
    desk.put("content/organization.yaml", &ORGANIZATION.replace("press-release", "statement"));
    desk.put(
        "content/structures.yaml",
        "- {slug: office-of-the-council, name: Office of the Council}\n",
    );
    desk.builds().success();
    let lines: Vec<&str> = page.lines().collect();
    let releases = desk.releases();
    let [first, second, Block::List { start: None, items }, last] =
        &releases[0].versions[0].body[..]
    else {
        panic!()
    };
    assert_eq!(
        paragraphs(&[first.clone(), second.clone(), last.clone()]),
        [lines[60], lines[61], lines[64]]
    );
    assert_eq!(paragraphs(&items.concat()), ["# Rivers & lakes", "Wells"]);
}

#[test]
fn what_an_editor_has_changed_is_not_overwritten() {
    let desk = imported_seed();
    desk.put("content/menu.yaml", "- {label: Mine, to: /press/}\n");
    let told = messages(&desk.runs(&["import", "page", "page.txt", "--into", "content"]).success());
    assert_eq!(desk.read("content/menu.yaml"), "- {label: Mine, to: /press/}\n");
    assert!(
        told.contains("menu.yaml") && told.contains("differs, so it was left as it is"),
        "{told}"
    );
    assert!(desk.read("content/menu.imported.yaml").contains("label: Our work"));
    assert!(
        messages(&desk.builds().success()).contains("came from an import beside an existing file")
    );
}

#[test]
fn importing_the_same_page_again_changes_nothing() {
    let desk = imported_seed();
    let before = desk.files("content");
    desk.runs(&["import", "page", "page.txt", "--into", "content"]).success();
    assert_eq!(desk.files("content"), before);
}

#[test]
fn a_heading_that_the_page_does_not_have_is_told_with_the_nearest() {
    let desk = Desk::new();
    desk.put("page.txt", &fixture("osce-page.txt"));
    let import = desk.runs(&[
        "import",
        "page",
        "page.txt",
        "--into",
        "content",
        "--countries",
        "Participating Staates",
    ]);
    assert!(messages(&import.code(1)).contains("did you mean `Participating States`?"));
}

#[test]
fn a_hyphen_reads_standard_input() {
    let desk = Desk::new();
    assert_cmd::cargo::cargo_bin_cmd!("rostrum")
        .current_dir(desk.path(""))
        .args(["import", "page", "-", "--into", "content"])
        .write_stdin(fixture("osce-page.txt"))
        .assert()
        .success();
    assert!(desk.path("content/menu.yaml").exists());
}

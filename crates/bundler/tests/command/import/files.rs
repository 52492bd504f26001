//! Pages with descriptions, tables, texts with front matter.

use super::{desk, imported, is_in_order};
use crate::journey::{fixture, messages};

const RELEASE: &str = "content/releases/2021/2021-05-03-members-agree-on-clean-water";

#[test]
fn a_page_that_describes_itself_gives_its_article() {
    let (desk, told) = imported("article.html");
    let text = desk.read(&format!("{RELEASE}.md"));
    assert!(
        text.ends_with(
            "\n---\n\nThe members have **agreed**.\n\n[About us](https://www.example.org/about)\n"
        ),
        "{text}"
    );
    for part in ["place: Grand Harbour", "- kazakhstan", "- clean-water"] {
        assert!(text.contains(part), "{part} in\n{text}");
    }
    assert!(told.contains("`Rivers`"), "{told}");
    is_in_order(&desk);
}

#[test]
fn descriptions_alone_are_read_too() {
    let (desk, told) = imported("article.jsonld");
    assert!(
        desk.read("content/releases/2021/2021-05-04-in-plain-words.md").ends_with("One.\n\nTwo.\n")
    );
    assert!(told.contains("left out: 1 draft"), "{told}");
}

#[test]
fn a_table_is_read_by_its_headers_and_what_is_not_read_is_told() {
    let (desk, told) = imported("table.csv");
    let text = desk.read("content/releases/2021/2021-04-30-members-agree-on-clean-water.md");
    assert!(text.contains("place: Grand Harbour") && text.contains("- kazakhstan"), "{text}");
    assert!(
        text.ends_with("The members have agreed; at last.\n\nThe rules say \"clean\".\n"),
        "{text}"
    );
    let other = desk.read("content/releases/2021/2021-05-01-with-tags.md");
    assert!(other.contains("- kazakhstan") && other.ends_with("Some **bold** words.\n"), "{other}");
    assert!(told.contains("these columns are not read: `Remark`"), "{told}");
    assert!(told.contains("`Atlantis` is the name of no country"), "{told}");
    assert!(told.contains("left out: 1 draft, 1 embargoed item"), "{told}");
    is_in_order(&desk);
}

#[test]
fn the_user_says_what_a_column_is() {
    let desk = desk();
    desk.put("a.csv", "Betreff,Datum,Inhalt\nA title,2021-05-01,A text.\n");
    let told = messages(&desk.runs(&["import", "a.csv", "--into", "content"]).code(1));
    assert!(told.contains("--column title=HEADER"), "{told}");
    let import = [
        "import",
        "csv",
        "a.csv",
        "--into",
        "content",
        "--column",
        "title=Betreff",
        "--column",
        "date=Datum",
        "--column",
        "body=Inhalt",
    ];
    desk.runs(&import).success();
    assert!(desk.read("content/releases/2021/2021-05-01-a-title.md").ends_with("A text.\n"));
}

#[test]
fn texts_with_front_matter_and_their_translations_are_read() {
    let desk = desk();
    for file in ["hugo.md", "hugo.fr.md"] {
        desk.put(&format!("site/{file}"), &fixture(&format!("import/{file}")));
    }
    desk.put(
        "site/later.md",
        "---\ntitle: Later\ndate: 2021-05-01\npublishDate: 2921-05-01\n---\nText.\n",
    );
    desk.put("site/draft.md", "---\ntitle: Draft\ndate: 2021-05-01\ndraft: true\n---\nText.\n");
    let told = messages(&desk.runs(&["import", "site", "--into", "content"]).success());
    let text = desk.read(&format!("{RELEASE}.md"));
    assert!(
        text.ends_with("The members have *agreed* on H<sub>2</sub>O.\n\n> Water knows no borders.\n>\n> — The Chair\n"),
        "{text}"
    );
    assert!(desk.read(&format!("{RELEASE}.fr.md")).ends_with("Un accord.\n"));
    assert!(told.contains("left out: 1 draft, 1 embargoed item"), "{told}");
    is_in_order(&desk);
}

#[test]
fn standard_input_and_other_encodings_are_read() {
    let desk = desk();
    let table = "title,date,body\nЗаявление,2021-05-01,Постоянный совет обсудил положение в регионе и принял решение.\n";
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(table);
    let told = assert_cmd::cargo::cargo_bin_cmd!("rostrum")
        .current_dir(desk.path(""))
        .args(["import", "csv", "-", "--into", "content"])
        .write_stdin(bytes.into_owned())
        .assert()
        .success();
    assert!(messages(&told).contains("it was read as windows-1251"));
    assert!(
        desk.read("content/releases/2021/2021-05-01-zaiavlenie.md").contains("Постоянный совет")
    );
}

#[test]
fn a_table_of_excel_is_read_whatever_comes_first_in_its_dates() {
    let desk = desk();
    let table = "sep=;\ntitle;date;body\nOne;03/04/2021;A text.\nTwo;30/04/2021 14:30;A text.\nThree;;A text.\n";
    desk.put("a.csv", table);
    let told = messages(&desk.runs(&["import", "csv", "a.csv", "--into", "content"]).code(1));
    assert!(told.contains("a.csv:5:1") && told.contains("this item has no date"), "{told}");
    for name in ["2021/2021-04-03-one.md", "2021/2021-04-30-two.md", "undated/three.md"] {
        assert!(desk.path("content/releases").join(name).exists(), "{name} in\n{told}");
    }
    desk.put("b.csv", &table.replace("30/04", "04/30").replace("Three;", "Three;2021-05-01"));
    desk.runs(&["import", "csv", "b.csv", "--into", "content"]).success();
    assert!(desk.path("content/releases/2021/2021-03-04-one.md").exists());
}

#[test]
fn a_word_that_is_misspelt_is_told_with_the_one_that_was_meant() {
    let desk = desk();
    desk.put("a.csv", "Title,Published on,Text,Tags\nOne,2021-05-01,A text.,Kazakstan\n");
    let import = |arguments: &[&str]| {
        let before = ["import", "a.csv", "--into", "content"];
        messages(&desk.runs(&[&before[..], arguments].concat()))
    };
    let date = "--column=date=Published on";
    for (arguments, expected) in [
        (&[][..], "no column is known as the date"),
        (
            &["--column=date=Publishd on"],
            "no column has the header `Publishd on`: did you mean `Published on`?",
        ),
        (
            &["--column=dtae=Published on"],
            "`dtae` is nothing that a column can be: did you mean `date`?",
        ),
        (&[date, "--kind=statemnt"], "there is no kind `statemnt`: did you mean `statement`?"),
        (
            &[date],
            "`Kazakstan` is the name of no country, field of work, structure or kind here (once): did you mean `kazakhstan`?",
        ),
    ] {
        let told = import(arguments);
        assert!(told.contains(expected), "{expected} in\n{told}");
    }
    let told = messages(&desk.runs(&["import", "wxrr", "a.csv", "--into", "content"]));
    assert!(told.contains("the file is missing: did you mean `wxr`?"), "{told}");
}

#[test]
fn a_file_of_no_known_format_is_told_of() {
    let desk = desk();
    desk.put("a.bin", "nothing that is known");
    let told = messages(&desk.runs(&["import", "a.bin", "--into", "content"]).code(1));
    assert!(told.contains("the format of this file was not recognised"), "{told}");
    desk.runs(&["import", "wxr", "--into", "content"]).code(2);
}

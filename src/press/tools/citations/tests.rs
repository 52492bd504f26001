//! What is cited comes back from each form as it was, read by programs that others wrote where there
//! is one.

use biblatex::{Bibliography, ChunksExt};
use proptest::prelude::*;

use super::{Cited, bibtex::bibtex, cite, csl_json::csl_json, on_one_line, ris::ris};

fn cited() -> Cited {
    Cited {
        title: "Kazakhstan “focused” on 50% & more".to_owned(),
        author: "Permanent Council".to_owned(),
        organization: "Sample Organisation".to_owned(),
        kind: "Press release".to_owned(),
        place: "Vienna".to_owned(),
        date: "2007-04-30".parse().ok(),
        written_date: "30 April 2007".to_owned(),
        language: "en".to_owned(),
        address: "https://example.org/press/2007/04/30/kazakhstan-focused/".to_owned(),
        key: "2007-04-30-kazakhstan-focused".to_owned(),
    }
}

/// A field of the only entry, as LaTeX would print it.
fn field(entry: &str, name: &str) -> String {
    let entries = Bibliography::parse(entry).unwrap();
    let entry = entries.iter().next().unwrap();
    entry.get(name).map(ChunksExt::format_verbatim).unwrap_or_default()
}

/// The values of the lines with a tag.
fn lines(record: &str, tag: &str) -> Vec<String> {
    let start = format!("{tag}  - ");
    record.split("\r\n").filter_map(|line| line.strip_prefix(&start)).map(str::to_owned).collect()
}

#[test]
fn a_line_of_text_says_who_what_where_and_when() {
    let [plain, ..] = cite(&cited());
    assert_eq!(
        plain.text,
        "Sample Organisation, Permanent Council, “Kazakhstan “focused” on 50% & more”, Press release, Vienna, 30 April 2007, https://example.org/press/2007/04/30/kazakhstan-focused/"
    );
    let of_the_whole =
        Cited { author: "Sample Organisation".to_owned(), place: String::new(), ..cited() };
    let [plain, ..] = cite(&of_the_whole);
    assert!(plain.text.starts_with("Sample Organisation, “Kaz"), "{}", plain.text);
    assert!(!plain.text.contains(", ,"), "{}", plain.text);
}

#[test]
fn bibtex_keeps_offices_and_titles_whole_and_writes_the_month_as_a_word() {
    let entry = bibtex(&cited());
    assert_eq!(
        entry,
        "@misc{2007-04-30-kazakhstan-focused,
  author = {{Permanent Council}},
  title = {{Kazakhstan “focused” on 50\\% \\& more}},
  howpublished = {Press release},
  organization = {Sample Organisation},
  address = {Vienna},
  year = {2007},
  day = {30},
  language = {en},
  url = {https://example.org/press/2007/04/30/kazakhstan-focused/},
  month = apr
}
"
    );
    let entries = Bibliography::parse(&entry).unwrap();
    let authors = entries.iter().next().unwrap().author().unwrap();
    assert_eq!(authors.len(), 1);
    assert_eq!(authors[0].name, "Permanent Council");
}

#[test]
fn ris_begins_with_a_type_ends_with_er_and_has_a_tag_on_each_line() {
    let record = ris(&cited());
    assert!(record.starts_with("TY  - ELEC\r\n"));
    assert!(record.ends_with("\r\nER  - \r\n"));
    assert_eq!(lines(&record, "DA"), ["2007/04/30/"]);
    assert_eq!(lines(&record, "PY"), ["2007"]);
    assert_eq!(lines(&record, "CY"), ["Vienna"]);
}

#[test]
fn csl_json_says_the_day_in_parts_and_the_author_as_one_name() {
    let item: serde_json::Value = serde_json::from_str(&csl_json(&cited())).unwrap();
    assert_eq!(item[0]["issued"]["date-parts"], serde_json::json!([[2007, 4, 30]]));
    assert_eq!(item[0]["author"], serde_json::json!([{"literal": "Permanent Council"}]));
    assert_eq!(item[0]["genre"], "Press release");
}

#[test]
fn what_is_not_known_leaves_no_empty_field() {
    let bare = Cited {
        title: "A".to_owned(),
        author: "B".to_owned(),
        key: "c".to_owned(),
        ..Cited::default()
    };
    assert_eq!(bibtex(&bare), "@misc{c,\n  author = {{B}},\n  title = {{A}}\n}\n");
    assert_eq!(ris(&bare), "TY  - ELEC\r\nID  - c\r\nAU  - B\r\nTI  - A\r\nER  - \r\n");
}

/// Text of any script, with what means something in one form or the other.
fn text() -> impl Strategy<Value = String> {
    "([A-Za-zäßЖش漢]|[\\\\{}%&$#_~^\"'`,;:@=\\[\\]<>*|/-]|[ \\n\\t\u{7}\u{2028}]){1,40}"
}

proptest! {
    #[test]
    fn a_title_comes_back_from_bibtex_as_it_was(title in text()) {
        let entry = bibtex(&Cited { title: title.clone(), ..cited() });
        prop_assert_eq!(on_one_line(&field(&entry, "title")), on_one_line(&title), "{}", entry);
        prop_assert_eq!(field(&entry, "url"), cited().address);
    }

    #[test]
    fn a_title_comes_back_from_ris_as_it_was_and_adds_no_line(title in text()) {
        let record = ris(&Cited { title: title.clone(), ..cited() });
        let title = on_one_line(&title);
        let expected: Vec<String> = if title.is_empty() { Vec::new() } else { vec![title] };
        prop_assert_eq!(lines(&record, "TI"), expected);
        prop_assert!(record.split("\r\n").all(|line| line.is_empty() || line.get(2..6) == Some("  - ")));
    }

    #[test]
    fn a_title_comes_back_from_csl_json_as_it_was(title in text(), place in text()) {
        let item = csl_json(&Cited { title: title.clone(), place: place.clone(), ..cited() });
        let item: serde_json::Value = serde_json::from_str(&item).unwrap();
        prop_assert_eq!(item[0]["title"].as_str(), Some(&*on_one_line(&title)));
    }
}

use proptest::prelude::*;
use rostrum_model::Figure;

use super::*;

fn read(markdown: &str) -> (Vec<Block>, Vec<String>) {
    let source = Source::new("a.md", markdown);
    let mut findings = Findings::default();
    let blocks = read_markdown(&source, 0..markdown.len(), &mut findings);
    let findings = findings.in_order();
    let told = findings.iter().map(|f| format!("{}: {}", f.place.line, f.message)).collect();
    (blocks, told)
}

fn blocks(markdown: &str) -> Vec<Block> {
    let (blocks, told) = read(markdown);
    assert_eq!(told, Vec::<String>::new());
    blocks
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph { text: vec![Inline::plain(text)] }
}

#[test]
fn lines_of_a_paragraph_are_joined_and_two_spaces_break_a_line() {
    assert_eq!(blocks("one\ntwo"), [paragraph("one two")]);
    let broken = vec![Inline::plain("one"), Inline::Break, Inline::plain("two")];
    assert_eq!(blocks("one  \ntwo"), [Block::Paragraph { text: broken }]);
}

#[test]
fn quotation_marks_and_dashes_stay_as_they_were_written() {
    let text = "\"Chairing -- the 'OSCE'\" ... is it";
    assert_eq!(blocks(text), [paragraph(text)]);
}

#[test]
fn lists_nest_and_keep_their_first_number() {
    let inner = Block::List { start: None, items: vec![vec![paragraph("b")]] };
    let list = Block::List {
        start: Some(3),
        items: vec![vec![paragraph("a"), inner], vec![paragraph("c")]],
    };
    assert_eq!(blocks("3. a\n   - b\n4. c"), [list]);
}

#[test]
fn the_last_line_of_a_quotation_with_a_dash_is_its_attribution() {
    let quotation = |text: &str| Block::Quotation {
        body: vec![paragraph(text)],
        attribution: vec![Inline::plain("Charter of Paris")],
    };
    assert_eq!(
        blocks("> A new era\n> of peace\n> — Charter of Paris"),
        [quotation("A new era of peace")]
    );
    assert_eq!(blocks("> A new era\n>\n> — Charter of Paris"), [quotation("A new era")]);
    let alone =
        Block::Quotation { body: vec![paragraph("— a dash alone")], attribution: Vec::new() };
    assert_eq!(blocks("> — a dash alone"), [alone]);
}

#[test]
fn a_table_has_a_row_of_headers() {
    let cell = |text: &str, is_header| Cell { text: vec![Inline::plain(text)], is_header };
    let rows = vec![
        Row { cells: vec![cell("Year", true), cell("Chair", true)] },
        Row { cells: vec![cell("2010", false), cell("Kazakhstan", false)] },
    ];
    assert_eq!(
        blocks("| Year | Chair |\n|---|---|\n| 2010 | Kazakhstan |"),
        [Block::Table { caption: Vec::new(), rows }]
    );
}

#[test]
fn a_picture_in_a_paragraph_of_its_own_is_a_figure() {
    let figure = Figure {
        source: "/hall.jpg".parse().unwrap(),
        alternative: "The hall".to_owned(),
        caption: vec![Inline::plain("Vienna")],
        width: None,
        height: None,
    };
    assert_eq!(
        blocks("![The hall](/hall.jpg \"Vienna\")\n\nAfter"),
        [Block::Figure(figure), paragraph("After")]
    );
    let (kept, told) = read("See ![the hall](/hall.jpg) here");
    assert_eq!(kept, [paragraph("See the hall here")]);
    assert!(told[0].contains("a picture within a line"));
}

#[test]
fn html_is_told_of_and_becomes_plain_text() {
    let (kept, told) = read("one\n\n<script>alert(1)</script>\n\na <b>bold</b> word");
    assert_eq!(
        kept[1..],
        [paragraph("<script>alert(1)</script>"), paragraph("a <b>bold</b> word")]
    );
    assert_eq!(told.len(), 3);
    assert!(told[0].starts_with("3: HTML is not read"));
}

#[test]
fn a_link_that_could_run_a_script_is_told_of_and_its_text_kept() {
    let (kept, told) = read("press [here](javascript:alert(1)) now");
    assert_eq!(kept, [paragraph("press here now")]);
    assert!(told[0].contains("cannot be a link"));
    let link = Inline::Link {
        href: "mailto:press@example.org".parse().unwrap(),
        text: vec![Inline::plain("press@example.org")],
    };
    assert_eq!(blocks("<press@example.org>"), [Block::Paragraph { text: vec![link] }]);
}

#[test]
fn a_heading_of_the_first_level_steps_down() {
    let (kept, told) = read("# Aims\n\n### More");
    assert!(matches!(
        &kept[..],
        [Block::Heading { level: 2, .. }, Block::Heading { level: 3, .. }]
    ));
    assert_eq!(told.len(), 1);
}

#[test]
fn endless_nesting_is_refused() {
    let (kept, told) = read(&">".repeat(50_000));
    assert!(kept.is_empty());
    assert_eq!(told, ["1: this is nested too deeply"]);
}

proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(markdown in "(\\PC|[-*_>#|`!\\[\\]()<&\n\r\t \\\\]){0,80}") {
        read(&markdown);
    }
}

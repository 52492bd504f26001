use proptest::prelude::*;
use rostrum_model::{Figure, Inline};

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
fn html_says_what_markdown_cannot() {
    let [Block::Paragraph { text }] = &blocks(
        "The <abbr title=\"Forum for Security\">FSC</abbr> H<sub>2</sub>O<br>x<sup>*2*</sup> <span lang=\"fr\">oui</span>",
    )[..] else {
        panic!()
    };
    assert!(
        matches!(&text[1], Inline::Abbreviation { title, .. } if title == "Forum for Security")
    );
    assert!(matches!(&text[3], Inline::Subscript { .. }));
    assert_eq!(text[5], Inline::Break);
    assert!(
        matches!(&text[7], Inline::Superscript { text } if matches!(text[0], Inline::Emphasis { .. }))
    );
    assert!(matches!(&text[9], Inline::Span { language, .. } if language.as_str() == "fr"));
    let [Block::Figure(figure)] =
        &blocks("<figure>\n<img src=\"/a.jpg\" alt=\"A\" width=\"8\" height=\"4\">\n</figure>")[..]
    else {
        panic!()
    };
    assert_eq!((figure.width, figure.height), (Some(8), Some(4)));
}

#[test]
fn html_that_is_not_kept_is_told_of_with_its_line_and_its_text_stays() {
    let (kept, told) = read(
        "one\n\n<script>alert(1)</script>\n\na <blink>bold</blink> word\n\n<div>\n<form>two</form></div>",
    );
    assert_eq!(kept, [paragraph("one"), paragraph("a bold word"), paragraph("two")]);
    assert_eq!(
        told,
        [
            "3: the content of `<script>` is not kept",
            "5: `<blink>` is not kept within a line; its text is",
            "5: `</blink>` is not kept within a line; its text is",
            "8: `<form>` is not kept; its text is",
        ]
    );
}

#[test]
fn a_tag_without_its_partner_is_told_of() {
    let (kept, told) = read("a <sub>b *c</sub>* d");
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(format!("{kept:?}").contains('d'));
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

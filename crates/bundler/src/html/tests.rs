use proptest::prelude::*;
use rostrum_model::{Cell, Figure, Inline, Row, plain_text};

use super::*;

fn read_markup(markup: &Markup<'_>) -> (Vec<Block>, Vec<String>) {
    let source = crate::sources::Source::new("a.html", markup.html);
    let mut findings = Findings::default();
    let blocks = read_html(markup, &|bytes| source.place(bytes), &mut findings);
    let findings = findings.in_order();
    let told = findings.iter().map(|f| format!("{}: {}", f.place.line, f.message)).collect();
    (blocks, told)
}

fn read(html: &str) -> (Vec<Block>, Vec<String>) {
    read_markup(&Markup::new(html))
}

fn blocks(html: &str) -> Vec<Block> {
    let (blocks, told) = read(html);
    assert_eq!(told, Vec::<String>::new(), "{html}");
    blocks
}

fn plain(text: &str) -> Inline {
    Inline::plain(text)
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph { text: vec![plain(text)] }
}

fn strong(text: &str) -> Inline {
    Inline::Strong { text: vec![plain(text)] }
}

#[test]
fn spaces_collapse_and_paragraphs_end_where_the_next_begins() {
    assert_eq!(
        blocks("<p> one\n  two <p>three&nbsp;</p>\n four"),
        [paragraph("one two"), paragraph("three"), paragraph("four")]
    );
}

#[test]
fn two_line_breaks_end_a_paragraph_and_one_breaks_the_line() {
    let line = vec![plain("a"), Inline::Break, plain("b")];
    assert_eq!(
        blocks("<br>a<br>b<br><br>c<br>"),
        [Block::Paragraph { text: line }, paragraph("c")]
    );
}

#[test]
fn marks_hold_no_space_at_their_ends_and_may_cross() {
    assert_eq!(
        blocks("<p>a<b> b </b>c</p>"),
        [Block::Paragraph { text: vec![plain("a "), strong("b"), plain(" c")] }]
    );
    let inner =
        Inline::Strong { text: vec![plain("a"), Inline::Emphasis { text: vec![plain("b")] }] };
    let after = Inline::Emphasis { text: vec![plain("c")] };
    assert_eq!(blocks("<b>a<i>b</b>c</i>"), [Block::Paragraph { text: vec![inner, after] }]);
    assert_eq!(blocks("<p><b></b>a <i> </i>b</p>"), [paragraph("a b")]);
}

#[test]
fn lists_nest_however_they_are_closed() {
    let inner = Block::List { start: Some(3), items: vec![vec![paragraph("b")]] };
    let list =
        Block::List { start: None, items: vec![vec![paragraph("a"), inner], vec![paragraph("c")]] };
    for html in [
        "<ul><li>a<ol start=3><li>b</ol><li>c</ul>",
        "<ul><li><p>a</p><ol start='3'><li>b</li></ol></li><li>c</li></ul>",
        "<ul><li>a</li><ol start=3><li>b</li></ol><li>c</li></ul>",
    ] {
        assert_eq!(blocks(html), std::slice::from_ref(&list), "{html}");
    }
}

#[test]
fn a_quotation_names_who_is_quoted() {
    let quotation = Block::Quotation {
        body: vec![paragraph("A new era")],
        attribution: vec![plain("Charter of Paris")],
    };
    for html in [
        "<blockquote><p>A new era</p><footer>Charter of Paris</footer></blockquote>",
        "<blockquote><p>A new era</p><cite>Charter of Paris</cite></blockquote>",
        "<blockquote><p>A new era</p><p><cite>Charter of Paris</cite></p></blockquote>",
    ] {
        assert_eq!(blocks(html), std::slice::from_ref(&quotation), "{html}");
    }
}

#[test]
fn a_table_keeps_its_caption_and_the_headers_of_its_rows() {
    let cell = |text: &str, is_header| Cell { text: vec![plain(text)], is_header };
    let rows = vec![Row { cells: vec![cell("2010", true), cell("Chair", false)] }];
    let table = Block::Table { caption: vec![plain("Chairs")], rows };
    assert_eq!(
        blocks("<table><caption>Chairs</caption><tbody><tr><th>2010<td><p>Chair</p></table>"),
        [table]
    );
}

#[test]
fn a_table_within_a_cell_becomes_lines_and_is_told_of() {
    let (kept, told) = read("<table><tr><td>a<table><tr><td>b<td>c</table><td>d</table>");
    let lines = vec![plain("a"), Inline::Break, plain("b"), Inline::Break, plain("c")];
    let cells = vec![
        Cell { text: lines, is_header: false },
        Cell { text: vec![plain("d")], is_header: false },
    ];
    assert_eq!(kept, [Block::Table { caption: Vec::new(), rows: vec![Row { cells }] }]);
    assert!(told[0].contains("becomes lines"));
}

#[test]
fn a_cell_over_several_columns_leaves_the_others_under_their_headers_and_is_told_of() {
    let (kept, told) = read("<table><tr><td colspan=2>a<td>b<tr><td rowspan=3>c</table>");
    let [Block::Table { rows, .. }] = &kept[..] else { panic!("{kept:?}") };
    let cells: Vec<Vec<String>> = rows
        .iter()
        .map(|row| row.cells.iter().map(|cell| plain_text(&cell.text)).collect())
        .collect();
    assert_eq!(cells, [vec!["a", "", "b"], vec!["c"]]);
    assert!(told[0].contains("several columns") && told[1].contains("several rows"), "{told:?}");
    let (kept, _) = read("<table><tr><td colspan=99999999>x</table>");
    assert!(format!("{kept:?}").matches("Cell").count() <= 20);
}

#[test]
fn a_list_of_terms_becomes_paragraphs_and_is_told_of() {
    let (kept, told) = read("<dl><dt>a<dd>b</dl>");
    assert_eq!(kept, [paragraph("a"), paragraph("b")]);
    assert!(told[0].contains("a list of terms"), "{told:?}");
}

#[test]
fn a_picture_keeps_its_description_caption_and_size() {
    let figure = |caption: &str, width| {
        Block::Figure(Figure {
            source: "/hall.jpg".parse().unwrap(),
            alternative: "The hall".to_owned(),
            caption: if caption.is_empty() { Vec::new() } else { vec![plain(caption)] },
            width,
            height: width,
        })
    };
    let html = "<figure><img src=/hall.jpg alt='The hall' width=8 height=8><figcaption>Vienna</figcaption></figure>";
    assert_eq!(blocks(html), [figure("Vienna", Some(8))]);
    assert_eq!(
        blocks("<p>See <img src=/hall.jpg alt='The hall'> here</p>"),
        [paragraph("See here"), figure("", None)]
    );
}

#[test]
fn marks_that_markdown_lacks_are_kept() {
    let html = "<p><abbr title='Forum'>F</abbr> H<sub>2</sub>O x<sup>2</sup> <span lang=fr>oui</span> <code>a</code></p>";
    let [Block::Paragraph { text }] = &blocks(html)[..] else { panic!() };
    assert!(matches!(&text[0], Inline::Abbreviation { title, .. } if title == "Forum"));
    assert!(matches!(&text[2], Inline::Subscript { .. }));
    assert!(matches!(&text[4], Inline::Superscript { .. }));
    assert!(matches!(&text[6], Inline::Span { language, .. } if language.as_str() == "fr"));
    assert!(matches!(&text[8], Inline::Code { .. }));
}

#[test]
fn lines_of_code_within_a_cell_are_one_space_apart() {
    let (blocks, _) = read("<table><tr><td><ul><li><code>a<br><br>b</code></ul></table>");
    let [Block::Table { rows, .. }] = &blocks[..] else { panic!() };
    assert_eq!(rows[0].cells[0].text, [Inline::Code { text: "a b".to_owned() }]);
}

#[test]
fn what_is_not_kept_is_told_once_with_its_line_and_its_text_stays() {
    let (kept, told) = read(
        "<p>a</p>\n<marquee>b</marquee><marquee>c</marquee>\n<script>d()</script><p onclick=e()>f</p>",
    );
    assert_eq!(kept, [paragraph("a"), paragraph("bc"), paragraph("f")]);
    assert_eq!(
        told,
        [
            "2: `<marquee>` is not kept; its text is (2 times)",
            "3: the content of `<script>` is not kept",
            "3: `onclick` on `<p>` would run a script, so it is not kept",
        ]
    );
}

#[test]
fn what_is_never_closed_swallows_no_text() {
    for html in [
        "<p>a</p><!-- b",
        "<p>a</p><script>b",
        "<p>a</p><img src=\"b",
        "<p>a</p><style> b",
        "<p>a</p><!doctype b",
        "<p>a</p><?b",
        "<p>a</p></b",
        "<p>a</p><textarea>b",
    ] {
        let (kept, _) = read(html);
        let text = format!("{kept:?}");
        assert!(text.contains('b') && kept[0] == paragraph("a"), "{html}: {text}");
    }
}

#[test]
fn links_are_resolved_against_the_page_and_kept_only_if_they_can_be_links() {
    let base = Url::parse("https://example.org/news/1").unwrap();
    let html = "<a href='../about'>a</a> <a href=javascript:b()>b</a>";
    let (kept, told) = read_markup(&Markup { base: Some(&base), ..Markup::new(html) });
    let href = "https://example.org/about".parse().unwrap();
    let link = Inline::Link { href, text: vec![plain("a")] };
    assert_eq!(kept, [Block::Paragraph { text: vec![link, plain(" b")] }]);
    assert!(told[0].contains("cannot be a link"));
}

#[test]
fn text_that_wordpress_kept_without_paragraphs_gets_them() {
    let markup = Markup {
        line_ends: LineEnds::Breaks,
        ..Markup::new("a\nb\n\n<b>c</b> d\n<ul>\n<li>e</li>\n</ul>\n\nf")
    };
    let (kept, _) = read_markup(&markup);
    assert_eq!(
        kept,
        [
            Block::Paragraph { text: vec![plain("a"), Inline::Break, plain("b")] },
            Block::Paragraph { text: vec![strong("c"), plain(" d")] },
            Block::List { start: None, items: vec![vec![paragraph("e")]] },
            paragraph("f"),
        ]
    );
}

fn depth(blocks: &[Block]) -> usize {
    let inner = |block: &Block| match block {
        Block::List { items, .. } => items.iter().map(|item| depth(item)).max().unwrap_or(0),
        Block::Quotation { body, .. } => depth(body),
        _ => 0,
    };
    blocks.iter().map(inner).max().map_or(0, |deepest| deepest + 1)
}

#[test]
fn ten_thousand_nested_lists_are_read_without_harm() {
    for open in
        ["<ul><li>", "<blockquote>", "<div>", "<table><tr><td>", "<b>", "<b id=1><p>", "<li>"]
    {
        let (kept, _) = read(&(open.repeat(10_000) + "end"));
        assert!(format!("{kept:?}").contains("end"));
        assert!(depth(&kept) <= 24);
    }
}

#[test]
fn a_line_of_many_megabytes_is_read_and_a_longer_one_refused() {
    let (kept, _) = read(&"word ".repeat(LONGEST / 10));
    assert_eq!(kept.len(), 1);
    let (kept, told) = read(&"x".repeat(LONGEST + 1));
    assert!(kept.is_empty() && told[0].contains("MB"));
}

proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(html in "(\\PC|[<>/!\"'=&;\n\t -]|<[a-z]{1,4}|</[a-z]{1,4}>){0,80}") {
        read(&html);
    }
}

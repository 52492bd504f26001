use proptest::prelude::*;

use super::*;
use crate::html::{Markup, read_html};

fn from_html(html: &str) -> Vec<Block> {
    let source = Source::new("", html);
    read_html(&Markup::new(html), &|bytes| source.place(bytes), &mut Findings::default())
}

#[test]
fn prose_is_written_as_an_editor_would_write_it() {
    let html = "<h2>Aims</h2><p>A <b>new</b> <i>era</i>, see <a href='https://example.org/a?b=1&amp;c'>here</a>.</p>\
        <ul><li>one<li>two<ul><li>three</ul></ul><ol start=4><li>four</ol>\
        <blockquote><p>So be it</p><footer>Charter</footer></blockquote>\
        <table><tr><th>Year<th>Chair<tr><td>2010<td>Kazakhstan</table>\
        <figure><img src=/a.jpg alt=Hall><figcaption>Vienna</figcaption></figure><pre>a\n b</pre><hr>";
    assert_eq!(
        write_markdown(&from_html(html)),
        "## Aims\n\nA **new** *era*, see [here](https://example.org/a?b=1&c).\n\n- one\n- two\n  - three\n\n4. four\n\n> So be it\n>\n> — Charter\n\n| Year | Chair |\n| --- | --- |\n| 2010 | Kazakhstan |\n\n![Hall](/a.jpg \"Vienna\")\n\n```\na\n b\n```\n\n___\n"
    );
}

#[test]
fn what_markdown_cannot_say_is_written_in_html() {
    let html = "<p>H<sub>2</sub>O and <abbr title='Forum'>F</abbr> w<b>or</b>d</p><table><caption>C</caption><tr><th>a<td>b</table><figure><img src=/a.jpg width=8 height=4><figcaption><b>c</b></figcaption></figure>";
    assert_eq!(
        write_markdown(&from_html(html)),
        "H<sub>2</sub>O and <abbr title=\"Forum\">F</abbr> w**or**d\n\n<table>\n<caption>C</caption>\n<tr><th>a</th><td>b</td></tr>\n</table>\n\n<figure>\n<img src=\"/a.jpg\" alt=\"\" width=\"8\" height=\"4\">\n<figcaption><strong>c</strong></figcaption>\n</figure>\n"
    );
}

fn words() -> impl Strategy<Value = String> {
    "(\\PC|[a-z]{1,5}| |[-*_#>`~+=.()!&;:|\\[\\]\\\\ 0-9—\n\"']){0,12}"
}

fn html() -> impl Strategy<Value = String> {
    let text = words().prop_map(|text| text.replace('<', "&lt;"));
    let inline = text.prop_recursive(3, 12, 4, |inner| {
        let tag = prop::sample::select(vec![
            ("<b>", "</b>"),
            ("<i>", "</i>"),
            ("<sub>", "</sub>"),
            ("<sup>", "</sup>"),
            ("<code>", "</code>"),
            ("<abbr title='a &quot;b\" & *c*'>", "</abbr>"),
            ("<span lang=fr>", "</span>"),
            ("<a href='https://example.org/(a)_b?c=1&amp;copy;=*2*'>", "</a>"),
            ("", "<br>"),
        ]);
        (tag, prop::collection::vec(inner, 1..4))
            .prop_map(|((open, close), parts)| format!("{open}{}{close}", parts.concat()))
    });
    let leaf = (prop::sample::select(vec!["p", "h2", "h4", "pre", "div"]), inline)
        .prop_map(|(tag, text)| format!("<{tag}>{text}</{tag}>"));
    let other = prop::sample::select(vec![
        "<hr>".to_owned(),
        "<figure><img src='/a_(b).jpg' alt='a [b] *c*'><figcaption>d \"e\"</figcaption></figure>"
            .to_owned(),
        "<img src=/a.jpg width=3 height=4>".to_owned(),
    ]);
    prop_oneof![4 => leaf, 1 => other].prop_recursive(4, 24, 4, |inner| {
        let group = prop::sample::select(vec![
            ("<ul><li>", "<li>", "</ul>"),
            ("<ol start=7><li>", "<li>", "</ol>"),
            ("<blockquote>", "", "</blockquote>"),
            ("<blockquote>", "", "<footer>a — b</footer></blockquote>"),
            ("<table><tr><th>", "<th>", "</table>"),
            ("<table><tr><td>", "<tr><td>", "</table>"),
            ("<table><caption>c</caption><tr><th>a<th>b<tr><td>", "<td>", "</table>"),
        ]);
        (group, prop::collection::vec(inner, 1..4)).prop_map(|((open, between, close), parts)| {
            format!("{open}{}{close}", parts.join(between))
        })
    })
}

proptest! {
    #[test]
    fn what_was_written_reads_back_as_the_same_blocks(parts in prop::collection::vec(html(), 1..4)) {
        let blocks = from_html(&parts.concat());
        let markdown = write_markdown(&blocks);
        let mut findings = Findings::default();
        let read = read_markdown(&Source::new("", &*markdown), 0..markdown.len(), &mut findings);
        prop_assert_eq!(read, blocks, "{}", markdown);
        prop_assert!(findings.is_empty());
    }
}

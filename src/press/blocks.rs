//! The blocks of a body as elements: nodes from data, so that no text can become markup.

use rostrum_model::{Block, Cell, Figure, Href, Inline, Row, plain_text};

use crate::{
    element::{Content, Element, Node, element},
    site::Site,
};

/// The elements of a body.
pub fn blocks(site: &Site, body: &[Block]) -> Vec<Node> {
    body.iter().map(|block| self::block(site, block).into()).collect()
}

fn block(site: &Site, block: &Block) -> Element {
    match block {
        Block::Paragraph { text } => element("p").with(inlines(site, text)),
        Block::Heading { level, text } => heading(*level).with(inlines(site, text)),
        Block::List { start, items } => {
            let items = items.iter().map(|item| element("li").with(blocks(site, item)));
            let list = element(if start.is_some() { "ol" } else { "ul" });
            list.attribute("start", start.map(|start| start.to_string())).with_all(items)
        }
        Block::Quotation { body, attribution } => element("figure")
            .class("quotation")
            .with(element("blockquote").with(blocks(site, body)))
            .with(labelled(site, "figcaption", attribution)),
        Block::Table { caption, rows } => table(site, caption, rows),
        Block::Figure(figure) => self::figure(site, figure),
        Block::Code { text } => element("pre").with(element("code").with(text.clone())),
        Block::Rule => element("hr"),
    }
}

fn heading(level: u8) -> Element {
    element(match level {
        ..=2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        6.. => "h6",
    })
}

/// A caption; none if it has no text.
fn labelled(site: &Site, tag: &'static str, text: &[Inline]) -> Option<Element> {
    (!text.is_empty()).then(|| element(tag).with(inlines(site, text)))
}

/// A wide table scrolls by itself, by the keyboard too, so that the page never does.
fn table(site: &Site, caption: &[Inline], rows: &[Row]) -> Element {
    let name = table_name(site, caption, rows);
    let rows = rows.iter().enumerate().map(|(number, row)| self::row(site, row, number == 0));
    let body = element("tbody").with_all(rows);
    let table = element("table").with(labelled(site, "caption", caption)).with(body);
    let scroller =
        element("div").class("table").attribute("role", "region").attribute("tabindex", "0");
    scroller.attribute("aria-label", name).with(table)
}

/// What a table is called, so that several can be told apart: by its caption, else by its first row.
fn table_name(site: &Site, caption: &[Inline], rows: &[Row]) -> String {
    let mut name = site.messages.table().to_owned();
    let cells = rows.iter().take(1).flat_map(|row| &row.cells).map(|cell| &*cell.text);
    let parts: Vec<_> = if caption.is_empty() { cells.collect() } else { vec![caption] };
    for (number, part) in parts.into_iter().take(COLUMNS_IN_NAME).enumerate() {
        name.push_str(&if number == 0 { ": ".to_owned() } else { site.messages.separator() });
        name.push_str(&plain_text(part));
    }
    name
}

/// How many columns the name of a table tells.
const COLUMNS_IN_NAME: usize = 4;

fn row(site: &Site, row: &Row, is_first: bool) -> Element {
    let scope = if is_first { "col" } else { "row" };
    let cell = |Cell { text, is_header }: &Cell| {
        let cell = if *is_header { element("th").attribute("scope", scope) } else { element("td") };
        cell.with(inlines(site, text))
    };
    element("tr").with_all(row.cells.iter().map(cell))
}

fn figure(site: &Site, Figure { source, alternative, caption, width, height }: &Figure) -> Element {
    let picture = element("img")
        .attribute("src", source.as_str())
        .attribute("alt", alternative.as_str())
        .attribute("width", width.map(|width| width.to_string()))
        .attribute("height", height.map(|height| height.to_string()))
        .attribute("loading", "lazy");
    element("figure").with(picture).with(labelled(site, "figcaption", caption))
}

fn inlines(site: &Site, text: &[Inline]) -> Vec<Node> {
    text.iter().map(|inline| self::inline(site, inline)).collect()
}

fn inline(site: &Site, inline: &Inline) -> Node {
    let around = |tag: &'static str, text: &[Inline]| element(tag).with(inlines(site, text));
    let element = match inline {
        Inline::Text { text } => return Node::Text(text.clone()),
        Inline::Emphasis { text } => around("em", text),
        Inline::Strong { text } => around("strong", text),
        Inline::Subscript { text } => around("sub", text),
        Inline::Superscript { text } => around("sup", text),
        Inline::Abbreviation { title, text } => {
            around("abbr", text).attribute("title", title.as_str())
        }
        Inline::Link { href, text } => link(site, href, inlines(site, text)),
        Inline::Break => element("br"),
        Inline::Code { text } => element("code").with(text.clone()),
        Inline::Span { language, text } => around("span", text)
            .attribute("lang", language.as_str())
            .attribute("dir", language.direction()),
    };
    element.into()
}

/// A link that stands in the bundle: to a page of the site or elsewhere.
pub fn link(site: &Site, href: &Href, text: impl Content) -> Element {
    let relation = href.is_external().then_some("noopener");
    crate::element::link(site.link(href)).attribute("rel", relation).with(text)
}

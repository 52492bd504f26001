//! Blocks as HTML that reads back as the same: for what Markdown cannot say.
//!
//! There is no empty line in it, for at an empty line Markdown would go on reading for itself.

use rostrum_model::{Block, Cell, Figure, Inline, Row};

/// A block as HTML.
pub(crate) fn write_block(block: &Block) -> String {
    match block {
        Block::Paragraph { text } => element("p", text),
        Block::Heading { level, text } => element(&format!("h{level}"), text),
        Block::List { start, items } => write_list(*start, items),
        Block::Quotation { body, attribution } => {
            let footer =
                if attribution.is_empty() { String::new() } else { element("footer", attribution) };
            format!("<blockquote>{}{footer}</blockquote>", write_blocks(body))
        }
        Block::Table { caption, rows } => write_table(caption, rows),
        Block::Figure(figure) => write_figure(figure),
        Block::Code { text } => {
            // A line break right after the tag is not part of the text.
            format!("<pre>\n{}</pre>", escape(text).replace('\n', "&#10;"))
        }
        Block::Rule => "<hr>".to_owned(),
    }
}

fn write_blocks(blocks: &[Block]) -> String {
    blocks.iter().map(write_block).collect()
}

fn write_list(start: Option<u32>, items: &[Vec<Block>]) -> String {
    let (open, close) = match start {
        None => ("<ul>".to_owned(), "</ul>"),
        Some(1) => ("<ol>".to_owned(), "</ol>"),
        Some(first) => (format!("<ol start=\"{first}\">"), "</ol>"),
    };
    let items: Vec<_> =
        items.iter().map(|item| format!("<li>{}</li>\n", write_blocks(item))).collect();
    format!("{open}\n{}{close}", items.concat())
}

fn write_table(caption: &[Inline], rows: &[Row]) -> String {
    let cell = |cell: &Cell| element(if cell.is_header { "th" } else { "td" }, &cell.text);
    let row = |row: &Row| format!("<tr>{}</tr>\n", row.cells.iter().map(cell).collect::<String>());
    let caption =
        if caption.is_empty() { String::new() } else { element("caption", caption) + "\n" };
    format!("<table>\n{caption}{}</table>", rows.iter().map(row).collect::<String>())
}

fn write_figure(figure: &Figure) -> String {
    let Figure { source, alternative, caption, width, height } = figure;
    let size = |name: &str, pixels: Option<u32>| {
        pixels.map(|pixels| format!(" {name}=\"{pixels}\"")).unwrap_or_default()
    };
    let caption =
        if caption.is_empty() { String::new() } else { element("figcaption", caption) + "\n" };
    format!(
        "<figure>\n<img src=\"{}\" alt=\"{}\"{}{}>\n{caption}</figure>",
        escape(source.as_str()),
        escape(alternative),
        size("width", *width),
        size("height", *height),
    )
}

fn element(name: &str, text: &[Inline]) -> String {
    format!("<{name}>{}</{name}>", write_inlines(text))
}

/// Runs of text as HTML.
fn write_inlines(inlines: &[Inline]) -> String {
    inlines.iter().map(write_inline).collect()
}

fn write_inline(inline: &Inline) -> String {
    match inline {
        Inline::Text { text } => escape(text),
        Inline::Emphasis { text } => element("em", text),
        Inline::Strong { text } => element("strong", text),
        Inline::Subscript { text } => element("sub", text),
        Inline::Superscript { text } => element("sup", text),
        Inline::Code { text } => format!("<code>{}</code>", escape(text)),
        Inline::Break => "<br>".to_owned(),
        Inline::Link { .. } | Inline::Abbreviation { .. } | Inline::Span { .. } => {
            let (open, text, close) = tags(inline);
            format!("{open}{}{close}", write_inlines(text))
        }
    }
}

/// The tags around the words of a mark.
pub(crate) fn tags(inline: &Inline) -> (String, &[Inline], &'static str) {
    match inline {
        Inline::Emphasis { text } => ("<em>".to_owned(), text, "</em>"),
        Inline::Strong { text } => ("<strong>".to_owned(), text, "</strong>"),
        Inline::Subscript { text } => ("<sub>".to_owned(), text, "</sub>"),
        Inline::Superscript { text } => ("<sup>".to_owned(), text, "</sup>"),
        Inline::Link { href, text } => {
            (format!("<a href=\"{}\">", escape(href.as_str())), text, "</a>")
        }
        Inline::Abbreviation { title, text } => {
            (format!("<abbr title=\"{}\">", escape(title)), text, "</abbr>")
        }
        Inline::Span { language, text } => (format!("<span lang=\"{language}\">"), text, "</span>"),
        Inline::Text { .. } | Inline::Code { .. } | Inline::Break => (String::new(), &[], ""),
    }
}

/// Text in HTML.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            other => escaped.push(other),
        }
    }
    escaped
}

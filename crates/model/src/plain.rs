//! The plain text of structured text.

use crate::{Block, Inline};

/// The plain text of a line: its breaks are spaces.
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut plain = String::new();
    inlines.iter().for_each(|inline| add_plain(inline, &mut plain));
    plain
}

fn add_plain(inline: &Inline, plain: &mut String) {
    match inline {
        Inline::Text { text } | Inline::Code { text } => plain.push_str(&text.replace('\n', " ")),
        Inline::Break => plain.push(' '),
        Inline::Emphasis { text }
        | Inline::Strong { text }
        | Inline::Link { text, .. }
        | Inline::Abbreviation { text, .. }
        | Inline::Subscript { text }
        | Inline::Superscript { text }
        | Inline::Span { text, .. } => text.iter().for_each(|inline| add_plain(inline, plain)),
    }
}

impl Block {
    /// Adds each plain text in it that stands by itself: a paragraph, a table's cell, a caption.
    pub fn add_texts(&self, texts: &mut Vec<String>) {
        match self {
            Self::Paragraph { text } | Self::Heading { text, .. } => texts.push(plain_text(text)),
            Self::List { items, .. } => {
                items.iter().flatten().for_each(|block| block.add_texts(texts));
            }
            Self::Quotation { body, attribution } => {
                texts.push(plain_text(attribution));
                body.iter().for_each(|block| block.add_texts(texts));
            }
            Self::Table { caption, rows } => {
                texts.push(plain_text(caption));
                let cells = rows.iter().flat_map(|row| &row.cells);
                texts.extend(cells.map(|cell| plain_text(&cell.text)));
            }
            Self::Figure(figure) => {
                texts.push(plain_text(&figure.caption));
                texts.push(figure.alternative.clone());
            }
            Self::Code { text } => texts.push(text.clone()),
            Self::Rule => {}
        }
    }
}

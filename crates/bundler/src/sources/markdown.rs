//! Markdown (`CommonMark` with tables) as blocks of the model.
//!
//! What Markdown cannot say is said in HTML (`<abbr title>`, `<span lang>`, `<sub>`, `<sup>`, `<br>`,
//! `<figure>`, `<table>`), which [`crate::html`] reads. There is no way for markup to get through:
//! what is not kept is told of and its text stays, and so does the text of a link or picture whose
//! address [`rostrum_model::Href`] refuses.

mod escape;
mod inline;
mod quotation;
mod write;

use std::{iter::Peekable, ops::Range};

use pulldown_cmark::{Event, HeadingLevel, OffsetIter, Options, Parser, Tag, TagEnd};
use rostrum_model::{Block, Cell, Row};

pub(crate) use self::write::write_markdown;
use super::source::Source;
use crate::{
    finding::Findings,
    html::{Markup, is_too_long, read_html},
};

/// The deepest nesting of lists, quotations and emphasis that is read.
const DEEPEST: usize = 32;

/// Reads the Markdown in some bytes of a source.
pub(crate) fn read_markdown(
    source: &Source,
    bytes: Range<usize>,
    findings: &mut Findings,
) -> Vec<Block> {
    let markdown = source.text().get(bytes.clone()).unwrap_or_default();
    if is_too_long(markdown.len(), || source.place(bytes.start..bytes.start), findings) {
        return Vec::new();
    }
    if let Some(place) = too_deep(markdown) {
        let place = source.place(place.start + bytes.start..place.end + bytes.start);
        findings
            .error(place, "this is nested too deeply")
            .help("use fewer levels of lists and quotations");
        return Vec::new();
    }
    let events = Parser::new_ext(markdown, Options::ENABLE_TABLES).into_offset_iter().peekable();
    let mut reader = Reader { events, source, offset: bytes.start, findings };
    let mut blocks = reader.blocks();
    quotation::join_lines(&mut blocks);
    blocks
}

/// The first place that is nested too deeply for a reader that recurses.
fn too_deep(markdown: &str) -> Option<Range<usize>> {
    let mut depth = 0_usize;
    for (event, place) in Parser::new_ext(markdown, Options::ENABLE_TABLES).into_offset_iter() {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        if depth > DEEPEST {
            return Some(place);
        }
    }
    None
}

struct Reader<'r, 'm> {
    events: Peekable<OffsetIter<'m>>,
    source: &'r Source,
    offset: usize,
    findings: &'r mut Findings,
}

impl Reader<'_, '_> {
    /// The blocks up to the end of what holds them; that end is taken too.
    fn blocks(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        while let Some((event, _)) = self.events.peek() {
            match event {
                Event::End(_) => {
                    self.events.next();
                    break;
                }
                Event::Rule => {
                    self.events.next();
                    blocks.push(Block::Rule);
                }
                Event::Start(tag) if is_block(tag) => {
                    if let Some((Event::Start(tag), place)) = self.events.next() {
                        self.block(tag, place, &mut blocks);
                    }
                }
                // The items of a tight list hold their text without a paragraph around it.
                _ => self.paragraph(false, &mut blocks),
            }
        }
        blocks
    }

    fn block(&mut self, tag: Tag<'_>, place: Range<usize>, blocks: &mut Vec<Block>) {
        match tag {
            Tag::Paragraph => self.paragraph(true, blocks),
            Tag::Heading { level, .. } => {
                if level == HeadingLevel::H1 {
                    self.warn(place, "a heading of the first level is kept for the title; this one becomes a heading of the second");
                }
                let text = self.inlines(true);
                if !text.is_empty() {
                    blocks.push(Block::Heading { level: (level as u8).max(2), text });
                }
            }
            Tag::BlockQuote(_) => {
                let body = self.blocks();
                if !body.is_empty() {
                    blocks.push(quotation::quotation(body));
                }
            }
            Tag::CodeBlock(_) => blocks.extend(self.code()),
            Tag::HtmlBlock => self.html(place, blocks),
            Tag::List(start) => {
                let mut items = self.items();
                items.retain(|item| !item.is_empty());
                // CommonMark allows nine digits, which always fit.
                let start = start.and_then(|first| u32::try_from(first).ok());
                if !items.is_empty() {
                    blocks.push(Block::List { start, items });
                }
            }
            Tag::Table(_) => blocks.push(Block::Table { caption: Vec::new(), rows: self.rows() }),
            // No other block is switched on; what it holds is kept all the same.
            _ => blocks.extend(self.blocks()),
        }
    }

    fn paragraph(&mut self, has_end: bool, blocks: &mut Vec<Block>) {
        if let Some(figures) = self.figures(has_end) {
            blocks.extend(figures);
            return;
        }
        let text = self.inlines(has_end);
        if !text.is_empty() {
            blocks.push(Block::Paragraph { text });
        }
    }

    fn items(&mut self) -> Vec<Vec<Block>> {
        let mut items = Vec::new();
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => items.push(self.blocks()),
                Event::End(TagEnd::List(_)) => break,
                _ => {}
            }
        }
        items
    }

    fn rows(&mut self) -> Vec<Row> {
        let mut rows = Vec::new();
        let mut is_header = false;
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::TableHead) => {
                    is_header = true;
                    rows.push(Row { cells: Vec::new() });
                }
                Event::Start(Tag::TableRow) => rows.push(Row { cells: Vec::new() }),
                Event::End(TagEnd::TableHead) => is_header = false,
                Event::Start(Tag::TableCell) => {
                    let text = self.inlines(true);
                    if let Some(row) = rows.last_mut() {
                        row.cells.push(Cell { text, is_header });
                    }
                }
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        rows
    }

    /// Text whose spaces count, with an end to its last line; none if there is none.
    fn code(&mut self) -> Option<Block> {
        let mut code = String::new();
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Text(text) => {
                    code.extend(
                        text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')),
                    );
                }
                Event::End(TagEnd::CodeBlock) => break,
                _ => {}
            }
        }
        if !code.ends_with('\n') {
            code.push('\n');
        }
        (!code.trim().is_empty()).then_some(Block::Code { text: code })
    }

    fn html(&mut self, place: Range<usize>, blocks: &mut Vec<Block>) {
        let mut html = String::new();
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Html(text) | Event::Text(text) => html.push_str(&text),
                Event::End(TagEnd::HtmlBlock) => break,
                _ => {}
            }
        }
        let whole = place.start + self.offset..place.end + self.offset;
        let source = self.source;
        // Within a list or a quotation the lines are shorter than in the source.
        let is_verbatim =
            source.text().get(whole.clone()).is_some_and(|text| text.starts_with(&html));
        let place = |bytes: Range<usize>| {
            let start = whole.start;
            source.place(if is_verbatim {
                bytes.start + start..bytes.end + start
            } else {
                whole.clone()
            })
        };
        blocks.extend(read_html(&Markup::new(&html), &place, self.findings));
    }

    fn warn(
        &mut self,
        place: Range<usize>,
        message: impl Into<String>,
    ) -> &mut crate::finding::Finding {
        let bytes = place.start + self.offset..place.end + self.offset;
        self.findings.warning(self.source.place(bytes), message)
    }
}

fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
    )
}

#[cfg(test)]
mod tests;

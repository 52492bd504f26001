//! What is open while a body is read, and what becomes of it when it closes.

use rostrum_model::{Block, Cell, Figure, Inline, Row};

use super::{Builder, Element, Tag};

/// An element that is open.
#[derive(Debug)]
pub(super) struct Frame {
    /// Its name.
    pub(super) name: String,
    /// What it becomes.
    pub(super) kind: Kind,
    /// How many marks words had when it opened.
    pub(super) marks: usize,
}

/// What an open element becomes.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing: what it holds goes where it stands itself.
    Flat,
    /// A heading.
    Heading { level: u8, text: Vec<Inline> },
    /// A list.
    List { start: Option<u32>, items: Vec<Vec<Block>> },
    /// An item of a list.
    Item(Vec<Block>),
    /// A quotation.
    Quotation { body: Vec<Block>, attribution: Vec<Inline> },
    /// Who is quoted.
    Attribution(Vec<Inline>),
    /// A table.
    Table { caption: Vec<Inline>, rows: Vec<Row> },
    /// The caption of a table.
    TableCaption(Vec<Inline>),
    /// A row.
    Row(Vec<Cell>),
    /// A cell.
    Cell { is_header: bool, columns: usize, text: Vec<Inline> },
    /// A picture, or something else, with its caption.
    Figure { blocks: Vec<Block>, caption: Vec<Inline> },
    /// The caption of a picture.
    FigureCaption(Vec<Inline>),
    /// Text whose spaces count.
    Preformatted(String),
}

impl Frame {
    /// An element that opens.
    pub(super) fn new(name: &str, kind: Kind, marks: usize) -> Self {
        Self { name: name.to_owned(), kind, marks }
    }

    /// Whether it is only open for the language that it names.
    pub(super) fn has_language(&self) -> bool {
        self.kind == Kind::Flat
            && !matches!(super::element(&self.name), Element::List | Element::Table)
    }
}

impl Kind {
    /// What an element becomes when it closes; none if it has no end.
    pub(super) fn of(what: Element, tag: &Tag) -> Option<Self> {
        Some(match what {
            Element::Heading(level) => Self::Heading { level, text: Vec::new() },
            Element::List => {
                let start = (tag.name == "ol").then(|| first_number(tag));
                Self::List { start, items: Vec::new() }
            }
            Element::Item => Self::Item(Vec::new()),
            Element::Quotation => Self::Quotation { body: Vec::new(), attribution: Vec::new() },
            Element::Attribution => Self::Attribution(Vec::new()),
            Element::Table => Self::Table { caption: Vec::new(), rows: Vec::new() },
            Element::TableCaption => Self::TableCaption(Vec::new()),
            Element::Row => Self::Row(Vec::new()),
            Element::Cell => Self::Cell {
                is_header: tag.name == "th",
                columns: span(tag, "colspan"),
                text: Vec::new(),
            },
            Element::Figure => Self::Figure { blocks: Vec::new(), caption: Vec::new() },
            Element::FigureCaption => Self::FigureCaption(Vec::new()),
            Element::Preformatted => Self::Preformatted(String::new()),
            Element::Rule => return None,
            _ => Self::Flat,
        })
    }

    /// Whether it makes a level of its own.
    pub(super) fn nests(&self) -> bool {
        !matches!(self, Self::Flat)
    }

    /// Whether it holds a line and no blocks.
    pub(super) fn is_line(&self) -> bool {
        matches!(
            self,
            Self::Heading { .. }
                | Self::Attribution(_)
                | Self::TableCaption(_)
                | Self::Cell { .. }
                | Self::FigureCaption(_)
        )
    }

    /// The line that it holds.
    pub(super) fn line(&mut self) -> Option<&mut Vec<Inline>> {
        match self {
            Self::Heading { text, .. }
            | Self::Attribution(text)
            | Self::TableCaption(text)
            | Self::Cell { text, .. }
            | Self::FigureCaption(text) => Some(text),
            _ => None,
        }
    }

    /// The blocks that it holds.
    pub(super) fn blocks(&mut self) -> Option<&mut Vec<Block>> {
        match self {
            Self::Item(blocks)
            | Self::Quotation { body: blocks, .. }
            | Self::Figure { blocks, .. } => Some(blocks),
            // What stands beside the items of a list goes into the last one.
            Self::List { items, .. } => {
                if items.is_empty() {
                    items.push(Vec::new());
                }
                items.last_mut()
            }
            _ => None,
        }
    }
}

/// Over how many columns or rows a cell reaches; more than can be read would make a text grow.
pub(super) fn span(tag: &Tag, direction: &str) -> usize {
    let written = tag.attribute(direction).and_then(|span| span.trim().parse().ok());
    written.unwrap_or(1).clamp(1, 20)
}

/// Markdown writes at most nine digits.
fn first_number(tag: &Tag) -> u32 {
    let written = tag.attribute("start").and_then(|start| start.trim().parse().ok());
    written.filter(|first| *first <= 999_999_999).unwrap_or(1)
}

impl Builder<'_> {
    /// Puts what has closed where it belongs.
    pub(super) fn close(&mut self, kind: Kind) {
        match kind {
            Kind::Flat => {}
            Kind::Heading { level, text } => {
                if !text.is_empty() {
                    self.push(Block::Heading { level, text });
                }
            }
            Kind::List { start, mut items } => {
                items.retain(|item| !item.is_empty());
                if !items.is_empty() {
                    self.push(Block::List { start, items });
                }
            }
            Kind::Item(blocks) => match self.outer() {
                Some(Kind::List { items, .. }) => items.push(blocks),
                _ => blocks.into_iter().for_each(|block| self.push(block)),
            },
            Kind::Quotation { mut body, mut attribution } => {
                if body.is_empty() && !attribution.is_empty() {
                    body.push(Block::Paragraph { text: std::mem::take(&mut attribution) });
                }
                if !body.is_empty() {
                    self.push(Block::Quotation { body, attribution });
                }
            }
            Kind::Attribution(text) => self.close_line(text, |outer| match outer {
                Kind::Quotation { attribution, .. } => Some(attribution),
                _ => None,
            }),
            Kind::TableCaption(text) => self.close_line(text, |outer| match outer {
                Kind::Table { caption, .. } => Some(caption),
                _ => None,
            }),
            Kind::FigureCaption(text) => self.close_line(text, |outer| match outer {
                Kind::Figure { caption, .. } => Some(caption),
                _ => None,
            }),
            Kind::Table { caption, rows } => self.close_table(caption, rows),
            Kind::Row(cells) => {
                if let Some(Kind::Table { rows, .. }) = self.outer()
                    && !cells.is_empty()
                {
                    rows.push(Row { cells });
                }
            }
            Kind::Cell { is_header, columns, text } => {
                if let Some(Kind::Row(cells)) = self.outer() {
                    cells.push(Cell { text, is_header });
                    // What stands after it stays under its own header.
                    let empty = Cell { text: Vec::new(), is_header };
                    cells.extend(std::iter::repeat_n(empty, columns - 1));
                }
            }
            Kind::Figure { blocks, caption } => self.close_figure(blocks, caption),
            Kind::Preformatted(text) => self.close_code(&text),
        }
    }

    /// The innermost frame that says something.
    fn outer(&mut self) -> Option<&mut Kind> {
        self.stack.iter_mut().rev().map(|frame| &mut frame.kind).find(|kind| **kind != Kind::Flat)
    }

    /// Gives a line to what holds it, if it has none yet; else it becomes a paragraph.
    fn close_line(
        &mut self,
        text: Vec<Inline>,
        place: impl Fn(&mut Kind) -> Option<&mut Vec<Inline>>,
    ) {
        if text.is_empty() {
            return;
        }
        match self.outer().and_then(place) {
            Some(line) if line.is_empty() => *line = text,
            _ => self.push(Block::Paragraph { text }),
        }
    }

    fn close_table(&mut self, caption: Vec<Inline>, mut rows: Vec<Row>) {
        rows.retain(|row| row.cells.iter().any(|cell| !cell.text.is_empty()));
        if rows.is_empty() {
            if !caption.is_empty() {
                self.push(Block::Paragraph { text: caption });
            }
            return;
        }
        self.push(Block::Table { caption, rows });
    }

    fn close_code(&mut self, text: &str) {
        let text = text.replace("\r\n", "\n");
        let text = text.strip_prefix('\n').unwrap_or(&text);
        let mut text: String =
            text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
        if text.trim().is_empty() {
            return;
        }
        if !text.ends_with('\n') {
            text.push('\n');
        }
        self.push(Block::Code { text });
    }

    /// A caption belongs to the picture or table before it.
    fn close_figure(&mut self, mut blocks: Vec<Block>, caption: Vec<Inline>) {
        let place = match blocks.as_mut_slice() {
            [.., Block::Figure(Figure { caption, .. })] | [Block::Table { caption, .. }] => {
                Some(caption).filter(|caption| caption.is_empty())
            }
            _ => None,
        };
        match place {
            Some(place) => *place = caption,
            None if caption.is_empty() => {}
            None => blocks.push(Block::Paragraph { text: caption }),
        }
        blocks.into_iter().for_each(|block| self.push(block));
    }
}

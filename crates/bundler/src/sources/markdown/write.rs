//! Blocks as Markdown that reads back as the same blocks.
//!
//! Each block is written in the plainest form that says it: Markdown, then Markdown whose marks are
//! tags (`<strong>` within a word), then HTML. Which form says it is not guessed: it is read back
//! and compared, so that what was imported and what is published cannot differ.

use rostrum_model::{Block, Figure, Inline, Row, plain_text};

use super::{escape::escape, read_markdown};
use crate::{
    finding::Findings,
    html::{tags, write_block},
    sources::Source,
};

/// Blocks as Markdown, with a line break at the end.
pub(crate) fn write_markdown(blocks: &[Block]) -> String {
    let markdown = write_blocks(blocks);
    if says(&markdown, blocks) {
        return markdown;
    }
    let html: Vec<_> = blocks.iter().map(write_block).collect();
    html.join("\n\n") + "\n"
}

/// Whether Markdown reads as these blocks, with nothing to tell of.
fn says(markdown: &str, blocks: &[Block]) -> bool {
    let mut findings = Findings::default();
    let source = Source::new("", markdown);
    read_markdown(&source, 0..markdown.len(), &mut findings) == blocks && findings.is_empty()
}

fn write_blocks(blocks: &[Block]) -> String {
    let mut text = String::new();
    let mut previous: Option<&Block> = None;
    let mut is_other_list = false;
    for block in blocks {
        // Two lists in a row are told apart by their marks.
        is_other_list = !is_other_list
            && matches!((previous, block), (Some(Block::List { start: one, .. }), Block::List { start, .. }) if one.is_some() == start.is_some());
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&write(block, is_other_list));
        text.push('\n');
        previous = Some(block);
    }
    text
}

/// The first form of a block that says it.
fn write(block: &Block, is_other_list: bool) -> String {
    let forms = [Form::Markdown, Form::Tags];
    let mut written = forms.iter().filter_map(|form| write_as(block, *form, is_other_list));
    written
        .find(|markdown| says(markdown, std::slice::from_ref(block)))
        .unwrap_or_else(|| write_block(block))
}

/// How marks on words are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Markdown,
    Tags,
}

fn write_as(block: &Block, form: Form, is_other_list: bool) -> Option<String> {
    Some(match block {
        Block::Paragraph { text } => Line::paragraph(form).write(text),
        Block::Heading { level, text } => {
            let marks = "#".repeat(usize::from(*level));
            format!("{marks} {}", Line::single(form).write(text))
        }
        Block::List { start, items } => write_list(*start, items, is_other_list),
        Block::Quotation { body, attribution } => {
            let mut text = write_blocks(body);
            if !attribution.is_empty() {
                text.push_str("\n— ");
                text.push_str(&Line::single(form).write(attribution));
            }
            indent(text.trim_end(), "> ", "> ")
        }
        Block::Table { caption, rows } if caption.is_empty() => write_table(rows, form)?,
        Block::Figure(figure) => write_figure(figure)?,
        Block::Code { text } => {
            let fence = "`".repeat(longest_run(text, '`').max(2) + 1);
            format!("{fence}\n{text}{fence}")
        }
        Block::Rule => "___".to_owned(),
        Block::Table { .. } => return None,
    })
}

fn write_list(start: Option<u32>, items: &[Vec<Block>], is_other_list: bool) -> String {
    let is_short = |item: &Vec<Block>| {
        matches!(
            &item[..],
            [Block::Paragraph { .. }] | [Block::Paragraph { .. }, Block::List { .. }]
        )
    };
    let is_tight = items.iter().all(is_short);
    let item = |(number, item): (usize, &Vec<Block>)| {
        let mark = match start {
            None => if is_other_list { "* " } else { "- " }.to_owned(),
            Some(first) => {
                let number = u64::from(first) + number as u64;
                format!("{number}{} ", if is_other_list { ')' } else { '.' })
            }
        };
        let mut text = write_blocks(item);
        if is_tight {
            text = text.replacen("\n\n", "\n", 1);
        }
        indent(text.trim_end(), &mark, &" ".repeat(mark.len()))
    };
    let items: Vec<_> = items.iter().enumerate().map(item).collect();
    items.join(if is_tight { "\n" } else { "\n\n" })
}

/// Puts a mark before the first line and the same width before the others.
fn indent(text: &str, first: &str, others: &str) -> String {
    let mut indented = String::new();
    for (number, line) in text.split('\n').enumerate() {
        let mark = if number == 0 { first } else { others };
        if number > 0 {
            indented.push('\n');
        }
        indented.push_str(if line.is_empty() { mark.trim_end() } else { mark });
        indented.push_str(line);
    }
    indented
}

fn write_table(rows: &[Row], form: Form) -> Option<String> {
    let row = |row: &Row| {
        let cells = row
            .cells
            .iter()
            .map(|cell| format!(" {} |", Line::single(form).write(&cell.text).replace('|', "\\|")));
        format!("|{}", cells.collect::<String>())
    };
    let mut lines: Vec<String> = rows.iter().map(row).collect();
    let columns = rows.first()?.cells.len();
    lines.insert(1, format!("|{}", " --- |".repeat(columns)));
    Some(lines.join("\n"))
}

fn write_figure(figure: &Figure) -> Option<String> {
    let Figure { source, alternative, caption, width: None, height: None } = figure else {
        return None;
    };
    let caption = match &caption[..] {
        [] => String::new(),
        [Inline::Text { text }] => {
            format!(" \"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
        }
        _ => return None,
    };
    Some(format!(
        "![{}]({}{caption})",
        escape(alternative, false).replace(']', "\\]"),
        destination(source.as_str())
    ))
}

/// The address of a link, in angle brackets where it would end too early.
fn destination(address: &str) -> String {
    if address.contains(['(', ')', '<', '>', '\\']) {
        format!("<{}>", address.replace('\\', "\\\\").replace('<', "\\<").replace('>', "\\>"))
    } else {
        address.to_owned()
    }
}

fn longest_run(text: &str, character: char) -> usize {
    text.split(|other| other != character).map(str::len).max().unwrap_or_default()
}

/// A run of text as it is written.
struct Line {
    form: Form,
    /// How a line break within it is written.
    end: &'static str,
    text: String,
}

impl Line {
    /// A text that may have several lines.
    fn paragraph(form: Form) -> Self {
        Self { form, end: "\\\n", text: String::new() }
    }

    /// A text that has to stand on one line.
    fn single(form: Form) -> Self {
        Self { form, end: "<br>", text: String::new() }
    }

    fn write(mut self, inlines: &[Inline]) -> String {
        self.inlines(inlines);
        self.text
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            self.inline(inline);
        }
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Text { text } => {
                let begins_line = self.text.is_empty() || self.text.ends_with('\n');
                self.text.push_str(&escape(text, begins_line));
            }
            Inline::Break => self.text.push_str(self.end),
            Inline::Code { text } if self.form == Form::Markdown => self.code(text),
            Inline::Code { text } => self.between("<code>", &[Inline::plain(text)], "</code>"),
            Inline::Emphasis { text } if self.form == Form::Markdown => {
                self.between("*", text, "*");
            }
            Inline::Strong { text } if self.form == Form::Markdown => {
                self.between("**", text, "**");
            }
            Inline::Link { href, text } if self.form == Form::Markdown => {
                if plain_text(text) == href.as_str() && href.as_str().starts_with("http") {
                    ["<", href.as_str(), ">"].iter().for_each(|part| self.text.push_str(part));
                } else {
                    self.between("[", text, "](");
                    self.text.push_str(&destination(href.as_str()));
                    self.text.push(')');
                }
            }
            marked => {
                let (open, text, close) = tags(marked);
                self.between(&open, text, close);
            }
        }
    }

    fn between(&mut self, open: &str, inlines: &[Inline], close: &str) {
        self.text.push_str(open);
        self.inlines(inlines);
        self.text.push_str(close);
    }

    fn code(&mut self, text: &str) {
        let ticks = "`".repeat(longest_run(text, '`') + 1);
        let space =
            if text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']) { " " } else { "" };
        [&ticks, space, text, space, &ticks].iter().for_each(|part| self.text.push_str(part));
    }
}

#[cfg(test)]
mod tests;

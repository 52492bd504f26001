//! Blocks, built from tokens in one pass.
//!
//! The stack holds what is open. It is bounded, and what would nest deeper is read as if its tags
//! were not there, so no text can make reading slow or exhaust the stack of a later reader.

mod frame;
mod media;
mod opening;

use std::ops::Range;

use rostrum_model::{Block, Inline};

use self::frame::{Frame, Kind};
use super::{
    LineEnds, Markup,
    element::{Element, element, is_void},
    line::Line,
    report::Report,
    tag::Mark,
    token::{Tag, Token},
};
use crate::finding::{Findings, Place};

/// Builds blocks.
pub(super) struct Builder<'b> {
    markup: &'b Markup<'b>,
    blocks: Vec<Block>,
    stack: Vec<Frame>,
    line: Line,
    /// Pictures that stood within the line.
    pictures: Vec<Block>,
    /// The name of the element whose text is left out, and where it began.
    hidden: Option<(String, Range<usize>)>,
    report: Report,
}

impl<'b> Builder<'b> {
    /// A builder that has read nothing.
    pub(super) fn new(markup: &'b Markup<'b>) -> Self {
        Self {
            markup,
            blocks: Vec::new(),
            stack: Vec::new(),
            line: Line::default(),
            pictures: Vec::new(),
            hidden: None,
            report: Report::default(),
        }
    }

    /// What was read, once all is.
    pub(super) fn finish(
        mut self,
        place: &dyn Fn(Range<usize>) -> Place,
        findings: &mut Findings,
    ) -> Vec<Block> {
        self.close_down_to(0);
        self.flush();
        self.report.tell(place, findings);
        self.blocks
    }

    /// Takes the next token.
    pub(super) fn take(&mut self, token: Token) {
        match token {
            Token::Start(tag) => self.start(&tag),
            Token::End(name) => self.end(&name),
            Token::Text(text) => {
                self.hidden = None;
                self.text(&text);
            }
            Token::Raw(text) => match self.hidden.take() {
                Some((name, bytes)) if !text.trim().is_empty() => self.report.add(
                    format!("the content of `<{name}>` is not kept"),
                    "if it says something to readers, write it as text",
                    &bytes,
                ),
                Some(_) => {}
                None => self.text(&text),
            },
            Token::Comment(text, bytes) => self.comment(&text, &bytes),
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(Frame { kind: Kind::Preformatted(code), .. }) = self.stack.last_mut() {
            code.push_str(text);
        } else if self.markup.line_ends == LineEnds::Breaks && self.inline_frame().is_none() {
            for (number, line) in text.split('\n').enumerate() {
                if number > 0 {
                    self.line.break_line();
                }
                if !line.trim().is_empty() {
                    self.split_at_blank_line();
                }
                self.line.text(line);
            }
        } else {
            if !text.trim().is_empty() {
                self.split_at_blank_line();
            }
            self.line.text(text);
        }
    }

    /// Two line breaks in a paragraph are how old editors ended it.
    fn split_at_blank_line(&mut self) {
        if self.line.has_blank_line() && self.inline_frame().is_none() {
            self.flush();
        }
    }

    fn comment(&mut self, text: &str, bytes: &Range<usize>) {
        if let Some(kept) = text.strip_prefix("[CDATA[") {
            self.text(kept.trim_end_matches("]]"));
        }
        let text = text.trim();
        if text.starts_with("wp:") && text.ends_with('/') {
            let name = text.split([' ', '/']).next().unwrap_or_default();
            self.report.add(
                format!("the block `{name}` is made by WordPress when a page is shown, so it is not kept"),
                "",
                bytes,
            );
        }
    }

    fn start(&mut self, tag: &Tag) {
        self.tell_handlers(tag);
        let name = tag.name.as_str();
        let what = element(name);
        match what {
            Element::Mark => self.mark(tag),
            Element::Attribution if !self.is_attribution() && name == "cite" => self.mark(tag),
            Element::Attribution if !self.is_attribution() => self.end_line(),
            Element::Transparent => {
                if let Some(mark) = Mark::language(tag, self.markup) {
                    self.line.mark(name, mark, self.first_mark());
                }
            }
            Element::Break => match self.stack.last_mut() {
                Some(Frame { kind: Kind::Preformatted(code), .. }) => code.push('\n'),
                _ => self.line.break_line(),
            },
            Element::Quoted => self.text("“"),
            Element::Picture => self.picture(tag),
            Element::Embedded => self.embedded(tag),
            Element::Hidden => {
                // A script with an address has no text; it is told of all the same.
                if let Some(address) = tag.attribute("src") {
                    self.report.add(
                        format!("`<{name}>` from {address} is not kept"),
                        "",
                        &tag.bytes,
                    );
                }
                self.hidden = Some((name.to_owned(), tag.bytes.clone()));
            }
            Element::Unknown => {
                if !is_void(name) || name == "input" {
                    self.report.add(format!("`<{name}>` is not kept; its text is"), "", &tag.bytes);
                }
            }
            _ => self.start_block(what, tag),
        }
    }

    fn mark(&mut self, tag: &Tag) {
        if matches!(self.stack.last(), Some(Frame { kind: Kind::Preformatted(_), .. })) {
            return;
        }
        match Mark::of(tag, self.markup) {
            Ok(Some(mark)) => {
                if !self.line.mark(&tag.name, mark, self.first_mark()) {
                    self.report.add(
                        "words have too many marks here; those from here on are not kept"
                            .to_owned(),
                        "",
                        &tag.bytes,
                    );
                }
            }
            Ok(None) => {}
            Err(reason) => self.report.add(reason, "the text is kept without the link", &tag.bytes),
        }
    }

    fn end(&mut self, name: &str) {
        self.hidden = None;
        let what = element(name);
        match what {
            Element::Quoted => return self.line_text("”"),
            Element::Paragraph | Element::Part => self.end_line(),
            Element::Mark | Element::Transparent => {
                return self.line.unmark(name, self.first_mark());
            }
            _ => {}
        }
        let is_table =
            matches!(what, Element::Table | Element::Row | Element::Cell | Element::TableCaption);
        let mut frames = self.stack.iter().enumerate().rev();
        let found = frames
            .by_ref()
            .take_while(|(_, frame)| is_table || !matches!(frame.kind, Kind::Cell { .. }))
            .find(|(_, frame)| frame.name == name)
            .map(|(position, _)| position);
        match found {
            Some(position) => self.close_down_to(position),
            None if name == "cite" => self.line.unmark(name, self.first_mark()),
            None if name == "footer" => self.end_line(),
            None => {}
        }
    }

    fn line_text(&mut self, text: &str) {
        self.line.text(text);
    }

    /// Whether an element that can say who is quoted does so here.
    fn is_attribution(&self) -> bool {
        self.line.is_empty()
            && self
                .stack
                .iter()
                .rev()
                .find(|frame| frame.kind != Kind::Flat)
                .is_some_and(|frame| matches!(frame.kind, Kind::Quotation { .. }))
    }

    /// The number of marks that were there before what is open now.
    fn first_mark(&self) -> usize {
        self.stack
            .iter()
            .rev()
            .find(|frame| frame.kind != Kind::Flat)
            .map_or(0, |frame| frame.marks)
    }

    /// The innermost frame, if it holds a line and no blocks.
    fn inline_frame(&mut self) -> Option<&mut Vec<Inline>> {
        self.stack
            .iter_mut()
            .rev()
            .find(|frame| frame.kind != Kind::Flat)
            .and_then(|frame| frame.kind.line())
    }

    /// Ends the line where a block begins or ends.
    fn end_line(&mut self) {
        if self.inline_frame().is_some() {
            self.line.end();
        } else {
            self.flush();
        }
    }

    /// Puts the line where it belongs.
    fn flush(&mut self) {
        let words = self.line.take();
        if let Some(line) = self.inline_frame() {
            super::line::extend(line, words);
        } else if !words.is_empty() {
            self.push(Block::Paragraph { text: words });
        }
        for picture in std::mem::take(&mut self.pictures) {
            self.push(picture);
        }
    }

    fn push(&mut self, block: Block) {
        match self.stack.iter_mut().rev().find_map(|frame| frame.kind.blocks()) {
            Some(blocks) => blocks.push(block),
            None => self.blocks.push(block),
        }
    }

    fn close_down_to(&mut self, count: usize) {
        while self.stack.len() > count {
            self.flush();
            let Some(frame) = self.stack.pop() else { return };
            if frame.kind != Kind::Flat || frame.has_language() {
                self.line.keep_marks(frame.marks);
            }
            self.close(frame.kind);
            let keeps = self.inline_frame().is_some();
            self.line.keep_breaks(keeps);
        }
    }
}

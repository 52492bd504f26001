//! How blocks open: what they close without saying so, and what they can be where they stand.

use rostrum_model::Block;

use super::{
    super::{element::element, tag::Mark},
    Builder, Element, Frame, Kind, Tag,
    frame::span,
};

/// How many blocks may stand within one another.
const DEEPEST: usize = 20;
/// How many elements may be open, those that say nothing too.
const MOST_OPEN: usize = 64;

impl Builder<'_> {
    /// Opens a block.
    pub(super) fn start_block(&mut self, what: Element, tag: &Tag) {
        self.leave_unclosed(what);
        if matches!(self.stack.last(), Some(Frame { kind: Kind::Preformatted(_), .. })) {
            return;
        }
        self.end_line();
        let within_line = self.inline_frame().is_some();
        let depth = self.stack.iter().filter(|frame| frame.kind.nests()).count();
        let kind = match Kind::of(what, tag) {
            Some(_) if within_line => Kind::Flat,
            Some(kind) if kind.nests() && depth >= DEEPEST => {
                self.report.add(
                    "this is nested too deeply; the levels from here on are read as one".to_owned(),
                    "use fewer levels of lists, quotations and tables",
                    &tag.bytes,
                );
                Kind::Flat
            }
            Some(kind) => self.fitting(kind),
            None => {
                if what == Element::Rule && !within_line {
                    self.push(Block::Rule);
                }
                return;
            }
        };
        if within_line && matches!(what, Element::List | Element::Table | Element::Quotation) {
            self.report.add(
                format!("`<{}>` within a cell, heading or caption becomes lines", tag.name),
                "",
                &tag.bytes,
            );
        }
        self.tell_shape(tag);
        let language = Mark::language(tag, self.markup);
        let says_nothing = kind == Kind::Flat && language.is_none();
        if self.stack.len() >= MOST_OPEN || (says_nothing && matches!(what, Element::Part)) {
            return;
        }
        self.line.keep_breaks(within_line || kind.is_line());
        self.stack.push(Frame::new(&tag.name, kind, self.line.marks()));
        if let Some(mark) = language {
            self.line.mark(&tag.name, mark, self.first_mark());
        }
    }

    /// Tells of shapes that blocks cannot have.
    fn tell_shape(&mut self, tag: &Tag) {
        let (message, help) = match tag.name.as_str() {
            "td" | "th" if span(tag, "rowspan") > 1 => (
                "a cell over several rows is kept in the first of them",
                "look through the table, and repeat the cell where it is missing",
            ),
            "td" | "th" if span(tag, "colspan") > 1 => (
                "a cell over several columns is kept in the first of them",
                "look through the table; the others are empty",
            ),
            "dl" => ("a list of terms becomes paragraphs", "write it as a list or a table"),
            _ => return,
        };
        self.report.add(message.to_owned(), help, &tag.bytes);
    }

    /// The kind of a block where it stands: an item, row or cell needs what holds it.
    fn fitting(&mut self, kind: Kind) -> Kind {
        let is_within = |frames: &[Frame], test: fn(&Kind) -> bool| {
            frames
                .iter()
                .rev()
                .find(|frame| frame.kind != Kind::Flat)
                .is_some_and(|frame| test(&frame.kind))
        };
        match kind {
            Kind::Item(_) if !is_within(&self.stack, |kind| matches!(kind, Kind::List { .. })) => {
                Kind::Flat
            }
            Kind::Row(_) | Kind::TableCaption(_)
                if !is_within(&self.stack, |kind| matches!(kind, Kind::Table { .. })) =>
            {
                Kind::Flat
            }
            Kind::Cell { .. } => {
                if is_within(&self.stack, |kind| matches!(kind, Kind::Table { .. })) {
                    self.stack.push(Frame::new("tr", Kind::Row(Vec::new()), self.line.marks()));
                }
                if is_within(&self.stack, |kind| matches!(kind, Kind::Row(_))) {
                    kind
                } else {
                    Kind::Flat
                }
            }
            Kind::FigureCaption(_)
                if !is_within(&self.stack, |kind| matches!(kind, Kind::Figure { .. })) =>
            {
                Kind::Flat
            }
            Kind::Attribution(_)
                if !is_within(&self.stack, |kind| matches!(kind, Kind::Quotation { .. })) =>
            {
                Kind::Flat
            }
            kind => kind,
        }
    }

    /// Closes what a block ends without saying so.
    fn leave_unclosed(&mut self, what: Element) {
        let closes = |kind: &Kind| match what {
            Element::Heading(_) => matches!(kind, Kind::Heading { .. }),
            Element::Item => matches!(kind, Kind::Item(_)),
            Element::Row => matches!(kind, Kind::Row(_) | Kind::TableCaption(_)),
            Element::Cell => matches!(kind, Kind::Cell { .. } | Kind::TableCaption(_)),
            _ => false,
        };
        let stops = |kind: &Kind| match what {
            Element::Item => matches!(kind, Kind::List { .. } | Kind::Table { .. }),
            _ => matches!(kind, Kind::Table { .. }),
        };
        let is_paragraph = |frame: &Frame| frame.name == "p";
        if self.stack.last().is_some_and(is_paragraph) {
            let position = self.stack.len() - 1;
            self.close_down_to(position);
        }
        // A nested table, list or the like that became lines keeps its rows and items to itself.
        let flat = |frame: &Frame| {
            frame.kind == Kind::Flat
                && matches!(element(&frame.name), Element::Table | Element::List)
        };
        let mut found = None;
        for (position, frame) in self.stack.iter().enumerate().rev() {
            if stops(&frame.kind) || flat(frame) {
                break;
            }
            if closes(&frame.kind) {
                found = Some(position);
            }
        }
        if let Some(position) = found {
            self.close_down_to(position);
        }
    }
}

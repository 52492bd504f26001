//! A line of words as it is read: spaces collapse as in HTML, and marks open when their first
//! word comes, so that none is empty and none begins or ends with a space.

use rostrum_model::Inline;

use super::tag::Mark;

/// How many marks words may have at once.
const MOST_MARKS: usize = 8;

/// A line, with the marks that the next word will have.
#[derive(Debug, Default)]
pub(super) struct Line {
    wanted: Vec<(String, Mark)>,
    /// Runs whose marks are the first ones of `wanted`.
    open: Vec<Vec<Inline>>,
    root: Vec<Inline>,
    has_space: bool,
    breaks: usize,
    keeps_breaks: bool,
}

impl Line {
    /// How many marks the next word will have.
    pub(super) fn marks(&self) -> usize {
        self.wanted.len()
    }

    /// Whether it has no word yet.
    pub(super) fn is_empty(&self) -> bool {
        self.root.is_empty() && self.open.is_empty()
    }

    /// Whether two line breaks follow the last word.
    pub(super) fn has_blank_line(&self) -> bool {
        self.breaks > 1 && !self.is_empty()
    }

    /// Where the next word links to.
    pub(super) fn link(&self) -> Option<&rostrum_model::Href> {
        self.wanted.iter().find_map(|(_, mark)| match mark {
            Mark::Link(href) => Some(href),
            _ => None,
        })
    }

    /// Marks the words from here on. False if they have too many marks already.
    pub(super) fn mark(&mut self, name: &str, mark: Mark, from: usize) -> bool {
        if let Some(position) = self.wanted.iter().rposition(|(_, present)| mark.excludes(present))
        {
            if self.wanted[position].1 == mark || position < from {
                return self.wanted.len() < MOST_MARKS;
            }
            self.unmark_at(position);
        }
        if self.wanted.len() >= MOST_MARKS {
            return false;
        }
        self.wanted.push((name.to_owned(), mark));
        true
    }

    /// Ends the mark that an element made, if it made one after the first `from`.
    pub(super) fn unmark(&mut self, name: &str, from: usize) {
        let own = self.wanted.get(from..).unwrap_or_default();
        if let Some(position) = own.iter().rposition(|(present, _)| present == name) {
            self.unmark_at(from + position);
        }
    }

    /// Ends all marks but the first ones.
    pub(super) fn keep_marks(&mut self, count: usize) {
        if count < self.wanted.len() {
            self.close_down_to(count);
            self.wanted.truncate(count);
        }
    }

    /// Adds text as HTML has it.
    pub(super) fn text(&mut self, text: &str) {
        for character in text.chars() {
            match character {
                ' ' | '\t' | '\n' | '\r' | '\u{c}' => self.has_space = true,
                _ if character.is_control() => {}
                _ if character.is_whitespace() && (self.is_empty() || self.breaks > 0) => {}
                _ => self.character(character),
            }
        }
    }

    /// Adds a line break, if words follow.
    pub(super) fn break_line(&mut self) {
        if !self.is_empty() {
            self.breaks += 1;
        }
    }

    /// Ends the line, if words follow and it has not ended yet.
    pub(super) fn end(&mut self) {
        if !self.is_empty() {
            self.breaks = self.breaks.max(1);
        }
    }

    /// The words so far. The marks go on.
    pub(super) fn take(&mut self) -> Vec<Inline> {
        self.close_down_to(0);
        self.has_space = false;
        self.breaks = 0;
        let mut words = std::mem::take(&mut self.root);
        trim_end(&mut words);
        words
    }

    /// Keeps every line break between words, where otherwise several are one.
    pub(super) fn keep_breaks(&mut self, keeps: bool) {
        self.keeps_breaks = keeps;
    }

    fn character(&mut self, character: char) {
        if self.breaks > 0 {
            trim_end(self.open.last_mut().unwrap_or(&mut self.root));
            let breaks = if self.keeps_breaks { self.breaks.min(2) } else { 1 };
            for _ in 0..breaks {
                self.run().push(Inline::Break);
            }
        } else if self.has_space && !self.is_empty() {
            push(self.run(), ' ');
        }
        self.breaks = 0;
        self.has_space = false;
        while self.open.len() < self.wanted.len() {
            self.open.push(Vec::new());
        }
        push(self.run(), character);
    }

    fn run(&mut self) -> &mut Vec<Inline> {
        self.open.last_mut().unwrap_or(&mut self.root)
    }

    fn unmark_at(&mut self, position: usize) {
        self.close_down_to(position);
        self.wanted.remove(position);
    }

    fn close_down_to(&mut self, count: usize) {
        while self.open.len() > count {
            let Some(mut text) = self.open.pop() else { return };
            let mark = self.wanted[self.open.len()].1.clone();
            trim_blank(&mut text);
            if text.is_empty() {
                self.has_space = true;
            } else {
                append(self.run(), mark.on(text));
            }
        }
    }
}

/// Empties a run that has nothing but spaces that do not collapse (U+00A0).
fn trim_blank(inlines: &mut Vec<Inline>) {
    if rostrum_model::plain_text(inlines).trim().is_empty() {
        inlines.clear();
    }
}

/// Adds a run; what has the same marks as the run before becomes one with it.
fn append(inlines: &mut Vec<Inline>, next: Inline) {
    use Inline::{Abbreviation, Code, Emphasis, Link, Span, Strong, Subscript, Superscript, Text};
    match (inlines.last_mut(), next) {
        (Some(Text { text: last }), Text { text }) | (Some(Code { text: last }), Code { text }) => {
            last.push_str(&text);
        }
        (Some(Emphasis { text: last }), Emphasis { text })
        | (Some(Strong { text: last }), Strong { text })
        | (Some(Subscript { text: last }), Subscript { text })
        | (Some(Superscript { text: last }), Superscript { text }) => extend(last, text),
        (Some(Link { href: one, text: last }), Link { href, text }) if *one == href => {
            extend(last, text);
        }
        (Some(Span { language: one, text: last }), Span { language, text }) if *one == language => {
            extend(last, text);
        }
        (Some(Abbreviation { title: one, text: last }), Abbreviation { title, text })
            if *one == title =>
        {
            extend(last, text);
        }
        (_, next) => inlines.push(next),
    }
}

/// Adds runs in order.
pub(super) fn extend(inlines: &mut Vec<Inline>, more: Vec<Inline>) {
    more.into_iter().for_each(|next| append(inlines, next));
}

fn push(run: &mut Vec<Inline>, character: char) {
    match run.last_mut() {
        Some(Inline::Text { text }) => text.push(character),
        _ => run.push(Inline::plain(character)),
    }
}

/// Takes spaces and line breaks off the end.
fn trim_end(inlines: &mut Vec<Inline>) {
    while let Some(last) = inlines.last_mut() {
        let is_empty = match last {
            Inline::Text { text } | Inline::Code { text } => {
                text.truncate(text.trim_end().len());
                text.is_empty()
            }
            Inline::Break => true,
            Inline::Emphasis { text }
            | Inline::Strong { text }
            | Inline::Link { text, .. }
            | Inline::Abbreviation { text, .. }
            | Inline::Subscript { text }
            | Inline::Superscript { text }
            | Inline::Span { text, .. } => {
                trim_end(text);
                text.is_empty()
            }
        };
        if !is_empty {
            return;
        }
        inlines.pop();
    }
}

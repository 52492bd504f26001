//! HTML from outside as blocks of the model, and blocks as HTML.
//!
//! The tokenizer is a library's (`html5gum`, WHATWG HTML, section 13.2.5); the tree is our own,
//! since it is not HTML's: only what the model can say is built, from a list of elements that are
//! known, in one pass, in time and memory that grow with the text alone. What is not on the list
//! never passes through: its text is kept, and it is told of with its place.
//!
//! - [`read_html`] reads a whole body; [`InlineTag`] reads one tag within Markdown.
//! - [`write_block`] and [`tags`] write what [`read_html`] reads back as the same.

mod builder;
mod element;
mod line;
mod page;
mod report;
mod tag;
mod token;
mod write;

use std::ops::Range;

use rostrum_model::{Block, Href, Language};
use url::Url;

pub(crate) use self::{
    page::{PageParts, page_parts},
    tag::{InlineTag, Mark, language_of},
    write::{tags, write_block},
};
use crate::finding::{Findings, Place};

/// The longest body that is read, in bytes.
pub(crate) const LONGEST: usize = 8 << 20;

/// What the ends of lines in the text mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum LineEnds {
    /// Nothing, as in HTML.
    #[default]
    Spaces,
    /// One is a line break, two end a paragraph: text that a content management system has kept
    /// before it makes HTML of it.
    Breaks,
}

/// A body in HTML.
#[derive(Clone, Copy)]
pub(crate) struct Markup<'m> {
    /// The HTML.
    pub(crate) html: &'m str,
    /// The address that its relative links start from, if they lead to another site.
    pub(crate) base: Option<&'m Url>,
    /// The language of the text around; words marked as of this language need no mark.
    pub(crate) language: Option<&'m Language>,
    /// What the ends of lines mean.
    pub(crate) line_ends: LineEnds,
}

impl<'m> Markup<'m> {
    /// HTML whose links stay as they are.
    pub(crate) fn new(html: &'m str) -> Self {
        Self { html, base: None, language: None, line_ends: LineEnds::default() }
    }

    /// A link's address, with the reason if it cannot be one.
    fn href(&self, address: &str) -> Result<Href, String> {
        href(address, self.base)
    }
}

/// Whether a text of so many bytes is too long to be read; then it is told of.
pub(crate) fn is_too_long(
    length: usize,
    place: impl FnOnce() -> Place,
    findings: &mut Findings,
) -> bool {
    if length > LONGEST {
        let megabytes = LONGEST >> 20;
        findings
            .error(place(), format!("a text of more than {megabytes} MB is not read"))
            .help("take out pictures that were pasted into it, or split it");
    }
    length > LONGEST
}

/// Reads a body. `place` gives the place of some of its bytes.
pub(crate) fn read_html(
    markup: &Markup<'_>,
    place: &dyn Fn(Range<usize>) -> Place,
    findings: &mut Findings,
) -> Vec<Block> {
    if is_too_long(markup.html.len(), || place(0..0), findings) {
        return Vec::new();
    }
    let mut builder = builder::Builder::new(markup);
    token::tokens(markup.html, &mut |token| builder.take(token));
    builder.finish(place, findings)
}

/// A link's address: resolved against the page that it stood on, if there is one. Relative links
/// that lead nowhere without a page are refused by [`Href`].
fn href(address: &str, base: Option<&Url>) -> Result<Href, String> {
    let address = address.trim_matches(|c: char| c.is_whitespace() || c.is_control());
    let parsed = match base {
        Some(base) if !address.starts_with('#') => {
            base.join(address).map_err(|error| format!("`{address}` cannot be a link: {error}"))?
        }
        _ => return address.parse().map_err(|error: rostrum_model::HrefError| error.to_string()),
    };
    String::from(parsed).parse().map_err(|error: rostrum_model::HrefError| error.to_string())
}

#[cfg(test)]
mod tests;

//! Runs of text within a paragraph: emphasis, links, pictures, line breaks.

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};
use rostrum_model::{Block, Figure, Href, Inline};

use super::Reader;

impl Reader<'_, '_> {
    /// The text up to the end of what holds it, which is taken if `has_end`; otherwise up to the
    /// next block or the end of the list item.
    ///
    /// A line break of the source stands as `\n` until the paragraph is finished.
    pub(super) fn inlines(&mut self, has_end: bool) -> Vec<Inline> {
        let mut inlines = Vec::new();
        while let Some((event, _)) = self.events.peek() {
            match event {
                Event::End(_) => {
                    if has_end {
                        self.events.next();
                    }
                    break;
                }
                Event::Start(tag) if super::is_block(tag) => break,
                Event::Rule => break,
                _ => self.inline(&mut inlines),
            }
        }
        inlines
    }

    fn inline(&mut self, inlines: &mut Vec<Inline>) {
        let Some((event, place)) = self.events.next() else { return };
        match event {
            Event::Text(text) => push_text(inlines, &text),
            Event::Code(text) => inlines.push(Inline::Code { text: text.into_string() }),
            Event::SoftBreak => push_text(inlines, "\n"),
            Event::HardBreak => inlines.push(Inline::Break),
            Event::Html(text) | Event::InlineHtml(text) => {
                self.warn(place, "HTML is not read; it will stand on the page as plain text")
                    .help("say it in Markdown; a character such as < is written \\<");
                push_text(inlines, &text);
            }
            Event::Start(Tag::Emphasis) => {
                let text = self.inlines(true);
                inlines.push(Inline::Emphasis { text });
            }
            Event::Start(Tag::Strong) => {
                let text = self.inlines(true);
                inlines.push(Inline::Strong { text });
            }
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                let text = self.inlines(true);
                let address = match link_type {
                    LinkType::Email => format!("mailto:{dest_url}"),
                    _ => dest_url.into_string(),
                };
                match address.parse::<Href>() {
                    Ok(href) => inlines.push(Inline::Link { href, text }),
                    Err(error) => {
                        self.warn(place, error.to_string())
                            .help("the text is kept without the link");
                        extend(inlines, text);
                    }
                }
            }
            Event::Start(Tag::Image { .. }) => {
                self.warn(place, "a picture within a line is not shown; its description is kept")
                    .help("put the picture into a paragraph of its own");
                extend(inlines, self.inlines(true));
            }
            // Nothing else is switched on; what it holds is kept all the same.
            Event::Start(_) => extend(inlines, self.inlines(true)),
            _ => {}
        }
    }

    /// The picture of a paragraph that holds one picture and nothing else, with its end.
    pub(super) fn figures(&mut self, has_end: bool) -> Option<Vec<Block>> {
        let (Event::Start(Tag::Image { .. }), place) = self.events.peek()? else { return None };
        let place = place.clone();
        let after = self.source.text().get(place.end + self.offset..).unwrap_or_default();
        let rest = after.lines().next().unwrap_or_default();
        let next = after.lines().nth(1).unwrap_or_default();
        if !has_end || !rest.trim().is_empty() || !next.trim().is_empty() {
            return None;
        }
        let (Event::Start(Tag::Image { dest_url, title, .. }), _) = self.events.next()? else {
            return None;
        };
        let description = self.inlines(true);
        // The paragraph's own end.
        self.events.next_if(|(event, _)| matches!(event, Event::End(TagEnd::Paragraph)));
        let caption = if title.is_empty() { Vec::new() } else { vec![Inline::plain(&*title)] };
        match dest_url.parse::<Href>() {
            Ok(source) => Some(vec![Block::Figure(Figure {
                source,
                alternative: plain_text(&description),
                caption,
                width: None,
                height: None,
            })]),
            Err(error) => {
                self.warn(place, error.to_string())
                    .help("the description is kept without the picture");
                let text = description.into_iter().chain(caption).collect();
                Some(vec![Block::Paragraph { text }])
            }
        }
    }
}

/// Adds inlines; texts that meet become one.
fn extend(inlines: &mut Vec<Inline>, more: Vec<Inline>) {
    for inline in more {
        match inline {
            Inline::Text { text } => push_text(inlines, &text),
            other => inlines.push(other),
        }
    }
}

fn push_text(inlines: &mut Vec<Inline>, more: &str) {
    match inlines.last_mut() {
        Some(Inline::Text { text }) => text.push_str(more),
        _ => inlines.push(Inline::plain(more)),
    }
}

/// The words of a run of text without its markup.
pub(super) fn plain_text(inlines: &[Inline]) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text { text } | Inline::Code { text } => text.replace('\n', " "),
            Inline::Break => " ".to_owned(),
            Inline::Emphasis { text }
            | Inline::Strong { text }
            | Inline::Link { text, .. }
            | Inline::Abbreviation { text, .. }
            | Inline::Subscript { text }
            | Inline::Superscript { text }
            | Inline::Span { text, .. } => plain_text(text),
        })
        .collect()
}

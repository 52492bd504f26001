//! Runs of text within a paragraph: emphasis, links, pictures, line breaks.

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};
use rostrum_model::{Block, Figure, Href, Inline, plain_text};

use super::Reader;
use crate::html::{InlineTag, Mark};

/// How many marks may stand within one another.
const MOST_MARKS: usize = 8;

/// A mark by a tag that is still open, with its words so far.
type Open = (&'static str, Mark, Vec<Inline>);

impl Reader<'_, '_> {
    /// The text up to the end of what holds it, which is taken if `has_end`; otherwise up to the
    /// next block or the end of the list item.
    ///
    /// A line break of the source stands as `\n` until the paragraph is finished.
    pub(super) fn inlines(&mut self, has_end: bool) -> Vec<Inline> {
        let mut inlines = Vec::new();
        let mut open: Vec<Open> = Vec::new();
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
                Event::Html(_) | Event::InlineHtml(_) => self.tag(&mut open, &mut inlines),
                _ => self.inline(open.last_mut().map_or(&mut inlines, |(_, _, words)| words)),
            }
        }
        while let Some((_, _, words)) = open.pop() {
            extend(open.last_mut().map_or(&mut inlines, |(_, _, words)| words), words);
        }
        inlines
    }

    /// A tag within the line.
    fn tag(&mut self, open: &mut Vec<Open>, inlines: &mut Vec<Inline>) {
        let Some((Event::Html(html) | Event::InlineHtml(html), place)) = self.events.next() else {
            return;
        };
        match InlineTag::read(&html) {
            InlineTag::Open(name, mark) if open.len() < MOST_MARKS => {
                open.push((name, mark, Vec::new()));
            }
            InlineTag::Close(name) if open.last().is_some_and(|(last, ..)| *last == name) => {
                let Some((_, mark, words)) = open.pop() else { return };
                let run = open.last_mut().map_or(inlines, |(_, _, words)| words);
                if !words.is_empty() {
                    run.push(mark.on(words));
                }
            }
            InlineTag::Break => {
                open.last_mut().map_or(inlines, |(_, _, words)| words).push(Inline::Break);
            }
            InlineTag::Comment => {}
            InlineTag::Open(name, _) | InlineTag::Close(name) => {
                self.warn(place, format!("this tag has no partner `<{name}>` or `</{name}>` within the same words, so it is not kept"))
                    .help("close what you open, the last one first; a character such as < is written \\<");
            }
            InlineTag::Refused(reason) => {
                self.warn(place, reason)
                    .help("say it in Markdown; a character such as < is written \\<");
            }
        }
    }

    fn inline(&mut self, inlines: &mut Vec<Inline>) {
        let Some((event, place)) = self.events.next() else { return };
        match event {
            Event::Text(text) => push_text(inlines, &text),
            Event::Code(text) => match readable(&text) {
                text if text.trim().is_empty() => push_text(inlines, " "),
                text => inlines.push(Inline::Code { text }),
            },
            Event::SoftBreak if matches!(inlines.last(), Some(Inline::Break)) => {}
            Event::SoftBreak => push_text(inlines, "\n"),
            Event::HardBreak => inlines.push(Inline::Break),
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
        let title = readable(&title);
        let caption = if title.is_empty() { Vec::new() } else { vec![Inline::plain(title)] };
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
    let more = readable(more);
    match inlines.last_mut() {
        Some(Inline::Text { text }) => text.push_str(&more),
        _ if more.is_empty() => {}
        _ => inlines.push(Inline::plain(more)),
    }
}

/// A text without the control characters that a damaged file has; the ends of lines stay.
fn readable(text: &str) -> String {
    let text = text.chars().map(|character| if character == '\t' { ' ' } else { character });
    text.filter(|character| !character.is_control() || *character == '\n').collect()
}

//! Pictures, and what comes from elsewhere.

use rostrum_model::{Block, Figure};

use super::{Builder, Tag};

/// Where pages put the address of a picture that is only loaded when it is seen.
const LAZY: [&str; 3] = ["data-src", "data-lazy-src", "data-original"];

impl Builder<'_> {
    /// Tells of attributes that would run a script.
    pub(super) fn tell_handlers(&mut self, tag: &Tag) {
        for (name, _) in &tag.attributes {
            if name.starts_with("on") && name.len() > 2 && name.chars().all(char::is_alphanumeric) {
                self.report.add(
                    format!("`{name}` on `<{}>` would run a script, so it is not kept", tag.name),
                    "",
                    &tag.bytes,
                );
            }
        }
    }

    /// A picture becomes a figure; within a line, after the paragraph.
    pub(super) fn picture(&mut self, tag: &Tag) {
        let alternative = tag.attribute("alt").unwrap_or_default();
        let alternative = alternative.split_whitespace().collect::<Vec<_>>().join(" ");
        let class = tag.attribute("class").unwrap_or_default();
        if class.contains("emoji") || class.contains("smiley") {
            return self.text(&alternative);
        }
        let size = |name: &str| {
            let written = tag.attribute(name)?.trim();
            written.strip_suffix("px").unwrap_or(written).parse::<u32>().ok()
        };
        let (width, height) = (size("width"), size("height"));
        if width.is_some_and(|width| width < 2) || height.is_some_and(|height| height < 2) {
            let message = "a picture of one pixel shows nothing and is not kept".to_owned();
            return self.report.add(message, "", &tag.bytes);
        }
        let addresses = std::iter::once("src").chain(LAZY).filter_map(|name| tag.attribute(name));
        let mut read = addresses.map(|address| self.markup.href(address)).collect::<Vec<_>>();
        let usable = read.iter().position(Result::is_ok).unwrap_or_default();
        let found = if read.is_empty() {
            Err("a picture has no address".to_owned())
        } else {
            read.swap_remove(usable).map_err(|reason| shortened(&reason))
        };
        match found {
            Ok(source) => {
                self.figure(
                    Figure { source, alternative, caption: Vec::new(), width, height },
                    tag,
                );
            }
            Err(reason) => {
                self.report.add(reason, "the picture's description is kept as text", &tag.bytes);
                self.text(&alternative);
            }
        }
    }

    fn figure(&mut self, figure: Figure, tag: &Tag) {
        if self.inline_frame().is_some() {
            let message = "a picture in a cell, heading or caption is not kept".to_owned();
            self.report.add(message, "its description is kept as text", &tag.bytes);
            return self.text(&figure.alternative);
        }
        self.tell_link(&figure.source, tag);
        if self.line.is_empty() {
            self.push(Block::Figure(figure));
        } else {
            self.pictures.push(Block::Figure(figure));
        }
    }

    /// A link around a picture is told of, unless it leads to the picture itself in another size.
    fn tell_link(&mut self, source: &rostrum_model::Href, tag: &Tag) {
        let Some(href) = self.line.link() else { return };
        let folder = |href: &rostrum_model::Href| {
            href.as_str().rsplit_once('/').map(|(folder, _)| folder.to_owned())
        };
        if folder(href) != folder(source) {
            let message = format!("the link to {href} around a picture is not kept");
            self.report.add(message, "put the link into the caption", &tag.bytes);
        }
    }

    /// Something from elsewhere cannot be shown, since it could do anything.
    pub(super) fn embedded(&mut self, tag: &Tag) {
        let name = tag.name.as_str();
        let address = ["src", "data", "href", "code"].iter().find_map(|name| tag.attribute(name));
        let is_part = matches!(name, "source" | "track") && address.is_none();
        if is_part {
            return;
        }
        let from = address.map(|address| format!(" from {}", shortened(address)));
        self.report.add(
            format!("`<{name}>`{} is not kept", from.unwrap_or_default()),
            "set a link to it instead",
            &tag.bytes,
        );
        if name == "iframe" {
            self.hidden = Some((name.to_owned(), tag.bytes.clone()));
        }
    }
}

/// An address as it can be told; those of pictures within the text itself are very long.
fn shortened(text: &str) -> String {
    const MOST: usize = 100;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

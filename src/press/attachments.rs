//! The files that go with a text: what each is called, of what type and how large it is, before a
//! visitor fetches it.

use rostrum_model::Attachment;

use super::blocks;
use crate::{
    element::{Element, element},
    site::Site,
};

/// The files that go with a text; none if there are none.
pub fn attachments(site: &Site, attachments: &[Attachment]) -> Option<Element> {
    let items = attachments.iter().map(|file| {
        let about = [kind(file), file.size.map(|size| site.messages.size(size))];
        let about: Vec<_> = about.into_iter().flatten().collect();
        let link = blocks::link(site, &file.href, file.name.as_str());
        let about = element("span")
            .class("meta")
            .with([" ", &about.join(&site.messages.separator())].concat());
        element("li").with((link, about))
    });
    let title = element("h2").attribute("id", "files").with(site.messages.files());
    let section = element("section").class("files").attribute("aria-labelledby", "files");
    let list = element("ul").attribute("role", "list").with_all(items);
    (!attachments.is_empty()).then(|| section.with((title, list)))
}

/// The ending that people know a type by, such as PDF; without one, the media type.
fn kind(file: &Attachment) -> Option<String> {
    let path = file.href.as_str().split(['?', '#']).next().unwrap_or_default();
    let ending = path.rsplit_once('.').map(|(_, ending)| ending);
    let ending = ending.filter(|ending| {
        (2..=4).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
    });
    let kind = ending.map_or_else(|| file.media_type.clone(), str::to_ascii_uppercase);
    (!kind.is_empty()).then_some(kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_is_told_by_its_ending_or_else_by_its_media_type() {
        let kind = |href: &str| {
            kind(&Attachment {
                name: "A file".to_owned(),
                href: href.parse().unwrap(),
                media_type: "text/calendar".to_owned(),
                size: None,
            })
        };
        assert_eq!(kind("https://example.org/rules.pdf?v=2").as_deref(), Some("PDF"));
        assert_eq!(kind("https://example.org/calendar").as_deref(), Some("text/calendar"));
        assert_eq!(kind("/files/a.b/rules").as_deref(), Some("text/calendar"));
    }
}

//! The timeline in files for other programs: a table for a spreadsheet, a calendar, data.

use crate::{
    element::{Element, element, link},
    site::Site,
};

/// Links to the files in the reader's language, else in the default one; none where there are none.
pub(super) fn exports(site: &Site) -> Option<Element> {
    let exports = &site.entry.timeline.exports;
    let languages = &site.entry.languages;
    let is_available = languages.available.contains(&site.language);
    let language = if is_available { &site.language } else { &languages.default };
    let suits =
        exports.iter().filter(|export| export.language.as_ref().is_none_or(|of| of == language));
    let items = suits.map(|export| {
        let href = [site.folder.as_str(), &export.file].concat();
        let file = link(href).attribute("download", true).with(export.format.as_str());
        let weight =
            element("span").class("meta").with([" ", &site.messages.size(export.size)].concat());
        element("li").with((file, weight))
    });
    let list = element("ul").class("inline").attribute("role", "list").with_all(items);
    let title = element("h2").attribute("id", "exports").with(site.messages.download());
    let section = element("section").class("exports").attribute("aria-labelledby", "exports");
    (!exports.is_empty()).then(|| section.with((title, list)))
}

//! The languages that a release was issued in. Each is a page of its own, so that a link to it leads
//! there and search engines find it.

use rostrum_model::Language;

use crate::{
    element::{Element, element, link},
    pages::Reading,
    site::Site,
};

/// What languages call themselves.
const NAMES: [(&str, &str); 14] = [
    ("ar", "العربية"),
    ("de", "Deutsch"),
    ("en", "English"),
    ("es", "Español"),
    ("fr", "Français"),
    ("hy", "Հայերեն"),
    ("it", "Italiano"),
    ("ka", "ქართული"),
    ("kk", "Қазақша"),
    ("ru", "Русский"),
    ("sr", "Српски"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("zh", "中文"),
];

/// The ways to a release in each of its languages; none if there is only one. The one that a reader is
/// given anyway has the address that names no language.
pub fn languages(site: &Site, reading: &Reading) -> Option<Element> {
    let versions = &reading.release.versions;
    let read = reading.version(site).map(|version| &version.language);
    let given = reading.release.version(&site.language).map(|version| &version.language);
    let way = |language: &Language| {
        let named = (given != Some(language)).then(|| language.clone());
        let current = (read == Some(language)).then_some("true");
        link(site.href(&reading.route(named)))
            .attribute("lang", language.as_str())
            .attribute("hreflang", language.as_str())
            .attribute("aria-current", current)
            .with(language_name(language))
    };
    (versions.len() > 1).then(|| {
        element("nav")
            .class("languages")
            .attribute("aria-label", site.messages.language_of_text())
            .with_all(versions.iter().map(|version| way(&version.language)))
    })
}

/// Marks an element with the language of what stands in it.
pub fn in_language(element: Element, language: &Language) -> Element {
    element.attribute("lang", language.as_str()).attribute("dir", language.direction())
}

/// What a language calls itself; its tag where that is not known.
pub fn language_name(language: &Language) -> String {
    let named = NAMES.iter().find(|(tag, _)| *tag == language.primary());
    named.map_or_else(|| language.as_str().to_owned(), |(_, name)| (*name).to_owned())
}

//! A release in the language that its reader chose: that of the page at first, any other that it was
//! issued in by a button.

use std::sync::Arc;

use leptos::prelude::*;
use rostrum_model::{Language, Release, ReleaseVersion};

use crate::{
    element::{Content, Element, Node, changing, element},
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

/// The text of a release in each language, and which one is read.
#[derive(Clone)]
pub struct Versions {
    release: Arc<Release>,
    read: RwSignal<usize>,
}

impl Versions {
    /// The texts of a release, read in the language of the page or the nearest there is.
    pub fn new(site: &Site, release: &Arc<Release>) -> Self {
        let read = release.version(&site.language).map(|version| &version.language);
        let read = release.versions.iter().position(|version| Some(&version.language) == read);
        Self { release: Arc::clone(release), read: RwSignal::new(read.unwrap_or_default()) }
    }

    /// Draws something of the version that is read, and again in another when that is chosen.
    pub fn draw<C: Content>(
        &self,
        draw: impl Fn(&ReleaseVersion) -> C + Send + Sync + 'static,
    ) -> Node {
        let Self { release, read } = self.clone();
        changing(move || release.versions.get(read.get()).map(&draw))
    }

    /// The choice between the languages; none if there is only one.
    pub fn choice(&self, site: &Site) -> Option<Element> {
        let read = self.read;
        let button = |(index, version): (usize, &ReleaseVersion)| {
            let language = &version.language;
            element("button")
                .attribute("type", "button")
                .attribute("lang", language.as_str())
                .changing("aria-pressed", move || (read.get() == index).to_string())
                .on("click", move |_: web_sys::Event| read.set(index))
                .with(language_name(language))
        };
        (self.release.versions.len() > 1).then(|| {
            element("div")
                .class("languages")
                .attribute("role", "group")
                .attribute("aria-label", site.messages.language_of_text)
                .with_all(self.release.versions.iter().enumerate().map(button))
        })
    }
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

//! The items of the menu as lists of links, the same in the panels and in the drawer.

use leptos::prelude::*;
use rostrum_model::{ListingKey, Route};
use web_sys::Event;

use super::{
    Menu,
    outline::{Line, Lines, Outline},
};
use crate::{
    element::{Element, Node, element, fragment, link},
    locale::fill,
    site::Site,
};

/// Whether the menu is rendered natively: then what opens is a `details`, which does so before
/// WebAssembly is there and where scripts are off.
pub(super) const IS_STILL: bool = cfg!(feature = "ssr");

/// What every part of the menu is drawn from.
pub(super) struct Drawing<'a> {
    pub(super) site: &'a Site,
    pub(super) outline: &'a Outline<'a>,
    pub(super) menu: Menu,
    /// What the ids begin with: the same item may stand in a panel and in the drawer.
    pub(super) ids: &'static str,
    /// Whether it is a directory, which is filtered and stands open at every depth.
    pub(super) is_directory: bool,
}

impl Drawing<'_> {
    /// The id of the element that names an item.
    pub(super) fn id(&self, line: usize) -> String {
        [self.ids, &line.to_string()].concat()
    }

    /// The id of the list under an item.
    pub(super) fn list_id(&self, line: usize) -> String {
        [&self.id(line), "-list"].concat()
    }

    /// The value of an item's `aria-current`.
    pub(super) fn current(&self, line: usize) -> impl Fn() -> Option<&'static str> + Copy + use<> {
        let Menu { pages, branches, .. } = self.menu;
        move || {
            let is_in = |lines: RwSignal<Lines>| lines.with(|lines| lines.contains(line));
            if is_in(pages) { Some("page") } else { is_in(branches).then_some("true") }
        }
    }

    /// An item's link, or its label alone where it leads nowhere.
    pub(super) fn name(&self, line: usize) -> Element {
        let item = self.outline.line(line).item;
        let label = self.site.text(&item.label);
        let Some(to) = &item.to else {
            return element("span").attribute("id", self.id(line)).with(label);
        };
        let messages = self.site.messages;
        let is_external = to.is_external();
        let chairs = self.chairs(line);
        let chairs =
            chairs.then(|| (" ", element("span").class("chairs").with(messages.chairs_now())));
        let external = is_external.then(|| {
            let hint = [" (", messages.external(), ")"].concat();
            element("span").class("unseen").with(hint)
        });
        link(self.site.link(to))
            .attribute("id", self.id(line))
            .attribute("class", is_external.then_some("external"))
            .changing("aria-current", self.current(line))
            .with(label)
            .with(chairs)
            .with(external)
    }

    /// Whether an item leads to the country that is in the chair today.
    fn chairs(&self, line: usize) -> bool {
        let to = self.outline.line(line).item.to.as_ref();
        let route = to.and_then(|to| to.as_str().parse::<Route>().ok());
        let Some(Route::Listing { key: ListingKey::Country(country), .. }) = route else {
            return false;
        };
        let term = self.site.entry.timeline.troika(self.site.today).current;
        let mut holders = term.into_iter().flat_map(|term| &term.holders);
        holders.any(|holder| holder.country.as_ref() == Some(&country))
    }

    /// Items of a list.
    pub(super) fn entries(&self, lines: &[usize]) -> Vec<Node> {
        lines.iter().map(|line| self.entry(*line).into_node()).collect()
    }

    fn entry(&self, number: usize) -> Element {
        let Line { item, parent, .. } = self.outline.line(number);
        let is_group = parent.is_none_or(|parent| self.outline.line(parent).parent.is_none());
        let mut entry = element("li");
        if self.is_directory {
            let hidden = self.menu.hidden;
            entry = entry.changing("hidden", move || hidden.with(|lines| lines.contains(number)));
        }
        if item.items.is_empty() {
            entry.with(self.name(number))
        } else if is_group || self.is_directory {
            let list = element("ul")
                .attribute("aria-labelledby", self.id(number))
                .with(self.entries(&self.in_order(number)));
            let heading = element("p").class("heading").with(self.name(number));
            entry.class("group").with(heading).with(list)
        } else {
            entry.class("branch").with(self.branch(number))
        }
    }

    /// A branch within a group: its list opens under it.
    fn branch(&self, number: usize) -> Node {
        let unfolded = self.menu.unfolded;
        let is_open = move || unfolded.with(|lines| lines.contains(number));
        let toggle = move |_| unfolded.update(|lines| lines.set(number, !lines.contains(number)));
        let list = element("ul")
            .attribute("id", self.list_id(number))
            .attribute("aria-labelledby", self.id(number))
            .with(self.entries(&self.outline.under(Some(number))));
        self.disclosure(number, is_open, toggle, list)
    }

    /// The trigger that opens what is under an item, after the item's link if it is a page itself,
    /// and what it opens.
    pub(super) fn disclosure(
        &self,
        number: usize,
        is_open: impl Fn() -> bool + Copy + Send + 'static,
        on_click: impl FnMut(Event) + Send + 'static,
        panel: Element,
    ) -> Node {
        let item = self.outline.line(number).item;
        let name = self.name(number);
        let trigger =
            if IS_STILL { element("summary") } else { self.button(number, is_open, on_click) };
        let trigger = trigger.class("trigger");
        let (link, trigger) = match &item.to {
            None => (None, trigger.changing("aria-current", self.current(number)).with(name)),
            Some(_) => {
                let label = self.site.localized(&item.label).text;
                let label = fill(self.site.messages.more_of(), "{label}", label);
                (Some(name), trigger.attribute("aria-label", label))
            }
        };
        if !IS_STILL {
            return fragment((link, trigger, panel.changing("hidden", move || !is_open())));
        }
        // Of the panels one at most is open, as it is in the browser.
        let is_panel = self.outline.line(number).parent.is_none();
        let details = element("details")
            .attribute("name", is_panel.then_some("menu"))
            .attribute("open", is_open().then_some(""));
        fragment((link, details.with(trigger).with(panel)))
    }

    fn button(
        &self,
        number: usize,
        is_open: impl Fn() -> bool + Send + 'static,
        on_click: impl FnMut(Event) + Send + 'static,
    ) -> Element {
        let shortcut = self.menu.shortcut_of(number).map(|key| key.written().to_owned());
        element("button")
            .attribute("type", "button")
            .attribute("aria-controls", self.list_id(number))
            .attribute("aria-keyshortcuts", shortcut)
            .changing("aria-expanded", move || if is_open() { "true" } else { "false" })
            .on("click", on_click)
    }

    /// The lines under an item: a filtered list is alphabetical, so a translated one is sorted anew.
    pub(super) fn in_order(&self, number: usize) -> Vec<usize> {
        let mut lines = self.outline.under(Some(number));
        let has_groups = lines.iter().any(|line| !self.outline.line(*line).item.items.is_empty());
        let is_translated = self.site.language != self.site.entry.languages.default;
        if self.is_directory && is_translated && !has_groups {
            let label = |line: usize| self.site.localized(&self.outline.line(line).item.label).text;
            sort(&mut lines, label, self.site.messages.tag);
        }
        lines
    }
}

/// Sorts as a reader of the language expects.
#[cfg(target_arch = "wasm32")]
fn sort<'a>(lines: &mut Vec<usize>, label: impl Fn(usize) -> &'a str, language: &str) {
    let (locales, options) = (js_sys::Array::of1(&language.into()), js_sys::Object::new());
    let mut sorted: Vec<usize> = Vec::with_capacity(lines.len());
    for line in lines.drain(..) {
        let text = js_sys::JsString::from(label(line));
        let comes_after =
            |other: &usize| text.locale_compare(label(*other), &locales, &options) >= 0;
        let place = sorted.partition_point(comes_after);
        sorted.insert(place, line);
    }
    *lines = sorted;
}

/// The order of a language is the platform's to know.
#[cfg(not(target_arch = "wasm32"))]
fn sort<'a>(_: &mut Vec<usize>, _: impl Fn(usize) -> &'a str, _: &str) {}

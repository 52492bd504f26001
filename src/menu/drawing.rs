//! The items of the menu as lists of links, the same in the panels and in the drawer.

use leptos::prelude::*;
use rostrum_model::{ListingKey, Route, Slug};

use super::outline::{Line, Mark, Outline};
use crate::{locale::fill, site::Site};

/// What every part of the menu is drawn from.
pub(super) struct Drawing<'a> {
    pub(super) site: &'a Site,
    pub(super) outline: &'a Outline<'a>,
    /// How each line stands to the page that the visitor is at.
    pub(super) marks: Memo<Vec<Option<Mark>>>,
    /// What the ids begin with: the same item may stand in a panel and in the drawer.
    pub(super) ids: &'static str,
    /// Which lines a filter leaves, where there is one.
    pub(super) shown: Option<Memo<Vec<bool>>>,
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
        let marks = self.marks;
        move || marks.with(|marks| marks.get(line).copied().flatten()).map(Mark::current)
    }

    /// An item's link, or its label alone where it leads nowhere.
    pub(super) fn name(&self, line: usize) -> AnyView {
        let Line { item, .. } = self.outline.line(line);
        let label = self.site.text(&item.label);
        let Some(to) = &item.to else {
            return view! { <span id=self.id(line)>{label}</span> }.into_any();
        };
        let is_external = to.is_external();
        let external = is_external.then(|| {
            let hint = [" (", self.site.messages.external, ")"].concat();
            view! { <span class="unseen">{hint}</span> }
        });
        let chairs = self.chairs(line).then(|| {
            view! { {" "} <span class="chairs">{self.site.messages.chairs_now}</span> }
        });
        let href = self.site.link(to);
        view! {
            <a id=self.id(line) class:external=is_external href=href aria-current=self.current(line)>
                {label} {chairs} {external}
            </a>
        }
        .into_any()
    }

    /// Whether an item leads to the country that is in the chair today.
    fn chairs(&self, line: usize) -> bool {
        let to = self.outline.line(line).item.to.as_ref();
        let route = to.and_then(|to| to.as_str().parse::<Route>().ok());
        let Some(Route::Listing { key: ListingKey::Country(country), .. }) = route else {
            return false;
        };
        let term = self.site.entry.timeline.troika(self.site.today).current;
        let holders = term.into_iter().flat_map(|term| &term.holders);
        holders.filter_map(|holder| holder.country.as_ref()).any(|holder: &Slug| *holder == country)
    }

    /// The list right under an item.
    pub(super) fn entries(&self, lines: &[usize]) -> Vec<AnyView> {
        lines.iter().map(|line| self.entry(*line)).collect()
    }

    fn entry(&self, number: usize) -> AnyView {
        let Line { item, parent, .. } = self.outline.line(number);
        let is_group = parent.is_none_or(|parent| self.outline.line(parent).parent.is_none());
        let shown = self.shown;
        let is_hidden = move || shown.is_some_and(|shown| shown.with(|shown| !shown[number]));
        let name = self.name(number);
        if item.items.is_empty() {
            return view! { <li hidden=is_hidden>{name}</li> }.into_any();
        }
        // What a filter searches stands open.
        if is_group || shown.is_some() {
            let list = self.entries(&self.in_order(number));
            return view! {
                <li class="group" hidden=is_hidden>
                    <p class="heading">{name}</p>
                    <ul aria-labelledby=self.id(number)>{list}</ul>
                </li>
            }
            .into_any();
        }
        self.branch(number)
    }

    /// A branch within a group: its list opens under it.
    fn branch(&self, number: usize) -> AnyView {
        let is_current = self.marks.with_untracked(|marks| marks[number].is_some());
        let is_open = RwSignal::new(is_current);
        let list = self.entries(&self.outline.under(Some(number)));
        view! {
            <li class="branch">
                {self.trigger(number, Signal::from(is_open), move || is_open.update(|is_open| *is_open = !*is_open))}
                <ul id=self.list_id(number) aria-labelledby=self.id(number) hidden=move || !is_open.get()>{list}</ul>
            </li>
        }
        .into_any()
    }

    /// The button that opens what is under an item, after the item's link if it is a page itself.
    pub(super) fn trigger(
        &self,
        number: usize,
        is_open: Signal<bool>,
        on_click: impl Fn() + 'static,
    ) -> AnyView {
        let Line { item, .. } = self.outline.line(number);
        let is_page = item.to.is_some();
        let label = self.site.localized(&item.label).text;
        let more_of = is_page.then(|| fill(self.site.messages.more_of, "{label}", label));
        let (link, text) =
            if is_page { (Some(self.name(number)), None) } else { (None, Some(self.name(number))) };
        let current = self.current(number);
        view! {
            {link}
            <button
                type="button"
                class="trigger"
                aria-expanded=move || if is_open.get() { "true" } else { "false" }
                aria-controls=self.list_id(number)
                aria-label=more_of
                aria-current=move || current().filter(|_| !is_page)
                on:click=move |_| on_click()
            >
                {text}
            </button>
        }
        .into_any()
    }

    /// The lines under an item: a filtered list is alphabetical, so a translated one is sorted anew.
    pub(super) fn in_order(&self, number: usize) -> Vec<usize> {
        let mut lines = self.outline.under(Some(number));
        let has_groups = lines.iter().any(|line| !self.outline.line(*line).item.items.is_empty());
        let is_translated = self.site.language != self.site.entry.languages.default;
        if self.shown.is_some() && is_translated && !has_groups {
            let label = |line: usize| self.site.localized(&self.outline.line(line).item.label).text;
            sort(&mut lines, label, self.site.messages.tag);
        }
        lines
    }
}

/// Sorts as a reader of the language expects.
#[cfg(target_arch = "wasm32")]
fn sort<'a>(lines: &mut [usize], label: impl Fn(usize) -> &'a str, language: &str) {
    let (locales, options) = (js_sys::Array::of1(&language.into()), js_sys::Object::new());
    lines.sort_by(|one, other| {
        js_sys::JsString::from(label(*one))
            .locale_compare(label(*other), &locales, &options)
            .cmp(&0)
    });
}

/// The order of a language is the platform's to know.
#[cfg(not(target_arch = "wasm32"))]
fn sort<'a>(_: &mut [usize], _: impl Fn(usize) -> &'a str, _: &str) {}

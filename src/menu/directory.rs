//! A long alphabetical list, such as the countries: a filter box with a live count, letters to jump
//! by, and the groups kept.

use std::time::Duration;

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};
use rostrum_model::{ListingKey, Route};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

use super::{
    Menu,
    drawing::Drawing,
    focus,
    matching::{Names, fold},
    outline::{Line, Outline},
};
use crate::{
    element::{Element, Node, changing, element, fragment},
    site::Site,
};

/// How long a reader may pause between two keys before the count is spoken.
const PAUSE: Duration = Duration::from_millis(600);

/// What a filter leaves of a directory. Only one is open at a time.
#[derive(Default)]
pub(super) struct Filter {
    /// Which lines are left; empty while nothing is filtered.
    shown: Vec<bool>,
    /// How many names that are, in words.
    result: String,
}

impl Filter {
    /// Whether a line is filtered away.
    pub(super) fn hides(&self, line: usize) -> bool {
        self.shown.get(line) == Some(&false)
    }

    fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    /// What a folded query leaves of a directory: the names that match and the groups above them.
    fn of(site: &Site, directory: usize, query: &str) -> Self {
        let outline = Outline::of(&site.entry.menu);
        let mut shown = vec![false; outline.len()];
        let mut count = 0;
        for line in directory + 1..outline.line(directory).end {
            if outline.is_name(line, directory) && names_of(site, outline.line(line)).matches(query)
            {
                count += 1;
                let mut next = Some(line);
                while let Some(line) = next {
                    shown[line] = true;
                    next = outline.line(line).parent;
                }
            }
        }
        let messages = site.messages;
        let result = match count {
            0 => messages.no_match.to_owned(),
            count => messages.count(messages.matches, count),
        };
        Self { shown, result }
    }
}

/// An item's label in the reader's language and the default one, and, for a country, its other
/// names and its code.
fn names_of(site: &Site, Line { item, .. }: Line) -> Names {
    let route = item.to.as_ref().and_then(|to| to.as_str().parse().ok());
    let country = match &route {
        Some(Route::Listing { key: ListingKey::Country(slug), .. }) => site.entry.country(slug),
        _ => None,
    };
    let default = item.label.localized(&site.entry.languages.default).text;
    let mut names = [site.localized(&item.label).text, "\n", default].concat();
    for name in country.iter().flat_map(|country| &country.other_names) {
        names.push('\n');
        names.push_str(name);
    }
    let code = country.and_then(|country| country.code.as_deref());
    Names { names: fold(&names), code: code.map(fold) }
}

/// What stands under an item whose panel is a directory.
pub(super) fn directory(drawing: &Drawing, branch: usize) -> Node {
    let drawing = Drawing { is_directory: true, ..*drawing };
    let (site, menu, outline) = (drawing.site.clone(), drawing.menu, drawing.outline);
    let messages = site.messages;
    let is_filtered = move || menu.filter.with(|filter| !filter.is_empty());
    let input = [&drawing.id(branch), "-filter"].concat();
    let hint = [&input, "-hint"].concat();
    let box_ = element("input")
        .attribute("type", "search")
        .attribute("id", input.clone())
        .attribute("autocomplete", "off")
        .attribute("spellcheck", "false")
        .attribute("aria-describedby", hint.clone())
        .on("input", move |event: Event| menu.filtered(&site, branch, &event));
    let count = move || menu.filter.with(|filter| filter.result.clone());
    let finder = element("div")
        .class("menu-finder")
        .with(element("label").attribute("for", input).with(messages.filter))
        .with(box_)
        .with(
            element("p")
                .class("menu-hint")
                .attribute("id", hint)
                .changing("hidden", is_filtered)
                .with(messages.filter_hint),
        )
        .with(
            element("p").class("menu-count").attribute("aria-hidden", "true").with(changing(count)),
        )
        .with(
            element("p")
                .class("unseen")
                .attribute("role", "status")
                .with(changing(move || menu.spoken.get())),
        )
        .with(letters(&drawing, branch).changing("hidden", is_filtered));
    let lines = drawing.in_order(branch);
    let has_groups = lines.iter().any(|line| !outline.line(*line).item.items.is_empty());
    let class =
        if has_groups { "menu-entries menu-directory" } else { "menu-entries menu-directory flat" };
    fragment((finder, element("ul").class(class).with(drawing.entries(&lines))))
}

/// The letters that names begin with; each puts the focus on the first of them.
fn letters(drawing: &Drawing, branch: usize) -> Element {
    let messages = drawing.site.messages;
    let mut firsts: Vec<(char, String)> = Vec::new();
    for line in drawing.names_in_order(branch, branch) {
        let label = drawing.site.localized(&drawing.outline.line(line).item.label).text;
        let label = label.strip_prefix(messages.article).unwrap_or(label);
        let Some(letter) = fold(label).chars().next() else { continue };
        let letter = letter.to_ascii_uppercase();
        // In the order of letters; the first name of each stays.
        let place = firsts.partition_point(|(first, _)| *first < letter);
        if firsts.get(place).is_none_or(|(first, _)| *first != letter) {
            firsts.insert(place, (letter, drawing.id(line)));
        }
    }
    // One stop for Tab; arrows go along.
    let buttons = firsts.into_iter().enumerate().map(|(number, (letter, first))| {
        element("button")
            .attribute("type", "button")
            .attribute("tabindex", if number == 0 { "0" } else { "-1" })
            .on("click", move |event: Event| focus::jump(&event, &first))
            .with(String::from(letter))
    });
    element("div")
        .class("menu-letters")
        .attribute("role", "toolbar")
        .attribute("aria-label", messages.letters)
        .with_all(buttons)
}

impl Drawing<'_> {
    /// The lines of the names of a directory that stand under a branch, as they are drawn.
    fn names_in_order(&self, branch: usize, directory: usize) -> Vec<usize> {
        let mut names = Vec::new();
        for line in self.in_order(branch) {
            if self.outline.is_name(line, directory) {
                names.push(line);
            }
            names.extend(self.names_in_order(line, directory));
        }
        names
    }
}

/// The timer that speaks a result: only once the reader pauses, so that keys are not talked over.
#[derive(Default)]
pub(super) struct Speech(Option<TimeoutHandle>);

impl Speech {
    fn stop(&mut self) {
        if let Some(timer) = self.0.take() {
            timer.clear();
        }
    }
}

impl Drop for Speech {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Menu {
    /// Something was typed in the filter of a directory.
    fn filtered(self, site: &Site, directory: usize, event: &Event) {
        let input = event.target().and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
        let query = input.map(|input| fold(input.value().trim())).unwrap_or_default();
        let filter =
            if query.is_empty() { Filter::default() } else { Filter::of(site, directory, &query) };
        let result = filter.result.clone();
        self.filter.set(filter);
        let speak = move || self.spoken.set(result);
        self.own.update_value(|own| {
            own.speech.stop();
            own.speech.0 = set_timeout_with_handle(speak, PAUSE).ok();
        });
    }

    /// What was filtered is shown whole again.
    pub(super) fn forget_filter(self) {
        self.own.update_value(|own| own.speech.stop());
        if self.filter.with_untracked(|filter| !filter.is_empty()) {
            self.filter.set(Filter::default());
            self.clear_filters();
        }
        if self.spoken.with_untracked(|spoken| !spoken.is_empty()) {
            self.spoken.set(String::new());
        }
    }
}

//! A long alphabetical list, such as the countries: a filter box with a live count, letters to jump
//! by, and the groups kept.

use std::time::Duration;

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};
use rostrum_model::{ListingKey, Route};
use web_sys::{Event, HtmlInputElement};

use super::{
    Menu,
    drawing::Drawing,
    focus,
    outline::{Line, Lines, Outline},
};
use crate::{
    element::{Element, Node, changing, element, fragment, target},
    matching::{Names, fold},
    site::Site,
};

/// How long a reader may pause between two keys before the count is spoken.
const PAUSE: Duration = Duration::from_millis(600);

/// The lines of a directory's names, each with all that it is found by.
fn names(site: &Site, directory: usize) -> Vec<(usize, Names)> {
    let outline = Outline::of(&site.entry.menu);
    let lines = directory + 1..outline.line(directory).end;
    let names = lines.filter(|line| outline.is_name(*line, directory));
    names.map(|line| (line, names_of(site, outline.line(line)))).collect()
}

/// What a folded query leaves out of a directory, the names that do not match and the groups of
/// nothing else, and how many names it finds.
fn filtered(
    outline: &Outline,
    directory: usize,
    names: &[(usize, Names)],
    query: &str,
) -> (Lines, u32) {
    let (mut hidden, mut left, mut found) = (Lines::default(), Lines::default(), 0);
    for (line, _) in names.iter().filter(|(_, names)| names.matches(query)) {
        found += 1;
        left.set(*line, true);
        outline.mark_above(*line, &mut left);
    }
    let lines = directory + 1..outline.line(directory).end;
    lines.for_each(|line| hidden.set(line, !left.contains(line)));
    (hidden, found)
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
    let is_filtered = move || menu.result.with(|result| !result.is_empty());
    let input = [&drawing.id(branch), "-filter"].concat();
    let hint = [&input, "-hint"].concat();
    let shortcut = menu.shortcut_of(branch).map(|shortcut| {
        let key = element("kbd").with(shortcut.shown());
        element("span").class("menu-shortcut").with((
            " ",
            key,
            [" ", messages.from_anywhere()].concat(),
        ))
    });
    let mut found_by = None;
    let box_ = element("input")
        .attribute("type", "search")
        .attribute("id", input.clone())
        .attribute("autocomplete", "off")
        .attribute("spellcheck", "false")
        .attribute("aria-describedby", hint.clone())
        .on("input", move |event: Event| {
            // Folded once, at the first key.
            let names = found_by.get_or_insert_with(|| names(&site, branch));
            menu.filter(&site, branch, names, &event);
        });
    let finder = element("div")
        .class("menu-finder")
        .with(element("label").attribute("for", input).with(messages.filter()))
        .with(box_)
        .with(
            element("p")
                .class("menu-hint")
                .attribute("id", hint)
                .changing("hidden", is_filtered)
                .with(messages.filter_hint())
                .with(shortcut),
        )
        .with(
            element("p")
                .class("menu-count")
                .attribute("aria-hidden", "true")
                .with(changing(move || menu.result.get())),
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
        let article = label.strip_prefix(messages.article());
        let label = article.and_then(|label| label.strip_prefix(' ')).unwrap_or(label);
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
        .attribute("aria-label", messages.letters())
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
    fn filter(self, site: &Site, directory: usize, names: &[(usize, Names)], event: &Event) {
        let input = target::<HtmlInputElement>(event);
        let query = input.map(|input| fold(input.value().trim_ascii())).unwrap_or_default();
        let (hidden, found) = match query.as_str() {
            "" => (Lines::default(), None),
            query => {
                let outline = Outline::of(&site.entry.menu);
                let (hidden, found) = filtered(&outline, directory, names, query);
                (hidden, Some(found))
            }
        };
        let messages = site.messages;
        let result = match found {
            None => String::new(),
            Some(0) => messages.no_match().to_owned(),
            Some(found) => messages.matches(found),
        };
        self.hidden.set(hidden);
        self.result.set(result.clone());
        let speak = move || self.spoken.set(result);
        self.own.update_value(|own| {
            own.speech.stop();
            own.speech.0 = set_timeout_with_handle(speak, PAUSE).ok();
        });
    }

    /// What was filtered is shown whole again.
    pub(super) fn forget_filter(self) {
        self.own.update_value(|own| own.speech.stop());
        let is_empty = |text: RwSignal<String>| text.with_untracked(String::is_empty);
        if is_empty(self.result) && is_empty(self.spoken) {
            return;
        }
        self.hidden.set(Lines::default());
        self.result.set(String::new());
        self.spoken.set(String::new());
        self.clear_filters();
    }
}

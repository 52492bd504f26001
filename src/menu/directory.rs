//! A long alphabetical list, such as the countries: a filter box with a live count, letters to jump
//! by, and the groups kept.

use std::time::Duration;

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};
use rostrum_model::{ListingKey, Route};
use web_sys::MouseEvent;

use super::{
    drawing::Drawing,
    focus,
    matching::{Names, fold},
    outline::{Line, Outline},
};
use crate::site::Site;

/// How long a reader may pause between two keys before the count is spoken.
const PAUSE: Duration = Duration::from_millis(600);

/// What stands under an item whose panel is a directory. It forgets the filter when it is closed.
pub(super) fn directory(drawing: &Drawing, branch: usize, is_open: Signal<bool>) -> AnyView {
    let typed = RwSignal::new(String::new());
    let query = Memo::new(move |_| typed.with(|typed| fold(typed.trim())));
    let site = drawing.site.clone();
    // Names are folded once, when the first letter is typed.
    let names = Memo::new(move |_| names(&site, branch));
    let site = drawing.site.clone();
    let shown = Memo::new(move |_| {
        let outline = Outline::of(&site.entry.menu);
        query.with(|query| names.with(|names| shown(&outline, names, query)))
    });
    let count = move || {
        names
            .with(|names| shown.with(|shown| names.iter().filter(|(line, _)| shown[*line]).count()))
    };
    Effect::new(move || {
        if !is_open.get() {
            typed.set(String::new());
        }
    });

    let is_filtered = Signal::derive(move || query.with(|query| !query.is_empty()));
    let messages = drawing.site.messages;
    let result = Signal::derive(move || match count() {
        0 => messages.no_match.to_owned(),
        count => messages.count(messages.matches, u32::try_from(count).unwrap_or_default()),
    });
    let drawing = Drawing { shown: Some(shown), ids: drawing.ids, ..*drawing };
    let entries = drawing.entries(&drawing.in_order(branch));
    let has_groups =
        drawing.outline.under(Some(branch)).iter().any(|line| drawing.has_group(*line));
    let (input, hint) = (drawing.part_id(branch, "-filter"), drawing.part_id(branch, "-hint"));
    view! {
        <div class="menu-finder">
            <label for=input.clone()>{messages.filter}</label>
            <input
                type="search"
                id=input
                autocomplete="off"
                spellcheck="false"
                aria-describedby=hint.clone()
                prop:value=typed
                on:input:target=move |event| typed.set(event.target().value())
            />
            <p class="menu-hint" id=hint hidden=is_filtered>{messages.filter_hint}</p>
            <p class="menu-count" aria-hidden="true" hidden=move || !is_filtered.get()>{result}</p>
            <p class="unseen" role="status">{spoken(is_filtered, result)}</p>
            {letters(&drawing, branch, is_filtered)}
        </div>
        <ul class="menu-entries menu-directory" class:flat=!has_groups>{entries}</ul>
    }
    .into_any()
}

/// The result as it is spoken: only once the reader pauses, so that keys are not talked over.
fn spoken(is_filtered: Signal<bool>, result: Signal<String>) -> RwSignal<String> {
    let spoken = RwSignal::new(String::new());
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(Some(timer)) = timer.try_get_value() {
            timer.clear();
        }
    };
    Effect::new(move || {
        stop();
        let text = if is_filtered.get() { result.get() } else { String::new() };
        let speak = move || {
            let _ = spoken.try_set(text);
        };
        timer.set_value(set_timeout_with_handle(speak, PAUSE).ok());
    });
    on_cleanup(stop);
    spoken
}

/// The letters that names begin with; each puts the focus on the first of them.
fn letters(drawing: &Drawing, branch: usize, is_filtered: Signal<bool>) -> impl IntoView + use<> {
    let messages = drawing.site.messages;
    let mut firsts: Vec<(char, String)> = Vec::new();
    for line in drawing.names_in_order(branch) {
        let label = drawing.site.localized(&drawing.outline.line(line).item.label).text;
        let label = label.strip_prefix(messages.article).unwrap_or(label);
        let letter = fold(label).chars().next().map(|letter| letter.to_ascii_uppercase());
        if let Some(letter) =
            letter.filter(|letter| firsts.iter().all(|(first, _)| first != letter))
        {
            firsts.push((letter, drawing.id(line)));
        }
    }
    firsts.sort_by_key(|(letter, _)| *letter);
    // One stop for Tab; arrows go along.
    let buttons = firsts.into_iter().enumerate().map(|(number, (letter, first))| {
        let jump = move |event: MouseEvent| focus::jump(&event, &first);
        let tab = if number == 0 { "0" } else { "-1" };
        view! { <button type="button" tabindex=tab on:click=jump>{letter.to_string()}</button> }
    });
    view! {
        <div class="menu-letters" role="toolbar" aria-label=messages.letters hidden=is_filtered>
            {buttons.collect_view()}
        </div>
    }
}

impl Drawing<'_> {
    fn part_id(&self, line: usize, part: &str) -> String {
        [&self.id(line), part].concat()
    }

    fn has_group(&self, line: usize) -> bool {
        !self.outline.line(line).item.items.is_empty()
    }

    /// The lines of the names under a branch, as they are drawn.
    fn names_in_order(&self, branch: usize) -> Vec<usize> {
        let lines = self.in_order(branch).into_iter();
        let names = lines.flat_map(|line| {
            if self.has_group(line) { self.names_in_order(line) } else { vec![line] }
        });
        names.filter(|line| self.outline.is_name(*line, branch)).collect()
    }
}

/// What each item under a branch is found by, that has none under itself.
fn names(site: &Site, branch: usize) -> Vec<(usize, Names)> {
    let outline = Outline::of(&site.entry.menu);
    let lines = branch + 1..outline.line(branch).end;
    let names = lines.filter(|line| outline.is_name(*line, branch));
    names.map(|line| (line, names_of(site, outline.line(line)))).collect()
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
    Names {
        names: fold(&names),
        code: country.and_then(|country| country.code.as_deref()).map(fold),
    }
}

/// Which lines a query leaves: those that match, and the branches above them.
fn shown(outline: &Outline, names: &[(usize, Names)], query: &str) -> Vec<bool> {
    let mut shown = vec![query.is_empty(); outline.len()];
    for (line, _) in names.iter().filter(|(_, names)| names.matches(query)) {
        let mut next = Some(*line);
        while let Some(line) = next {
            shown[line] = true;
            next = outline.line(line).parent;
        }
    }
    shown
}

//! Countries in a language that the bundle does not name them in.
//!
//! The bundle's own name in the language wins. Else the browser's name (ISO 3166-1, by CLDR) is taken,
//! as long as it calls the country in the bundle's default language as the bundle does: a name that the
//! organisation chose itself stays as it is, marked with its language.

use std::sync::Arc;

use rostrum_model::{Country, Entry, Language, ListingKey, MenuItem, Route, Text};
use wasm_bindgen::JsValue;

use super::platform::ask;
use crate::locale::Messages;

pub(super) fn entry(messages: &Messages, entry: &Arc<Entry>) -> Arc<Entry> {
    let (language, default) = (messages.language(), &entry.languages.default);
    if default.primary() == language.primary() {
        return entry.clone();
    }
    let mut named = Entry::clone(entry);
    for country in &mut named.countries {
        if let Some(name) = name(country, default, &language) {
            country.name.insert(language.clone(), name);
        }
    }
    let Entry { countries, menu, timeline, .. } = &mut named;
    for item in menu {
        name_items(item, countries);
    }
    for holder in timeline.terms.iter_mut().flat_map(|term| &mut term.holders) {
        let country =
            countries.iter().find(|country| holder.country.as_ref() == Some(&country.slug));
        take_name(&mut holder.name, country);
    }
    Arc::new(named)
}

/// The browser's name of a country that the bundle does not name in the language.
fn name(country: &Country, default: &Language, language: &Language) -> Option<String> {
    country.name.localized(language).fallback?;
    let code = JsValue::from(country.code.as_deref()?);
    let named = |language: &Language| {
        ask("DisplayNames", language.as_str(), &[("type", "region")], "of", &code)?.as_string()
    };
    let is_usual = named(default)? == country.name.localized(default).text;
    named(language).filter(|_| is_usual)
}

/// Names the countries in the menu.
fn name_items(item: &mut MenuItem, countries: &[Country]) {
    let route = item.to.as_ref().and_then(|to| to.as_str().parse().ok());
    if let Some(Route::Listing { key: ListingKey::Country(slug), .. }) = route {
        take_name(&mut item.label, countries.iter().find(|country| country.slug == slug));
    }
    item.items.iter_mut().for_each(|item| name_items(item, countries));
}

/// Where a country is called by its name, it is called by all of them.
fn take_name(text: &mut Text, country: Option<&Country>) {
    let first = |text: &Text| text.iter().next().map(|(_, name)| name.to_owned());
    if let Some(country) = country.filter(|country| first(&country.name) == first(text)) {
        *text = country.name.clone();
    }
}

//! Languages other than English: a part of the program, loaded together with the texts of the first of
//! them.

#[cfg(target_arch = "wasm32")]
mod names;
#[cfg(target_arch = "wasm32")]
#[path = "other/intl.rs"]
mod platform;
#[cfg(not(target_arch = "wasm32"))]
#[path = "other/rules.rs"]
mod platform;

use std::sync::{Mutex, PoisonError};

use super::{Messages, Writing};

pub(super) static WRITING: Writing = Writing {
    read,
    form,
    number: platform::number,
    size: platform::size,
    date: platform::date,
    between: platform::between,
    #[cfg(target_arch = "wasm32")]
    entry: names::entry,
    // Natively a site is drawn in its own language.
    #[cfg(not(target_arch = "wasm32"))]
    entry: |_, entry| entry.clone(),
};

/// The languages that were read. Each stays as long as the page, since it may be chosen again.
static KNOWN: Mutex<Vec<&'static Messages>> = Mutex::new(Vec::new());

fn read(tag: &'static str, words: String) -> &'static Messages {
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = known.iter().find(|known| known.tag == tag) {
        return known;
    }
    let words: &'static str = words.leak();
    let words = words.lines().collect::<Vec<_>>().leak();
    let read = Box::leak(Box::new(Messages { tag, words, writing: Some(&WRITING) }));
    known.push(read);
    read
}

/// The form for a number is that of its category; a number of a category without a form of its own,
/// such as whole millions in French, takes the last.
fn form(messages: &Messages, text: &'static str, n: u32) -> &'static str {
    let category = platform::category(messages, n);
    let mut forms = messages.plural_forms().split(' ').zip(text.split(" | "));
    let form = forms.find(|(name, _)| *name == category);
    form.or_else(|| Some(("", text.rsplit(" | ").next()?))).map_or(text, |(_, form)| form)
}

//! The interface's own words, dates and numbers.
//!
//! English is in the program; every other language is a file of texts that is loaded when it is
//! wanted, with the part of the program that writes numbers and dates as the platform does. A
//! language that lacks a text does not compile. The content's languages are the bundle's business;
//! see [`rostrum_model::Text`].

mod english;
mod files;
mod now;
mod other;
#[cfg(test)]
mod tests;
mod texts;

use std::sync::Arc;

pub use now::{Now, now};
use rostrum_model::{BundleError, Date, Entry, FacetCategory, Language, PartialDate, Status};

use crate::part::part;

/// The languages that the interface speaks: each one's tag (BCP 47) and its name for itself.
pub const LANGUAGES: [(&str, &str); 7] = [
    ("de", "Deutsch"),
    ("en", "English"),
    ("es", "Español"),
    ("fr", "Français"),
    ("it", "Italiano"),
    ("ru", "Русский"),
    ("ar", "العربية"),
];

/// What is said while the texts of the wanted language are not there.
pub static FALLBACK: &Messages = &Messages { tag: "en", words: &[], writing: None };

/// A dash between two days, with word joiners: no line ends there.
const NO_BREAK_DASH: &str = "\u{2060}–\u{2060}";

/// Every text of the interface in one language, each by a method of its own (`texts.rs`). `{…}` in a
/// text is filled in by [`fill`].
#[derive(Debug)]
pub struct Messages {
    /// The language's tag (BCP 47).
    pub tag: &'static str,
    /// Its texts, in the order of their keys; none in English, which stands where it is used.
    words: &'static [&'static str],
    /// How it writes numbers and dates, if not as English does.
    writing: Option<&'static Writing>,
}

/// How a language other than English is read from its file, and how it writes what is no fixed text.
#[derive(Debug)]
struct Writing {
    /// Its texts, from those of its file.
    read: fn(tag: &'static str, words: String) -> &'static Messages,
    /// The form that goes with a number, of those in a text.
    form: fn(&Messages, &'static str, u32) -> &'static str,
    number: fn(&Messages, u32) -> String,
    size: fn(&Messages, u64) -> String,
    date: fn(&Messages, PartialDate, Shown) -> String,
    /// What stands between the names of a list, before each but the first.
    between: fn(&Messages, names: &[&str]) -> Vec<String>,
    /// The entry with countries named in the language, where its own names are the platform's.
    entry: fn(&Messages, &Arc<Entry>) -> Arc<Entry>,
}

/// How much of a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    /// All that is known of it.
    Whole,
    /// The same with the day of the week.
    WithWeekday,
    /// Day and month.
    WithoutYear,
    /// The day of the month.
    Day,
}

/// A language has one set of texts.
impl PartialEq for Messages {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// Puts a value in the place of `{name}` in a text.
pub fn fill(text: &str, name: &str, value: &str) -> String {
    match around(text, name) {
        Some((before, after)) => [before, value, after].concat(),
        None => text.to_owned(),
    }
}

/// What stands in a text before and after `{name}`. The standard library's search is made for long texts,
/// and weighs half a kilobyte packed.
pub fn around<'t>(text: &'t str, name: &str) -> Option<(&'t str, &'t str)> {
    let mut places = text.char_indices();
    places.find_map(|(at, _)| Some((text.get(..at)?, text.get(at..)?.strip_prefix(name)?)))
}

impl Messages {
    /// Loads the interface's language for a wish such as `fr-CH`: that language, else English, which
    /// is always at hand; of every other one the texts are a file.
    ///
    /// # Errors
    /// When its texts, or what writes it, cannot be fetched.
    pub async fn load(wish: &str) -> Result<&'static Self, BundleError> {
        let wanted = wish.split('-').next().unwrap_or_default();
        let Some((tag, _)) = LANGUAGES.iter().find(|(tag, _)| *tag == wanted && *tag != "en")
        else {
            return Ok(FALLBACK);
        };
        // Both are on their way at the same time.
        let words = files::words(tag);
        let writing = writing().await?;
        Ok((writing.read)(tag, files::text(words.await)?))
    }

    /// The same where all languages are at hand.
    #[cfg(not(feature = "split"))]
    pub fn for_language(tag: &str) -> &'static Self {
        crate::bundle::at_once(Self::load(tag)).unwrap_or(FALLBACK)
    }

    /// The language as the bundle names languages.
    ///
    /// # Panics
    /// Never: the interface's languages have valid tags.
    pub fn language(&self) -> Language {
        self.tag.parse().expect("the interface's languages have valid tags")
    }

    /// The direction of its script, for the attribute `dir`.
    pub fn direction(&self) -> &'static str {
        self.language().direction()
    }

    /// The text of that number among the keys; where it stands, since that fits into a register.
    #[inline(never)]
    fn text(&self, number: usize, english: &'static &'static str) -> &'static &'static str {
        self.words.get(number).unwrap_or(english)
    }

    /// A counted thing: `3 releases`.
    #[inline(never)]
    fn counted(&self, number: usize, english: &'static [&'static str; 2], n: u32) -> String {
        let form = match self.writing {
            None => english[usize::from(n != 1)],
            Some(writing) => (writing.form)(self, self.text(number, &english[1]), n),
        };
        fill(form, "{n}", &self.number(n))
    }

    /// A number of things.
    pub fn number(&self, n: u32) -> String {
        match self.writing {
            None => english::number(n),
            Some(writing) => (writing.number)(self, n),
        }
    }

    /// A size as people say it: 512 B, 2 kB, 1.4 MB. A kB is 1,000 bytes.
    pub fn size(&self, bytes: u64) -> String {
        match self.writing {
            None => english::size(bytes),
            Some(writing) => (writing.size)(self, bytes),
        }
    }

    /// A date as a reader writes it, as far as it is known: `30 April 2007`, `about June 1991`.
    pub fn date(&self, date: impl Into<PartialDate>) -> String {
        let date = date.into();
        let text = self.written(date, Shown::Whole);
        if date.is_approximate() { fill(self.about(), "{date}", &text) } else { text }
    }

    /// The first and the last date of a period, and what stands between them. The first leaves out
    /// what it shares with the last: `1`, `–`, `2 December 2010`.
    pub fn period(&self, first: PartialDate, last: PartialDate) -> (String, &'static str, String) {
        let is_exact = |date: PartialDate| date.day().is_some() && !date.is_approximate();
        let is_same_year = is_exact(first) && is_exact(last) && first.year() == last.year();
        let is_same_month = is_same_year && first.month() == last.month();
        let start = match (is_same_year, is_same_month) {
            (_, true) => self.written(first, Shown::Day),
            (true, _) => self.written(first, Shown::WithoutYear),
            _ => self.date(first),
        };
        (start, if is_same_month { NO_BREAK_DASH } else { " – " }, self.date(last))
    }

    /// A date with the day's name: `Monday, 30 April 2007`.
    pub fn full_date(&self, date: Date) -> String {
        self.written(date.into(), Shown::WithWeekday)
    }

    fn written(&self, date: PartialDate, shown: Shown) -> String {
        match self.writing {
            None => english::date(date, shown),
            Some(writing) => (writing.date)(self, date, shown),
        }
    }

    /// What stands between things that are named one after the other: a comma and a space.
    pub fn separator(&self) -> String {
        [self.comma(), " "].concat()
    }

    /// What stands between the names of a list, before each but the first: `, ` and ` and `.
    pub fn between(&self, names: &[&str]) -> Vec<String> {
        match self.writing {
            None => english::between(names.len()),
            Some(writing) => (writing.between)(self, names),
        }
    }

    /// The entry as a reader of the language gets it: a country that the bundle does not name in it is
    /// named as the platform does, unless the organisation names it otherwise.
    pub fn entry(&self, entry: &Arc<Entry>) -> Arc<Entry> {
        match self.writing {
            None => entry.clone(),
            Some(writing) => (writing.entry)(self, entry),
        }
    }

    /// What a step on the way to a term is called.
    pub fn status(&self, status: Status) -> &'static str {
        match status {
            Status::Bid => self.bid(),
            Status::Blocked => self.blocked(),
            Status::Withdrawn => self.bid_withdrawn(),
            Status::Decided => self.decided(),
            Status::Incoming => self.incoming_chair(),
            Status::InOffice => self.in_office(),
            Status::Extended => self.extended(),
            Status::Vacant => self.vacant_chair(),
        }
    }

    /// What a category of filters is called.
    pub fn category(&self, category: FacetCategory) -> &'static str {
        match category {
            FacetCategory::Year => self.year(),
            FacetCategory::Country => self.country(),
            FacetCategory::Field => self.field(),
            FacetCategory::Structure => self.structure(),
            FacetCategory::Source => self.source(),
            FacetCategory::Kind => self.kind(),
            FacetCategory::Language => self.language_name(),
        }
    }

    /// What a visitor is told when something of the bundle cannot be used.
    pub fn failure(&self, error: &BundleError) -> &'static str {
        match error {
            BundleError::Unreachable { .. } => self.unreachable(),
            BundleError::Malformed { .. } => self.malformed(),
            BundleError::TooNew { .. } => self.too_new(),
        }
    }
}

/// Loads what writes languages other than English.
async fn writing() -> Result<&'static Writing, BundleError> {
    part!(languages: Writing = other::WRITING)
}

//! The interface's own words, dates and numbers, one module per language.
//!
//! Every language fills the same struct, so that a missing text does not compile. The content's
//! languages are the bundle's business; see [`rostrum_model::Text`].

mod english;
mod french;
mod now;
#[cfg(test)]
mod tests;

use rostrum_model::{BundleError, Language, PartialDate};

pub use now::{Now, now};

use crate::part::part;

/// The languages that the interface speaks: each one's tag (BCP 47) and its name for itself.
pub const LANGUAGES: [(&str, &str); 2] = [("en", "English"), ("fr", "Français")];

/// What is said while the texts of the wanted language are not there.
pub static FALLBACK: &Messages = &english::MESSAGES;

/// A dash between two days, with word joiners: no line ends there.
const NO_BREAK_DASH: &str = "\u{2060}–\u{2060}";

/// Every text of the interface in one language. `{…}` in a text is filled in by [`fill`].
#[expect(missing_docs, reason = "each text says what it is")]
#[derive(Debug)]
pub struct Messages {
    /// The language's tag (BCP 47).
    pub tag: &'static str,
    pub months: [&'static str; 12],
    pub weekdays: [&'static str; 7],
    /// The first day of a month, where it is not the plain number.
    pub first: &'static str,
    /// `{date}` is only about right.
    pub about: &'static str,
    /// Which of two forms a number takes (CLDR's `one` and `other`).
    pub is_one: fn(u32) -> bool,

    pub skip_to_content: &'static str,
    pub language: &'static str,
    pub home: &'static str,
    pub loading: &'static str,
    pub try_again: &'static str,
    pub external: &'static str,

    pub main_menu: &'static str,
    pub menu: &'static str,
    pub close: &'static str,
    pub back: &'static str,
    /// The trigger beside a link that is itself a page: `More of {label}`.
    pub more_of: &'static str,
    pub filter: &'static str,
    pub filter_hint: &'static str,
    /// What follows the key that opens the filter.
    pub from_anywhere: &'static str,
    pub matches: Plural,
    pub no_match: &'static str,
    pub letters: &'static str,
    pub chairs_now: &'static str,
    /// What a name in a list may begin with and is not sorted by.
    pub article: &'static str,

    pub fields: &'static str,
    pub countries: &'static str,
    pub structures: &'static str,
    pub press_releases: &'static str,
    pub chairpersonships: &'static str,
    pub latest_releases: &'static str,
    pub all_releases: &'static str,
    pub releases_of: &'static str,
    /// The heading of the releases that speak of a term.
    pub releases_about: &'static str,
    pub releases: Plural,
    pub no_releases: &'static str,
    pub search_releases: &'static str,
    /// Stands before the names of feeds.
    pub feeds: &'static str,
    /// Shows the ways to narrow a listing.
    pub filters: &'static str,
    pub pages: &'static str,
    pub newer: &'static str,
    pub older: &'static str,
    pub page_of: &'static str,
    pub years: &'static str,

    pub facts: &'static str,
    pub group: &'static str,
    pub since: &'static str,
    pub capital: &'static str,
    pub in_the_chair: &'static str,
    pub never_in_the_chair: &'static str,
    pub dimension: &'static str,
    pub abbreviation: &'static str,
    pub part_of: &'static str,
    pub parts: &'static str,
    pub seat: &'static str,
    pub country: &'static str,
    pub established: &'static str,
    pub closed: &'static str,

    pub kind: &'static str,
    pub date: &'static str,
    pub place: &'static str,
    pub source: &'static str,
    pub sources: &'static str,
    pub files: &'static str,
    /// What stands between whole numbers and tenths.
    pub decimal: &'static str,
    pub about_release: &'static str,
    pub as_published: &'static str,
    pub demonstration: &'static str,
    pub synthetic: &'static str,
    pub table: &'static str,

    /// Marks a release in a list.
    pub withdrawn_mark: &'static str,
    /// Valid no more since `{date}`.
    pub withdrawn: &'static str,
    pub changes: &'static str,
    pub correction: &'static str,
    pub update: &'static str,
    pub contacts: &'static str,
    pub language_of_text: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub neighbours: &'static str,
    pub related: &'static str,
    /// What `{names}` two releases are both about.
    pub also_on: &'static str,
    pub copy_link: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub not_copied: &'static str,
    pub share: &'static str,
    pub cite: &'static str,
    pub plain_text: &'static str,
    pub address: &'static str,

    pub find_terms: &'static str,
    pub state_or_person: &'static str,
    pub decades: &'static str,
    pub all_decades: &'static str,
    pub repeated: &'static str,
    pub view: &'static str,
    pub list: &'static str,
    /// `{n}` of `{total}` terms are shown.
    pub terms_found: &'static str,
    pub all_terms: &'static str,
    pub term: &'static str,
    pub state: &'static str,
    pub period_name: &'static str,
    pub compare_terms: &'static str,
    /// Leads from a term to the choice of another.
    pub compare_term: &'static str,
    pub first_term: &'static str,
    pub second_term: &'static str,
    pub download: &'static str,
    pub overview: &'static str,
    pub zoom: &'static str,
    pub zoom_in: &'static str,
    pub zoom_out: &'static str,

    pub troika: &'static str,
    pub troika_on: &'static str,
    pub outgoing: &'static str,
    pub incoming: &'static str,
    pub vacant: &'static str,
    pub undecided: &'static str,
    /// A handover near the day is known only roughly.
    pub uncertain: &'static str,
    pub choose_date: &'static str,
    pub today: &'static str,
    /// The ten years that begin with `{year}`.
    pub decade: &'static str,
    /// The term `{term}` of `{country}`.
    pub term_title: &'static str,
    pub other_terms: &'static str,
    pub chairperson: &'static str,
    pub chairpersons: &'static str,
    pub from: &'static str,
    pub until: &'static str,
    pub beginning_unknown: &'static str,
    pub end_unknown: &'static str,
    pub dates_unknown: &'static str,
    pub council: &'static str,
    pub summit: &'static str,
    pub opened_term: &'static str,
    pub priorities: &'static str,
    pub succeeded_by: &'static str,
    pub history: &'static str,
    /// What a step on the way to a term is called, in the order of [`rostrum_model::Status`].
    pub statuses: [&'static str; 8],

    pub not_found: &'static str,
    pub not_found_hint: &'static str,
    pub failed: &'static str,
    pub unreachable: &'static str,
    pub malformed: &'static str,
    pub too_new: &'static str,
}

/// A text that changes with a number, `{n}`.
#[derive(Clone, Copy, Debug)]
pub struct Plural {
    /// For numbers like 1.
    pub one: &'static str,
    /// For all others.
    pub other: &'static str,
}

/// A language has one set of texts.
impl PartialEq for Messages {
    fn eq(&self, other: &Self) -> bool {
        self.tag == other.tag
    }
}

/// Puts a value in the place of `{name}` in a text.
pub fn fill(text: &str, name: &str, value: &str) -> String {
    match text.split_once(name) {
        Some((before, after)) => [before, value, after].concat(),
        None => text.to_owned(),
    }
}

impl Messages {
    /// Loads the interface's language for a wish such as `fr-CH`: that language, else English, which
    /// is always at hand; every other one is a part.
    ///
    /// # Errors
    /// When its texts cannot be fetched.
    pub async fn load(tag: &str) -> Result<&'static Self, BundleError> {
        match tag.split('-').next() {
            Some("fr") => part!(french: Messages = french::MESSAGES),
            _ => Ok(FALLBACK),
        }
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

    /// A counted thing: `3 releases`.
    pub fn count(&self, forms: Plural, n: u32) -> String {
        let form = if (self.is_one)(n) { forms.one } else { forms.other };
        fill(form, "{n}", &n.to_string())
    }

    /// A size as people say it: 512 B, 2 kB, 1.4 MB. A kB is 1,000 bytes.
    pub fn size(&self, bytes: u64) -> String {
        match bytes {
            0..1_000 => [&bytes.to_string(), " B"].concat(),
            1_000..1_000_000 => [&(bytes.div_ceil(1_000)).to_string(), " kB"].concat(),
            _ => {
                let tenths = bytes.div_ceil(100_000);
                [&(tenths / 10).to_string(), self.decimal, &(tenths % 10).to_string(), " MB"]
                    .concat()
            }
        }
    }

    /// A date as a reader writes it, as far as it is known: `30 April 2007`, `about June 1991`.
    pub fn date(&self, date: impl Into<PartialDate>) -> String {
        let date = date.into();
        let text = self.written(date, true, true);
        if date.is_approximate() { fill(self.about, "{date}", &text) } else { text }
    }

    /// The first and the last date of a period, and what stands between them. The first leaves out
    /// what it shares with the last: `1`, `–`, `2 December 2010`.
    pub fn period(&self, first: PartialDate, last: PartialDate) -> (String, &'static str, String) {
        let is_exact = |date: PartialDate| date.day().is_some() && !date.is_approximate();
        let is_same_year = is_exact(first) && is_exact(last) && first.year() == last.year();
        let is_same_month = is_same_year && first.month() == last.month();
        let start = if is_same_year {
            self.written(first, !is_same_month, false)
        } else {
            self.date(first)
        };
        (start, if is_same_month { NO_BREAK_DASH } else { " – " }, self.date(last))
    }

    fn written(&self, date: PartialDate, with_month: bool, with_year: bool) -> String {
        let day =
            date.day().map(|day| if day == 1 { self.first.to_owned() } else { day.to_string() });
        let month = date
            .month()
            .filter(|_| with_month)
            .map(|month| self.months[usize::from(month - 1)].to_owned());
        let year = with_year.then(|| date.year().to_string());
        let parts: Vec<_> = [day, month, year].into_iter().flatten().collect();
        parts.join(" ")
    }

    /// A date with the day's name: `Monday, 30 April 2007`.
    pub fn full_date(&self, date: rostrum_model::Date) -> String {
        let separator = if self.tag == "en" { ", " } else { " " };
        [self.weekdays[date.weekday()], separator, &self.date(date)].concat()
    }

    /// What a visitor is told when something of the bundle cannot be used.
    pub fn failure(&self, error: &BundleError) -> &'static str {
        match error {
            BundleError::Unreachable { .. } => self.unreachable,
            BundleError::Malformed { .. } => self.malformed,
            BundleError::TooNew { .. } => self.too_new,
        }
    }
}

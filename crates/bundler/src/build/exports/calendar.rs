//! The terms as a calendar (RFC 5545): an event over whole days for each term of which a first day can
//! be said. An event whose days are known only roughly is tentative, and its description gives the
//! dates as far as they are known. A term without an end in sight stands on its first day.

use rostrum_model::{Date, Entry, Language, PartialDate, Span, Term};

use crate::build::name_hash;

/// The calendar with the texts of a language.
pub(super) fn calendar(entry: &Entry, language: &Language) -> String {
    let organization = &entry.organization;
    let owner = organization.abbreviation.localized(language).text;
    // Two organisations may both have a term of 2010.
    let (_, name) = organization.name.iter().next().unwrap_or((language, ""));
    let scope = name_hash(name.as_bytes());
    let mut calendar = Lines::default();
    calendar.add("BEGIN", "VCALENDAR");
    calendar.add("VERSION", "2.0");
    calendar.add("PRODID", "-//Rostrum//Chairpersonships//EN");
    for (index, term) in entry.timeline.terms.iter().enumerate() {
        if let Some(span) = entry.timeline.span(index) {
            event(&mut calendar, term, span, &scope, owner, language);
        }
    }
    calendar.add("END", "VCALENDAR");
    calendar.0
}

fn event(
    calendar: &mut Lines,
    term: &Term,
    Span { first, last }: Span,
    scope: &str,
    owner: &str,
    language: &Language,
) {
    let is_exact = |date: Option<PartialDate>| {
        date.is_some_and(|date| date.day().is_some() && !date.is_approximate())
    };
    let is_certain = is_exact(term.start) && is_exact(term.end);
    calendar.add("BEGIN", "VEVENT");
    calendar.add("UID", &format!("{}-{scope}", term.id));
    // When it was written does not matter, and would change the file with every build.
    calendar.add("DTSTAMP", &format!("{}T000000Z", digits(first)));
    calendar.add("DTSTART;VALUE=DATE", &digits(first));
    if let Some(after) = last.and_then(Date::next_day) {
        calendar.add("DTEND;VALUE=DATE", &digits(after));
    }
    calendar.add("STATUS", if is_certain { "CONFIRMED" } else { "TENTATIVE" });
    // A term takes nobody's time.
    calendar.add("TRANSP", "TRANSPARENT");
    calendar.add_text("SUMMARY", &format!("{owner}: {}, {}", term.names(language), term.label));
    let dates = (!is_certain).then(|| format!("{} – {}", known(term.start), known(term.end)));
    let people = term.chairpersons.iter().map(|person| person.name.clone());
    let note = term.note.localized(language).text;
    let note = (!note.is_empty()).then(|| note.to_owned());
    let description: Vec<_> = dates.into_iter().chain(people).chain(note).collect();
    if !description.is_empty() {
        calendar.add_text("DESCRIPTION", &description.join("\n"));
    }
    calendar.add("END", "VEVENT");
}

/// A day as the format writes it, `20100101`.
fn digits(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// A date as far as it is known.
fn known(date: Option<PartialDate>) -> String {
    date.map_or("?".to_owned(), |date| date.to_string())
}

/// Lines of the format.
#[derive(Default)]
struct Lines(String);

impl Lines {
    /// Adds a line, folded to at most 75 octets and never within a letter (section 3.1).
    fn add(&mut self, name: &str, value: &str) {
        const LONGEST: usize = 75;
        let mut length = 0;
        for letter in name.chars().chain([':']).chain(value.chars()) {
            if length + letter.len_utf8() > LONGEST {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(letter);
            length += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// Adds a line with a text (section 3.3.11).
    fn add_text(&mut self, name: &str, text: &str) {
        let mut escaped = String::new();
        for letter in text.chars() {
            match letter {
                '\\' | ';' | ',' => escaped.extend(['\\', letter]),
                '\n' => escaped.push_str("\\n"),
                letter if letter.is_control() => escaped.push(' '),
                letter => escaped.push(letter),
            }
        }
        self.add(name, &escaped);
    }
}

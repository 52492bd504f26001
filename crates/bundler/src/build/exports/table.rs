//! The terms as CSV (RFC 4180), in UTF-8 with a mark at its beginning, without which spreadsheets take
//! it for something else. The columns are named as `docs/bundle.md` names things, in every language, so
//! that programs find them; dates are as far as they are known (EDTF level 1).

use csv::{Terminator, WriterBuilder};
use rostrum_model::{Chairperson, Entry, Language, Meeting, PartialDate, Term};

const COLUMNS: [&str; 14] = [
    "id",
    "label",
    "holders",
    "countries",
    "start",
    "end",
    "chairpersons",
    "council_place",
    "council_start",
    "council_end",
    "summit_place",
    "summit_start",
    "summit_end",
    "note",
];

/// A row for each term, the earliest first.
pub(super) fn table(entry: &Entry, language: &Language) -> Vec<u8> {
    let mark = "\u{feff}".as_bytes().to_vec();
    let mut table = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(mark);
    let rows = entry.timeline.terms.iter().map(|term| row(entry, term, language));
    let head = COLUMNS.map(str::to_owned);
    for row in std::iter::once(head).chain(rows) {
        table.write_record(row.map(harmless)).expect("memory takes every row");
    }
    table.into_inner().expect("memory takes every row")
}

fn row(entry: &Entry, term: &Term, language: &Language) -> [String; COLUMNS.len()] {
    let day = |day: Option<PartialDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let meeting = |held: &Option<Meeting>| {
        let place = held.as_ref().map(|held| held.place.localized(language).text.to_owned());
        let (start, end) = held.as_ref().map_or((None, None), |held| (held.start, held.end));
        (place.unwrap_or_default(), day(start), day(end))
    };
    let codes = term.holders.iter().filter_map(|holder| holder.country.as_ref());
    let codes = codes.filter_map(|slug| entry.country(slug)?.code.clone());
    let people: Vec<_> = term.chairpersons.iter().map(person).collect();
    let (council_place, council_start, council_end) = meeting(&term.council);
    let (summit_place, summit_start, summit_end) = meeting(&term.summit);
    [
        term.id.to_string(),
        term.label.clone(),
        term.names(language),
        codes.collect::<Vec<_>>().join(", "),
        day(term.start),
        day(term.end),
        people.join("; "),
        council_place,
        council_start,
        council_end,
        summit_place,
        summit_start,
        summit_end,
        term.note.localized(language).text.to_owned(),
    ]
}

/// A person, with the days in office as an interval (ISO 8601) where one of them is known.
fn person(Chairperson { name, from, to }: &Chairperson) -> String {
    let day = |day: &Option<PartialDate>| day.map(|day| day.to_string()).unwrap_or_default();
    match (from, to) {
        (None, None) => name.clone(),
        _ => format!("{name} ({}/{})", day(from), day(to)),
    }
}

/// A cell that no spreadsheet takes for a formula (OWASP, CSV injection).
fn harmless(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell }
}

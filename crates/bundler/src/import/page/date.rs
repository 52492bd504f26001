//! Dates as press offices write them, and datelines: `VIENNA, 30 April 2007 - …`.

use rostrum_model::Date;

/// Month names by language, January first: English, French, German, Spanish, Italian and Russian as
/// it stands in a date.
#[rustfmt::skip]
const MONTHS: [[&str; 12]; 6] = [
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december",
    ],
    [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
        "octobre", "novembre", "décembre",
    ],
    [
        "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september",
        "oktober", "november", "dezember",
    ],
    [
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
        "octubre", "noviembre", "diciembre",
    ],
    [
        "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto",
        "settembre", "ottobre", "novembre", "dicembre",
    ],
    [
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
        "октября", "ноября", "декабря",
    ],
];

/// Words that stand in a date and say nothing: `30 de abril de 2007`, `30 апреля 2007 г.`
const FILLERS: [&str; 7] = ["de", "of", "the", "le", "г", "года", "at"];

/// How far into a text a dateline reaches, in characters.
const LONGEST_DATELINE: usize = 100;

/// The beginning of a release's first paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Dateline<'s> {
    /// The city, as it was written.
    pub(super) city: &'s str,
    /// The day.
    pub(super) date: Date,
}

/// Reads `30 April 2007`, `April 30, 2007`, `Monday, 30 April 2007`, `2007-04-30`, `30.4.2007` or
/// `2007/04/30`. Of `30/04/2007` day and month are only known where one of them is above 12.
pub(crate) fn read_date(text: &str) -> Option<Date> {
    let text = text.trim();
    text.parse().ok().or_else(|| in_figures(text)).or_else(|| in_words(text))
}

fn in_figures(text: &str) -> Option<Date> {
    let separator = ['.', '/'].into_iter().find(|sign| text.contains(*sign))?;
    let parts: Option<Vec<u16>> = text.split(separator).map(number).collect();
    let [first, second, third] = parts?[..] else { return None };
    let small = |number| u8::try_from(number).ok();
    if text.split(separator).next().is_some_and(|year| year.len() == 4) {
        return Date::new(first, small(second)?, small(third)?);
    }
    let year = Some(third).filter(|year| *year > 999)?;
    let day_first = Date::new(year, small(second)?, small(first)?);
    let month_first = Date::new(year, small(first)?, small(second)?);
    match (separator, day_first, month_first) {
        ('.', date, _) | (_, date, None) => date,
        (_, None, date) => date,
        (_, one, other) => one.filter(|one| Some(*one) == other),
    }
}

fn in_words(text: &str) -> Option<Date> {
    let is_weekday = |word: &str| word.chars().all(char::is_alphabetic) && month_of(word).is_none();
    let text =
        text.split_once(',').filter(|(word, _)| is_weekday(word)).map_or(text, |(_, day)| day);
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || c == ',')
        .map(|word| word.trim_end_matches('.'))
        .filter(|word| !word.is_empty() && !FILLERS.contains(&word.to_lowercase().as_str()))
        .collect();
    let [first, second, year] = words[..] else { return None };
    let year = number(year).filter(|_| year.len() == 4)?;
    let (day, month) = match month_of(second) {
        Some(month) => (first, month),
        None => (second, month_of(first)?),
    };
    let day =
        ["st", "nd", "rd", "th", "er"].iter().find_map(|end| day.strip_suffix(end)).unwrap_or(day);
    Date::new(year, month, u8::try_from(number(day)?).ok()?)
}

/// Reads the dateline at the beginning of a text, if there is one.
pub(super) fn read_dateline(text: &str) -> Option<Dateline<'_>> {
    let reach =
        text.char_indices().nth(LONGEST_DATELINE).map_or(text.len(), |(position, _)| position);
    let head = &text[..reach];
    // An ISO date has hyphens of its own, so the dash stands between spaces.
    let end = [" - ", " – ", " — "].iter().filter_map(|dash| head.find(dash)).min()?;
    let (city, date) = head[..end].split_once(',')?;
    let city = city.trim();
    (!city.is_empty()).then_some(Dateline { city, date: read_date(date)? })
}

/// A city in capitals as it is usually written: `ST. PETERSBURG` is `St. Petersburg`.
pub(super) fn city_name(text: &str) -> String {
    if text.chars().any(char::is_lowercase) {
        return text.to_owned();
    }
    let mut name = String::new();
    let mut is_within_word = false;
    for character in text.chars() {
        if is_within_word {
            name.extend(character.to_lowercase());
        } else {
            name.push(character);
        }
        is_within_word = character.is_alphabetic();
    }
    name
}

fn month_of(word: &str) -> Option<u8> {
    let word = word.trim_end_matches('.').to_lowercase();
    let is_short = word.chars().count() == 3;
    // Three letters are enough in English; in French they are not.
    let short = || MONTHS[0].iter().position(|name| is_short && name.starts_with(&word));
    let whole = MONTHS.iter().find_map(|names| names.iter().position(|name| *name == word));
    u8::try_from(whole.or_else(short)? + 1).ok()
}

fn number(text: &str) -> Option<u16> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_is_read_however_it_is_written() {
        for text in [
            "30 April 2007",
            "April 30, 2007",
            "2007-04-30",
            "30 Apr 2007",
            "30 APRIL 2007",
            " 30  April, 2007 ",
            "Monday, 30 April 2007",
            "April 30th, 2007",
            "30 avril 2007",
            "30. April 2007",
            "30 de abril de 2007",
            "30 aprile 2007",
            "30 апреля 2007 г.",
            "30.04.2007",
            "30.4.2007",
            "30/04/2007",
            "04/30/2007",
            "2007/04/30",
        ] {
            assert_eq!(read_date(text), Some(date("2007-04-30")), "{text}");
        }
        for text in [
            "",
            "30 April",
            "31 April 2007",
            "30 Floréal 2007",
            "30 April 07",
            "3/4/2007",
            "30.4.07",
            "1.2.3.2007",
            "31/04/2007",
            "April 2007",
            "30 4 2007",
            "+30 April 2007",
        ] {
            assert_eq!(read_date(text), None, "{text}");
        }
    }

    #[test]
    fn a_dateline_is_a_city_a_day_and_a_dash() {
        let vienna = Dateline { city: "VIENNA", date: date("2007-04-30") };
        for text in [
            "VIENNA, 30 April 2007 - Kazakhstan",
            "VIENNA, April 30, 2007 – K",
            "VIENNA, 2007-04-30 — K",
        ] {
            assert_eq!(read_dateline(text), Some(vienna.clone()), "{text}");
        }
        for text in [
            "Kazakhstan said today, on 30 April 2007 - a day",
            ", 30 April 2007 - K",
            "VIENNA, 30 April 2007",
        ] {
            assert_eq!(read_dateline(text), None, "{text}");
        }
    }

    #[test]
    fn capitals_become_a_name() {
        for (capitals, name) in [
            ("VIENNA", "Vienna"),
            ("ST. PETERSBURG", "St. Petersburg"),
            ("ÇANAKKALE", "Çanakkale"),
            ("Bishkek", "Bishkek"),
            ("", ""),
        ] {
            assert_eq!(city_name(capitals), name);
        }
    }

    proptest! {
        #[test]
        fn every_day_is_read_back_from_its_dateline(city in "[A-Z][A-Z .'-]{0,12}[A-Z]", year in 1000u16..=9999, month in 1u8..=12, day in 1u8..=31, dash in "[-–—]", text in "\\PC{0,20}") {
            prop_assume!(![" - "].iter().any(|dash| city.contains(dash)));
            let name = MONTHS[0][usize::from(month) - 1];
            let line = format!("{city}, {day} {name} {year} {dash} {text}");
            let expected = Date::new(year, month, day).map(|date| Dateline { city: &city, date });
            prop_assert_eq!(read_dateline(&line), expected);
        }

        #[test]
        fn any_text_is_read_or_refused_without_a_panic(text in "(\\PC|[0-9]{1,4}|April|,| - ){0,30}") {
            let _ = (read_date(&text), read_dateline(&text), city_name(&text));
        }
    }
}

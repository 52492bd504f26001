//! How languages write numbers and dates, where there is no browser to ask: the rules of Unicode's CLDR
//! for the languages of the interface, for pages that are rendered beforehand and for tests.

use rostrum_model::PartialDate;

use crate::locale::{Messages, Shown, english, fill};

/// What a language writes in its own way.
struct Rules {
    /// The months, after a day.
    months: &'static str,
    /// The months without a day, where they are called otherwise.
    months_alone: &'static str,
    weekdays: &'static str,
    /// A date, of `{day}`, `{month}` and `{year}`.
    date: &'static str,
    /// What follows the day's name.
    after_weekday: &'static str,
    /// What stands between thousands, and before tenths.
    thousands: &'static str,
    decimal: &'static str,
    /// Bytes, kilobytes and megabytes.
    units: &'static str,
    and: &'static str,
    /// The category of a number.
    category: fn(u32) -> &'static str,
}

fn rules(messages: &Messages) -> &'static Rules {
    match messages.tag {
        "ar" => &ARABIC,
        "de" => &GERMAN,
        "es" => &SPANISH,
        "fr" => &FRENCH,
        "it" => &ITALIAN,
        _ => &RUSSIAN,
    }
}

pub(super) fn category(messages: &Messages, n: u32) -> &'static str {
    (rules(messages).category)(n)
}

/// Whole numbers in groups of three digits. Italian and Spanish begin with five digits.
pub(super) fn number(messages: &Messages, n: u32) -> String {
    let is_short = n < 10_000 && matches!(messages.tag, "es" | "it");
    let digits = n.to_string();
    let mut written = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) && !is_short {
            written.push_str(rules(messages).thousands);
        }
        written.push(digit);
    }
    written
}

pub(super) fn size(messages: &Messages, bytes: u64) -> String {
    let Rules { decimal, units, .. } = rules(messages);
    let english = english::size(bytes);
    let (number, unit) = english.split_once(' ').unwrap_or((&english, ""));
    let place = ["B", "kB", "MB"].iter().position(|name| *name == unit).unwrap_or_default();
    let number = number.strip_suffix(".0").unwrap_or(number).replace('.', decimal);
    [&number, "\u{a0}", units.split(' ').nth(place).unwrap_or_default()].concat()
}

pub(super) fn date(messages: &Messages, date: PartialDate, shown: Shown) -> String {
    let rules = rules(messages);
    let Some(month) = date.month() else { return date.year().to_string() };
    let names = if date.day().is_none() { rules.months_alone } else { rules.months };
    let month = names.split(' ').nth(usize::from(month - 1)).unwrap_or_default();
    let day = match date.day() {
        Some(1) if !messages.first().is_empty() => messages.first().to_owned(),
        day => day.map_or_else(String::new, |day| day.to_string()),
    };
    if shown == Shown::Day {
        let is_ordinal = rules.date.starts_with("{day}.");
        return if is_ordinal { [&day, "."].concat() } else { day };
    }
    let pattern = match (date.day(), shown) {
        (None, _) => rules
            .date
            .trim_start_matches("{day}")
            .trim_start_matches(". ")
            .trim_start_matches(" de ")
            .trim_start(),
        (_, Shown::WithoutYear) => rules.date.split("{month}").next().unwrap_or_default(),
        _ => rules.date,
    };
    let pattern = if shown == Shown::WithoutYear {
        [pattern, "{month}"].concat()
    } else {
        pattern.to_owned()
    };
    let written = fill(&fill(&pattern, "{day}", &day), "{month}", month);
    let written = fill(&written, "{year}", &date.year().to_string());
    if shown == Shown::WithWeekday {
        let weekday = rules.weekdays.split(' ').nth(date.first_day().weekday()).unwrap_or_default();
        return [weekday, rules.after_weekday, &written].concat();
    }
    written
}

pub(super) fn between(messages: &Messages, names: &[&str]) -> Vec<String> {
    let comma = messages.separator();
    let is_last = |place: usize| place + 1 == names.len();
    let before =
        |place| if is_last(place) { rules(messages).and.to_owned() } else { comma.clone() };
    (1..names.len()).map(before).collect()
}

/// One, and all others.
fn one_and_other(n: u32) -> &'static str {
    if n == 1 { "one" } else { of_millions(n) }
}

/// Whole millions are followed by a preposition in the Romance languages.
fn of_millions(n: u32) -> &'static str {
    if n > 0 && n.is_multiple_of(1_000_000) { "many" } else { "other" }
}

static GERMAN: Rules = Rules {
    months: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    months_alone: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    weekdays: "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    date: "{day}. {month} {year}",
    after_weekday: ", ",
    thousands: ".",
    decimal: ",",
    units: "Byte kB MB",
    and: " und ",
    category: |n| if n == 1 { "one" } else { "other" },
};

static FRENCH: Rules = Rules {
    months: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    months_alone: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    weekdays: "lundi mardi mercredi jeudi vendredi samedi dimanche",
    date: "{day} {month} {year}",
    after_weekday: " ",
    thousands: "\u{202f}",
    decimal: ",",
    units: "o ko Mo",
    and: " et ",
    category: |n| if n < 2 { "one" } else { of_millions(n) },
};

static ITALIAN: Rules = Rules {
    months: "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    months_alone: "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    weekdays: "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    date: "{day} {month} {year}",
    after_weekday: " ",
    thousands: ".",
    decimal: ",",
    units: "byte kB MB",
    and: " e ",
    category: one_and_other,
};

static SPANISH: Rules = Rules {
    months: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    months_alone: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    weekdays: "lunes martes miércoles jueves viernes sábado domingo",
    date: "{day} de {month} de {year}",
    after_weekday: ", ",
    thousands: ".",
    decimal: ",",
    units: "B kB MB",
    and: " y ",
    category: one_and_other,
};

static RUSSIAN: Rules = Rules {
    months: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    months_alone: "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    weekdays: "понедельник вторник среда четверг пятница суббота воскресенье",
    date: "{day} {month} {year} г.",
    after_weekday: ", ",
    thousands: "\u{a0}",
    decimal: ",",
    units: "Б кБ МБ",
    and: " и ",
    category: |n| match (n % 10, n % 100) {
        (1, tens) if tens != 11 => "one",
        (2..=4, tens) if !(12..=14).contains(&tens) => "few",
        _ => "many",
    },
};

static ARABIC: Rules = Rules {
    months: "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    months_alone: "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    weekdays: "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
    date: "{day} {month} {year}",
    after_weekday: "، ",
    thousands: ",",
    decimal: ".",
    units: "بايت كيلوبايت م.ب",
    and: " و",
    category: |n| match (n, n % 100) {
        (0, _) => "zero",
        (1, _) => "one",
        (2, _) => "two",
        (_, 3..=10) => "few",
        (_, 11..=99) => "many",
        _ => "other",
    },
};

//! How English writes sizes, dates and lists. It is in the program, and needs nothing of the platform.

use rostrum_model::PartialDate;

use super::Shown;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// A number, its thousands parted by commas.
pub(super) fn number(n: u32) -> String {
    match (n / 1_000, n % 1_000) {
        (0, n) => n.to_string(),
        (thousands, rest) => [&number(thousands), ",", &(1_000 + rest).to_string()[1..]].concat(),
    }
}

/// A size in the largest unit that it fills.
pub(super) fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => [&bytes.to_string(), " B"].concat(),
        1_000..1_000_000 => [&(bytes.div_ceil(1_000)).to_string(), " kB"].concat(),
        _ => {
            let tenths = bytes.div_ceil(100_000);
            [&(tenths / 10).to_string(), ".", &(tenths % 10).to_string(), " MB"].concat()
        }
    }
}

/// As much of a date as is wanted and known.
pub(super) fn date(date: PartialDate, shown: Shown) -> String {
    let mut text = String::new();
    if shown == Shown::WithWeekday {
        text.push_str(WEEKDAYS[date.first_day().weekday()]);
        text.push(',');
    }
    if let Some(day) = date.day() {
        add(&mut text, &day.to_string());
    }
    if let Some(month) = date.month().filter(|_| shown != Shown::Day) {
        add(&mut text, MONTHS[usize::from(month - 1)]);
    }
    if matches!(shown, Shown::Whole | Shown::WithWeekday) {
        add(&mut text, &date.year().to_string());
    }
    text
}

fn add(text: &mut String, word: &str) {
    if !text.is_empty() {
        text.push(' ');
    }
    text.push_str(word);
}

/// What stands between so many names.
pub(super) fn between(names: usize) -> Vec<String> {
    (1..names).map(|name| if name + 1 == names { " and " } else { ", " }.to_owned()).collect()
}

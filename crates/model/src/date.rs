//! Calendar dates, whole or as far as they are known.
//!
//! Own types instead of a date crate: the page needs to read, compare and write ISO 8601 dates and
//! to know the day of the week, and the crates that do it weigh 14 to 52 KB in the browser.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::json::from_json_text;

/// A day of the proleptic Gregorian calendar, years 1 to 9999; in JSON an ISO 8601 date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// Why a text is no date.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a date: write year-month-day, such as 2007-04-30")]
pub struct DateError(pub String);

impl Date {
    /// The day, if the calendar has it.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let exists = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in_month(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// The year, 1 to 9999.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }

    /// Days since 1 January of year 1, which is day 0 and a Monday.
    pub fn day_number(self) -> u32 {
        let past = u32::from(self.year) - 1;
        let months: u32 =
            (1..self.month).map(|month| u32::from(days_in_month(self.year, month))).sum();
        past * 365 + past / 4 - past / 100 + past / 400 + months + u32::from(self.day) - 1
    }

    /// The day after; none after the calendar's last one.
    pub fn next_day(self) -> Option<Self> {
        let Self { year, month, day } = self;
        Self::new(year, month, day + 1)
            .or_else(|| Self::new(year, month + 1, 1))
            .or_else(|| Self::new(year + 1, 1, 1))
    }

    /// The day of the week: 0 is Monday, 6 is Sunday (ISO 8601 counts the same from 1).
    pub fn weekday(self) -> usize {
        (self.day_number() % 7) as usize
    }
}

fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Reads exactly `width` digits.
fn digits(text: &str, width: usize) -> Option<u16> {
    let all_digits = text.len() == width && text.bytes().all(|byte| byte.is_ascii_digit());
    all_digits.then(|| text.parse().ok()).flatten()
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        match text.parse()? {
            PartialDate { year, month: Some(month), day: Some(day), is_approximate: false } => {
                Ok(Self { year, month, day })
            }
            _ => Err(DateError(text.to_owned())),
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        PartialDate::from(*self).fmt(formatter)
    }
}

impl TryFrom<String> for Date {
    type Error = DateError;

    fn try_from(text: String) -> Result<Self, DateError> {
        text.parse()
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

/// A date as far as it is known: a year, a month or a day, exact or approximate. In JSON it is
/// written after EDTF level 1 (ISO 8601-2): `1991`, `1991-06`, `1991-06-19`, `1991-06~`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PartialDate {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
    is_approximate: bool,
}

impl PartialDate {
    /// The year, 1 to 9999.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12, if it is known.
    pub fn month(self) -> Option<u8> {
        self.month
    }

    /// The day of the month, 1 to 31, if it is known.
    pub fn day(self) -> Option<u8> {
        self.day
    }

    /// Whether it is only about right.
    pub fn is_approximate(self) -> bool {
        self.is_approximate
    }

    /// The first day that it may mean.
    pub fn first_day(self) -> Date {
        Date { year: self.year, month: self.month.unwrap_or(1), day: self.day.unwrap_or(1) }
    }

    /// The last day that it may mean.
    pub fn last_day(self) -> Date {
        let month = self.month.unwrap_or(12);
        let day = self.day.unwrap_or_else(|| days_in_month(self.year, month));
        Date { year: self.year, month, day }
    }
}

impl From<Date> for PartialDate {
    fn from(Date { year, month, day }: Date) -> Self {
        Self { year, month: Some(month), day: Some(day), is_approximate: false }
    }
}

impl FromStr for PartialDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let error = || DateError(text.to_owned());
        let (exact, is_approximate) = match text.strip_suffix('~') {
            Some(exact) => (exact, true),
            None => (text, false),
        };
        let mut parts = exact.split('-');
        let year = parts.next().and_then(|part| digits(part, 4)).ok_or_else(error)?;
        let mut two_digits = || match parts.next() {
            None => Ok(None),
            Some(part) => {
                digits(part, 2).and_then(|n| u8::try_from(n).ok()).map(Some).ok_or_else(error)
            }
        };
        let (month, day) = (two_digits()?, two_digits()?);
        let exists = Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).is_some();
        if exists && parts.next().is_none() {
            Ok(Self { year, month, day, is_approximate })
        } else {
            Err(error())
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(formatter, "-{part:02}")?;
        }
        formatter.write_str(if self.is_approximate { "~" } else { "" })
    }
}

impl TryFrom<String> for PartialDate {
    type Error = DateError;

    fn try_from(text: String) -> Result<Self, DateError> {
        text.parse()
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.to_string()
    }
}

from_json_text! { Date = "0001-01-01", PartialDate = "0001" }

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn the_calendar_decides_which_days_exist() {
        for text in ["2000-02-29", "2024-02-29", "2007-04-30", "1975-12-31"] {
            assert_eq!(date(text).to_string(), text);
        }
        for text in
            ["1900-02-29", "2007-02-29", "2007-04-31", "2007-13-01", "2007-00-10", "0000-01-01"]
        {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
    }

    #[test]
    fn other_ways_to_write_a_date_are_refused() {
        for text in [
            "",
            "30 April 2007",
            "2007-4-30",
            "2007-04-30T10:00",
            "2007-04",
            "2007-04-30-1",
            "+207-04-30",
        ] {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
    }

    #[test]
    fn the_day_after_may_lie_in_the_next_month_or_year() {
        for (day, after) in [
            ("2007-04-29", "2007-04-30"),
            ("2007-04-30", "2007-05-01"),
            ("2008-02-28", "2008-02-29"),
            ("2009-12-31", "2010-01-01"),
        ] {
            assert_eq!(date(day).next_day(), Some(date(after)));
        }
        assert_eq!(date("9999-12-31").next_day(), None);
    }

    #[test]
    fn the_day_of_the_week_is_right() {
        // 30 April 2007 was a Monday; 1 August 1975, when the Final Act was signed, a Friday.
        assert_eq!(date("2007-04-30").weekday(), 0);
        assert_eq!(date("1975-08-01").weekday(), 4);
        assert_eq!(date("2000-02-29").weekday(), 1);
    }

    #[test]
    fn a_partial_date_covers_the_days_that_it_may_mean() {
        let june: PartialDate = "1991-06~".parse().unwrap();
        assert_eq!((june.first_day(), june.last_day()), (date("1991-06-01"), date("1991-06-30")));
        assert!(june.is_approximate());
        let year: PartialDate = "1991".parse().unwrap();
        assert_eq!((year.first_day(), year.last_day()), (date("1991-01-01"), date("1991-12-31")));
    }

    proptest! {
        #[test]
        fn reading_what_was_written_gives_the_same_date(year in 1u16..=9999, month in 1u8..=12, day in 1u8..=31) {
            if let Some(date) = Date::new(year, month, day) {
                prop_assert_eq!(date.to_string().parse::<Date>().unwrap(), date);
            }
        }

        #[test]
        fn any_text_is_read_or_refused_without_a_panic(text in ".{0,16}") {
            if let Ok(date) = text.parse::<PartialDate>() {
                prop_assert_eq!(date.to_string(), text);
            }
        }

        #[test]
        fn day_numbers_follow_one_another(year in 1u16..9999, month in 1u8..=12) {
            let last = Date { year, month, day: days_in_month(year, month) };
            let next = if month == 12 { Date { year: year + 1, month: 1, day: 1 } } else { Date { year, month: month + 1, day: 1 } };
            prop_assert_eq!(last.day_number() + 1, next.day_number());
        }
    }
}

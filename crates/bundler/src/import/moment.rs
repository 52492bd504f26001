//! Days and times as sources write them: RFC 3339 and ISO 8601, RFC 2822, words such as
//! "30 April 2007", and seconds since 1970.
//!
//! The day of a release is that of its source's own calendar: midnight in Vienna is not yet
//! midnight in London, but the release bears the date of Vienna.

use std::{fmt::Write, str::FromStr};

use jiff::{
    Timestamp,
    civil::{DateTime, Time},
    fmt::{rfc2822, temporal::Pieces},
    tz::Offset,
};
use rostrum_model::Date;

use super::page::read_date;

/// A day, with the time as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    /// The day in the calendar of the source.
    pub(super) date: Date,
    /// Day, time and offset (RFC 3339); without an offset where the source gives none.
    pub(super) published: Option<String>,
    /// When that is; at the end of the day where no time is known, and as if in UTC where no
    /// offset is.
    instant: Option<Timestamp>,
}

impl Moment {
    /// Reads a text; none if it is no date.
    pub(super) fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        if text.is_empty() || text.len() > 80 {
            return None;
        }
        from_iso(text)
            .or_else(|| from_mail(text))
            .or_else(|| from_seconds(text))
            .or_else(|| Self::of_day(read_date(text)?))
            .or_else(|| from_words(text))
    }

    /// Whether it is still to come.
    pub(super) fn is_after(&self, now: Timestamp) -> bool {
        self.instant.is_some_and(|instant| instant > now)
    }

    /// Reads a time of a source's own zone, which is not named, with the same time in UTC beside it:
    /// what lies between the two is the offset.
    pub(super) fn read_local(local: &str, utc: Option<&str>) -> Option<Self> {
        let local = DateTime::from_str(local.trim()).ok()?;
        let utc = utc.and_then(|utc| DateTime::from_str(utc.trim().trim_end_matches('Z')).ok());
        let offset = utc.and_then(|utc| {
            let seconds = local.duration_since(utc).as_secs();
            let is_offset = seconds % 900 == 0 && seconds.abs() <= 14 * 3600;
            Offset::from_seconds(i32::try_from(seconds).ok().filter(|_| is_offset)?).ok()
        });
        Self::new(local, offset)
    }

    fn of_day(date: Date) -> Option<Self> {
        Some(Self { date, published: None, instant: Offset::UTC.to_timestamp(civil(date)?).ok() })
    }

    fn new(moment: DateTime, offset: Option<Offset>) -> Option<Self> {
        let date = day(moment)?;
        let mut published = moment.strftime("%Y-%m-%dT%H:%M:%S").to_string();
        if let Some(offset) = offset {
            let minutes = offset.seconds() / 60;
            let sign = if minutes < 0 { '-' } else { '+' };
            let (hours, minutes) = (minutes.abs() / 60, minutes.abs() % 60);
            write!(published, "{sign}{hours:02}:{minutes:02}").ok()?;
        }
        let instant = offset.unwrap_or(Offset::UTC).to_timestamp(moment).ok();
        Some(Self { date, published: Some(published), instant })
    }
}

/// The last second before the day, so that a day without a time is never still to come on itself.
fn civil(date: Date) -> Option<DateTime> {
    Some(civil_day(date)?.yesterday().ok()?.to_datetime(Time::MIN))
}

fn civil_day(date: Date) -> Option<jiff::civil::Date> {
    let (month, day) = (i8::try_from(date.month()).ok()?, i8::try_from(date.day()).ok()?);
    jiff::civil::Date::new(i16::try_from(date.year()).ok()?, month, day).ok()
}

fn day(moment: DateTime) -> Option<Date> {
    let number = |n: i8| u8::try_from(n).ok();
    Date::new(u16::try_from(moment.year()).ok()?, number(moment.month())?, number(moment.day())?)
}

fn from_iso(text: &str) -> Option<Moment> {
    // Ruby and the makers of sites that are written in it put a space before the offset.
    let text = text.replace(" +", "+").replace(" -", "-").replace(" UTC", "Z");
    let pieces = Pieces::parse(&text).ok()?;
    let date = pieces.date();
    match pieces.time() {
        None => Moment::of_day(day(date.to_datetime(Time::MIN))?),
        Some(time) => {
            let offset = pieces.to_numeric_offset();
            Moment::new(date.to_datetime(time), offset)
        }
    }
}

/// The names of zones that RFC 2822 gives an offset; any other means that it is not known.
const ZONES: [&str; 11] =
    ["UT", "UTC", "GMT", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT"];

fn from_mail(text: &str) -> Option<Moment> {
    let zone = text.split_whitespace().next_back()?;
    if zone.starts_with(char::is_alphabetic) && !ZONES.contains(&zone) {
        return None;
    }
    let parser = rfc2822::DateTimeParser::new().relaxed_weekday(true);
    let zoned = parser.parse_zoned_datetime(text).ok()?;
    Moment::new(zoned.datetime(), Some(zoned.offset()))
}

/// A day with a time behind it, such as `30.04.2007 14:30` or `April 30, 2007, 2:30 pm CEST`. What
/// stands behind the time is no offset that is read here: names of zones mean many.
fn from_words(text: &str) -> Option<Moment> {
    let start = text.split_whitespace().find(|word| word.contains(':'))?;
    let (before, after) = text.split_once(start)?;
    let date = civil_day(read_date(before.trim_end().trim_end_matches(','))?)?;
    let after = after.trim_start().to_lowercase();
    let mut parts = start.split(':').map(|part| part.parse::<i8>().ok());
    let (hour, minute) = (parts.next()??, parts.next()??);
    let second = parts.next().unwrap_or(Some(0))?;
    let hour = match (hour, after.get(..2)) {
        (12, Some("am")) => 0,
        (1..12, Some("pm")) => hour + 12,
        _ => hour,
    };
    Moment::new(date.to_datetime(Time::new(hour, minute, second, 0).ok()?), None)
}

/// Seconds or thousandths of them since 1970, as databases export them.
fn from_seconds(text: &str) -> Option<Moment> {
    let moment = match text.len() {
        9..=10 => Timestamp::from_second(text.parse().ok()?).ok()?,
        12..=13 => Timestamp::from_millisecond(text.parse().ok()?).ok()?,
        _ => return None,
    };
    Moment::new(Offset::UTC.to_datetime(moment), Some(Offset::UTC))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_moment_keeps_the_day_and_the_offset_of_its_source() {
        for (text, date, published) in [
            ("2007-04-30T23:30:00+02:00", "2007-04-30", Some("2007-04-30T23:30:00+02:00")),
            ("2007-04-30T23:30:00Z", "2007-04-30", Some("2007-04-30T23:30:00+00:00")),
            ("20070430T233000+0200", "2007-04-30", Some("2007-04-30T23:30:00+02:00")),
            ("2007-04-30T23:30:00.250-05:00", "2007-04-30", Some("2007-04-30T23:30:00-05:00")),
            ("Mon, 30 Apr 2007 23:30:00 +0200", "2007-04-30", Some("2007-04-30T23:30:00+02:00")),
            ("Mon, 30 Apr 2007 23:30:00 GMT", "2007-04-30", Some("2007-04-30T23:30:00+00:00")),
            ("2007-04-30 23:30:00", "2007-04-30", Some("2007-04-30T23:30:00")),
            ("2007-04-30", "2007-04-30", None),
            ("30 April 2007", "2007-04-30", None),
            ("April 30, 2007", "2007-04-30", None),
            ("1177967400", "2007-04-30", Some("2007-04-30T21:10:00+00:00")),
            ("1177967400000", "2007-04-30", Some("2007-04-30T21:10:00+00:00")),
            ("30.04.2007 23:30", "2007-04-30", Some("2007-04-30T23:30:00")),
            ("30/04/2007 23:30:05", "2007-04-30", Some("2007-04-30T23:30:05")),
            ("April 30, 2007, 11:30 PM", "2007-04-30", Some("2007-04-30T23:30:00")),
            ("Monday, 30 April 2007 12:05 am", "2007-04-30", Some("2007-04-30T00:05:00")),
            ("Mon, 30 Apr 2007 23:30:00 CET", "2007-04-30", Some("2007-04-30T23:30:00")),
            ("Mon, 30 Apr 2007 23:30:00 EST", "2007-04-30", Some("2007-04-30T23:30:00-05:00")),
            ("30 Apr 07 23:30 GMT", "2007-04-30", Some("2007-04-30T23:30:00+00:00")),
            ("2007-04-30T23:30+02", "2007-04-30", Some("2007-04-30T23:30:00+02:00")),
            ("2007-04-30 23:30:00 +0200", "2007-04-30", Some("2007-04-30T23:30:00+02:00")),
            (
                "2007-04-30T23:30:00+02:00[Europe/Vienna]",
                "2007-04-30",
                Some("2007-04-30T23:30:00+02:00"),
            ),
        ] {
            let moment = Moment::read(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(
                (&*moment.date.to_string(), moment.published.as_deref()),
                (date, published),
                "{text}"
            );
        }
        for text in ["", "0000-00-00 00:00:00", "2007-02-30", "tomorrow", "30 4 7"] {
            assert_eq!(Moment::read(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_still_to_come_is_known_as_such() {
        let now = "2007-04-30T12:00:00Z".parse().unwrap();
        for (text, is_after) in [
            ("2007-04-30T14:30:00+02:00", true),
            ("2007-04-30T13:30:00+02:00", false),
            ("2007-04-30", false),
            ("2007-05-02", true),
        ] {
            assert_eq!(Moment::read(text).unwrap().is_after(now), is_after, "{text}");
        }
    }

    #[test]
    fn what_lies_between_the_local_time_and_utc_is_the_offset() {
        for (local, utc, published) in [
            ("2021-05-03 00:30:00", Some("2021-05-02 22:30:00"), "2021-05-03T00:30:00+02:00"),
            ("2021-05-03T00:30:00", Some("2021-05-03T04:00:00"), "2021-05-03T00:30:00-03:30"),
            ("2021-05-03 00:30:00", Some("0000-00-00 00:00:00"), "2021-05-03T00:30:00"),
            ("2021-05-03 00:30:00", Some("2021-01-01 00:00:00"), "2021-05-03T00:30:00"),
            ("2021-05-03 00:30:00", None, "2021-05-03T00:30:00"),
        ] {
            let moment = Moment::read_local(local, utc).unwrap();
            assert_eq!(moment.published.as_deref(), Some(published));
            assert_eq!(moment.date.to_string(), "2021-05-03");
        }
        assert_eq!(Moment::read_local("0000-00-00 00:00:00", None), None);
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused_without_a_panic(text in "(\\PC|[0-9]{1,4}|[-:TZ+ ,]){0,20}") {
            let _ = Moment::read(&text);
        }
    }
}

//! Days and times as sources write them: RFC 3339 and ISO 8601, RFC 2822, words such as
//! "30 April 2007", and seconds since 1970.
//!
//! The day of a release is that of its source's own calendar: midnight in Vienna is not yet
//! midnight in London, but the release bears the date of Vienna.

use std::fmt::Write;

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
    }

    /// Whether it is still to come.
    pub(super) fn is_after(&self, now: Timestamp) -> bool {
        self.instant.is_some_and(|instant| instant > now)
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
    let year = i16::try_from(date.year()).ok()?;
    let month = i8::try_from(date.month()).ok()?;
    let day = jiff::civil::Date::new(year, month, i8::try_from(date.day()).ok()?).ok()?;
    Some(day.yesterday().ok()?.to_datetime(Time::MIN))
}

fn day(moment: DateTime) -> Option<Date> {
    let number = |n: i8| u8::try_from(n).ok();
    Date::new(u16::try_from(moment.year()).ok()?, number(moment.month())?, number(moment.day())?)
}

fn from_iso(text: &str) -> Option<Moment> {
    let pieces = Pieces::parse(text).ok()?;
    let date = pieces.date();
    match pieces.time() {
        None => Moment::of_day(day(date.to_datetime(Time::MIN))?),
        Some(time) => {
            let offset = pieces.to_numeric_offset();
            Moment::new(date.to_datetime(time), offset)
        }
    }
}

fn from_mail(text: &str) -> Option<Moment> {
    let parser = rfc2822::DateTimeParser::new().relaxed_weekday(true);
    let zoned = parser.parse_zoned_datetime(text).ok()?;
    Moment::new(zoned.datetime(), Some(zoned.offset()))
}

/// Seconds since 1970, as databases export them.
fn from_seconds(text: &str) -> Option<Moment> {
    if !(9..=10).contains(&text.len()) {
        return None;
    }
    let moment = Timestamp::from_second(text.parse().ok()?).ok()?;
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

    proptest! {
        #[test]
        fn any_text_is_read_or_refused_without_a_panic(text in "(\\PC|[0-9]{1,4}|[-:TZ+ ,]){0,20}") {
            let _ = Moment::read(&text);
        }
    }
}

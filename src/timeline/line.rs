//! The days that the line of time goes over, and the part of them that is drawn.
//!
//! Nobody can tell apart what stands on the same pixels, and what is out of sight need not be there:
//! so however many terms there are, what is drawn is as much as fits into the window.

use rostrum_model::Date;

use crate::site::Site;

/// The days that the line of time goes over.
#[derive(Clone, Copy)]
pub(super) struct Line {
    /// The first and the last year.
    pub(super) years: (u16, u16),
    from: u32,
    pub(super) days: u32,
}

/// The part of the line that is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sight {
    /// Its first and last day, counted from the beginning of the line.
    pub(super) days: (u32, u32),
    /// How wide a day is, in pixels.
    pub(super) scale: f64,
}

impl Line {
    /// From the first term's year to the last's or this one; none where there is no term.
    pub(super) fn of(site: &Site) -> Option<Self> {
        let timeline = &site.entry.timeline;
        let spans = || (0..timeline.terms.len()).filter_map(|index| timeline.span(index));
        let first = spans().map(|span| span.first.year()).min()?;
        let last = spans().map(|span| span.last.unwrap_or(span.first).year()).max()?;
        let last = last.max(site.today.year()).max(first);
        let from = new_year(first);
        Some(Self { years: (first, last), from, days: new_year(last + 1) - from })
    }

    /// How many days lie between its beginning and a day; days outside stand at its ends.
    pub(super) fn place(self, number: u32) -> u32 {
        number.clamp(self.from, self.from + self.days) - self.from
    }

    /// How many days lie between its beginning and that of a year.
    pub(super) fn year(self, year: u16) -> u32 {
        self.place(new_year(year))
    }

    pub(super) fn holds(self, number: u32) -> bool {
        (self.from..self.from + self.days).contains(&number)
    }

    /// Whether a day stands in the second half, where words run towards the beginning.
    pub(super) fn is_late(self, place: u32) -> bool {
        place > self.days / 2
    }
}

impl Sight {
    /// Nothing yet, where it is still to be measured; natively everything, with room for all of it.
    pub(super) fn begin(line: Line) -> Self {
        let days = if cfg!(target_arch = "wasm32") { (1, 0) } else { (0, line.days) };
        Self { days, scale: f64::INFINITY }
    }

    /// What is seen through a window of so many pixels, of a line of so many days that is `scale`
    /// times as wide and begins `from` pixels before the window; and so many windows on each side.
    pub(super) fn through(width: u32, days: u32, scale: u32, from: f64, beyond: f64) -> Self {
        let width = f64::from(width);
        let day = width * f64::from(scale) / f64::from(days.max(1));
        let at = |pixels: f64| whole(pixels.max(0.0) / day).min(days);
        let (first, last) = (at(from - beyond * width), at(from + (1.0 + beyond) * width));
        Self { days: (first, last), scale: day }
    }

    /// Whether everything that another shows is drawn in this one.
    pub(super) fn covers(self, other: Self) -> bool {
        self.scale.to_bits() == other.scale.to_bits()
            && self.days.0 <= other.days.0
            && self.days.1 >= other.days.1
    }

    /// Whether a part of a span is in it.
    pub(super) fn meets(self, first: u32, last: u32) -> bool {
        first <= self.days.1 && last >= self.days.0
    }

    /// Whether so many days are at least so many pixels wide.
    pub(super) fn has_room(self, days: u32, pixels: f64) -> bool {
        f64::from(days) * self.scale >= pixels
    }

    /// The first day after the slot that holds a day, where slots of so many pixels follow each
    /// other from the beginning of the line. With each doubling of the scale, slots halve.
    pub(super) fn slot_end(self, day: u32, pixels: f64) -> u32 {
        let slot = pixels / self.scale;
        let end = whole(f64::from(day) / slot).saturating_add(1);
        whole((f64::from(end) * slot).ceil()).max(day + 1)
    }
}

/// The number of the day on which a year begins.
fn new_year(year: u16) -> u32 {
    Date::new(year, 1, 1).map_or(0, Date::day_number)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is a small count")]
pub(super) fn whole(number: f64) -> u32 {
    number as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_seen_follows_the_window_along_the_line() {
        for (scale, from, beyond, expected) in [
            (1, 0.0, 0.0, (0, 1000)),
            (1, 0.0, 0.5, (0, 1000)),
            (2, 0.0, 0.0, (0, 500)),
            (2, 50.0, 0.0, (250, 750)),
            (4, 150.0, 0.5, (250, 750)),
            (4, 300.0, 0.5, (625, 1000)),
            (4, -20.0, 0.0, (0, 200)),
        ] {
            let sight = Sight::through(100, 1000, scale, from, beyond);
            assert_eq!(sight.days, expected, "{scale} times, from {from}, {beyond} beyond");
        }
    }

    #[test]
    fn what_is_drawn_covers_what_is_seen_at_the_same_scale_only() {
        let drawn = Sight::through(100, 1000, 4, 150.0, 0.5);
        assert!(drawn.covers(Sight::through(100, 1000, 4, 180.0, 0.0)));
        assert!(!drawn.covers(Sight::through(100, 1000, 4, 250.0, 0.0)));
        assert!(!drawn.covers(Sight::through(100, 1000, 2, 80.0, 0.0)));
    }

    #[test]
    fn a_slot_ends_where_the_next_begins() {
        let sight = Sight::through(100, 1000, 1, 0.0, 0.0);
        for (day, end) in [(0, 200), (1, 200), (199, 200), (200, 400), (999, 1000)] {
            assert_eq!(sight.slot_end(day, 20.0), end, "{day}");
        }
        let nearer = Sight::through(100, 1000, 2, 0.0, 0.0);
        assert_eq!(nearer.slot_end(0, 20.0), 100);
    }

    #[test]
    fn where_there_is_room_for_everything_each_day_has_its_own_slot() {
        let sight = Sight { days: (0, 1000), scale: f64::INFINITY };
        assert_eq!(sight.slot_end(7, 20.0), 8);
        assert!(sight.has_room(1, 20.0));
    }
}

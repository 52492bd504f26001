//! The Troika of a day, and the days on which a term is taken to run where they are not known
//! exactly: never later or earlier than what is known allows, and said to be uncertain.

use super::{Chairperson, Term, Timeline};
use crate::{Date, PartialDate};

/// The three who share the work on a day: the one in the chair, the one before and the one after.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Troika<'a> {
    /// The outgoing chair's term.
    pub previous: Option<&'a Term>,
    /// The term of that day.
    pub current: Option<&'a Term>,
    /// The incoming chair's term, once it is decided.
    pub next: Option<&'a Term>,
    /// Whether a handover near that day is known only roughly, so that the one before or after may
    /// have been in the chair.
    pub is_uncertain: bool,
}

/// The days on which a term is taken to run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Its first day.
    pub first: Date,
    /// Its last day, on which the next term may begin; absent where no end is in sight.
    pub last: Option<Date>,
}

impl Span {
    /// The year in which most of it lies: a term from December to December belongs to the second.
    pub fn year(self) -> u16 {
        const HALF_A_YEAR: u32 = 182;
        const DAYS_IN_400_YEARS: u32 = 146_097;
        let first = self.first.day_number();
        let half =
            self.last.map_or(HALF_A_YEAR, |last| last.day_number().saturating_sub(first) / 2);
        u16::try_from((first + half) * 400 / DAYS_IN_400_YEARS + 1).unwrap_or(u16::MAX)
    }
}

/// How many days an end that is only roughly known may lie before the next beginning without a
/// vacancy between them.
const ROUGHLY: u32 = 31;

impl Term {
    /// The Chairperson-in-Office on a day; before the term the first one, after it the last.
    pub fn chairperson(&self, day: Date) -> Option<&Chairperson> {
        let has_begun =
            |person: &&Chairperson| person.from.is_none_or(|from| from.first_day() <= day);
        self.chairpersons.iter().rfind(has_begun).or(self.chairpersons.first())
    }

    /// The last day of the last meeting within the term.
    fn last_meeting(&self) -> Option<Date> {
        let meetings = [&self.council, &self.summit].into_iter().flatten();
        meetings
            .filter_map(|meeting| meeting.end.or(meeting.start))
            .map(PartialDate::last_day)
            .max()
    }
}

impl Troika<'_> {
    fn with_certainty(mut self, day: Date) -> Self {
        let bounds = [
            self.current.and_then(|term| term.start),
            self.current.and_then(|term| term.end),
            self.next.and_then(|term| term.start),
        ];
        self.is_uncertain = bounds.into_iter().flatten().any(|bound| {
            bound.is_approximate() && bound.first_day() <= day && day <= bound.last_day()
        });
        self
    }
}

impl Timeline {
    /// The Troika of a day; nobody is in the chair on a day that no term covers. On the day of a
    /// handover the new chair is in office. See [`Timeline::span`] for terms whose days are not
    /// known exactly.
    pub fn troika(&self, day: Date) -> Troika<'_> {
        let has_begun = |index: &usize| self.span(*index).is_some_and(|span| span.first <= day);
        let term = |index: usize| self.terms.get(index);
        let Some(latest) = (0..self.terms.len()).rfind(has_begun) else {
            return Troika { next: term(0), ..Troika::default() }.with_certainty(day);
        };
        let runs = self.span(latest).is_some_and(|span| span.last.is_none_or(|last| day <= last));
        let (previous, current) = if runs {
            (latest.checked_sub(1).and_then(term), term(latest))
        } else {
            (term(latest), None)
        };
        let next = term(latest + 1);
        Troika { previous, current, next, is_uncertain: false }.with_certainty(day)
    }

    /// The days on which the term at a place in the list is taken to run; none where nothing says
    /// when it began.
    ///
    /// A beginning that is unknown or approximate is that of the council that opened the term.
    /// Without one it is the first day that the date may mean, but not before the last meeting of
    /// the term before; without a date it is the day after that term. An end that is unknown or
    /// approximate reaches to where the next term begins, unless a vacancy lies between them.
    pub fn span(&self, index: usize) -> Option<Span> {
        let term = self.terms.get(index)?;
        let first = self.beginning(index)?;
        let last = match (term.end, self.beginning(index + 1)) {
            (None, next) => next,
            (Some(end), Some(next)) if end.is_approximate() => {
                let end = end.last_day();
                let is_near = next.day_number() <= end.day_number() + ROUGHLY;
                Some(if is_near { next } else { end })
            }
            (Some(end), _) => Some(end.last_day()),
        };
        Some(Span { first, last })
    }

    fn beginning(&self, index: usize) -> Option<Date> {
        let term = self.terms.get(index)?;
        if let Some(start) = term.start.filter(|start| !start.is_approximate()) {
            return Some(start.first_day());
        }
        let opening = term.council.as_ref().filter(|council| council.opened_term);
        if let Some(opening) = opening.and_then(|council| council.start) {
            return Some(opening.first_day());
        }
        let before = index.checked_sub(1).and_then(|before| self.terms.get(before));
        match term.start {
            Some(start) => {
                let meetings = before.and_then(Term::last_meeting);
                Some(meetings.map_or(start.first_day(), |day| {
                    day.clamp(start.first_day(), start.last_day())
                }))
            }
            None => before.and_then(|before| before.end)?.last_day().next_day(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Text;

    fn term(id: &str, start: Option<&str>, end: Option<&str>) -> Term {
        let date = |text: &str| text.parse().unwrap();
        Term {
            id: id.parse().unwrap(),
            label: id.to_owned(),
            holders: Vec::new(),
            start: start.map(date),
            end: end.map(date),
            chairpersons: Vec::new(),
            council: None,
            summit: None,
            priorities: Vec::new(),
            note: Text::default(),
            history: Vec::new(),
            sources: Vec::new(),
        }
    }

    fn timeline() -> Timeline {
        Timeline {
            exports: Vec::new(),
            terms: vec![
                term("1991", Some("1991-06~"), Some("1992-01~")),
                term("1992", Some("1992-01~"), Some("1992-12-14")),
                term("1993", Some("1992-12-14"), None),
                term("1994", Some("1993-12-01~"), Some("1994-12~")),
                term("1996", Some("1996-01-01"), Some("1996-12-31")),
                term("1997", Some("1997-01-01"), Some("1997-12-31")),
            ],
        }
    }

    /// The labels of the outgoing, the sitting and the incoming term; `-` for nobody.
    fn ids(day: &str) -> [String; 3] {
        let timeline = timeline();
        let Troika { previous, current, next, .. } = timeline.troika(day.parse().unwrap());
        [previous, current, next].map(|term| term.map_or("-".to_owned(), |term| term.label.clone()))
    }

    #[test]
    fn the_chair_is_handed_over_at_new_year() {
        assert_eq!(ids("1996-12-31"), ["1994", "1996", "1997"]);
        assert_eq!(ids("1997-01-01"), ["1996", "1997", "-"]);
    }

    #[test]
    fn before_the_first_term_there_is_nobody_but_the_one_to_come() {
        assert_eq!(ids("1990-06-01"), ["-", "-", "1991"]);
    }

    #[test]
    fn a_term_without_an_end_lasts_until_the_next_begins() {
        assert_eq!(ids("1993-08-01"), ["1992", "1993", "1994"]);
    }

    #[test]
    fn a_gap_between_terms_is_a_vacancy_even_after_a_rough_end() {
        assert_eq!(ids("1995-06-01"), ["1994", "-", "1996"]);
    }

    #[test]
    fn a_term_without_a_beginning_begins_when_the_one_before_it_has_ended() {
        let mut timeline = timeline();
        timeline.terms[5].start = None;
        let current =
            |day: &str| timeline.troika(day.parse().unwrap()).current.unwrap().label.clone();
        assert_eq!([current("1996-12-31"), current("1997-01-01")], ["1996", "1997"]);
    }

    #[test]
    fn a_term_of_which_nothing_is_dated_is_never_taken_to_run() {
        let timeline = Timeline { terms: vec![term("1991", None, None)], ..Timeline::default() };
        assert_eq!(timeline.span(0), None);
        assert_eq!(timeline.troika("1991-07-01".parse().unwrap()).current, None);
    }

    #[test]
    fn after_the_last_decided_term_the_chair_is_vacant() {
        assert_eq!(ids("1998-01-01"), ["1997", "-", "-"]);
    }

    #[test]
    fn on_the_day_of_a_handover_the_new_chair_is_in_office() {
        assert_eq!(ids("1992-12-14")[1], "1993");
        assert_eq!(ids("1992-12-13")[1], "1992");
    }
}

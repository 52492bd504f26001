//! What can be wrong with terms in the chair, wherever they are read: in the sources or in a bundle.

use rostrum_model::{PartialDate, Term};

/// Why a term cannot follow the one above it, and what to do; nothing if it can. Only what is certain
/// counts: dates that are known roughly are given the benefit of the doubt.
pub(crate) fn disorder(before: &Term, term: &Term) -> Option<(String, &'static str)> {
    let (start, label) = (term.start?, &before.label);
    if let Some(earlier) = before.start.filter(|earlier| start.first_day() < earlier.first_day()) {
        return Some((
            format!("this term begins before the one above it, {label}, which begins {earlier}"),
            "put the terms in order, the earliest first",
        ));
    }
    let end = before.end.filter(|end| start.last_day() < end.first_day())?;
    Some((
        format!("this term begins on {start}, while the one above it, {label}, runs until {end}"),
        "let a term begin when the one before it has ended; States that share a term are its `holders`",
    ))
}

/// What to know of a time between two terms when nobody is in the chair.
pub(crate) fn vacancy(before: &Term, term: &Term) -> Option<String> {
    let (start, end) = (exact(term.start)?, exact(before.end)?);
    let is_gap = end.last_day().next_day().is_some_and(|next| next < start.first_day());
    let label = &before.label;
    is_gap.then(|| {
        format!("nobody is in the chair between {end}, when {label} ends, and {start}, when this term begins")
    })
}

/// What a pair of dates says that cannot be.
pub(crate) fn reversal(
    (first, start): (&str, Option<PartialDate>),
    (last, end): (&str, Option<PartialDate>),
) -> Option<String> {
    let (start, end) = (start?, end?);
    (end.last_day() < start.first_day())
        .then(|| format!("`{last}` is {end}, before `{first}`, which is {start}"))
}

fn exact(date: Option<PartialDate>) -> Option<PartialDate> {
    date.filter(|date| date.day().is_some() && !date.is_approximate())
}

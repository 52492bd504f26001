//! The Troika of chosen days, for the 36 terms of the organisation from 1991 to 2026.

#![expect(clippy::unwrap_used, reason = "a test may fail")]

use rostrum_model::{Date, Timeline, Troika};
use serde_json::{Value, json};

/// The States in the chair from 1996 on, each for a calendar year.
const BY_CALENDAR_YEAR: [&str; 31] = [
    "Switzerland",
    "Denmark",
    "Poland",
    "Norway",
    "Austria",
    "Romania",
    "Portugal",
    "The Netherlands",
    "Bulgaria",
    "Slovenia",
    "Belgium",
    "Spain",
    "Finland",
    "Greece",
    "Kazakhstan",
    "Lithuania",
    "Ireland",
    "Ukraine",
    "Switzerland",
    "Serbia",
    "Germany",
    "Austria",
    "Italy",
    "Slovakia",
    "Albania",
    "Sweden",
    "Poland",
    "North Macedonia",
    "Malta",
    "Finland",
    "Switzerland",
];

fn holders(name: &str) -> Value {
    json!([{ "name": { "en": name } }])
}

/// Until 1995 the terms ran from council to council, and not every day of a handover is known.
fn council_to_council() -> [Value; 5] {
    let opened_by = |place: &str, start: &str, end: &str| json!({ "place": { "en": place }, "start": start, "end": end, "opened_term": true });
    [
        json!({ "id": "1991", "label": "1991", "holders": holders("Germany"), "start": "1991-06~", "end": "1992-01~",
            "council": opened_by("Berlin", "1991-06-19", "1991-06-20") }),
        json!({ "id": "1992", "label": "1992", "holders": holders("Czechoslovakia"), "start": "1992-01~", "end": "1992-12-14",
            "chairpersons": [{ "name": "Jiří Dienstbier", "to": "1992-07-02" },
                { "name": "Jozef Moravčík", "from": "1992-07-03", "to": "1992-12-14" }],
            "council": opened_by("Prague", "1992-01-30", "1992-01-31"),
            "summit": { "place": { "en": "Helsinki" }, "start": "1992-07-09", "end": "1992-07-10" } }),
        json!({ "id": "1993", "label": "1993", "holders": holders("Sweden"), "start": "1992-12-14", "end": "1993-12-01~",
            "council": opened_by("Stockholm", "1992-12-14", "1992-12-15") }),
        json!({ "id": "1994", "label": "1994", "holders": holders("Italy"), "start": "1993-12-01~", "end": "1994-12~",
            "council": opened_by("Rome", "1993-11-30", "1993-12-01"),
            "summit": { "place": { "en": "Budapest" }, "start": "1994-12-05", "end": "1994-12-06" } }),
        json!({ "id": "1995", "label": "1995", "holders": holders("Hungary"), "start": "1994-12~", "end": "1995-12-31",
            "council": { "place": { "en": "Budapest" }, "start": "1995-12-07", "end": "1995-12-08" } }),
    ]
}

fn timeline() -> Timeline {
    let by_calendar_year = (1996..).zip(BY_CALENDAR_YEAR).map(|(year, name)| {
        json!({ "id": year.to_string(), "label": year.to_string(), "holders": holders(name),
            "start": format!("{year}-01-01"), "end": format!("{year}-12-31") })
    });
    let terms: Vec<_> = council_to_council().into_iter().chain(by_calendar_year).collect();
    rostrum_model::parse_document("chairs", &json!({ "terms": terms }).to_string()).unwrap()
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// Who was outgoing, in the chair and incoming; `-` for nobody.
fn troika(timeline: &Timeline, on: &str) -> [String; 3] {
    let Troika { previous, current, next, .. } = timeline.troika(day(on));
    let name =
        |term: &rostrum_model::Term| term.holders[0].name.iter().next().unwrap().1.to_owned();
    [previous, current, next].map(|term| term.map_or("-".to_owned(), name))
}

#[test]
fn every_mid_year_has_the_chair_of_that_year() {
    let timeline = timeline();
    let first_five = ["Germany", "Czechoslovakia", "Sweden", "Italy", "Hungary"];
    for (year, name) in (1991..).zip(first_five.into_iter().chain(BY_CALENDAR_YEAR)) {
        assert_eq!(troika(&timeline, &format!("{year}-07-01"))[1], name, "{year}");
    }
}

#[test]
fn every_calendar_year_begins_and_ends_with_its_own_troika() {
    let timeline = timeline();
    for (index, year) in (1997..=2025).enumerate() {
        let expected = [0, 1, 2].map(|step| BY_CALENDAR_YEAR[index + step]);
        for on in [format!("{year}-01-01"), format!("{year}-12-31")] {
            assert_eq!(troika(&timeline, &on), expected, "{on}");
        }
    }
}

#[test]
fn at_new_year_a_term_from_council_to_council_goes_on() {
    let timeline = timeline();
    for (on, name) in [
        ("1992-01-01", "Germany"),
        ("1993-01-01", "Sweden"),
        ("1994-01-01", "Italy"),
        ("1995-01-01", "Hungary"),
        ("1996-01-01", "Switzerland"),
    ] {
        assert_eq!(troika(&timeline, on)[1], name, "{on}");
    }
}

#[test]
fn a_handover_whose_day_is_not_known_stands_at_the_meeting_that_it_belongs_to() {
    let timeline = timeline();
    for (on, name) in [
        ("1991-06-18", "-"),
        ("1991-06-19", "Germany"),
        ("1992-01-29", "Germany"),
        ("1992-01-30", "Czechoslovakia"),
        ("1992-12-13", "Czechoslovakia"),
        ("1992-12-14", "Sweden"),
        ("1993-11-29", "Sweden"),
        ("1993-11-30", "Italy"),
        ("1994-12-05", "Italy"),
        ("1994-12-06", "Hungary"),
        ("1995-12-31", "Hungary"),
    ] {
        assert_eq!(troika(&timeline, on)[1], name, "{on}");
    }
}

#[test]
fn a_day_on_which_the_handover_is_known_only_roughly_says_so() {
    let timeline = timeline();
    for (on, is_uncertain) in [
        ("1991-05-31", false),
        ("1991-06-10", true),
        ("1992-01-15", true),
        ("1992-02-01", false),
        ("1992-12-14", false),
        ("1993-12-01", true),
        ("1994-12-20", true),
        ("1996-01-01", false),
        ("2010-01-01", false),
    ] {
        assert_eq!(timeline.troika(day(on)).is_uncertain, is_uncertain, "{on}");
    }
}

#[test]
fn before_the_first_term_and_after_the_last_nobody_is_in_the_chair() {
    let timeline = timeline();
    assert_eq!(troika(&timeline, "1990-11-21"), ["-", "-", "Germany"]);
    assert_eq!(troika(&timeline, "1991-12-31"), ["-", "Germany", "Czechoslovakia"]);
    assert_eq!(troika(&timeline, "2026-12-31"), ["Finland", "Switzerland", "-"]);
    assert_eq!(troika(&timeline, "2027-01-01"), ["Switzerland", "-", "-"]);
}

#[test]
fn the_chairperson_changes_within_the_term() {
    let timeline = timeline();
    let term = timeline.troika(day("1992-05-01")).current.unwrap();
    for (on, name) in [
        ("1992-01-30", "Jiří Dienstbier"),
        ("1992-07-02", "Jiří Dienstbier"),
        ("1992-07-03", "Jozef Moravčík"),
        ("1993-05-01", "Jozef Moravčík"),
    ] {
        assert_eq!(term.chairperson(day(on)).unwrap().name, name, "{on}");
    }
    let sweden = &timeline.terms[2];
    assert_eq!(sweden.chairperson(day("1993-01-01")), None);
}

#[test]
fn the_terms_fill_the_time_without_a_gap() {
    let timeline = timeline();
    let spans: Vec<_> = (0..36).map(|index| timeline.span(index).unwrap()).collect();
    for (earlier, later) in spans.iter().zip(&spans[1..]) {
        let last = earlier.last.unwrap();
        assert!(
            later.first == last || Some(later.first) == last.next_day(),
            "{last} to {}",
            later.first
        );
    }
}

#[test]
fn each_term_belongs_to_the_year_that_it_is_called_after() {
    let timeline = timeline();
    for (index, term) in timeline.terms.iter().enumerate() {
        assert_eq!(timeline.span(index).unwrap().year().to_string(), term.label);
    }
}

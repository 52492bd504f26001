//! The demo's 36 terms against the facts that were checked one by one, `tests/fixtures/chairs.json`.

use std::path::Path;

use rostrum_model::{Meeting, PartialDate, Term};
use serde_json::Value;

use crate::journey::{Desk, fixture};

fn demo_terms(desk: &Desk) -> Vec<Term> {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    desk.runs(&["build", content.to_str().unwrap(), "--out", "bundle"]).success();
    desk.entry().timeline.terms
}

/// A date as the facts give it: exactly, only roughly, or as one of several days.
fn fact(term: &Value, name: &str) -> Option<String> {
    let rough = || {
        let rough = term[format!("{name}_approx")].as_str()?;
        Some(format!("{}~", rough.rsplit('/').next()?))
    };
    term[name].as_str().map(str::to_owned).or_else(rough)
}

fn date(date: Option<PartialDate>) -> Option<String> {
    date.map(|date| date.to_string())
}

fn same_meeting(held: Option<&Meeting>, fact: &Value, term: &Term) {
    let day = |name: &str| fact[name].as_str().map(str::to_owned);
    assert_eq!(held.is_some(), fact.is_object(), "{term:?}");
    let Some(held) = held else { return };
    let (_, place) = held.place.iter().next().unwrap();
    assert!(place.starts_with(fact["city"].as_str().unwrap()), "{place} of {term:?}");
    assert_eq!(
        (date(held.start), date(held.end)),
        (day("date_start"), day("date_end")),
        "{term:?}"
    );
}

#[test]
fn every_term_of_the_demo_says_what_the_facts_say() {
    let desk = Desk::new();
    let terms = demo_terms(&desk);
    let facts: Vec<Value> = serde_json::from_str(&fixture("chairs.json")).unwrap();
    assert_eq!((terms.len(), facts.len()), (36, 36));
    let countries = desk.entry().countries;
    for (term, fact) in terms.iter().zip(&facts) {
        assert_eq!(term.label, fact["year"].to_string());
        let [holder] = &term.holders[..] else { panic!("one State holds {term:?}") };
        assert_eq!(holder.name.iter().next().unwrap().1, fact["country"].as_str().unwrap());
        let country =
            countries.iter().find(|country| Some(&country.slug) == holder.country.as_ref());
        // Czechoslovakia is no country of today.
        if let Some(country) = country {
            assert_eq!(country.code.as_deref(), fact["iso2"].as_str(), "{term:?}");
        }
        assert_eq!(date(term.start), self::fact(fact, "start"), "{term:?}");
        assert_eq!(date(term.end), self::fact(fact, "end"), "{term:?}");
        let people: Vec<Value> =
            term.chairpersons.iter().map(|person| serde_json::to_value(person).unwrap()).collect();
        assert_eq!(Value::from(people), fact["chairpersons"], "{}", term.label);
        same_meeting(term.council.as_ref(), &fact["council"], term);
        same_meeting(term.summit.as_ref(), &fact["summit"], term);
    }
}

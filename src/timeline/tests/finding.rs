//! Which terms are found, and the table of them.

use leptos::prelude::*;

use super::{between, site, words};
use crate::timeline::{
    look::{Filter, Look},
    table::table,
};

/// The ids of the terms that a query of the address shows.
fn found(change: impl FnOnce(&mut Filter)) -> Vec<String> {
    Owner::new().with(|| {
        let site = site("2013-05-01");
        let look = Look::begin(&site, None);
        look.change_filter(change);
        let terms = site.entry.timeline.terms.iter().enumerate();
        let shown = terms.filter(|(index, _)| look.shows(*index).get_untracked());
        shown.map(|(_, term)| term.id.to_string()).collect()
    })
}

#[test]
fn terms_are_found_by_state_person_and_year_as_people_type_them() {
    let search = |text: &str| found(|filter| filter.search = text.to_owned());
    assert_eq!(search("genscher"), ["1991"]);
    assert_eq!(search("germ"), ["1991", "2013"]);
    assert_eq!(search("KZ"), ["2010"]);
    assert_eq!(search("slovakia"), ["1992", "2012-first"]);
    assert_eq!(search("2012"), ["2012-first", "2012-second"]);
    assert!(search("nowhere").is_empty());
    assert_eq!(search("").len(), 6);
}

#[test]
fn terms_are_left_out_by_decade_and_by_chairs_held_only_once() {
    assert_eq!(found(|filter| filter.decade = Some(1990)), ["1991", "1992"]);
    let repeated = found(|filter| filter.is_repeated = true);
    assert_eq!(repeated, ["1991", "1992", "2012-first", "2013"]);
}

#[test]
fn a_table_says_the_same_in_rows_of_which_each_is_named_by_its_term() {
    let html = Owner::new().with(|| {
        let site = site("2013-05-01");
        table(&site, Look::begin(&site, None)).into_node().to_html()
    });
    assert_eq!(
        words(between(&html, "<thead>", "</thead>")),
        "Term State Period Chairperson-in-Office Ministerial Council Summit"
    );
    let row = words(&html[html.find("/chairpersonships/2010/").unwrap()..]);
    assert!(
        row.contains("2010 Kazakhstan 1 January – 31 December 2010 Kanat Saudabayev Astana, 1 – 2"),
        "{row}"
    );
    assert_eq!(html.matches("<th scope=\"row\">").count(), 6);
}

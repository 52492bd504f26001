//! Where the items of a list end and those that only run on after it begin (rule 2).

use std::collections::BTreeSet;

/// Why items are taken to run on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    /// The first of them repeats the heading of another group.
    RepeatsHeading,
    /// The first of them begins the alphabet anew.
    BreaksOrder,
    /// They share no word with the list.
    SharesNoWord,
}

/// The fewest items that show an alphabetical order.
const SHORTEST_ORDER: usize = 5;

/// The form of a label in which it is compared: small letters without accents.
pub(super) fn folded(label: &str) -> String {
    deunicode::deunicode(label).to_lowercase()
}

/// Where the items of a list stop belonging to its heading, and why; none if all belong to it.
/// `other_headings` are folded.
pub(super) fn run_on(
    heading: &str,
    labels: &[&str],
    other_headings: &BTreeSet<String>,
) -> Option<(usize, Reason)> {
    let labels: Vec<String> = labels.iter().map(|label| folded(label)).collect();
    // At most a third runs on; the first item always belongs to its heading.
    let first = (labels.len() - labels.len() / 3).max(1);
    let repeats =
        (first..labels.len()).find(|position| other_headings.contains(&labels[*position]));
    let restart = (first..labels.len()).find(|position| begins_anew(&labels, *position));
    let stranger = if restart.is_none() && !is_in_order(&labels) {
        strangers(&folded(heading), &labels).filter(|position| *position >= first)
    } else {
        None
    };
    [
        repeats.map(|position| (position, Reason::RepeatsHeading)),
        restart.map(|position| (position, Reason::BreaksOrder)),
        stranger.map(|position| (position, Reason::SharesNoWord)),
    ]
    .into_iter()
    .flatten()
    .min_by_key(|(position, _)| *position)
}

/// Whether labels are in alphabetical order, apart from one in ten.
pub(super) fn is_in_order(labels: &[String]) -> bool {
    let inversions = labels.windows(2).filter(|pair| pair[1] < pair[0]).count();
    labels.len() >= SHORTEST_ORDER && inversions * 10 <= labels.len()
}

/// Whether a label stands at the beginning of the alphabet again, after an ordered list.
fn begins_anew(labels: &[String], position: usize) -> bool {
    let (before, label) = (&labels[..position], &labels[position]);
    let later = before.iter().filter(|earlier| *earlier > label).count();
    before.last().is_some_and(|last| label < last)
        && later * 2 >= before.len()
        && is_in_order(before)
}

/// The first of the last labels that share no word with those before them or with the heading, if
/// most labels before them do share one.
fn strangers(heading: &str, labels: &[String]) -> Option<usize> {
    let shares = |label: &str, others: &[String]| {
        let words: BTreeSet<&str> = words(label).collect();
        others
            .iter()
            .map(String::as_str)
            .chain([heading])
            .flat_map(self::words)
            .any(|word| words.contains(word))
    };
    let first = (0..labels.len())
        .rev()
        .take_while(|position| !shares(&labels[*position], &labels[..*position]))
        .last()?;
    let kin = (0..first)
        .filter(|position| {
            let others = [&labels[..*position], &labels[position + 1..first]].concat();
            shares(&labels[*position], &others)
        })
        .count();
    (kin * 2 > first).then_some(first)
}

/// The words of a label that say something: those of four letters and more.
fn words(label: &str) -> impl Iterator<Item = &str> {
    label.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() >= 4)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(heading: &str, labels: &[&str]) -> Option<(usize, Reason)> {
        run_on(heading, labels, &BTreeSet::from(["offices".to_owned()]))
    }

    #[test]
    fn an_item_that_repeats_another_heading_runs_on_with_all_after_it() {
        let labels = ["Water", "Air", "Soil", "Forests", "Seas", "Rivers", "Offices", "Grants"];
        assert_eq!(found("Subjects", &labels), Some((6, Reason::RepeatsHeading)));
        assert_eq!(found("Subjects", &["Offices", "Water", "Air", "Soil"]), None);
    }

    #[test]
    fn in_an_ordered_list_items_that_begin_the_alphabet_anew_run_on() {
        let labels = ["Alpha", "Beta", "Delta", "Gamma", "Kappa", "Omega", "Zeta", "Associates"];
        assert_eq!(found("Members", &labels), Some((7, Reason::BreaksOrder)));
    }

    #[test]
    fn two_neighbours_out_of_order_do_not_end_a_list() {
        let labels = [
            "Alpha", "Beta", "Delta", "Gamma", "Iota", "Kappa", "Lambda", "Omega", "The Pi",
            "Sigma", "Rho", "Zeta",
        ];
        assert_eq!(found("Members", &labels), None);
    }

    #[test]
    fn items_without_a_word_in_common_run_on_after_a_list_of_kindred_ones() {
        let labels = [
            "Winter Assembly",
            "Summer Assembly",
            "Spring Round Table",
            "Annual Round Table",
            "Contacts",
        ];
        assert_eq!(found("Assemblies", &labels), Some((4, Reason::SharesNoWord)));
        assert_eq!(found("Various", &["One", "Seventeen", "Eleven", "Forty", "Twenty"]), None);
    }

    proptest! {
        #[test]
        fn the_first_item_always_belongs_to_its_heading(heading in "\\PC{0,8}", labels in proptest::collection::vec("[A-Z][a-z]{0,6}( [a-z]{4,5})?", 0..12)) {
            let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
            if let Some((position, _)) = found(&heading, &labels) {
                prop_assert!(position > 0 && position < labels.len());
            }
        }
    }
}

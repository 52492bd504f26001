//! What is shown of what was found: how much, the rows, and the way to more of them.

use rostrum_model::{Criteria, Facet, FacetCategory, ListingKey};
use rostrum_search::folded;
use web_sys::Event;

use super::{
    criterion::Criterion,
    marks::{is_between, marked},
};
use crate::{
    bundle::{Results, Row},
    element::{Element, Node, element, fragment},
    locale::{Messages, fill},
    press::listing::{feeds, list, row},
    site::{Site, in_its_language},
};

/// How many words are named that were found for those typed.
const NAMED: usize = 3;

/// A count, and whether it is all.
pub(super) fn count(messages: &Messages, count: u32, is_exact: bool) -> String {
    let counted = messages.releases(count);
    let at_least = messages.at_least();
    if is_exact { counted } else { fill(at_least, "{count}", &counted) }
}

/// How much was found, and for which words if not for those that were typed.
pub(super) fn counted(messages: &Messages, found: &Results) -> String {
    if found.count == 0 {
        let is_filtered = !Criterion::chosen(&found.criteria).is_empty();
        let text = if is_filtered { messages.nothing_fits() } else { messages.nothing_found() };
        return text.to_owned();
    }
    let counted = count(messages, found.count, found.is_exact);
    let meant = meant(found);
    if meant.is_empty() {
        return counted;
    }
    let between = [String::new()].into_iter().chain(messages.between(&meant));
    let named: String =
        between.zip(&meant).flat_map(|(between, word)| [between, (*word).to_owned()]).collect();
    let instead = fill(messages.results_for(), "{words}", &named);
    [&counted, ". ", &instead].concat()
}

/// The words that were found for some that nobody wrote, in the order of the results.
fn meant(found: &Results) -> Vec<&str> {
    let typed = folded(&found.criteria.words);
    let is_typed = |word: &str| typed.split(is_between).any(|typed| typed == word);
    let mut meant: Vec<&str> = Vec::new();
    let words = found.rows.iter().flat_map(|row| &row.words);
    for word in words.filter(|word| found.is_forgiving && !is_typed(word)) {
        if meant.len() < NAMED && !meant.contains(&word.as_str()) {
            meant.push(word);
        }
    }
    meant
}

/// What was found, and the way to more of it.
pub(super) fn results(
    site: &Site,
    found: &Results,
    (listing, level): (&ListingKey, &'static str),
    excerpt: impl Fn(&Row) -> Node,
    more: impl Fn() + Send + 'static,
) -> Node {
    let rows = found.rows.iter().map(|found| {
        let title = site.localized(&found.release.title);
        let marked = marked(title.text, &found.words);
        row(site, &found.release, level, in_its_language(&title, marked)).with(excerpt(found))
    });
    let button = element("button").attribute("type", "button").class("more");
    fragment((
        (!found.rows.is_empty()).then(|| list(rows)),
        found
            .has_more
            .then(|| button.on("click", move |_: Event| more()).with(site.messages.more_results())),
        nearest_feeds(site, &found.criteria, listing),
    ))
}

/// The feeds of what is chosen; none follows several things at once, so each has its own.
fn nearest_feeds(site: &Site, criteria: &Criteria, listing: &ListingKey) -> Option<Element> {
    let key = |facet: &Facet| match facet.category {
        FacetCategory::Source => facet.name.parse().ok().map(ListingKey::Structure),
        _ => facet.to_string().parse().ok(),
    };
    let chosen: Vec<ListingKey> = criteria.facets.iter().filter_map(key).collect();
    feeds(site, &chosen).or_else(|| feeds(site, std::slice::from_ref(listing)))
}

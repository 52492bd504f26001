//! Two terms side by side. Which ones is chosen in two lists, or on the page of a term, and stands in
//! the address.

use leptos::prelude::*;
use rostrum_model::{Slug, Term};
use web_sys::{Event, HtmlSelectElement};

use super::{
    facts::{chairpersons, history, holders, meeting, names, period, priorities},
    finder::{labelled, option},
    look::Look,
    term::{around, label_link, releases_of_year},
};
use crate::{
    element::{Element, Node, changing, element, fragment, target},
    site::Site,
};

/// The choice of two terms, and what is known of each once both are chosen.
pub(super) fn compare(site: &Site, look: Look) -> Element {
    let messages = site.messages;
    let title = element("h2").attribute("id", "compare").with(messages.compare_terms());
    let first = labelled("compare-first", messages.first_term(), choice(site, look, 0));
    let second = labelled("compare-second", messages.second_term(), choice(site, look, 1));
    let site = site.clone();
    let chosen = changing(move || {
        look.compared.with(|[one, other]| {
            let place = |id: &Option<Slug>| {
                let id = id.as_ref()?;
                site.entry.timeline.terms.iter().position(|term| term.id == *id)
            };
            Some(table(&site, [place(one)?, place(other)?]))
        })
    });
    let choice = element("div").class("finder").with((first, second));
    element("section")
        .class("compare")
        .attribute("aria-labelledby", "compare")
        .with((title, choice, chosen))
}

/// A list of all terms, the newest first, of which one may stand in a column.
fn choice(site: &Site, look: Look, column: usize) -> Element {
    let chosen = look.compared.with_untracked(|compared| compared[column].clone());
    let terms = site.entry.timeline.terms.iter().rev().map(|term| {
        let name = [&term.label, " ", &names(site, term)].concat();
        option(term.id.to_string(), chosen.as_ref() == Some(&term.id), name)
    });
    let id = if column == 0 { "compare-first" } else { "compare-second" };
    element("select")
        .attribute("id", id)
        .on("change", move |event: Event| {
            let Some(select) = target::<HtmlSelectElement>(&event) else { return };
            look.compare(column, select.value().parse().ok());
        })
        .with(option(String::new(), chosen.is_none(), "–".to_owned()))
        .with_all(terms)
}

/// What a row says of the term at a place in the timeline.
type Fact = fn(&Site, usize) -> Option<Node>;

/// What is known of two terms; what is known of neither has no row. The roles are said again, since
/// Safari forgets a table that is laid out as blocks.
fn table(site: &Site, places: [usize; 2]) -> Element {
    let messages = site.messages;
    let rows: [(&str, Fact); 9] = [
        (messages.state(), |site, place| Some(holders(site, term(site, place)))),
        (messages.period_name(), |site, place| {
            let term = term(site, place);
            Some(period(site, term.start, term.end))
        }),
        (messages.chairperson(), |site, place| {
            let term = term(site, place);
            (!term.chairpersons.is_empty()).then(|| chairpersons(site, term).into())
        }),
        (messages.troika(), |site, place| Some(neighbours(site, place))),
        (messages.council(), |site, place| {
            term(site, place).council.as_ref().map(|held| meeting(site, held))
        }),
        (messages.summit(), |site, place| {
            term(site, place).summit.as_ref().map(|held| meeting(site, held))
        }),
        (messages.priorities(), |site, place| priorities(site, term(site, place)).map(Node::from)),
        (messages.history(), |site, place| history(site, term(site, place)).map(Node::from)),
        (messages.press_releases(), releases_of_year),
    ];
    let rows = rows.into_iter().filter_map(|(name, fact)| {
        let facts = places.map(|place| fact(site, place));
        let is_known = facts.iter().any(Option::is_some);
        let cells = places.into_iter().zip(facts).map(|(place, fact)| {
            let label = term(site, place).label.as_str();
            part("td", "cell").attribute("data-term", label).with(fact)
        });
        let name = part("th", "rowheader").attribute("scope", "row").with(name);
        is_known.then(|| part("tr", "row").with(name).with_all(cells))
    });
    let heads = places.map(|place| {
        let head = part("th", "columnheader").attribute("scope", "col");
        head.with(label_link(site, term(site, place)))
    });
    let heads = part("tr", "row").with(part("td", "cell")).with_all(heads);
    let group = |tag| part(tag, "rowgroup");
    part("table", "table")
        .attribute("aria-labelledby", "compare")
        .with((group("thead").with(heads), group("tbody").with_all(rows)))
}

/// A part of a table with its role.
fn part(tag: &'static str, role: &'static str) -> Element {
    element(tag).attribute("role", role)
}

/// The term at a place that [`compare`] has found.
fn term(site: &Site, place: usize) -> &Term {
    &site.entry.timeline.terms[place]
}

/// Who was before and who came after.
fn neighbours(site: &Site, place: usize) -> Node {
    let messages = site.messages;
    let troika = around(site, place);
    let one = |role: &'static str, term: Option<&Term>| {
        let named = |term: &Term| (label_link(site, term), " ", holders(site, term));
        term.map(|term| element("li").with((role, ": ", fragment(named(term)))))
    };
    let list = element("ul").attribute("role", "list");
    list.with((one(messages.outgoing(), troika.previous), one(messages.incoming(), troika.next)))
        .into()
}

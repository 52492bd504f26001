//! What is known of a term, as the list and the term's own page both say it. What is only roughly
//! known says so, and what is unknown is called unknown.

use rostrum_model::{Chairperson, Event, Holder, ListingKey, Meeting, PartialDate, Source, Term};

use crate::{
    element::{Element, Node, element, fragment, link},
    locale::around,
    pages::parts::{date, fact, time},
    site::Site,
};

/// The States that hold a term, under their names at the time, each linked to its page.
pub fn holders(site: &Site, term: &Term) -> Node {
    separated(site, term.holders.iter().map(|holder| named_holder(site, holder)))
}

/// The holders' names, where no markup can stand.
pub fn names(site: &Site, term: &Term) -> String {
    term.names(&site.language)
}

fn named_holder(site: &Site, holder: &Holder) -> Node {
    let name = site.text(&holder.name);
    match holder.country.as_ref().filter(|slug| site.entry.country(slug).is_some()) {
        Some(slug) => link(site.listing_href(ListingKey::Country(slug.clone()))).with(name).into(),
        None => name,
    }
}

/// Things after each other, with commas between.
fn separated(site: &Site, things: impl Iterator<Item = Node>) -> Node {
    let things = things
        .enumerate()
        .map(|(index, thing)| ((index > 0).then(|| site.messages.separator()), thing));
    fragment(things.collect::<Vec<_>>())
}

/// From when to when a term runs, its people and meetings, what followed its State, and a note.
pub fn facts(site: &Site, term: &Term) -> Node {
    let messages = site.messages;
    let is_one = term.chairpersons.len() == 1;
    let office = if is_one { messages.chairperson() } else { messages.chairpersons() };
    let successors: Vec<_> = term.holders.iter().flat_map(|holder| &holder.successors).collect();
    let has_successors = !successors.is_empty();
    let successors = successors.into_iter().filter_map(|slug| site.country_link(slug));
    let successors = separated(site, successors.map(Node::from));
    let meeting_fact =
        |name, held: &Option<Meeting>| held.as_ref().map(|held| fact(name, meeting(site, held)));
    let facts = element("dl")
        .class("term-facts")
        .with((!term.chairpersons.is_empty()).then(|| fact(office, chairpersons(site, term))))
        .with(meeting_fact(messages.council(), &term.council))
        .with(meeting_fact(messages.summit(), &term.summit))
        .with(has_successors.then(|| fact(messages.succeeded_by(), successors)));
    let facts = facts.with(priorities(site, term).map(|list| fact(messages.priorities(), list)));
    let note = (!term.note.is_empty()).then(|| paragraph("note").with(site.text(&term.note)));
    fragment((paragraph("period").with(period(site, term.start, term.end)), facts, note))
}

/// What the State in the chair set out to do; none where nothing is known of it.
pub fn priorities(site: &Site, term: &Term) -> Option<Element> {
    let items = term.priorities.iter().map(|text| element("li").with(site.text(text)));
    let list = element("ul").class("priorities");
    (!term.priorities.is_empty()).then(|| list.with_all(items))
}

/// The people of a term, in order.
pub fn chairpersons(site: &Site, term: &Term) -> Element {
    let people = term.chairpersons.iter().map(|person| chairperson(site, term, person));
    element("ul").attribute("role", "list").with_all(people)
}

/// A paragraph of a class.
pub fn paragraph(class: &'static str) -> Element {
    element("p").class(class)
}

/// A person, with the days on which they came and went within the term.
fn chairperson(site: &Site, term: &Term, person: &Chairperson) -> Element {
    let messages = site.messages;
    let change = |text: &'static str, day: Option<PartialDate>, of_term: Option<PartialDate>| {
        let day = day.filter(|day| Some(*day) != of_term)?;
        let (before, after) = around(text, "{date}")?;
        let change = element("span").class("change").with((messages.separator(), before));
        Some(change.with(date(site, day)).with(after))
    };
    element("li")
        .with(person.name.as_str())
        .with(change(messages.from(), person.from, term.start))
        .with(change(messages.until(), person.to, term.end))
}

/// Where and when a meeting was.
pub fn meeting(site: &Site, meeting: &Meeting) -> Node {
    let messages = site.messages;
    let days = match (meeting.start, meeting.end.or(meeting.start)) {
        (None, None) => Node::Text(messages.dates_unknown().to_owned()),
        (start, end) => period(site, start, end),
    };
    let opened = meeting.opened_term.then(|| (messages.separator(), messages.opened_term()));
    fragment((site.text(&meeting.place), (messages.separator(), days), opened))
}

/// A period, its dates readable for machines too.
pub fn period(site: &Site, start: Option<PartialDate>, end: Option<PartialDate>) -> Node {
    let messages = site.messages;
    let one = |day: Option<PartialDate>, unknown: &'static str| match day {
        Some(day) => date(site, day),
        None => Node::Text(unknown.to_owned()),
    };
    match (start, end) {
        (Some(start), Some(end)) if start == end => date(site, start),
        (Some(start), Some(end)) => {
            let (first, between, last) = messages.period(start, end);
            fragment((time(start, first), between, time(end, last)))
        }
        _ => {
            let start = one(start, messages.beginning_unknown());
            fragment((start, " – ", one(end, messages.end_unknown())))
        }
    }
}

/// How a term came about: the steps, the earliest first, each with what it can be checked against.
pub fn history(site: &Site, term: &Term) -> Option<Element> {
    let steps = term.history.iter().map(|event| step(site, event));
    let list = element("ol").class("history").attribute("role", "list");
    (!term.history.is_empty()).then(|| list.with_all(steps))
}

fn step(site: &Site, event: &Event) -> Element {
    let status = site.messages.status(event.status);
    let country = event.country.as_ref().map(|slug| (": ", site.country_link(slug)));
    let day = event.date.map(|day| (site.messages.separator(), date(site, day)));
    let note = (!event.note.is_empty()).then(|| element("p").with(site.text(&event.note)));
    element("li")
        .with(paragraph("step").with((element("strong").with(status), country, day)))
        .with((note, sources(&event.sources)))
}

/// What something can be checked against; nothing where nothing is named.
pub fn sources(sources: &[Source]) -> Option<Element> {
    let source = |Source { name, href }: &Source| match href {
        Some(href) => {
            let source = link(href.to_string()).attribute("rel", "noopener");
            element("li").with(source.with(name.as_str()))
        }
        None => element("li").with(name.as_str()),
    };
    let list = element("ul").class("term-sources").attribute("role", "list");
    (!sources.is_empty()).then(|| list.with_all(sources.iter().map(source)))
}

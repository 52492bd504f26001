//! The three who share the work on a day, as a list that reads in the order of the handovers.

use leptos::prelude::*;
use rostrum_model::{Date, Route, Term, Troika};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

use super::{
    facts::{holders, paragraph},
    look::Look,
    term::label_link,
};
use crate::{
    element::{Element, Node, Reference, changing, element, fragment, link, target},
    locale::fill,
    site::Site,
    timing::effect,
};

/// Today's Troika, as a section with the heading `troika` and the way to all terms.
pub fn troika(site: &Site) -> Node {
    let onward = link(site.href(&Route::timeline())).class("onward");
    element("section")
        .class("troika")
        .with(on_day(site, site.today))
        .with(element("p").with(onward.with(site.messages.chairpersonships())))
        .into()
}

/// The Troika of a day of the visitor's choice.
pub(super) fn troika_of_day(site: &Site, look: Look) -> Element {
    let day = look.day;
    let (messages, today) = (site.messages, site.today);
    // A date that is not whole yet, or does not exist, leaves the last one standing.
    let choose = move |event: Event| {
        let input = target::<HtmlInputElement>(&event);
        if let Some(chosen) = input.and_then(|input| input.value().parse().ok()) {
            look.look_at(chosen);
        }
    };
    let input = Reference::new_local(None);
    // The attribute is only where an input begins; what it shows is a property.
    effect(move || {
        let written = day.get().to_string();
        if let Some(input) = input.get().and_then(|input| input.dyn_into::<HtmlInputElement>().ok())
        {
            input.set_value(&written);
        }
    });
    let field = element("input")
        .attribute("id", "as-of")
        .attribute("type", "date")
        .attribute("value", day.get_untracked().to_string())
        .refer(input)
        .on("input", choose);
    let button = element("button")
        .attribute("type", "button")
        .on("click", move |_: Event| look.look_at(today));
    let as_of = element("div")
        .class("as-of")
        .with(element("label").attribute("for", "as-of").with(messages.choose_date()))
        .with(field)
        .with(button.with(messages.today()));
    let site = site.clone();
    let shown = element("div")
        .attribute("aria-live", "polite")
        .attribute("aria-atomic", "true")
        .with(changing(move || on_day(&site, day.get())));
    element("section")
        .class("troika")
        .attribute("aria-labelledby", "troika")
        .with(shown)
        .with(as_of)
}

/// The Troika of a day under its heading.
fn on_day(site: &Site, day: Date) -> Node {
    let messages = site.messages;
    let troika = site.entry.timeline.troika(day);
    let title = fill(messages.troika_on(), "{date}", &messages.date(day));
    let title = element("h2").attribute("id", "troika").with(title);
    let uncertain = troika.is_uncertain.then(|| paragraph("note").with(messages.uncertain()));
    fragment((title, seats(site, &troika, day), uncertain))
}

/// The three seats of a Troika, each with whom held it on the day.
pub fn seats(site: &Site, troika: &Troika, day: Date) -> Element {
    let messages = site.messages;
    // Only what comes after the last decided term is open; before it, nobody was there.
    let empty = if troika.next.is_some() { messages.vacant() } else { messages.undecided() };
    let seat = |class, role, term: Option<&Term>, empty: &'static str| {
        let name = element("span").class("name");
        let name = match term {
            Some(term) => name.with(holders(site, term)),
            None => name.with(element("span").class("empty").with(empty)),
        };
        let person = term.and_then(|term| term.chairperson(day));
        let role = element("span").class("role").with(role);
        element("li")
            .class(class)
            .with(element("h3").with((role, " ", name)))
            .with(term.map(|term| paragraph("year").with(label_link(site, term))))
            .with(person.map(|person| paragraph("person").with(person.name.as_str())))
    };
    element("ol")
        .class("seats")
        .attribute("role", "list")
        .with(seat("outgoing", messages.outgoing(), troika.previous, messages.vacant()))
        .with(seat("chair", messages.in_the_chair(), troika.current, empty))
        .with(seat("incoming", messages.incoming(), troika.next, messages.undecided()))
}

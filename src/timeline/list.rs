//! The terms as an ordered list: what every other drawing of the timeline is derived from.

use leptos::prelude::*;
use rostrum_model::{Route, Term};

use crate::{pages::heading, site::Site};

/// The view of the timeline.
pub fn view(site: &Site) -> impl IntoView + use<> {
    let terms: Vec<_> = site.entry.timeline.terms.iter().map(|term| item(site, term)).collect();
    view! {
        {heading(site.messages.chairpersonships)}
        {super::troika(site)}
        <ol class="terms" role="list">{terms}</ol>
    }
}

fn item(site: &Site, term: &Term) -> impl IntoView + use<> {
    let holders: Vec<_> = term.holders.iter().map(|holder| site.text(&holder.name)).collect();
    view! {
        <li id=["term-", term.id.as_str()].concat()>
            <h2>{term.label.clone()} {" "} {holders}</h2>
        </li>
    }
}

/// A link to a term in the timeline.
pub fn term_link(site: &Site, term: &Term) -> impl IntoView + use<> {
    view! { <a href=site.href(&Route::Timeline)>{term.label.clone()}</a> }
}

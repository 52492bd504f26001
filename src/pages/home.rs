//! The front page: whose site it is, who is in the chair, the latest releases, ways in.

use leptos::prelude::*;
use rostrum_model::{Localized, Route, Summary};

use super::heading;
use crate::{press, site::Site, timeline};

/// How many releases the front page shows.
const LATEST: usize = 8;

/// The view of the front page.
pub fn view(site: &Site, latest: &[Summary]) -> impl IntoView + use<> {
    let organization = &site.entry.organization;
    let Localized { text: name, fallback } = site.localized(&organization.name);
    let language = fallback.map(|language| language.as_str().to_owned());
    let messages = site.messages;
    let ways = [
        (Route::Fields, messages.fields),
        (Route::Countries, messages.countries),
        (Route::Structures, messages.structures),
    ];
    view! {
        <div class="hero">
            {heading(view! { <span lang=language>{name.to_owned()}</span> })}
            <p class="lead">{site.text(&organization.description)}</p>
            <ul class="ways">
                {ways.map(|(route, name)| view! { <li><a href=site.href(&route)>{name}</a></li> })}
            </ul>
        </div>
        <div class="columns">
            <section class="latest" aria-labelledby="latest">
                <h2 id="latest">{messages.latest_releases}</h2>
                {press::summaries(site, latest.get(..LATEST).unwrap_or(latest))}
                <p>
                    <a class="onward" href=site.listing_href(rostrum_model::ListingKey::All)>{messages.all_releases}</a>
                </p>
            </section>
            <aside aria-labelledby="troika">{timeline::troika(site)}</aside>
        </div>
    }
}

//! What stands where nothing stands: a plain sentence and ways on.

use leptos::prelude::*;
use rostrum_model::{ListingKey, Route};

use super::heading;
use crate::site::Site;

/// The view of the not-found page.
pub fn view(site: &Site) -> impl IntoView + use<> {
    let messages = site.messages;
    let ways = [
        (Route::Home, messages.home),
        (Route::listing(ListingKey::All), messages.press_releases),
        (Route::Countries, messages.countries),
        (Route::Timeline, messages.chairpersonships),
    ];
    view! {
        {heading(messages.not_found)}
        <p class="lead">{messages.not_found_hint}</p>
        <ul class="ways">
            {ways.map(|(route, name)| view! { <li><a href=site.href(&route)>{name}</a></li> })}
        </ul>
    }
}

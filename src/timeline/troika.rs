//! The three who share the work on a day.

use leptos::prelude::*;

use crate::{locale::fill, site::Site};

/// Today's Troika, as a section with the heading `troika`.
pub fn troika(site: &Site) -> impl IntoView + use<> {
    let messages = site.messages;
    let title = fill(messages.troika_on, "{date}", &messages.date(site.today));
    view! {
        <section class="troika">
            <h2 id="troika">{title}</h2>
        </section>
    }
}

//! A page of text, such as "About us".

use leptos::prelude::*;
use rostrum_model::{TextPage, version_for};

use super::heading;
use crate::{press, site::Site};

/// The view of a page of text.
pub fn view(site: &Site, page: &TextPage) -> impl IntoView + use<> {
    let version = version_for(&page.versions, &site.language);
    let article = version.map(|version| {
        let language = version.language.as_str().to_owned();
        let direction = version.language.direction();
        view! {
            <div lang=language dir=direction>
                {heading(version.title.clone())}
                <div class="prose">{press::blocks(site, &version.body)}</div>
            </div>
        }
    });
    view! { <article class="text">{article} {press::provenance(site, &page.provenance)}</article> }
}

//! What stands around every page of the whole site: header and footer.

use leptos::prelude::*;
use rostrum_model::Route;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, MouseEvent};

use crate::{embed::Host, locale::LANGUAGES, menu::MegaMenu, navigate::Navigation, site::Site};

/// The header: a way past it, whose site it is, and the menu.
#[component]
pub(super) fn Header(
    site: Site,
    navigation: Navigation,
    host: StoredValue<Host, LocalStorage>,
) -> impl IntoView {
    let organization = &site.entry.organization;
    let skip = move |event: MouseEvent| {
        // A fragment does not reach into a shadow root.
        event.prevent_default();
        let main = host.with_value(|host| host.root.query_selector(".main").ok().flatten());
        if let Some(main) = main.and_then(|main| main.dyn_into::<HtmlElement>().ok()) {
            let _ = main.focus();
        }
    };
    let route = Signal::derive(move || navigation.route());
    view! {
        <header class="header">
            <a class="skip" href="#main" on:click=skip>{site.messages.skip_to_content}</a>
            <a class="brand" href=site.href(&Route::Home)>
                <span class="abbreviation">{site.text(&organization.abbreviation)}</span>
                {" "}
                <span class="name">{site.text(&organization.name)}</span>
            </a>
            <MegaMenu site=site.clone() route/>
        </header>
    }
}

/// The footer: what the site is, and its languages.
#[component]
pub(super) fn Footer(site: Site, host: StoredValue<Host, LocalStorage>) -> impl IntoView {
    let organization = &site.entry.organization;
    let current = site.messages.tag;
    let choose = move |tag: &'static str| {
        host.with_value(|host| {
            let _ = host.element.set_attribute("lang", tag);
        });
    };
    let languages = LANGUAGES.map(|language| {
        let tag = language.tag;
        let pressed = (tag == current).to_string();
        view! { <button type="button" lang=tag aria-pressed=pressed on:click=move |_| choose(tag)>{language.name}</button> }
    });
    view! {
        <footer class="footer">
            <p>{site.text(&organization.notice)}</p>
            <div class="languages" role="group" aria-label=site.messages.language>{languages}</div>
        </footer>
    }
}

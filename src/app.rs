//! The shell of a piece: header with the menu, main, footer; a route picks the page in main.
//!
//! While a page loads, or when it cannot be loaded, the last one stays.

mod frame;
mod screen;

use frame::{Footer, Header};
use leptos::prelude::*;
use screen::{Progress, Screen};

use crate::{
    embed::{Attributes, Host, Part},
    locale::Messages,
    navigate::Navigation,
    pages::{self, Failure},
    route::Routing,
};

/// A piece of the site, as the element's attributes say.
#[component]
pub fn App(
    /// The attributes of the element.
    attributes: RwSignal<Attributes>,
    /// Where the piece stands.
    host: StoredValue<Host, LocalStorage>,
) -> impl IntoView {
    // Another language or route is shown by the same piece; everything else makes a new one.
    let fixed =
        Memo::new(move |_| Attributes { language: String::new(), route: None, ..attributes.get() });
    let messages =
        Memo::new(move |_| Messages::for_language(&attributes.with(|now| now.language.clone())));
    move || {
        let fixed = fixed.get();
        let owns_window = fixed.part == Part::Site && matches!(fixed.routing, Routing::Path { .. });
        let start = attributes.with_untracked(|now| now.route.clone());
        let start = start.unwrap_or_else(|| fixed.part.start().to_owned());
        let navigation =
            Navigation::begin(fixed.routing.clone(), owns_window, &start, host.get_value());
        let route = Memo::new(move |_| attributes.with(|now| now.route.clone()));
        Effect::watch(
            move || route.get(),
            move |route, _, _| route.iter().for_each(|route| navigation.go(route)),
            false,
        );
        view! { <Piece attributes=fixed navigation messages host/> }
    }
}

/// Header, main and footer, as far as the piece's part of the site has them.
#[component]
fn Piece(
    attributes: Attributes,
    navigation: Navigation,
    messages: Memo<&'static Messages>,
    host: StoredValue<Host, LocalStorage>,
) -> impl IntoView {
    let part = attributes.part;
    let screen = Screen::begin(attributes, navigation, messages, host);
    let site = screen.site;
    let header = move || {
        site.get().filter(|_| part.has_menu()).map(|site| view! { <Header site navigation host/> })
    };
    let footer =
        move || site.get().filter(|_| part == Part::Site).map(|site| view! { <Footer site host/> });
    let is_loading = move || screen.progress.with(|progress| *progress == Progress::Loading);
    view! {
        <div
            class="rostrum"
            lang=move || messages.get().tag
            dir=move || messages.get().language().direction()
            on:click=move |event| navigation.click(&event)
        >
            <div class="progress" class:active=is_loading role="status">
                <span>{move || is_loading().then(|| messages.get().loading)}</span>
            </div>
            {header}
            {part.has_pages().then(|| main(screen, messages, part == Part::Site))}
            {footer}
        </div>
    }
}

/// The page, under a notice if the way to another one failed. An embedded piece has no `main` of
/// its own: a document has one, and that is the host's.
fn main(screen: Screen, messages: Memo<&'static Messages>, is_whole_site: bool) -> impl IntoView {
    let failure = move || match screen.progress.get() {
        Progress::Failed(error) => {
            Some(view! { <Failure messages=messages.get() error on_retry=move || screen.retry()/> })
        }
        Progress::Settled | Progress::Loading => None,
    };
    let page = move || {
        screen.site.get().zip(screen.page.get()).map(|(site, page)| pages::view(&site, page))
    };
    if is_whole_site {
        view! { <main class="main" tabindex="-1">{failure} {page}</main> }.into_any()
    } else {
        view! { <div class="main">{failure} {page}</div> }.into_any()
    }
}

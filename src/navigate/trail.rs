//! The way behind the visitor: the browser's history, and what each entry remembers.

use leptos::prelude::*;
use rostrum_model::Route;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{FocusOptions, HtmlElement, Window};

use crate::{embed::Host, route::Routing};

/// What is to be found again when the visitor comes back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Memory {
    /// How far the window was scrolled, in CSS pixels.
    pub(super) scroll: f64,
    /// The `href` of the link that had the focus, and how far it was from the window's top.
    pub(super) focus: Option<(String, f64)>,
}

/// The property of `history.state` that holds an entry's number.
const NUMBER_KEY: &str = "rostrum";

/// What `sessionStorage` keeps for a page that is loaded again: how far it was scrolled, and its
/// address. (A state of the history that is set while a page goes is lost.)
const LEFT_KEY: &str = "rostrum-left";

/// The entries of the browser's history that this page has seen.
pub(super) struct Trail {
    pub(super) routing: Routing,
    /// Whether the whole window is ours to scroll.
    pub(super) owns_window: bool,
    pub(super) host: Host,
    pub(super) current: u32,
    pub(super) memories: Vec<(u32, Memory)>,
    /// What is still to be written into the address of the current entry.
    pub(super) to_note: Option<Route>,
}

impl Trail {
    pub(super) fn push(&mut self, place: &str) {
        if matches!(self.routing, Routing::None { .. }) {
            return;
        }
        let Ok(route) = place.parse::<Route>() else { return };
        self.remember();
        self.current += 1;
        let current = self.current;
        // What was ahead is gone once a link is followed.
        self.memories.retain(|(number, _)| *number < current);
        let state = js_sys::Object::new();
        let _ = js_sys::Reflect::set(&state, &NUMBER_KEY.into(), &self.current.into());
        if let Ok(history) = window().history() {
            let _ = history.push_state_with_url(&state, "", Some(&self.routing.href(&route)));
        }
    }

    /// Writes another address for where the visitor is.
    pub(super) fn rewrite(&self, route: &Route) {
        if matches!(self.routing, Routing::None { .. }) {
            return;
        }
        if let Ok(history) = window().history() {
            let state = history.state().unwrap_or_default();
            let _ = history.replace_state_with_url(&state, "", Some(&self.routing.href(route)));
        }
    }

    /// Notes where the visitor is, as the page goes.
    pub(super) fn leave() {
        let (window, scroll) = (window(), window().scroll_y().unwrap_or_default());
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "it is a small length"
        )]
        let scroll = (scroll as u32).to_string();
        let place = window.location().href().unwrap_or_default();
        if let Ok(Some(storage)) = window.session_storage() {
            let _ = storage.set_item(LEFT_KEY, &[scroll, place].join(" "));
        }
    }

    /// How far the page was scrolled when it went, if it is this one that is loaded again.
    pub(super) fn left_at() -> Option<f64> {
        let storage = window().session_storage().ok()??;
        let left = storage.get_item(LEFT_KEY).ok()??;
        let _ = storage.remove_item(LEFT_KEY);
        let (scroll, place) = left.split_once(' ')?;
        let scroll: u32 = scroll.parse().ok()?;
        (window().location().href().ok()? == place).then(|| scroll.into())
    }

    pub(super) fn remember(&mut self) {
        let active = self
            .host
            .root
            .get_root_node()
            .dyn_into::<web_sys::ShadowRoot>()
            .ok()
            .and_then(|root| root.active_element());
        let focus = active.and_then(|element| {
            Some((element.get_attribute("href")?, element.get_bounding_client_rect().top()))
        });
        let memory = Memory { scroll: window().scroll_y().unwrap_or_default(), focus };
        self.memories.retain(|(number, _)| *number != self.current);
        self.memories.push((self.current, memory));
    }

    pub(super) fn recall(&self) -> Memory {
        self.memories
            .iter()
            .find(|(number, _)| *number == self.current)
            .map(|(_, memory)| memory.clone())
            .unwrap_or_default()
    }

    /// Puts the focus on something of the piece; gives it, if there is such a thing.
    pub(super) fn focus(&self, selector: &str) -> Option<web_sys::Element> {
        let element = self.host.root.query_selector(selector).ok()??;
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        element.unchecked_ref::<HtmlElement>().focus_with_options(&options).ok()?;
        Some(element)
    }

    /// To the top of the window where it is ours; else to the piece's top, if that is out of sight.
    pub(super) fn scroll_to_start(&self) {
        if self.owns_window {
            window().scroll_to_with_x_and_y(0.0, 0.0);
        } else if self.host.element.get_bounding_client_rect().top() < 0.0 {
            self.host.element.scroll_into_view();
        }
    }
}

pub(super) fn window() -> Window {
    web_sys::window().expect("events happen in a browser's window")
}

/// The route's text in the address bar; none if there is none of ours.
pub(super) fn address(window: &Window, routing: &Routing) -> Option<String> {
    let location = window.location();
    let address = match routing {
        Routing::Path { .. } => [location.pathname().ok()?, location.search().ok()?].concat(),
        Routing::Hash => location.hash().ok()?,
        Routing::None { .. } => return None,
    };
    routing.read(&address).map(str::to_owned)
}

pub(super) fn history_number(window: &Window) -> Option<u32> {
    let state = window.history().ok()?.state().ok()?;
    let number = js_sys::Reflect::get(&state, &NUMBER_KEY.into()).ok()?.as_f64()?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it is a small count of our own"
    )]
    Some(number as u32)
}

/// Listens to the window until the reactive owner is disposed.
pub(super) fn listen(window: &Window, event: &'static str, act: impl Fn() + 'static) {
    let act = Closure::<dyn Fn()>::new(act);
    let _ = window.add_event_listener_with_callback(event, act.as_ref().unchecked_ref());
    let act = StoredValue::new_local((window.clone(), act));
    on_cleanup(move || {
        act.with_value(|(window, act)| {
            let act = act.as_ref().unchecked_ref();
            let _ = window.remove_event_listener_with_callback(event, act);
        });
    });
}

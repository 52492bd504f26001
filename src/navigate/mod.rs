//! Where the visitor is: link clicks, the address bar, Back and Forward, focus and scroll.
//!
//! No routing library: those for Leptos listen on the whole window, which an embedded piece must
//! never do. Clicks are taken inside our own root alone, and every link is a real one.

mod trail;

use leptos::prelude::*;
use rostrum_model::Route;
pub use trail::Memory;
use trail::{Trail, address, history_number, listen, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit, Element, HtmlElement, MouseEvent, Window};

use crate::{
    embed::{Host, Part},
    route::Routing,
};

/// A place, and how the visitor came there.
#[derive(Clone, Debug, PartialEq)]
pub struct Visit {
    /// The route's text as it stood in the address, whether it leads anywhere or not.
    pub place: String,
    /// How the visitor came there.
    pub arrival: Arrival,
}

/// How a visitor came to a place.
#[derive(Clone, Debug, PartialEq)]
pub enum Arrival {
    /// By loading the page.
    First,
    /// By a link.
    Forward,
    /// By Back or Forward.
    Return(Memory),
    /// By a choice on the page, which shows it already.
    Noted,
}

/// The visitor's way through the site. Copies are the same way.
#[derive(Clone, Copy)]
pub struct Navigation {
    visit: RwSignal<Visit>,
    trail: StoredValue<Trail, LocalStorage>,
}

impl Navigation {
    /// Begins at the place that the address names, else at `start`, and listens to Back and
    /// Forward until the reactive owner is disposed.
    pub fn begin(routing: Routing, part: Part, start: &str, host: Host) -> Self {
        let owns_window = part == Part::Site && matches!(routing, Routing::Path { .. });
        let window = window();
        let place = address(&window, &routing).unwrap_or_else(|| start.to_owned());
        let current = history_number(&window).unwrap_or_default();
        let trail =
            Trail { routing, owns_window, host, current, memories: Vec::new(), to_note: None };
        let follows_history = !matches!(trail.routing, Routing::None { .. });
        let navigation = Self {
            visit: RwSignal::new(Visit { place, arrival: Arrival::First }),
            trail: StoredValue::new_local(trail),
        };
        if owns_window && let Ok(history) = window.history() {
            let _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
        }
        if follows_history {
            navigation.listen(&window);
        }
        navigation
    }

    /// The place to show.
    pub fn visit(&self) -> Visit {
        self.visit.get()
    }

    /// The route to show; none if the address leads nowhere.
    pub fn route(&self) -> Option<Route> {
        self.visit.with(|visit| visit.place.parse().ok())
    }

    /// The route, without being told of the next one.
    pub fn route_untracked(&self) -> Option<Route> {
        self.visit.with_untracked(|visit| visit.place.parse().ok())
    }

    /// Takes the click on a link of ours, unless the visitor wants it in another tab or the host
    /// page has taken it.
    pub fn click(&self, event: &MouseEvent) {
        let is_plain = event.button() == 0
            && !(event.default_prevented()
                || event.meta_key()
                || event.ctrl_key()
                || event.shift_key()
                || event.alt_key());
        let link = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
            .and_then(|element| element.closest("a[href]").ok().flatten())
            .filter(|link| {
                is_plain && !link.has_attribute("target") && !link.has_attribute("download")
            });
        let Some(href) = link.and_then(|link| link.get_attribute("href")) else { return };
        let place = self.trail.with_value(|trail| trail.routing.read(&href).map(str::to_owned));
        if let Some(place) = place.filter(|place| place.parse::<Route>().is_ok()) {
            event.prevent_default();
            self.go(&place);
        }
    }

    /// Goes to a place, unless a listener to `rostrum-navigate` prevents it.
    pub fn go(&self, place: &str) {
        self.write_note();
        if !self.trail.with_value(|trail| announces(&trail.host.element, place)) {
            return;
        }
        if self.visit.with_untracked(|visit| visit.place != place) {
            self.trail.update_value(|trail| trail.push(place));
        }
        self.visit.set(Visit { place: place.to_owned(), arrival: Arrival::Forward });
    }

    /// Writes into the page's address what the visitor chose on it, so that a link to it, a reload
    /// and Back show the same.
    pub fn note(&self, route: &Route) {
        let place = route.to_string();
        self.trail.with_value(|trail| trail.rewrite(route));
        self.visit.set(Visit { place, arrival: Arrival::Noted });
    }

    /// The same once [`Self::write_note`] is called, or before the visitor goes elsewhere.
    pub fn note_later(&self, route: Route) {
        self.trail.update_value(|trail| trail.to_note = Some(route));
    }

    /// Writes what is still to be noted.
    pub fn write_note(&self) {
        let route = self.trail.try_update_value(|trail| trail.to_note.take()).flatten();
        route.iter().for_each(|route| self.note(route));
    }

    /// Goes on to what the visitor chose on the page, which shows it already; Back leads to what was
    /// chosen before.
    pub fn add(&self, route: &Route) {
        let place = route.to_string();
        self.trail.update_value(|trail| trail.push(&place));
        self.visit.set(Visit { place, arrival: Arrival::Noted });
    }

    /// Puts focus and scroll where the visitor expects them, once the page stands.
    pub fn settle(&self) {
        let arrival = self.visit.with_untracked(|visit| visit.arrival.clone());
        self.trail.with_value(|trail| match arrival {
            Arrival::Noted => {}
            Arrival::First => {
                if let Some(scroll) = trail.owns_window.then(Trail::left_at).flatten() {
                    window().scroll_to_with_x_and_y(0.0, scroll);
                }
            }
            Arrival::Forward => {
                trail.focus(".main h1");
                trail.scroll_to_start();
            }
            Arrival::Return(Memory { scroll, focus }) => {
                let scroll_to = |scroll| {
                    if trail.owns_window {
                        window().scroll_to_with_x_and_y(0.0, scroll);
                    }
                };
                scroll_to(scroll);
                let link = focus.and_then(|(href, top)| {
                    let link = trail.focus(&[".main a[href=\"", &href, "\"]"].concat())?;
                    // What is above it may have another height until it is laid out.
                    scroll_to(scroll + link.get_bounding_client_rect().top() - top);
                    Some(())
                });
                if link.is_none() {
                    trail.focus(".main h1");
                }
            }
        });
    }

    fn listen(self, target: &Window) {
        listen(target, "popstate", move || self.pop());
        // A page that is loaded again stands where it stood.
        listen(target, "pagehide", move || {
            self.trail.with_value(|trail| {
                if trail.owns_window {
                    Trail::leave();
                }
            });
            // Lost where the page is loaded again, so its place is kept without it.
            self.write_note();
        });
    }

    fn pop(self) {
        let window = window();
        // A fragment that is not ours is the host's anchor.
        let Some(place) = self.trail.with_value(|trail| address(&window, &trail.routing)) else {
            return;
        };
        let mut memory = Memory::default();
        self.trail.update_value(|trail| {
            // It belonged to the entry that was left.
            trail.to_note = None;
            trail.remember();
            trail.current = history_number(&window).unwrap_or_default();
            memory = trail.recall();
        });
        self.visit.set(Visit { place, arrival: Arrival::Return(memory) });
    }
}

/// Tells the host where the visitor is about to go; whether nobody prevented it.
fn announces(element: &HtmlElement, place: &str) -> bool {
    let detail = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&detail, &"route".into(), &place.into());
    dispatch(element, "rostrum-navigate", &detail, true)
}

/// Sends an event from the element, across shadow roots; whether nobody prevented it.
pub fn dispatch(element: &HtmlElement, name: &str, detail: &JsValue, cancelable: bool) -> bool {
    let options = CustomEventInit::new();
    options.set_bubbles(true);
    options.set_composed(true);
    options.set_cancelable(cancelable);
    options.set_detail(detail);
    CustomEvent::new_with_event_init_dict(name, &options)
        .is_ok_and(|event| element.dispatch_event(&event).unwrap_or(true))
}

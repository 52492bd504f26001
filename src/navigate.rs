//! Where the visitor is: link clicks, the address bar, Back and Forward, focus and scroll.
//!
//! No routing library: those for Leptos listen on the whole window, which an embedded piece must
//! never do. Clicks are taken inside our own root alone, and every link is a real one.

use leptos::prelude::*;
use rostrum_model::Route;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{
    CustomEvent, CustomEventInit, Element, FocusOptions, HtmlElement, MouseEvent, Window,
};

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
}

/// What is to be found again when the visitor comes back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Memory {
    /// How far the window was scrolled, in CSS pixels.
    scroll: f64,
    /// The `href` of the link that had the focus.
    focus: Option<String>,
}

/// The property of `history.state` that holds an entry's number.
const STATE_KEY: &str = "rostrum";

/// The visitor's way through the site. Copies are the same way.
#[derive(Clone, Copy)]
pub struct Navigation {
    visit: RwSignal<Visit>,
    trail: StoredValue<Trail, LocalStorage>,
}

/// The entries of the browser's history that this page has seen.
struct Trail {
    routing: Routing,
    /// Whether the whole window is ours to scroll.
    owns_window: bool,
    host: Host,
    current: u32,
    memories: Vec<(u32, Memory)>,
}

impl Navigation {
    /// Begins at the place that the address names, else at `start`, and listens to Back and
    /// Forward until the reactive owner is disposed.
    pub fn begin(routing: Routing, part: Part, start: &str, host: Host) -> Self {
        let owns_window = part == Part::Site && matches!(routing, Routing::Path { .. });
        let window = window();
        let place = address(&window, &routing).unwrap_or_else(|| start.to_owned());
        let current = history_number(&window).unwrap_or_default();
        let trail = Trail { routing, owns_window, host, current, memories: Vec::new() };
        let follows_history = !matches!(trail.routing, Routing::None { .. });
        let navigation = Self {
            visit: RwSignal::new(Visit { place, arrival: Arrival::First }),
            trail: StoredValue::new_local(trail),
        };
        if owns_window && let Ok(history) = window.history() {
            let _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
        }
        if follows_history {
            navigation.listen(window);
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
        if !self.trail.with_value(|trail| announces(&trail.host.element, place)) {
            return;
        }
        if self.visit.with_untracked(|visit| visit.place != place) {
            self.trail.update_value(|trail| trail.push(place));
        }
        self.visit.set(Visit { place: place.to_owned(), arrival: Arrival::Forward });
    }

    /// Puts focus and scroll where the visitor expects them, once the page stands.
    pub fn settle(&self) {
        let arrival = self.visit.with_untracked(|visit| visit.arrival.clone());
        self.trail.with_value(|trail| match arrival {
            Arrival::First => {}
            Arrival::Forward => {
                trail.focus(".main h1");
                trail.scroll_to_start();
            }
            Arrival::Return(Memory { scroll, focus }) => {
                let link = focus.map(|href| [".main a[href=\"", &href, "\"]"].concat());
                if !link.is_some_and(|link| trail.focus(&link)) {
                    trail.focus(".main h1");
                }
                if trail.owns_window {
                    window().scroll_to_with_x_and_y(0.0, scroll);
                }
            }
        });
    }

    fn listen(self, window: Window) {
        let on_pop = Closure::<dyn Fn()>::new(move || self.pop());
        let listener: &js_sys::Function = on_pop.as_ref().unchecked_ref();
        let _ = window.add_event_listener_with_callback("popstate", listener);
        let on_pop = StoredValue::new_local(on_pop);
        on_cleanup(move || {
            on_pop.with_value(|on_pop| {
                let listener: &js_sys::Function = on_pop.as_ref().unchecked_ref();
                let _ = window.remove_event_listener_with_callback("popstate", listener);
            });
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
            trail.remember();
            trail.current = history_number(&window).unwrap_or_default();
            memory = trail.recall();
        });
        self.visit.set(Visit { place, arrival: Arrival::Return(memory) });
    }
}

impl Trail {
    fn push(&mut self, place: &str) {
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
        let _ = js_sys::Reflect::set(&state, &STATE_KEY.into(), &current.into());
        if let Ok(history) = window().history() {
            let _ = history.push_state_with_url(&state, "", Some(&self.routing.href(&route)));
        }
    }

    fn remember(&mut self) {
        let active = self
            .host
            .root
            .get_root_node()
            .dyn_into::<web_sys::ShadowRoot>()
            .ok()
            .and_then(|root| root.active_element());
        let focus = active.and_then(|element| element.get_attribute("href"));
        let memory = Memory { scroll: window().scroll_y().unwrap_or_default(), focus };
        self.memories.retain(|(number, _)| *number != self.current);
        self.memories.push((self.current, memory));
    }

    fn recall(&self) -> Memory {
        self.memories
            .iter()
            .find(|(number, _)| *number == self.current)
            .map(|(_, memory)| memory.clone())
            .unwrap_or_default()
    }

    fn focus(&self, selector: &str) -> bool {
        let Some(element) = self.host.root.query_selector(selector).ok().flatten() else {
            return false;
        };
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        element
            .dyn_into::<HtmlElement>()
            .is_ok_and(|element| element.focus_with_options(&options).is_ok())
    }

    /// To the top of the window where it is ours; else to the piece's top, if that is out of sight.
    fn scroll_to_start(&self) {
        if self.owns_window {
            window().scroll_to_with_x_and_y(0.0, 0.0);
        } else if self.host.element.get_bounding_client_rect().top() < 0.0 {
            self.host.element.scroll_into_view();
        }
    }
}

fn window() -> Window {
    web_sys::window().expect("events happen in a browser's window")
}

/// The route's text in the address bar; none if there is none of ours.
fn address(window: &Window, routing: &Routing) -> Option<String> {
    let location = window.location();
    let address = match routing {
        Routing::Path { .. } => [location.pathname().ok()?, location.search().ok()?].concat(),
        Routing::Hash => location.hash().ok()?,
        Routing::None { .. } => return None,
    };
    routing.read(&address).map(str::to_owned)
}

fn history_number(window: &Window) -> Option<u32> {
    let state = window.history().ok()?.state().ok()?;
    let number = js_sys::Reflect::get(&state, &STATE_KEY.into()).ok()?.as_f64()?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it is a small count of our own"
    )]
    Some(number as u32)
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

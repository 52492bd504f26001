//! Where the visitor is: link clicks, the address bar, Back and Forward, focus and scroll.
//!
//! No routing library: those for Leptos listen on the whole window, which an embedded piece must
//! never do. Clicks are taken inside our own root alone, and every link is a real one.

mod events;
mod fellows;
mod trail;

use events::announces;
pub use events::{dispatch, dispatch_error};
use leptos::prelude::*;
use rostrum_model::Route;
pub use trail::Memory;
use trail::{Trail, listen, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent, Window};

use crate::{
    embed::{Attributes, Host},
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
    /// By a link of another piece that shows the way there itself.
    Beside,
    /// By Back or Forward.
    Return(Memory),
    /// By a choice on the page, which shows it already; or long ago, and the page stands.
    Noted,
}

/// The visitor's way through the site. Copies are the same way.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Navigation {
    visit: RwSignal<Visit>,
    trail: StoredValue<Trail, LocalStorage>,
}

impl Navigation {
    /// Begins at the place that the address names, else at `start`, and listens to Back and
    /// Forward until the reactive owner is disposed.
    pub fn begin(attributes: &Attributes, start: &str, host: Host) -> Self {
        let (trail, place) = Trail::begin(attributes, start, host);
        let owns_window = trail.owns_window;
        let (way, has_pages) = (trail.way.clone(), attributes.part.has_pages());
        let follows_history = !way.is_empty();
        let navigation = Self {
            visit: RwSignal::new(Visit { place, arrival: Arrival::First }),
            trail: StoredValue::new_local(trail),
        };
        if owns_window && let Ok(history) = window().history() {
            let _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
        }
        navigation.join(way, has_pages);
        if follows_history {
            navigation.listen(&window());
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

    /// How routes stand in addresses.
    pub fn routing(&self) -> Routing {
        self.trail.with_value(|trail| trail.routing.clone())
    }

    /// Whether the first page is on its way into a window that is not ours alone, where what else it shows
    /// is not to wait for all of ours.
    pub fn is_arriving(&self) -> bool {
        self.visit.with_untracked(|visit| visit.arrival == Arrival::First)
            && !self.trail.with_value(|trail| trail.owns_window)
    }

    /// Takes the click on a link of ours, unless the visitor wants it in another tab or the host
    /// page has taken it. Where nothing on the page shows what it leads to, the browser goes there.
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
            if self.is_shown().0 {
                event.prevent_default();
                self.go(&place);
            } else if !self.announces(&place) {
                event.prevent_default();
            }
        }
    }

    /// Goes to a place, unless a listener to `rostrum-navigate` prevents it.
    pub fn go(&self, place: &str) {
        self.write_note();
        if self.announces(place) {
            self.proceed(place, Arrival::Forward);
        }
    }

    /// Tells the host where the visitor is about to go; whether nobody prevented it.
    fn announces(&self, place: &str) -> bool {
        self.trail.with_value(|trail| announces(&trail.host.element, place))
    }

    /// Goes on to what the visitor chose on the page, which shows it already; Back leads to what was
    /// chosen before.
    pub fn add(&self, route: &Route) {
        self.proceed(&route.to_string(), Arrival::Noted);
    }

    /// Writes into the page's address what the visitor chose on it, so that a link to it, a reload
    /// and Back show the same.
    pub fn note(&self, route: &Route) {
        self.tell(&route.to_string(), &Arrival::Noted);
        self.write(false);
    }

    /// Makes an entry in the history for a place, if it is another one, and goes there.
    fn proceed(self, place: &str, arrival: Arrival) {
        let is_new = self.visit.with_untracked(|visit| visit.place != place);
        if is_new {
            self.step();
        }
        self.tell(place, &arrival);
        if is_new {
            self.write(true);
        }
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

    /// Puts focus and scroll where the visitor expects them, once the page stands. They are put there
    /// once.
    pub fn settle(&self) {
        let mut arrival = Arrival::Noted;
        self.visit.update_untracked(|visit| std::mem::swap(&mut visit.arrival, &mut arrival));
        self.trail.with_value(|trail| match arrival {
            Arrival::Noted | Arrival::Beside => {}
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
        // An address that is not ours is the host's.
        let Some((number, place)) = self.trail.with_value(Trail::entry) else { return };
        let is_here = self.visit.with_untracked(|visit| visit.place == place);
        let memory = self.trail.try_update_value(|trail| trail.turn_to(number, is_here)).flatten();
        if let Some(memory) = memory {
            self.visit.set(Visit { place, arrival: Arrival::Return(memory) });
        }
    }
}

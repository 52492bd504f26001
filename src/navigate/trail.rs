//! The way behind the visitor: the browser's history, and what each entry remembers.

use leptos::prelude::*;
use rostrum_model::Route;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{FocusOptions, HtmlElement, Window};

use crate::{
    embed::{Attributes, Host, Part},
    route::Routing,
};

/// What is to be found again when the visitor comes back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Memory {
    /// How far the window was scrolled, in CSS pixels.
    pub(super) scroll: f64,
    /// The `href` of the link that had the focus, and how far it was from the window's top.
    pub(super) focus: Option<(String, f64)>,
}

/// The property of `history.state` that says where each way on the page is: a line for each, with its
/// name, the entry's number and the place.
const WAYS: &str = "rostrum";

/// What `sessionStorage` keeps for a page that is loaded again: how far it was scrolled, and its
/// address. (A state of the history that is set while a page goes is lost.)
const LEFT_KEY: &str = "rostrum-left";

/// How many entries are remembered; browsers keep as many.
const REMEMBERED: usize = 50;

/// The entries of the browser's history that this page has seen.
pub(super) struct Trail {
    /// Which pieces go one way: those with the same bundle and the same routing; empty where the address
    /// stays untouched.
    pub(super) way: String,
    pub(super) routing: Routing,
    /// Whether the whole window is ours to scroll.
    pub(super) owns_window: bool,
    pub(super) host: Host,
    /// The address where the piece began, and its place there and wherever the address names none.
    start: (String, String),
    pub(super) current: u32,
    memories: Vec<(u32, Memory)>,
    /// What is still to be written into the address of the current entry.
    pub(super) to_note: Option<Route>,
}

impl Trail {
    /// The way of a piece, and where it begins: at the place that the address names, else at `start`.
    pub(super) fn begin(attributes: &Attributes, start: &str, host: Host) -> (Self, String) {
        let Attributes { routing, part, bundle, manages_title, .. } = attributes;
        let is_path = matches!(routing, Routing::Path { .. });
        let follows_history = !matches!(routing, Routing::None { .. });
        let mut trail = Self {
            way: if follows_history {
                [bundle, " ", &routing.href(&Route::Home), " "].concat()
            } else {
                String::new()
            },
            routing: routing.clone(),
            owns_window: *part == Part::Site && is_path && *manages_title,
            host,
            start: (window().location().href().unwrap_or_default(), start.to_owned()),
            current: 0,
            memories: Vec::new(),
            to_note: None,
        };
        let entry = follows_history.then(|| trail.entry()).flatten();
        let (number, place) = entry.unwrap_or((0, start.to_owned()));
        trail.current = number;
        (trail, place)
    }

    /// Whether the way stands in the address.
    pub(super) fn follows_history(&self) -> bool {
        !self.way.is_empty()
    }

    /// The number of the current entry and the route's text: as the entry says, else the address; none
    /// if that is not ours.
    pub(super) fn entry(&self) -> Option<(u32, String)> {
        let state = window().history().ok()?.state().ok()?;
        let ways = js_sys::Reflect::get(&state, &WAYS.into()).ok().and_then(|it| it.as_string());
        let own = ways.as_deref().and_then(|ways| {
            ways.lines().find_map(|line| line.strip_prefix(self.way.as_str()))?.split_once(' ')
        });
        if let Some((number, place)) = own {
            return Some((number.parse().ok()?, place.to_owned()));
        }
        let location = window().location();
        let address = match self.routing {
            Routing::Path { .. } => [location.pathname().ok()?, location.search().ok()?].concat(),
            _ => location.hash().ok()?,
        };
        let place = self.routing.read(&address);
        let (href, start) = &self.start;
        let start = || {
            let here = location.href().ok()?;
            // A lone `#` is the host's way to the top.
            let is_bare = address.is_empty() && !here.ends_with('#');
            (is_bare || here == *href).then_some(start.as_str())
        };
        Some((0, place.or_else(start)?.to_owned()))
    }

    /// Counts another entry. What was ahead is gone once a link is followed.
    pub(super) fn step(&mut self) {
        if !self.follows_history() {
            return;
        }
        self.remember();
        self.current += 1;
        let current = self.current;
        self.memories.retain(|(number, _)| *number < current);
    }

    /// Turns to another entry: what is to be found again there, unless it is of the host's making and
    /// shows what is shown already.
    pub(super) fn turn_to(&mut self, number: u32, is_here: bool) -> Option<Memory> {
        if is_here && !self.owns_window {
            self.current = number;
            return None;
        }
        // It belonged to the entry that was left.
        self.to_note = None;
        self.remember();
        self.current = number;
        Some(self.recall())
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

    fn remember(&mut self) {
        let memory = self.memory();
        self.memories.retain(|(number, _)| *number != self.current);
        if self.memories.len() == REMEMBERED {
            self.memories.remove(0);
        }
        self.memories.push((self.current, memory));
    }

    /// What has the focus in the piece.
    pub(super) fn active_element(&self) -> Option<web_sys::Element> {
        self.host.root.get_root_node().dyn_into::<web_sys::ShadowRoot>().ok()?.active_element()
    }

    /// What is to be found again of how it is now.
    pub(super) fn memory(&self) -> Memory {
        let active = self.active_element();
        let focus = active.and_then(|element| {
            Some((element.get_attribute("href")?, element.get_bounding_client_rect().top()))
        });
        Memory { scroll: window().scroll_y().unwrap_or_default(), focus }
    }

    fn recall(&self) -> Memory {
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

/// Writes an address into the history, with what the entry says of the ways on the page.
pub(super) fn write(ways: &str, href: &str, is_new: bool) {
    let Ok(history) = window().history() else { return };
    let state = js_sys::Object::new();
    js_sys::Object::assign(&state, history.state().unwrap_or_default().unchecked_ref());
    let _ = js_sys::Reflect::set(&state, &WAYS.into(), &ways.into());
    let _ = if is_new {
        history.push_state_with_url(&state, "", Some(href))
    } else {
        history.replace_state_with_url(&state, "", Some(href))
    };
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

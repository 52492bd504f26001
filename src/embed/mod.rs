//! The custom element's side in WebAssembly: attributes in, events out, and the end of a piece.
//!
//! The class itself is in `embed.js`; it calls [`mount`] with a `div` of its shadow root. (Not the
//! shadow root itself: it is no element, and conditional views directly under it would vanish.)

mod attributes;

use std::{cell::Cell, rc::Rc};

pub use attributes::{Attributes, Part, language};
use leptos::{mount::UnmountHandle, prelude::*};
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

use crate::{
    app::{Screen, app},
    element::Made,
};

/// A piece on a page. Freeing it, or [`Mounted::unmount`], removes everything that it made.
#[wasm_bindgen]
pub struct Mounted {
    host: Host,
    attributes: Attributes,
    handle: Option<UnmountHandle<Made>>,
    screen: Rc<Cell<Option<Screen>>>,
}

/// Where a piece stands.
#[derive(Clone, Debug)]
pub struct Host {
    /// The element, from which events are sent.
    pub element: HtmlElement,
    /// The `div` in the element's shadow root that holds the piece.
    pub root: HtmlElement,
}

/// Shows a piece in `root`, as the attributes of `element` say.
#[wasm_bindgen]
pub fn mount(element: HtmlElement, root: HtmlElement) -> Mounted {
    let mut mounted = Mounted {
        attributes: Attributes::of(&element),
        host: Host { element, root },
        handle: None,
        screen: Rc::default(),
    };
    mounted.show();
    mounted
}

#[wasm_bindgen]
impl Mounted {
    /// An attribute of the element was set, changed or removed.
    #[wasm_bindgen(js_name = attributeChanged)]
    pub fn attribute_changed(&mut self, name: &str) {
        match name {
            "lang" => self.screen.get().iter().for_each(|screen| screen.load_texts()),
            "route" => {
                let route = self.host.element.get_attribute("route");
                route.iter().for_each(|route| self.navigate(route));
            }
            // The theme is the style sheet's.
            "theme" => {}
            _ => {
                let attributes = Attributes::of(&self.host.element);
                if attributes != self.attributes {
                    self.attributes = attributes;
                    self.unmount();
                    self.show();
                }
            }
        }
    }

    /// Goes to a route, as a link of the piece would.
    pub fn navigate(&self, route: &str) {
        self.screen.get().iter().for_each(|screen| screen.navigation.go(route));
    }

    /// Reads the bundle's entry anew, for all pieces that show the bundle. What is new in it is shown,
    /// and the visitor stays where they are.
    pub fn refresh(&self) {
        self.screen.get().iter().for_each(|screen| screen.load_entry(true));
    }

    /// Takes the piece away, with its listeners, timers and memory.
    pub fn unmount(&mut self) {
        self.screen.take();
        drop(self.handle.take());
    }

    fn show(&mut self) {
        let (attributes, host) = (self.attributes.clone(), self.host.clone());
        let (root, screen) = (host.root.clone(), self.screen.clone());
        let route = host.element.get_attribute("route");
        self.handle = Some(leptos::mount::mount_to(root, move || {
            let host = StoredValue::new_local(host);
            let start = route.unwrap_or_else(|| attributes.part.start().to_owned());
            let (node, state) = app(attributes, &start, host);
            screen.set(Some(state));
            node
        }));
    }
}

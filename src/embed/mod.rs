//! The custom element's side in WebAssembly: attributes in, events out, and the end of a piece.
//!
//! The class itself is in `embed.js`; it calls [`mount`] with a `div` of its shadow root. (Not the
//! shadow root itself: it is no element, and conditional views directly under it would vanish.)

mod attributes;

pub use attributes::{Attributes, Part, language};
use leptos::{mount::UnmountHandle, prelude::*};
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

use crate::{app::app, element::Made};

/// A piece on a page. Freeing it, or [`Mounted::unmount`], removes everything that it made.
#[wasm_bindgen]
pub struct Mounted {
    host: Host,
    attributes: Attributes,
    language: ArcRwSignal<String>,
    route: ArcRwSignal<Option<String>>,
    handle: Option<UnmountHandle<Made>>,
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
        language: ArcRwSignal::new(language(&element)),
        route: ArcRwSignal::new(element.get_attribute("route")),
        host: Host { element, root },
        handle: None,
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
            "lang" => self.language.set(language(&self.host.element)),
            "route" => self.route.set(self.host.element.get_attribute("route")),
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

    /// Takes the piece away, with its listeners, timers and memory.
    pub fn unmount(&mut self) {
        drop(self.handle.take());
    }

    fn show(&mut self) {
        let Self { attributes, language, route, host, .. } = self;
        let (attributes, host) = (attributes.clone(), host.clone());
        let (language, route) = (language.clone(), route.clone());
        let root = host.root.clone();
        self.handle = Some(leptos::mount::mount_to(root, move || {
            let host = StoredValue::new_local(host);
            app(attributes, language, route, host)
        }));
    }
}

//! The custom element's side in WebAssembly: attributes in, events out, and the end of a piece.
//!
//! The class itself is in `embed.js`; it calls [`mount`] with a `div` of its shadow root. (Not the
//! shadow root itself: it is no element, and conditional views directly under it would vanish.)

mod attributes;

pub use attributes::{Attributes, Part};
use leptos::{mount::UnmountHandle, prelude::*, tachys::view::Render};
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

use crate::app::App;

/// A piece on a page. Freeing it, or [`Mounted::unmount`], removes everything that it made.
#[wasm_bindgen]
pub struct Mounted {
    element: HtmlElement,
    attributes: ArcRwSignal<Attributes>,
    handle: Option<UnmountHandle<<AnyView as Render>::State>>,
}

/// Shows a piece in `root`, as the attributes of `element` say.
#[wasm_bindgen]
pub fn mount(element: HtmlElement, root: HtmlElement) -> Mounted {
    let attributes = ArcRwSignal::new(Attributes::of(&element));
    let host = Host { element: element.clone(), root: root.clone() };
    let given = attributes.clone();
    let handle = leptos::mount::mount_to(root, move || {
        let host = StoredValue::new_local(host);
        view! { <App attributes=given.into() host/> }.into_any()
    });
    Mounted { element, attributes, handle: Some(handle) }
}

/// Where a piece stands.
#[derive(Clone, Debug)]
pub struct Host {
    /// The element, from which events are sent.
    pub element: HtmlElement,
    /// The `div` in the element's shadow root that holds the piece.
    pub root: HtmlElement,
}

#[wasm_bindgen]
impl Mounted {
    /// An attribute of the element was set, changed or removed.
    #[wasm_bindgen(js_name = attributeChanged)]
    pub fn attribute_changed(&self) {
        let attributes = Attributes::of(&self.element);
        if self.attributes.with_untracked(|present| *present != attributes) {
            self.attributes.set(attributes);
        }
    }

    /// Takes the piece away, with its listeners, timers and memory.
    pub fn unmount(&mut self) {
        drop(self.handle.take());
    }
}

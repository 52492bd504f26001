//! Watching the size of an element.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, Event, ResizeObserver};

/// Watches the size of an element until it is dropped.
pub struct Watching {
    observer: ResizeObserver,
    _closure: Closure<dyn FnMut(Event)>,
}

impl Watching {
    /// Acts once at the beginning, and again whenever the size changes.
    pub fn of(element: &Element, mut act: Box<dyn FnMut()>) -> Option<Self> {
        let act: Box<dyn FnMut(Event)> = Box::new(move |_| act());
        let closure = Closure::wrap(act);
        let observer = ResizeObserver::new(closure.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self { observer, _closure: closure })
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

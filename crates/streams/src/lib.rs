//! In the place of the crate `wasm-streams`, which `leptos` brings for server functions. The classes
//! that it exports to JavaScript stay in the WebAssembly though nothing calls them. This page has no
//! server functions: here is what their crate refers to, and none of it ever runs.

use futures_util::{Stream, stream};
use wasm_bindgen::JsValue;

/// A stream of the browser's.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Wraps a stream.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// Unwraps it.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// A stream of the browser's from one of Rust's.
    ///
    /// # Panics
    /// Always.
    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        unimplemented!("this page streams nothing")
    }

    /// What comes through the stream: nothing.
    pub fn into_stream(self) -> stream::Empty<Result<JsValue, JsValue>> {
        stream::empty()
    }
}

//! A bundle on a server, read through the browser's own `fetch`.

use std::{
    any::Any,
    cell::RefCell,
    rc::Rc,
    sync::{Arc, Mutex},
};

use js_sys::Promise;
use rostrum_model::BundleError;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::{ENTRY, Files};

/// How many files are kept in memory, so that Back works while the network does not.
const KEPT: usize = 48;

#[wasm_bindgen]
extern "C" {
    /// Fetches what stands at an address. A function by its bare name, not a method of the window:
    /// a site that is one file has a `fetch` of its own in its place (`src/single`).
    pub(super) fn fetch(address: &str) -> Promise;
}

/// A bundle on a server. Clones share what was fetched.
#[derive(Clone, Debug)]
pub struct Fetched {
    /// The folder of the entry, with a slash at its end.
    pub folder: String,
    kept: Arc<Mutex<Vec<(String, String)>>>,
    /// What the code that searches keeps. That is loaded later, so its type is not known here.
    pub(super) search_memory: Rc<RefCell<Option<Rc<dyn Any>>>>,
}

impl Fetched {
    /// The bundle in a folder, named by its address or by that of its entry.
    pub fn new(address: &str) -> Self {
        let folder = address.strip_suffix(ENTRY).unwrap_or(address);
        let folder = if folder.is_empty() || folder.ends_with('/') {
            folder.to_owned()
        } else {
            [folder, "/"].concat()
        };
        Self { folder, kept: Arc::default(), search_memory: Rc::default() }
    }

    fn kept(&self, file: &str) -> Option<String> {
        let kept = self.kept.lock().ok()?;
        kept.iter().find(|(name, _)| name == file).map(|(_, text)| text.clone())
    }

    fn keep(&self, file: &str, text: &str) {
        if let Ok(mut kept) = self.kept.lock() {
            if kept.len() == KEPT {
                kept.remove(0);
            }
            kept.push((file.to_owned(), text.to_owned()));
        }
    }
}

impl Files for Fetched {
    async fn text(&self, file: &str) -> Result<String, BundleError> {
        // The entry changes under its name, all other files never do.
        if let Some(text) = (file != ENTRY).then(|| self.kept(file)).flatten() {
            return Ok(text);
        }
        let unreachable =
            |reason: String| BundleError::Unreachable { file: file.to_owned(), reason };
        let failed = |error: JsValue| {
            unreachable(
                error
                    .dyn_into::<js_sys::Error>()
                    .map_or_else(|_| String::new(), |error| error.message().into()),
            )
        };
        let address = [self.folder.as_str(), file].concat();
        let answer = JsFuture::from(fetch(&address)).await.map_err(failed)?;
        let answer: Response = answer.dyn_into().map_err(failed)?;
        if !answer.ok() {
            return Err(unreachable(answer.status().to_string()));
        }
        let text = JsFuture::from(answer.text().map_err(failed)?).await.map_err(failed)?;
        let text = text.as_string().unwrap_or_default();
        self.keep(file, &text);
        Ok(text)
    }
}

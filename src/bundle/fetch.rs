//! A bundle on a server, read through the browser's own `fetch`, once for all pieces on a page.

use std::{
    any::Any,
    cell::RefCell,
    rc::{Rc, Weak},
    sync::Arc,
};

use js_sys::{Map, Promise};
use leptos::prelude::{ArcTrigger, Notify, Track};
use rostrum_model::{BundleError, Entry, parse_entry};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::Response;

use super::{ENTRY, Files};

/// How many files are kept in memory, so that Back works while the network does not.
const KEPT: u32 = 48;

#[wasm_bindgen]
extern "C" {
    /// Fetches what stands at an address. A function by its bare name, not a method of the window:
    /// a site that is one file has a `fetch` of its own in its place (`src/single`).
    pub(super) fn fetch(address: &str) -> Promise;
}

thread_local! {
    /// The bundles of the pieces on this page.
    static BUNDLES: RefCell<Vec<Weak<Shared>>> = const { RefCell::new(Vec::new()) };
}

/// A bundle on a server. All pieces that name it share what was fetched, as long as one of them is
/// there.
#[derive(Clone, Debug)]
pub struct Fetched(Rc<Shared>);

#[derive(Debug)]
struct Shared {
    folder: String,
    entry: RefCell<Option<Arc<Entry>>>,
    /// The text that the entry was read from.
    entry_text: RefCell<Option<String>>,
    renewed: ArcTrigger,
    /// The texts of files that are there or on their way, by their names.
    kept: Map,
    search_memory: RefCell<Option<Rc<dyn Any>>>,
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
        BUNDLES.with_borrow_mut(|bundles| {
            bundles.retain(|bundle| bundle.strong_count() > 0);
            let known = bundles.iter().filter_map(Weak::upgrade).find(|one| one.folder == folder);
            Self(known.unwrap_or_else(|| {
                let bundle = Rc::new(Shared {
                    folder,
                    entry: RefCell::default(),
                    entry_text: RefCell::default(),
                    renewed: ArcTrigger::new(),
                    kept: Map::new(),
                    search_memory: RefCell::default(),
                });
                bundles.push(Rc::downgrade(&bundle));
                bundle
            }))
        })
    }

    /// The folder of the entry, with a slash at its end.
    pub fn folder(&self) -> &str {
        &self.0.folder
    }

    /// The entry, once one is there.
    pub fn entry(&self) -> Option<Arc<Entry>> {
        self.0.entry.borrow().clone()
    }

    /// Has an effect told of another entry.
    pub fn track(&self) {
        self.0.renewed.track();
    }

    /// What the code that searches keeps. That is loaded later, so its type is not known here.
    pub(super) fn search_memory(&self) -> &RefCell<Option<Rc<dyn Any>>> {
        &self.0.search_memory
    }

    /// Reads the entry, unless it was read and is not wanted anew. One that says the same as before
    /// changes nothing; before another takes its place, `before` is told.
    ///
    /// # Errors
    /// When the file cannot be fetched, is malformed or of a newer major version.
    pub async fn load_entry(&self, is_anew: bool, before: fn()) -> Result<(), BundleError> {
        if is_anew {
            self.forget(ENTRY);
        }
        let text = self.text(ENTRY).await?;
        if self.0.entry_text.borrow().as_ref() == Some(&text) {
            return Ok(());
        }
        let entry = parse_entry(ENTRY, &text)?;
        *self.0.entry_text.borrow_mut() = Some(text);
        self.0.renew(entry, before);
        Ok(())
    }

    /// Has a file fetched anew when it is asked for next.
    pub fn forget(&self, file: &str) {
        self.0.kept.delete(&file.into());
    }
}

impl Shared {
    /// Takes another entry, and tells those who show the one before.
    fn renew(&self, entry: Entry, before: fn()) {
        if self.entry.borrow().is_some() {
            before();
        }
        *self.entry.borrow_mut() = Some(Arc::new(entry));
        self.renewed.notify();
    }
}

impl Files for Fetched {
    async fn text(&self, file: &str) -> Result<String, BundleError> {
        let (kept, name) = (&self.0.kept, JsValue::from(file));
        let mut text = kept.get(&name);
        if text.is_undefined() {
            if kept.size() == KEPT {
                kept.clear();
            }
            text = future_to_promise(text_at([self.folder(), file].concat())).into();
            kept.set(&name, &text);
        }
        let text = JsFuture::from(text.unchecked_into::<Promise>()).await.map_err(|reason| {
            // The next one to ask tries again.
            self.forget(file);
            let reason = reason.as_string().unwrap_or_default();
            BundleError::Unreachable { file: file.to_owned(), reason }
        })?;
        Ok(text.as_string().unwrap_or_default())
    }
}

/// The text that stands at an address; fails with what the browser or the server says of it.
async fn text_at(address: String) -> Result<JsValue, JsValue> {
    let answer = answer(&address).await?;
    JsFuture::from(answer.text()?).await.map_err(said)
}

/// What stands at an address; fails with what the browser or the server says of it.
pub(super) async fn answer(address: &str) -> Result<Response, JsValue> {
    let answer: Response = JsFuture::from(fetch(address)).await.map_err(said)?.dyn_into()?;
    if answer.ok() { Ok(answer) } else { Err(answer.status().to_string().into()) }
}

/// What an error says.
pub(super) fn said(error: JsValue) -> JsValue {
    error.dyn_into().map_or_else(JsValue::from, |error: js_sys::Error| error.message().into())
}

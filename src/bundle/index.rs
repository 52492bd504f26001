//! Asking the full-text index: it names the files that it needs, they are fetched all at once, and it is
//! asked again. All this is loaded with the code that searches.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Promise, Uint8Array};
use rostrum_model::{
    BundleError, Date, Facet, FacetCategory, ListingFile, ListingKey, Order, Summary,
    parse_document,
};
use rostrum_search::{Answer, Found, Hit, Index};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use super::{
    Counts, Fetched, Question, Results, Row,
    fetch::{answer, said},
};

/// How many hits a portion has at most.
const PORTION: u32 = 10;

/// The most portions that an address can ask for.
const MOST_PORTIONS: u32 = 50;

/// How the names of files of rows end.
const ROWS: &str = ".json";

/// How many files of rows are kept in memory, so that Back works while the network does not.
const KEPT_ROWS: usize = 200;

/// What the index of a bundle has read.
#[derive(Debug)]
struct Memory {
    folder: String,
    root: String,
    index: RefCell<Index>,
    rows: RefCell<Vec<(String, Vec<Summary>)>>,
    /// Files on their way: two questions may need the same.
    under_way: RefCell<Vec<(String, Promise)>>,
}

/// Asks the index of a bundle.
///
/// # Errors
/// When a file of it cannot be fetched or is damaged.
pub async fn ask(files: &Fetched, question: Question<'_>) -> Result<Results, BundleError> {
    let memory = Memory::of(files, question.root);
    let asked = Asked::from(&question);
    let portions = question.portions;
    let criteria = question.criteria.clone();
    let mut results = Results { criteria, portions, ..Results::default() };
    let mut next: Option<String> = None;
    if portions == 0 {
        begin(&memory).await?;
    }
    for portion in 0..portions.min(MOST_PORTIONS) {
        if portion > 0 && next.is_none() {
            break;
        }
        let found = found(&memory, &asked.portion(next.as_deref())).await?;
        results.rows.extend(rows(&memory, found.hits).await?);
        results.count = found.count;
        results.is_exact = found.is_exact;
        results.is_forgiving = found.is_forgiving;
        results.has_more = found.next.is_some();
        next = found.next;
    }
    Ok(results)
}

/// Counts what would be found, and the facets of a category among it.
///
/// # Errors
/// When a file of the index cannot be fetched or is damaged.
pub async fn count(
    files: &Fetched,
    question: Question<'_>,
    category: Option<FacetCategory>,
) -> Result<Counts, BundleError> {
    let memory = Memory::of(files, question.root);
    let asked = Asked::from(&question);
    let counted: Vec<String> =
        category.map(|category| category.name().to_owned()).into_iter().collect();
    let asked = rostrum_search::Question { counted: &counted, limit: 1, ..asked.portion(None) };
    let Found { count, is_exact, facets, are_facets_exact, .. } = found(&memory, &asked).await?;
    Ok(Counts { count, is_exact, facets, are_facets_exact })
}

/// A question in the words of the index.
struct Asked<'q> {
    text: &'q str,
    facets: Vec<String>,
    days: [Option<String>; 2],
    order: Order,
}

impl<'q> From<&Question<'q>> for Asked<'q> {
    fn from(&Question { criteria, listing, .. }: &Question<'q>) -> Self {
        let own = (*listing != ListingKey::All).then(|| listing.to_string());
        let day = |day: Option<Date>| day.map(|day| day.to_string());
        Self {
            text: &criteria.words,
            facets: own.into_iter().chain(criteria.facets.iter().map(Facet::to_string)).collect(),
            days: [day(criteria.since), day(criteria.until)],
            order: criteria.order,
        }
    }
}

impl Asked<'_> {
    /// The question for what follows a cursor.
    fn portion<'a>(&'a self, cursor: Option<&'a str>) -> rostrum_search::Question<'a> {
        let [since, until] = self.days.each_ref().map(Option::as_deref);
        rostrum_search::Question {
            text: self.text,
            facets: &self.facets,
            since,
            until,
            order: self.order,
            cursor,
            limit: PORTION,
            counted: &[],
        }
    }
}

/// Fetches what every question needs first.
async fn begin(memory: &Rc<Memory>) -> Result<(), BundleError> {
    let answer = memory.index.borrow_mut().ask(&rostrum_search::Question::default());
    match answer {
        Answer::Found(_) => Ok(()),
        Answer::Needs(files) => all(memory, files).await,
    }
}

async fn found(
    memory: &Rc<Memory>,
    question: &rostrum_search::Question<'_>,
) -> Result<Found, BundleError> {
    loop {
        let answer = memory.index.borrow_mut().ask(question);
        match answer {
            Answer::Found(found) => return Ok(found),
            Answer::Needs(files) => all(memory, files).await?,
        }
    }
}

async fn rows(memory: &Rc<Memory>, hits: Vec<Hit>) -> Result<Vec<Row>, BundleError> {
    let mut missing: Vec<String> = hits.iter().map(|hit| hit.file.clone()).collect();
    missing.sort();
    missing.dedup();
    missing.retain(|file| !memory.rows.borrow().iter().any(|(kept, _)| kept == file));
    all(memory, missing).await?;
    let kept = memory.rows.borrow();
    let row = |Hit { file, index, words, .. }: Hit| {
        let (_, releases) = kept.iter().find(|(kept, _)| *kept == file)?;
        Some(Row { release: releases.get(index as usize)?.clone(), words })
    };
    Ok(hits.into_iter().filter_map(row).collect())
}

/// Fetches files, all at once.
async fn all(memory: &Rc<Memory>, files: Vec<String>) -> Result<(), BundleError> {
    let begin = |file: String| {
        let coming = JsFuture::from(Memory::fetch(memory, &file));
        (file, coming)
    };
    let coming: Vec<_> = files.into_iter().map(begin).collect();
    for (file, coming) in coming {
        coming.await.map_err(|error| told(file, &error))?;
    }
    Ok(())
}

/// The error of a file: one that did not come is a text, one that is damaged an error.
fn told(file: String, error: &JsValue) -> BundleError {
    match error.dyn_ref::<js_sys::Error>() {
        Some(error) => {
            let expected = error.message().into();
            BundleError::Malformed { file, path: "$".to_owned(), expected }
        }
        None => BundleError::Unreachable { file, reason: error.as_string().unwrap_or_default() },
    }
}

impl Memory {
    /// What is known of the index of a bundle.
    fn of(files: &Fetched, root: &str) -> Rc<Self> {
        let kept = files.search_memory().borrow().clone();
        let kept = kept.and_then(|kept| kept.downcast::<Self>().ok());
        // Another edition of the bundle has another index.
        kept.filter(|kept| kept.root == root).unwrap_or_else(|| {
            let memory = Rc::new(Self {
                folder: files.folder().to_owned(),
                root: root.to_owned(),
                index: RefCell::new(Index::new(root)),
                rows: RefCell::default(),
                under_way: RefCell::default(),
            });
            *files.search_memory().borrow_mut() = Some(memory.clone());
            memory
        })
    }

    /// Fetches a file, unless it is on its way.
    fn fetch(memory: &Rc<Self>, file: &str) -> Promise {
        let mut under_way = memory.under_way.borrow_mut();
        if let Some((_, promise)) = under_way.iter().find(|(name, _)| name == file) {
            return promise.clone();
        }
        let (memory, name) = (memory.clone(), file.to_owned());
        let promise = future_to_promise(async move {
            let taken = match bytes(&memory.folder, &name).await {
                Ok(bytes) => memory.take(&name, &bytes),
                Err(error) => Err(error),
            };
            memory.under_way.borrow_mut().retain(|(file, _)| *file != name);
            taken.map(|()| JsValue::UNDEFINED)
        });
        under_way.push((file.to_owned(), promise.clone()));
        promise
    }

    fn take(&self, file: &str, bytes: &[u8]) -> Result<(), JsValue> {
        let damaged = |error: String| JsValue::from(js_sys::Error::new(&error));
        if !file.ends_with(ROWS) {
            let taken = self.index.borrow_mut().give(file, bytes);
            return taken.map_err(|error| damaged(error.to_string()));
        }
        let text = String::from_utf8_lossy(bytes);
        let listing: ListingFile =
            parse_document(file, &text).map_err(|error| damaged(error.to_string()))?;
        let mut rows = self.rows.borrow_mut();
        if rows.len() == KEPT_ROWS {
            rows.remove(0);
        }
        rows.push((file.to_owned(), listing.releases));
        Ok(())
    }
}

/// Fetches a file as bytes; fails with what the browser or the server says of it.
async fn bytes(folder: &str, file: &str) -> Result<Vec<u8>, JsValue> {
    let answer = answer(&[folder, file].concat()).await?;
    let buffer = JsFuture::from(answer.array_buffer()?).await.map_err(said)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

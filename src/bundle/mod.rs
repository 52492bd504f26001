//! Reading the data bundle: which files a page needs, and in what order.
//!
//! Where the files come from is left to [`Files`]: the network in a browser, a folder in a test or
//! when pages are rendered natively.

mod fetch;
mod index;
mod search;

use std::future::Future;

pub use fetch::Fetched;
pub use index::{ask, count};
use rostrum_model::{
    Address, BundleError, Entry, Listing, ListingDirectory, ListingFile, Pack, Redirect, Release,
    Slug, Summary, TextPage, json::FromJson, page_slices, parse_document, parse_entry,
};
pub use search::{Counts, Question, Results, Row};

use crate::{
    part::both,
    texts::{Texts, texts},
};

/// The name of the bundle's entry file.
pub const ENTRY: &str = "bundle.json";

/// Where the files of a bundle come from.
pub trait Files {
    /// The text of a file, by its path from the entry.
    ///
    /// # Errors
    /// [`BundleError::Unreachable`] if there is no such file or no way to it.
    fn text(&self, file: &str) -> impl Future<Output = Result<String, BundleError>>;
}

/// The value of a future that waits for nothing: where [`Files`] are at hand, all that is read from
/// them is there at once.
///
/// # Panics
/// If the future waits all the same.
#[cfg(not(feature = "split"))]
pub fn at_once<T>(future: impl Future<Output = T>) -> T {
    use std::task::{Context, Poll, Waker};

    match std::pin::pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("what is at hand does not wait"),
    }
}

/// Reads the entry.
///
/// # Errors
/// When the file cannot be fetched, is malformed or of a newer major version.
pub async fn entry(files: &impl Files) -> Result<Entry, BundleError> {
    parse_entry(ENTRY, &files.text(ENTRY).await?)
}

/// Reads the release that an address leads to, which may be an old one of it, with what shows it; none
/// if it leads to none.
///
/// # Errors
/// When a file on the way cannot be fetched or is malformed.
pub async fn release(
    files: &impl Files,
    entry: &Entry,
    address: &Address,
) -> Result<Option<(&'static Texts, Release)>, BundleError> {
    let mut address = address.clone();
    let mut has_moved = false;
    let mut next = root_pack(entry, &address);
    while let Some(file) = next {
        let (texts, text) = with_texts(files, &file).await?;
        next = match (texts.pack)(&file, &text)? {
            Pack::Parts { parts } => Pack::part_of(&parts, &address).map(|part| part.file.clone()),
            Pack::Releases { releases, redirects } => {
                let found = releases.into_iter().find(|one| one.summary.address == address);
                let moved = redirects.into_iter().find(|redirect| redirect.address == address);
                match moved {
                    // A redirect leads to a release, so a second one is a mistake and may be a loop.
                    Some(Redirect { moved_to, .. }) if found.is_none() && !has_moved => {
                        has_moved = true;
                        address = moved_to;
                        root_pack(entry, &address)
                    }
                    _ => return Ok(found.map(|release| (texts, release))),
                }
            }
        };
    }
    Ok(None)
}

/// The file in which the way to the releases of a day begins.
fn root_pack(entry: &Entry, address: &Address) -> Option<String> {
    let year = entry.years.iter().find(|year| year.year == address.date.year());
    year.map(|year| year.file.clone())
}

/// Reads the summaries of a visitor's page of a listing, the newest first; empty past its end.
///
/// # Errors
/// When a file on the way cannot be fetched or is malformed.
pub async fn summaries(
    files: &impl Files,
    listing: &Listing,
    page: u32,
) -> Result<Vec<Summary>, BundleError> {
    let mut shown = Vec::new();
    for slice in page_slices(listing.total, page) {
        let Some(file) = listing_file(files, listing, slice.file).await? else { continue };
        let range = slice.start as usize..(slice.end as usize).min(file.releases.len());
        shown.extend(file.releases.get(range).unwrap_or_default().iter().rev().cloned());
    }
    Ok(shown)
}

/// A listing's file: the newest one leads to the one before it and to a tree of directories.
async fn listing_file(
    files: &impl Files,
    listing: &Listing,
    number: u32,
) -> Result<Option<ListingFile>, BundleError> {
    let newest: ListingFile = read(files, &listing.newest).await?;
    let last = listing.total.saturating_sub(1) / rostrum_model::FILE_SIZE;
    let file = match last.checked_sub(number) {
        Some(0) => return Ok(Some(newest)),
        Some(1) => newest.before,
        _ => older_file(files, newest.directory, number).await?,
    };
    match file {
        None => Ok(None),
        Some(file) => read(files, &file).await.map(Some),
    }
}

/// The name of an older file, by the way through the directories.
async fn older_file(
    files: &impl Files,
    root: Option<String>,
    number: u32,
) -> Result<Option<String>, BundleError> {
    let mut next = root;
    while let Some(file) = next {
        let directory: ListingDirectory = read(files, &file).await?;
        next = directory.toward(number).cloned();
        if directory.level == 0 {
            break;
        }
    }
    Ok(next)
}

async fn read<T: FromJson>(files: &impl Files, file: &str) -> Result<T, BundleError> {
    parse_document(file, &files.text(file).await?)
}

/// Reads a page of text, with what shows it; none if there is no page of that name.
///
/// # Errors
/// When its file cannot be fetched or is malformed.
pub async fn text_page(
    files: &impl Files,
    entry: &Entry,
    slug: &Slug,
) -> Result<Option<(&'static Texts, TextPage)>, BundleError> {
    let Some(page) = entry.page(slug) else { return Ok(None) };
    let (texts, text) = with_texts(files, &page.file).await?;
    (texts.page)(&page.file, &text).map(|page| Some((texts, page)))
}

/// The text of a file, and what reads and shows it: both are on their way at the same time.
async fn with_texts(
    files: &impl Files,
    file: &str,
) -> Result<(&'static Texts, String), BundleError> {
    let (texts, text) = both(texts(), files.text(file)).await;
    Ok((texts?, text?))
}

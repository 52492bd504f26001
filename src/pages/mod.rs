//! The pages: what each shows as a type, loading it, its title and its view.
//!
//! Loading comes before showing: while a page loads, the last one stays. So a view never waits, and
//! the same views render natively from the same [`Page`].

pub(crate) mod entity;
mod failure;
mod home;
mod index;
mod not_found;
pub mod parts;
pub(crate) mod text;

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests;

use std::{num::NonZeroU32, pin::Pin, sync::Arc};

pub use failure::{failure, failure_of};
use leptos::{prelude::*, task::spawn_local};
use rostrum_model::{
    BundleError, Language, ListingKey, Query, Release, ReleaseVersion, Route, Summary, TextPage,
    page_count,
};

use crate::{
    bundle::{self, Fetched, Files},
    element::Node,
    navigate::Navigation,
    press,
    site::Site,
    texts::Texts,
    timeline,
};

/// A page with everything that it shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Page {
    /// The front page with the latest releases.
    Home {
        /// The newest releases, the newest first.
        latest: Vec<Summary>,
    },
    /// All fields of work.
    Fields,
    /// All countries.
    Countries,
    /// All structures and institutions.
    Structures,
    /// A page of a listing, with what it is of.
    Listing(ListingPage),
    /// A release.
    Release(&'static Texts, Reading),
    /// The timeline of chairpersonships.
    Timeline(&'static timeline::Views),
    /// A term in the chair, with the releases about it.
    Term(&'static timeline::Views, ListingPage),
    /// A page of text.
    Text(&'static Texts, TextPage),
    /// Nothing stands at the address.
    NotFound,
}

/// A release under a reader's eyes.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The release.
    pub release: Arc<Release>,
    /// The language that the address names; none where it leaves that to the reader's.
    pub language: Option<Language>,
}

/// A page of a listing.
#[derive(Clone, Debug, PartialEq)]
pub struct ListingPage {
    /// What the listing is of.
    pub key: ListingKey,
    /// Which page, from 1 for the newest releases.
    pub page: u32,
    /// How many releases the listing has in all.
    pub total: u32,
    /// The releases on this page, the newest first.
    pub releases: Vec<Summary>,
    /// Whether the address says that something is searched in it.
    pub is_searched: bool,
}

/// What a page has in a browser, and not where it is rendered natively.
#[derive(Clone, Copy)]
pub struct Browser {
    /// The way through the site.
    pub navigation: Navigation,
    /// The bundle that the page is from.
    pub files: StoredValue<Fetched, LocalStorage>,
}

/// Where the way to something wanted stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Progress {
    /// What is wanted is shown.
    Settled,
    /// It is on its way; what is shown is what was there before.
    Loading,
    /// It did not come; what is shown is what was there before.
    Failed(BundleError),
}

/// Does what takes a while. Boxed, so that what drives a future is compiled once and not for each of
/// them.
pub fn in_background(work: impl Future<Output = ()> + 'static) {
    let work: Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    spawn_local(work);
}

/// Loads what stands at a place.
///
/// # Errors
/// When a file of the bundle that it needs cannot be fetched or read.
pub async fn load(
    site: &Site,
    files: &impl Files,
    place: Option<&Route>,
) -> Result<Page, BundleError> {
    let entry = &site.entry;
    Ok(match place {
        None => Page::NotFound,
        Some(Route::Home) => {
            let all = listing_page(site, files, ListingKey::All, 1).await?;
            Page::Home { latest: all.map(|all| all.releases).unwrap_or_default() }
        }
        Some(Route::Fields) => Page::Fields,
        Some(Route::Countries) => Page::Countries,
        Some(Route::Structures) => Page::Structures,
        Some(Route::Timeline(_)) => Page::Timeline(timeline::views().await?),
        Some(Route::Listing { key, page, query }) => {
            // The page of what is found counts its portions; it stands over the listing's first page.
            let page = if query.is_empty() { page.get() } else { 1 };
            let listing = listing_page(site, files, key.clone(), page).await?;
            match listing.map(|listing| ListingPage { is_searched: !query.is_empty(), ..listing }) {
                None => Page::NotFound,
                Some(about) if matches!(about.key, ListingKey::Term(_)) => {
                    Page::Term(timeline::views().await?, about)
                }
                Some(listing) => Page::Listing(listing),
            }
        }
        Some(Route::Release { address, language }) => {
            let found = bundle::release(files, entry, address).await?;
            let is_there = |release: &Release| language.as_ref().is_none_or(|it| release.has(it));
            match found.filter(|(_, release)| is_there(release)) {
                None => Page::NotFound,
                Some((texts, release)) => {
                    let (release, language) = (Arc::new(release), language.clone());
                    Page::Release(texts, Reading { release, language })
                }
            }
        }
        Some(Route::Page(slug)) => {
            let page = bundle::text_page(files, entry, slug).await?;
            page.map_or(Page::NotFound, |(texts, page)| Page::Text(texts, page))
        }
    })
}

/// Loads a page of a listing; none if there is nothing of that name, or no such page of it.
async fn listing_page(
    site: &Site,
    files: &impl Files,
    key: ListingKey,
    page: u32,
) -> Result<Option<ListingPage>, BundleError> {
    let listing = site.entry.listing(&key);
    let total = listing.map_or(0, |listing| listing.total);
    if !site.entry.knows(&key) || page > page_count(total) {
        return Ok(None);
    }
    let releases = match listing {
        None => Vec::new(),
        Some(listing) => bundle::summaries(files, listing, page).await?,
    };
    Ok(Some(ListingPage { key, page, total, releases, is_searched: false }))
}

impl Reading {
    /// The text that is read.
    pub fn version(&self, site: &Site) -> Option<&ReleaseVersion> {
        self.release.version(self.language.as_ref().unwrap_or(&site.language))
    }

    /// Where the release stands, to be read in a language.
    pub fn route(&self, language: Option<Language>) -> Route {
        Route::Release { address: self.release.summary.address.clone(), language }
    }
}

impl Page {
    /// Where a release stands, which an old address of it may have led to.
    pub fn canonical(&self) -> Option<Route> {
        match self {
            Self::Release(_, reading) => Some(reading.route(reading.language.clone())),
            _ => None,
        }
    }

    /// Where most readers of this page go next: to the next page of a listing.
    pub fn next(&self) -> Option<Route> {
        let Self::Listing(listing) = self else { return None };
        let has_next = !listing.is_searched && listing.page < page_count(listing.total);
        let page = NonZeroU32::new(listing.page + 1).filter(|_| has_next)?;
        Some(Route::Listing { key: listing.key.clone(), page, query: Query::default() })
    }

    /// The page's own title; none for the front page, which bears the organisation's name.
    pub fn title(&self, site: &Site) -> Option<String> {
        let messages = site.messages;
        let title = match self {
            Self::Home { .. } => return None,
            Self::Fields => messages.fields().to_owned(),
            Self::Countries => messages.countries().to_owned(),
            Self::Structures => messages.structures().to_owned(),
            Self::Timeline(_) => messages.chairpersonships().to_owned(),
            Self::NotFound => messages.not_found().to_owned(),
            Self::Listing(listing) | Self::Term(_, listing) => press::listing_title(site, listing),
            Self::Release(_, reading) => reading.version(site)?.title.clone(),
            Self::Text(_, page) => {
                rostrum_model::version_for(&page.versions, &site.language)?.title.clone()
            }
        };
        Some(title)
    }

    /// The title of the browser's window: the page's and whose site it is.
    pub fn window_title(&self, site: &Site) -> String {
        let organization = &site.entry.organization;
        match self.title(site) {
            None => site.localized(&organization.name).text.to_owned(),
            Some(title) => {
                [&title, " – ", site.localized(&organization.abbreviation).text].concat()
            }
        }
    }
}

/// The view of a page; without a browser where it is rendered natively.
pub fn view(site: &Site, page: &Page, browser: Option<Browser>) -> Node {
    let navigation = browser.map(|browser| browser.navigation);
    match page {
        Page::Home { latest } => home::view(site, latest),
        Page::Fields => index::fields(site),
        Page::Countries => index::countries(site),
        Page::Structures => index::structures(site),
        Page::Timeline(views) => (views.timeline)(site, navigation),
        Page::Term(views, about) => (views.term)(site, about, browser),
        Page::NotFound => not_found::view(site),
        Page::Text(texts, page) => (texts.text)(site, page),
        Page::Release(texts, reading) => (texts.release)(site, reading, press::load_tools),
        Page::Listing(listing) => match &listing.key {
            ListingKey::All | ListingKey::Year(_) => press::listing(site, listing, browser),
            _ => entity::view(site, listing, browser),
        },
    }
}

//! Listings of releases, the newest first, page by page.

use leptos::{either::Either, prelude::*};
use rostrum_model::{ListingKey, Route, Summary, page_count};

use crate::{
    locale::fill,
    pages::{ListingPage, heading},
    site::Site,
};

/// The page of all releases, or of a year's.
pub fn listing(site: &Site, listing: &ListingPage) -> impl IntoView + use<> {
    view! {
        {heading(listing_title(site, listing))}
        {years(site, &listing.key)}
        {listing_body(site, listing)}
    }
}

/// The title of a listing's page.
pub fn listing_title(site: &Site, listing: &ListingPage) -> String {
    let messages = site.messages;
    match &listing.key {
        ListingKey::All => messages.press_releases.to_owned(),
        ListingKey::Year(year) => fill(messages.releases_of, "{year}", &year.to_string()),
        key => site
            .entry
            .listing_name(key)
            .map(|name| site.localized(name).text.to_owned())
            .unwrap_or_default(),
    }
}

/// The releases of a listing's page, how many there are in all, and the way to the other pages.
pub fn listing_body(site: &Site, listing: &ListingPage) -> impl IntoView + use<> {
    let messages = site.messages;
    if listing.releases.is_empty() {
        return Either::Left(view! { <p class="empty">{messages.no_releases}</p> });
    }
    Either::Right(view! {
        <p class="count">{messages.count(messages.releases, listing.total)}</p>
        {summaries(site, &listing.releases)}
        {pagination(site, listing)}
    })
}

/// A list of releases.
pub fn summaries(site: &Site, releases: &[Summary]) -> impl IntoView + use<> {
    let rows: Vec<_> = releases.iter().map(|release| row(site, release)).collect();
    view! { <ol class="summaries" role="list">{rows}</ol> }
}

fn row(site: &Site, release: &Summary) -> impl IntoView + use<> {
    let href = site.href(&Route::Release(release.address.clone()));
    let date = release.address.date;
    let kind = site
        .entry
        .kind(&release.kind)
        .map(|kind| view! { <span class="kind">{site.text(&kind.name)}</span> });
    let source = release.source.as_ref().and_then(|slug| site.entry.structure(slug));
    let source = source.map(|source| view! { <span>{site.text(&source.name)}</span> });
    let place =
        (!release.place.is_empty()).then(|| view! { <span>{site.text(&release.place)}</span> });
    view! {
        <li>
            <time datetime=date.to_string()>{site.messages.date(date)}</time>
            <div>
                <h3><a href=href>{site.text(&release.title)}</a></h3>
                <p class="meta">{kind} {source} {place}</p>
            </div>
        </li>
    }
}

fn pagination(
    site: &Site,
    ListingPage { key, page, total, .. }: &ListingPage,
) -> impl IntoView + use<> {
    let messages = site.messages;
    let pages = page_count(*total);
    let link = |page: Option<u32>, relation: &'static str, text: &'static str| {
        let page = page.filter(|page| *page <= pages).and_then(|page| page.try_into().ok())?;
        let href = site.href(&Route::Listing { key: key.clone(), page });
        Some(view! { <a href=href rel=relation>{text}</a> })
    };
    let place =
        fill(&fill(messages.page_of, "{page}", &page.to_string()), "{pages}", &pages.to_string());
    (pages > 1).then(|| {
        view! {
            <nav class="pagination" aria-label=messages.pages>
                {link(page.checked_sub(1), "prev", messages.newer)}
                <span>{place}</span>
                {link(page.checked_add(1), "next", messages.older)}
            </nav>
        }
    })
}

/// The years that have releases, the newest first.
fn years(site: &Site, current: &ListingKey) -> impl IntoView + use<> {
    let messages = site.messages;
    let link = |key: ListingKey, text: String| {
        let current = (key == *current).then_some("page");
        view! { <li><a href=site.listing_href(key) aria-current=current>{text}</a></li> }
    };
    let all = link(ListingKey::All, messages.all_releases.to_owned());
    let years: Vec<_> = site
        .entry
        .years
        .iter()
        .rev()
        .map(|year| link(ListingKey::Year(year.year), year.year.to_string()))
        .collect();
    view! { <nav class="years" aria-label=messages.years><ul>{all} {years}</ul></nav> }
}

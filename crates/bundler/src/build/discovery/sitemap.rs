//! The sitemap (sitemaps.org 0.9): every page of the site. Releases of the last two days are news
//! (Google's extension, which wants none that is older and at most a thousand).

use std::{collections::HashMap, io, sync::Arc};

use rostrum_model::{Address, Date, Entry, Language, ListingKey, Route};

use super::{
    Site, SiteFiles,
    xml::{self, Xml},
};
use crate::build::{row::Row, writer::WriteError};

/// The name of the sitemap, or of the index of several.
pub(super) const NAME: &str = "sitemap.xml";

/// The most addresses that a sitemap may hold.
pub(super) const LARGEST: usize = 50_000;

/// The most releases that a sitemap may call news.
const MOST_NEWS: usize = 1_000;

const SITEMAP: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
const NEWS: &str = "http://www.google.com/schemas/sitemap-news/0.9";

/// Whether a release of a day is news on another: on the same and on the next.
pub(super) fn is_news(day: Date, today: Date) -> bool {
    day == today || day.next_day() == Some(today)
}

/// What is news, and whose.
pub(super) struct News<'n> {
    organization: &'n str,
    language: String,
    rows: HashMap<&'n Address, &'n Row>,
}

impl<'n> News<'n> {
    pub(super) fn new(entry: &'n Entry, rows: &'n [Arc<Row>]) -> Self {
        let language = &entry.languages.default;
        let newest = rows.iter().rev().take(MOST_NEWS);
        Self {
            organization: entry.organization.name.localized(language).text,
            language: news_language(language),
            rows: newest.map(|row| (&row.address, &**row)).collect(),
        }
    }

    pub(super) fn count(&self) -> usize {
        self.rows.len()
    }
}

/// A language as the extension names it: by two or three letters, but Chinese by its script.
fn news_language(language: &Language) -> String {
    let is_traditional = ["Hant", "TW", "HK", "MO"]
        .iter()
        .any(|part| language.as_str().split('-').any(|subtag| subtag == *part));
    match (language.primary(), is_traditional) {
        ("zh", false) => "zh-cn".to_owned(),
        ("zh", true) => "zh-tw".to_owned(),
        (primary, _) => primary.to_owned(),
    }
}

/// Every page of the site but the releases.
pub(crate) fn pages(entry: &Entry) -> Vec<Route> {
    let mut pages =
        vec![Route::Home, Route::Fields, Route::Countries, Route::Structures, Route::timeline()];
    pages.extend(entry.pages.iter().map(|page| Route::Page(page.slug.clone())));
    let countries = entry.countries.iter().map(|one| ListingKey::Country(one.slug.clone()));
    let fields = entry.fields.iter().map(|one| ListingKey::Field(one.slug.clone()));
    let structures = entry.structures.iter().map(|one| ListingKey::Structure(one.slug.clone()));
    let terms = entry.timeline.terms.iter().map(|term| ListingKey::Term(term.id.clone()));
    let years = entry.years_with_releases().map(|year| ListingKey::Year(year.year));
    let all = std::iter::once(ListingKey::All);
    let keys = all.chain(years).chain(countries).chain(fields).chain(structures).chain(terms);
    pages.extend(keys.map(Route::listing));
    pages
}

/// Writes the sitemap, or several with an index. Tells how many files these are.
pub(super) fn write(
    site: &Site,
    routes: impl Iterator<Item = Route>,
    news: &News<'_>,
    files: &mut SiteFiles<'_>,
) -> Result<usize, WriteError> {
    let mut routes = routes.peekable();
    let mut names = Vec::new();
    while routes.peek().is_some() {
        let sitemap = sitemap(site, routes.by_ref().take(LARGEST), news);
        if names.is_empty() && routes.peek().is_none() {
            files.write(NAME, &sitemap)?;
            return Ok(1);
        }
        let name = format!("sitemap-{}.xml", names.len() + 1);
        files.write(&name, &sitemap)?;
        names.push(name);
    }
    let index = xml::document("sitemapindex", &[("xmlns", SITEMAP)], |xml| {
        for name in &names {
            xml.create_element("sitemap")
                .write_inner_content(|xml| xml::text(xml, "loc", &site.base.file(name)))?;
        }
        Ok(())
    });
    files.write(NAME, &index)?;
    Ok(names.len() + 1)
}

fn sitemap(site: &Site, routes: impl Iterator<Item = Route>, news: &News<'_>) -> Vec<u8> {
    xml::document("urlset", &[("xmlns", SITEMAP), ("xmlns:news", NEWS)], |xml| {
        for route in routes {
            xml.create_element("url").write_inner_content(|xml| page(xml, &route, site, news))?;
        }
        Ok(())
    })
}

fn page(xml: &mut Xml, route: &Route, site: &Site, news: &News<'_>) -> io::Result<()> {
    xml::text(xml, "loc", &site.base.page(route))?;
    let Route::Release { address, .. } = route else { return Ok(()) };
    let date = address.date.to_string();
    xml::text(xml, "lastmod", &date)?;
    let Some(row) = news.rows.get(address) else { return Ok(()) };
    xml.create_element("news:news").write_inner_content(|xml| {
        xml.create_element("news:publication").write_inner_content(|xml| {
            xml::text(xml, "news:name", news.organization)?;
            xml::text(xml, "news:language", &news.language)
        })?;
        xml::text(xml, "news:publication_date", &date)?;
        xml::text(xml, "news:title", &row.title)
    })?;
    Ok(())
}

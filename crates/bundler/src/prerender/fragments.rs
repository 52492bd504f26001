//! The menu, the latest releases and the terms in the chair as plain lists of links, to be pasted into
//! `<rostrum-app>` in the page of another system: what shows there until the piece is ready, when
//! scripts are off and when loading fails.
//!
//! They have no style and no headings, so that they take those of the page around them.

use rostrum::{
    bundle::{self, at_once},
    element::{Element, Node, element, link},
    pages::{ListingPage, Page},
    site::Site,
};
use rostrum_model::{BundleError, ListingKey, MenuItem, Route};

use super::Folder;
use crate::build::{Base, MARK};

/// What is written from, and where it leads.
pub(super) struct Fragments<'f> {
    /// The site.
    pub(super) site: &'f Site,
    /// The bundle.
    pub(super) files: &'f Folder<'f>,
    /// The address of the site. Where it is not known, links begin at the path of the site.
    pub(super) base: Option<&'f Base>,
}

impl Fragments<'_> {
    /// Each fragment's name in the site's folder, and its HTML.
    pub(super) fn all(&self) -> Result<Vec<(&'static str, String)>, BundleError> {
        let written = |node: Element| {
            let html = node.into_node().html();
            format!("<!-- {MARK}. Paste it into <rostrum-app> as its fallback. -->\n{html}\n")
        };
        Ok(vec![
            ("fragments/menu.html", written(self.menu())),
            ("fragments/press.html", written(self.press()?)),
            ("fragments/timeline.html", written(self.timeline())),
        ])
    }

    fn menu(&self) -> Element {
        let label = self.site.messages.main_menu();
        element("nav").attribute("aria-label", label).with(self.items(&self.site.entry.menu))
    }

    fn items(&self, items: &[MenuItem]) -> Element {
        let item = |item: &MenuItem| {
            let label = self.site.text(&item.label);
            let line = element("li").with(match &item.to {
                None => label,
                Some(to) => link(match to.as_str().parse() {
                    Ok(route) => self.address(&route),
                    Err(_) => to.as_str().to_owned(),
                })
                .with(label)
                .into_node(),
            });
            line.with((!item.items.is_empty()).then(|| self.items(&item.items)))
        };
        list(items.iter().map(item))
    }

    fn press(&self) -> Result<Element, BundleError> {
        let site = self.site;
        let latest = match site.entry.listing(&ListingKey::All) {
            None => Vec::new(),
            Some(all) => at_once(bundle::summaries(self.files, all, 1))?,
        };
        let releases = latest.iter().map(|release| {
            let day = release.address.date;
            let time = element("time").attribute("datetime", day.to_string());
            element("li").with((
                time.with(site.messages.date(day)),
                " ",
                self.link(&Route::release(release.address.clone()), site.text(&release.title)),
            ))
        });
        let all = Node::Text(site.messages.all_releases().to_owned());
        let all = element("p").with(self.link(&Route::listing(ListingKey::All), all));
        let section = element("section").attribute("aria-label", site.messages.press_releases());
        // A list has at least one item.
        let list = (!latest.is_empty()).then(|| list(releases));
        Ok(section.with((list, all)))
    }

    fn timeline(&self) -> Element {
        let site = self.site;
        let terms = site.entry.timeline.terms.iter().rev().map(|term| {
            let key = ListingKey::Term(term.id.clone());
            let page = Page::Listing(ListingPage {
                key: key.clone(),
                page: 1,
                total: 0,
                releases: Vec::new(),
                is_searched: false,
            });
            let title = Node::Text(page.title(site).unwrap_or_default());
            element("li").with(self.link(&Route::listing(key), title))
        });
        let all = Node::Text(site.messages.chairpersonships().to_owned());
        let all = element("p").with(self.link(&Route::timeline(), all));
        let section = element("section").attribute("aria-label", site.messages.chairpersonships());
        let list = (!site.entry.timeline.terms.is_empty()).then(|| list(terms));
        section.with((all, list))
    }

    fn link(&self, route: &Route, text: Node) -> Element {
        link(self.address(route)).with(text)
    }

    fn address(&self, route: &Route) -> String {
        self.base.map_or_else(|| self.site.href(route), |base| base.page(route))
    }
}

fn list(items: impl IntoIterator<Item = Element>) -> Element {
    element("ul").with_all(items)
}

//! Excerpts of what was found, for those who ask for them: each costs the file of its release.

use leptos::prelude::*;
use rostrum_model::{Address, Language, version_for};
use web_sys::Event;

use super::{
    excerpt::excerpt,
    marks::marked,
    state::{Held, Search},
    waiting::while_wanted,
};
use crate::{
    bundle::{self, Row},
    element::{Node, changing, element},
    pages::in_background,
    press::versions::in_language,
    timing::effect,
};

/// The excerpts that are there.
#[derive(Default)]
pub(super) struct Excerpts {
    is_wanted: bool,
    told: Vec<(Address, Option<(Language, String)>)>,
    /// Another search makes excerpts of the last one pointless.
    attempt: u32,
}

/// The switch that shows excerpts, where something was found.
pub(super) fn switch(search: Search) -> Node {
    let is_wanted = move || search.held.with_value(|held| held.excerpts.is_wanted);
    effect(move || {
        search.found.track();
        search.excerpted.track();
        search.retried.track();
        search.fetch_excerpts();
    });
    changing(move || {
        search.found.track();
        let has_rows = |held: &Held| held.found.as_ref().is_some_and(|found| found.count > 0);
        search.held.with_value(has_rows).then(|| {
            element("button")
                .class("excerpts")
                .attribute("type", "button")
                .changing("aria-pressed", move || {
                    search.excerpted.track();
                    if is_wanted() { "true" } else { "false" }
                })
                .on("click", move |_: Event| {
                    search.held.update_value(|held| {
                        held.excerpts.is_wanted = !held.excerpts.is_wanted;
                    });
                    search.excerpted.notify();
                })
                .with(search.messages().excerpts())
        })
    })
}

/// The excerpt of a release that was found, once it is there.
pub(super) fn excerpt_of(search: Search, Row { release, words, .. }: &Row) -> Node {
    let (address, words) = (release.address.clone(), words.clone());
    changing(move || {
        search.excerpted.track();
        search.held.with_value(|Held { site, excerpts, .. }| {
            let is_own = |(told, _): &&(Address, _)| *told == address;
            let (_, told) = excerpts.told.iter().filter(|_| excerpts.is_wanted).find(is_own)?;
            let (language, text) = told.as_ref()?;
            let line = element("p").class("excerpt").with(marked(text, &words));
            Some(if *language == site.language { line } else { in_language(line, language) })
        })
    })
}

impl Search {
    /// Fetches the excerpts that are wanted and not there yet.
    fn fetch_excerpts(self) {
        let rows = self.held.with_value(|held| {
            let rows = held.found.as_ref().filter(|_| held.excerpts.is_wanted)?.rows.iter();
            let is_there = |row: &&Row| {
                held.excerpts.told.iter().any(|(address, _)| *address == row.release.address)
            };
            Some(rows.filter(|row| !is_there(row)).cloned().collect::<Vec<Row>>())
        });
        let Some(rows) = rows.filter(|rows| !rows.is_empty()) else { return };
        let is_wanted = self.count_attempt(|held| &mut held.excerpts.attempt);
        in_background(async move {
            while_wanted(is_wanted, self.fetch_each(rows)).await;
        });
    }

    async fn fetch_each(self, rows: Vec<Row>) {
        let Some(browser) = self.bar.browser else { return };
        let (files, site) = (browser.files.get_value(), self.site());
        for Row { release, words } in rows {
            let told = match bundle::release(&files, &site.entry, &release.address).await {
                Ok(found) => found.and_then(|(_, release)| {
                    let version = version_for(&release.versions, &site.language)?;
                    Some((version.language.clone(), excerpt(version, &words)?))
                }),
                Err(error) => return self.fail(error),
            };
            self.held.update_value(|held| held.excerpts.told.push((release.address, told)));
            self.excerpted.notify();
        }
    }
}

//! What a piece has loaded and what it is loading: the state behind the shell.

use std::time::Duration;

use leptos::prelude::*;
use rostrum_model::BundleError;
use wasm_bindgen::JsValue;

use crate::{
    bundle::Fetched,
    embed::{Attributes, Host, language},
    locale::{FALLBACK, Messages, now},
    navigate::{Arrival, Navigation, dispatch, dispatch_error},
    pages::{self, Page, Progress, in_background},
    site::{Edition, Site},
    timing::{effect, later, next_frame},
};

/// The state of a piece. Copies are the same state.
#[derive(Clone, Copy)]
pub struct Screen {
    /// The site, once its texts and the bundle's entry are there.
    pub(super) site: RwSignal<Option<Site>>,
    /// The page that is shown, once one is there.
    pub(super) page: RwSignal<Option<Page>>,
    /// Whether one is there.
    pub(super) has_page: RwSignal<bool>,
    /// Where the way to the wanted page stands.
    pub(super) progress: RwSignal<Progress>,
    /// The interface's texts, once they are there.
    texts: RwSignal<Option<&'static Messages>>,
    /// Counts the ways begun, so that a slow answer never overwrites a newer one.
    attempt: StoredValue<u32>,
    pub(super) files: StoredValue<Fetched, LocalStorage>,
    pub(crate) navigation: Navigation,
    host: StoredValue<Host, LocalStorage>,
    /// Whether something is there that is not drawn yet.
    is_due: StoredValue<bool>,
    is_ready: StoredValue<bool>,
    has_pages: bool,
    manages_title: bool,
}

impl Screen {
    /// Begins to load the texts and the bundle's entry, then every page that the visitor goes to.
    pub(super) fn begin(
        attributes: Attributes,
        navigation: Navigation,
        host: StoredValue<Host, LocalStorage>,
    ) -> Self {
        let files = StoredValue::new_local(Fetched::new(&attributes.bundle));
        let site = RwSignal::new(None::<Site>);
        let screen = Self {
            texts: RwSignal::new(None),
            site,
            page: RwSignal::new(None),
            has_page: RwSignal::new(false),
            progress: RwSignal::new(Progress::Loading),
            attempt: StoredValue::new(0),
            files,
            navigation,
            host,
            is_due: StoredValue::new(false),
            is_ready: StoredValue::new(false),
            has_pages: attributes.part.has_pages(),
            manages_title: attributes.manages_title,
        };
        screen.load_texts();
        screen.load_entry(false);
        effect(move || {
            files.with_value(Fetched::track);
            screen.draw_soon();
        });
        // At midnight the page is drawn anew: the chair is handed over while visitors look at it.
        effect(move || {
            let Some(site) = site.get() else { return };
            let left = now(&site.entry.organization.time_zone).left;
            if let Ok(timer) = set_timeout_with_handle(move || screen.draw(), left) {
                on_cleanup(move || timer.clear());
            }
        });
        effect(move || {
            let is_shown = navigation.visit().arrival == Arrival::Noted
                && screen.page.with_untracked(Option::is_some);
            match site.get() {
                None => {}
                // In another language, on another day and after a choice on it, the same page is
                // shown, and the visitor stays where they are.
                Some(site) if is_shown => screen.set_title(&site),
                Some(site) => screen.load_page(site),
            }
        });
        screen
    }

    /// Draws the site in a task of its own for each piece, so that a slow phone answers in between.
    fn draw_soon(self) {
        self.is_due.set_value(true);
        later(Duration::ZERO, move || {
            if self.is_due.try_get_value() == Some(true) {
                self.draw();
            }
        });
    }

    /// Draws the site as it is now: of the bundle's entry, in the reader's language, on the day of today.
    fn draw(self) {
        let Some(messages) = self.texts.try_get_untracked().flatten() else { return };
        self.is_due.set_value(false);
        let Some(entry) = self.files.with_value(Fetched::entry) else { return };
        let entry = messages.entry(&entry);
        let today = now(&entry.organization.time_zone).day;
        let (routing, language) = (self.navigation.routing(), messages.language());
        let folder = self.files.with_value(|files| files.folder().to_owned());
        let edition = Edition { entry, messages, language, routing, folder, today };
        self.site.set(Some(edition.into()));
    }

    /// Tries again what failed.
    pub(super) fn retry(self) {
        self.load_texts();
        match self.site.get_untracked() {
            None => self.load_entry(false),
            Some(site) => self.load_page(site),
        }
    }

    /// The interface's texts, or what is said while they are not there.
    pub(super) fn messages(self) -> &'static Messages {
        self.texts.get().unwrap_or(FALLBACK)
    }

    /// What is said while a page is on its way.
    pub(super) fn loading(self) -> Option<&'static str> {
        let is_loading = self.progress.with(|progress| *progress == Progress::Loading);
        is_loading.then(|| self.messages().loading())
    }

    /// Loads the texts of the reader's language; until they are there, what is shown stays.
    pub(crate) fn load_texts(self) {
        let reader = move || self.host.try_with_value(|host| language(&host.element));
        let Some(wanted) = reader() else { return };
        in_background(async move {
            let texts = Messages::load(&wanted).await;
            if reader() != Some(wanted) {
                return;
            }
            match texts {
                Ok(texts) if self.texts.get_untracked() == Some(texts) => {}
                Ok(texts) => {
                    self.texts.set(Some(texts));
                    // Another language is that of the whole piece at once.
                    if self.site.with_untracked(Option::is_some) {
                        self.draw();
                    } else {
                        self.draw_soon();
                    }
                }
                Err(error) => self.fail(error),
            }
        });
    }

    /// Loads the bundle's entry, unless it is there and not wanted anew.
    pub(crate) fn load_entry(self, is_anew: bool) {
        // What is only read anew leaves the way to a page alone.
        let is_current = (!is_anew).then(|| self.start());
        let files = self.files.get_value();
        in_background(async move {
            if let Err(error) = files.load_entry(is_anew, Navigation::hold).await
                && is_current.is_none_or(|is_current| is_current())
            {
                self.fail(error);
            }
        });
    }

    fn load_page(self, site: Site) {
        if !self.has_pages {
            self.settle(&site);
            return;
        }
        let is_current = self.start();
        let files = self.files.get_value();
        let route = self.navigation.route();
        in_background(async move {
            let page = pages::load(&site, &files, route.as_ref()).await;
            if !is_current() {
                return;
            }
            match page {
                Ok(page) => {
                    self.page.set(Some(page));
                    if !self.has_page.get_untracked() {
                        self.has_page.set(true);
                    }
                    self.settle(&site);
                }
                Err(error) => self.fail(error),
            }
        });
    }

    /// Notes that a way begins; the answer tells whether no other has begun since, and whether the
    /// piece is still there.
    fn start(self) -> impl Fn() -> bool {
        self.attempt.update_value(|attempt| *attempt += 1);
        let attempt = self.attempt.get_value();
        self.progress.set(Progress::Loading);
        move || self.attempt.try_get_value() == Some(attempt)
    }

    fn settle(self, site: &Site) {
        let is_alive = self.progress.try_set(Progress::Settled).is_none();
        let site = site.clone();
        let attempt = self.attempt.get_value();
        let is_first = !self.is_ready.get_value();
        let settle = move || {
            let Some(current) = self.attempt.try_get_value().filter(|_| is_alive) else { return };
            self.set_title(&site);
            self.announce_ready();
            // How the visitor came is for the page that they went to last.
            if current == attempt {
                self.navigation.settle();
                self.correct_address();
                self.fetch_ahead(site);
            }
        };
        // Views change after the signals did; focus needs the new heading. What is shown first has much
        // to lay out: in a frame that has nothing else to do.
        if is_first {
            later(Duration::ZERO, settle);
        } else {
            next_frame(settle);
        }
    }

    /// Fetches the page that most readers go to next, unless they save data: the browser keeps it.
    fn fetch_ahead(self, site: Site) {
        let next = self.page.with_untracked(|page| page.as_ref()?.next());
        if next.is_some() && !saves_data() {
            let files = self.files.get_value();
            in_background(async move {
                // Should it fail, the way there will tell.
                let _ = pages::load(&site, &files, next.as_ref()).await;
            });
        }
    }

    /// Writes into the page's address where the release stands that an old address led to.
    fn correct_address(self) {
        let canonical = self.page.with_untracked(|page| page.as_ref()?.canonical());
        if canonical.is_some() && canonical != self.navigation.route_untracked() {
            canonical.iter().for_each(|route| self.navigation.note(route));
        }
    }

    /// Tells the host, once, that the piece shows something; until then it is hidden.
    fn announce_ready(self) {
        if !self.is_ready.get_value() {
            self.is_ready.set_value(true);
            self.host.with_value(|host| dispatch(&host.element, "rostrum-ready", None, false));
        }
    }

    fn fail(self, error: BundleError) {
        // What came and cannot be read is not to be read again by another try.
        if let BundleError::Malformed { file, .. } | BundleError::TooNew { file, .. } = &error {
            let _ = self.files.try_with_value(|files| files.forget(file));
        }
        let _ = self.host.try_with_value(|host| dispatch_error(&host.element, &error));
        let _ = self.progress.try_set(Progress::Failed(error));
    }

    fn set_title(self, site: &Site) {
        let title =
            self.page.with_untracked(|page| page.as_ref().map(|page| page.window_title(site)));
        if let Some(title) = title.filter(|_| self.manages_title) {
            document().set_title(&title);
        }
    }
}

/// Whether the visitor asked the browser to save data (Network Information API, `saveData`).
fn saves_data() -> bool {
    let property = |of: &JsValue, name: &str| js_sys::Reflect::get(of, &name.into());
    let connection = property(&window().navigator().into(), "connection");
    connection.and_then(|it| property(&it, "saveData")).is_ok_and(|saves| saves.is_truthy())
}

//! What an editor can set on `<rostrum-app>`.

use leptos::prelude::window;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ShadowRoot};

use crate::{menu::Shortcut, route::Routing};

/// What a piece is. `docs/embedding.md` describes each attribute; `lang` and `route` are signals of
/// their own, since they change what a piece shows and not what it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Attributes {
    /// `bundle`: where the data is.
    pub bundle: String,
    /// `view`: which part of the site the piece shows.
    pub part: Part,
    /// `routing`, `base`, `home`: how the piece writes addresses.
    pub routing: Routing,
    /// `manage-title`: whether the window's title is the piece's to set.
    pub manages_title: bool,
    /// `shortcut`: the key that opens the menu's directory from anywhere in the piece.
    pub shortcut: Option<Shortcut>,
}

/// Which part of the site a piece shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// `site`: all of it.
    #[default]
    Site,
    /// `menu`: the mega menu alone.
    Menu,
    /// `press`: the pages without header and footer, from the releases on.
    Press,
    /// `release`: a release, named by `route`.
    Release,
    /// `timeline`: the pages without header and footer, from the timeline on.
    Timeline,
}

impl Part {
    fn parse(text: &str) -> Self {
        match text {
            "menu" => Self::Menu,
            "press" => Self::Press,
            "release" => Self::Release,
            "timeline" => Self::Timeline,
            _ => Self::Site,
        }
    }

    /// Whether it has the header with the menu.
    pub fn has_menu(self) -> bool {
        matches!(self, Self::Site | Self::Menu)
    }

    /// Whether it has the pages.
    pub fn has_pages(self) -> bool {
        self != Self::Menu
    }

    /// Where it begins unless told otherwise.
    pub fn start(self) -> &'static str {
        match self {
            Self::Site | Self::Menu => "/",
            Self::Press | Self::Release => "/press/",
            Self::Timeline => "/chairpersonships/",
        }
    }
}

impl Attributes {
    /// Reads them off an element.
    pub fn of(element: &HtmlElement) -> Self {
        let get = |name: &str| element.get_attribute(name);
        let (routing, base, home) = (get("routing"), get("base"), get("home"));
        let mut routing =
            Routing::from_attributes(routing.as_deref(), base.as_deref(), home.as_deref());
        if let Routing::Hash { page } = &mut routing {
            *page = page_of(element).unwrap_or_default();
        }
        Self {
            bundle: get("bundle").unwrap_or_default(),
            part: Part::parse(&get("view").unwrap_or_default()),
            routing,
            manages_title: element.has_attribute("manage-title"),
            shortcut: Shortcut::from_attribute(get("shortcut")),
        }
    }
}

/// The address of the page around an element, if it has a `base`, which may be another.
fn page_of(element: &HtmlElement) -> Option<String> {
    around(element, "html:has(base[href])")?;
    let page = window().location().href().ok()?;
    Some(page.split_once('#').map_or(page.as_str(), |(page, _)| page).to_owned())
}

/// The reader's language: the `lang` of the element, else the nearest one around it.
pub fn language(element: &HtmlElement) -> String {
    let around = around(element, "[lang]");
    around.and_then(|around| around.get_attribute("lang")).unwrap_or_default()
}

/// The nearest element of that kind, out of shadow roots too.
fn around(element: &HtmlElement, selector: &str) -> Option<Element> {
    let mut element: Element = element.clone().into();
    loop {
        let found = element.closest(selector).ok()?;
        if found.is_some() {
            return found;
        }
        element = element.get_root_node().dyn_into::<ShadowRoot>().ok()?.host();
    }
}

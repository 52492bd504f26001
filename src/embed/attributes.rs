//! What an editor can set on `<rostrum-app>`.

use web_sys::HtmlElement;

use crate::route::Routing;

/// The attributes of an element. `docs/embedding.md` describes each.
#[derive(Clone, Debug, PartialEq)]
pub struct Attributes {
    /// `bundle`: where the data is.
    pub bundle: String,
    /// `view`: which part of the site the piece shows.
    pub part: Part,
    /// `routing`, `base`, `home`: how the piece writes addresses.
    pub routing: Routing,
    /// `route`: where it begins.
    pub route: Option<String>,
    /// `lang`: the reader's language; else the nearest `lang` around the element.
    pub language: String,
    /// `manage-title`: whether the window's title is the piece's to set.
    pub manages_title: bool,
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
        let language = element
            .closest("[lang]")
            .ok()
            .flatten()
            .and_then(|around| around.get_attribute("lang"));
        Self {
            bundle: get("bundle").unwrap_or_default(),
            part: Part::parse(&get("view").unwrap_or_default()),
            routing: Routing::from_attributes(routing.as_deref(), base.as_deref(), home.as_deref()),
            route: get("route"),
            language: language.unwrap_or_default(),
            manages_title: element.has_attribute("manage-title"),
        }
    }
}

//! How a [`Route`] stands in an address: the stand-alone site uses paths, an embedded piece uses the
//! fragment or nothing at all.
//!
//! Pure, so that the same code writes the links of a page rendered natively.

use rostrum_model::Route;

/// The style in which a piece writes and reads addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Routing {
    /// Paths under a base that begins and ends with a slash: `/archive/countries/kazakhstan/`.
    Path {
        /// Where the site begins, `/` on a host of its own.
        base: String,
    },
    /// The fragment, `#/countries/kazakhstan/`. Other fragments stay the host page's own anchors.
    Hash {
        /// The address of the page, where it has a `base` that leads a fragment alone elsewhere.
        page: String,
    },
    /// The address bar stays untouched; links still lead to the stand-alone site at `home`.
    None {
        /// Where the stand-alone site begins.
        home: String,
    },
}

impl Routing {
    /// Reads the attributes `routing`, `base` and `home` of the element.
    pub fn from_attributes(routing: Option<&str>, base: Option<&str>, home: Option<&str>) -> Self {
        match routing {
            Some("path") => Self::Path { base: with_slashes(base.unwrap_or("/")) },
            Some("none") => Self::None { home: with_slashes(home.unwrap_or("/")) },
            _ => Self::Hash { page: String::new() },
        }
    }

    /// The `href` that leads to a route.
    pub fn href(&self, route: &Route) -> String {
        let route = route.to_string();
        match self {
            Self::Path { base } | Self::None { home: base } => {
                let mut href = base.clone();
                href.push_str(route.trim_start_matches('/'));
                href
            }
            Self::Hash { page } => [page, "#", &route].concat(),
        }
    }

    /// The route's text in an `href` of our own making, such as `/countries/`; none if it leads
    /// elsewhere.
    pub fn read<'a>(&self, href: &'a str) -> Option<&'a str> {
        match self {
            Self::Hash { page } => {
                let fragment = href.strip_prefix(page.as_str()).unwrap_or(href);
                fragment.strip_prefix('#').filter(|route| route.starts_with('/'))
            }
            Self::Path { base } | Self::None { home: base } => {
                // The base's own slash begins the route; a base without it is forgiven.
                let rest = href.strip_prefix(base.trim_end_matches('/'))?;
                if rest.is_empty() { Some("/") } else { rest.starts_with('/').then_some(rest) }
            }
        }
    }
}

fn with_slashes(path: &str) -> String {
    let mut slashed = path.to_owned();
    if !slashed.ends_with('/') {
        slashed.push('/');
    }
    slashed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hash(page: &str) -> Routing {
        Routing::Hash { page: page.to_owned() }
    }

    fn styles() -> [Routing; 5] {
        [
            Routing::Path { base: "/".to_owned() },
            Routing::Path { base: "/archive/".to_owned() },
            hash(""),
            hash("https://example.org/page"),
            Routing::None { home: "https://example.org/".to_owned() },
        ]
    }

    #[test]
    fn every_style_reads_the_links_that_it_writes() {
        for style in styles() {
            for path in ["/", "/countries/kazakhstan/", "/press/page/2/", "/press/2007/04/30/a/"] {
                let route: Route = path.parse().unwrap();
                assert_eq!(style.read(&style.href(&route)), Some(path), "{style:?}");
            }
        }
    }

    #[test]
    fn links_of_the_host_are_left_alone() {
        let archive = Routing::Path { base: "/archive/".to_owned() };
        for href in [
            "/archives/",
            "/other/",
            "https://example.org/archive/",
            "#top",
            "mailto:a@example.org",
        ] {
            assert_eq!(archive.read(href), None, "{href}");
        }
        for href in ["#top", "/countries/", ""] {
            assert_eq!(hash("").read(href), None, "{href}");
        }
    }

    #[test]
    fn a_fragment_alone_is_read_where_links_name_the_page_too() {
        let page = hash("https://example.org/page");
        assert_eq!(page.read("#/countries/"), Some("/countries/"));
        assert_eq!(page.read("https://example.org/other#/countries/"), None);
    }

    #[test]
    fn a_base_without_its_slash_is_the_front_page() {
        let archive = Routing::from_attributes(Some("path"), Some("/archive"), None);
        assert_eq!(archive.read("/archive"), Some("/"));
        assert_eq!(archive.read("/archive/press/"), Some("/press/"));
    }
}

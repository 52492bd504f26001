//! Links that a text from outside may carry: an allow-list of schemes, nothing else.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::json::from_json_text;

/// A link's address: `https:`, `http:`, `mailto:` or `tel:`, or a path on the site (`/…`, `#…`).
///
/// Everything else is refused, `javascript:` and `data:` first; so are spaces and control
/// characters, which browsers drop from a scheme before they read it (WHATWG URL, section 4.4).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Href(String);

/// Why a text is no [`Href`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` cannot be a link: use https:, http:, mailto:, tel: or a path that begins with /")]
pub struct HrefError(pub String);

const SCHEMES: [&str; 4] = ["https", "http", "mailto", "tel"];

impl Href {
    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it leads away from the site.
    pub fn is_external(&self) -> bool {
        !self.0.starts_with(['/', '#'])
    }
}

impl FromStr for Href {
    type Err = HrefError;

    fn from_str(text: &str) -> Result<Self, HrefError> {
        let is_clean = !text.chars().any(|c| c.is_whitespace() || c.is_control());
        // Two slashes (or the backslash that browsers read as one) would name another host.
        let is_path = text.starts_with('#')
            || (text.starts_with('/') && !matches!(text.as_bytes().get(1), Some(b'/' | b'\\')));
        let has_allowed_scheme = text.split_once(':').is_some_and(|(scheme, rest)| {
            !rest.is_empty() && SCHEMES.iter().any(|allowed| scheme.eq_ignore_ascii_case(allowed))
        });
        if is_clean && (is_path || has_allowed_scheme) {
            Ok(Self(text.to_owned()))
        } else {
            Err(HrefError(text.to_owned()))
        }
    }
}

impl TryFrom<String> for Href {
    type Error = HrefError;

    fn try_from(text: String) -> Result<Self, HrefError> {
        text.parse()
    }
}

impl From<Href> for String {
    fn from(href: Href) -> Self {
        href.0
    }
}

impl fmt::Display for Href {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

from_json_text! { Href = "#" }

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_web_mail_telephone_and_the_sites_own_paths() {
        for text in [
            "https://example.org/a?b#c",
            "HTTP://example.org",
            "mailto:a@example.org",
            "tel:+431514360",
            "/press/",
            "#top",
        ] {
            assert!(text.parse::<Href>().is_ok(), "{text}");
        }
    }

    #[test]
    fn refuses_schemes_that_run_and_what_hides_them() {
        for text in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\tscript:alert(1)",
            " javascript:alert(1)",
            "\u{1}javascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "blob:x",
            "//example.org",
            "/\\example.org",
            "example.org",
            "",
            "https:",
        ] {
            assert!(text.parse::<Href>().is_err(), "{text}");
        }
    }
}

//! Running text: pages of releases and pages of text, and what reads them. A part of the program,
//! since menu, listings and timeline do without; it is loaded together with the first file of a text.

use rostrum_model::{BundleError, Pack, TextPage, parse_document};

use crate::{
    element::Node,
    pages::{Reading, text},
    part::part,
    press::{self, LoadTools},
    site::Site,
};

/// Reads a file of the bundle, by its name and its text.
pub type Read<T> = fn(&str, &str) -> Result<T, BundleError>;

/// What reads texts and shows them.
#[derive(Clone, Debug)]
pub struct Texts {
    /// Reads releases.
    pub pack: Read<Pack>,
    /// Reads a page of text.
    pub page: Read<TextPage>,
    /// The view of a release, with what loads what its buttons do.
    pub release: fn(&Site, &Reading, LoadTools) -> Node,
    /// The view of a page of text.
    pub text: fn(&Site, &TextPage) -> Node,
}

static TEXTS: Texts =
    Texts { pack: parse_document, page: parse_document, release: press::release, text: text::view };

/// There is one set of them.
impl PartialEq for Texts {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// Loads them.
///
/// # Errors
/// When they cannot be fetched.
pub async fn texts() -> Result<&'static Texts, BundleError> {
    part!(texts: Texts = TEXTS)
}

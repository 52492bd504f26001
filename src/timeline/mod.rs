//! The timeline of chairpersonships: who chaired when, and the Troika of a day.
//!
//! The ordered list of terms is the truth; what the eye sees besides, the [`axis`], is drawn from the
//! same spans and hidden from screen readers. A term has a page of its own, to be linked and cited.

mod axis;
mod bars;
mod compare;
mod exports;
mod facts;
mod finder;
mod line;
mod list;
mod look;
mod marks;
mod pieces;
mod table;
mod term;
#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests;
mod troika;
mod zoom;

use list::view;
use rostrum_model::BundleError;
use term::term;
pub use term::{term_link, term_title};
pub use troika::troika;

use crate::{
    element::Node,
    navigate::Navigation,
    pages::{Browser, ListingPage},
    part::part,
    site::Site,
};

/// The views of the timeline's pages, a part that is loaded when a visitor first goes to one.
#[derive(Clone, Debug)]
pub struct Views {
    /// The view of the timeline, as its address says it is looked at.
    pub timeline: fn(&Site, Option<Navigation>) -> Node,
    /// The view of a term's page, with the releases about it; nothing if there is no such term.
    pub term: fn(&Site, &ListingPage, Option<Browser>) -> Node,
}

static VIEWS: Views = Views { timeline: view, term };

/// There is one set of them.
impl PartialEq for Views {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// Loads the views.
///
/// # Errors
/// When they cannot be fetched.
pub async fn views() -> Result<&'static Views, BundleError> {
    part!(timeline: Views = VIEWS)
}

//! The timeline of chairpersonships: who chaired when, and the Troika of a day.
//!
//! The ordered list of terms is the truth; what the eye sees besides, the [`axis`], is drawn from the
//! same spans and hidden from screen readers. A term has a page of its own, to be linked and cited.

mod axis;
mod facts;
mod finder;
mod list;
mod look;
mod table;
mod term;
#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests;
mod troika;
mod zoom;

pub use list::view;
pub use term::{term, term_link, term_title};
pub use troika::troika;

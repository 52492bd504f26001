//! The timeline of chairpersonships: who chaired when, and the Troika of the day.

mod list;
mod troika;

pub use list::{term_link, view};
pub use troika::troika;

//! Press releases: the page of a release, and listings of them.

mod attachments;
mod blocks;
mod listing;
mod release;

pub use blocks::blocks;
pub use listing::{listing, listing_body, listing_title, summaries};
pub use release::{provenance, release, sources};

//! Press releases: the page of a release, listings of them, and searching these.

mod attachments;
mod blocks;
mod changes;
mod contacts;
mod listing;
mod provenance;
mod release;
mod search;
#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests;
mod tools;
mod versions;
mod ways;

pub use blocks::blocks;
pub use listing::{listing, listing_body, listing_title, summaries};
pub use provenance::{provenance, sources};
pub use release::release;
pub use tools::{LoadTools, load_tools};

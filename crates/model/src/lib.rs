//! The data bundle: its types, its addresses and the rules that both sides share.
//!
//! The command `rostrum` writes these types, the page in the browser reads them. So nothing here
//! knows a file system or a browser; `docs/bundle.md` describes the files themselves.

mod block;
mod date;
mod entry;
mod href;
pub mod json;
mod listing;
mod menu;
mod pack;
mod plain;
mod reading;
mod release;
mod route;
#[cfg(feature = "schema")]
mod schema;
mod slug;
mod text;
mod timeline;

pub use block::{Attachment, Block, Cell, Figure, Inline, Row};
pub use date::{Date, DateError, PartialDate};
pub use entry::{
    Category, Country, Entry, Field, File, Languages, Organization, Structure, TextPageEntry,
    Version, Year,
};
pub use href::{Href, HrefError};
pub use listing::{
    DIRECTORY_SIZE, FILE_SIZE, Listing, ListingDirectory, ListingFile, ListingKey, PAGE_SIZE,
    Slice, page_count, page_slices,
};
pub use menu::{MenuItem, Panel};
pub use pack::{Pack, PackPart, Redirect};
pub use plain::plain_text;
pub use reading::{BundleError, parse_document, parse_entry};
pub use release::{
    Address, AddressError, Change, ChangeKind, Contact, Email, EmailError, Origin, Provenance,
    Release, ReleaseVersion, Source, Summary, Telephone, TelephoneError, TextPage, Way, Ways,
    Withdrawal, version_for,
};
pub use route::{Criteria, Facet, FacetCategory, Order, Query, Route, RouteError, TimelineQuery};
#[cfg(feature = "schema")]
pub use schema::bundle_schema;
pub use slug::{Slug, SlugError};
pub use text::{Language, LanguageError, Localized, Text};
pub use timeline::{
    Chairperson, Event, Export, Holder, Meeting, Span, Status, Term, Timeline, Troika,
};

/// The version of the bundle that this crate writes, and the newest that it reads.
pub const BUNDLE_VERSION: Version = Version { major: 1, minor: 0 };

//! The static full-text index of a bundle: a writer for the command, a reader for the page.
//!
//! An archive only grows, and a visitor must not pay for that. So the documents stand in segments by
//! date, a segment's words in files of bounded size, and a search reads the newest segments first: one
//! file for the root and some for each word, at any size of the archive. What is older is read as the
//! visitor goes on, or where that has nothing; a map of words says which older segments need not be read
//! at all.
//!
//! Documents are numbered by date, the oldest being 0: by their places in the listing of all releases.
//! `docs/bundle.md` describes the files.
//!
//! # Asking
//!
//! The reader does no input or output. [`Index::ask`] answers, or names the files that it needs; fetch
//! them all at once, hand each to [`Index::give`], and ask again:
//!
//! ```
//! # use rostrum_search::{Answer, Index, Question, SearchError};
//! # fn fetch(file: &str) -> Vec<u8> { Vec::new() }
//! fn find(root: &str, text: &str) -> Result<u32, SearchError> {
//!     let mut index = Index::new(root);
//!     let question = Question { text, limit: 10, ..Question::default() };
//!     loop {
//!         match index.ask(&question) {
//!             Answer::Found(found) => return Ok(found.count),
//!             Answer::Needs(files) => {
//!                 for file in files {
//!                     index.give(&file, &fetch(&file))?;
//!                 }
//!             }
//!         }
//!     }
//! }
//! # assert!(find("search/root-0123456789abcdef.bin", "elections").is_err());
//! ```
//!
//! The root's name stands in the entry (`search`). Keep the [`Index`] between questions: what was
//! fetched is not needed again. Each [`Found`] carries the hits of one page, with the file and the place
//! of each hit's row (a listing file of the bundle: `{"releases": [summary, …]}`), and a cursor to go on
//! to further and older hits. No hits but a cursor do not occur; a cursor into older segments may find
//! that nothing more is there. A count that is not exact is a lower bound.
//!
//! # What is found
//!
//! All words must be there, in any of their forms (Snowball's stems by the language of each text), in
//! any case, with or without marks, hyphens and apostrophes. The last word may be a beginning as long as
//! no space follows it. Where the archive has nothing, words with a typing error or two are found.
//! `"Phrases"` stand in any quotation marks, `-exclusions` behind a minus. Words as they were typed rank
//! above other forms, these above beginnings, these above typing errors; titles above texts; the newest
//! first among equals. Rank holds within an answer's segments, the newest segments come first. Ordered by
//! date ([`Order`]), hits are so over all answers.

mod bits;
mod bytes;
mod criteria;
mod cursor;
mod days;
mod ending;
mod error;
mod facet;
mod finding;
mod fold;
mod index;
mod inventory;
mod manifest;
mod matching;
mod pairs;
mod query;
mod question;
mod reach;
mod segment;
mod tokens;
mod totals;
mod wanted;
mod words;
#[cfg(feature = "writer")]
mod writer;

pub use error::SearchError;
pub use fold::folded;
pub use index::Index;
pub use inventory::{Fault, Inspected, files, inspect};
pub use question::{Answer, Found, Hit, Question};
pub use rostrum_model::Order;
#[cfg(feature = "writer")]
pub use writer::{Analysed, Document, Sink, Version, Writer};

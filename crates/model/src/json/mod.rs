//! Reading JSON (RFC 8259) into the bundle's types.
//!
//! Written here, although good crates do it: deriving `serde::Deserialize` for the bundle's types
//! costs every visitor 50 KB of WebAssembly, since it writes a parser for each type. Here one parser
//! makes a tree, and a type only picks its fields from it; an error knows its path for nothing.
//! A property test holds the parser against `serde_json`.

mod parse;
mod read;

pub use parse::Value;
pub use read::{Fault, FromJson, Reader};
pub(crate) use read::{from_json, from_json_text, from_json_word};

//! The command `rostrum`: imports what an organisation has into editable sources, checks them, and
//! builds the data bundle that the page in the browser reads.
//!
//! The way is always the same: `import` writes the files that editors keep, `sources` reads them
//! and finds what is wrong, `build` writes the bundle. `finding` is what all three say to a person.
//! `prerender` writes the site's pages as HTML, `inspect` reads a bundle back, `watch` builds as
//! sources change, `generate` makes sources to try all this with.

mod build;
mod command;
mod finding;
#[cfg(any(test, feature = "fuzz"))]
mod fuzz;
mod generate;
mod html;
mod import;
mod inspect;
mod prerender;
mod progress;
mod sources;
mod terms;
mod watch;

pub use command::run;
#[cfg(feature = "fuzz")]
pub use fuzz::FuzzTarget;

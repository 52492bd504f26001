//! The command as an editor meets it: run as a program, on folders of real files.

#![allow(clippy::unwrap_used, reason = "a test may stop at what it did not expect")]

mod build;
mod chairs;
mod check;
mod generate;
mod guide;
mod import;
mod import_page;
mod journey;
mod manual;
mod redirects;
mod release;
mod round_trip;
mod schema;
mod site;
mod size;
mod timeline;
mod watch;

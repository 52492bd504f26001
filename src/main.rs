//! Boots the page: the WebAssembly that `embed.js` loads when the first `<rostrum-app>` needs it.
//!
//! The element's class is JavaScript, since a class cannot be defined from WebAssembly; it calls
//! [`rostrum::embed::mount`] for every element on the page.

use rostrum as _;

/// Smaller than the allocator of Rust's standard library.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {}

//! Rostrum: the public front end of an international organisation, in the browser and nowhere else.
//!
//! Data flows one way: the [`bundle`] is fetched, the [`route`] picks what to load of it, a
//! [`pages::Page`] holds what was loaded, and views show it. Events flow back as calls on one
//! [`navigate::Navigation`]. Views are pure, so that each also renders natively to HTML.

// Leptos writes a view's type as deep as the view is.
#![recursion_limit = "256"]

pub mod app;
pub mod bundle;
pub mod element;
pub mod embed;
#[cfg(test)]
#[cfg(feature = "ssr")]
mod fixture;
pub mod locale;
pub mod matching;
pub mod menu;
pub mod navigate;
pub mod pages;
mod part;
pub mod press;
pub mod route;
pub mod site;
pub mod texts;
pub mod timeline;
pub mod timing;
mod watching;

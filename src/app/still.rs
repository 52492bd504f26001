//! Pages rendered natively: what a visitor has before WebAssembly is there, and where scripts are off.
//!
//! The same elements as [`super::app`] makes once a page is loaded, in the same order, so that the
//! piece takes their place without a shift.

use leptos::prelude::*;
use rostrum_model::{BundleError, Route};

use super::{frame, main_element, progress};
use crate::{
    bundle::Files,
    element::{Node, element},
    embed::Part,
    menu::Shortcut,
    pages::{self, Page},
    site::Site,
};

/// A page rendered natively.
pub struct Still {
    /// The page with everything that it shows.
    pub page: Page,
    /// The whole site around it, as HTML.
    pub html: String,
}

/// Renders what stands at a route; the not-found page where nothing does.
///
/// # Errors
/// When a file of the bundle that it needs cannot be read.
pub async fn render(site: &Site, files: &impl Files, route: &Route) -> Result<Still, BundleError> {
    let page = pages::load(site, files, Some(route)).await?;
    let html = Owner::new().with(|| view(site, &page, route).html());
    Ok(Still { page, html })
}

fn view(site: &Site, page: &Page, route: &Route) -> Node {
    let here = Some(route.clone());
    let route = move || here.clone();
    element("div")
        .class("rostrum still")
        .attribute("lang", site.messages.tag)
        .attribute("dir", site.messages.direction())
        .with(progress(|| None))
        .with(frame::header(site, route, None, Shortcut::from_attribute(None), Part::Site))
        .with(main_element(Part::Site).with(pages::view(site, page, None)))
        .with(frame::footer(site, None, StoredValue::new("")))
        .into_node()
}

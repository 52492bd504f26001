//! A page of text, such as "About us".

use rostrum_model::{TextPage, version_for};

use super::parts::heading;
use crate::{
    element::{Node, element},
    press,
    site::Site,
};

/// The view of a page of text.
pub fn view(site: &Site, page: &TextPage) -> Node {
    let version = version_for(&page.versions, &site.language).map(|version| {
        element("div")
            .attribute("lang", version.language.as_str())
            .attribute("dir", version.language.direction())
            .with(heading(version.title.clone()))
            .with(element("div").class("prose").with(press::blocks(site, &version.body)))
    });
    let provenance = press::provenance(site, &page.provenance);
    element("article").class("text").with(version).with(provenance).into()
}

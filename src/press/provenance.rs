//! Where a text is from: so that nothing passes for the organisation's words that is not.

use rostrum_model::{Origin, Provenance, Source};

use super::blocks;
use crate::{
    element::{Node, element, fragment},
    site::Site,
};

/// Whose words a text is, and what it can be checked against.
pub fn provenance(site: &Site, provenance: &Provenance) -> Node {
    let messages = site.messages;
    let origin = match provenance.origin {
        Origin::Published => messages.as_published(),
        Origin::Demonstration => messages.demonstration(),
        Origin::Synthetic => messages.synthetic(),
    };
    let name = messages.sources();
    let sources = sources(site, &provenance.sources)
        .map(|sources| fragment((element("p").with([name, ":"].concat()), sources)));
    element("footer").class("provenance").with(element("p").with(origin)).with(sources).into()
}

/// The sources that a text can be checked against; none if none is named.
pub fn sources(site: &Site, sources: &[Source]) -> Option<Node> {
    let item = |Source { name, href }: &Source| match href {
        None => element("li").with(name.as_str()),
        Some(href) => element("li").with(blocks::link(site, href, name.as_str())),
    };
    let list = element("ul").class("inline").attribute("role", "list");
    (!sources.is_empty()).then(|| list.with_all(sources.iter().map(item)).into())
}

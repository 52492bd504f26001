//! What stands where nothing stands: a plain sentence and ways on.

use rostrum_model::{ListingKey, Route};

use super::parts::{heading, ways};
use crate::{
    element::{Node, element, fragment},
    site::Site,
};

/// The view of the not-found page.
pub fn view(site: &Site) -> Node {
    let messages = site.messages;
    let ways = ways(
        site,
        [
            (Route::Home, messages.home()),
            (Route::listing(ListingKey::All), messages.press_releases()),
            (Route::Countries, messages.countries()),
            (Route::timeline(), messages.chairpersonships()),
        ],
    );
    let hint = element("p").class("lead").with(messages.not_found_hint());
    fragment((heading(messages.not_found()), hint, ways))
}

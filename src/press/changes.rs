//! What became of a release after it was issued: that it was withdrawn, what was changed in it.

use rostrum_model::{Change, ChangeKind, Withdrawal};

use crate::{
    element::{Element, element},
    locale::fill,
    pages::parts::date,
    site::Site,
};

/// The notice that stands above a release that is valid no more.
pub fn withdrawal(site: &Site, Withdrawal { date, reason }: &Withdrawal) -> Element {
    let since = fill(site.messages.withdrawn(), "{date}", &site.messages.date(*date));
    let since = element("strong").with(since);
    element("p").class("withdrawn").attribute("role", "note").with((since, " ", site.text(reason)))
}

/// What was changed in a release, the latest first; none if nothing was.
pub fn changes(site: &Site, changes: &[Change]) -> Option<Element> {
    let messages = site.messages;
    let item = |change: &Change| {
        let kind = match change.kind {
            ChangeKind::Correction => messages.correction(),
            ChangeKind::Update => messages.update(),
        };
        let head =
            (element("strong").with(kind), messages.separator(), date(site, change.date.into()));
        element("li").with((element("p").with(head), element("p").with(site.text(&change.note))))
    };
    let title = element("h2").attribute("id", "changes").with(messages.changes());
    let list = element("ul").attribute("role", "list");
    (!changes.is_empty()).then(|| {
        element("section")
            .class("changes")
            .attribute("aria-labelledby", "changes")
            .with((title, list.with_all(changes.iter().rev().map(item))))
    })
}

//! Archives in the formats that press offices have become sources, each as an editor sees it.

mod agencies;
mod feed;
mod files;
mod identity;
mod interfaces;
mod wxr;

use crate::journey::{Desk, fixture, messages};

const ORGANIZATION: &str = "name: Sample Organisation
abbreviation: SO
time_zone: Europe/Vienna
languages: {default: en, available: [en, fr, ru]}
kinds: [{slug: statement, name: Statement}, {slug: press-release, name: Press release}]
country_groups: [{slug: members, name: Members}]
";

/// A desk with an organisation, a country, a field and a structure, and no release.
pub fn desk() -> Desk {
    let desk = Desk::new();
    desk.put("content/organization.yaml", ORGANIZATION);
    desk.put("content/menu.yaml", "- {label: Press, to: /press/}\n");
    desk.put(
        "content/countries.yaml",
        "- {slug: kazakhstan, name: {en: Kazakhstan, fr: Kazakhstan, ru: Казахстан}, code: KZ, other_names: [Qazaqstan], group: members}\n",
    );
    desk.put("content/fields.yaml", "- {slug: clean-water, name: Clean water}\n");
    desk.put("content/structures.yaml", "- {slug: the-council, name: The Council}\n");
    desk
}

/// A desk where a fixture was imported; what was told.
pub fn imported(name: &str) -> (Desk, String) {
    let desk = desk();
    desk.put(name, &fixture(&format!("import/{name}")));
    let told = messages(&desk.runs(&["import", name, "--into", "content"]));
    (desk, told)
}

/// The sources are in order as they are.
pub fn is_in_order(desk: &Desk) {
    let told = messages(&desk.runs(&["check", "content"]).success());
    assert!(!told.contains("warning"), "{told}");
}

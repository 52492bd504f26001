//! First lists of countries, fields and structures, from the headings of a menu that the user
//! names; so that a menu's labels can lead somewhere from the first import on.

use std::io;

use rostrum_model::Slug;
use serde::Serialize;

use super::{
    ImportedItem, MenuDraft,
    slug::{country_slug, slug_of},
    write::{Files, yaml},
};
use crate::{
    finding::{Findings, nearest},
    sources::Source,
};

/// The headings that the user named.
pub(crate) struct Headings<'h> {
    /// Those whose items are countries.
    pub(crate) countries: &'h [String],
    /// Those whose items are fields of work.
    pub(crate) fields: &'h [String],
    /// Those whose items are structures.
    pub(crate) structures: &'h [String],
}

type MakeSlug = fn(&str) -> Option<Slug>;

/// An entry of a list that an editor is to complete.
#[derive(Serialize)]
struct Stub {
    slug: String,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<String>,
}

/// Writes the lists whose headings were named and whose files are not there yet.
pub(crate) fn write_stubs(
    items: &[ImportedItem],
    headings: &Headings<'_>,
    page: &Source,
    files: &mut Files<'_>,
    findings: &mut Findings,
) -> io::Result<()> {
    let menus = items
        .iter()
        .filter_map(|item| if let ImportedItem::Menu(menu) = item { Some(menu) } else { None });
    let menu: Vec<&MenuDraft> = menus.flatten().flat_map(walk).collect();
    let lists: [(&str, &[String], MakeSlug, bool); 3] = [
        ("countries.yaml", headings.countries, country_slug, true),
        ("fields.yaml", headings.fields, slug_of, false),
        ("structures.yaml", headings.structures, slug_of, false),
    ];
    for (file, headings, slug, has_groups) in lists {
        let mut stubs: Vec<Stub> = Vec::new();
        for heading in headings {
            let found: Vec<_> = menu
                .iter()
                .filter(|draft| same(&draft.label, heading) && !draft.items.is_empty())
                .collect();
            if found.is_empty() {
                tell_missing(heading, &menu, page, findings);
            }
            let group = slug_of(heading).filter(|_| has_groups).map(|slug| slug.to_string());
            for draft in found.into_iter().flat_map(|draft| draft.items.iter().flat_map(walk)) {
                let Some(slug) = slug(&draft.label).map(|slug| slug.to_string()) else { continue };
                if stubs.iter().all(|stub| stub.slug != slug) {
                    stubs.push(Stub { slug, name: draft.label.clone(), group: group.clone() });
                }
            }
        }
        if !stubs.is_empty() {
            files.write_if_missing(file, &yaml(&stubs)?, findings)?;
        }
    }
    Ok(())
}

fn tell_missing(heading: &str, menu: &[&MenuDraft], page: &Source, findings: &mut Findings) {
    let headings =
        menu.iter().filter(|draft| !draft.items.is_empty()).map(|draft| draft.label.as_str());
    let finding =
        findings.error(page.whole(), format!("the menu has no heading `{heading}` with items"));
    if let Some(near) = nearest(heading, headings) {
        finding.help(format!("did you mean `{near}`?"));
    }
}

fn same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

fn walk(draft: &MenuDraft) -> Box<dyn Iterator<Item = &MenuDraft> + '_> {
    Box::new(std::iter::once(draft).chain(draft.items.iter().flat_map(walk)))
}

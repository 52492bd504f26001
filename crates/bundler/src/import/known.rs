//! The names that the sources in a folder know already, and the joining of what was imported to
//! them: a label that names a country becomes a link to it, a source becomes its slug.

use std::{collections::BTreeMap, path::Path};

use super::{ImportedItem, MenuDraft, ReleaseDraft, slug::slug_of};
use crate::{
    finding::{Findings, Place},
    sources::{Node, Source, Value, read_yaml},
};

/// Slugs by the names in all languages, in small letters.
type Names = BTreeMap<String, String>;

/// The names that a folder knows.
pub(crate) struct Known {
    /// Lists with the part of the site where their pages stand; the first that has a name wins.
    lists: Vec<(&'static str, Names)>,
    pages: Vec<String>,
    structures: Names,
    kinds: Names,
}

impl Known {
    /// Reads the names in a folder; a file that is not there knows none.
    pub(crate) fn read(folder: &Path, findings: &mut Findings) -> Self {
        let mut root = |file: &str| read(&folder.join(file), findings);
        let organization = root("organization.yaml");
        let kinds = organization
            .as_ref()
            .and_then(|root| root.entry("kinds"))
            .map(names)
            .unwrap_or_default();
        let mut list = |file: &str| root(file).as_ref().map(names).unwrap_or_default();
        let structures = list("structures.yaml");
        let lists = vec![
            ("countries", list("countries.yaml")),
            ("fields", list("fields.yaml")),
            ("structures", structures.clone()),
        ];
        let pages = std::fs::read_dir(folder.join("pages"))
            .into_iter()
            .flatten()
            .filter_map(|entry| {
                Some(entry.ok()?.file_name().to_str()?.strip_suffix(".md")?.to_owned())
            })
            .collect();
        Self { lists, pages, structures, kinds }
    }

    /// Joins an item to the names.
    pub(crate) fn join(&self, item: &mut ImportedItem, findings: &mut Findings) {
        match item {
            ImportedItem::Menu(menu) => menu.iter_mut().for_each(|draft| self.link(draft)),
            ImportedItem::Release(draft) => self.join_release(draft, findings),
        }
    }

    fn link(&self, draft: &mut MenuDraft) {
        let label = draft.label.to_lowercase();
        let listed = self
            .lists
            .iter()
            .find_map(|(part, names)| Some(format!("/{part}/{}/", names.get(&label)?)));
        let page = || {
            let slug = slug_of(&draft.label)?;
            self.pages.iter().any(|page| page == slug.as_str()).then(|| format!("/pages/{slug}/"))
        };
        draft.to = draft.to.take().or(listed).or_else(page);
        draft.items.iter_mut().for_each(|draft| self.link(draft));
    }

    fn join_release(&self, draft: &mut ReleaseDraft, findings: &mut Findings) {
        let lists = [
            (&mut draft.kind, &self.kinds, "kind", "organization.yaml, under `kinds`"),
            (&mut draft.source, &self.structures, "source", "structures.yaml"),
        ];
        for (name, known, called, listed) in lists {
            let Some((written, place)) = name else { continue };
            if let Some(slug) = known.get(&written.to_lowercase()) {
                slug.clone_into(written);
            } else if let Some(slug) = slug_of(written) {
                findings
                    .note(
                        place.clone(),
                        format!("the {called} `{written}` is not known yet; it was named `{slug}`"),
                    )
                    .help(format!("add it to {listed}, or put a name from there into the release"));
                *written = slug.to_string();
            } else {
                tell_unnamed(place.clone(), called, findings);
                *name = None;
            }
        }
    }
}

fn tell_unnamed(place: Place, called: &str, findings: &mut Findings) {
    findings
        .error(place, format!("the {called} has no letters to make a name of; it was left out"));
}

fn read(path: &Path, findings: &mut Findings) -> Option<Node> {
    if !path.exists() {
        return None;
    }
    let source = Source::read(path, findings)?;
    read_yaml(&source, 0..source.text().len(), findings)
}

/// The slugs of a list by its names in all languages.
fn names(list: &Node) -> Names {
    let mut names = Names::new();
    for item in list.items() {
        let Some(slug) = item.scalar("slug") else { continue };
        let texts = match item.entry("name").map(|name| &name.value) {
            Some(Value::Scalar(text)) => vec![text],
            Some(Value::Mapping(versions)) => versions
                .iter()
                .filter_map(|(_, version)| {
                    if let Value::Scalar(text) = &version.value { Some(text) } else { None }
                })
                .collect(),
            _ => Vec::new(),
        };
        for text in texts {
            names.entry(text.to_lowercase()).or_insert_with(|| slug.to_owned());
        }
    }
    names
}

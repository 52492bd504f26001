//! The names that the sources in a folder know already, and the joining of what was imported to
//! them: a label that names a country becomes a link to it, a source becomes its slug.

use std::{collections::BTreeMap, path::Path};

use rostrum_model::Language;

use super::{
    ImportedItem, MenuDraft, ReleaseDraft,
    draft::Subject,
    slug::{country_slug, slug_of},
};
use crate::{
    finding::{Findings, Place, did_you_mean},
    sources::{Category, Node, Source, Value, read_yaml},
};

/// Slugs by the names in all languages, in small letters.
type Names = BTreeMap<String, String>;

/// The names that a folder knows.
pub(crate) struct Known {
    /// Lists with the part of the site where their pages stand; the first that has a name wins.
    lists: Vec<(&'static str, Names)>,
    pages: Vec<String>,
    countries: Names,
    fields: Names,
    structures: Names,
    kinds: Names,
    /// The kind of releases that do not say theirs, if the folder lists any.
    pub(crate) first_kind: Option<String>,
    /// The default language, if the folder says it.
    pub(crate) language: Option<Language>,
}

/// Names that nothing in the folder has, with how often they stood and where first.
pub(crate) type Unmatched = BTreeMap<String, (usize, Option<Place>)>;

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
        let (countries, fields) = (list("countries.yaml"), list("fields.yaml"));
        let structures = list("structures.yaml");
        let lists = vec![
            ("countries", countries.clone()),
            ("fields", fields.clone()),
            ("structures", structures.clone()),
        ];
        let pages = std::fs::read_dir(folder.join("pages"))
            .into_iter()
            .flatten()
            .filter_map(|entry| {
                Some(entry.ok()?.file_name().to_str()?.strip_suffix(".md")?.to_owned())
            })
            .collect();
        let first_kind = organization
            .as_ref()
            .and_then(|root| root.entry("kinds")?.items().first()?.scalar("slug"))
            .map(str::to_owned);
        let language = organization
            .as_ref()
            .and_then(|root| root.entry("languages")?.scalar("default")?.parse().ok());
        Self { lists, pages, countries, fields, structures, kinds, first_kind, language }
    }

    /// The slugs of all kinds.
    pub(crate) fn kinds(&self) -> impl Iterator<Item = &str> {
        self.kinds.values().map(String::as_str)
    }

    /// Whether releases may be of a kind: one that is listed, or any where none are.
    pub(crate) fn allows_kind(&self, kind: &str) -> bool {
        self.kinds.is_empty() || self.kinds().any(|known| known == kind)
    }

    /// The end of a message about a name that nothing here has: what was most likely meant, if
    /// anything.
    pub(crate) fn meant(&self, name: &str) -> String {
        let lists = [&self.countries, &self.fields, &self.structures, &self.kinds];
        did_you_mean(name, lists.into_iter().flat_map(Names::keys).map(String::as_str))
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

impl Known {
    /// Joins a release of an archive to the names: what names a country, field or structure is
    /// that, what names a kind is its kind, and the rest is counted.
    pub(crate) fn join_archived(
        &self,
        draft: &mut ReleaseDraft,
        usual_kind: &str,
        unmatched: &mut Unmatched,
    ) {
        let place = draft.place.clone();
        let mut miss = |name: &str| {
            let (count, first) = unmatched.entry(name.to_owned()).or_default();
            *count += 1;
            *first = first.take().or_else(|| place.clone());
        };
        let kind = draft.kind.take();
        let mut slug = kind.as_ref().and_then(|(name, _)| self.kinds.get(&key(name))).cloned();
        if let (None, Some((name, _))) = (&slug, &kind) {
            miss(name);
        }
        if let Some((name, place)) = draft.source.take() {
            match self.structures.get(&key(&name)) {
                Some(slug) => draft.source = Some((slug.clone(), place)),
                None => miss(&name),
            }
        }
        let mut subjects = Vec::new();
        for subject in std::mem::take(&mut draft.subjects) {
            if let Some(found) = self.subject(&subject) {
                subjects.push(found);
            } else if let Some(found) = self.kinds.get(&key(&subject.name)) {
                slug = slug.or_else(|| Some(found.clone()));
            } else {
                miss(&subject.name);
            }
        }
        draft.subjects = subjects;
        let kind_place = kind.map(|(_, place)| place).or(place.clone());
        let kind_place = kind_place.unwrap_or_else(|| Place::file("".as_ref()));
        draft.kind = Some((slug.unwrap_or_else(|| usual_kind.to_owned()), kind_place));
    }

    /// What a name means, as a slug of its category.
    fn subject(&self, subject: &Subject) -> Option<Subject> {
        let lists = [
            (Category::Country, &self.countries),
            (Category::Field, &self.fields),
            (Category::Structure, &self.structures),
        ];
        let name = subject.name.trim();
        lists.into_iter().find_map(|(category, names)| {
            if subject.category.is_some_and(|wanted| wanted != category) {
                return None;
            }
            let by_name = || names.get(&key(name));
            // Two letters are a code only where a country is meant: "it" is a word, too.
            let by_code = || {
                let is_code = subject.category == Some(Category::Country) && name.len() == 2;
                names.get(&format!("code {}", name.to_uppercase())).filter(|_| is_code)
            };
            let by_slug = || {
                let slug =
                    if category == Category::Country { country_slug(name) } else { slug_of(name) };
                let slug = slug?;
                names.values().find(|known| known.as_str() == slug.as_str())
            };
            let slug = by_name().or_else(by_code).or_else(by_slug)?;
            Some(Subject { name: slug.clone(), category: Some(category) })
        })
    }
}

/// A name as it is looked up.
fn key(name: &str) -> String {
    name.trim().to_lowercase()
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
        let others = item.entry("other_names").map(Node::items).unwrap_or_default();
        let others = others.iter().filter_map(Node::as_scalar).chain(item.scalar("abbreviation"));
        for text in texts.into_iter().map(String::as_str).chain(others) {
            names.entry(key(text)).or_insert_with(|| slug.to_owned());
        }
        if let Some(code) = item.scalar("code") {
            names.entry(format!("code {code}")).or_insert_with(|| slug.to_owned());
        }
    }
    names
}

//! The editable sources in a folder, as an editor keeps them, read into the types of the model.
//!
//! First the files that give names (organisation, countries, fields, structures, terms), then the
//! texts, which refer to those names, and last the menu, which may lead to any of them. So every
//! reference is checked where it is read, with its line at hand, and nothing has to be kept for it.

mod archive;
mod catalogue;
mod chain;
mod chairpersonships;
mod document;
mod markdown;
mod menu;
mod node;
mod notes;
mod organization;
mod page;
mod record;
mod redirects;
mod release;
mod source;
mod vocabulary;

use std::path::Path;

use rostrum_model::{
    Category as NamedGroup, Country, Field, Languages, MenuItem, Organization, Structure, TextPage,
    Timeline,
};

pub(crate) use self::markdown::{read_markdown, write_markdown};
pub(crate) use self::{
    archive::{Archive, ArchiveYear},
    chain::Chain,
    node::{Node, Value, read_yaml},
    release::address_of,
    source::Source,
    vocabulary::Category,
};
use self::{
    document::{entries, text_files},
    record::Context,
    vocabulary::Vocabulary,
};
use crate::finding::{Findings, Place};

/// Everything that a bundle is made of.
#[derive(Debug)]
pub(crate) struct Sources {
    /// Whose site it is.
    pub(crate) organization: Organization,
    /// The languages of the content.
    pub(crate) languages: Languages,
    /// The mega menu.
    pub(crate) menu: Vec<MenuItem>,
    /// The countries.
    pub(crate) countries: Vec<Country>,
    /// The groups of countries.
    pub(crate) country_groups: Vec<NamedGroup>,
    /// The fields of work.
    pub(crate) fields: Vec<Field>,
    /// The dimensions.
    pub(crate) dimensions: Vec<NamedGroup>,
    /// The structures and institutions.
    pub(crate) structures: Vec<Structure>,
    /// The kinds of releases.
    pub(crate) kinds: Vec<NamedGroup>,
    /// The terms in the chair.
    pub(crate) timeline: Timeline,
    /// The pages of text, by name.
    pub(crate) pages: Vec<TextPage>,
    /// The releases, to be read year by year.
    pub(crate) archive: Archive,
}

/// The files of the sources that stand in the folder itself.
pub(crate) const FILES: [&str; 6] = [
    "organization.yaml",
    "menu.yaml",
    "countries.yaml",
    "fields.yaml",
    "structures.yaml",
    "chairpersonships.yaml",
];

/// Reads the sources in a folder, all but the texts of the releases. Nothing comes back where not even
/// the organisation is known; whether the rest is fit to publish, the findings say.
pub(crate) fn read_sources(path: &Path, findings: &mut Findings) -> Option<Sources> {
    note_strangers(path, findings);
    let (source, root) = read_file(&path.join(FILES[0]), findings)?;
    let Some(file) = organization::read_organization(&source, &root, findings) else {
        findings.note(
            source.whole(),
            "the other files were not read, since their languages are not known",
        );
        return None;
    };
    let organization::OrganizationFile {
        organization,
        languages,
        kinds,
        dimensions,
        country_groups,
    } = file;
    let mut vocabulary = Vocabulary::default();
    for (category, key) in [
        (Category::Kind, "kinds"),
        (Category::Dimension, "dimensions"),
        (Category::CountryGroup, "country_groups"),
    ] {
        vocabulary.add(category, root.entry(key).map(catalogue::slugs).unwrap_or_default());
    }
    let mut folder = Folder { path, languages: &languages, vocabulary, findings };
    let countries =
        folder.list("countries.yaml", "slug", Category::Country, catalogue::read_countries);
    let fields = folder.list("fields.yaml", "slug", Category::Field, catalogue::read_fields);
    let structures =
        folder.list("structures.yaml", "slug", Category::Structure, catalogue::read_structures);
    let timeline =
        folder.list("chairpersonships.yaml", "id", Category::Term, chairpersonships::read_timeline);
    let pages = folder.pages();
    let archive = folder.releases();
    let menu = read_menu(path, &archive, &languages, findings);
    let Some(organization) = organization else {
        archive.check(findings);
        return None;
    };
    Some(Sources {
        organization,
        languages,
        menu,
        countries,
        country_groups,
        fields,
        dimensions,
        structures,
        kinds,
        timeline,
        pages,
        archive,
    })
}

/// The folder that is read, with what is known of it so far.
struct Folder<'f> {
    path: &'f Path,
    languages: &'f Languages,
    vocabulary: Vocabulary,
    findings: &'f mut Findings,
}

impl Folder<'_> {
    /// Reads a file that gives names, if there is one; without it there are none.
    fn list<T: Default>(
        &mut self,
        file: &str,
        key: &str,
        category: Category,
        read: impl FnOnce(&Node, &Vocabulary, &mut Context<'_>) -> T,
    ) -> T {
        let path = self.path.join(file);
        if !path.exists() {
            self.vocabulary.add(category, []);
            return T::default();
        }
        let Some((source, root)) = read_file(&path, self.findings) else { return T::default() };
        let names = root.items().iter().filter_map(|item| item.scalar(key)?.parse().ok());
        self.vocabulary.add(category, names.collect::<Vec<_>>());
        let mut context =
            Context { source: &source, languages: self.languages, findings: self.findings };
        read(&root, &self.vocabulary, &mut context)
    }

    fn pages(&mut self) -> Vec<TextPage> {
        let paths = entries(&self.path.join("pages"), self.findings);
        let files = text_files(paths, self.languages, self.findings);
        self.vocabulary
            .add(Category::Page, files.iter().filter_map(|files| files.name.parse().ok()));
        files
            .iter()
            .filter_map(|files| page::read_page(files, self.languages, self.findings))
            .collect()
    }

    /// The releases; every name that they may refer to is known by now.
    fn releases(self) -> Archive {
        let files =
            release::release_files(&self.path.join("releases"), self.languages, self.findings);
        Archive::new(files, self.languages.clone(), self.vocabulary, self.findings)
    }
}

fn read_menu(
    folder: &Path,
    archive: &Archive,
    languages: &Languages,
    findings: &mut Findings,
) -> Vec<MenuItem> {
    let path = folder.join("menu.yaml");
    if !path.exists() {
        findings.warning(Place::file(&path), "there is no menu: the file is missing");
        return Vec::new();
    }
    let Some((source, root)) = read_file(&path, findings) else { return Vec::new() };
    let mut context = Context { source: &source, languages, findings };
    menu::read_menu(&root, archive, &mut context)
}

fn read_file(path: &Path, findings: &mut Findings) -> Option<(Source, Node)> {
    let source = Source::read(path, findings)?;
    let root = read_yaml(&source, 0..source.text().len(), findings)?;
    Some((source, root))
}

/// Notes files that look as if they were meant to be read and are not.
fn note_strangers(folder: &Path, findings: &mut Findings) {
    for path in entries(folder, findings) {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        let is_source = Path::new(&name)
            .extension()
            .is_some_and(|end| end == "yaml" || end == "yml" || end == "md");
        if !is_source || FILES.contains(&&*name) {
            continue;
        }
        if name.ends_with(".imported.yaml") {
            findings
                .warning(
                    Place::file(&path),
                    "this came from an import beside an existing file and is not read",
                )
                .help("take over what you need from it, then delete it");
        } else {
            let near = crate::finding::nearest(&name, FILES)
                .unwrap_or("a file in the folder pages or releases");
            findings
                .warning(Place::file(&path), "this file is not read")
                .help(format!("perhaps it was meant to be {near}?"));
        }
    }
}

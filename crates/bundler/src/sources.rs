//! The editable sources in a folder, as an editor keeps them, read into the types of the model.
//!
//! First the files that give names (organisation, countries, fields, structures, terms), then the
//! texts, which refer to those names, and last the menu, which may lead to any of them. So every
//! reference is checked where it is read, with its line at hand, and nothing has to be kept for it.

mod catalogue;
mod chairpersonships;
mod document;
mod markdown;
mod menu;
mod node;
mod organization;
mod page;
mod record;
mod release;
mod source;
mod vocabulary;

use std::path::Path;

use rostrum_model::{
    Address, Category as NamedGroup, Country, Field, Languages, MenuItem, Organization, Release,
    Structure, TextPage, Timeline,
};

pub(crate) use self::markdown::{read_markdown, write_markdown};
use self::{document::text_files, menu::Destinations, record::Context, vocabulary::Vocabulary};
pub(crate) use self::{
    node::{Node, Value, read_yaml},
    release::address_of,
    source::Source,
    vocabulary::Category,
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
    /// The releases, the oldest first.
    pub(crate) releases: Vec<Release>,
}

/// The files of the sources that stand in the folder itself.
const FILES: [&str; 6] = [
    "organization.yaml",
    "menu.yaml",
    "countries.yaml",
    "fields.yaml",
    "structures.yaml",
    "chairpersonships.yaml",
];

/// Reads the sources in a folder. Nothing comes back where not even the organisation is known;
/// whether the rest is fit to publish, the findings say.
pub(crate) fn read_sources(folder: &Path, findings: &mut Findings) -> Option<Sources> {
    note_strangers(folder, findings);
    let (source, root) = read_file(&folder.join(FILES[0]), findings)?;
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
    let mut folder = Folder { path: folder, languages: &languages, vocabulary, findings };
    let countries =
        folder.list("countries.yaml", "slug", Category::Country, catalogue::read_countries);
    let fields = folder.list("fields.yaml", "slug", Category::Field, catalogue::read_fields);
    let structures =
        folder.list("structures.yaml", "slug", Category::Structure, catalogue::read_structures);
    let timeline =
        folder.list("chairpersonships.yaml", "id", Category::Term, chairpersonships::read_timeline);
    let pages = folder.pages();
    let (releases, addresses) = folder.releases();
    let menu = folder.menu(&addresses);
    Some(Sources {
        organization: organization?,
        menu,
        countries,
        country_groups,
        fields,
        dimensions,
        structures,
        kinds,
        timeline,
        pages,
        releases,
        languages,
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
        let files = text_files(&self.path.join("pages"), self.languages, self.findings);
        self.vocabulary
            .add(Category::Page, files.iter().filter_map(|files| files.name.parse().ok()));
        files
            .iter()
            .filter_map(|files| page::read_page(files, self.languages, self.findings))
            .collect()
    }

    /// The releases, the oldest first, and the addresses of all that have a file: a release that
    /// cannot be read is no reason to call a link to it wrong.
    fn releases(&mut self) -> (Vec<Release>, Vec<Address>) {
        let files =
            release::release_files(&self.path.join("releases"), self.languages, self.findings);
        let mut addresses: Vec<Address> =
            files.iter().filter_map(|files| release::address_of(&files.name)).collect();
        addresses.sort();
        let mut releases: Vec<Release> = files
            .iter()
            .filter_map(|files| {
                release::read_release(files, self.languages, &self.vocabulary, self.findings)
            })
            .collect();
        releases.sort_by(|one, other| one.summary.address.cmp(&other.summary.address));
        for pair in releases.windows(2) {
            if let [one, other] = pair
                && one.summary.address == other.summary.address
            {
                let message = format!("two releases stand at {}", one.summary.address);
                self.findings
                    .error(Place::file(&self.path.join("releases")), message)
                    .help("give one of their files another name");
            }
        }
        (releases, addresses)
    }

    fn menu(&mut self, releases: &[Address]) -> Vec<MenuItem> {
        let path = self.path.join("menu.yaml");
        if !path.exists() {
            self.findings.warning(Place::file(&path), "there is no menu: the file is missing");
            return Vec::new();
        }
        let Some((source, root)) = read_file(&path, self.findings) else { return Vec::new() };
        let mut context =
            Context { source: &source, languages: self.languages, findings: self.findings };
        let destinations = Destinations { vocabulary: &self.vocabulary, releases };
        menu::read_menu(&root, &destinations, &mut context)
    }
}

fn read_file(path: &Path, findings: &mut Findings) -> Option<(Source, Node)> {
    let source = Source::read(path, findings)?;
    let root = read_yaml(&source, 0..source.text().len(), findings)?;
    Some((source, root))
}

/// Notes files that look as if they were meant to be read and are not.
fn note_strangers(folder: &Path, findings: &mut Findings) {
    for path in document::entries(folder, findings) {
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

//! `releases/YYYY/YYYY-MM-DD-NAME.md`: press releases and their translations. The folder of a year
//! that has many may have one for each month: `releases/YYYY/MM/YYYY-MM-DD-NAME.md`.

use std::path::{Path, PathBuf};

use rostrum_model::{
    Address, Block, Date, Language, Languages, Release, ReleaseVersion, Slug, Summary, Text, Ways,
};

use super::{
    document::{Document, TextFiles, attachments, entries, provenance, repeated, text_files},
    notes::{changes, contacts, withdrawal},
    record::{Context, Record},
    vocabulary::{Category, Vocabulary},
};
use crate::finding::{Findings, Place};

/// The files of all releases, year by year.
pub(crate) fn release_files(
    folder: &Path,
    languages: &Languages,
    findings: &mut Findings,
) -> Vec<TextFiles> {
    let mut files = Vec::new();
    for path in entries(folder, findings) {
        if path.is_dir() {
            let (months, texts) =
                entries(&path, findings).into_iter().partition(|path| path.is_dir());
            files.extend(text_files(texts, languages, findings));
            for month in months {
                files.extend(text_files(entries(&month, findings), languages, findings));
            }
        } else {
            findings
                .warning(
                    Place::file(&path),
                    "this is not read: a release stands in the folder of its year",
                )
                .help("move it to a folder such as releases/2007");
        }
    }
    files
}

/// Reads one release with its translations; what is wrong is noted, and nothing comes back then.
pub(crate) fn read_release(
    files: &TextFiles,
    languages: &Languages,
    vocabulary: &Vocabulary,
    findings: &mut Findings,
) -> Option<Release> {
    let address = address(files, findings);
    let original = Document::read(&files.original, findings);
    let mut release = original
        .as_ref()
        .and_then(|document| read_original(document, address, languages, vocabulary, findings));
    for (language, path) in &files.translations {
        let Some(document) = Document::read(path, findings) else { continue };
        let translation =
            read_translation(&document, language, original.as_ref(), languages, findings);
        if let (Some((version, place)), Some(release)) = (translation, &mut release) {
            release.summary.title.insert(language.clone(), version.title.clone());
            if let Some(place) = place {
                release.summary.place.insert(language.clone(), place);
            }
            release.versions.push(version);
        }
    }
    release
}

/// The address that the name of a file gives.
pub(crate) fn address_of(name: &str) -> Option<Address> {
    let (day, slug) = name.get(..10).zip(name.get(10..)?.strip_prefix('-'))?;
    Some(Address { date: day.parse().ok()?, slug: slug.parse().ok()? })
}

/// The address that the name of the file gives; notes a name that gives none, and a wrong folder.
fn address(files: &TextFiles, findings: &mut Findings) -> Option<Address> {
    let name = &files.name;
    let Some(address) = address_of(name) else {
        findings
            .error(Place::file(&files.original), format!("`{name}` does not say the day and the name of a release"))
            .help("name the file YYYY-MM-DD-name.md: a day of the calendar, then small letters, digits and hyphens");
        return None;
    };
    let folder = files.original.parent().and_then(Path::file_name).unwrap_or_default();
    if !is_in_its_folder(&files.original, address.date) {
        findings
            .error(
                Place::file(&files.original),
                format!(
                    "a release of {} stands in the folder `{}`",
                    address.date,
                    folder.display()
                ),
            )
            .help(format!("move it to the folder {:04}", address.date.year()));
    }
    Some(address)
}

/// Whether a file stands in the folder of its year, or in that of its month within it.
fn is_in_its_folder(file: &Path, date: Date) -> bool {
    let year = PathBuf::from(format!("{:04}", date.year()));
    let month = year.join(format!("{:02}", date.month()));
    file.parent().is_some_and(|folder| folder.ends_with(year) || folder.ends_with(month))
}

fn read_original(
    document: &Document,
    address: Option<Address>,
    languages: &Languages,
    vocabulary: &Vocabulary,
    findings: &mut Findings,
) -> Option<Release> {
    let mut context = Context { source: &document.source, languages, findings };
    let context = &mut context;
    let mut record = Record::open(&document.front, context)?;
    let title = record.required("title", context).and_then(|node| context.string(node));
    agree_on_date(&mut record, address.as_ref(), context);
    let kind = record
        .required("kind", context)
        .and_then(|node| vocabulary.reference(Category::Kind, node, context));
    let place = record.optional_text("place", context);
    let source = record
        .optional("source")
        .and_then(|node| vocabulary.reference(Category::Structure, node, context));
    let mut names = |key, category, context: &mut Context<'_>| -> Vec<Slug> {
        let nodes = record.items(key, context);
        vocabulary.references(category, nodes, context)
    };
    let countries = names("countries", Category::Country, context);
    let fields = names("fields", Category::Field, context);
    let structures = names("structures", Category::Structure, context);
    let terms = names("terms", Category::Term, context);
    let provenance = provenance(&mut record, context);
    let issued = address.as_ref().map(|address| address.date);
    let withdrawn = withdrawal(&mut record, issued, context);
    let changes = changes(&mut record, issued, context);
    let contacts = contacts(&mut record, context);
    let attachments = attachments(&mut record, context);
    // Where they lead was settled before; here they must only be addresses.
    for node in record.items("redirects", context) {
        let _: Option<Address> = context.parsed(node);
    }
    import_notes(&mut record);
    record.close(context);
    let body = body(document, Some(document), context);
    let language = languages.default.clone();
    let title = title?;
    Some(Release {
        summary: Summary {
            address: address?,
            kind: kind?,
            title: Text::new(language.clone(), title.clone()),
            place,
            source,
            countries,
            fields,
            is_withdrawn: withdrawn.is_some(),
        },
        structures,
        terms,
        provenance: provenance?,
        withdrawn,
        changes,
        contacts,
        versions: vec![ReleaseVersion { language, title, body, attachments }],
        ways: Ways::default(),
    })
}

/// The text; only one that was withdrawn may be taken out of its file.
fn body(document: &Document, original: Option<&Document>, context: &mut Context<'_>) -> Vec<Block> {
    match original.and_then(|original| original.front.entry("withdrawn")) {
        Some(_) => document.blocks_left(context.findings),
        None => document.blocks(context.findings),
    }
}

/// What an import keeps for the next one.
fn import_notes(record: &mut Record<'_>) {
    for key in ["identifier", "imported", "published", "version"] {
        record.optional(key);
    }
}

fn agree_on_date(record: &mut Record<'_>, address: Option<&Address>, context: &mut Context<'_>) {
    let Some(node) = record.required("date", context) else { return };
    let Some(date) = context.parsed::<Date>(node) else { return };
    if let Some(address) = address.filter(|address| address.date != date) {
        context
            .error(
                &node.bytes,
                format!("`date` is {date}, but the name of the file says {}", address.date),
            )
            .help("let both say the same day");
    }
}

/// What a translation must leave to its original.
const ONLY_IN_ORIGINAL: [&str; 13] = [
    "date",
    "kind",
    "source",
    "countries",
    "fields",
    "structures",
    "terms",
    "origin",
    "sources",
    "redirects",
    "withdrawn",
    "changes",
    "contacts",
];

/// Reads a translation, and the name of the place if it gives one in its language.
fn read_translation(
    document: &Document,
    language: &Language,
    original: Option<&Document>,
    languages: &Languages,
    findings: &mut Findings,
) -> Option<(ReleaseVersion, Option<String>)> {
    let mut context = Context { source: &document.source, languages, findings };
    let context = &mut context;
    let mut record = Record::open(&document.front, context)?;
    let title = record.required("title", context).and_then(|node| context.string(node));
    // The original may give the place in all languages; then it can only be repeated here.
    let first = original.and_then(|original| original.front.entry("place"));
    let place = record
        .optional("place")
        .filter(|node| !first.is_some_and(|first| first.says_the_same(node)));
    let place = place.and_then(|node| context.string(node));
    let attachments = attachments(&mut record, context);
    import_notes(&mut record);
    repeated(&ONLY_IN_ORIGINAL, original.map(|original| &original.front), &mut record, context);
    record.close(context);
    let body = body(document, original, context);
    let version = ReleaseVersion { language: language.clone(), title: title?, body, attachments };
    Some((version, place))
}

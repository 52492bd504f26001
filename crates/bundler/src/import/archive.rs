//! Whole archives: files in any of the formats, one after the other.

use std::{
    cell::RefCell,
    fs, io,
    path::{Path, PathBuf},
};

use encoding_rs::Encoding;
use rostrum_model::Language;

use super::{
    Format, ImportedItem, PageOptions, ReleaseDraft, csv,
    encoding::decode,
    feed, front_matter,
    intake::Intake,
    json_ld, jsonapi,
    known::{Known, Unmatched},
    newsml, ninjs, read_bytes, wp_rest,
    write::Files,
    write_page, wxr,
};
use crate::{
    finding::{Findings, Place, did_you_mean},
    sources::Source,
};

/// What the user says about an archive that it does not say itself.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct ArchiveOptions<'o> {
    /// The format, where it should not be found out.
    pub(crate) format: Option<Format>,
    /// The kind of releases that do not say theirs.
    pub(crate) kind: Option<&'o str>,
    /// What columns of tables are, with their headers.
    pub(crate) columns: &'o [(String, String)],
    /// The encoding, where it should not be found out.
    pub(crate) encoding: Option<&'static Encoding>,
}

/// Reads files and folders and writes their releases as sources into a folder. Tells in a few
/// lines what was written and what stayed out.
pub(crate) fn import_archive(
    paths: &[PathBuf],
    into: &Path,
    options: &ArchiveOptions<'_>,
    pages: &PageOptions<'_>,
    findings: &mut Findings,
) -> io::Result<String> {
    let known = Known::read(into, findings);
    if let Some(kind) = options.kind.filter(|kind| !known.allows_kind(kind)) {
        let meant = did_you_mean(kind, known.kinds());
        findings
            .error(
                Place::file(&into.join("organization.yaml")),
                format!("there is no kind `{kind}`{meant}"),
            )
            .help("name one with --kind that stands there under `kinds`, or add it there");
        return Ok("nothing was written".to_owned());
    }
    let shelf = RefCell::new(Shelf {
        usual_kind: options
            .kind
            .or(known.first_kind.as_deref())
            .unwrap_or("press-release")
            .to_owned(),
        language: known.language.clone(),
        known,
        files: Files::new(into),
        translations: Vec::new(),
        unmatched: Unmatched::new(),
        failure: None,
    });
    let mut told = Vec::new();
    let mut take = |draft, findings: &mut Findings| shelf.borrow_mut().take(draft, findings);
    let mut intake = Intake::new(findings, &mut take);
    intake.columns = options.columns;
    for path in files_of(paths, intake.findings) {
        let Some((name, bytes)) = read_bytes(&path, intake.findings) else { continue };
        let source = decode(&name, bytes, options.encoding, intake.findings);
        match options.format.or_else(|| Format::of(&source, &path)) {
            Some(Format::Page) => told.push(write_page(&source, into, pages, intake.findings)?),
            Some(format) => read(format, &source, &path, &mut intake),
            None => tell_unknown(&source, paths.contains(&path), intake.findings),
        }
    }
    let left_out = intake.summary();
    let withdrawn = std::mem::take(&mut intake.withdrawn);
    let mut shelf = shelf.into_inner();
    shelf.finish(findings)?;
    shelf.files.remove_withdrawn(&withdrawn, findings)?;
    if told.is_empty() || !shelf.files.is_empty() {
        told.push(shelf.files.summary());
    }
    told.extend(left_out);
    Ok(told.join("\n"))
}

/// Reads a file in a format.
pub(super) fn read(format: Format, source: &Source, file: &Path, intake: &mut Intake<'_>) {
    match format {
        Format::Page => {}
        Format::Wxr => wxr::read(source, intake),
        Format::WpRest => wp_rest::read(source, intake),
        Format::JsonApi => jsonapi::read(source, intake),
        Format::Feed => feed::read(source, intake),
        Format::Ninjs => ninjs::read(source, intake),
        Format::NewsmlG2 => newsml::read(source, intake),
        Format::JsonLd => json_ld::read(source, intake),
        Format::Csv => csv::read(source, intake),
        Format::Markdown => front_matter::read(source, file, intake),
    }
}

fn tell_unknown(source: &Source, was_named: bool, findings: &mut Findings) {
    let message = "the format of this file was not recognised";
    if was_named {
        findings
            .error(source.whole(), message)
            .help("name it before the file, such as `rostrum import wxr FILE`; `rostrum import --help` lists the formats");
    } else {
        findings.note(source.whole(), format!("{message}, so it was not read"));
    }
}

/// The files that are meant, those of folders in order; files that only list names come first.
fn files_of(paths: &[PathBuf], findings: &mut Findings) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() { collect(path, &mut files, findings) } else { files.push(path.clone()) }
    }
    let lists = ["categories", "tags", "taxonomies", "terms"];
    let is_list = |path: &PathBuf| {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
        lists.iter().any(|list| stem.contains(list))
    };
    files.sort_by_key(|path| !is_list(path));
    files
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>, findings: &mut Findings) {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            findings.error(Place::file(folder), format!("the folder cannot be read: {error}"));
            return;
        }
    };
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| !path.file_name().unwrap_or_default().to_string_lossy().starts_with('.'));
    paths.sort();
    for path in paths {
        // A link may lead back to a folder above.
        if path.is_dir() && !path.is_symlink() {
            collect(&path, files, findings);
        } else if path.is_file() {
            files.push(path);
        }
    }
}

/// Where drafts become files. Translations wait until their originals stand.
struct Shelf<'s> {
    known: Known,
    usual_kind: String,
    language: Option<Language>,
    files: Files<'s>,
    translations: Vec<(Language, ReleaseDraft)>,
    unmatched: Unmatched,
    failure: Option<io::Error>,
}

impl Shelf<'_> {
    fn take(&mut self, mut draft: ReleaseDraft, findings: &mut Findings) {
        self.known.join_archived(&mut draft, &self.usual_kind, &mut self.unmatched);
        // Without a word of the folder, the first release decides which language is the usual one.
        let usual = match (&self.language, &draft.language) {
            (None, Some(first)) => self.language.insert(first.clone()).clone(),
            (Some(usual), _) => usual.clone(),
            (None, None) => return self.write(ImportedItem::Release(Box::new(draft)), findings),
        };
        match draft.language.clone() {
            Some(language) if language.primary() != usual.primary() => {
                self.translations.push((language, draft));
            }
            _ => self.write(ImportedItem::Release(Box::new(draft)), findings),
        }
    }

    fn write(&mut self, item: ImportedItem, findings: &mut Findings) {
        if self.failure.is_none() {
            self.failure = self.files.write_item(&item, findings).err();
        }
    }

    fn finish(&mut self, findings: &mut Findings) -> io::Result<()> {
        if let Some(failure) = self.failure.take() {
            return Err(failure);
        }
        for (language, draft) in std::mem::take(&mut self.translations) {
            self.files.write_translation(&draft, language.as_str(), findings)?;
        }
        for (name, (count, place)) in &self.unmatched {
            let place = place.clone().unwrap_or_else(|| Place::file("".as_ref()));
            let times = if *count == 1 { "once".to_owned() } else { format!("{count} times") };
            findings
                .note(place, format!("`{name}` is the name of no country, field of work, structure or kind here ({times}){}", self.known.meant(name)))
                .help("add it to the list where it belongs, or give it there as one of the `other_names`, and import again");
        }
        Ok(())
    }
}

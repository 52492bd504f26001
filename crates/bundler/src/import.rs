//! Importers: from what an organisation has to the editable sources.
//!
//! An importer reads one form and gives drafts and findings; it writes nothing. What is done with
//! the drafts is the same for all of them: they are joined to the names that the sources know
//! already and written as files, of which none that an editor may have changed is ever overwritten.

mod archive;
mod csv;
mod draft;
mod encoding;
mod feed;
mod format;
mod front_matter;
mod intake;
mod json;
mod json_ld;
mod jsonapi;
mod known;
mod moment;
mod newsml;
mod ninjs;
mod page;
mod present;
mod slug;
mod stubs;
mod wp_rest;
mod write;
mod wxr;
mod xml;

use std::{
    io::{self, Read},
    path::{Path, PathBuf},
};

use rostrum_model::Href;

pub(crate) use self::{
    archive::{ArchiveOptions, import_archive},
    draft::{ImportedItem, MenuDraft, ReleaseDraft, Revision, Subject},
    format::Format,
    slug::slug_of,
    write::yaml,
};
use self::{known::Known, stubs::Headings, write::Files};
use crate::{
    finding::{Findings, Place, did_you_mean},
    sources::Source,
};

/// What the user says about a page that it does not say itself.
pub(crate) struct PageOptions<'o> {
    /// Headings whose items are countries.
    pub(crate) countries: &'o [String],
    /// Headings whose items are fields of work.
    pub(crate) fields: &'o [String],
    /// Headings whose items are structures.
    pub(crate) structures: &'o [String],
    /// Where the page is from.
    pub(crate) url: Option<&'o Href>,
}

/// The largest file that is read, in bytes.
const LARGEST: u64 = 512 << 20;

/// The bytes of a file, or of standard input for `-`; notes why they cannot be read.
fn read_bytes(file: &Path, findings: &mut Findings) -> Option<(String, Vec<u8>)> {
    let mut bytes = Vec::new();
    let (name, read) = if file == Path::new("-") {
        ("standard input".to_owned(), io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes))
    } else {
        let read = std::fs::File::open(file)
            .and_then(|opened| opened.take(LARGEST + 1).read_to_end(&mut bytes));
        (file.display().to_string(), read)
    };
    match read {
        Ok(length) if length as u64 > LARGEST => {
            let message = format!("the file is larger than {} MB", LARGEST >> 20);
            findings
                .error(Place::file(Path::new(&name)), message)
                .help("export the archive in several files, for example year by year");
            None
        }
        Ok(_) => Some((name, bytes)),
        Err(error) => {
            let reason = match error.kind() {
                // A format that is misspelt is taken for a file.
                io::ErrorKind::NotFound => {
                    format!(
                        "the file is missing{}",
                        did_you_mean(&name, Format::names().iter().map(String::as_str))
                    )
                }
                _ => format!("the file cannot be read: {error}"),
            };
            findings.error(Place::file(Path::new(&name)), reason);
            None
        }
    }
}

/// Reads pages and writes them as sources into a folder. Tells in a few lines what was written.
pub(crate) fn import_pages(
    pages: &[PathBuf],
    into: &Path,
    options: &PageOptions<'_>,
    findings: &mut Findings,
) -> io::Result<String> {
    let mut told = Vec::new();
    for page in pages {
        told.push(import_page(page, into, options, findings)?);
    }
    Ok(told.join("\n"))
}

fn import_page(
    file: &Path,
    into: &Path,
    options: &PageOptions<'_>,
    findings: &mut Findings,
) -> io::Result<String> {
    let Some((name, bytes)) = read_bytes(file, findings) else {
        return Ok("nothing was written".to_owned());
    };
    let source = encoding::decode(&name, bytes, None, findings);
    write_page(&source, into, options, findings)
}

fn write_page(
    source: &Source,
    into: &Path,
    options: &PageOptions<'_>,
    findings: &mut Findings,
) -> io::Result<String> {
    let mut items = page::read_page(source, options.url, findings);
    let headings = Headings {
        countries: options.countries,
        fields: options.fields,
        structures: options.structures,
    };
    let mut files = Files::new(into);
    stubs::write_stubs(&items, &headings, source, &mut files, findings)?;
    let known = Known::read(into, findings);
    for item in &mut items {
        known.join(item, findings);
        files.write_item(item, findings)?;
    }
    Ok(files.summary())
}

/// The bodies of the releases in a file's bytes; nothing is written.
#[cfg(any(test, feature = "fuzz"))]
pub(crate) fn read_bodies(
    format: Format,
    bytes: Vec<u8>,
    findings: &mut Findings,
) -> Vec<Vec<rostrum_model::Block>> {
    let source = encoding::decode("a", bytes, None, findings);
    let mut bodies = Vec::new();
    if format == Format::Page {
        for item in page::read_page(&source, None, findings) {
            if let ImportedItem::Release(draft) = item {
                bodies.push(draft.body);
            }
        }
        return bodies;
    }
    let mut take = |draft: ReleaseDraft, _: &mut Findings| bodies.push(draft.body);
    let mut intake = intake::Intake::new(findings, &mut take);
    archive::read(format, &source, Path::new("a.md"), &mut intake);
    intake.summary();
    bodies
}

#[cfg(test)]
mod tests;

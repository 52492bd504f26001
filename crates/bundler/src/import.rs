//! Importers: from what an organisation has to the editable sources.
//!
//! An importer reads one form (so far a page copied as text) and gives [`ImportedItem`]s and
//! findings; it writes nothing. What is done with the items is the same for all of them: they are
//! joined to the names that the sources know already and written as files, of which none that an
//! editor may have changed is ever overwritten.

mod draft;
mod escape;
mod known;
mod page;
mod slug;
mod stubs;
mod write;

use std::{
    io::{self, Read},
    path::Path,
};

use rostrum_model::Href;

pub(crate) use self::draft::{ImportedItem, MenuDraft, ReleaseDraft};
use self::{known::Known, stubs::Headings, write::Files};
use crate::{finding::Findings, sources::Source};

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

/// Reads a page from a file, or from standard input for `-`, and writes it as sources into a
/// folder. Tells in a few lines what was written.
pub(crate) fn import_page(
    file: &Path,
    into: &Path,
    options: &PageOptions<'_>,
    findings: &mut Findings,
) -> io::Result<String> {
    let source = if file == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes)?;
        Source::from_bytes("standard input", bytes, findings)
    } else {
        Source::read(file, findings)
    };
    let Some(source) = source else { return Ok("nothing was written".to_owned()) };
    let mut items = page::read_page(&source, options.url, findings);
    let headings = Headings {
        countries: options.countries,
        fields: options.fields,
        structures: options.structures,
    };
    let mut files = Files::new(into);
    stubs::write_stubs(&items, &headings, &source, &mut files, findings)?;
    let known = Known::read(into, findings);
    for item in &mut items {
        known.join(item, findings);
        files.write_item(item, findings)?;
    }
    Ok(files.summary())
}

//! The terms in the chair in files for other programs: CSV for spreadsheets, iCalendar for calendars,
//! JSON for everything else. They stand in the bundle as all its files do, so that the page only links
//! to them.

mod calendar;
mod table;

use rostrum_model::{Entry, Export, Language};

use super::writer::{WriteError, Writer};

/// Writes the terms of an entry in each format; what has texts in one language only, in each of the
/// site's languages.
pub(super) fn write_exports(entry: &Entry, writer: &Writer) -> Result<Vec<Export>, WriteError> {
    if entry.timeline.terms.is_empty() {
        return Ok(Vec::new());
    }
    let mut exports = Vec::new();
    let mut export = |format: &str, ending, language: Option<&Language>, content: Vec<u8>| {
        let name = language.map_or(NAME.to_owned(), |language| format!("{NAME}-{language}"));
        let file = writer.write_file(&name, ending, &content)?;
        let (language, size) = (language.cloned(), content.len() as u64);
        exports.push(Export { format: format.to_owned(), language, file, size });
        Ok::<_, WriteError>(())
    };
    for language in &entry.languages.available {
        export("CSV", "csv", Some(language), table::table(entry, language))?;
        export(
            "iCalendar",
            "ics",
            Some(language),
            calendar::calendar(entry, language).into_bytes(),
        )?;
    }
    let json = serde_json::to_vec(&entry.timeline)
        .map_err(|error| WriteError::Unserializable { name: NAME.to_owned(), error })?;
    export("JSON", "json", None, json)?;
    Ok(exports)
}

const NAME: &str = "timeline/chairpersonships";

#[cfg(test)]
mod tests;

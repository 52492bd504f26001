//! Imported items as files, next to what editors have made of earlier ones.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use serde::Serialize;

use super::{ImportedItem, ReleaseDraft, draft::BodyLine, escape::escape, slug::slug_of};
use crate::finding::{Findings, Place};

/// The files that an import writes, and what became of them.
pub(crate) struct Files<'f> {
    folder: &'f Path,
    told: Vec<String>,
}

impl<'f> Files<'f> {
    /// Files in a folder; it is made when the first one is written.
    pub(crate) fn new(folder: &'f Path) -> Self {
        Self { folder, told: Vec::new() }
    }

    /// What was written, a line for each file.
    pub(crate) fn summary(&self) -> String {
        if self.told.is_empty() { "nothing was written".to_owned() } else { self.told.join("\n") }
    }

    /// Writes an item.
    pub(crate) fn write_item(
        &mut self,
        item: &ImportedItem,
        findings: &mut Findings,
    ) -> io::Result<()> {
        match item {
            ImportedItem::Menu(menu) => self.keep("menu", "yaml", &yaml(menu)?, findings),
            ImportedItem::Release(draft) => {
                self.keep(&release_name(draft), "md", &release_text(draft)?, findings)
            }
        }
    }

    /// Writes a file unless there is one.
    pub(crate) fn write_if_missing(
        &mut self,
        file: &str,
        content: &str,
        findings: &mut Findings,
    ) -> io::Result<()> {
        let path = self.folder.join(file);
        if path.exists() {
            findings.note(Place::file(&path), "the file is there already and was left as it is");
            return Ok(());
        }
        self.write(&path, content)
    }

    /// Writes a file; where another stands already, beside it.
    fn keep(
        &mut self,
        name: &str,
        end: &str,
        content: &str,
        findings: &mut Findings,
    ) -> io::Result<()> {
        let path = self.folder.join(format!("{name}.{end}"));
        match fs::read_to_string(&path) {
            Ok(present) if present == content => {
                self.told.push(format!("{} is up to date", path.display()));
                Ok(())
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => self.write(&path, content),
            _ => {
                let beside = self.folder.join(format!("{name}.imported.{end}"));
                findings
                    .warning(
                        Place::file(&path),
                        "the file is there already and differs, so it was left as it is",
                    )
                    .help(format!(
                        "the import stands in {}; take over what you need, then delete it",
                        beside.display()
                    ));
                self.write(&beside, content)
            }
        }
    }

    fn write(&mut self, path: &Path, content: &str) -> io::Result<()> {
        let told = |error: io::Error| {
            io::Error::new(error.kind(), format!("{} cannot be written: {error}", path.display()))
        };
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(told)?;
        }
        let mut unfinished = PathBuf::from(path).into_os_string();
        unfinished.push(".part");
        fs::write(&unfinished, content)
            .and_then(|()| fs::rename(&unfinished, path))
            .map_err(told)?;
        self.told.push(format!("wrote {}", path.display()));
        Ok(())
    }
}

/// A value as YAML, each text on one line as an editor would write it.
pub(crate) fn yaml(value: &impl Serialize) -> io::Result<String> {
    let options = serde_saphyr::ser_options! { prefer_block_scalars: false };
    let mut text = String::new();
    serde_saphyr::to_fmt_writer_with_options(&mut text, value, options)
        .map_err(io::Error::other)?;
    Ok(text)
}

/// The file of a release without its ending.
fn release_name(draft: &ReleaseDraft) -> String {
    let slug = slug_of(&draft.title).map_or_else(|| "untitled".to_owned(), |slug| slug.to_string());
    match draft.date {
        Some(date) => format!("releases/{:04}/{date}-{slug}", date.year()),
        None => format!("releases/undated/{slug}"),
    }
}

#[derive(Serialize)]
struct FrontMatter<'r> {
    title: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'r str>,
    origin: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<Reference<'r>>,
}

#[derive(Serialize)]
struct Reference<'r> {
    name: &'r str,
    href: &'r str,
}

fn release_text(draft: &ReleaseDraft) -> io::Result<String> {
    let front = FrontMatter {
        title: &draft.title,
        date: draft.date.map(|date| date.to_string()),
        kind: draft.kind.as_ref().map(|(slug, _)| &**slug),
        place: draft.city.as_deref(),
        source: draft.source.as_ref().map(|(slug, _)| &**slug),
        origin: "published",
        sources: draft
            .url
            .iter()
            .map(|url| Reference { name: url.as_str(), href: url.as_str() })
            .collect(),
    };
    let mut text = format!("---\n{}---\n", yaml(&front)?);
    let mut in_list = false;
    for line in &draft.body {
        match line {
            BodyLine::Paragraph(paragraph) => {
                text.push('\n');
                text.push_str(&escape(paragraph));
                in_list = false;
            }
            BodyLine::Item(item) => {
                text.push_str(if in_list { "- " } else { "\n- " });
                text.push_str(&escape(item));
                in_list = true;
            }
        }
        text.push('\n');
    }
    Ok(text)
}

//! Imported items as files, next to what editors have made of earlier ones.

mod place;
mod release;

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use serde::Serialize;

use super::{ImportedItem, present::imported_files};
use crate::finding::{Findings, Place};

/// Up to so many files are named one by one.
const NAMED: usize = 20;

/// The files that an import writes, and what became of them.
pub(crate) struct Files<'f> {
    folder: &'f Path,
    told: Vec<String>,
    counts: BTreeMap<&'static str, usize>,
    /// Files by what their sources call them.
    present: BTreeMap<String, PathBuf>,
    /// Originals by what their translations refer to.
    originals: BTreeMap<String, PathBuf>,
}

impl<'f> Files<'f> {
    /// Files in a folder; it is made when the first one is written.
    pub(crate) fn new(folder: &'f Path) -> Self {
        let present = imported_files(folder);
        Self {
            folder,
            told: Vec::new(),
            counts: BTreeMap::new(),
            present,
            originals: BTreeMap::new(),
        }
    }

    /// Whether nothing was written.
    pub(crate) fn is_empty(&self) -> bool {
        self.told.is_empty()
    }

    /// What was written, a line for each file; of many files, how many.
    pub(crate) fn summary(&self) -> String {
        if self.told.is_empty() {
            return "nothing was written".to_owned();
        }
        if self.told.len() <= NAMED {
            return self.told.join("\n");
        }
        let counts = self.counts.iter().map(|(what, count)| format!("{count} {what}"));
        format!("{}: {}", self.folder.display(), counts.collect::<Vec<_>>().join(", "))
    }

    /// Writes an item.
    pub(crate) fn write_item(
        &mut self,
        item: &ImportedItem,
        findings: &mut Findings,
    ) -> io::Result<()> {
        match item {
            ImportedItem::Menu(menu) => {
                let path = self.folder.join("menu.yaml");
                self.keep(&path, &yaml(menu)?, findings)
            }
            ImportedItem::Release(draft) => self.write_release(draft, findings),
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
    fn keep(&mut self, path: &Path, content: &str, findings: &mut Findings) -> io::Result<()> {
        match fs::read_to_string(path) {
            Ok(present) if present == content => {
                self.tell("up to date", path);
                Ok(())
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => self.write(path, content),
            _ => self.write_beside(
                path,
                content,
                "the file is there already and differs, so it was left as it is",
                findings,
            ),
        }
    }

    /// Writes the import beside a file that belongs to an editor.
    fn write_beside(
        &mut self,
        path: &Path,
        content: &str,
        why: &str,
        findings: &mut Findings,
    ) -> io::Result<()> {
        let end = path.extension().unwrap_or_default().to_string_lossy();
        let beside = path.with_extension(format!("imported.{end}"));
        findings.warning(Place::file(path), why).help(format!(
            "the import stands in {}; take over what you need, then delete it",
            beside.display()
        ));
        self.write(&beside, content)
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
        self.tell("wrote", path);
        Ok(())
    }

    fn tell(&mut self, what: &'static str, path: &Path) {
        let path = path.display();
        let (line, count) = match what {
            "up to date" => (format!("{path} is up to date"), "files up to date"),
            "outdated" => (
                format!("{path} holds a newer version, so an older one was not written"),
                "older versions not written",
            ),
            "removed" => (format!("removed {path}"), "files removed"),
            _ => (format!("{what} {path}"), "files written"),
        };
        *self.counts.entry(count).or_default() += 1;
        if self.told.len() <= NAMED {
            self.told.push(line);
        }
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

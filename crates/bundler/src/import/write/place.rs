//! Where a release goes: to the file that it had before, however its title has changed since.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use rostrum_model::Address;

use super::{Files, release::release_text};
use crate::{
    finding::{Findings, Place},
    import::{ReleaseDraft, Revision, present::PresentFile, slug::slug_of},
    sources::address_of,
};

impl Files<'_> {
    /// Writes a release in the default language.
    pub(super) fn write_release(
        &mut self,
        draft: &ReleaseDraft,
        findings: &mut Findings,
    ) -> io::Result<()> {
        let usual = self.folder.join(release_name(draft));
        let Some(identifier) = &draft.identifier else {
            return self.keep(&usual, &release_text(draft, &[], false)?, findings);
        };
        let path = match self.present.get(identifier).cloned() {
            Some(present) if is_outdated(draft, &present) => {
                self.tell("outdated", &present);
                present
            }
            Some(present) => self.update(&present, &usual, draft, findings)?,
            None => {
                let path = free(&usual, identifier);
                self.keep(&path, &release_text(draft, &[], false)?, findings)?;
                path
            }
        };
        for name in draft.siblings.iter().chain([identifier]) {
            self.originals.insert(name.clone(), path.clone());
        }
        self.present.insert(identifier.clone(), path);
        Ok(())
    }

    /// Writes a release in another language beside its original.
    pub(in crate::import) fn write_translation(
        &mut self,
        draft: &ReleaseDraft,
        language: &str,
        findings: &mut Findings,
    ) -> io::Result<()> {
        let original = draft
            .siblings
            .iter()
            .find_map(|name| self.originals.get(name).or_else(|| self.present.get(name)));
        let original = match original {
            Some(path) => path.clone(),
            None => {
                if let Some(place) = draft.place.clone() {
                    findings
                        .error(place, format!("this item is in `{language}`, and no original in the default language goes with it"))
                        .help(format!("put the original beside its file, with the same name without `.{language}`"));
                }
                self.folder.join(release_name(draft))
            }
        };
        let path = original.with_extension(format!("{language}.md"));
        let text = release_text(draft, &[], true)?;
        if is_outdated(draft, &path) {
            self.tell("outdated", &path);
            return Ok(());
        }
        let is_untouched = PresentFile::read(&path).is_some_and(|file| file.is_untouched);
        if is_untouched { self.replace(&path, &text) } else { self.keep(&path, &text, findings) }
    }

    /// Removes the files whose items the source has withdrawn since, unless an editor has changed them.
    pub(in crate::import) fn remove_withdrawn(
        &mut self,
        withdrawn: &BTreeMap<String, Revision>,
        findings: &mut Findings,
    ) -> io::Result<()> {
        for (identifier, revision) in withdrawn {
            let Some(path) = self.present.get(identifier).cloned() else { continue };
            let Some(file) = PresentFile::read(&path) else { continue };
            if file.revision.as_ref() > Some(revision) {
                continue;
            }
            let place = Place::file(&path);
            if file.is_untouched {
                fs::remove_file(&path)?;
                self.tell("removed", &path);
                findings.note(place, "the source has withdrawn this item, so the file was removed");
            } else {
                findings
                    .warning(
                        place,
                        "the source has withdrawn this item, and an editor has changed the file",
                    )
                    .help("delete the file, so that it is not published");
            }
        }
        Ok(())
    }

    /// Writes an item again that an earlier import wrote.
    fn update(
        &mut self,
        present: &Path,
        usual: &Path,
        draft: &ReleaseDraft,
        findings: &mut Findings,
    ) -> io::Result<PathBuf> {
        // An editor may have put it into another folder.
        let own_folder = present.with_file_name(usual.file_name().unwrap_or_default());
        let month =
            |path: &Path| address(path).map(|address| (address.date.year(), address.date.month()));
        let usual = if month(present) == month(usual) { &own_folder } else { usual };
        let Some(file) = PresentFile::read(present) else {
            self.keep(usual, &release_text(draft, &[], false)?, findings)?;
            return Ok(usual.to_owned());
        };
        let mut redirects = file.redirects.clone();
        if is_same_place(present, usual) {
            let text = release_text(draft, &redirects, false)?;
            if file.is_untouched {
                self.replace(present, &text)?;
            } else {
                self.write_changed(present, &text, findings)?;
            }
            return Ok(present.to_owned());
        }
        let path = free(usual, draft.identifier.as_deref().unwrap_or_default());
        redirects.extend(address(present));
        redirects.sort();
        redirects.dedup();
        redirects.retain(|redirect| Some(redirect) != address(&path).as_ref());
        let text = release_text(draft, &redirects, false)?;
        if !file.is_untouched {
            self.write_changed(present, &text, findings)?;
            return Ok(present.to_owned());
        }
        self.write(&path, &text)?;
        fs::remove_file(present)?;
        move_translations(present, &path)?;
        findings.note(
            Place::file(&path),
            format!("the title or date has changed at the source; {} became this file and its address leads here", present.display()),
        );
        Ok(path)
    }

    fn write_changed(
        &mut self,
        path: &Path,
        text: &str,
        findings: &mut Findings,
    ) -> io::Result<()> {
        let beside = path.with_extension("imported.md");
        if fs::read_to_string(&beside).is_ok_and(|present| present == text) {
            self.tell("up to date", &beside);
            return Ok(());
        }
        let why = "an editor has changed this file since it was imported, so it was left as it is";
        self.write_beside(path, text, why, findings)
    }

    /// Writes over a file of ours.
    fn replace(&mut self, path: &Path, text: &str) -> io::Result<()> {
        if fs::read_to_string(path).is_ok_and(|present| present == text) {
            self.tell("up to date", path);
            return Ok(());
        }
        self.write(path, text)
    }
}

/// The usual file, or a numbered one if another item of a source has that.
fn free(usual: &Path, identifier: &str) -> PathBuf {
    let is_taken = |path: &Path| {
        PresentFile::read(path)
            .and_then(|file| file.identifier)
            .is_some_and(|other| other != identifier)
    };
    let stem = usual.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let numbered = (2..).map(|number| usual.with_file_name(format!("{}-{number}.md", cut(&stem))));
    std::iter::once(usual.to_owned())
        .chain(numbered)
        .find(|path| !is_taken(path))
        .unwrap_or_else(|| usual.to_owned())
}

/// Whether a file, or the import beside it, holds a later version of the source's item.
fn is_outdated(draft: &ReleaseDraft, path: &Path) -> bool {
    let revision = |path: &Path| PresentFile::read(path)?.revision;
    let present = revision(path).max(revision(&path.with_extension("imported.md")));
    draft.revision.is_some() && present > draft.revision
}

/// Whether a file is the usual one or a numbered form of it.
fn is_same_place(present: &Path, usual: &Path) -> bool {
    let stem = |path: &Path| path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let is_number = |rest: &str| {
        rest.strip_prefix('-').is_some_and(|number| number.parse::<u32>().is_ok_and(|n| n > 1))
    };
    present.parent() == usual.parent()
        && (stem(present) == stem(usual)
            || stem(present).strip_prefix(cut(&stem(usual))).is_some_and(is_number))
}

/// A name that leaves room for a number: the day, a hyphen and what a slug may have less a few.
fn cut(stem: &str) -> &str {
    const ROOM: usize = "2007-04-30-".len() + rostrum_model::Slug::MAX_LENGTH - "-10000".len();
    stem.get(..ROOM).unwrap_or(stem).trim_end_matches('-')
}

fn address(path: &Path) -> Option<Address> {
    address_of(&path.file_stem()?.to_string_lossy())
}

/// Translations go with their original.
fn move_translations(from: &Path, to: &Path) -> io::Result<()> {
    let (Some(folder), Some(stem)) = (from.parent(), from.file_stem()) else { return Ok(()) };
    let start = format!("{}.", stem.to_string_lossy());
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if let Some(end) = name.strip_prefix(&start) {
            fs::rename(folder.join(&name), to.with_extension(end))?;
        }
    }
    Ok(())
}

/// The file of a release.
fn release_name(draft: &ReleaseDraft) -> String {
    let slug = slug_of(&draft.title).map_or_else(|| "untitled".to_owned(), |slug| slug.to_string());
    match draft.date {
        Some(date) => format!("releases/{:04}/{date}-{slug}.md", date.year()),
        None => format!("releases/undated/{slug}.md"),
    }
}

//! Synthetic archives, to try a site and to measure with: sources as an editor keeps them, whose
//! releases a program wrote and which say so (`origin: synthetic`).
//!
//! What a release says depends on the seed and its number alone. So the same seed gives the same
//! bytes on every machine and with any number of threads, and a larger archive contains the smaller.

mod chance;
mod phrasebook;
mod story;
mod text;

use std::{fs, io, path::Path};

use rayon::prelude::*;

use self::{chance::Chance, phrasebook::Phrasebook, story::Story};
use crate::{
    finding::Findings,
    progress::Progress,
    sources::{FILES, Sources, read_sources},
};

/// What to generate.
pub(crate) struct GenerateOptions<'o> {
    /// How many releases.
    pub(crate) releases: u32,
    /// What makes this archive another than others.
    pub(crate) seed: u64,
    /// Sources whose organisation, menu, lists and pages it takes; without them, those of an
    /// organisation that does not exist.
    pub(crate) like: Option<&'o Path>,
}

/// The sources of an organisation that does not exist, in the order of [`FILES`] and without terms
/// in the chair.
const SAMPLE: [&str; 5] = [
    include_str!("generate/sample/organization.yaml"),
    include_str!("generate/sample/menu.yaml"),
    include_str!("generate/sample/countries.yaml"),
    include_str!("generate/sample/fields.yaml"),
    include_str!("generate/sample/structures.yaml"),
];

/// Writes an archive into a folder that is empty or not there yet. Tells in a line what was written.
pub(crate) fn generate(
    out: &Path,
    options: &GenerateOptions<'_>,
    findings: &mut Findings,
) -> io::Result<Option<String>> {
    if fs::read_dir(out).is_ok_and(|mut entries| entries.next().is_some()) {
        let message = format!("{} is not empty: name a new folder", out.display());
        return Err(io::Error::new(io::ErrorKind::AlreadyExists, message));
    }
    let told = |error: io::Error| {
        io::Error::new(error.kind(), format!("{} cannot be written: {error}", out.display()))
    };
    write_frame(out, options.like).map_err(told)?;
    let Some(sources) = read_sources(out, findings).filter(|_| !findings.has_errors()) else {
        return Ok(None);
    };
    write_releases(out, options, &sources).map_err(told)?;
    let GenerateOptions { releases, seed, .. } = options;
    Ok(Some(format!("{}: {releases} synthetic releases of the seed {seed}", out.display())))
}

/// Writes what stands around the releases.
fn write_frame(out: &Path, like: Option<&Path>) -> io::Result<()> {
    fs::create_dir_all(out)?;
    let Some(like) = like else {
        let files = FILES.iter().zip(SAMPLE);
        return files.into_iter().try_for_each(|(file, text)| fs::write(out.join(file), text));
    };
    for file in FILES.iter().filter(|file| like.join(file).exists()) {
        fs::copy(like.join(file), out.join(file))?;
    }
    if like.join("pages").is_dir() {
        fs::create_dir_all(out.join("pages"))?;
        for page in fs::read_dir(like.join("pages"))? {
            let page = page?;
            fs::copy(page.path(), out.join("pages").join(page.file_name()))?;
        }
    }
    Ok(())
}

fn write_releases(out: &Path, options: &GenerateOptions<'_>, sources: &Sources) -> io::Result<()> {
    let books = Phrasebook::all()?;
    let progress = Progress::new("writing releases", options.releases as usize);
    (0..options.releases).into_par_iter().try_for_each(|number| {
        let mut chance = Chance::new(options.seed, number);
        let story = Story::new(number, sources, &mut chance);
        for (name, text) in text::files(&story, sources, &books, &mut chance)? {
            let path = out.join(name);
            path.parent().map_or(Ok(()), fs::create_dir_all)?;
            fs::write(path, text)?;
        }
        progress.step();
        Ok(())
    })
}

#[cfg(test)]
mod tests;

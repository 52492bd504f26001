//! Which release the same source issued before and after each.
//!
//! A release leads to the next one, which may be of a later year, and packs are written year by year.
//! So the front matter of all is read first: whose they are and what they are called.

use std::{collections::HashMap, path::Path};

use rayon::prelude::*;
use rostrum_model::{Address, Language, Slug, Text, Way, Ways};

use super::{
    archive::ReleaseFiles,
    document::{Document, TextFiles},
    source::Source,
};
use crate::finding::Findings;

/// The releases of each source in order.
pub(crate) struct Chain<'a> {
    files: &'a [ReleaseFiles],
    titles: Vec<Text>,
    /// The places among the files of the one before and the one after.
    neighbours: Vec<[Option<usize>; 2]>,
}

impl<'a> Chain<'a> {
    /// Reads which source issued each of the releases, which come in order of their addresses.
    pub(super) fn read(files: &'a [ReleaseFiles], default: &Language) -> Self {
        let read = |files: &ReleaseFiles| front_matter(files, default);
        let (sources, titles): (Vec<_>, Vec<_>) = files.par_iter().map(read).unzip();
        let mut neighbours = vec![[None; 2]; files.len()];
        let mut last: HashMap<Slug, usize> = HashMap::new();
        for (place, source) in sources.into_iter().enumerate() {
            let Some(source) = source else { continue };
            if let Some(before) = last.insert(source, place) {
                neighbours[before][1] = Some(place);
                neighbours[place][0] = Some(before);
            }
        }
        Self { files, titles, neighbours }
    }

    /// The ways from a release to those before and after it.
    pub(crate) fn around(&self, address: &Address) -> Ways {
        let stands = |files: &ReleaseFiles| files.address.as_ref().cmp(&Some(address));
        let place = self.files.binary_search_by(stands).ok();
        let [previous, next] = place.map(|place| self.neighbours[place]).unwrap_or_default();
        let way = |place: Option<usize>| self.way(place?);
        Ways { previous: way(previous), next: way(next), related: Vec::new() }
    }

    fn way(&self, place: usize) -> Option<Way> {
        let address = self.files[place].address.clone()?;
        Some(Way { address, title: self.titles[place].clone(), shared: Vec::new() })
    }
}

/// The source of a release and its title in each language. What cannot be read is told of when the
/// release itself is read.
fn front_matter(files: &ReleaseFiles, default: &Language) -> (Option<Slug>, Text) {
    let TextFiles { original, translations, .. } = &files.files;
    let original = read(original);
    let source = original.as_ref().and_then(|original| original.front.scalar("source"));
    let Some(source) = source.and_then(|source| source.trim().parse().ok()) else {
        return Default::default();
    };
    let translations = translations.iter().map(|(language, path)| (language, read(path)));
    let mut title = Text::default();
    for (language, document) in std::iter::once((default, original)).chain(translations) {
        if let Some(text) = document.as_ref().and_then(|document| document.front.scalar("title")) {
            title.insert(language.clone(), text.trim());
        }
    }
    (Some(source), title)
}

fn read(path: &Path) -> Option<Document> {
    let source = Source::read(path, &mut Findings::default())?;
    Document::parse(source, &mut Findings::default())
}

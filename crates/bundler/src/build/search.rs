//! Releases as the documents of the full-text index.

use rostrum_model::{File, ListingKey, Release};
use rostrum_search::{Document, Version};

use super::writer::HASH_LENGTH;

/// A release as a document. It is filed under its listings, its kind, its source and its languages.
pub(super) fn document(release: &Release, keys: &[ListingKey], row: &str) -> Document {
    let summary = &release.summary;
    let listings = keys.iter().filter(|key| **key != ListingKey::All).map(ToString::to_string);
    let source = summary.source.iter().map(|source| format!("source/{source}"));
    let languages = release.versions.iter().map(|version| format!("language/{}", version.language));
    let kind = [format!("kind/{}", summary.kind)];
    let versions = release.versions.iter().map(|version| {
        let mut texts = Vec::new();
        if !summary.place.is_empty() {
            texts.push(summary.place.localized(&version.language).text.to_owned());
        }
        version.body.iter().for_each(|block| block.add_texts(&mut texts));
        texts.extend(version.attachments.iter().map(|file| file.name.clone()));
        Version { language: version.language.to_string(), title: version.title.clone(), texts }
    });
    Document {
        date: summary.address.date.to_string(),
        versions: versions.collect(),
        facets: listings.chain(kind).chain(source).chain(languages).collect(),
        row: row.to_owned(),
    }
}

/// The hashes in the names of files.
pub(super) fn hashes(files: &[File]) -> Vec<u64> {
    let hash = |file: &File| {
        let name = file.strip_suffix(".json")?;
        u64::from_str_radix(name.get(name.len().checked_sub(HASH_LENGTH)?..)?, 16).ok()
    };
    files.iter().filter_map(hash).collect()
}

//! `pages/NAME.md`: pages of text, such as "About us".

use rostrum_model::{Language, Languages, ReleaseVersion, Slug, TextPage};

use super::{
    document::{Document, TextFiles, attachments, provenance, repeated},
    record::{Context, Record},
};
use crate::finding::{Findings, Place};

/// Reads one page with its translations; what is wrong is noted, and nothing comes back then.
pub(crate) fn read_page(
    files: &TextFiles,
    languages: &Languages,
    findings: &mut Findings,
) -> Option<TextPage> {
    let slug: Option<Slug> = files
        .name
        .parse()
        .map_err(|error: rostrum_model::SlugError| {
            findings
                .error(Place::file(&files.original), error.to_string())
                .help("name the file so, with .md after it");
        })
        .ok();
    let original = Document::read(&files.original, findings)?;
    let (version, provenance) =
        read_version(&original, &languages.default, None, languages, findings)?;
    let mut versions = vec![version];
    for (language, path) in &files.translations {
        let document = Document::read(path, findings);
        let read = document.and_then(|document| {
            read_version(&document, language, Some(&original), languages, findings)
        });
        versions.extend(read.map(|(version, _)| version));
    }
    Some(TextPage { slug: slug?, provenance: provenance?, versions })
}

fn read_version(
    document: &Document,
    language: &Language,
    original: Option<&Document>,
    languages: &Languages,
    findings: &mut Findings,
) -> Option<(ReleaseVersion, Option<rostrum_model::Provenance>)> {
    let mut context = Context { source: &document.source, languages, findings };
    let context = &mut context;
    let mut record = Record::open(&document.front, context)?;
    let title = record.required("title", context).and_then(|node| context.string(node));
    let origin = match original {
        None => provenance(&mut record, context),
        Some(original) => {
            repeated(&["origin", "sources"], Some(&original.front), &mut record, context);
            None
        }
    };
    let attachments = attachments(&mut record, context);
    record.close(context);
    let body = document.blocks(context.findings);
    let version = ReleaseVersion { language: language.clone(), title: title?, body, attachments };
    Some((version, origin))
}

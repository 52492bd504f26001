//! Texts with front matter: YAML between two lines of `---`, then Markdown; and which files of a
//! folder are one text in several languages (`NAME.md`, `NAME.fr.md`).

use std::{
    collections::BTreeMap,
    ops::Range,
    path::{Path, PathBuf},
};

use rostrum_model::{
    Attachment, Block, Language, Languages, Origin, Provenance, Source as Reference,
};

use super::{
    markdown::read_markdown,
    node::{Node, read_yaml},
    record::{Context, Record},
    source::Source,
};
use crate::finding::{Findings, Place};

/// The files of one text.
#[derive(Clone, Debug)]
pub(crate) struct TextFiles {
    /// The name that they share.
    pub(crate) name: String,
    /// The text in the default language.
    pub(crate) original: PathBuf,
    /// Its translations.
    pub(crate) translations: Vec<(Language, PathBuf)>,
}

/// The texts that files of a folder hold, by name; what does not belong there is noted.
pub(crate) fn text_files(
    paths: Vec<PathBuf>,
    languages: &Languages,
    findings: &mut Findings,
) -> Vec<TextFiles> {
    let mut originals = BTreeMap::new();
    let mut translations = Vec::new();
    for path in paths {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        let Some(stem) = name.strip_suffix(".md").filter(|_| path.is_file()) else {
            findings.warning(
                Place::file(&path),
                "this is not read: only files whose names end in .md are",
            );
            continue;
        };
        match stem.rsplit_once('.') {
            None => {
                let files =
                    TextFiles { name: stem.to_owned(), original: path, translations: Vec::new() };
                originals.insert(stem.to_owned(), files);
            }
            Some((_, "imported")) => {
                findings
                    .warning(
                        Place::file(&path),
                        "this came from an import beside an existing file and is not read",
                    )
                    .help("take over what you need from it, then delete it");
            }
            Some((base, tag)) => {
                match languages.available.iter().find(|known| known.as_str() == tag) {
                    Some(language) if *language == languages.default => {
                        findings
                            .error(
                                Place::file(&path),
                                format!(
                                    "the file in the default language is named without `.{tag}`"
                                ),
                            )
                            .help(format!("name it {base}.md"));
                    }
                    Some(language) => translations.push((base.to_owned(), language.clone(), path)),
                    None => {
                        findings
                        .error(Place::file(&path), format!("`{tag}` is not a language of this site"))
                        .help("organization.yaml lists the languages; a name itself has no full stop");
                    }
                }
            }
        }
    }
    for (base, language, path) in translations {
        if let Some(files) = originals.get_mut(&base) {
            files.translations.push((language, path));
        } else {
            findings
                .error(Place::file(&path), "this translation has no original")
                .help(format!("put the text in the default language beside it, as {base}.md"));
        }
    }
    originals.into_values().collect()
}

/// What stands in a folder, by name; nothing if the folder is not there. Hidden files are left out.
pub(crate) fn entries(folder: &Path, findings: &mut Findings) -> Vec<PathBuf> {
    if !folder.exists() {
        return Vec::new();
    }
    let listed = std::fs::read_dir(folder).and_then(|entries| {
        entries.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()
    });
    match listed {
        Ok(mut paths) => {
            paths.retain(|path| {
                !path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
            });
            paths.sort();
            paths
        }
        Err(error) => {
            findings.error(Place::file(folder), format!("the folder cannot be read: {error}"));
            Vec::new()
        }
    }
}

/// A text with its front matter.
pub(crate) struct Document {
    /// The file.
    pub(crate) source: Source,
    /// The front matter.
    pub(crate) front: Node,
    body: Range<usize>,
}

impl Document {
    /// Reads a file.
    pub(crate) fn read(path: &Path, findings: &mut Findings) -> Option<Self> {
        Self::parse(Source::read(path, findings)?, findings)
    }

    /// Takes a text apart.
    pub(crate) fn parse(source: Source, findings: &mut Findings) -> Option<Self> {
        let Some((front, body)) = split(source.text()) else {
            findings.error(source.place(0..0), "the front matter is missing").help(
                "begin the file with a line `---`, then `title: …` and the other keys, then a line `---`",
            );
            return None;
        };
        let front = read_yaml(&source, front, findings)?;
        Some(Self { source, front, body })
    }

    /// Its body as blocks, if there is any left.
    pub(crate) fn blocks_left(&self, findings: &mut Findings) -> Vec<Block> {
        read_markdown(&self.source, self.body.clone(), findings)
    }

    /// Its body as blocks; an empty one is noted.
    pub(crate) fn blocks(&self, findings: &mut Findings) -> Vec<Block> {
        let blocks = self.blocks_left(findings);
        if blocks.is_empty() && self.source.text()[self.body.clone()].trim().is_empty() {
            let end = self.body.end;
            findings
                .error(self.source.place(end..end), "the text is empty")
                .help("write it below the second line `---`");
        }
        blocks
    }
}

/// The bytes of the front matter and those of the body.
fn split(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    let is_fence = |line: &str| line.trim_end() == "---";
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().filter(|line| is_fence(line.trim_start_matches('\u{feff}')))?;
    let mut end = first.len();
    for line in lines {
        if is_fence(line) {
            return Some((first.len()..end, end + line.len()..text.len()));
        }
        end += line.len();
    }
    None
}

/// Where a text is from.
pub(crate) fn provenance(record: &mut Record<'_>, context: &mut Context<'_>) -> Option<Provenance> {
    let origin = record.required("origin", context).and_then(|node| context.word::<Origin>(node));
    let sources = references(record, context);
    Some(Provenance { origin: origin?, sources })
}

/// Takes keys of a translation that belong to the original. They may be repeated there, and must
/// then say the same.
pub(crate) fn repeated(
    keys: &[&'static str],
    original: Option<&Node>,
    record: &mut Record<'_>,
    context: &mut Context<'_>,
) {
    for key in keys {
        let Some(node) = record.optional(key) else { continue };
        let first = original.and_then(|original| original.entry(key));
        if original.is_some() && !first.is_some_and(|first| first.says_the_same(node)) {
            context
                .error(&node.bytes, format!("`{key}` is not the same as in the original"))
                .help("it is read from the original alone; make both the same, or remove it here");
        }
    }
}

/// What a text can be checked against.
pub(crate) fn references(record: &mut Record<'_>, context: &mut Context<'_>) -> Vec<Reference> {
    let nodes = record.items("sources", context);
    let reference = |node| {
        let mut record = Record::open(node, context)?;
        let name = record.required("name", context).and_then(|node| context.string(node));
        let href = record.optional_parsed("href", context);
        record.close(context);
        Some(Reference { name: name?, href })
    };
    nodes.iter().filter_map(reference).collect()
}

/// The files that go with a text.
pub(crate) fn attachments(record: &mut Record<'_>, context: &mut Context<'_>) -> Vec<Attachment> {
    let nodes = record.items("attachments", context);
    let attachment = |node| {
        let mut record = Record::open(node, context)?;
        let name = record.required("name", context).and_then(|node| context.string(node));
        let href = record.parsed("href", context);
        let media_type =
            record.required("media_type", context).and_then(|node| context.string(node));
        let size = record.optional_parsed("size", context);
        record.close(context);
        Some(Attachment { name: name?, href: href?, media_type: media_type?, size })
    };
    nodes.iter().filter_map(attachment).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn parse(text: &str) -> (Option<Document>, Vec<String>) {
        let mut findings = Findings::default();
        let document = Document::parse(Source::new("a.md", text), &mut findings);
        (
            document,
            findings
                .in_order()
                .into_iter()
                .map(|f| format!("{}: {}", f.place.line, f.message))
                .collect(),
        )
    }

    #[test]
    fn front_matter_and_body_are_told_apart_however_lines_end() {
        for text in [
            "---\ntitle: A\n---\nBody\n",
            "---\r\ntitle: A\r\n---\r\nBody",
            "\u{feff}---\ntitle: A\n---\nBody",
        ] {
            let (document, told) = parse(text);
            assert_eq!(told, Vec::<String>::new(), "{text:?}");
            assert_eq!(document.unwrap().blocks(&mut Findings::default()).len(), 1);
        }
    }

    #[test]
    fn a_text_without_front_matter_or_without_its_end_is_told_of() {
        for text in ["", "Body", "---\ntitle: A\nBody"] {
            assert_eq!(parse(text).1, ["1: the front matter is missing"], "{text:?}");
        }
    }

    #[test]
    fn an_empty_body_is_told_of() {
        let mut findings = Findings::default();
        let document = parse("---\ntitle: A\n---\n \n").0.unwrap();
        assert!(document.blocks(&mut findings).is_empty());
        assert!(findings.has_errors());
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused_without_a_panic(text in "(---\n)?(\\PC|[-:\n\r#]){0,60}(\n---\n)?(\\PC|\n){0,20}") {
            if let (Some(document), _) = parse(&text) {
                document.blocks(&mut Findings::default());
            }
        }
    }
}

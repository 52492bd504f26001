//! A door to everything that reads what came from outside, for `make fuzz` and for the tests that
//! keep what it found (`tests/fixtures/fuzz`, a folder for each target).

use std::str::FromStr;

use clap::ValueEnum;
use rostrum_model::{
    Block, ListingDirectory, ListingFile, Pack, TextPage, parse_document, parse_entry,
};

use crate::{
    finding::{Findings, render},
    html::{Markup, read_html},
    import::{Format, read_bodies},
    sources::{Source, read_markdown, read_yaml, write_markdown},
};

/// Something that reads what came from outside: a format of `rostrum import`, or `html` and `body`
/// (the text of a release in HTML and in Markdown), `yaml` (the lists of the sources), `bundle` or
/// `search` (the full-text index).
#[derive(Clone, Copy, Debug)]
pub struct FuzzTarget(Reader);

#[derive(Clone, Copy, Debug)]
enum Reader {
    Import(Format),
    Html,
    Body,
    Yaml,
    Bundle,
    Search,
}

impl FromStr for FuzzTarget {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        Ok(Self(match name {
            "html" => Reader::Html,
            "body" => Reader::Body,
            "yaml" => Reader::Yaml,
            "bundle" => Reader::Bundle,
            "search" => Reader::Search,
            format => Reader::Import(Format::from_str(format, false)?),
        }))
    }
}

impl FuzzTarget {
    /// Reads some bytes. Whatever they are, they are read or refused: what panics, takes long or
    /// takes much memory is a mistake, and so is a body that changes when it is written and read.
    ///
    /// # Panics
    /// On a mistake.
    pub fn run(self, bytes: &[u8]) {
        let mut findings = Findings::default();
        match self.0 {
            Reader::Import(format) => {
                for body in read_bodies(format, bytes.to_vec(), &mut findings) {
                    let is_made_of_html = format != Format::Markdown;
                    if is_made_of_html { assert_survives(&body) } else { assert_settles(&body) }
                }
            }
            Reader::Html => {
                let source = Source::new("a", String::from_utf8_lossy(bytes));
                let markup = Markup::new(source.text());
                let body = read_html(&markup, &|bytes| source.place(bytes), &mut findings);
                assert_survives(&body);
            }
            Reader::Body => {
                let source = Source::new("a", String::from_utf8_lossy(bytes));
                let body = read_markdown(&source, 0..source.text().len(), &mut findings);
                assert_settles(&body);
            }
            Reader::Yaml => {
                let source = Source::new("a", String::from_utf8_lossy(bytes));
                read_yaml(&source, 0..source.text().len(), &mut findings);
            }
            Reader::Bundle => read_bundle(&String::from_utf8_lossy(bytes)),
            Reader::Search => rostrum_search::Index::fuzz(bytes),
        }
        for finding in findings.in_order() {
            render(&finding, false);
        }
    }
}

/// A body that was made of HTML is the same once it was written as a source and read again.
fn assert_survives(body: &[Block]) {
    assert_eq!(read_again(body), body);
}

/// A body that an editor wrote may lose spaces where tags went, and nothing more: what is read then
/// stays as it is.
fn assert_settles(body: &[Block]) {
    let settled = read_again(body);
    let letters = |body: &[Block]| {
        let json = serde_json::to_string(body).expect("a body can be written");
        json.split_whitespace().collect::<String>()
    };
    assert_eq!(letters(&settled), letters(body));
    assert_survives(&settled);
}

fn read_again(body: &[Block]) -> Vec<Block> {
    let markdown = write_markdown(body);
    let source = Source::new("a", &*markdown);
    read_markdown(&source, 0..markdown.len(), &mut Findings::default())
}

/// A file of the bundle that is read is read as the same once it was written again.
fn read_bundle(json: &str) {
    macro_rules! read {
        ($($kind:ident),*) => {$(
            if let Ok(file) = parse_document::<$kind>("", json) {
                let json = serde_json::to_string(&file).expect("a file of the bundle can be written");
                assert_eq!(parse_document::<$kind>("", &json).as_ref(), Ok(&file));
            }
        )*};
    }
    read!(Pack, ListingFile, ListingDirectory, TextPage);
    if let Ok(entry) = parse_entry("", json) {
        let json = serde_json::to_string(&entry).expect("an entry can be written");
        assert_eq!(parse_entry("", &json).as_ref(), Ok(&entry));
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use super::*;

    #[test]
    fn what_fuzzing_found_is_read_or_refused() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/fuzz");
        let mut count = 0;
        for target in fs::read_dir(folder).unwrap() {
            let target = target.unwrap();
            let reader: FuzzTarget = target.file_name().to_str().unwrap().parse().unwrap();
            for found in fs::read_dir(target.path()).unwrap() {
                reader.run(&fs::read(found.unwrap().path()).unwrap());
                count += 1;
            }
        }
        assert!(count > 0);
    }
}

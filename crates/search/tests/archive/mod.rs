//! An archive in memory, with its index.
#![allow(dead_code, reason = "each test uses a part of it")]
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

pub mod asked;
pub mod cost;
pub mod press;

use std::{cell::RefCell, collections::BTreeMap, convert::Infallible};

use rostrum_search::{
    Analysed, Answer, Document, Found, Index, Question, SearchError, Sink, Version, Writer,
};

/// Files in memory. Their hashes need only differ.
#[derive(Default)]
pub struct Folder(pub RefCell<BTreeMap<String, Vec<u8>>>);

impl Sink for Folder {
    type Error = Infallible;

    fn write(&self, name: &str, ending: &str, bytes: &[u8]) -> Result<u64, Infallible> {
        let hash = hash(bytes);
        self.0.borrow_mut().insert(format!("{name}-{hash:016x}{ending}"), bytes.to_vec());
        Ok(hash)
    }
}

/// FNV-1a: it differs where bytes do.
pub fn hash(bytes: &[u8]) -> u64 {
    let hash = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, hash)
}

/// A document in one language.
pub fn document(language: &str, title: &str, text: &str) -> Document {
    Document {
        date: "2007-04-30".to_owned(),
        versions: vec![Version {
            language: language.to_owned(),
            title: title.to_owned(),
            texts: vec![text.to_owned()],
        }],
        facets: Vec::new(),
        row: "{}".to_owned(),
    }
}

/// An index and what a visitor has fetched of it.
pub struct Archive {
    pub folder: Folder,
    pub root: String,
    pub trips: usize,
    /// The files that the last question needed.
    pub read: Vec<String>,
}

impl Archive {
    /// Indexes documents, the oldest first.
    pub fn of(documents: impl IntoIterator<Item = Document>) -> Self {
        let documents: Vec<Analysed> = documents.into_iter().map(Document::analyse).collect();
        Self::of_analysed(&documents)
    }

    /// Indexes documents whose words are known.
    pub fn of_analysed(documents: &[Analysed]) -> Self {
        let folder = Folder::default();
        let mut writer = Writer::new(&folder);
        documents.iter().for_each(|document| writer.add(document).unwrap());
        let listing: Vec<u64> = (0..=documents.len() as u64 / 50).collect();
        let root = writer.finish(&listing).unwrap().unwrap_or_default();
        Self { folder, root, trips: 0, read: Vec::new() }
    }

    /// What is found at once.
    pub fn found(&mut self, question: &Question<'_>) -> Found {
        let mut index = Index::new(&self.root);
        self.trips = 0;
        self.read.clear();
        loop {
            match index.ask(question) {
                Answer::Found(found) => return found,
                Answer::Needs(names) => {
                    self.trips += 1;
                    self.fetch(&mut index, &names).unwrap();
                    self.read.extend(names);
                }
            }
        }
    }

    /// What is found at once, if all files are what they should be.
    pub fn ask(&self, question: &Question<'_>) -> Result<Found, SearchError> {
        let mut index = Index::new(&self.root);
        loop {
            match index.ask(question) {
                Answer::Found(found) => return Ok(found),
                Answer::Needs(names) => self.fetch(&mut index, &names)?,
            }
        }
    }

    fn fetch(&self, index: &mut Index, names: &[String]) -> Result<(), SearchError> {
        let files = self.folder.0.borrow();
        names.iter().try_for_each(|name| index.give(name, &files[name]))
    }

    /// The numbers of all documents that are found by words and facets, page by page.
    pub fn numbers(&mut self, text: &str, facets: &[String]) -> Vec<u32> {
        self.all(&Question { text, facets, limit: 7, ..Question::default() })
    }

    /// The numbers of all documents that are found, page by page.
    pub fn all(&mut self, question: &Question<'_>) -> Vec<u32> {
        let mut numbers = Vec::new();
        let mut cursor: Option<String> = None;
        loop {
            let question = Question { cursor: cursor.as_deref(), ..*question };
            let Found { hits, count, is_exact, next, .. } = self.found(&question);
            numbers.extend(hits.into_iter().map(|hit| hit.number));
            cursor = next;
            if cursor.is_none() {
                assert!(is_exact);
                assert_eq!(count as usize, numbers.len());
                return numbers;
            }
        }
    }
}

//! The reader: a question in, hits out, and in between the names of the files that it needs.
//!
//! It does no input or output of its own. [`Index::ask`] answers or names files; whoever asked fetches
//! them, all at once, hands them in by [`Index::give`] and asks again. So the same code runs in a
//! browser, in the command and under a fuzzer.

use crate::{
    SearchError,
    bytes::Kind,
    manifest::{Far, Rest, Root},
    question::{Answer, Question},
    segment::Segment,
    wanted::{Content, Of, Wanted, as_segment},
};

/// How many files are kept in memory from one question to the next.
const KEPT: usize = 128;

/// An index, as far as it is known.
#[derive(Debug)]
pub struct Index {
    root: String,
    kept: Vec<(String, Content)>,
    wanted: Vec<Wanted>,
}

/// What is known, or else which files are needed.
pub(crate) type Known<T> = Result<T, Vec<Wanted>>;

impl Index {
    /// An index of which only the name of the root is known.
    pub fn new(root: &str) -> Self {
        Self { root: root.to_owned(), kept: Vec::new(), wanted: Vec::new() }
    }

    /// Answers a question, or tells which files that needs.
    pub fn ask(&mut self, question: &Question<'_>) -> Answer {
        match self.find(question) {
            Ok(found) => {
                // One question may need more than is kept, so files go only when it has its answer. The
                // root came first and leads to all others.
                let excess = self.kept.len().saturating_sub(KEPT);
                self.kept.drain(1..=excess);
                Answer::Found(found)
            }
            Err(mut wanted) => {
                wanted.sort_by(|one, other| one.name.cmp(&other.name));
                wanted.dedup();
                let names = wanted.iter().map(|wanted| wanted.name.clone()).collect();
                // An earlier question may still wait for files.
                let is_new = |wanted: &Wanted| !self.wanted.contains(wanted);
                let new: Vec<Wanted> = wanted.into_iter().filter(is_new).collect();
                self.wanted.extend(new);
                Answer::Needs(names)
            }
        }
    }

    /// Takes a file that was needed. One that no question needs any more is left aside.
    ///
    /// # Errors
    /// [`SearchError`] if the file is not what it should be; it is still needed then.
    pub fn give(&mut self, name: &str, bytes: &[u8]) -> Result<(), SearchError> {
        let Some(place) = self.wanted.iter().position(|wanted| wanted.name == name) else {
            return Ok(());
        };
        let content = self.wanted.get(place).map(|wanted| wanted.read(bytes));
        if let Some(content) = content.transpose()? {
            self.kept.push((name.to_owned(), content));
            self.wanted.remove(place);
        }
        Ok(())
    }

    /// Answers from files that say anything, under the right head: what a fuzzer gives is read or refused.
    #[cfg(feature = "writer")]
    pub fn fuzz(content: &[u8]) {
        let mut index = Self::new("root");
        let question =
            Question { text: "co-operation \"a b\" -c d", limit: 9, ..Question::default() };
        let counted = ["country".to_owned()];
        let question = Question { facets: &["field/a".to_owned()], counted: &counted, ..question };
        let question = Question { since: Some("0001-01-02"), ..question };
        let mut parts = content.split(|byte| *byte == b'\n').cycle().take(64);
        while let (Answer::Needs(_), Some(part)) = (index.ask(&question), parts.next()) {
            for Wanted { name, kind, identity, .. } in index.wanted.clone() {
                let root = crate::bytes::Identity { kind, fingerprint: 0, number: 0 };
                let _ = index.give(&name, &crate::bytes::sealed(identity.unwrap_or(root), part));
            }
        }
    }

    fn content(&self, name: &str) -> Option<&Content> {
        self.kept.iter().find(|(kept, _)| kept == name).map(|(_, content)| content)
    }

    /// The contents of files, of which `kind` picks what it expects.
    pub(crate) fn all<'i, T>(
        &'i self,
        wanted: Vec<Wanted>,
        kind: impl Fn(&'i Content) -> Option<&'i T>,
    ) -> Known<Vec<&'i T>> {
        let found: Vec<_> =
            wanted.iter().map(|wanted| self.content(&wanted.name).and_then(&kind)).collect();
        let missing = wanted.into_iter().zip(&found).filter(|(_, found)| found.is_none());
        let missing: Vec<_> = missing.map(|(wanted, _)| wanted).collect();
        if missing.is_empty() { Ok(found.into_iter().flatten().collect()) } else { Err(missing) }
    }

    pub(crate) fn root(&self) -> Known<&Root> {
        match self.content(&self.root) {
            Some(Content::Root(root)) => Ok(root),
            _ => Err(vec![Wanted {
                name: self.root.clone(),
                kind: Kind::Root,
                identity: None,
                of: Of::Documents(0),
            }]),
        }
    }

    pub(crate) fn segment<'i>(&'i self, far: &'i Far) -> Known<&'i Segment> {
        let hash = match &far.rest {
            Rest::Root(segment) => return Ok(segment),
            Rest::File(hash) => *hash,
        };
        let wanted = Wanted {
            name: far.name(hash),
            kind: Kind::Segment,
            identity: Some(far.identity()),
            of: Of::Segment(far.clone()),
        };
        let found = self.all(vec![wanted], as_segment)?;
        found.into_iter().next().ok_or_else(Vec::new)
    }
}

/// Two things that are known, or all files that both need.
pub(crate) fn both<A, B>(one: Known<A>, other: Known<B>) -> Known<(A, B)> {
    match (one, other) {
        (Ok(one), Ok(other)) => Ok((one, other)),
        (Err(one), Err(other)) => Err([one, other].concat()),
        (Err(missing), Ok(_)) | (Ok(_), Err(missing)) => Err(missing),
    }
}

/// Things that are all known, or all files that they need.
pub(crate) fn each<T>(all: impl Iterator<Item = Known<T>>) -> Known<Vec<T>> {
    let mut known = Vec::new();
    let mut missing = Vec::new();
    for one in all {
        match one {
            Ok(one) => known.push(one),
            Err(more) => missing.extend(more),
        }
    }
    if missing.is_empty() { Ok(known) } else { Err(missing) }
}

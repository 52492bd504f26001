//! What the command has to tell an editor about the sources: findings, each with its place.
//!
//! Reading never stops at the first finding: a function that finds something wrong notes it in
//! [`Findings`] and goes on with what is left, so that one run tells everything.

mod render;

use std::{collections::HashMap, ops::Range, path::Path, sync::Arc};

pub(crate) use render::render;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Severity {
    /// Nothing is published before it is put right.
    Error,
    /// It is published, but perhaps not as it was meant.
    Warning,
    /// A decision that the command took and that an editor may want to know.
    Note,
}

/// Where something stands in a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// The file, as the user named it.
    pub(crate) file: Arc<str>,
    /// The line from 1; 0 where the file as a whole is meant.
    pub(crate) line: usize,
    /// The line itself.
    pub(crate) excerpt: String,
    /// The bytes of the line that are meant.
    pub(crate) span: Range<usize>,
}

impl Place {
    /// A file as a whole.
    pub(crate) fn file(path: &Path) -> Self {
        let file = path.display().to_string().into();
        Self { file, line: 0, excerpt: String::new(), span: 0..0 }
    }
}

/// Something that an editor should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    /// How much it matters.
    pub(crate) severity: Severity,
    /// Where it stands.
    pub(crate) place: Place,
    /// What is wrong, in a sentence.
    pub(crate) message: String,
    /// What to do, in a sentence.
    pub(crate) help: Option<String>,
}

impl Finding {
    /// Says what to do.
    pub(crate) fn help(&mut self, help: impl Into<String>) {
        self.help = Some(help.into());
    }
}

/// All findings of a run.
#[derive(Debug, Default)]
pub(crate) struct Findings(Vec<Finding>);

impl Findings {
    /// Notes something that must be put right.
    pub(crate) fn error(&mut self, place: Place, message: impl Into<String>) -> &mut Finding {
        self.push(Severity::Error, place, message.into())
    }

    /// Notes something that is perhaps not as it was meant.
    pub(crate) fn warning(&mut self, place: Place, message: impl Into<String>) -> &mut Finding {
        self.push(Severity::Warning, place, message.into())
    }

    /// Notes a decision that the command took.
    pub(crate) fn note(&mut self, place: Place, message: impl Into<String>) -> &mut Finding {
        self.push(Severity::Note, place, message.into())
    }

    /// Takes over what another reading found.
    pub(crate) fn extend(&mut self, others: Self) {
        self.0.extend(others.0);
    }

    /// Whether there is nothing to tell.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether anything must be put right.
    pub(crate) fn has_errors(&self) -> bool {
        self.0.iter().any(|finding| finding.severity == Severity::Error)
    }

    /// How many have that severity.
    pub(crate) fn count(&self, severity: Severity) -> usize {
        self.0.iter().filter(|finding| finding.severity == severity).count()
    }

    /// All of them: file by file as they were read, each file's by line.
    pub(crate) fn in_order(mut self) -> Vec<Finding> {
        let mut files: HashMap<Arc<str>, usize> = HashMap::new();
        for finding in &self.0 {
            let next = files.len();
            files.entry(Arc::clone(&finding.place.file)).or_insert(next);
        }
        self.0.sort_by_key(|Finding { place, .. }| {
            (files.get(&place.file).copied(), place.line, place.span.start)
        });
        self.0
    }

    fn push(&mut self, severity: Severity, place: Place, message: String) -> &mut Finding {
        let position = self.0.len();
        self.0.push(Finding { severity, place, message, help: None });
        &mut self.0[position]
    }
}

/// The candidate that a misspelt word most likely means, if one is near enough.
pub(crate) fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let word = word.to_lowercase();
    let mut best = None;
    let mut best_likeness = 0.7;
    for candidate in candidates {
        let likeness = strsim::normalized_damerau_levenshtein(&word, &candidate.to_lowercase());
        if likeness > best_likeness {
            (best, best_likeness) = (Some(candidate), likeness);
        }
    }
    best
}

/// The end of a message about a word that is not known: what was most likely meant, if anything.
pub(crate) fn did_you_mean<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> String {
    nearest(word, candidates).map(|meant| format!(": did you mean `{meant}`?")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_word_finds_the_nearest_and_a_strange_one_none() {
        let countries = ["kazakhstan", "kyrgyzstan", "uzbekistan"];
        assert_eq!(nearest("Kazakstan", countries), Some("kazakhstan"));
        assert_eq!(nearest("atlantis", countries), None);
        assert_eq!(nearest("", []), None);
    }

    #[test]
    fn findings_stand_by_file_and_line_whatever_order_they_came_in() {
        let place = |file: &str, line| Place { line, ..Place::file(Path::new(file)) };
        let mut findings = Findings::default();
        findings.error(place("b", 2), "second");
        findings.note(place("a", 1), "third");
        findings.warning(place("b", 1), "first");
        assert_eq!(findings.count(Severity::Warning), 1);
        let messages: Vec<_> = findings.in_order().into_iter().map(|f| f.message).collect();
        assert_eq!(messages, ["first", "second", "third"]);
    }
}

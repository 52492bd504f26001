//! What is asked of an index, and what it answers.

/// What somebody looks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Question<'q> {
    /// What was typed: words, `"phrases"`, `-exclusions`. Without words, all documents are found.
    pub text: &'q str,
    /// Facets that documents must have, such as `country/kazakhstan`: one of each category.
    pub facets: &'q [String],
    /// Where to go on, from [`Found::next`].
    pub cursor: Option<&'q str>,
    /// The most hits of one answer.
    pub limit: u32,
    /// The categories whose facets are counted, such as `country`.
    pub counted: &'q [String],
}

/// An answer, or what is needed for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// What was found.
    Found(Found),
    /// Files to fetch and to give before asking again, by their paths from the folder of
    /// `bundle.json`.
    Needs(Vec<String>),
}

/// What was found: the best of the newest segments, or of those that the cursor leads to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The documents, the best first, the newest first among equals.
    pub hits: Vec<Hit>,
    /// How many documents were found so far.
    pub count: u32,
    /// Whether these are all; else there are at least so many.
    pub is_exact: bool,
    /// Whether nothing has the words as they were typed, and words like them were looked for.
    pub is_forgiving: bool,
    /// Where to go on; none if there is nothing more.
    pub next: Option<String>,
    /// The counted facets of what was found in the segments of this answer, and how many documents have
    /// each.
    pub facets: Vec<(String, u32)>,
}

/// A document that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its number among all documents, the oldest being 0.
    pub number: u32,
    /// The file that has its row: a file of a listing.
    pub file: String,
    /// The place of the row in that file.
    pub index: u32,
    /// The words by which it was found, folded, so that they can be marked.
    pub words: Vec<String>,
}

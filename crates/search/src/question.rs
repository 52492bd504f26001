//! What is asked of an index, and what it answers.

use rostrum_model::Order;

/// What somebody looks for. Without words and other criteria, all documents are found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Question<'q> {
    /// What was typed: words, `"phrases"`, `-exclusions`.
    pub text: &'q str,
    /// Facets that documents must have, such as `country/kazakhstan`: of several of a category any, of
    /// different categories all.
    pub facets: &'q [String],
    /// The first day that counts, as `2007-04-30`; a text that is no date limits nothing.
    pub since: Option<&'q str>,
    /// The last day that counts.
    pub until: Option<&'q str>,
    /// In which order documents are told.
    pub order: Order,
    /// Where to go on, from [`Found::next`].
    pub cursor: Option<&'q str>,
    /// The most hits of one answer; with 0 they are counted only.
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

/// What was found in the first segments that have anything, from where the cursor leads to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The documents, in the order that was asked for.
    pub hits: Vec<Hit>,
    /// How many documents were found so far.
    pub count: u32,
    /// Whether these are all; else there are at least so many.
    pub is_exact: bool,
    /// Whether nothing has the words as they were typed, and words like them were looked for.
    pub is_forgiving: bool,
    /// Where to go on; none if there is nothing more. Older segments may turn out to have nothing.
    pub next: Option<String>,
    /// The counted facets, and how many documents of the segments that were read for this answer have
    /// each and fit; of all segments where nothing is asked for but facets of their own category. What was chosen of a facet's own category does not count: it says how many there
    /// would be if that one were chosen.
    pub facets: Vec<(String, u32)>,
    /// Whether these are all; else there are at least so many.
    pub are_facets_exact: bool,
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

//! What is asked of the full-text index, and what it answers.

use rostrum_model::{Criteria, ListingKey, Summary};

/// What is asked of the full-text index.
#[derive(Clone, Copy, Debug)]
pub struct Question<'q> {
    /// The root of the index, as the entry names it.
    pub root: &'q str,
    /// What is looked for.
    pub criteria: &'q Criteria,
    /// The listing whose releases are looked through.
    pub listing: &'q ListingKey,
    /// How many portions of what is found are wanted, of at most ten releases each;
    /// with none of them, only what every question needs is fetched.
    pub portions: u32,
}

/// What was found in a listing, as far as it is shown.
#[derive(Clone, Debug, Default)]
pub struct Results {
    /// What was looked for.
    pub criteria: Criteria,
    /// How many portions were asked for.
    pub portions: u32,
    /// The releases, the best of the newest first.
    pub rows: Vec<Row>,
    /// How many were found so far.
    pub count: u32,
    /// Whether these are all; else there are at least so many.
    pub is_exact: bool,
    /// Whether there are more to show.
    pub has_more: bool,
    /// Whether nothing has the words as they were typed, and words like them were looked for.
    pub is_forgiving: bool,
}

/// A release that was found.
#[derive(Clone, Debug)]
pub struct Row {
    /// The release.
    pub release: Summary,
    /// The words by which it was found, folded.
    pub words: Vec<String>,
}

/// How many releases there are, and under what they are filed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// How many were found so far.
    pub count: u32,
    /// Whether these are all; else there are at least so many.
    pub is_exact: bool,
    /// The facets of the category that was counted, such as `country/kazakhstan`, and how many releases
    /// have each of those that fit everything else.
    pub facets: Vec<(String, u32)>,
    /// Whether these are all that there are.
    pub are_facets_exact: bool,
}

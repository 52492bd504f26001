//! What importers give: items that are not sources yet, with the places that they came from.

use rostrum_model::{Date, Href};
use serde::Serialize;

use crate::finding::Place;

/// One thing that an importer has read.
#[derive(Debug)]
pub(crate) enum ImportedItem {
    /// A menu, from its top items.
    Menu(Vec<MenuDraft>),
    /// A press release.
    Release(Box<ReleaseDraft>),
}

/// An item of a menu as it goes into `menu.yaml`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct MenuDraft {
    /// What it is called.
    pub(crate) label: String,
    /// Where it leads, if that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) to: Option<String>,
    /// How the items under it are laid out, where not as usual.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) panel: Option<&'static str>,
    /// The items under it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) items: Vec<MenuDraft>,
}

impl MenuDraft {
    /// An item that has only a label so far.
    pub(crate) fn new(label: impl Into<String>) -> Self {
        Self { label: label.into(), ..Self::default() }
    }
}

/// A release as an importer read it. Names stand as they were written: which source or kind they
/// mean is found later.
#[derive(Debug)]
pub(crate) struct ReleaseDraft {
    /// Its title.
    pub(crate) title: String,
    /// Its day, if one was found.
    pub(crate) date: Option<Date>,
    /// What kind it is, with the place of that word.
    pub(crate) kind: Option<(String, Place)>,
    /// The place of its dateline.
    pub(crate) city: Option<String>,
    /// Who issued it, with the place of that name.
    pub(crate) source: Option<(String, Place)>,
    /// Where it was read.
    pub(crate) url: Option<Href>,
    /// Its text.
    pub(crate) body: Vec<BodyLine>,
}

/// A line of a release's text, word for word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum BodyLine {
    /// A paragraph.
    Paragraph(String),
    /// An item of a list.
    Item(String),
}

//! Packs: the files that hold releases, found from an address alone.

use serde::Serialize;

use crate::{
    Address, Release,
    entry::File,
    json::{FromJson, Reader, Value, from_json},
};

/// A file of releases; or, where they are too many for one, the way to them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Pack {
    /// The releases themselves.
    Releases {
        /// The releases, ordered by address.
        releases: Vec<Release>,
        /// The addresses between theirs whose releases have moved, in order.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        redirects: Vec<Redirect>,
    },
    /// Further packs.
    Parts {
        /// The packs, in order.
        parts: Vec<PackPart>,
    },
}

/// An address that a release had before.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Redirect {
    /// The old address, at which no release stands now.
    pub address: Address,
    /// Where the release stands; never the address of another redirect.
    pub moved_to: Address,
}

/// A part of a pack that is too large for one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PackPart {
    /// The first address in it, of a release or a redirect; it goes up to the next part's.
    pub first: Address,
    /// The file that holds its [`Pack`].
    pub file: File,
}

impl Pack {
    /// The part that holds an address, if any does.
    pub fn part_of<'a>(parts: &'a [PackPart], address: &Address) -> Option<&'a PackPart> {
        parts.iter().rev().find(|part| part.first <= *address)
    }
}

from_json! {
    PackPart { first, file }
    Redirect { address, moved_to }
}

impl FromJson for Pack {
    fn from_json(value: &Value<'_>, reader: &mut Reader) -> Self {
        match value.member("parts") {
            Some(_) => Self::Parts { parts: reader.required(value, "parts") },
            None => Self::Releases {
                releases: reader.required(value, "releases"),
                redirects: reader.optional(value, "redirects"),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_holds_the_addresses_up_to_the_next() {
        let part = |first: &str| PackPart { first: first.parse().unwrap(), file: first.to_owned() };
        let parts = [part("2007/01/01/a"), part("2007/04/30/k")];
        let held_by = |address: &str| {
            Pack::part_of(&parts, &address.parse().unwrap()).map(|part| part.file.as_str())
        };
        assert_eq!(held_by("2007/04/30/j"), Some("2007/01/01/a"));
        assert_eq!(held_by("2007/04/30/k"), Some("2007/04/30/k"));
        assert_eq!(held_by("2006/12/31/z"), None);
    }
}

//! What became of a release after it was issued.

use serde::{Deserialize, Serialize};

use crate::{
    Date, Text,
    json::{from_json, from_json_word},
};

/// Whether a change puts right what was wrong or adds what was not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// What stood there was wrong.
    Correction,
    /// What stands there now was not known before.
    Update,
}

/// A change of a release that readers are told of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Change {
    /// The day of the change.
    pub date: Date,
    /// Whether it corrects or adds.
    pub kind: ChangeKind,
    /// What was changed.
    pub note: Text,
}

/// That a release is valid no more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Withdrawal {
    /// The day since when.
    pub date: Date,
    /// Why.
    pub reason: Text,
}

from_json! {
    Change { date, kind, note }
    Withdrawal { date, reason }
}

from_json_word! {
    ChangeKind { "correction" => Correction, "update" => Update }
}

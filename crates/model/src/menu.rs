//! The mega menu as data: any depth, links and headings alike.

use serde::{Deserialize, Serialize};

use crate::{
    Href, Text,
    json::{from_json, from_json_word},
};

/// An item of the menu, with what stands under it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MenuItem {
    /// What it is called.
    pub label: Text,
    /// Where it leads: a path of the site or an address elsewhere; absent if it is only a heading.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Href>,
    /// How the items under it are laid out.
    #[serde(skip_serializing_if = "Panel::is_columns")]
    pub panel: Panel,
    /// The items under it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<MenuItem>,
}

/// How a panel of the menu is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Panel {
    /// Groups in columns.
    #[default]
    Columns,
    /// A long alphabetical list with a filter box, such as countries.
    Directory,
}

impl Panel {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature is serde's")]
    fn is_columns(&self) -> bool {
        *self == Self::Columns
    }
}

impl MenuItem {
    /// The item and all under it, in reading order.
    pub fn walk(&self) -> Box<dyn Iterator<Item = &MenuItem> + '_> {
        Box::new(std::iter::once(self).chain(self.items.iter().flat_map(MenuItem::walk)))
    }
}

from_json! {
    MenuItem { label; to, panel, items }
}

from_json_word! {
    Panel { "columns" => Columns, "directory" => Directory }
}

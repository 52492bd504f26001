//! The groups of a menu as the form gives them: a heading and its items, still without levels.

use super::{
    Page,
    lines::{Form, Line},
};

/// A heading with the items that follow it.
pub(super) struct Group<'s> {
    /// The heading; none for items that stand before the first one.
    pub(super) heading: Option<Line<'s>>,
    /// The items.
    pub(super) items: Vec<Line<'s>>,
}

/// Reads the groups; tells of lines that belong to none.
pub(super) fn read_groups<'s>(lines: &[Line<'s>], page: &mut Page<'_>) -> Vec<Group<'s>> {
    let mut groups: Vec<Group<'s>> = Vec::new();
    let mut opener: Option<&Line<'s>> = None;
    for line in lines {
        match (line.form, opener.take()) {
            (Form::Plain, Some(_)) => {
                groups.push(Group { heading: Some(line.clone()), items: Vec::new() });
            }
            (Form::Plain, None) => {
                page.cannot_place(
                    line,
                    "it is neither an item nor, after a hyphen alone, a heading",
                );
            }
            (Form::Opener, unused) => {
                if let Some(unused) = unused {
                    page.cannot_place(unused, "no heading follows it");
                }
                opener = Some(line);
            }
            (Form::Item, unused) => {
                if let Some(unused) = unused {
                    page.cannot_place(unused, "an item follows it and not a heading");
                }
                match groups.last_mut() {
                    Some(group) => group.items.push(line.clone()),
                    None => groups.push(Group { heading: None, items: vec![line.clone()] }),
                }
            }
        }
    }
    if let Some(unused) = opener {
        page.cannot_place(unused, "no heading follows it");
    }
    groups
}

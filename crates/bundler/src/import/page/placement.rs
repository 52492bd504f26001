//! Levels for the groups of a menu (rules 1 to 4 of the importer).

use std::collections::BTreeSet;

use super::{
    Page,
    groups::Group,
    lines::Line,
    run_on::{Reason, folded, is_in_order, run_on},
};
use crate::import::MenuDraft;

/// From so many countries or the like on, a list is easier to use with a filter.
const DIRECTORY_SIZE: usize = 40;

/// Gives each label its level. Every label comes out once and in order.
pub(super) fn place(groups: &[Group<'_>], page: &mut Page<'_>) -> Vec<MenuDraft> {
    let mut menu: Vec<MenuDraft> = Vec::new();
    let mut has_section = false;
    for (position, group) in groups.iter().enumerate() {
        let is_last = position + 1 == groups.len();
        let Some(heading) = &group.heading else {
            for item in &group.items {
                page.guess(item, "stands before the first heading; it was made a top item");
                menu.push(item_draft(item, page));
            }
            continue;
        };
        if group.items.len() <= 1 {
            tell_section(position, groups, page);
            has_section = true;
            let mut section = MenuDraft::new(heading.text);
            section.items.extend(group.items.iter().map(|item| item_draft(item, page)));
            menu.push(section);
            continue;
        }
        let own = own_items(position, heading, group, groups, is_last, has_section, page);
        let mut draft = MenuDraft::new(heading.text);
        draft.items.extend(group.items[..own.members].iter().map(|item| item_draft(item, page)));
        let beside: Vec<_> = group.items[own.members..own.beside]
            .iter()
            .map(|item| item_draft(item, page))
            .collect();
        let is_directory = is_directory(&draft.items);
        let siblings = match menu.last_mut().filter(|_| has_section) {
            Some(section) => {
                if is_directory {
                    section.panel = Some("directory");
                }
                &mut section.items
            }
            None => &mut menu,
        };
        siblings.push(draft);
        siblings.extend(beside);
        let top: Vec<_> =
            group.items[own.beside..].iter().map(|item| item_draft(item, page)).collect();
        menu.extend(top);
    }
    menu
}

/// How far the items of a list belong to its heading, and how far they stand beside it; those
/// after are top items.
struct Own {
    members: usize,
    beside: usize,
}

fn own_items(
    position: usize,
    heading: &Line<'_>,
    group: &Group<'_>,
    groups: &[Group<'_>],
    is_last: bool,
    has_section: bool,
    page: &mut Page<'_>,
) -> Own {
    let all = group.items.len();
    let others = groups.iter().enumerate().filter(|(other, _)| *other != position);
    let other_headings: BTreeSet<String> =
        others.filter_map(|(_, group)| Some(folded(group.heading.as_ref()?.text))).collect();
    let labels: Vec<&str> = group.items.iter().map(|item| item.text).collect();
    let Some((members, reason)) = run_on(heading.text, &labels, &other_headings) else {
        return Own { members: all, beside: all };
    };
    let beside = if is_last && has_section { all - 1 } else { all };
    for (number, item) in group.items.iter().enumerate().skip(members) {
        let since = match reason {
            _ if number > members => "it follows one that does not belong to them",
            Reason::RepeatsHeading => "it repeats the heading of another group",
            Reason::BreaksOrder => "they are in alphabetical order and it begins anew",
            Reason::SharesNoWord => "it shares no word with them",
        };
        let done = if number < beside {
            "put beside it"
        } else {
            "made a top item, as the last line of the menu"
        };
        page.guess(item, &format!("follows the items of `{}`; {done} since {since}", heading.text));
    }
    Own { members, beside }
}

fn tell_section(position: usize, groups: &[Group<'_>], page: &mut Page<'_>) {
    let Some(heading) = &groups[position].heading else { return };
    let own = if groups[position].items.is_empty() { "no item" } else { "only one item" };
    let earlier = groups[..position]
        .iter()
        .filter_map(|group| group.heading.as_ref())
        .find(|other| folded(other.text) == folded(heading.text));
    let repeats =
        earlier.map(|earlier| format!(" and repeats line {}", earlier.number)).unwrap_or_default();
    let under = match groups.get(position + 1) {
        Some(next) if next.items.len() > 1 => ", with the groups after it",
        _ => "",
    };
    page.guess(heading, &format!("has {own} of its own{repeats}; it was made a top item{under}"));
}

/// The label of an item; a remark after a dash is told and left out.
fn item_draft(item: &Line<'_>, page: &mut Page<'_>) -> MenuDraft {
    let dash = [" – ", " — "]
        .into_iter()
        .filter_map(|dash| Some((item.text.find(dash)?, dash.len())))
        .min();
    let Some((end, length)) = dash else { return MenuDraft::new(item.text) };
    let (label, remark) = (item.text[..end].trim_end(), item.text[end + length..].trim());
    if label.is_empty() || remark.is_empty() {
        return MenuDraft::new(item.text);
    }
    page.guess(item, &format!("became `{label}`; `{remark}` was taken for a remark and left out"));
    MenuDraft::new(label)
}

fn is_directory(items: &[MenuDraft]) -> bool {
    let labels: Vec<String> = items.iter().map(|item| folded(&item.label)).collect();
    labels.len() >= DIRECTORY_SIZE && is_in_order(&labels)
}

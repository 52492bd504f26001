//! A page copied as text: its menu as nested lists that were flattened, and one press release.
//!
//! A line with a hyphen alone opens a group, the plain line after it is the group's heading, and
//! lines that begin with a hyphen are its items. That is all that the form says: there is no
//! indentation, so the level of a heading and the end of a list are lost. They are recovered by
//! rules that look at the shape of the menu and never at what it is about:
//!
//! 1. A heading with at most one item of its own is a top item; the groups after it stand under
//!    it, up to the next such heading. A group before any of them is a top item itself.
//! 2. Items at the end of a list, at most a third of it, do not belong to its heading but stand
//!    beside it, from the first one on that
//!    - repeats the heading of another group, or
//!    - begins the alphabet anew in a list that is in alphabetical order, or
//!    - shares no word with the list and its heading, nor does any item after it, while most other
//!      items do.
//! 3. The last line of the menu, if it stands beside its list by rule 2, is a top item: the end of
//!    the menu closes all levels.
//! 4. What follows a dash between spaces in an item (`Name – remark`) is a remark on it.
//!
//! The release follows: its kind, its title, a head of `- Name:` lines with their values, and the
//! text. Whatever a rule decides by guess, and whatever no rule can place, is told with its line.

mod date;
mod groups;
mod lines;
mod placement;
mod release;
mod run_on;

use rostrum_model::Href;

pub(super) use self::date::read_date;

use self::lines::{Line, read_lines};
use super::ImportedItem;
use crate::{finding::Findings, html::is_too_long, sources::Source};

/// What the functions of this importer share.
struct Page<'p> {
    source: &'p Source,
    findings: &'p mut Findings,
}

impl Page<'_> {
    /// Tells of a line that no rule can place.
    fn cannot_place(&mut self, line: &Line<'_>, why: &str) {
        let place = self.source.place(line.bytes.clone());
        self.findings
            .error(place, format!("line {}: `{}` cannot be placed: {why}", line.number, line.text))
            .help("put it where it belongs by hand");
    }

    /// Tells of a line that was placed by a guess.
    fn guess(&mut self, line: &Line<'_>, what: &str) {
        let place = self.source.place(line.bytes.clone());
        self.findings.note(place, format!("line {}: `{}` {what}", line.number, line.text));
    }
}

/// Reads a page.
pub(crate) fn read_page(
    source: &Source,
    url: Option<&Href>,
    findings: &mut Findings,
) -> Vec<ImportedItem> {
    if is_too_long(source.text().len(), || source.place(0..0), findings) {
        return Vec::new();
    }
    let lines = read_lines(source.text());
    let (menu, release) = lines.split_at(release::begin(&lines));
    let mut page = Page { source, findings };
    let groups = groups::read_groups(menu, &mut page);
    let menu = placement::place(&groups, &mut page);
    let mut items = Vec::new();
    if !menu.is_empty() {
        items.push(ImportedItem::Menu(menu));
    }
    items.extend(
        release::read_release(release, url, &mut page)
            .map(|draft| ImportedItem::Release(Box::new(draft))),
    );
    if items.is_empty() {
        findings
            .error(source.whole(), "neither a menu nor a release was found on this page")
            .help("`rostrum import page --help` shows the form that is read");
    }
    items
}

#[cfg(test)]
mod tests;

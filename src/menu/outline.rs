//! The menu as a list of lines in reading order, so that an item is named by one number: its place
//! in the list, which also makes the ids of its elements.

use rostrum_model::{ListingKey, MenuItem, Route};

/// An item of the menu with its place in the tree.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) item: &'a MenuItem,
    /// The line of the branch that it stands in; none for a top item.
    pub(super) parent: Option<usize>,
    /// The first line after it and all under it.
    pub(super) end: usize,
}

/// A set of lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Lines(Vec<bool>);

impl Lines {
    pub(super) fn contains(&self, line: usize) -> bool {
        self.0.get(line) == Some(&true)
    }

    /// Puts a line in or takes it out.
    pub(super) fn set(&mut self, line: usize, is_in: bool) {
        if self.0.len() <= line {
            self.0.resize(line + 1, false);
        }
        self.0[line] = is_in;
    }
}

/// Where the visitor is in the menu: the lines that lead to the page, and the branches above them.
#[derive(Default)]
pub(super) struct Marks {
    pub(super) pages: Lines,
    pub(super) branches: Lines,
}

/// The whole menu, line by line.
pub(super) struct Outline<'a>(Vec<Line<'a>>);

impl<'a> Outline<'a> {
    pub(super) fn of(menu: &'a [MenuItem]) -> Self {
        let mut outline = Self(Vec::new());
        menu.iter().for_each(|item| outline.add(item, None));
        outline
    }

    fn add(&mut self, item: &'a MenuItem, parent: Option<usize>) {
        let line = self.0.len();
        self.0.push(Line { item, parent, end: line });
        item.items.iter().for_each(|under| self.add(under, Some(line)));
        self.0[line].end = self.0.len();
    }

    /// The line of a number that this outline gave.
    pub(super) fn line(&self, number: usize) -> Line<'a> {
        self.0[number]
    }

    /// Whether a line is one of the names that a directory lists: not a group of them, and not a
    /// link to the directory's own page, such as "All".
    pub(super) fn is_name(&self, line: usize, directory: usize) -> bool {
        let (line, directory) = (self.0[line].item, self.0[directory].item);
        line.items.is_empty() && (line.to.is_none() || line.to != directory.to)
    }

    /// The lines right under a branch, or the top ones.
    pub(super) fn under(&self, branch: Option<usize>) -> Vec<usize> {
        let (mut next, end) = match branch {
            None => (0, self.0.len()),
            Some(branch) => (branch + 1, self.0[branch].end),
        };
        let mut lines = Vec::new();
        while next < end {
            lines.push(next);
            next = self.0[next].end;
        }
        lines
    }

    /// Where the visitor is in the menu.
    pub(super) fn marks(&self, place: Option<&Route>) -> Marks {
        let mut marks = Marks::default();
        let Some(place) = place else { return marks };
        for (number, line) in self.0.iter().enumerate() {
            let leads = line.item.to.as_ref().and_then(|to| to.as_str().parse::<Route>().ok());
            let is_page = match leads {
                None => continue,
                Some(route) if is_same_page(&route, place) => true,
                Some(route) if is_above(&route, place) => false,
                Some(_) => continue,
            };
            if is_page { &mut marks.pages } else { &mut marks.branches }.set(number, true);
            self.mark_above(number, &mut marks.branches);
        }
        marks
    }

    /// Puts the branches above a line in a set.
    pub(super) fn mark_above(&self, line: usize, lines: &mut Lines) {
        let mut next = self.0[line].parent;
        while let Some(branch) = next {
            lines.set(branch, true);
            next = self.0[branch].parent;
        }
    }
}

/// All pages of a listing are one page to the menu.
fn is_same_page(route: &Route, place: &Route) -> bool {
    match (route, place) {
        (Route::Listing { key: here, .. }, Route::Listing { key: there, .. }) => here == there,
        _ => route == place,
    }
}

/// Releases are found under all of them.
fn is_above(route: &Route, place: &Route) -> bool {
    let is_all = matches!(route, Route::Listing { key: ListingKey::All, .. });
    let is_release =
        matches!(place, Route::Release { .. } | Route::Listing { key: ListingKey::Year(_), .. });
    is_all && is_release
}

#[cfg(test)]
mod tests {
    use super::*;

    fn menu() -> Vec<MenuItem> {
        rostrum_model::parse_document(
            "menu.json",
            r#"[
                {"label": {"en": "Work"}, "to": "/fields/", "items": [
                    {"label": {"en": "Security"}, "items": [
                        {"label": {"en": "Policing"}, "to": "/fields/policing/"},
                        {"label": {"en": "Borders"}, "to": "/fields/borders/"}
                    ]}
                ]},
                {"label": {"en": "Press"}, "to": "/press/"}
            ]"#,
        )
        .unwrap()
    }

    fn marks(place: &str) -> Vec<&'static str> {
        let menu = menu();
        let outline = Outline::of(&menu);
        let marks = outline.marks(place.parse().ok().as_ref());
        let mark = |line| match (marks.pages.contains(line), marks.branches.contains(line)) {
            (true, _) => "page",
            (false, true) => "true",
            (false, false) => "-",
        };
        (0..outline.0.len()).map(mark).collect()
    }

    #[test]
    fn the_page_is_marked_and_every_branch_above_it() {
        assert_eq!(marks("/fields/policing/page/2/"), ["true", "true", "page", "-", "-"]);
        assert_eq!(marks("/fields/"), ["page", "-", "-", "-", "-"]);
    }

    #[test]
    fn a_release_is_found_under_the_press_releases() {
        assert_eq!(marks("/press/2007/04/30/a/"), ["-", "-", "-", "-", "true"]);
        assert_eq!(marks("/press/2007/"), ["-", "-", "-", "-", "true"]);
    }

    #[test]
    fn nothing_is_marked_where_the_menu_does_not_lead() {
        assert_eq!(marks("/chairpersonships/"), ["-"; 5]);
        assert_eq!(marks("nowhere"), ["-"; 5]);
    }

    #[test]
    fn lines_under_a_branch_are_its_own_and_not_those_below() {
        let menu = menu();
        let outline = Outline::of(&menu);
        assert_eq!(outline.under(None), [0, 4]);
        assert_eq!(outline.under(Some(0)), [1]);
        assert_eq!(outline.under(Some(1)), [2, 3]);
        assert!(outline.under(Some(4)).is_empty());
    }
}

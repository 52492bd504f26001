//! What is open, and what opens and closes it: pure, so that each case stands in a table.

/// What of the menu is open. At most one thing is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum State {
    #[default]
    Closed,
    /// A panel of the bar.
    Panel {
        /// The line of the top item whose panel it is.
        item: usize,
        by: Opener,
    },
    /// The drawer of a small container. It shows what is right under a branch, or the top items.
    Drawer { level: Option<usize> },
}

/// Who opened a panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opener {
    /// A pointer that rested on the item: leaving closes the panel again.
    Hover,
    /// The visitor meant it, by a click, a key or by going into the panel: only they close it.
    Choice,
}

/// What the pointer will have done once it has rested for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Intent {
    Open(usize),
    Close,
}

impl State {
    /// Whether the panel of a top item is open.
    pub(super) fn shows(self, line: usize) -> bool {
        matches!(self, Self::Panel { item, .. } if item == line)
    }

    pub(super) fn is_panel(self) -> bool {
        matches!(self, Self::Panel { .. })
    }

    pub(super) fn is_drawer(self) -> bool {
        matches!(self, Self::Drawer { .. })
    }

    /// Whether the same is open, by whomever.
    pub(super) fn shows_same(self, other: Self) -> bool {
        self.chosen() == other.chosen()
    }

    /// A click on a trigger, or a key on it. It closes only what the visitor chose to open: what a
    /// hover has just opened under the same pointer stays.
    pub(super) fn toggled(self, line: usize) -> Self {
        match self {
            Self::Panel { item, by: Opener::Choice } if item == line => Self::Closed,
            _ => Self::Panel { item: line, by: Opener::Choice },
        }
    }

    /// The visitor goes into the panel: from now on leaving with the pointer does not close it.
    pub(super) fn chosen(self) -> Self {
        match self {
            Self::Panel { item, .. } => Self::Panel { item, by: Opener::Choice },
            other => other,
        }
    }

    /// The pointer comes over a top item or its panel.
    pub(super) fn entered(self, line: usize) -> Option<Intent> {
        match self {
            Self::Panel { item, by } if item == line || by == Opener::Choice => None,
            _ => Some(Intent::Open(line)),
        }
    }

    /// The pointer leaves a top item and its panel.
    pub(super) fn left(self) -> Option<Intent> {
        matches!(self, Self::Panel { by: Opener::Hover, .. }).then_some(Intent::Close)
    }

    /// The pointer has rested.
    pub(super) fn rested(self, intent: Intent) -> Self {
        match (self, intent) {
            (Self::Panel { by: Opener::Choice, .. } | Self::Drawer { .. }, _) => self,
            (_, Intent::Open(item)) => Self::Panel { item, by: Opener::Hover },
            (_, Intent::Close) => Self::Closed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        Opener::{Choice, Hover},
        State::{Closed, Drawer, Panel},
        *,
    };

    const HOVERED: State = Panel { item: 1, by: Hover };
    const CHOSEN: State = Panel { item: 1, by: Choice };

    #[test]
    fn a_click_opens_and_a_second_one_closes() {
        assert_eq!(Closed.toggled(1), CHOSEN);
        assert_eq!(CHOSEN.toggled(1), Closed);
        assert_eq!(CHOSEN.toggled(2), Panel { item: 2, by: Choice });
    }

    #[test]
    fn a_click_never_closes_what_a_hover_has_just_opened() {
        assert_eq!(HOVERED.toggled(1), CHOSEN);
        assert_eq!(HOVERED.toggled(1).toggled(1), Closed);
    }

    #[test]
    fn a_hover_opens_switches_and_closes_what_a_hover_opened() {
        assert_eq!(Closed.entered(1), Some(Intent::Open(1)));
        assert_eq!(HOVERED.entered(2), Some(Intent::Open(2)));
        assert_eq!(HOVERED.left(), Some(Intent::Close));
        assert_eq!(Closed.rested(Intent::Open(1)), HOVERED);
        assert_eq!(HOVERED.rested(Intent::Open(2)), Panel { item: 2, by: Hover });
        assert_eq!(HOVERED.rested(Intent::Close), Closed);
    }

    #[test]
    fn coming_back_forgets_that_the_pointer_left() {
        assert_eq!(HOVERED.entered(1), None);
    }

    #[test]
    fn a_hover_never_changes_what_was_chosen() {
        for chosen in [CHOSEN, HOVERED.chosen()] {
            assert_eq!(chosen, CHOSEN);
            assert_eq!(chosen.entered(2), None);
            assert_eq!(chosen.left(), None);
            assert_eq!(chosen.rested(Intent::Open(2)), CHOSEN);
            assert_eq!(chosen.rested(Intent::Close), CHOSEN);
        }
        let drawer = Drawer { level: None };
        assert_eq!(drawer.rested(Intent::Open(2)), drawer);
    }

    #[test]
    fn leaving_before_anything_opened_leaves_nothing_to_do() {
        assert_eq!(Closed.left(), None);
    }

    #[test]
    fn who_opened_a_panel_does_not_make_it_another() {
        assert!(HOVERED.shows_same(CHOSEN));
        assert!(!HOVERED.shows_same(Closed));
        assert!(!Drawer { level: None }.shows_same(Drawer { level: Some(1) }));
    }
}

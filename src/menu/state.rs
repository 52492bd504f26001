//! Which panel is open, and what opens and closes it: pure, so that each case stands in a table.

/// The panel of the bar that is open. At most one is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Panel {
    #[default]
    Closed,
    Open {
        /// The line of the top item whose panel it is.
        item: usize,
        by: Opener,
    },
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

/// The drawer of a small container.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Drawer {
    #[default]
    Closed,
    /// It shows what is right under a branch, or the top items.
    Open { level: Option<usize> },
}

impl Panel {
    pub(super) fn shows(self, line: usize) -> bool {
        matches!(self, Self::Open { item, .. } if item == line)
    }

    /// A click on a trigger, or a key on it. It closes only what the visitor chose to open: what a
    /// hover has just opened under the same pointer stays.
    pub(super) fn toggled(self, line: usize) -> Self {
        match self {
            Self::Open { item, by: Opener::Choice } if item == line => Self::Closed,
            _ => Self::Open { item: line, by: Opener::Choice },
        }
    }

    /// The visitor goes into the panel: from now on leaving with the pointer does not close it.
    pub(super) fn chosen(self) -> Self {
        match self {
            Self::Closed => Self::Closed,
            Self::Open { item, .. } => Self::Open { item, by: Opener::Choice },
        }
    }

    /// The pointer comes over a top item or its panel.
    pub(super) fn entered(self, line: usize) -> Option<Intent> {
        match self {
            Self::Open { by: Opener::Choice, .. } => None,
            Self::Open { item, .. } if item == line => None,
            _ => Some(Intent::Open(line)),
        }
    }

    /// The pointer leaves a top item and its panel.
    pub(super) fn left(self) -> Option<Intent> {
        matches!(self, Self::Open { by: Opener::Hover, .. }).then_some(Intent::Close)
    }

    /// The pointer has rested.
    pub(super) fn rested(self, intent: Intent) -> Self {
        match (self, intent) {
            (Self::Open { by: Opener::Choice, .. }, _) => self,
            (_, Intent::Open(item)) => Self::Open { item, by: Opener::Hover },
            (_, Intent::Close) => Self::Closed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Opener::*, Panel::*, *};

    const HOVERED: Panel = Open { item: 1, by: Hover };
    const CHOSEN: Panel = Open { item: 1, by: Choice };

    #[test]
    fn a_click_opens_and_a_second_one_closes() {
        assert_eq!(Closed.toggled(1), CHOSEN);
        assert_eq!(CHOSEN.toggled(1), Closed);
        assert_eq!(CHOSEN.toggled(2), Open { item: 2, by: Choice });
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
        assert_eq!(HOVERED.rested(Intent::Open(2)), Open { item: 2, by: Hover });
        assert_eq!(HOVERED.rested(Intent::Close), Closed);
    }

    #[test]
    fn coming_back_forgets_that_the_pointer_left() {
        assert_eq!(HOVERED.entered(1), None);
    }

    #[test]
    fn a_hover_never_changes_what_was_chosen() {
        assert_eq!(CHOSEN.entered(2), None);
        assert_eq!(CHOSEN.left(), None);
        assert_eq!(CHOSEN.rested(Intent::Open(2)), CHOSEN);
        assert_eq!(CHOSEN.rested(Intent::Close), CHOSEN);
        assert_eq!(HOVERED.chosen(), CHOSEN);
    }

    #[test]
    fn leaving_before_anything_opened_leaves_nothing_to_do() {
        assert_eq!(Closed.left(), None);
    }
}

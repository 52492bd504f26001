//! Days such as `3/4/2007`, of which a cell alone does not say whether the day or the month comes
//! first: the other cells of its column do.

/// What comes first in the dates of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum First {
    /// The day, as in most of the world.
    Day,
    /// The month, as in the United States.
    Month,
}

impl First {
    /// What comes first in all of these cells; none if no cell says it, or if they disagree.
    pub(super) fn of<'c>(cells: impl Iterator<Item = &'c str>) -> Option<Self> {
        let told =
            cells.filter_map(figures).filter_map(|(first, second, _)| match (first, second) {
                (13.., ..=12) => Some(Self::Day),
                (..=12, 13..) => Some(Self::Month),
                _ => None,
            });
        let mut told = told.peekable();
        let first = *told.peek()?;
        told.all(|other| other == first).then_some(first)
    }

    /// The cell with its day written so that nothing about it is left open.
    pub(super) fn settle(self, cell: &str) -> String {
        let Some((first, second, rest)) = figures(cell) else { return cell.to_owned() };
        let (day, month) = match self {
            Self::Day => (first, second),
            Self::Month => (second, first),
        };
        let (year, time) = rest.split_at_checked(4).unwrap_or((rest, ""));
        format!("{year}-{month:02}-{day:02}{time}")
    }
}

/// The two figures before the year, and the rest from the year on.
fn figures(cell: &str) -> Option<(u8, u8, &str)> {
    let mut parts = cell.trim().splitn(3, '/');
    let mut figure = || parts.next()?.parse().ok();
    let (first, second) = (figure()?, figure()?);
    Some((first, second, parts.next()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_cell_above_twelve_decides_for_its_column() {
        for (cells, first) in [
            (["3/4/2007", "30/4/2007"], Some(First::Day)),
            (["3/4/2007", "4/30/2007"], Some(First::Month)),
            (["30/4/2007", "4/30/2007"], None),
            (["3/4/2007", "5/6/2007"], None),
            (["", "2007-04-30"], None),
        ] {
            assert_eq!(First::of(cells.into_iter()), first, "{cells:?}");
        }
    }

    #[test]
    fn a_settled_day_keeps_its_time() {
        assert_eq!(First::Day.settle("3/4/2007 10:00"), "2007-04-03 10:00");
        assert_eq!(First::Month.settle("3/4/2007"), "2007-03-04");
        assert_eq!(First::Month.settle("4 March 2007"), "4 March 2007");
    }
}

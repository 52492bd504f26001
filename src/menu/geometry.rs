//! Where things are to the eye: the neighbour of a link in a panel of columns, and the way of a
//! pointer toward a panel. Pure; lengths are CSS pixels of the window.
//!
//! Left and right are those of the screen, so a mirrored page needs nothing of its own.

/// The place of an element.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

/// A place of the pointer.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Point {
    pub(super) x: f64,
    pub(super) y: f64,
}

/// Where an arrow key points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Up,
    Down,
    Left,
    Right,
}

/// Neighbours may overlap by as much, since outlines and line boxes do.
const TOLERANCE: f64 = 2.0;

impl Area {
    fn shares_column(&self, other: &Self) -> bool {
        self.left + TOLERANCE < other.right && other.left + TOLERANCE < self.right
    }

    fn shares_row(&self, other: &Self) -> bool {
        self.top + TOLERANCE < other.bottom && other.top + TOLERANCE < self.bottom
    }

    /// How far the other lies that way; none if it does not.
    fn distance(&self, other: &Self, direction: Direction) -> Option<f64> {
        let distance = match direction {
            Direction::Up => self.top - other.bottom,
            Direction::Down => other.top - self.bottom,
            Direction::Left => self.left - other.right,
            Direction::Right => other.left - self.right,
        };
        (distance > -TOLERANCE).then_some(distance)
    }

    /// How far the middles are apart, squared.
    fn apart(&self, other: &Self) -> f64 {
        let across = (self.left + self.right - other.left - other.right) / 2.0;
        let down = (self.top + self.bottom - other.top - other.bottom) / 2.0;
        across * across + down * down
    }
}

/// Which of the areas, given in reading order, an arrow key leads to.
///
/// Up and Down stay in the column; at its end they go on in reading order, so that Down comes past
/// everything. Left and Right take the same row, else what is nearest.
pub(super) fn neighbour(areas: &[Area], from: usize, direction: Direction) -> Option<usize> {
    let here = areas.get(from)?;
    let is_along = matches!(direction, Direction::Up | Direction::Down);
    let nearest = |is_in_line: &dyn Fn(&Area) -> bool, rank: &dyn Fn(&Area) -> f64| {
        let those = areas.iter().enumerate().filter(|(number, area)| {
            *number != from && here.distance(area, direction).is_some() && is_in_line(area)
        });
        those
            .min_by(|(_, one), (_, other)| rank(one).total_cmp(&rank(other)))
            .map(|(number, _)| number)
    };
    let distance = |area: &Area| here.distance(area, direction).unwrap_or(f64::INFINITY);
    if is_along {
        nearest(&|area| area.shares_column(here), &distance).or_else(|| match direction {
            Direction::Up => from.checked_sub(1),
            _ => Some(from + 1).filter(|next| *next < areas.len()),
        })
    } else {
        nearest(&|area| area.shares_row(here), &distance)
            .or_else(|| nearest(&|_| true, &|area| here.apart(area)))
    }
}

/// Whether a pointer that left its item at `from` and is now at `to` is on its way to the panel: `to`
/// lies in the triangle between `from` and the panel's nearer edge.
pub(super) fn heads_for(panel: &Area, from: Point, to: Point) -> bool {
    let way = panel.top - from.y;
    let done = to.y - from.y;
    if way <= 0.0 || done <= 0.0 || done > way {
        return false;
    }
    let part = done / way;
    let left = from.x + (panel.left - from.x) * part;
    let right = from.x + (panel.right - from.x) * part;
    (left..=right).contains(&to.x)
}

#[cfg(test)]
mod tests {
    use super::{Direction::*, *};

    /// Two columns of three and one of one, in reading order down the columns:
    /// 0 3 6
    /// 1 4
    /// 2 5
    fn columns() -> Vec<Area> {
        let place = |column: u8, row: u8| {
            let (left, top) = (f64::from(column) * 200.0, f64::from(row) * 30.0);
            Area { left, top, right: left + 150.0, bottom: top + 30.0 }
        };
        vec![
            place(0, 0),
            place(0, 1),
            place(0, 2),
            place(1, 0),
            place(1, 1),
            place(1, 2),
            place(2, 0),
        ]
    }

    #[test]
    fn arrows_lead_where_the_eye_sees() {
        let cases = [
            (0, Down, Some(1)),
            (1, Up, Some(0)),
            (1, Right, Some(4)),
            (5, Left, Some(2)),
            (3, Right, Some(6)),
            // The next column has nothing in this row: what is nearest.
            (5, Right, Some(6)),
            (0, Left, None),
            (6, Right, None),
        ];
        for (from, direction, to) in cases {
            assert_eq!(neighbour(&columns(), from, direction), to, "{direction:?} of {from}");
        }
    }

    #[test]
    fn down_goes_on_at_the_next_columns_top_and_up_comes_back() {
        assert_eq!(neighbour(&columns(), 2, Down), Some(3));
        assert_eq!(neighbour(&columns(), 3, Up), Some(2));
        assert_eq!(neighbour(&columns(), 6, Down), None);
        assert_eq!(neighbour(&columns(), 0, Up), None);
    }

    #[test]
    fn in_a_mirrored_page_left_is_onward() {
        let mirrored: Vec<Area> = columns()
            .into_iter()
            .map(|area| Area { left: -area.right, right: -area.left, ..area })
            .collect();
        assert_eq!(neighbour(&mirrored, 1, Left), Some(4));
        assert_eq!(neighbour(&mirrored, 4, Right), Some(1));
    }

    #[test]
    fn one_link_alone_has_no_neighbour() {
        for direction in [Up, Down, Left, Right] {
            assert_eq!(neighbour(&columns()[..1], 0, direction), None);
            assert_eq!(neighbour(&[], 0, direction), None);
        }
    }

    #[test]
    fn a_sweep_toward_the_panel_is_told_from_one_along_the_bar() {
        let panel = Area { left: 0.0, top: 100.0, right: 1000.0, bottom: 500.0 };
        let from = Point { x: 300.0, y: 60.0 };
        let cases = [
            ((300.0, 80.0), true),
            ((400.0, 80.0), true),
            ((640.0, 80.0), true),
            ((660.0, 80.0), false),
            ((400.0, 61.0), false),
            ((400.0, 60.0), false),
            ((300.0, 50.0), false),
            ((300.0, 120.0), false),
        ];
        for ((x, y), heads) in cases {
            assert_eq!(heads_for(&panel, from, Point { x, y }), heads, "{x} {y}");
        }
    }
}

//! What a key means, by where the focus is: pure. Keys that mean nothing here stay the browser's.
//!
//! Follows the optional keys of the APG's disclosure navigation, and adds columns and type-ahead.

use super::geometry::Direction;

/// Where the focus is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// On a top item.
    Bar,
    /// On a link or button of a panel or of the drawer.
    Panel,
    /// In a panel's filter box, where letters, Home, End, Left and Right are for the text.
    Filter,
}

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Command {
    /// To the top item before or after.
    Along(Step),
    /// Opens the panel and goes into it.
    Into,
    /// To the neighbour in a panel.
    Move(Direction),
    /// To the first of the bar or of the panel.
    First,
    /// To the last of them.
    Last,
    /// From the filter box to the first match.
    ToMatch,
    /// Follows the first match.
    FollowMatch,
    /// To the item whose label begins so.
    Type(char),
}

/// One forward or one back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Back,
    Forward,
}

/// What a key without Ctrl, Alt and Meta asks for; none if it is not the menu's.
pub(super) fn command(place: Place, key: &str, is_mirrored: bool) -> Option<Command> {
    let (back, forward) =
        if is_mirrored { ("ArrowRight", "ArrowLeft") } else { ("ArrowLeft", "ArrowRight") };
    let command = match (place, key) {
        (Place::Filter, "ArrowUp") => Command::Move(Direction::Up),
        (Place::Filter, "ArrowDown") => Command::ToMatch,
        (Place::Filter, "Enter") => Command::FollowMatch,
        (Place::Filter, _) => return None,
        (_, "Home") => Command::First,
        (_, "End") => Command::Last,
        (Place::Bar, "ArrowDown") => Command::Into,
        (Place::Bar, key) if key == back => Command::Along(Step::Back),
        (Place::Bar, key) if key == forward => Command::Along(Step::Forward),
        (Place::Panel, "ArrowUp") => Command::Move(Direction::Up),
        (Place::Panel, "ArrowDown") => Command::Move(Direction::Down),
        (Place::Panel, "ArrowLeft") => Command::Move(Direction::Left),
        (Place::Panel, "ArrowRight") => Command::Move(Direction::Right),
        (_, key) => Command::Type(letter(key)?),
    };
    Some(command)
}

/// The letter that a key types; none for keys with a name and for the space, which presses buttons.
fn letter(key: &str) -> Option<char> {
    let mut letters = key.chars();
    letters.next().filter(|letter| *letter > ' ' && letters.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_key_means_what_the_place_says() {
        let cases = [
            (Place::Bar, "ArrowRight", Some(Command::Along(Step::Forward))),
            (Place::Bar, "ArrowLeft", Some(Command::Along(Step::Back))),
            (Place::Bar, "ArrowDown", Some(Command::Into)),
            (Place::Bar, "ArrowUp", None),
            (Place::Bar, "Home", Some(Command::First)),
            (Place::Bar, "End", Some(Command::Last)),
            (Place::Bar, "c", Some(Command::Type('c'))),
            (Place::Panel, "ArrowDown", Some(Command::Move(Direction::Down))),
            (Place::Panel, "ArrowRight", Some(Command::Move(Direction::Right))),
            (Place::Panel, "Ü", Some(Command::Type('Ü'))),
            (Place::Panel, "End", Some(Command::Last)),
            (Place::Filter, "ArrowDown", Some(Command::ToMatch)),
            (Place::Filter, "Enter", Some(Command::FollowMatch)),
        ];
        for (place, key, command) in cases {
            assert_eq!(super::command(place, key, false), command, "{key} in {place:?}");
        }
    }

    #[test]
    fn in_a_mirrored_page_left_is_the_next_top_item() {
        assert_eq!(command(Place::Bar, "ArrowLeft", true), Some(Command::Along(Step::Forward)));
        assert_eq!(command(Place::Bar, "ArrowRight", true), Some(Command::Along(Step::Back)));
        // In a panel the eye decides.
        assert_eq!(command(Place::Panel, "ArrowLeft", true), Some(Command::Move(Direction::Left)));
    }

    #[test]
    fn the_browsers_own_keys_stay_its_own() {
        for key in ["Tab", "Enter", " ", "PageDown", "PageUp", "F5", "Escape", "Shift"] {
            assert_eq!(command(Place::Bar, key, false), None, "{key}");
            assert_eq!(command(Place::Panel, key, false), None, "{key}");
        }
        for key in ["a", "Home", "End", "ArrowLeft", "ArrowRight", "Backspace"] {
            assert_eq!(command(Place::Filter, key, false), None, "{key}");
        }
    }
}

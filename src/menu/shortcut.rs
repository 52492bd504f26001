//! The key that opens the directory, such as the countries, from anywhere in the piece.
//!
//! It is written as `aria-keyshortcuts` is (WAI-ARIA 1.2), what is held in this order: `Control+`,
//! `Alt+`, `Meta+`, `Shift+`. The default is held with Control, so that it neither types anything nor
//! answers to what a speech input hears (WCAG 2.1.4); an editor may choose another key or none.

/// A key with those that are held while it is pressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortcut(String);

/// A key that was pressed.
pub(super) struct Press<'a> {
    pub(super) key: &'a str,
    /// Whether Control, Alt, Meta and Shift were held.
    pub(super) held: [bool; 4],
    /// Whether a letter types something there, or finds something.
    pub(super) is_typing: bool,
}

impl Shortcut {
    /// Reads the attribute `shortcut`: `Control+/` where it is not set, none where it is empty.
    pub fn from_attribute(text: Option<String>) -> Option<Self> {
        let text = text.unwrap_or_else(|| "Control+/".to_owned());
        (!text.is_empty()).then_some(Self(text))
    }

    /// Whether a press means it. To hold Shift is a part of typing a sign, on some keyboards.
    pub(super) fn is(&self, press: &Press) -> bool {
        let [control, alt, meta, shift] = press.held;
        let is_sign = !press.key.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric);
        let shift = shift && !is_sign;
        let names = [(control, "Control+"), (alt, "Alt+"), (meta, "Meta+"), (shift, "Shift+")];
        let mut pressed = String::new();
        for (is_held, name) in names {
            if is_held {
                pressed.push_str(name);
            }
        }
        pressed.push_str(press.key);
        let types = press.is_typing && !(control || alt || meta);
        !types && pressed.eq_ignore_ascii_case(&self.0)
    }

    /// The value of `aria-keyshortcuts`.
    pub(super) fn written(&self) -> &str {
        &self.0
    }

    /// As it stands on the keys.
    pub(super) fn shown(&self) -> String {
        match self.0.strip_prefix("Control") {
            Some(rest) => ["Ctrl", rest].concat(),
            None => self.0.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HELD: [&str; 4] = ["Control", "Alt", "Meta", "Shift"];

    fn shortcut(text: &str) -> Option<Shortcut> {
        Shortcut::from_attribute(Some(text.to_owned()))
    }

    fn is(text: &str, key: &str, held: &[&str], is_typing: bool) -> bool {
        let held = HELD.map(|name| held.contains(&name));
        shortcut(text).unwrap().is(&Press { key, held, is_typing })
    }

    #[test]
    fn without_a_word_of_the_editor_it_is_control_and_slash() {
        let default = Shortcut::from_attribute(None).unwrap();
        assert_eq!(default.written(), "Control+/");
        assert_eq!(default.shown(), "Ctrl+/");
    }

    #[test]
    fn an_editor_turns_it_off_or_chooses_another() {
        assert_eq!(shortcut(""), None);
        assert_eq!(shortcut("Alt+K").unwrap().shown(), "Alt+K");
    }

    #[test]
    fn it_is_pressed_with_the_keys_that_it_names_and_no_others() {
        let cases = [
            ("Control+/", "/", &["Control"] as &[_], true),
            ("Control+/", "/", &[], false),
            ("Control+/", "/", &["Control", "Alt"], false),
            // The slash of a German keyboard is above the 7.
            ("Control+/", "/", &["Control", "Shift"], true),
            ("Alt+K", "k", &["Alt"], true),
            ("Alt+K", "K", &["Alt", "Shift"], false),
            ("Alt+Shift+K", "K", &["Alt", "Shift"], true),
            ("F2", "F2", &[], true),
            ("k", "k", &[], true),
            ("k", "j", &[], false),
        ];
        for (text, key, held, pressed) in cases {
            assert_eq!(is(text, key, held, false), pressed, "{text}: {key} with {held:?}");
        }
    }

    #[test]
    fn what_types_a_letter_is_no_shortcut_in_a_text_box() {
        assert!(!is("k", "k", &[], true));
        assert!(!is("/", "/", &["Shift"], true));
        assert!(is("Control+/", "/", &["Control"], true));
    }
}

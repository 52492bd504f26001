//! Finding an item by what a visitor types: by the beginnings of words, in any case, with or without
//! accents.
//!
//! Texts are compared folded. Folding is the platform's work (Unicode's canonical decomposition and
//! the locale's lower case), since the tables would outweigh the rest of the menu.

/// The names that an item is found by, folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// All its names, in whatever order.
    pub names: String,
    /// Its code, which must be typed wholly.
    pub code: Option<String>,
}

impl Names {
    /// Whether every word of a folded query begins a word of the names, or the query is the code.
    pub fn matches(&self, query: &str) -> bool {
        let is_code = self.code.as_deref().is_some_and(|code| code == query.trim_ascii());
        is_code
            || words(query).all(|wanted| words(&self.names).any(|word| word.starts_with(wanted)))
    }
}

/// The words of a folded text.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_between =
        |c: char| c <= ' ' || c.is_ascii_punctuation() || matches!(c, '\u{a0}' | '’' | '–');
    text.split(is_between).filter(|word| !word.is_empty())
}

/// Which of the folded labels type-ahead leads to: the next one that begins with what was typed,
/// else the next with a word that does. One letter typed again goes on to the next.
pub fn next_labelled(labels: &[String], current: Option<usize>, typed: &str) -> Option<usize> {
    let first = typed.chars().next()?;
    let is_repeated = typed.chars().all(|letter| letter == first);
    let wanted = if is_repeated { &typed[..first.len_utf8()] } else { typed };
    // A longer text may still mean the label that its beginning led to.
    let start = current.map_or(0, |current| if is_repeated { current + 1 } else { current });
    let find = |fits: &dyn Fn(&str) -> bool| {
        let order = (start..labels.len()).chain(0..start.min(labels.len()));
        order.into_iter().find(|number| fits(&labels[*number]))
    };
    find(&|label| label.starts_with(wanted))
        .or_else(|| find(&|label| words(label).any(|word| word.starts_with(wanted))))
}

/// A text in small letters without accents, as it is compared.
#[cfg(target_arch = "wasm32")]
pub fn fold(text: &str) -> String {
    let text = js_sys::JsString::from(text).to_lower_case().normalize("NFD");
    String::from(text).chars().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).map(base).collect()
}

/// A text as it is compared, where no visitor types.
#[cfg(not(target_arch = "wasm32"))]
pub fn fold(text: &str) -> String {
    text.to_lowercase().chars().map(base).collect()
}

/// The letter that people type for one that does not decompose.
fn base(letter: char) -> char {
    match letter {
        'ø' => 'o',
        'ł' => 'l',
        'đ' | 'ð' => 'd',
        'ı' => 'i',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn netherlands() -> Names {
        Names {
            names: "the netherlands\npays-bas\nholland".to_owned(),
            code: Some("nl".to_owned()),
        }
    }

    #[test]
    fn a_filter_matches_the_beginning_of_any_word_of_any_name() {
        for query in ["", "neth", "the n", "n the", "holl", "bas", "pays-b", "nl", " nl "] {
            assert!(netherlands().matches(query), "{query}");
        }
        for query in ["ether", "neth x", "n l", "hollande", "nlx"] {
            assert!(!netherlands().matches(query), "{query}");
        }
    }

    #[test]
    fn a_code_is_typed_wholly() {
        assert!(!Names { code: Some("ch".to_owned()), ..Names::default() }.matches("c"));
    }

    fn labels() -> Vec<String> {
        ["albania", "turkiye", "turkmenistan", "the netherlands", "tajikistan"]
            .map(str::to_owned)
            .to_vec()
    }

    #[test]
    fn type_ahead_finds_the_label_that_begins_so() {
        let cases = [
            (None, "a", Some(0)),
            (Some(0), "t", Some(1)),
            (Some(1), "turk", Some(1)),
            (Some(1), "turkm", Some(2)),
            (Some(2), "alb", Some(0)),
            (Some(0), "x", None),
            (Some(0), "", None),
        ];
        for (current, typed, found) in cases {
            assert_eq!(next_labelled(&labels(), current, typed), found, "{typed} from {current:?}");
        }
    }

    #[test]
    fn a_letter_typed_again_goes_on_to_the_next() {
        assert_eq!(next_labelled(&labels(), Some(1), "tt"), Some(2));
        assert_eq!(next_labelled(&labels(), Some(4), "ttt"), Some(1));
    }

    #[test]
    fn where_no_label_begins_so_a_word_of_it_may() {
        assert_eq!(next_labelled(&labels(), Some(0), "neth"), Some(3));
    }
}

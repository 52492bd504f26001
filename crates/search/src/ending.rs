//! Endings: what words have beyond their stems.
//!
//! The rules for stems are the writer's, who knows the language of each text: for sixteen languages they
//! weigh 40 kB more than all the rest of the reader. The index says the stem of each of its words, and
//! which endings are frequent. So a form that stands in no text (`казахстаном`) is still known for one
//! of a word that does: the stem and an ending.

use crate::{SearchError, bytes::Bytes};

/// How a word follows from its stem: so many letters are taken away from the stem's end, and these are
/// added. `country` is `countri` with one letter less and `y`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Ending {
    taken: u8,
    added: String,
}

impl Ending {
    /// Reads an ending.
    pub(crate) fn read(bytes: &mut Bytes<'_>) -> Result<Self, SearchError> {
        let taken = u8::try_from(bytes.number()?).map_err(|_| SearchError::Malformed)?;
        Ok(Self { taken, added: bytes.text()?.to_owned() })
    }

    /// Whether a word is a stem with this ending.
    fn makes(&self, word: &str, stem: &str) -> bool {
        let kept = stem.char_indices().rev().nth(usize::from(self.taken).wrapping_sub(1));
        let kept =
            if self.taken == 0 { Some(stem) } else { kept.and_then(|(end, _)| stem.get(..end)) };
        kept.is_some_and(|kept| word.strip_prefix(kept).is_some_and(|rest| rest == self.added))
    }
}

/// Whether a word may be a form of the word that has this stem.
pub(crate) fn may_be_form(word: &str, stem: &str, endings: &[Ending]) -> bool {
    // Little remains of short stems.
    stem.chars().nth(2).is_some()
        && (word == stem || endings.iter().any(|ending| ending.makes(word, stem)))
}

#[cfg(feature = "writer")]
impl Ending {
    /// How a word follows from its stem; none if it does not seem to.
    pub(crate) fn of(word: &str, stem: &str) -> Option<Self> {
        let shared = crate::bytes::shared(word, stem);
        let taken = stem.get(shared..)?.chars().count();
        let added = word.get(shared..)?.to_owned();
        let is_ending = taken <= 2 && shared > 2 && word != stem;
        is_ending.then_some(Self { taken: u8::try_from(taken).ok()?, added })
    }

    /// An ending that takes nothing away.
    pub(crate) fn added(added: &str) -> Self {
        Self { taken: 0, added: added.to_owned() }
    }

    /// Adds an ending to a file's bytes.
    pub(crate) fn put(&self, bytes: &mut Vec<u8>) {
        crate::bytes::put(bytes, self.taken.into());
        crate::bytes::put_text(bytes, &self.added);
    }
}

#[cfg(all(test, feature = "writer"))]
mod tests {
    use super::*;

    #[test]
    fn an_ending_makes_a_word_of_its_stem_again() {
        for (word, stem) in
            [("elections", "elect"), ("country", "countri"), ("казахстаном", "казахстан")]
        {
            let ending = Ending::of(word, stem).unwrap();
            assert!(ending.makes(word, stem), "{word}");
            assert!(!ending.makes(stem, stem));
        }
        assert_eq!(Ending::of("best", "good"), None);
    }
}

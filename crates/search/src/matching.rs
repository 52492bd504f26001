//! Which documents of a segment have what is looked for, and how well.

use crate::{
    ending::{Ending, may_be_form},
    pairs::{Pairs, bucket},
    query::{Phrase, Query, Spelling, Term},
    words::Word,
};

/// How well a document fits: 0 is best, [`NOT`] is not at all.
pub(crate) type Rank = u8;

/// The rank of what does not fit.
pub(crate) const NOT: Rank = Rank::MAX;

/// How a word of the index fits what was typed; twice as much for each as for standing in a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    Same = 0,
    Inflected = 1,
    Beginning = 2,
    Mistyped = 3,
}

/// What a segment says of the words at hand.
pub(crate) struct Matcher<'m> {
    /// How many documents it has.
    pub(crate) documents: u32,
    /// The files of words that were asked for, each with the place of its first word.
    pub(crate) words: Vec<&'m Word>,
    pub(crate) pairs: Vec<&'m Pairs>,
    /// The frequent endings of words.
    pub(crate) endings: &'m [Ending],
    /// Whether words that look like typing errors count.
    pub(crate) forgives: bool,
}

impl Matcher<'_> {
    /// The rank of each document.
    pub(crate) fn ranks(&self, query: &Query) -> Vec<u32> {
        let documents = self.documents as usize;
        let mut ranks = vec![0; documents];
        for term in &query.terms {
            let found = self.term(term);
            for (rank, found) in ranks.iter_mut().zip(found) {
                *rank =
                    if found == NOT { u32::MAX } else { u32::saturating_add(*rank, found.into()) };
            }
        }
        for phrase in &query.phrases {
            let has = self.phrase(phrase);
            ranks
                .iter_mut()
                .zip(has)
                .filter(|(_, has)| !has)
                .for_each(|(rank, _)| *rank = u32::MAX);
        }
        for (terms, phrase) in &query.excluded {
            let mut has = self.phrase(phrase);
            for term in terms {
                let found = self.term(term);
                has.iter_mut()
                    .zip(found)
                    .for_each(|(has, found)| *has &= found < 2 * Likeness::Beginning as Rank);
            }
            ranks
                .iter_mut()
                .zip(has)
                .filter(|(_, has)| *has)
                .for_each(|(rank, _)| *rank = u32::MAX);
        }
        ranks
    }

    /// The words by which a document was found, folded.
    pub(crate) fn words_in(&self, query: &Query, document: u32) -> Vec<String> {
        let spellings = query.terms.iter().flat_map(|term| term.ways.iter().flatten());
        let mut words: Vec<String> = spellings
            .flat_map(|spelling| self.alike(spelling))
            .filter(|(word, _)| word.documents.binary_search(&document).is_ok())
            .map(|(word, _)| word.text.clone())
            .collect();
        words.sort();
        words.dedup();
        words
    }

    fn term(&self, term: &Term) -> Vec<Rank> {
        let mut best = vec![NOT; self.documents as usize];
        for way in &term.ways {
            let mut all = vec![0; best.len()];
            for spelling in way {
                let found = self.spelling(spelling);
                all.iter_mut().zip(found).for_each(|(all, found)| *all = Rank::max(*all, found));
            }
            best.iter_mut().zip(all).for_each(|(best, all)| *best = Rank::min(*best, all));
        }
        best
    }

    fn spelling(&self, spelling: &Spelling) -> Vec<Rank> {
        let mut ranks = vec![NOT; self.documents as usize];
        for (word, likeness) in self.alike(spelling) {
            let mut titles = word.titles.iter().peekable();
            for (document, place) in word.documents.iter().zip(0..) {
                let is_in_title = titles.next_if_eq(&&place).is_some();
                let rank = 2 * likeness as Rank + Rank::from(!is_in_title);
                if let Some(best) = ranks.get_mut(*document as usize) {
                    *best = rank.min(*best);
                }
            }
        }
        ranks
    }

    /// The words of the index that fit.
    fn alike<'a>(&'a self, spelling: &'a Spelling) -> impl Iterator<Item = (&'a Word, Likeness)> {
        let same = self.words.iter().find(|word| word.text == spelling.text);
        let stems = same.map(|word| stems(word).collect::<Vec<_>>());
        self.words.iter().filter_map(move |word| {
            self.likeness(spelling, stems.as_deref(), word).map(|likeness| (*word, likeness))
        })
    }

    /// How a word fits; `stems` are those of what was typed, if the index has it.
    fn likeness(&self, spelling: &Spelling, own: Option<&[&str]>, word: &Word) -> Option<Likeness> {
        if word.text == spelling.text {
            return Some(Likeness::Same);
        }
        if spelling.is_exact {
            return None;
        }
        let is_form = stems(word).any(|stem| match own {
            Some(own) => own.contains(&stem),
            None => may_be_form(&spelling.text, stem, self.endings),
        });
        if is_form {
            return Some(Likeness::Inflected);
        }
        if spelling.is_beginning && word.text.starts_with(&spelling.text) {
            return Some(Likeness::Beginning);
        }
        let most = if self.forgives { forgiven(&spelling.text) } else { 0 };
        (most > 0 && is_within(&spelling.text, &word.text, most)).then_some(Likeness::Mistyped)
    }

    /// Whether each document has all pairs of a phrase.
    fn phrase(&self, phrase: &Phrase) -> Vec<bool> {
        let mut has = vec![true; self.documents as usize];
        for (one, other) in &phrase.pairs {
            let mut here = vec![false; has.len()];
            let wanted = bucket(one, other);
            for document in self.pairs.iter().flat_map(|pairs| pairs.of(wanted)) {
                if let Some(here) = here.get_mut(document as usize) {
                    *here = true;
                }
            }
            has.iter_mut().zip(here).for_each(|(has, here)| *has &= here);
        }
        has
    }
}

/// The stems of a word, itself among them.
fn stems(word: &Word) -> impl Iterator<Item = &str> {
    word.stems.iter().chain([&word.text]).map(String::as_str)
}

/// How many typing errors are forgiven in a word.
fn forgiven(word: &str) -> usize {
    match word.chars().count() {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

fn is_within(one: &str, other: &str, most: usize) -> bool {
    // What differs in length by more differs by more.
    one.len().abs_diff(other.len()) <= 2 * most
        && strsim::osa_distance(one, other) <= most
        // A number that is nearly the same is another number.
        && !one.contains(|letter: char| letter.is_ascii_digit())
}

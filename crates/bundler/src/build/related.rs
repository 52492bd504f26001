//! Which earlier releases are about the same as one: by the countries and fields of work that both
//! name, then by the words of their titles.
//!
//! Only the newest ones of each country and field are compared, so a release costs the same in an
//! archive of any size. A release leads to earlier ones alone: a new one changes none that is written.
//! How often a word stands in the archive is not counted, since that changes with each release.

use std::{
    collections::{HashMap, hash_map::DefaultHasher},
    hash::{Hash, Hasher},
    sync::Arc,
};

use rostrum_model::{Address, ListingKey, Release, Text, Way};

/// How many a release leads to.
const MOST: usize = 3;

/// How many releases of each country and field are compared.
const COMPARED: usize = 64;

/// What a shared country and a shared field are worth; a country says more, since there are more of
/// them. The words are worth less than either where few are shared, and more than both in the same
/// title.
const COUNTRY: u32 = 30;
const FIELD: u32 = 20;
const SAME_WORDS: u32 = 60;

/// Shorter words mean little in most languages.
const SHORTEST_WORD: usize = 5;

/// What a release is compared by.
#[derive(Debug)]
pub(super) struct Subject {
    pub(super) address: Address,
    title: Text,
    /// The countries, then the fields.
    keys: Vec<ListingKey>,
    /// The words of the title in the default language, hashed and in order.
    words: Vec<u64>,
}

impl Subject {
    pub(super) fn new(release: &Release) -> Self {
        let summary = &release.summary;
        let countries = summary.countries.iter().cloned().map(ListingKey::Country);
        let fields = summary.fields.iter().cloned().map(ListingKey::Field);
        Self {
            address: summary.address.clone(),
            title: summary.title.clone(),
            keys: countries.chain(fields).collect(),
            words: words(summary.title.iter().next().map(|(_, title)| title).unwrap_or_default()),
        }
    }

    /// How near another one is: 0 if both are about nothing in common.
    fn nearness(&self, other: &Self) -> u32 {
        let shared = self.keys.iter().filter(|key| other.keys.contains(key));
        let shared: u32 = shared
            .map(|key| if matches!(key, ListingKey::Country(_)) { COUNTRY } else { FIELD })
            .sum();
        let common =
            self.words.iter().filter(|word| other.words.binary_search(word).is_ok()).count();
        let all = self.words.len() + other.words.len() - common;
        let words = SAME_WORDS as usize * common / all.max(1);
        if shared == 0 { 0 } else { shared + u32::try_from(words).unwrap_or_default() }
    }

    fn way_from(&self, other: &Self) -> Way {
        let shared = other.keys.iter().filter(|key| self.keys.contains(key)).cloned().collect();
        Way { address: self.address.clone(), title: self.title.clone(), shared }
    }
}

fn words(title: &str) -> Vec<u64> {
    let words = title.split(|letter: char| !letter.is_alphanumeric());
    let words = words.filter(|word| word.chars().count() >= SHORTEST_WORD);
    let mut words: Vec<u64> = words
        .map(|word| {
            let mut hasher = DefaultHasher::new();
            word.to_lowercase().hash(&mut hasher);
            hasher.finish()
        })
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// The releases that later ones are compared with, in order, for each country and field.
#[derive(Default)]
pub(super) struct Related {
    of: HashMap<ListingKey, Vec<Arc<Subject>>>,
}

impl Related {
    /// Adds releases, which come in order of their addresses.
    pub(super) fn add<'s>(&mut self, subjects: impl Iterator<Item = &'s Arc<Subject>>) {
        for subject in subjects {
            for key in &subject.keys {
                self.of.entry(key.clone()).or_default().push(Arc::clone(subject));
            }
        }
    }

    /// Lets go of those that no later release is compared with.
    pub(super) fn forget_old(&mut self) {
        for subjects in self.of.values_mut() {
            subjects.drain(..subjects.len().saturating_sub(COMPARED));
        }
    }

    /// The ways from a release to the nearest of those before it, the nearest first; of those that are
    /// equally near, the newest first. It leads to the previous one of its source anyway.
    pub(super) fn to(&self, subject: &Subject, previous: Option<&Address>) -> Vec<Way> {
        let mut near: Vec<(u32, &Subject)> = Vec::new();
        for (at, key) in subject.keys.iter().enumerate() {
            for other in self.compared(key, &subject.address) {
                // It stood under an earlier key already.
                let is_new = !subject.keys[..at].iter().any(|key| other.keys.contains(key));
                if is_new && previous != Some(&other.address) {
                    near.push((subject.nearness(other), other));
                }
            }
        }
        near.sort_by(|(one, subject), (other, subject_of_other)| {
            other.cmp(one).then_with(|| subject_of_other.address.cmp(&subject.address))
        });
        near.iter().take(MOST).map(|(_, other)| other.way_from(subject)).collect()
    }

    /// The newest ones under a key before an address.
    fn compared(&self, key: &ListingKey, before: &Address) -> &[Arc<Subject>] {
        let subjects = self.of.get(key).map(Vec::as_slice).unwrap_or_default();
        let end = subjects.partition_point(|subject| subject.address < *before);
        &subjects[end.saturating_sub(COMPARED)..end]
    }
}

#[cfg(test)]
mod tests {
    use rostrum_model::{Date, Slug};

    use super::*;

    fn subject(day: u8, title: &str, keys: &[&str]) -> Arc<Subject> {
        let date = Date::new(2007, 4, day).unwrap();
        let slug: Slug = "release".parse().unwrap();
        Arc::new(Subject {
            address: Address { date, slug },
            title: Text::new("en".parse().unwrap(), title),
            keys: keys.iter().map(|key| key.parse().unwrap()).collect(),
            words: words(title),
        })
    }

    /// The days of those that the last one leads to, each with what it shares.
    fn led_to(subjects: &[Arc<Subject>]) -> Vec<(u8, Vec<String>)> {
        let mut related = Related::default();
        related.add(subjects.iter());
        let ways = related.to(subjects.last().unwrap(), None);
        let shared = |way: &Way| way.shared.iter().map(ToString::to_string).collect();
        ways.iter().map(|way| (way.address.date.day(), shared(way))).collect()
    }

    #[test]
    fn the_one_that_shares_most_stands_first_and_says_what_it_shares() {
        let found = led_to(&[
            subject(1, "A", &["country/kazakhstan", "field/elections"]),
            subject(2, "A", &["field/elections"]),
            subject(3, "A", &["country/kazakhstan"]),
            subject(4, "A", &["country/austria"]),
            subject(5, "A", &["country/kazakhstan", "field/elections", "field/policing"]),
        ]);
        let of = |keys: &[&str]| keys.iter().map(|&key| key.to_owned()).collect::<Vec<_>>();
        assert_eq!(
            found,
            [
                (1, of(&["country/kazakhstan", "field/elections"])),
                (3, of(&["country/kazakhstan"])),
                (2, of(&["field/elections"])),
            ]
        );
    }

    #[test]
    fn the_words_of_the_titles_decide_between_those_that_share_the_same() {
        let found = led_to(&[
            subject(1, "Observers present Kazakhstan's elections", &["field/elections"]),
            subject(2, "A seminar on something else", &["field/elections"]),
            subject(3, "Observers on the elections of Kazakhstan", &["field/elections"]),
        ]);
        assert_eq!(found.iter().map(|(day, _)| *day).collect::<Vec<_>>(), [1, 2]);
    }

    #[test]
    fn the_previous_one_of_the_source_is_not_said_twice() {
        let mut related = Related::default();
        let all: Vec<_> = (1..=3).map(|day| subject(day, "A", &["field/elections"])).collect();
        related.add(all.iter());
        let ways = related.to(&all[2], Some(&all[1].address));
        assert_eq!(ways.iter().map(|way| way.address.date.day()).collect::<Vec<_>>(), [1]);
    }

    #[test]
    fn words_alone_relate_nothing() {
        let title = "Observers present their findings";
        assert_eq!(led_to(&[subject(1, title, &["field/a"]), subject(2, title, &["field/b"])]), []);
    }

    #[test]
    fn a_release_leads_to_none_after_it_and_to_no_more_than_three() {
        let mut related = Related::default();
        let all: Vec<_> = (1..=9).map(|day| subject(day, "A", &["field/elections"])).collect();
        related.add(all.iter());
        let days = |day: usize| {
            let ways = related.to(&all[day - 1], None);
            ways.iter().map(|way| way.address.date.day()).collect::<Vec<_>>()
        };
        assert_eq!(days(1), Vec::<u8>::new());
        assert_eq!(days(3), [2, 1]);
        assert_eq!(days(6), [5, 4, 3]);
    }

    #[test]
    fn what_is_forgotten_would_not_be_compared_any_more() {
        let mut all = Related::default();
        let mut recent = Related::default();
        for day in 1..=28 {
            let some: Vec<_> = (0..9)
                .map(|number| {
                    let date = Date::new(2007, 4, day).unwrap();
                    let slug: Slug = format!("release-{number}").parse().unwrap();
                    let keys = vec!["field/elections".parse().unwrap()];
                    let words = words(&format!("Number{number} something"));
                    Arc::new(Subject {
                        address: Address { date, slug },
                        title: Text::default(),
                        keys,
                        words,
                    })
                })
                .collect();
            all.add(some.iter());
            recent.add(some.iter());
            for subject in &some {
                assert_eq!(all.to(subject, None), recent.to(subject, None));
            }
            recent.forget_old();
        }
    }
}

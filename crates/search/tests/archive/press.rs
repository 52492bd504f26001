//! Made-up releases that weigh what releases weigh: some 170 words, of which few are frequent and most
//! are rare, one that no other has, and a row of usual length. A release depends on its number alone.

use rostrum_search::{Document, Version};

use super::asked::day;

/// How many words there are to choose from.
const VOCABULARY: f64 = 60_000.0;

/// How many countries, fields and sources there are.
const COUNTRIES: u32 = 57;
const FIELDS: u32 = 14;
const SOURCES: u32 = 20;

/// Numbers that look random (`SplitMix64`).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: u32) -> u32 {
        u32::try_from(self.next() % u64::from(limit)).unwrap_or_default()
    }

    /// A word; how often one is chosen falls with its number (Zipf's law).
    fn word(&mut self) -> String {
        let share = f64::from(self.below(1 << 24)) / f64::from(1 << 24);
        let rank = VOCABULARY.powf(share);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is small")]
        word(rank as u32 - 1)
    }

    fn words(&mut self, count: usize) -> String {
        let words: Vec<String> = (0..count).map(|_| self.word()).collect();
        words.join(" ")
    }
}

/// The word that is so many places behind the most frequent one.
pub fn word(rank: u32) -> String {
    // Neighbours in rank are none in the dictionary.
    let spread = (rank + 1).wrapping_mul(0x9e37_79b1);
    let mut rest = spread.rotate_left(8);
    let mut letters = String::new();
    while rest > 0 {
        letters.push(char::from(b"bdfgklmnprstwxzc"[rest as usize % 16]));
        letters.push(char::from(b"aeiou"[rest as usize / 16 % 5]));
        rest /= 80;
    }
    letters
}

/// The release of a number.
pub fn release(number: u32) -> Document {
    let mut chance = Chance(number.into());
    let title = chance.words(8);
    let texts = (0..3).map(|_| chance.words(55)).chain([format!("{number}")]).collect();
    let mut facets: Vec<String> =
        (0..=number % 2).map(|_| format!("country/state-{}", chance.below(COUNTRIES))).collect();
    facets.push(format!("field/field-{}", chance.below(FIELDS)));
    facets.push(format!("source/source-{}", chance.below(SOURCES)));
    let date = day(number as usize / 8);
    facets.push(format!("year/{}", &date[..4]));
    let row = format!(
        r#"{{"address":"{}/{}-{number}","kind":"press-release","title":{{"en":"{title}"}},"place":{{"en":"Vienna"}},"source":"{}"}}"#,
        date.replace('-', "/"),
        title.replace(' ', "-"),
        facets.last().map_or("", String::as_str),
    );
    let version = Version { language: "xx".to_owned(), title, texts };
    Document { date, versions: vec![version], facets, row }
}

//! A document as words: the part of the work that documents do not share, so that it can be done for
//! many at once.

use std::collections::BTreeMap;

use super::stem::stem;
use crate::{
    criteria::day_number,
    fold::fold,
    pairs::{bucket, is_transparent},
    tokens::{Token, tokens},
};

/// A document as a reader sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its day in ISO 8601, `2007-04-30`: its year, its month's name and the day itself are found.
    /// One that is no date counts as that of the document before.
    pub date: String,
    /// Its texts.
    pub versions: Vec<Version>,
    /// What it is filed under, as `country/kazakhstan`.
    pub facets: Vec<String>,
    /// Its row, as a summary in JSON.
    pub row: String,
}

/// A document in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The language (BCP 47), by which its words have stems.
    pub language: String,
    /// What is found best.
    pub title: String,
    /// Its paragraphs and all other texts: words of two of them are no neighbours.
    pub texts: Vec<String>,
}

/// A document as it goes into an index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Analysed {
    /// Words, stems, and whether they stand in a title; each once.
    pub(super) words: Vec<(String, String, bool)>,
    /// The buckets of its pairs, each once.
    pub(super) pairs: Vec<u32>,
    pub(super) facets: Vec<String>,
    /// The number of its day.
    pub(super) day: Option<u32>,
    pub(super) row: String,
}

impl Document {
    /// Finds the words of a document.
    pub fn analyse(self) -> Analysed {
        let mut words = BTreeMap::new();
        let mut pairs = Vec::new();
        for version in &self.versions {
            let Version { language, title, texts } = version;
            add(title, language, true, &mut words, &mut pairs);
            for text in texts {
                add(text, language, false, &mut words, &mut pairs);
            }
            for word in [self.date.get(..4), month_name(&self.date, language)].into_iter().flatten()
            {
                add(word, language, false, &mut words, &mut pairs);
            }
        }
        add(&self.date, "", false, &mut words, &mut Vec::new());
        pairs.sort_unstable();
        pairs.dedup();
        let words = words.into_iter().map(|((word, stem), is_in_title)| (word, stem, is_in_title));
        let day = day_number(&self.date);
        Analysed { words: words.collect(), pairs, facets: self.facets, day, row: self.row }
    }
}

type Words = BTreeMap<(String, String), bool>;

fn add(text: &str, language: &str, is_title: bool, words: &mut Words, pairs: &mut Vec<u32>) {
    let mut before: Vec<String> = Vec::new();
    for token in tokens(text) {
        let Token { parts, joined, .. } = &token;
        let mut note = |word: &str, folded: String| {
            let stem = stem(word, language).unwrap_or_else(|| folded.clone());
            *words.entry((folded, stem)).or_default() |= is_title;
        };
        let folded: Vec<String> = parts.iter().map(|part| fold(part)).collect();
        for (part, folded) in parts.iter().zip(&folded) {
            note(part, folded.clone());
        }
        if parts.len() > 1 {
            note(&parts.concat(), joined.clone());
        }
        // What is written as one word or with a hyphen is a neighbour in both ways.
        let is_joined = folded.len() > 1;
        let ways = [Some(vec![joined.clone()]), is_joined.then_some(folded)];
        let mut ends = Vec::new();
        for way in ways.into_iter().flatten() {
            let heavy: Vec<String> = way.into_iter().filter(|word| !is_transparent(word)).collect();
            if let Some(first) = heavy.first() {
                pairs.extend(before.iter().map(|before| bucket(before, first)));
            }
            pairs.extend(heavy.windows(2).filter_map(|pair| match pair {
                [one, other] => Some(bucket(one, other)),
                _ => None,
            }));
            ends.extend(heavy.last().cloned());
        }
        if !ends.is_empty() {
            before = ends;
        }
    }
}

/// The name of the month in a language, as dates are written in texts.
fn month_name(date: &str, language: &str) -> Option<&'static str> {
    let month: usize = date.get(5..7)?.parse().ok()?;
    let names = match language.split('-').next()? {
        "en" => {
            "january february march april may june july august september october november december"
        }
        "fr" => {
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
        }
        "de" => {
            "januar februar märz april mai juni juli august september oktober november dezember"
        }
        "it" => {
            "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"
        }
        "es" => {
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
        }
        "ru" => "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        _ => return None,
    };
    names.split(' ').nth(month.checked_sub(1)?)
}

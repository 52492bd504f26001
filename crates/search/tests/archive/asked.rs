//! What is asked of an archive of made-up words, and what reading all its documents answers.

use proptest::{collection::vec, option, prelude::*, sample::select};
use rostrum_search::{Document, Order, Question};

use super::{Archive, document};

/// Too short to be forgiven a typing error, and none a form of another.
const WORDS: [&str; 12] =
    ["bcd", "fgh", "klm", "npq", "rst", "vwx", "zbc", "dfg", "hkl", "mnp", "qrs", "tvw"];

/// A day, by how many came before.
pub fn day(number: usize) -> String {
    format!("{}-{:02}-{:02}", 2007 + number / 336, number % 336 / 28 + 1, number % 28 + 1)
}

pub fn facet(number: usize) -> String {
    let category = ["country", "field", "kind"][number % 3];
    format!("{category}/{number}")
}

pub fn made(day_number: usize, title: usize, text: &[usize], facets: &[usize]) -> Document {
    let text: Vec<&str> = text.iter().map(|word| WORDS[*word]).collect();
    let facets = facets.iter().map(|number| facet(*number)).collect();
    Document { facets, date: day(day_number), ..document("xx", WORDS[title], &text.join(" ")) }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Asked {
    pub words: Vec<usize>,
    pub excluded: Vec<usize>,
    pub facets: Vec<usize>,
    pub since: Option<String>,
    pub until: Option<String>,
    pub order: Order,
    /// How many hits an answer may have besides seven.
    pub further: u32,
}

impl Asked {
    pub fn text(&self) -> String {
        let words = self.words.iter().map(|word| WORDS[*word].to_owned());
        let excluded = self.excluded.iter().map(|word| format!("-{}", WORDS[*word]));
        words.chain(excluded).map(|word| word + " ").collect()
    }

    /// Answers this as a question.
    pub fn ask<T>(&self, ask: impl FnOnce(&Question<'_>) -> T) -> T {
        let facets: Vec<String> = self.facets.iter().map(|number| facet(*number)).collect();
        let counted = ["country".to_owned(), "field".to_owned(), "kind".to_owned()];
        ask(&Question {
            text: &self.text(),
            facets: &facets,
            since: self.since.as_deref(),
            until: self.until.as_deref(),
            order: self.order,
            limit: 7 + self.further,
            counted: &counted,
            ..Question::default()
        })
    }

    fn fits(&self, document: &Document) -> bool {
        let version = &document.versions[0];
        let text = format!(" {} {} ", version.title, version.texts[0]);
        let has = |word: &usize| text.contains(&format!(" {} ", WORDS[*word]));
        let has_of_category = |category: usize| {
            let mut wanted = self.facets.iter().filter(|facet| **facet % 3 == category).peekable();
            wanted.peek().is_none()
                || wanted.any(|number| document.facets.contains(&facet(*number)))
        };
        self.words.iter().all(has)
            && !self.excluded.iter().any(has)
            && (0..3).all(has_of_category)
            && self.since.as_ref().is_none_or(|since| *since <= document.date)
            && self.until.as_ref().is_none_or(|until| document.date <= *until)
    }

    /// How many documents have each facet and fit, if no facet of its category was chosen.
    pub fn counts(&self, documents: &[Document]) -> Vec<(String, u32)> {
        let mut counts = Vec::new();
        for number in 0..9 {
            let facets = self.facets.iter().copied().filter(|chosen| chosen % 3 != number % 3);
            let asked = Self { facets: facets.collect(), ..self.clone() };
            let name = facet(number);
            let has =
                |document: &&Document| document.facets.contains(&name) && asked.fits(document);
            let count = u32::try_from(documents.iter().filter(has).count()).unwrap_or(u32::MAX);
            counts.extend((count > 0).then_some((name, count)));
        }
        counts.sort();
        counts
    }
}

pub fn documents(most: usize) -> impl Strategy<Value = Vec<Document>> {
    let document = (0usize..4, 0usize..12, vec(0usize..12, 0..5), vec(0usize..9, 0..4));
    vec(document, 1..most).prop_map(|documents| {
        let mut day = 0;
        let made = |(gap, title, text, facets): (usize, usize, Vec<usize>, Vec<usize>)| {
            day += gap;
            made(day, title, &text, &facets)
        };
        documents.into_iter().map(made).collect()
    })
}

/// What somebody asks of an archive of so many days.
pub fn asked(days: usize) -> impl Strategy<Value = Asked> {
    let range = (option::weighted(0.3, 0..days), option::weighted(0.3, 0..days));
    let order = select(vec![Order::Best, Order::Newest, Order::Oldest]);
    (vec(0usize..12, 0..3), vec(0usize..12, 0..2), vec(0usize..9, 0..4), range, order).prop_map(
        |(words, excluded, facets, (since, until), order)| {
            let (since, until) = (since.map(day), until.map(day));
            Asked { words, excluded, facets, since, until, order, further: 0 }
        },
    )
}

/// Asserts that exactly the documents that fit are found, in order, and counted as they are.
pub fn assert_same(documents: &[Document], asked: &Asked, archive: &mut Archive) {
    let mut found = asked.ask(|question| archive.all(question));
    let fits = documents.iter().zip(0u32..).filter(|(document, _)| asked.fits(document));
    let mut expected: Vec<u32> = fits.map(|(_, number)| number).collect();
    match asked.order {
        Order::Best => found.sort_unstable(),
        Order::Newest => expected.reverse(),
        Order::Oldest => {}
    }
    assert_eq!(found, expected, "{asked:?}");
    let found = asked.ask(|question| archive.found(question));
    let expected = asked.counts(documents);
    if found.are_facets_exact {
        assert_eq!(found.facets, expected, "{asked:?}");
    }
    for (facet, count) in &found.facets {
        let whole = expected.iter().find(|(name, _)| name == facet).map(|(_, count)| *count);
        assert!(whole.is_some_and(|whole| whole >= *count), "{asked:?} {facet}");
    }
}

/// An archive that has four far segments of 4,000 documents, and one of 2,000.
pub fn large() -> Vec<Document> {
    let mut seed = 7u32;
    let mut next = move |below: u32| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 16) as usize % below as usize
    };
    let mut documents: Vec<Document> = (0..20_100)
        .map(|number| made(number / 8, next(10), &[next(10), next(10)], &[next(6), next(6)]))
        .collect();
    // A word and a facet stand in the oldest documents alone, others in the newest.
    documents[3] = made(0, 10, &[10], &[0, 6]);
    documents[20_099] = made(20_099 / 8, 11, &[11], &[1, 7]);
    documents
}

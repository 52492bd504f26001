//! Searching an index gives what reading all documents gives, at any size.

mod archive;

use archive::{Archive, document};
use proptest::{collection::vec, option, prelude::*, sample::select};
use rostrum_search::{Document, Order, Question};

/// Too short to be forgiven a typing error, and none a form of another.
const WORDS: [&str; 12] =
    ["bcd", "fgh", "klm", "npq", "rst", "vwx", "zbc", "dfg", "hkl", "mnp", "qrs", "tvw"];

/// A day, by how many came before.
fn day(number: usize) -> String {
    format!("{}-{:02}-{:02}", 2007 + number / 336, number % 336 / 28 + 1, number % 28 + 1)
}

fn facet(number: usize) -> String {
    let category = ["country", "field", "kind"][number % 3];
    format!("{category}/{number}")
}

fn made(day_number: usize, title: usize, text: &[usize], facets: &[usize]) -> Document {
    let text: Vec<&str> = text.iter().map(|word| WORDS[*word]).collect();
    let facets = facets.iter().map(|number| facet(*number)).collect();
    Document { facets, date: day(day_number), ..document("xx", WORDS[title], &text.join(" ")) }
}

#[derive(Clone, Debug, Default)]
struct Asked {
    words: Vec<usize>,
    excluded: Vec<usize>,
    facets: Vec<usize>,
    since: Option<String>,
    until: Option<String>,
    order: Order,
}

impl Asked {
    fn text(&self) -> String {
        let words = self.words.iter().map(|word| WORDS[*word].to_owned());
        let excluded = self.excluded.iter().map(|word| format!("-{}", WORDS[*word]));
        words.chain(excluded).map(|word| word + " ").collect()
    }

    /// Answers this as a question.
    fn ask<T>(&self, ask: impl FnOnce(&Question<'_>) -> T) -> T {
        let facets: Vec<String> = self.facets.iter().map(|number| facet(*number)).collect();
        let counted = ["country".to_owned(), "field".to_owned(), "kind".to_owned()];
        ask(&Question {
            text: &self.text(),
            facets: &facets,
            since: self.since.as_deref(),
            until: self.until.as_deref(),
            order: self.order,
            limit: 7,
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
    fn counts(&self, documents: &[Document]) -> Vec<(String, u32)> {
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

fn documents(most: usize) -> impl Strategy<Value = Vec<Document>> {
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
fn asked(days: usize) -> impl Strategy<Value = Asked> {
    let range = (option::weighted(0.3, 0..days), option::weighted(0.3, 0..days));
    let order = select(vec![Order::Best, Order::Newest, Order::Oldest]);
    (vec(0usize..12, 0..3), vec(0usize..12, 0..2), vec(0usize..9, 0..4), range, order).prop_map(
        |(words, excluded, facets, (since, until), order)| {
            let (since, until) = (since.map(day), until.map(day));
            Asked { words, excluded, facets, since, until, order }
        },
    )
}

/// Asserts that exactly the documents that fit are found, in order, and counted as they are.
fn assert_same(documents: &[Document], asked: &Asked, archive: &mut Archive) {
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

/// An archive that has far segments.
fn large() -> Vec<Document> {
    let mut seed = 7u32;
    let mut next = move |below: u32| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 16) as usize % below as usize
    };
    let mut documents: Vec<Document> = (0..18_100)
        .map(|number| made(number / 8, next(10), &[next(10), next(10)], &[next(6), next(6)]))
        .collect();
    // A word and a facet stand in the oldest documents alone, others in the newest.
    documents[3] = made(0, 10, &[10], &[0, 6]);
    documents[18_099] = made(18_099 / 8, 11, &[11], &[1, 7]);
    documents
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn whatever_is_asked_is_answered_as_a_naive_search_does(documents in documents(60), asked in asked(150)) {
        let mut archive = Archive::of(documents.clone());
        assert_same(&documents, &asked, &mut archive);
        prop_assert!(asked.ask(|question| archive.found(question)).are_facets_exact);
    }

    /// Whatever happens to a file on its way, the answer is right or there is none.
    #[test]
    fn a_damaged_file_gives_an_error_and_never_a_wrong_answer(
        documents in documents(40), asked in asked(100), file: prop::sample::Index, other: prop::sample::Index,
        change in select(vec!["cut", "flip", "swap", "empty"]), place: prop::sample::Index,
    ) {
        let archive = Archive::of(documents);
        let right = asked.ask(|question| archive.ask(question)).unwrap();
        {
            let mut files = archive.folder.0.borrow_mut();
            let names: Vec<String> = files.keys().filter(|name| !name.contains("/rows-") && **name != archive.root).cloned().collect();
            let (name, other) = (file.get(&names), other.get(&names));
            let mut bytes = files[name].clone();
            match change {
                "cut" => bytes.truncate(place.index(bytes.len())),
                "flip" => { let place = place.index(bytes.len()); bytes[place] ^= 1 << (place % 8); }
                "swap" => bytes.clone_from(&files[other]),
                _ => bytes.clear(),
            }
            files.insert(name.clone(), bytes);
        }
        if let Ok(found) = asked.ask(|question| archive.ask(question)) {
            prop_assert_eq!(found, right);
        }
    }
}

#[test]
fn old_documents_are_found_as_new_ones_are() {
    let documents = large();
    let mut archive = Archive::of(documents.clone());
    let asked =
        |words: &[usize], facets: &[usize], since: Option<usize>, until: Option<usize>| Asked {
            words: words.to_vec(),
            facets: facets.to_vec(),
            since: since.map(day),
            until: until.map(day),
            ..Asked::default()
        };
    for asked in [
        asked(&[10], &[], None, None),
        asked(&[11], &[], None, None),
        asked(&[10, 11], &[], None, None),
        Asked { excluded: vec![4], ..asked(&[1, 2, 3], &[1], None, None) },
        asked(&[1, 2], &[0, 1, 3], Some(1_990), Some(2_015)),
        asked(&[1, 2], &[5], None, Some(30)),
        asked(&[], &[1], Some(2_255), None),
        asked(&[], &[6], None, None),
        asked(&[], &[6, 7], None, None),
        asked(&[], &[], Some(1_999), Some(2_000)),
    ] {
        for order in [Order::Best, Order::Newest, Order::Oldest] {
            assert_same(&documents, &Asked { order, ..asked.clone() }, &mut archive);
        }
    }
    let frequent = Question { text: "bcd ", limit: 10, ..Question::default() };
    let found = archive.found(&frequent);
    assert_eq!((found.hits.len(), found.is_exact, archive.trips), (10, false, 2));
    assert!(found.next.is_some());
}

#[test]
fn facets_of_a_whole_archive_are_counted_without_reading_it() {
    let documents = large();
    let mut archive = Archive::of(documents.clone());
    for facets in [Vec::new(), vec!["country/0".to_owned()]] {
        let counted = ["country".to_owned()];
        let question =
            Question { facets: &facets, limit: 10, counted: &counted, ..Question::default() };
        let mut expected = Asked::default().counts(&documents);
        expected.retain(|(name, _)| name.starts_with("country/"));
        let found = archive.found(&question);
        assert_eq!((found.facets, found.are_facets_exact, archive.trips), (expected, true, 2));
    }
}

#[test]
fn segments_without_a_facet_or_a_day_are_not_read() {
    let mut archive = Archive::of(large());
    let facets = [facet(6)];
    let oldest = Question { facets: &facets, limit: 10, ..Question::default() };
    let early =
        Question { text: "bcd ", until: Some("2007-02-01"), limit: 10, ..Question::default() };
    for (question, segment) in [(oldest, "segment-16000"), (early, "words-16500")] {
        assert_eq!(archive.found(&question).hits.first().map(|hit| hit.number < 300), Some(true));
        let read = archive.read.iter().any(|file| file.contains(segment));
        assert!(!read, "{:?}", archive.read);
    }
}

#[test]
fn a_text_that_is_no_date_limits_nothing() {
    let mut archive = Archive::of([made(0, 0, &[], &[]), made(1, 1, &[], &[])]);
    for since in ["", "2007", "2007-02-30", "tomorrow", "2007-01-02T00:00"] {
        let question =
            Question { since: Some(since), until: Some(since), limit: 7, ..Question::default() };
        assert_eq!(archive.all(&question), [1, 0], "{since}");
    }
}

#[test]
fn a_question_that_needs_many_files_comes_to_an_end() {
    let counted: Vec<String> = (0..200).map(|number| format!("category{number}")).collect();
    let facets = counted.iter().map(|category| format!("{category}/a")).collect::<Vec<_>>();
    let documents =
        (0..30).map(|number| Document { facets: facets.clone(), ..made(number, 0, &[], &[]) });
    let mut archive = Archive::of(documents);
    let question = Question { limit: 7, counted: &counted, ..Question::default() };
    assert_eq!(archive.found(&question).facets.len(), 200);
}

#[test]
fn the_same_documents_give_the_same_files_and_one_more_rewrites_few() {
    let documents = large();
    let files = |documents: &[Document]| Archive::of(documents.to_vec()).folder.0.into_inner();
    let before = files(&documents[..18_099]);
    assert_eq!(before, files(&documents[..18_099]));
    let after = files(&documents);
    let new: Vec<&String> = after.keys().filter(|name| !before.contains_key(*name)).collect();
    assert!(new.len() < 20, "{new:?}");
    assert!(new.iter().all(|name| name.contains("-18000-") || name.contains("/root-")), "{new:?}");
}

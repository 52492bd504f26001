//! Searching an index gives what reading all documents gives, at any size.

mod archive;

use archive::{Archive, document};
use proptest::{collection::vec, prelude::*, sample::select};
use rostrum_search::{Document, Order, Question};

/// Too short to be forgiven a typing error, and none a form of another.
const WORDS: [&str; 12] =
    ["bcd", "fgh", "klm", "npq", "rst", "vwx", "zbc", "dfg", "hkl", "mnp", "qrs", "tvw"];

fn made(title: usize, text: &[usize], facets: &[usize]) -> Document {
    let text: Vec<&str> = text.iter().map(|word| WORDS[*word]).collect();
    let facets = facets.iter().map(|facet| {
        let category = if facet.is_multiple_of(2) { "country" } else { "field" };
        format!("{category}/{facet}")
    });
    Document { facets: facets.collect(), ..document("xx", WORDS[title], &text.join(" ")) }
}

#[derive(Clone, Debug)]
struct Asked {
    words: Vec<usize>,
    excluded: Vec<usize>,
    facets: Vec<usize>,
}

impl Asked {
    fn text(&self) -> String {
        let words = self.words.iter().map(|word| WORDS[*word].to_owned());
        let excluded = self.excluded.iter().map(|word| format!("-{}", WORDS[*word]));
        words.chain(excluded).map(|word| word + " ").collect()
    }

    fn facets(&self) -> Vec<String> {
        let name = |facet: &usize| {
            format!("{}/{facet}", if facet.is_multiple_of(2) { "country" } else { "field" })
        };
        self.facets.iter().map(name).collect()
    }

    fn fits(&self, document: &Document) -> bool {
        let version = &document.versions[0];
        let text = format!(" {} {} ", version.title, version.texts[0]);
        let has = |word: &usize| text.contains(&format!(" {} ", WORDS[*word]));
        let wanted = self.facets();
        let in_category = |category: &str| {
            let mut wanted = wanted.iter().filter(|facet| facet.starts_with(category)).peekable();
            wanted.peek().is_none() || wanted.any(|facet| document.facets.contains(facet))
        };
        self.words.iter().all(has)
            && !self.excluded.iter().any(has)
            && in_category("country")
            && in_category("field")
    }
}

fn documents(most: usize) -> impl Strategy<Value = Vec<Document>> {
    let document = (0usize..12, vec(0usize..12, 0..5), vec(0usize..6, 0..3));
    vec(document.prop_map(|(title, text, facets)| made(title, &text, &facets)), 1..most)
}

fn asked() -> impl Strategy<Value = Asked> {
    (vec(0usize..12, 0..3), vec(0usize..12, 0..2), vec(0usize..6, 0..3))
        .prop_map(|(words, excluded, facets)| Asked { words, excluded, facets })
}

/// Asserts that exactly the documents that fit are found.
fn assert_same(documents: &[Document], asked: &Asked, archive: &mut Archive) {
    let mut found = archive.numbers(&asked.text(), &asked.facets());
    found.sort_unstable();
    let fits = documents.iter().zip(0u32..).filter(|(document, _)| asked.fits(document));
    let expected: Vec<u32> = fits.map(|(_, number)| number).collect();
    assert_eq!(found, expected, "{asked:?}");
}

/// An archive that has far segments.
fn large() -> Vec<Document> {
    let mut seed = 7u32;
    let mut next = move |below: u32| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 16) as usize % below as usize
    };
    let mut documents: Vec<Document> =
        (0..18_100).map(|_| made(next(10), &[next(10), next(10)], &[next(6), next(6)])).collect();
    // One word stands in the oldest documents alone, one in the newest.
    documents[3] = made(10, &[10], &[0]);
    documents[18_099] = made(11, &[11], &[1]);
    documents
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn filters_and_words_find_what_a_naive_search_finds(documents in documents(60), asked in asked()) {
        let mut archive = Archive::of(documents.clone());
        assert_same(&documents, &asked, &mut archive);
    }

    #[test]
    fn facets_are_counted_as_a_naive_count_does(documents in documents(60), word in 0usize..12) {
        let asked = Asked { words: vec![word], excluded: Vec::new(), facets: Vec::new() };
        let counted = ["country".to_owned()];
        let text = asked.text();
        let question = Question { text: &text, limit: 5, counted: &counted, ..Question::default() };
        for (facet, count) in Archive::of(documents.clone()).found(&question).facets {
            let has = |document: &&Document| asked.fits(document) && document.facets.contains(&facet);
            prop_assert_eq!(count as usize, documents.iter().filter(has).count());
        }
    }

    #[test]
    fn facets_of_a_category_are_counted_as_if_none_of_it_were_chosen(documents in documents(60), asked in asked()) {
        let counted = ["country".to_owned(), "field".to_owned()];
        let (text, facets) = (asked.text(), asked.facets());
        let question = Question { text: &text, facets: &facets, limit: 5, counted: &counted, ..Question::default() };
        let found = Archive::of(documents.clone()).found(&question);
        let mut expected = Vec::new();
        for (facet, category) in (0..6).map(|facet| (facet, facet % 2)) {
            let others = asked.facets.iter().copied().filter(|chosen| chosen % 2 != category);
            let asked = Asked { facets: others.collect(), ..asked.clone() };
            let name = Asked { facets: vec![facet], ..asked.clone() }.facets().remove(0);
            let has = |document: &&Document| asked.fits(document) && document.facets.contains(&name);
            let count = documents.iter().filter(has).count();
            expected.extend((count > 0).then_some((name, u32::try_from(count).unwrap())));
        }
        expected.sort();
        prop_assert!(found.are_facets_exact);
        prop_assert_eq!(found.facets, expected);
    }

    /// Whatever happens to a file on its way, the answer is right or there is none.
    #[test]
    fn a_damaged_file_gives_an_error_and_never_a_wrong_answer(
        documents in documents(40), asked in asked(), file: prop::sample::Index, other: prop::sample::Index,
        change in select(vec!["cut", "flip", "swap", "empty"]), place: prop::sample::Index,
    ) {
        let archive = Archive::of(documents);
        let (text, facets) = (asked.text(), asked.facets());
        let question = Question { text: &text, facets: &facets, limit: 100, ..Question::default() };
        let right = archive.ask(&question).unwrap();
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
        if let Ok(found) = archive.ask(&question) {
            prop_assert_eq!(found, right);
        }
    }
}

#[test]
fn old_documents_are_found_as_new_ones_are() {
    let documents = large();
    let mut archive = Archive::of(documents.clone());
    let asked = |words: &[usize], facets: &[usize]| Asked {
        words: words.to_vec(),
        excluded: Vec::new(),
        facets: facets.to_vec(),
    };
    for asked in [
        asked(&[10], &[]),
        asked(&[11], &[]),
        asked(&[10, 11], &[]),
        Asked { excluded: vec![4], ..asked(&[1, 2, 3], &[1]) },
    ] {
        let (text, facets) = (asked.text(), asked.facets());
        let question = Question { text: &text, facets: &facets, limit: 500, ..Question::default() };
        let mut found = archive.all(&question);
        found.sort_unstable();
        let fits = documents.iter().zip(0u32..).filter(|(document, _)| asked.fits(document));
        assert_eq!(found, fits.map(|(_, number)| number).collect::<Vec<_>>());
    }
    for (order, text) in [(Order::Newest, "bcd "), (Order::Oldest, "bcd "), (Order::Oldest, "qrs ")]
    {
        let question = Question { text, order, limit: 700, ..Question::default() };
        let found = archive.all(&question);
        let right = match order {
            Order::Oldest => found.is_sorted(),
            _ => found.is_sorted_by(|one, other| one > other),
        };
        assert!(right && !found.is_empty(), "{order:?}");
    }
    let frequent = Question { text: "bcd ", limit: 10, ..Question::default() };
    let found = archive.found(&frequent);
    assert_eq!((found.hits.len(), found.is_exact, archive.trips), (10, false, 2));
    assert!(found.next.is_some());
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

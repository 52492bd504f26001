//! A search costs the same however old the archive is.

mod archive;

use archive::{
    Archive,
    cost::{Cost, asked},
    press::{release, word},
};
use rostrum_search::{Analysed, Found, Index, Question};

/// The most that a first search may take: bytes with headers, and round trips.
const FIRST: Cost = Cost { bytes: 64 << 10, trips: 2 };

/// The most that counting the facets of a category may take where the words are known.
const COUNTS: Cost = Cost { bytes: 8 << 10, trips: 1 };

/// Archives whose first segments are as large as they get, without an older segment and with one. With the
/// next document, the oldest go into an older segment.
const SIZES: [u32; 2] = [6_499, 10_499];

/// How many bytes an older segment takes in the root, with what its words add to the map.
const OLDER: usize = 100;

/// Words that stand once each: in the oldest document, among those that are asked first, in the newest.
const ONCE: [&str; 3] = ["oldestword", "farword", "newestword"];

/// Archives of these sizes, each with the words that stand once.
fn archives() -> [Archive; 2] {
    let releases: Vec<Analysed> = (0..SIZES[1]).map(|number| release(number).analyse()).collect();
    SIZES.map(|size| {
        let mut releases = releases[..size as usize].to_vec();
        for (word, number) in ONCE.into_iter().zip([0, size - 4_000, size - 1]) {
            let mut with_word = release(number);
            with_word.versions[0].texts.push(word.to_owned());
            releases[number as usize] = with_word.analyse();
        }
        Archive::of_analysed(&releases)
    })
}

fn ask(archive: &Archive, index: &mut Index, question: &Question<'_>) -> (Found, Cost) {
    asked(index, question, |file| archive.folder.0.borrow()[file].clone())
}

#[track_caller]
fn assert_within(cost: Cost, most: Cost, what: &str) {
    assert!(cost.bytes <= most.bytes && cost.trips <= most.trips, "{what}: {cost:?}");
}

#[test]
fn a_search_costs_the_same_in_archives_of_any_size() {
    let [frequent, second, rarer, rare] = [2, 40, 90, 2_000].map(word);
    let texts = [
        format!("{frequent} "),
        format!("{frequent} {second} {rarer}"),
        format!("{rare} "),
        rarer[..3].to_owned(),
        format!("\"{frequent} {second}\" "),
        ONCE[1].to_owned(),
        ONCE[2].to_owned(),
    ];
    let mut roots = Vec::new();
    for archive in archives() {
        for text in &texts {
            let question = Question { text, limit: 10, ..Question::default() };
            let (found, cost) = ask(&archive, &mut Index::new(&archive.root), &question);
            assert!(found.count > 0, "{text}");
            assert_within(cost, FIRST, text);
        }
        for text in ONCE {
            let question = Question { text, limit: 10, ..Question::default() };
            let mut index = Index::new(&archive.root);
            let (_, first) = ask(&archive, &mut index, &question);
            assert!(first.bytes <= FIRST.bytes, "{text}: {first:?}");
            let counted = ["country".to_owned()];
            let question = Question { counted: &counted, ..question };
            let (found, cost) = ask(&archive, &mut index, &question);
            assert!(!found.facets.is_empty(), "{text}");
            assert_within(cost, COUNTS, text);
        }
        roots.push(archive.folder.0.borrow()[&archive.root].len());
    }
    let [smaller, larger] = roots[..] else { return };
    assert!(larger - smaller <= OLDER, "{smaller} {larger}");
}

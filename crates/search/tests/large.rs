//! Old documents are found as new ones are, and at about the same cost.

mod archive;

use std::cell::RefCell;

use archive::{
    Archive,
    asked::{Asked, asked, assert_same, day, facet, large},
};
use proptest::{prelude::*, test_runner::TestRunner};
use rostrum_search::{Document, Order, Question};

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
            let asked = Asked { order, further: 1_000, ..asked.clone() };
            assert_same(&documents, &asked, &mut archive);
        }
    }
    let frequent = Question { text: "bcd ", limit: 10, ..Question::default() };
    let found = archive.found(&frequent);
    assert_eq!((found.hits.len(), found.is_exact, archive.trips), (10, false, 2));
    assert!(found.next.is_some());
}

#[test]
fn whatever_is_asked_of_a_large_archive_is_answered_as_a_naive_search_does() {
    let documents = large();
    let archive = RefCell::new(Archive::of(documents.clone()));
    let mut runner = TestRunner::new(ProptestConfig::with_cases(8));
    let answered = runner.run(&asked(2_300), |asked| {
        let asked = Asked { further: 3_000, ..asked };
        assert_same(&documents, &asked, &mut archive.borrow_mut());
        Ok(())
    });
    assert_eq!(answered, Ok(()));
}

#[test]
fn a_damaged_file_about_old_segments_gives_an_error_and_never_a_wrong_answer() {
    let mut archive = Archive::of(large());
    let asked = Asked {
        words: vec![1],
        facets: vec![0],
        since: Some(day(900)),
        until: Some(day(1_000)),
        ..Asked::default()
    };
    let right = asked.ask(|question| archive.ask(question)).unwrap();
    asked.ask(|question| archive.found(question));
    let files = archive.folder.0.borrow().clone();
    for kind in ["segment", "days", "totals", "directory", "map", "words-8000"] {
        let of_kind = archive.read.iter().filter(|name| name.contains(kind)).cloned();
        let of_kind: Vec<String> = of_kind.collect();
        assert!(!of_kind.is_empty(), "{kind}: {:?}", archive.read);
        for name in &of_kind {
            let other = files.keys().find(|other| other.contains(kind) && *other != name);
            let bytes = &files[name];
            let mut flipped = bytes.clone();
            flipped[bytes.len() / 2] ^= 1;
            let swapped = files.get(other.unwrap_or(&archive.root)).cloned().unwrap_or_default();
            for damaged in [bytes[..bytes.len() - 1].to_vec(), flipped, swapped, Vec::new()] {
                archive.folder.0.borrow_mut().insert(name.clone(), damaged);
                assert!(asked.ask(|question| archive.ask(question)).is_err(), "{name}");
            }
            archive.folder.0.borrow_mut().insert(name.clone(), bytes.clone());
        }
    }
    assert_eq!(asked.ask(|question| archive.ask(question)), Ok(right));
}

#[test]
fn what_the_newest_old_segment_has_takes_no_further_round_trip() {
    let mut archive = Archive::of(large().drain(..6_000));
    for order in [Order::Best, Order::Newest, Order::Oldest] {
        let question = Question { text: "qrs ", order, limit: 10, ..Question::default() };
        let found = archive.found(&question);
        let hits: Vec<u32> = found.hits.iter().map(|hit| hit.number).collect();
        assert_eq!((hits, archive.trips), (vec![3], 2), "{order:?}");
    }
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
    for question in [oldest, early] {
        assert_eq!(archive.found(&question).hits.first().map(|hit| hit.number < 300), Some(true));
        let read = archive.read.iter().any(|file| file.contains("-4000-"));
        assert!(!read, "{:?}", archive.read);
    }
}

#[test]
fn the_same_documents_give_the_same_files_and_one_more_rewrites_few() {
    let documents = large();
    let files = |documents: &[Document]| Archive::of(documents.to_vec()).folder.0.into_inner();
    let before = files(&documents[..20_099]);
    assert_eq!(before, files(&documents[..20_099]));
    let after = files(&documents);
    let new: Vec<&String> = after.keys().filter(|name| !before.contains_key(*name)).collect();
    assert!(new.len() < 20, "{new:?}");
    assert!(new.iter().all(|name| name.contains("-20000-") || name.contains("/root-")), "{new:?}");
}

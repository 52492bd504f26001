//! Searching an index gives what reading all documents gives.

mod archive;

use archive::{
    Archive,
    asked::{asked, assert_same, documents, made},
};
use proptest::{collection::vec, prelude::*, sample::select};
use rostrum_search::{Document, Index, Question};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn whatever_is_asked_is_answered_as_a_naive_search_does(documents in documents(60), asked in asked(150)) {
        let mut archive = Archive::of(documents.clone());
        assert_same(&documents, &asked, &mut archive);
        prop_assert!(asked.ask(|question| archive.found(question)).are_facets_exact);
    }

    #[test]
    fn files_that_say_anything_are_read_or_refused(content in vec(prop_oneof![0u8..12, any::<u8>()], 0..400)) {
        Index::fuzz(&content);
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

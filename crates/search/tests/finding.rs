//! What a visitor finds.

mod archive;

use archive::{Archive, document, press::word};
use rostrum_search::Question;

fn archive() -> Archive {
    Archive::of([
        document(
            "en",
            "Kazakhstan takes the chair",
            "The Permanent Council met in Astana on Monday.",
        ),
        document(
            "en",
            "Elections observed",
            "Observers of the council spoke of a permanent improvement in Kazakhstan.",
        ),
        document(
            "de",
            "Wahlbeobachtung in der Türkei",
            "Die Beschlüsse des Rates; Wahlbeobachter aus Łódź kamen.",
        ),
        document("ru", "Ещё одно заявление о выборах", "Председатель посетил Казахстан и Киев."),
        document(
            "fr",
            "L’OSCE et la coopération",
            "Les élections législatives ont été observées. Sinirlioğlu l'a dit.",
        ),
        document(
            "en",
            "Security and co-operation",
            "Nagorno-Karabakh: O'Brien and the U.S. delegation; human rights.",
        ),
    ])
}

#[track_caller]
fn finds(text: &str, numbers: &[u32]) {
    assert_eq!(archive().numbers(text, &[]), numbers, "{text}");
}

#[test]
fn all_words_must_match() {
    finds("kazakhstan council", &[0, 1]);
    finds("kazakhstan astana", &[0]);
    finds("astana elections", &[]);
}

#[test]
fn the_smallest_words_need_not_match() {
    finds("the chair of a council", &[0]);
    finds("\"council of Kazakhstan\"", &[]);
}

#[test]
fn case_marks_apostrophes_and_hyphens_do_not_count() {
    for text in ["cooperation ", "co-operation ", "Co operation ", "COOPERATION "] {
        finds(text, &[5, 4]);
    }
    finds("Türkei", &[2]);
    finds("lodz", &[2]);
    finds("łódź", &[2]);
    finds("sinirlioglu", &[4]);
    finds("osce", &[4]);
    finds("l'osce", &[4]);
    finds("obrien", &[5]);
    finds("O’Brien's", &[5]);
    finds("nagorno karabakh", &[5]);
    finds("US", &[5]);
    finds("еще", &[3]);
}

#[test]
fn words_are_found_in_any_of_their_forms() {
    finds("observer ", &[1, 4]);
    finds("Beschluss ", &[2]);
    finds("beschlusse", &[2]);
    finds("выборы", &[3]);
    finds("выборов", &[3]);
    finds("казахстана", &[3]);
    finds("élection ", &[1, 4]);
}

#[test]
fn a_form_is_found_in_whichever_file_its_word_stands() {
    let words: Vec<String> = (0..4_000).map(word).filter(|word| word.len() > 5).collect();
    let texts = words.chunks(50).map(|words| format!("{}en", words.join("en ")));
    let mut archive = Archive::of(texts.map(|text| document("de", "Titel", &text)));
    for (place, word) in words.iter().enumerate().step_by(20) {
        let number = u32::try_from(place / 50).unwrap();
        for form in [format!("{word} "), format!("{word}e ")] {
            let question = Question { text: &form, limit: 10, ..Question::default() };
            let found = archive.found(&question);
            assert!(found.hits.iter().any(|hit| hit.number == number), "{form}for {word}en");
        }
    }
}

#[test]
fn the_last_word_may_be_a_beginning() {
    finds("kazakh", &[0, 1]);
    finds("wahlbeob", &[2]);
    finds("kazakh ", &[]);
}

#[test]
fn typing_errors_are_forgiven_where_nothing_else_fits() {
    for text in ["kazachstan ", "kazahkstan ", "kzakhstan ", "khazakstan "] {
        finds(text, &[0, 1]);
    }
    finds("astanna ", &[0]);
    finds("ast", &[0]);
    finds("siniroglu ", &[4]);
}

#[test]
fn a_phrase_is_more_than_its_words() {
    finds("permanent council", &[1, 0]);
    finds("\"permanent council\"", &[0]);
    finds("„Permanent Council“", &[0]);
    finds("\"security and co-operation\"", &[5]);
    finds("\"security and cooperation\"", &[5]);
    finds("\"nagorno karabakh\"", &[5]);
    finds("\"permanent councils\"", &[]);
}

#[test]
fn a_minus_excludes() {
    finds("kazakhstan -astana", &[1]);
    finds("council -\"permanent council\"", &[1]);
    finds("kazakhstan -election", &[0]);
}

#[test]
fn dates_are_found() {
    finds("april 2007 kazakhstan", &[0, 1]);
    finds("2007-04-30 astana", &[0]);
    finds("avril 2007", &[4]);
    finds("2008", &[]);
}

#[test]
fn the_same_word_ranks_above_its_forms_and_a_title_above_the_text() {
    let mut archive = Archive::of([
        document("en", "Election", "one"),
        document("en", "one", "elections"),
        document("en", "Elections", "one"),
        document("en", "one", "election"),
    ]);
    assert_eq!(archive.numbers("election ", &[]), [0, 3, 2, 1]);
}

#[test]
fn a_hit_tells_the_words_by_which_it_was_found() {
    let question = Question { text: "observ kazahstan", limit: 10, ..Question::default() };
    let found = archive().found(&question);
    assert_eq!(found.hits[0].words, ["kazakhstan", "observed", "observers"]);
}

#[test]
fn a_question_without_words_finds_all() {
    finds("", &[5, 4, 3, 2, 1, 0]);
    finds("-kazakhstan", &[5, 4, 3, 2]);
}

use super::*;

fn date(text: &str) -> PartialDate {
    text.parse().unwrap()
}

#[test]
fn dates_are_written_as_a_reader_of_the_language_writes_them() {
    let [english, french] = ["en", "fr"].map(Messages::for_language);
    assert_eq!(english.date(date("2007-04-30")), "30 April 2007");
    assert_eq!(french.date(date("2007-04-01")), "1er avril 2007");
    assert_eq!(english.date(date("1991-06~")), "about June 1991");
    assert_eq!(french.date(date("1991")), "1991");
    let day = "2007-04-30".parse().unwrap();
    assert_eq!(english.full_date(day), "Monday, 30 April 2007");
    assert_eq!(french.full_date(day), "lundi 30 avril 2007");
}

#[test]
fn a_period_leaves_out_what_its_dates_share() {
    let [english, french] = ["en", "fr"].map(Messages::for_language);
    let written = |messages: &Messages, first: &str, last: &str| {
        let (first, between, last) = messages.period(date(first), date(last));
        [&first, between, &last].concat()
    };
    assert_eq!(written(english, "2010-12-01", "2010-12-02"), "1\u{2060}–\u{2060}2 December 2010");
    assert_eq!(written(english, "2010-01-01", "2010-12-31"), "1 January – 31 December 2010");
    assert_eq!(written(english, "1991-06~", "1992-01~"), "about June 1991 – about January 1992");
    assert_eq!(written(french, "2023-11-30", "2023-12-01"), "30 novembre – 1er décembre 2023");
    assert_eq!(
        written(english, "1992-12-14", "1993-12-01~"),
        "14 December 1992 – about 1 December 1993"
    );
}

#[test]
fn counted_things_take_the_form_of_their_number() {
    let [english, french] = ["en", "fr"].map(Messages::for_language);
    assert_eq!(english.count(english.releases, 0), "0 releases");
    assert_eq!(english.count(english.releases, 1), "1 release");
    assert_eq!(french.count(french.releases, 0), "0 communiqué");
}

#[test]
fn a_size_is_said_as_people_say_it() {
    let [english, french] = ["en", "fr"].map(Messages::for_language);
    for (bytes, words) in [
        (0, "0 B"),
        (999, "999 B"),
        (2_048, "3 kB"),
        (1_340_000, "1.4 MB"),
        (12_000_000, "12.0 MB"),
    ] {
        assert_eq!(english.size(bytes), words);
    }
    assert_eq!(french.size(1_340_000), "1,4 MB");
}

#[test]
fn a_reader_of_an_unknown_language_gets_english() {
    assert_eq!(Messages::for_language("fr-CH").tag, "fr");
    assert_eq!(Messages::for_language("ja").tag, "en");
    assert_eq!(Messages::for_language("").tag, "en");
}

#[test]
fn every_language_has_texts_of_its_own() {
    for (tag, _) in LANGUAGES {
        assert_eq!(Messages::for_language(tag).tag, tag);
    }
}

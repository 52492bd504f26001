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
    let cases: [(&str, &[(u32, &str)]); 7] = [
        (
            "en",
            &[
                (0, "0 releases"),
                (1, "1 release"),
                (2, "2 releases"),
                (1_001, "1,001 releases"),
                (1_234_567, "1,234,567 releases"),
            ],
        ),
        ("fr", &[(0, "0 communiqué"), (1, "1 communiqué"), (2, "2 communiqués")]),
        (
            "de",
            &[
                (0, "0 Pressemitteilungen"),
                (1, "1 Pressemitteilung"),
                (1_234, "1.234 Pressemitteilungen"),
            ],
        ),
        ("it", &[(0, "0 comunicati"), (1, "1 comunicato"), (1_000_000, "1.000.000 comunicati")]),
        ("es", &[(0, "0 comunicados"), (1, "1 comunicado"), (1_234, "1234 comunicados")]),
        (
            "ru",
            &[
                (0, "0 пресс-релизов"),
                (1, "1 пресс-релиз"),
                (3, "3 пресс-релиза"),
                (5, "5 пресс-релизов"),
                (11, "11 пресс-релизов"),
                (12, "12 пресс-релизов"),
                (21, "21 пресс-релиз"),
                (22, "22 пресс-релиза"),
                (111, "111 пресс-релизов"),
            ],
        ),
        (
            "ar",
            &[
                (0, "لا بيانات صحفية"),
                (1, "بيان صحفي واحد"),
                (2, "بيانان صحفيان"),
                (3, "3 بيانات صحفية"),
                (10, "10 بيانات صحفية"),
                (11, "11 بياناً صحفياً"),
                (100, "100 بيان صحفي"),
                (103, "103 بيانات صحفية"),
            ],
        ),
    ];
    for (tag, counted) in cases {
        for (number, words) in counted {
            assert_eq!(Messages::for_language(tag).releases(*number), *words, "{tag} {number}");
        }
    }
}

#[test]
fn dates_follow_the_rules_of_each_language() {
    let day = "2007-04-30".parse().unwrap();
    for (tag, month, full) in [
        ("de", "Juni 1991", "Montag, 30. April 2007"),
        ("it", "giugno 1991", "lunedì 30 aprile 2007"),
        ("es", "junio de 1991", "lunes, 30 de abril de 2007"),
        ("ru", "июнь 1991 г.", "понедельник, 30 апреля 2007 г."),
        ("ar", "يونيو 1991", "الاثنين، 30 أبريل 2007"),
    ] {
        let messages = Messages::for_language(tag);
        assert_eq!(messages.date(date("1991-06")), month);
        assert_eq!(messages.full_date(day), full);
    }
    let [german, spanish] = ["de", "es"].map(Messages::for_language);
    let period = |messages: &Messages, first, last| {
        let (first, _, last) = messages.period(date(first), date(last));
        [first, last].join(" / ")
    };
    assert_eq!(period(german, "2010-12-01", "2010-12-02"), "1. / 2. Dezember 2010");
    assert_eq!(period(spanish, "2010-12-01", "2010-12-02"), "1 / 2 de diciembre de 2010");
    assert_eq!(
        period(spanish, "2023-11-30", "2023-12-01"),
        "30 de noviembre / 1 de diciembre de 2023"
    );
}

#[test]
fn names_in_a_list_are_joined_as_the_language_joins_them() {
    let joined = |tag| Messages::for_language(tag).between(&["a", "b", "c"]).join("|");
    for (tag, between) in
        [("en", ", | and "), ("de", ", | und "), ("ru", ", | и "), ("ar", "، | و")]
    {
        assert_eq!(joined(tag), between);
    }
    assert!(Messages::for_language("en").between(&["a"]).is_empty());
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
    assert_eq!(french.size(1_340_000), "1,4\u{a0}Mo");
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

//! Words as they are compared: in small letters, without accents, with the letters that people type.
//!
//! In a browser lower case and decomposition (Unicode Standard Annex 15) are the browser's work, since
//! the tables would outweigh the rest of the reader; natively they are a crate's.

/// A text in small letters.
#[cfg(target_arch = "wasm32")]
pub(crate) fn lower(text: &str) -> String {
    js_sys::JsString::from(text).to_lower_case().normalize("NFC").into()
}

/// A text in small letters.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn lower(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.to_lowercase().nfc().collect()
}

#[cfg(target_arch = "wasm32")]
fn decomposed(word: &str) -> String {
    js_sys::JsString::from(word).normalize("NFD").into()
}

#[cfg(not(target_arch = "wasm32"))]
fn decomposed(word: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    word.nfd().collect()
}

/// A text as the index has its words: in small letters, without marks.
pub fn folded(text: &str) -> String {
    fold(&lower(text))
}

/// A word in small letters without its marks.
pub(crate) fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_owned();
    }
    without_marks(&decomposed(word))
}

/// A text in small letters and decomposed (Unicode Standard Annex 15, NFD), without its marks and with
/// the letters that people type for those that do not decompose: `łódź` becomes `lodz`, `straße` becomes
/// `strasse`, `ещё` becomes `еще`.
fn without_marks(decomposed: &str) -> String {
    let mut plain = String::with_capacity(decomposed.len());
    for letter in decomposed.chars() {
        match letter {
            // Combining marks; Arabic vowel signs and the stretching of letters.
            '\u{300}'..='\u{36f}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' => {}
            'ø' => plain.push('o'),
            'ł' => plain.push('l'),
            'đ' | 'ð' => plain.push('d'),
            'ı' => plain.push('i'),
            'ə' => plain.push('e'),
            'þ' => plain.push_str("th"),
            'ß' => plain.push_str("ss"),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            other => plain.push(other),
        }
    }
    plain
}

/// What words that are easily taken for each other have in common: the kind of the first letter, then
/// the sounds of the consonants, none twice in a row. `kazakhstan`, `kasachstan` and `kazakstan` have
/// the same skeleton.
///
/// Words stand in the index by their skeletons, so that inflected forms, further letters and most
/// typing errors stand beside a word, in the same file. The skeleton of a beginning of a word is a
/// beginning of the skeleton of the word.
pub(crate) fn skeleton(word: &str) -> String {
    let mut skeleton = String::with_capacity(word.len());
    let mut last = None;
    for (place, letter) in word.chars().enumerate() {
        let sound = match letter {
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'а' | 'е' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'ю'
            | 'я' => {
                if place == 0 {
                    skeleton.push('*');
                }
                // What stands between two consonants keeps them apart no more than nothing does.
                continue;
            }
            'h' | 'ь' | 'ъ' if place > 0 => continue,
            'c' | 'q' => 'k',
            'z' => 's',
            'v' => 'w',
            'j' => 'g',
            other => other,
        };
        if last != Some(sound) {
            skeleton.push(sound);
        }
        last = Some(sound);
    }
    skeleton
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn marks_and_case_do_not_count() {
        let cases = [
            ("Türkiye", "turkiye"),
            ("ŁÓDŹ", "lodz"),
            ("Straße", "strasse"),
            ("Ещё", "еще"),
            ("Sinirlioğlu", "sinirlioglu"),
            ("Ísland", "island"),
            ("Þór", "thor"),
            ("ISTANBUL", "istanbul"),
            ("İstanbul", "istanbul"),
            ("أستانا", "استانا"),
        ];
        for (word, folded) in cases {
            assert_eq!(fold(&lower(word)), folded);
        }
    }

    #[test]
    fn words_that_are_taken_for_each_other_have_one_skeleton() {
        for (one, other) in [
            ("kazakhstan", "kasachstan"),
            ("kazakhstan", "kazahkstan"),
            ("kyrgyzstan", "kirgistan"),
            ("committee", "comitee"),
            ("elections", "alections"),
            ("выборы", "выбора"),
        ] {
            assert_eq!(skeleton(one), skeleton(other));
        }
    }

    proptest! {
        #[test]
        fn the_skeleton_of_a_beginning_begins_the_skeleton(word in "[a-zа-я]{0,12}", length in 0usize..12) {
            let beginning: String = word.chars().take(length).collect();
            prop_assert!(skeleton(&word).starts_with(&skeleton(&beginning)));
        }

        #[test]
        fn folding_twice_changes_nothing(word: String) {
            let folded = fold(&lower(&word));
            prop_assert_eq!(fold(&folded), folded);
        }
    }
}

//! Stems, by Snowball's rules for each language.

use rust_stemmers::{Algorithm, Stemmer};

use crate::{ending::Ending, fold::fold};

/// The folded stem of a word in small letters, which still has its marks; none if its language (BCP 47)
/// has no rules.
pub(super) fn stem(word: &str, language: &str) -> Option<String> {
    let algorithm = match language.split('-').next()? {
        "ar" => Algorithm::Arabic,
        "da" => Algorithm::Danish,
        "de" => Algorithm::German,
        "el" => Algorithm::Greek,
        "en" => Algorithm::English,
        "es" => Algorithm::Spanish,
        "fr" => Algorithm::French,
        "hu" => Algorithm::Hungarian,
        "it" => Algorithm::Italian,
        "nb" | "nn" | "no" => Algorithm::Norwegian,
        "nl" => Algorithm::Dutch,
        "pt" => Algorithm::Portuguese,
        "ro" => Algorithm::Romanian,
        "ru" => Algorithm::Russian,
        "sv" => Algorithm::Swedish,
        "tr" => Algorithm::Turkish,
        _ => return None,
    };
    let word = if word.contains('ё') { word.replace('ё', "е") } else { word.to_owned() };
    Some(fold(&Stemmer::create(algorithm).stem(&word)))
}

/// The endings that the official languages of the OSCE have most often, folded: a small archive has too
/// few words to tell.
const USUAL: &str = "s es ed er ers ing ion ions ly \
    e en n em ern es \
    ee ees ent a ant \
    i o os as \
    а ы и у ю е о я ой ом ем ов ев ам ям ами ями ах ях ей ия ии ию ый ая ое ые ого ому ым ых ую";

/// [`USUAL`], and those of which the stem ends otherwise.
pub(super) fn usual_endings() -> impl Iterator<Item = Ending> {
    USUAL.split(' ').map(Ending::added).chain(Ending::of("country", "countri"))
}

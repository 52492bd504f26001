//! The phrases that texts are made of, a book for each language.

use std::io;

use serde::Deserialize;

const BOOKS: [(&str, &str); 4] = [
    ("en", include_str!("phrases/en.toml")),
    ("fr", include_str!("phrases/fr.toml")),
    ("de", include_str!("phrases/de.toml")),
    ("ru", include_str!("phrases/ru.toml")),
];

/// The phrases of a language, with names in braces that stand for something.
#[derive(Deserialize)]
pub(super) struct Phrasebook {
    /// The primary subtag of its language.
    #[serde(skip)]
    pub(super) language: &'static str,
    /// How a text begins.
    pub(super) opening: String,
    pub(super) title: Vec<String>,
    pub(super) sentence: Vec<String>,
    pub(super) heading: Vec<String>,
    /// What a file is called that goes with a text.
    pub(super) attachment: String,
}

impl Phrasebook {
    /// All books, the English one first.
    pub(super) fn all() -> io::Result<Vec<Self>> {
        let read = |(language, text)| {
            let book = toml::from_str::<Self>(text).map_err(io::Error::other)?;
            Ok(Self { language, ..book })
        };
        BOOKS.into_iter().map(read).collect()
    }
}

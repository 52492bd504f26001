//! Names for addresses, made of labels and titles.

use rostrum_model::Slug;

/// The slug of a text: accents and other scripts folded to plain letters, words joined by hyphens,
/// cut between two words where it would be too long. None if no letter is left.
pub(crate) fn slug_of(text: &str) -> Option<Slug> {
    let plain = deunicode::deunicode(text).to_lowercase().replace(['\'', '’'], "");
    let mut slug = String::new();
    for word in plain
        .split(|character: char| !character.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        let separator = usize::from(!slug.is_empty());
        if slug.len() + separator + word.len() > Slug::MAX_LENGTH {
            if slug.is_empty() {
                slug.push_str(&word[..Slug::MAX_LENGTH]);
            }
            break;
        }
        if separator == 1 {
            slug.push('-');
        }
        slug.push_str(word);
    }
    slug.parse().ok()
}

/// The slug of a country: of its name without the article.
pub(crate) fn country_slug(name: &str) -> Option<Slug> {
    const ARTICLES: [&str; 1] = ["the "];
    let start = ARTICLES.iter().find(|article| {
        name.get(..article.len()).is_some_and(|start| start.eq_ignore_ascii_case(article))
    });
    slug_of(start.map_or(name, |article| &name[article.len()..]))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn accents_slashes_and_capitals_are_folded() {
        for (text, slug) in [
            ("Türkiye", "turkiye"),
            ("Cyber/ICT Security", "cyber-ict-security"),
            ("Reform and co-operation", "reform-and-co-operation"),
            ("Kazakhstan's bid", "kazakhstans-bid"),
            ("Łódź — Straße", "lodz-strasse"),
        ] {
            assert_eq!(slug_of(text).unwrap().as_str(), slug);
        }
        assert_eq!(slug_of(" – "), None);
        assert_eq!(country_slug("The Netherlands").unwrap().as_str(), "netherlands");
        assert_eq!(country_slug("Theland").unwrap().as_str(), "theland");
    }

    #[test]
    fn a_long_title_is_cut_between_words() {
        let slug = slug_of(&"seven words ".repeat(12)).unwrap();
        assert!(slug.as_str().len() <= Slug::MAX_LENGTH);
        assert!(slug.as_str().ends_with("-seven") || slug.as_str().ends_with("-words"));
        assert_eq!(slug_of(&"x".repeat(200)).unwrap().as_str().len(), Slug::MAX_LENGTH);
    }

    proptest! {
        #[test]
        fn any_text_gives_a_slug_or_none(text in "\\PC{0,60}") {
            let _ = slug_of(&text);
            let _ = country_slug(&text);
        }
    }
}

//! A story as files: front matter and Markdown, in the default language and in some others.

use std::{fmt::Write, io, path::PathBuf};

use rostrum_model::{Attachment, Language, Text};
use serde::Serialize;

use super::{chance::Chance, phrasebook::Phrasebook, story::Story};
use crate::{
    import::{slug_of, yaml},
    sources::Sources,
};

#[derive(Serialize)]
struct FrontMatter<'s> {
    title: &'s str,
    date: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'s str>,
    #[serde(skip_serializing_if = "Text::is_empty")]
    place: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'s str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    countries: Vec<&'s str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fields: Vec<&'s str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    structures: Vec<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    terms: Option<[&'s str; 1]>,
    origin: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attachments: Vec<Attachment>,
}

#[derive(Serialize)]
struct TranslatedFrontMatter<'s> {
    title: &'s str,
}

/// The files of a story, with their names in the folder of the sources.
pub(super) fn files(
    story: &Story<'_>,
    sources: &Sources,
    books: &[Phrasebook],
    chance: &mut Chance,
) -> io::Result<Vec<(PathBuf, String)>> {
    let default = &sources.languages.default;
    let book_of =
        |language: &Language| books.iter().find(|book| book.language == language.primary());
    let Some(book) = book_of(default).or_else(|| books.first()) else { return Ok(Vec::new()) };
    let mut teller = Teller { story, sources, book, language: default, chance };
    let title = teller.title();
    let name = name(story, &title);
    let front = yaml(&teller.front_matter(&title))?;
    let mut files = vec![(format!("{name}.md").into(), document(&front, &teller.body()))];
    let others = sources.languages.available.iter().filter(|language| *language != default);
    for (language, share) in others.zip([0.3, 0.15, 0.1, 0.05, 0.05]) {
        if let Some(book) = book_of(language).filter(|_| teller.chance.happens(share)) {
            teller = Teller { book, language, ..teller };
            let title = teller.title();
            let front = yaml(&TranslatedFrontMatter { title: &title })?;
            files.push((format!("{name}.{language}.md").into(), document(&front, &teller.body())));
        }
    }
    Ok(files)
}

fn document(front: &str, body: &str) -> String {
    format!("---\n{front}---\n{body}")
}

/// Where a story stands, without its ending. The number keeps two stories of a day apart.
fn name(story: &Story<'_>, title: &str) -> String {
    let short: String = title.chars().take(60).collect();
    let slug = slug_of(&short).map(|slug| slug.to_string()).unwrap_or_default();
    let Story { date, number, .. } = story;
    format!("releases/{:04}/{:02}/{date}-{slug}-{number}", date.year(), date.month())
}

/// Tells a story in a language.
struct Teller<'t, 's> {
    story: &'t Story<'s>,
    sources: &'t Sources,
    book: &'t Phrasebook,
    language: &'t Language,
    chance: &'t mut Chance,
}

impl<'s> Teller<'_, 's> {
    fn front_matter<'f>(&mut self, title: &'f str) -> FrontMatter<'f>
    where
        's: 'f,
    {
        let story = self.story;
        let attachment = self.chance.happens(0.05).then(|| Attachment {
            name: self.filled(&self.book.attachment),
            href: "https://example.org/document.pdf".parse().expect("this is an address"),
            media_type: "application/pdf".to_owned(),
            size: Some(u64::from(self.chance.between(20_000, 2_000_000))),
        });
        FrontMatter {
            title,
            date: story.date.to_string(),
            kind: story.kind.map(rostrum_model::Slug::as_str),
            place: story.host.map(|host| host.capital.clone()).unwrap_or_default(),
            source: story.source.map(|source| source.slug.as_str()),
            countries: story.countries.iter().map(|country| country.slug.as_str()).collect(),
            fields: story.fields.iter().map(|field| field.slug.as_str()).collect(),
            structures: story.structures.iter().map(|one| one.slug.as_str()).collect(),
            terms: story.term.map(|term| [term.as_str()]),
            origin: "synthetic",
            attachments: attachment.into_iter().collect(),
        }
    }

    fn title(&mut self) -> String {
        self.phrase(&self.book.title)
    }

    /// The text: most often a few paragraphs, sometimes a long one with all that texts can hold.
    fn body(&mut self) -> String {
        let mut body = format!("\n{}\n", self.opening());
        for _ in 0..self.chance.about(5.0) {
            body.push('\n');
            let block = match self.chance.between(0, 99) {
                0..4 => format!("## {}", self.phrase(&self.book.heading)),
                4..10 => self.list(),
                10..16 => self.quotation(),
                16..18 => self.table(),
                _ => self.paragraph(),
            };
            body.push_str(&block);
            body.push('\n');
        }
        body
    }

    fn opening(&mut self) -> String {
        let sentence = self.paragraph();
        self.filled(&self.book.opening).replace("{sentence}", &sentence)
    }

    fn paragraph(&mut self) -> String {
        let sentences: Vec<String> = (0..self.chance.between(2, 6))
            .map(|_| {
                let sentence = self.phrase(&self.book.sentence);
                match self.chance.between(0, 29) {
                    0 => format!("*{sentence}*"),
                    1 => format!("[{sentence}](https://example.org/)"),
                    _ => sentence,
                }
            })
            .collect();
        sentences.join(" ")
    }

    fn list(&mut self) -> String {
        let items: Vec<String> = (0..self.chance.between(3, 6))
            .map(|_| format!("- {}", self.phrase(&self.book.sentence)))
            .collect();
        items.join("\n")
    }

    fn quotation(&mut self) -> String {
        let (said, by) = (self.phrase(&self.book.sentence), self.filled("{structure}"));
        format!("> {said}\n>\n> — {by}")
    }

    fn table(&mut self) -> String {
        let mut table = self.filled("| {country} | {field} |\n| --- | --- |");
        for _ in 0..self.chance.between(2, 8) {
            let _ = write!(table, "\n{}", self.filled("| {year} | {number} |"));
        }
        table
    }

    fn phrase(&mut self, phrases: &[String]) -> String {
        let phrase = self.chance.one_of(phrases).cloned().unwrap_or_default();
        self.filled(&phrase)
    }

    /// A phrase with its names in braces filled in; one that nothing stands behind is left.
    fn filled(&mut self, phrase: &str) -> String {
        let mut filled = String::new();
        let mut rest = phrase;
        while let Some((before, (name, after))) =
            rest.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
        {
            filled.push_str(before);
            filled.push_str(&self.meaning(name));
            rest = after;
        }
        filled + rest
    }

    fn meaning(&mut self, name: &str) -> String {
        let Story { source, countries, fields, host, .. } = self.story;
        let named = match name {
            "structure" => source.map(|structure| &structure.name),
            "country" => self.chance.favourite(countries).map(|country| &country.name),
            "field" => self.chance.favourite(fields).map(|field| &field.name),
            "city" => host.map(|host| &host.capital),
            "name" => return self.chance.name(),
            "number" => return (self.chance.about(40.0) + 2).to_string(),
            "year" => {
                let years = self.chance.about(4.0);
                return u32::from(self.story.date.year()).saturating_sub(years).to_string();
            }
            unknown => return format!("{{{unknown}}}"),
        };
        let organization = &self.sources.organization.abbreviation;
        let named = named.filter(|text| !text.is_empty()).unwrap_or(organization);
        named.localized(self.language).text.to_owned()
    }
}

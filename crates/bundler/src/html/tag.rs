//! Marks on words: what a tag within a line means.

use rostrum_model::{Href, Inline, Language, plain_text};

use super::{
    Markup,
    token::{Tag, Token, tokens},
};

/// A mark on words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Stressed.
    Emphasis,
    /// Important.
    Strong,
    /// A link.
    Link(Href),
    /// A short form with its long one.
    Abbreviation(String),
    /// Lowered.
    Subscript,
    /// Raised.
    Superscript,
    /// Code.
    Code,
    /// Of another language.
    Language(Language),
}

impl Mark {
    /// The words with this mark.
    pub(crate) fn on(self, text: Vec<Inline>) -> Inline {
        match self {
            Self::Emphasis => Inline::Emphasis { text },
            Self::Strong => Inline::Strong { text },
            Self::Link(href) => Inline::Link { href, text },
            Self::Abbreviation(title) => Inline::Abbreviation { title, text },
            Self::Subscript => Inline::Subscript { text },
            Self::Superscript => Inline::Superscript { text },
            Self::Code => Inline::Code { text: on_one_line(&text) },
            Self::Language(language) => Inline::Span { language, text },
        }
    }

    /// The mark that an element makes. None if it makes none; a reason if it should have.
    pub(super) fn of(tag: &Tag, markup: &Markup<'_>) -> Result<Option<Self>, String> {
        Ok(match tag.name.as_str() {
            "em" | "i" | "cite" | "dfn" | "var" => Some(Self::Emphasis),
            "strong" | "b" => Some(Self::Strong),
            "sub" => Some(Self::Subscript),
            "sup" => Some(Self::Superscript),
            "code" | "kbd" | "samp" | "tt" => Some(Self::Code),
            "abbr" | "acronym" => tag.attribute("title").map(|title| {
                Self::Abbreviation(title.split_whitespace().collect::<Vec<_>>().join(" "))
            }),
            "a" => match tag.attribute("href") {
                Some(address) => Some(Self::Link(markup.href(address)?)),
                None => None,
            },
            _ => Self::language(tag, markup),
        })
    }

    /// The mark that the attribute `lang` makes.
    pub(super) fn language(tag: &Tag, markup: &Markup<'_>) -> Option<Self> {
        let written = tag.attribute("lang").or_else(|| tag.attribute("xml:lang"))?;
        let language = language_of(written)?;
        let is_usual = markup.language.is_some_and(|usual| usual.primary() == language.primary());
        (!is_usual).then_some(Self::Language(language))
    }

    /// Whether words that have the one mark cannot have the other too.
    pub(super) fn excludes(&self, other: &Self) -> bool {
        self == other || matches!((self, other), (Self::Link(_), Self::Link(_)))
    }
}

/// A language as sources write it: `fr`, `FR`, `fr_CA`.
pub(crate) fn language_of(written: &str) -> Option<Language> {
    let written = written.trim().replace('_', "-");
    let (primary, rest) = written.split_at(written.find('-').unwrap_or(written.len()));
    format!("{}{rest}", primary.to_ascii_lowercase()).parse().ok()
}

/// A tag that stands within Markdown.
pub(crate) enum InlineTag {
    /// It marks the words up to its end.
    Open(&'static str, Mark),
    /// It ends a mark.
    Close(&'static str),
    /// It breaks the line.
    Break,
    /// A comment.
    Comment,
    /// It is not kept, with the reason.
    Refused(String),
}

/// The elements that may stand within a line of Markdown.
const INLINE: [&str; 10] = ["abbr", "span", "sub", "sup", "em", "strong", "a", "code", "i", "b"];

impl InlineTag {
    /// Reads one tag.
    pub(crate) fn read(html: &str) -> Self {
        let mut first = None;
        tokens(html, &mut |token| first = first.take().or(Some(token)));
        let known = |name: &str| INLINE.into_iter().find(|known| *known == name);
        let refused = |name: &str| {
            Self::Refused(format!("`<{name}>` is not kept within a line; its text is"))
        };
        match first {
            Some(Token::Start(tag)) if tag.name == "br" => Self::Break,
            Some(Token::Start(tag)) => {
                let Some(name) = known(&tag.name) else { return refused(&tag.name) };
                match Mark::of(&tag, &Markup::new(html)) {
                    Ok(Some(mark)) => Self::Open(name, mark),
                    Ok(None) => Self::Refused(match name {
                        "abbr" => "`<abbr>` needs a `title` with the long form".to_owned(),
                        "span" => "`<span>` needs a `lang` with a language tag".to_owned(),
                        _ => format!("`<{name}>` needs an address in `href`"),
                    }),
                    Err(reason) => Self::Refused(reason),
                }
            }
            Some(Token::End(name)) => match known(&name) {
                Some(name) => Self::Close(name),
                None => refused(&format!("/{name}")),
            },
            Some(Token::Comment(..)) => Self::Comment,
            _ => Self::Refused("this is not HTML that is kept here".to_owned()),
        }
    }
}

/// The words of code, which has no line breaks: several in a row are one space, as HTML has it.
fn on_one_line(inlines: &[Inline]) -> String {
    let mut text: Vec<char> = plain_text(inlines).chars().collect();
    text.dedup_by(|next, last| (*next, *last) == (' ', ' '));
    text.into_iter().collect()
}

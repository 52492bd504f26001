//! The body of a text, as structured blocks: never HTML. The page builds nodes from them, so that a
//! text from outside cannot carry a script by construction.

use serde::Serialize;

use crate::{
    Href, Language,
    json::{FromJson, Reader, Value, from_json},
};

/// A part of a body that stands on its own lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Block {
    /// A paragraph.
    Paragraph {
        /// Its text.
        text: Vec<Inline>,
    },
    /// A heading within the body.
    Heading {
        /// 2 to 6; the page's title is the heading of level 1.
        #[cfg_attr(feature = "schema", schemars(range(min = 2, max = 6)))]
        level: u8,
        /// Its text.
        text: Vec<Inline>,
    },
    /// A list; its items hold blocks, so lists nest.
    List {
        /// The number of the first item of a numbered list; absent where items have bullets.
        #[serde(skip_serializing_if = "Option::is_none")]
        start: Option<u32>,
        /// The items.
        items: Vec<Vec<Block>>,
    },
    /// A quotation that stands apart.
    Quotation {
        /// What is quoted.
        body: Vec<Block>,
        /// Who said it or where it stands, if that is known.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        attribution: Vec<Inline>,
    },
    /// A table.
    Table {
        /// What it shows.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        caption: Vec<Inline>,
        /// Its rows, from the top.
        rows: Vec<Row>,
    },
    /// A picture with its description.
    Figure(Figure),
    /// Text whose line breaks and spaces count.
    Code {
        /// The text.
        text: String,
    },
    /// A change of subject.
    Rule,
}

/// One row of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Row {
    /// Its cells, in reading order.
    pub cells: Vec<Cell>,
}

/// One cell of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cell {
    /// Its text.
    pub text: Vec<Inline>,
    /// Whether it names its row or column.
    #[serde(skip_serializing_if = "is_false")]
    pub is_header: bool,
}

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Figure {
    /// Where the picture is.
    pub source: Href,
    /// What it shows, for those who do not see it; empty if it says nothing beyond the caption.
    pub alternative: String,
    /// Its caption.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub caption: Vec<Inline>,
    /// Width in pixels, so that room is kept before it loads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
    /// Height in pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub height: Option<u32>,
}

/// A run of text within a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Inline {
    /// Plain text; in JSON `{"type": "text", "text": "…"}`.
    Text {
        /// The text.
        text: String,
    },
    /// Stressed text.
    Emphasis {
        /// What it holds.
        text: Vec<Inline>,
    },
    /// Important text.
    Strong {
        /// What it holds.
        text: Vec<Inline>,
    },
    /// A link.
    Link {
        /// Where it leads.
        href: Href,
        /// What it holds.
        text: Vec<Inline>,
    },
    /// A short form with its long one.
    Abbreviation {
        /// The long form.
        title: String,
        /// The short form.
        text: Vec<Inline>,
    },
    /// The end of a line within a paragraph.
    Break,
    /// Lowered text.
    Subscript {
        /// What it holds.
        text: Vec<Inline>,
    },
    /// Raised text.
    Superscript {
        /// What it holds.
        text: Vec<Inline>,
    },
    /// Code within a line.
    Code {
        /// The text.
        text: String,
    },
    /// Words of another language.
    Span {
        /// Which one.
        language: Language,
        /// What it holds.
        text: Vec<Inline>,
    },
}

impl Inline {
    /// Plain text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::Text { text: text.into() }
    }
}

/// A file that goes with a release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Attachment {
    /// What it is called.
    pub name: String,
    /// Where it is.
    pub href: Href,
    /// Its media type (RFC 6838), such as `application/pdf`.
    pub media_type: String,
    /// Its size in bytes, if that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<u64>,
}

from_json! {
    Row { cells }
    Cell { text; is_header }
    Figure { source; alternative, caption, width, height }
    Attachment { name, href, media_type; size }
}

impl FromJson for Block {
    fn from_json(value: &Value<'_>, reader: &mut Reader) -> Self {
        match reader.required::<String>(value, "type").as_str() {
            "paragraph" => Self::Paragraph { text: reader.required(value, "text") },
            "heading" => Self::Heading {
                level: reader.required(value, "level"),
                text: reader.required(value, "text"),
            },
            "list" => Self::List {
                start: reader.optional(value, "start"),
                items: reader.required(value, "items"),
            },
            "quotation" => Self::Quotation {
                body: reader.required(value, "body"),
                attribution: reader.optional(value, "attribution"),
            },
            "table" => Self::Table {
                caption: reader.optional(value, "caption"),
                rows: reader.required(value, "rows"),
            },
            "figure" => Self::Figure(Figure::from_json(value, reader)),
            "code" => Self::Code { text: reader.required(value, "text") },
            "rule" => Self::Rule,
            unknown => {
                reader.fault(&["there is no block of the type `", unknown, "`"]);
                Self::Rule
            }
        }
    }
}

impl FromJson for Inline {
    fn from_json(value: &Value<'_>, reader: &mut Reader) -> Self {
        let kind: String = reader.required(value, "type");
        match kind.as_str() {
            "text" => return Self::Text { text: reader.required(value, "text") },
            "code" => return Self::Code { text: reader.required(value, "text") },
            "break" => return Self::Break,
            _ => {}
        }
        let text = reader.required(value, "text");
        match kind.as_str() {
            "emphasis" => Self::Emphasis { text },
            "strong" => Self::Strong { text },
            "link" => Self::Link { href: reader.required(value, "href"), text },
            "abbreviation" => Self::Abbreviation { title: reader.required(value, "title"), text },
            "subscript" => Self::Subscript { text },
            "superscript" => Self::Superscript { text },
            "span" => Self::Span { language: reader.required(value, "language"), text },
            unknown => {
                reader.fault(&["there is no text of the type `", unknown, "`"]);
                Self::Break
            }
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature is serde's")]
fn is_false(value: &bool) -> bool {
    !value
}

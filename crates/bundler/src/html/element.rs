//! What is known of the elements of HTML.

/// What an element does to the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Element {
    /// It stands on its own lines and says nothing else.
    Part,
    /// A paragraph.
    Paragraph,
    /// A heading of a level.
    Heading(u8),
    /// A list.
    List,
    /// An item of a list.
    Item,
    /// A quotation.
    Quotation,
    /// A table.
    Table,
    /// A row of a table.
    Row,
    /// A cell of a table.
    Cell,
    /// The caption of a table.
    TableCaption,
    /// A picture with its caption.
    Figure,
    /// The caption of a picture.
    FigureCaption,
    /// A picture.
    Picture,
    /// Who is quoted.
    Attribution,
    /// Text whose spaces count.
    Preformatted,
    /// A change of subject.
    Rule,
    /// The end of a line.
    Break,
    /// A quotation within a line.
    Quoted,
    /// A mark on words.
    Mark,
    /// It says nothing that is kept, and its text goes on.
    Transparent,
    /// Its text is no text of the body.
    Hidden,
    /// It shows something from elsewhere.
    Embedded,
    /// Nothing is known of it; its text goes on.
    Unknown,
}

/// The element of a name.
pub(super) fn element(name: &str) -> Element {
    match name {
        "p" => Element::Paragraph,
        "div" | "section" | "article" | "main" | "aside" | "header" | "nav" | "address"
        | "center" | "hgroup" | "body" | "html" | "dl" | "dt" | "dd" | "summary" => Element::Part,
        "h1" | "h2" => Element::Heading(2),
        "h3" => Element::Heading(3),
        "h4" => Element::Heading(4),
        "h5" => Element::Heading(5),
        "h6" => Element::Heading(6),
        "ul" | "ol" | "menu" => Element::List,
        "li" => Element::Item,
        "blockquote" => Element::Quotation,
        "table" => Element::Table,
        "tr" => Element::Row,
        "td" | "th" => Element::Cell,
        "caption" => Element::TableCaption,
        "figure" => Element::Figure,
        "figcaption" => Element::FigureCaption,
        "img" | "image" => Element::Picture,
        "footer" | "cite" => Element::Attribution,
        "pre" | "xmp" | "listing" => Element::Preformatted,
        "hr" => Element::Rule,
        "br" => Element::Break,
        "q" => Element::Quoted,
        "em" | "i" | "dfn" | "var" | "strong" | "b" | "sub" | "sup" | "code" | "kbd" | "samp"
        | "tt" | "abbr" | "acronym" | "a" | "span" => Element::Mark,
        "tbody" | "thead" | "tfoot" | "colgroup" | "col" | "picture" | "font" | "small" | "big"
        | "ins" | "time" | "bdi" | "bdo" | "wbr" | "nobr" | "label" | "data" | "head" | "meta"
        | "o:p" => Element::Transparent,
        "script" | "style" | "noscript" | "title" | "noembed" | "noframes" => Element::Hidden,
        "iframe" | "video" | "audio" | "embed" | "object" | "source" | "track" | "frame"
        | "applet" | "bgsound" => Element::Embedded,
        _ => Element::Unknown,
    }
}

/// Whether an element has neither text nor an end.
pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "image"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
            | "bgsound"
            | "frame"
    )
}

//! Where importers hand over what they have read, and what becomes of it on the way: what must
//! stay out is counted by its reason, dates are read, bodies become blocks.

use std::{collections::BTreeMap, ops::Range};

use jiff::Timestamp;
use rostrum_model::{Block, Href, Inline, plain_text};
use url::Url;

use super::{ReleaseDraft, Revision, moment::Moment};
use crate::{
    finding::{Findings, Place},
    html::{LineEnds, Markup, is_too_long, read_html},
    sources::{Source, read_markdown},
};

/// Why an item stays out of the sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reason {
    /// It is not finished.
    Draft,
    /// It is for some readers alone.
    Private,
    /// Readers need a password.
    Protected,
    /// It was thrown away, withdrawn or cancelled.
    Withdrawn,
    /// It may not be published yet.
    Embargoed,
    /// A later version of it was withdrawn.
    Outdated,
    /// It is no release: a page, a picture, a revision.
    Other,
    /// It has no text.
    Empty,
    /// Its text is too long to be read.
    TooLong,
}

impl Reason {
    /// What so many of them are called.
    fn told(self, count: usize) -> String {
        let (one, many) = match self {
            Self::Draft => ("draft", "drafts"),
            Self::Private => ("private item", "private items"),
            Self::Protected => ("item with a password", "items with a password"),
            Self::Withdrawn => ("withdrawn item", "withdrawn items"),
            Self::Embargoed => ("embargoed item", "embargoed items"),
            Self::Outdated => {
                ("older version of a withdrawn item", "older versions of withdrawn items")
            }
            Self::Other => ("item that is no release", "items that are no releases"),
            Self::TooLong => ("item whose text is too long", "items whose texts are too long"),
            Self::Empty => ("item without a title or text", "items without a title or text"),
        };
        format!("{count} {}", if count == 1 { one } else { many })
    }
}

/// Takes what importers have read.
pub(super) struct Intake<'i> {
    /// Where they note what they find.
    pub(super) findings: &'i mut Findings,
    take: &'i mut dyn FnMut(ReleaseDraft, &mut Findings),
    left_out: BTreeMap<Reason, usize>,
    now: Timestamp,
    /// Whether the last text was too long to be read.
    is_too_long: bool,
    /// The versions that were withdrawn, by what the source calls the item.
    pub(super) withdrawn: BTreeMap<String, Revision>,
    /// Names by taxonomy and number, from files that only list them.
    pub(super) terms: BTreeMap<(String, String), String>,
    /// What the user says about the columns of tables: what each is, and its header.
    pub(super) columns: &'i [(String, String)],
    /// Addresses of the pages of an interface that were read, and those that follow them.
    pub(super) pages: Vec<String>,
    /// The pages that follow, with the place that names them.
    pub(super) next_pages: Vec<(String, Place)>,
}

impl<'i> Intake<'i> {
    /// An intake that hands drafts on.
    pub(super) fn new(
        findings: &'i mut Findings,
        take: &'i mut dyn FnMut(ReleaseDraft, &mut Findings),
    ) -> Self {
        Self {
            findings,
            take,
            left_out: BTreeMap::new(),
            now: Timestamp::now(),
            is_too_long: false,
            withdrawn: BTreeMap::new(),
            terms: BTreeMap::new(),
            columns: &[],
            pages: Vec::new(),
            next_pages: Vec::new(),
        }
    }

    /// Takes a release. One without a title or text, or without a date, is told of.
    pub(super) fn release(&mut self, mut draft: ReleaseDraft) {
        draft.title = draft.title.split_whitespace().collect::<Vec<_>>().join(" ");
        let place = || draft.place.clone().unwrap_or_else(|| Place::file("".as_ref()));
        if std::mem::take(&mut self.is_too_long) {
            return self.leave_out(Reason::TooLong);
        }
        if draft.title.is_empty() || draft.body.is_empty() {
            let lacks = if draft.title.is_empty() { "title" } else { "text" };
            self.findings.warning(place(), format!("this item has no {lacks}, so it was left out"));
            return self.leave_out(Reason::Empty);
        }
        let withdrawn = draft.identifier.as_ref().and_then(|name| self.withdrawn.get(name));
        if withdrawn.is_some() && withdrawn >= draft.revision.as_ref() {
            return self.leave_out(Reason::Outdated);
        }
        if draft.date.is_none() {
            self.findings
                .error(place(), "this item has no date")
                .help("give it one: rename its file to YYYY-MM-DD-name.md, move it to the folder of its year, and add `date`");
        }
        (self.take)(draft, self.findings);
    }

    /// Counts an item that stays out.
    pub(super) fn leave_out(&mut self, reason: Reason) {
        *self.left_out.entry(reason).or_default() += 1;
    }

    /// Counts a version of an item that stays out. Where it was withdrawn, so are those before it.
    pub(super) fn leave_out_version(
        &mut self,
        reason: Reason,
        identifier: Option<String>,
        revision: Option<Revision>,
    ) {
        self.leave_out(reason);
        if let (Reason::Withdrawn, Some(identifier), Some(revision)) =
            (reason, identifier, revision)
        {
            let last = self.withdrawn.entry(identifier).or_default();
            *last = revision.max(std::mem::take(last));
        }
    }

    /// Gives the draft its date; false, with the item counted, if that is still to come.
    pub(super) fn date(&mut self, draft: &mut ReleaseDraft, written: Option<&str>) -> bool {
        let Some(written) = written else { return true };
        match Moment::read(written) {
            Some(moment) => self.moment(draft, moment),
            None => {
                if let Some(place) = draft.place.clone() {
                    self.findings
                        .warning(place, format!("`{written}` is not a date that is read here"))
                        .help("write year-month-day, such as 2007-04-30");
                }
                true
            }
        }
    }

    /// The same with a date that was read.
    pub(super) fn moment(&mut self, draft: &mut ReleaseDraft, moment: Moment) -> bool {
        if moment.is_after(self.now) {
            self.leave_out(Reason::Embargoed);
            return false;
        }
        draft.date = Some(moment.date);
        draft.published = moment.published;
        true
    }

    /// Whether an embargo still holds. One that cannot be read does.
    pub(super) fn is_embargoed(&self, until: Option<&str>) -> bool {
        until.is_some_and(|until| Moment::read(until).is_none_or(|until| until.is_after(self.now)))
    }

    /// Reads a body in HTML whose bytes have a place of their own.
    pub(super) fn body(
        &mut self,
        html: &str,
        draft: &ReleaseDraft,
        line_ends: LineEnds,
        place: &dyn Fn(Range<usize>) -> Place,
    ) -> Vec<Block> {
        self.is_too_long = is_too_long(html.len(), || place(0..0), self.findings);
        if self.is_too_long {
            return Vec::new();
        }
        let own = || draft.url.as_ref().and_then(|url| Url::parse(url.as_str()).ok());
        let base = draft.base.clone().or_else(own);
        let language = draft.language.as_ref();
        let markup = Markup { html, base: base.as_ref(), language, line_ends };
        read_html(&markup, place, self.findings)
    }

    /// Reads a body in HTML that stands somewhere within the item.
    pub(super) fn body_of(&mut self, html: &str, draft: &ReleaseDraft) -> Vec<Block> {
        let place = draft.place.clone().unwrap_or_else(|| Place::file("".as_ref()));
        self.body(html, draft, LineEnds::Spaces, &|_| place.clone())
    }

    /// Reads a body of plain text, with empty lines between its paragraphs.
    pub(super) fn plain_body(&mut self, text: &str, draft: &ReleaseDraft) -> Vec<Block> {
        let place = || draft.place.clone().unwrap_or_else(|| Place::file("".as_ref()));
        self.is_too_long = is_too_long(text.len(), place, self.findings);
        if self.is_too_long { Vec::new() } else { paragraphs(text) }
    }

    /// Reads a body of Markdown, which stands at the end of a source.
    pub(super) fn markdown_body(&mut self, source: &Source, start: usize) -> Vec<Block> {
        let end = source.text().len();
        self.is_too_long = is_too_long(end - start, || source.place(start..start), self.findings);
        if self.is_too_long {
            return Vec::new();
        }
        read_markdown(source, start..end, self.findings)
    }

    /// What stayed out, in a line; none if nothing did. Pages that are missing are told of.
    pub(super) fn summary(&mut self) -> Option<String> {
        for (next, place) in std::mem::take(&mut self.next_pages) {
            if !self.pages.contains(&next) {
                self.findings
                    .warning(
                        place,
                        format!("the items go on at {next}, which was not among the files"),
                    )
                    .help("save that page too, and import all of them together");
            }
        }
        let told: Vec<_> =
            self.left_out.iter().map(|(reason, count)| reason.told(*count)).collect();
        (!told.is_empty()).then(|| format!("left out: {}", told.join(", ")))
    }
}

/// A text that may hold references and tags of HTML as plain text: a title, a name.
pub(super) fn plain(html: &str) -> String {
    if !html.contains(['&', '<']) {
        return html.trim().to_owned();
    }
    let source = Source::new("", html);
    let mut findings = Findings::default();
    let blocks = read_html(&Markup::new(html), &|bytes| source.place(bytes), &mut findings);
    let words = |block: &Block| match block {
        Block::Paragraph { text } | Block::Heading { text, .. } => plain_text(text),
        Block::Code { text } => text.clone(),
        _ => String::new(),
    };
    let text = blocks.iter().map(words).collect::<Vec<_>>().join(" ");
    text.trim().to_owned()
}

/// Plain text with empty lines between paragraphs, as blocks.
fn paragraphs(text: &str) -> Vec<Block> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let has_empty_lines = text.trim().contains("\n\n");
    let parts: Vec<&str> =
        if has_empty_lines { text.split("\n\n").collect() } else { text.split('\n').collect() };
    parts.into_iter().filter_map(paragraph).collect()
}

/// Words as a paragraph, without the control characters that spreadsheets and damaged files have;
/// none if there are no words.
fn paragraph(text: &str) -> Option<Block> {
    let mut words = String::new();
    for word in text.split_whitespace() {
        if !words.is_empty() && !words.ends_with(' ') {
            words.push(' ');
        }
        words.extend(word.chars().filter(|character| !character.is_control()));
    }
    let words = words.trim_end();
    (!words.is_empty()).then(|| Block::Paragraph { text: vec![Inline::plain(words)] })
}

/// A text without its control characters.
pub(super) fn readable(text: &str) -> String {
    text.chars().filter(|character| !character.is_control()).collect()
}

/// An address of the web that a source gives; none if it is something else.
pub(super) fn web(address: &str) -> Option<Href> {
    let url = Url::parse(address.trim()).ok()?;
    matches!(url.scheme(), "http" | "https").then(|| String::from(url).parse().ok())?
}

//! Tables: one release a row, the columns known by their headers.

mod days;

use csv::{Position, ReaderBuilder, StringRecord};
use rostrum_model::Block;

use self::days::First;
use super::{
    ReleaseDraft,
    draft::Subject,
    intake::{Intake, Reason, plain, web},
    slug::slug_of,
};
use crate::{
    finding::{Place, did_you_mean},
    html::language_of,
    sources::{Category, Source},
};

/// What a column can be, with the headers that it usually has.
const COLUMNS: [(&str, &[&str]); 16] = [
    ("title", &["title", "headline", "name"]),
    ("date", &["date", "published", "publication date", "date published", "day", "issued"]),
    ("body", &["body", "text", "content", "html", "article", "description"]),
    ("kind", &["kind", "type"]),
    ("place", &["place", "city", "location", "dateline"]),
    ("source", &["source", "issuer", "issued by", "department"]),
    ("countries", &["countries", "country"]),
    ("fields", &["fields", "field", "topics", "topic", "subject", "subjects"]),
    ("structures", &["structures", "structure"]),
    ("tags", &["tags", "keywords", "categories", "category"]),
    ("url", &["url", "link", "address"]),
    ("identifier", &["identifier", "id", "guid", "nid", "number"]),
    ("language", &["language", "lang", "langcode", "locale"]),
    ("status", &["status", "state"]),
    ("embargo", &["embargo", "embargoed until", "embargoed", "release time"]),
    ("translation_of", &["translation of", "translation"]),
];

/// A table whose columns are known.
struct Table<'t> {
    source: &'t Source,
    /// The byte where the headers begin.
    start: usize,
    columns: Vec<(&'static str, usize)>,
    first_in_dates: Option<First>,
}

/// Reads a table.
pub(super) fn read(source: &Source, intake: &mut Intake<'_>) {
    let (delimiter, start) = delimiter(source.text());
    let mut settings = ReaderBuilder::new();
    settings.delimiter(delimiter).flexible(true).has_headers(true);
    let reader = || settings.from_reader(&source.text().as_bytes()[start..]);
    let headers = match reader().headers() {
        Ok(headers) => headers.clone(),
        Err(error) => {
            intake.findings.error(source.whole(), format!("the table cannot be read: {error}"));
            return;
        }
    };
    let Some(mut table) = Table::of(source, start, &headers, intake) else { return };
    if let Some(position) = table.column("date") {
        let dates: Vec<String> = reader()
            .into_records()
            .filter_map(|record| Some(record.ok()?.get(position)?.to_owned()))
            .collect();
        table.first_in_dates = First::of(dates.iter().map(String::as_str));
    }
    for record in reader().into_records() {
        match record {
            Ok(record) => table.read_row(&record, headers.len(), intake),
            Err(error) => {
                let place = table.place(error.position());
                intake.findings.error(place, format!("this row cannot be read: {error}"));
            }
        }
    }
}

/// The character between columns, and the byte where the headers begin. Excel may name it in a line
/// above, `sep=;`; else it is the one that the line of headers has most of.
fn delimiter(text: &str) -> (u8, usize) {
    let first = text.lines().next().unwrap_or_default();
    if let Some(&[delimiter]) = first.strip_prefix("sep=").map(str::as_bytes) {
        return (delimiter, text.find('\n').map_or(text.len(), |end| end + 1));
    }
    let headers = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let mut best = (b',', 0);
    for delimiter in [b',', b';', b'\t', b'|'] {
        let count = headers.bytes().filter(|byte| *byte == delimiter).count();
        if count > best.1 {
            best = (delimiter, count);
        }
    }
    (best.0, 0)
}

/// A header as it is compared: small letters, words by spaces.
fn folded(header: &str) -> String {
    header.trim().to_lowercase().replace(['_', '-'], " ")
}

impl<'t> Table<'t> {
    /// Finds the columns; none if a release cannot be made of them.
    fn of(
        source: &'t Source,
        start: usize,
        headers: &StringRecord,
        intake: &mut Intake<'_>,
    ) -> Option<Self> {
        let line = source.text()[start..].lines().next().unwrap_or_default();
        let place = source.place(start..start + line.len());
        let position =
            |wanted: &str| headers.iter().position(|header| folded(header) == folded(wanted));
        let mut columns = Vec::new();
        for (column, header) in intake.columns {
            let known = COLUMNS.iter().find(|(known, _)| known == column);
            match (known, position(header)) {
                (Some((known, _)), Some(position)) => columns.push((*known, position)),
                (None, _) => {
                    let known: Vec<_> = COLUMNS.iter().map(|(known, _)| *known).collect();
                    let meant = did_you_mean(column, known.iter().copied());
                    intake
                        .findings
                        .error(
                            place.clone(),
                            format!("`{column}` is nothing that a column can be{meant}"),
                        )
                        .help(format!("write one of {}", known.join(", ")));
                }
                (_, None) => {
                    let meant = did_you_mean(header, headers.iter());
                    intake.findings.error(
                        place.clone(),
                        format!("no column has the header `{header}`{meant}"),
                    );
                }
            }
        }
        for (column, usual) in &COLUMNS {
            if columns.iter().all(|(known, _)| known != column) {
                let free = |at: &usize| columns.iter().all(|(_, taken)| taken != at);
                let found = usual.iter().find_map(|header| position(header)).filter(free);
                columns.extend(found.map(|position| (*column, position)));
            }
        }
        let mut is_complete = true;
        for needed in ["title", "date", "body"] {
            if columns.iter().all(|(known, _)| *known != needed) {
                is_complete = false;
                intake
                    .findings
                    .error(place.clone(), format!("no column is known as the {needed}"))
                    .help(format!("say which one it is: --column {needed}=HEADER"));
            }
        }
        let unused = headers.iter().enumerate().filter(|(at, header)| {
            !header.trim().is_empty() && columns.iter().all(|(_, taken)| taken != at)
        });
        let unused: Vec<_> = unused.map(|(_, header)| format!("`{header}`")).collect();
        if is_complete && !unused.is_empty() {
            intake
                .findings
                .note(place, format!("these columns are not read: {}", unused.join(", ")))
                .help("say what one of them is with --column, such as --column countries=HEADER");
        }
        is_complete.then_some(Self { source, start, columns, first_in_dates: None })
    }

    /// Where a column stands, if it is known.
    fn column(&self, column: &str) -> Option<usize> {
        let known = self.columns.iter().find(|(known, _)| *known == column);
        known.map(|(_, position)| *position)
    }

    fn place(&self, position: Option<&Position>) -> Place {
        let byte = position.and_then(|position| usize::try_from(position.byte()).ok());
        let at = self.start + byte.unwrap_or_default();
        self.source.place(at..at + 1)
    }

    fn read_row(&self, record: &StringRecord, width: usize, intake: &mut Intake<'_>) {
        if record.iter().all(|value| value.trim().is_empty()) {
            return;
        }
        let place = self.place(record.position());
        if record.len() != width {
            let message = format!("this row has {} columns, and the headers {width}", record.len());
            intake
                .findings
                .warning(place.clone(), message)
                .help("a value that holds the delimiter, a quotation mark or a line break stands between quotation marks");
        }
        let value = |column: &str| {
            record.get(self.column(column)?).map(str::trim).filter(|value| !value.is_empty())
        };
        if let Some(reason) = value("status").and_then(reason) {
            return intake.leave_out(reason);
        }
        if intake.is_embargoed(value("embargo")) {
            return intake.leave_out(Reason::Embargoed);
        }
        let named = |column: &str| value(column).map(|name| (name.to_owned(), place.clone()));
        let mut draft = ReleaseDraft {
            title: value("title").map(plain).unwrap_or_default(),
            kind: named("kind"),
            city: value("place").map(str::to_owned),
            source: named("source"),
            url: value("url").and_then(web),
            language: value("language").and_then(language_of),
            siblings: value("translation_of").map(|id| format!("csv:{id}")).into_iter().collect(),
            place: Some(place.clone()),
            ..ReleaseDraft::default()
        };
        for (column, category) in [
            ("countries", Some(Category::Country)),
            ("fields", Some(Category::Field)),
            ("structures", Some(Category::Structure)),
            ("tags", None),
        ] {
            let list = value(column).unwrap_or_default();
            let list = list.split([';', '|', ',', '\n']).map(str::trim);
            let list = list.filter(|name| !name.is_empty());
            draft.subjects.extend(list.map(|name| Subject { name: name.to_owned(), category }));
        }
        let date = value("date").map(|date| match self.first_in_dates {
            Some(first) => first.settle(date),
            None => date.to_owned(),
        });
        if !intake.date(&mut draft, date.as_deref()) {
            return;
        }
        let own = value("identifier")
            .map(str::to_owned)
            .or_else(|| draft.url.as_ref().map(ToString::to_string));
        let by_title = || Some(format!("{}/{}", draft.date?, slug_of(&draft.title)?));
        draft.identifier = own.or_else(by_title).map(|name| format!("csv:{name}"));
        draft.body = value("body").map(|body| read_body(body, &draft, intake)).unwrap_or_default();
        intake.release(draft);
    }
}

/// HTML if it has tags, else plain text.
fn read_body(body: &str, draft: &ReleaseDraft, intake: &mut Intake<'_>) -> Vec<Block> {
    let is_html = body.contains("</") || body.contains("<p") || body.contains("<br");
    if is_html { intake.body_of(body, draft) } else { intake.plain_body(body, draft) }
}

/// Why a row stays out, by the words that people use for it.
pub(super) fn reason(status: &str) -> Option<Reason> {
    match status.trim().to_lowercase().as_str() {
        "draft" | "pending" | "unpublished" | "in progress" | "0" | "false" | "no" => {
            Some(Reason::Draft)
        }
        "private" | "internal" | "restricted" => Some(Reason::Private),
        "trash" | "deleted" | "withdrawn" | "canceled" | "cancelled" | "archived" => {
            Some(Reason::Withdrawn)
        }
        "embargoed" | "future" | "scheduled" | "withheld" => Some(Reason::Embargoed),
        _ => None,
    }
}

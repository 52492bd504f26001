//! The release of a page: kind, title, head, text.

use rostrum_model::{Block, Date, Href, Inline};

use super::{
    Page,
    date::{city_name, read_date, read_dateline},
    lines::{Form, Line},
};
use crate::import::{ReleaseDraft, intake::readable};

/// A line of the head, by the names that press offices give it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Date,
    Place,
    Source,
}

const FIELDS: [(&str, Field); 7] = [
    ("date", Field::Date),
    ("published", Field::Date),
    ("place", Field::Place),
    ("location", Field::Place),
    ("city", Field::Place),
    ("source", Field::Source),
    ("issued by", Field::Source),
];

/// The name of a head's line and the value after it; none if the line gives no name.
fn name_and_value<'s>(line: &Line<'s>) -> Option<(&'s str, &'s str)> {
    let (name, value) = line.text.split_once(':')?;
    let (name, value) = (name.trim(), value.trim());
    let is_named = value.is_empty() || field(name).is_some();
    (line.form == Form::Item && is_named && !name.is_empty()).then_some((name, value))
}

fn field(name: &str) -> Option<Field> {
    FIELDS.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, field)| *field)
}

/// Where the release begins: at the plain lines before the first line of a head; without a head at
/// the first two plain lines after the menu; else at the end.
pub(super) fn begin(lines: &[Line<'_>]) -> usize {
    let is_plain = |position: usize| {
        let opened = position > 0 && lines[position - 1].form == Form::Opener;
        lines[position].form == Form::Plain && !opened
    };
    let head = (1..lines.len())
        .find(|position| name_and_value(&lines[*position]).is_some() && is_plain(position - 1));
    if let Some(head) = head {
        return if head >= 2 && is_plain(head - 2) { head - 2 } else { head - 1 };
    }
    let menu_end =
        lines.iter().rposition(|line| line.form == Form::Opener).map_or(0, |opener| opener + 2);
    (menu_end..lines.len().saturating_sub(1))
        .find(|position| is_plain(*position) && is_plain(position + 1))
        .unwrap_or(lines.len())
}

/// Reads the release; none if no line is left for one.
pub(super) fn read_release(
    lines: &[Line<'_>],
    url: Option<&Href>,
    page: &mut Page<'_>,
) -> Option<ReleaseDraft> {
    let (kind, title, rest) = match lines {
        [kind, title, rest @ ..] if title.form == Form::Plain => (Some(kind), title, rest),
        [title, rest @ ..] => (None, title, rest),
        [] => return None,
    };
    if kind.is_none() {
        page.guess(title, "was taken for the title of the release; its kind is not given");
    }
    let body_start = rest.iter().position(|line| line.form != Form::Item).unwrap_or(rest.len());
    let (head, body) = rest.split_at(body_start);
    let head = read_head(head, page);
    let first = body.iter().find(|line| line.form != Form::Opener);
    let dateline = first.and_then(|line| read_dateline(line.text));
    let body = read_body(body, page);
    let date = agreed_date(&head, dateline.as_ref().map(|dateline| dateline.date), title, page);
    let city = head
        .place
        .as_ref()
        .map(|line| line.text)
        .or(dateline.as_ref().map(|dateline| dateline.city))
        .map(|written| named_city(written, head.place.as_ref().unwrap_or(title), page));
    Some(ReleaseDraft {
        title: title.text.to_owned(),
        date,
        kind: kind.map(|line| (line.text.to_owned(), page.source.place(line.bytes.clone()))),
        city,
        source: head.source.map(|line| (line.text.to_owned(), page.source.place(line.bytes))),
        url: url.cloned(),
        body,
        ..ReleaseDraft::default()
    })
}

fn named_city(written: &str, line: &Line<'_>, page: &mut Page<'_>) -> String {
    let name = city_name(written);
    if name != written {
        let place = page.source.place(line.bytes.clone());
        page.findings.note(place, format!("the place `{written}` is written `{name}`"));
    }
    name
}

/// The values of the head, each as the line that holds it alone.
#[derive(Default)]
struct Head<'s> {
    date: Option<Line<'s>>,
    place: Option<Line<'s>>,
    source: Option<Line<'s>>,
}

fn read_head<'s>(lines: &[Line<'s>], page: &mut Page<'_>) -> Head<'s> {
    let mut head = Head::default();
    let mut open: Option<Field> = None;
    for line in lines {
        let value = match name_and_value(line) {
            Some((name, value)) => {
                open = field(name);
                if open.is_none() {
                    page.cannot_place(line, "a release has no such line in its head; expected are Date, Place and Source");
                }
                if value.is_empty() {
                    continue;
                }
                Line { text: value, ..line.clone() }
            }
            None => line.clone(),
        };
        let slot = match open {
            Some(Field::Date) => &mut head.date,
            Some(Field::Place) => &mut head.place,
            Some(Field::Source) => &mut head.source,
            None => {
                page.cannot_place(line, "it is a value, but no known name stands before it");
                continue;
            }
        };
        if slot.is_some() {
            page.cannot_place(line, "the line before it has already given the value");
        } else {
            *slot = Some(value);
        }
    }
    head
}

fn read_body(lines: &[Line<'_>], page: &mut Page<'_>) -> Vec<Block> {
    let mut body = Vec::new();
    for line in lines {
        let text = readable(line.text);
        if text.trim().is_empty() {
            continue;
        }
        let paragraph = Block::Paragraph { text: vec![Inline::plain(text.trim())] };
        match line.form {
            Form::Plain => body.push(paragraph),
            Form::Item => match body.last_mut() {
                Some(Block::List { items, .. }) => items.push(vec![paragraph]),
                _ => body.push(Block::List { start: None, items: vec![vec![paragraph]] }),
            },
            Form::Opener => {
                page.cannot_place(
                    line,
                    "it stands within the text of the release and says nothing",
                );
            }
        }
    }
    body
}

/// The day of the head, or else that of the dateline.
fn agreed_date(
    head: &Head<'_>,
    dateline: Option<Date>,
    title: &Line<'_>,
    page: &mut Page<'_>,
) -> Option<Date> {
    let written = head.date.as_ref().and_then(|line| {
        let date = read_date(line.text);
        if date.is_none() {
            page.cannot_place(line, "it is not a date such as 30 April 2007");
        }
        date
    });
    if let (Some(line), Some(written), Some(other)) =
        (&head.date, written, dateline.filter(|other| Some(*other) != written))
    {
        page.guess(
            line,
            &format!("and the dateline, which says {other}, disagree; {written} was taken"),
        );
    }
    let place = page.source.place(title.bytes.clone());
    match (written, dateline) {
        (Some(date), _) => Some(date),
        (None, Some(date)) => {
            page.findings.note(
                place,
                format!(
                    "the release is dated {date} after its dateline, since its head gives no date"
                ),
            );
            Some(date)
        }
        (None, None) => {
            page.findings
                .error(place, "the release has no date, neither in its head nor in a dateline")
                .help("give it one: rename the file to YYYY-MM-DD-name.md, move it to the folder of its year, and add `date`");
            None
        }
    }
}

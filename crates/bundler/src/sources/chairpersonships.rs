//! `chairpersonships.yaml`: terms in the chair, the earliest first.

use rostrum_model::{Chairperson, Event, Holder, Meeting, PartialDate, Term, Timeline};

use super::{
    document::references,
    node::Node,
    record::{Context, Record},
    vocabulary::{Category, Names, Vocabulary},
};
use crate::terms::{disorder, reversal, vacancy};

/// Reads the file.
pub(crate) fn read_timeline(
    root: &Node,
    vocabulary: &Vocabulary,
    context: &mut Context<'_>,
) -> Timeline {
    let mut names = Names::default();
    let mut terms: Vec<Term> = Vec::new();
    for node in context.list(root) {
        let Some(mut record) = Record::open(node, context) else { continue };
        let id = record.required("id", context);
        let term = id.and_then(|id| {
            let slug = context.parsed(id)?;
            names.take(&slug, id, context);
            Some(slug)
        });
        let start_node = record.optional("start");
        let term = read_term(term, &mut record, vocabulary, context);
        record.close(context);
        let Some(term) = term else { continue };
        if let (Some(node), Some(before)) = (start_node, terms.last()) {
            if let Some((message, help)) = disorder(before, &term) {
                context.error(&node.bytes, message).help(help);
            } else if let Some(message) = vacancy(before, &term) {
                context.note(&node.bytes, message);
            }
        }
        terms.push(term);
    }
    Timeline { terms, exports: Vec::new() }
}

fn read_term(
    id: Option<rostrum_model::Slug>,
    record: &mut Record<'_>,
    vocabulary: &Vocabulary,
    context: &mut Context<'_>,
) -> Option<Term> {
    let label = record.required("label", context).and_then(|node| context.string(node));
    let holders_node = record.required("holders", context);
    let holders = holders_node.map_or(&[][..], |node| context.list(node));
    if let Some(node) = holders_node.filter(|_| holders.is_empty()) {
        context.error(&node.bytes, "this term has no State in the chair").help(
            "name it under `holders`; a time when nobody was in the chair is no term, and is left out",
        );
    }
    let holders: Vec<_> =
        holders.iter().filter_map(|node| holder(node, vocabulary, context)).collect();
    let (start, end) = span(record, "start", "end", context);
    let chairpersons = record.items("chairpersons", context);
    let chairpersons = chairpersons.iter().filter_map(|node| chairperson(node, context)).collect();
    let council = record.optional("council").and_then(|node| meeting(node, context));
    let summit = record.optional("summit").and_then(|node| meeting(node, context));
    let priorities = record.items("priorities", context);
    let priorities = priorities.iter().filter_map(|node| context.text(node)).collect();
    let note = record.optional_text("note", context);
    let history = record.items("history", context);
    let history = history.iter().filter_map(|node| event(node, vocabulary, context)).collect();
    let sources = references(record, context);
    Some(Term {
        id: id?,
        label: label?,
        holders,
        start,
        end,
        chairpersons,
        council,
        summit,
        priorities,
        note,
        history,
        sources,
    })
}

fn holder(node: &Node, vocabulary: &Vocabulary, context: &mut Context<'_>) -> Option<Holder> {
    let mut record = Record::open(node, context)?;
    let name = record.text("name", context);
    let country = record
        .optional("country")
        .and_then(|node| vocabulary.reference(Category::Country, node, context));
    let successors = record.items("successors", context);
    let successors = vocabulary.references(Category::Country, successors, context);
    record.close(context);
    Some(Holder { name: name?, country, successors })
}

fn chairperson(node: &Node, context: &mut Context<'_>) -> Option<Chairperson> {
    let mut record = Record::open(node, context)?;
    let name = record.required("name", context).and_then(|node| context.string(node));
    let (from, to) = span(&mut record, "from", "to", context);
    record.close(context);
    Some(Chairperson { name: name?, from, to })
}

fn meeting(node: &Node, context: &mut Context<'_>) -> Option<Meeting> {
    let mut record = Record::open(node, context)?;
    let place = record.text("place", context);
    let (start, end) = span(&mut record, "start", "end", context);
    let opened_term =
        record.optional("opened_term").and_then(|node| context.parsed(node)).unwrap_or_default();
    record.close(context);
    Some(Meeting { place: place?, start, end, opened_term })
}

fn event(node: &Node, vocabulary: &Vocabulary, context: &mut Context<'_>) -> Option<Event> {
    let mut record = Record::open(node, context)?;
    let status = record.required("status", context).and_then(|node| context.word(node));
    let date = record.optional_parsed("date", context);
    let country = record
        .optional("country")
        .and_then(|node| vocabulary.reference(Category::Country, node, context));
    let remark = record.optional_text("note", context);
    let sources = references(&mut record, context);
    record.close(context);
    Some(Event { status: status?, date, country, note: remark, sources })
}

/// Two dates of which the second must not be earlier.
fn span(
    record: &mut Record<'_>,
    first: &'static str,
    last: &'static str,
    context: &mut Context<'_>,
) -> (Option<PartialDate>, Option<PartialDate>) {
    let start: Option<PartialDate> = record.optional_parsed(first, context);
    let end_node = record.optional(last);
    let end: Option<PartialDate> = end_node.and_then(|node| context.parsed(node));
    if let (Some(node), Some(message)) = (end_node, reversal((first, start), (last, end))) {
        context.error(&node.bytes, message);
    }
    (start, end)
}

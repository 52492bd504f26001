//! What stands in the front matter of a release for its readers: what was changed in it since, that
//! it was withdrawn, whom to ask.

use rostrum_model::{Change, ChangeKind, Contact, Date, Withdrawal};

use super::{
    node::Node,
    record::{Context, Record},
};

/// What was changed in a release since its day, the earliest first.
pub(super) fn changes(
    record: &mut Record<'_>,
    issued: Option<Date>,
    context: &mut Context<'_>,
) -> Vec<Change> {
    let nodes = record.items("changes", context);
    let change = |node| {
        let mut record = Record::open(node, context)?;
        let date = day_since("date", issued, &mut record, context);
        let kind =
            record.required("kind", context).and_then(|node| context.word::<ChangeKind>(node));
        let note = record.text("note", context);
        record.close(context);
        Some(Change { date: date?, kind: kind?, note: note? })
    };
    let mut changes: Vec<_> = nodes.iter().filter_map(change).collect();
    changes.sort_by_key(|change| change.date);
    changes
}

/// That a release was withdrawn.
pub(super) fn withdrawal(
    record: &mut Record<'_>,
    issued: Option<Date>,
    context: &mut Context<'_>,
) -> Option<Withdrawal> {
    let mut record = Record::open(record.optional("withdrawn")?, context)?;
    let date = day_since("date", issued, &mut record, context);
    let reason = record.text("reason", context);
    record.close(context);
    Some(Withdrawal { date: date?, reason: reason? })
}

/// A day that cannot be before that of the release.
fn day_since(
    key: &'static str,
    issued: Option<Date>,
    record: &mut Record<'_>,
    context: &mut Context<'_>,
) -> Option<Date> {
    let node = record.required(key, context)?;
    let day: Date = context.parsed(node)?;
    if let Some(issued) = issued.filter(|issued| day < *issued) {
        let message = format!("{day} is before the day of the release, {issued}");
        context
            .error(&node.bytes, message)
            .help("give the day on which it was changed or withdrawn");
    }
    Some(day)
}

/// Whom to ask about a release.
pub(super) fn contacts(record: &mut Record<'_>, context: &mut Context<'_>) -> Vec<Contact> {
    record.items("contacts", context).iter().filter_map(|node| contact(node, context)).collect()
}

fn contact(node: &Node, context: &mut Context<'_>) -> Option<Contact> {
    let mut record = Record::open(node, context)?;
    let name = record.required("name", context).and_then(|node| context.string(node));
    let role = record.optional_text("role", context);
    let (telephone, email) = (record.optional("telephone"), record.optional("email"));
    if telephone.or(email).is_none() {
        context
            .error(&node.bytes, "this contact can be neither called nor written to")
            .help("give `telephone`, `email` or both");
    }
    let telephone = telephone.and_then(|node| context.parsed(node));
    let email = email.and_then(|node| context.parsed(node));
    record.close(context);
    Some(Contact { name: name?, role, telephone, email })
}

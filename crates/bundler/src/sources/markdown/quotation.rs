//! Quotations with their attribution: a last line that begins with a dash, `— Name`.

use rostrum_model::{Block, Inline};

const DASH: &str = "— ";

/// A quotation; its last line becomes the attribution if it begins with a dash.
pub(super) fn quotation(mut body: Vec<Block>) -> Block {
    let mut attribution = Vec::new();
    if let Some(Block::Paragraph { text }) = body.last_mut() {
        attribution = split_last_line(text);
        if text.is_empty() {
            body.pop();
        }
    }
    // A dash alone quotes nobody: then it is the text itself.
    if body.is_empty() && !attribution.is_empty() {
        let mut text = std::mem::take(&mut attribution);
        if let Some(Inline::Text { text }) = text.first_mut() {
            text.insert_str(0, DASH);
        }
        body.push(Block::Paragraph { text });
    }
    Block::Quotation { body, attribution }
}

/// Takes the last line off a paragraph if it begins with a dash, without the dash.
fn split_last_line(text: &mut Vec<Inline>) -> Vec<Inline> {
    let found = text.iter().enumerate().rev().find_map(|(position, inline)| {
        let Inline::Text { text: run } = inline else { return None };
        let follows_break = position == 0 || matches!(text.get(position - 1), Some(Inline::Break));
        match run.rfind('\n') {
            Some(line_end) if run[line_end + 1..].starts_with(DASH) => Some((position, line_end)),
            None if follows_break && run.starts_with(DASH) => Some((position, 0)),
            _ => None,
        }
    });
    let Some((position, line_end)) = found else { return Vec::new() };
    let later_lines = text[position + 1..].iter().any(|inline| {
        matches!(inline, Inline::Break)
            || matches!(inline, Inline::Text { text } if text.contains('\n'))
    });
    if later_lines {
        return Vec::new();
    }
    let mut attribution = text.split_off(position);
    if let Some(Inline::Text { text: run }) = attribution.first_mut() {
        let line = run.split_off(line_end);
        let before = std::mem::replace(run, line.trim_start_matches('\n')[DASH.len()..].to_owned());
        if !before.is_empty() {
            text.push(Inline::Text { text: before });
        }
    }
    if let Some(Inline::Break) = text.last() {
        text.pop();
    }
    attribution
}

/// Makes a space of every line break that only the source has.
pub(super) fn join_lines(blocks: &mut [Block]) {
    for block in blocks {
        match block {
            Block::Paragraph { text } | Block::Heading { text, .. } => join(text),
            Block::List { items, .. } => items.iter_mut().for_each(|item| join_lines(item)),
            Block::Quotation { body, attribution } => {
                join_lines(body);
                join(attribution);
            }
            Block::Table { caption, rows } => {
                join(caption);
                rows.iter_mut()
                    .flat_map(|row| &mut row.cells)
                    .for_each(|cell| join(&mut cell.text));
            }
            Block::Figure(figure) => join(&mut figure.caption),
            Block::Code { .. } | Block::Rule => {}
        }
    }
}

fn join(inlines: &mut [Inline]) {
    for inline in inlines {
        match inline {
            Inline::Text { text } => *text = text.replace('\n', " "),
            Inline::Emphasis { text }
            | Inline::Strong { text }
            | Inline::Link { text, .. }
            | Inline::Abbreviation { text, .. }
            | Inline::Subscript { text }
            | Inline::Superscript { text }
            | Inline::Span { text, .. } => join(text),
            Inline::Break | Inline::Code { .. } => {}
        }
    }
}

//! Plain text as Markdown that reads back to the same text, letter for letter.

/// Escapes a run of text, which may begin a line. Only what Markdown would read as markup gets a
/// backslash, so that an editor still sees ordinary prose.
pub(super) fn escape(text: &str, begins_line: bool) -> String {
    let mut escaped = String::with_capacity(text.len());
    let first_mark = mark_of_a_block(text).filter(|_| begins_line);
    for (position, character) in text.char_indices() {
        let next = text[position + character.len_utf8()..].chars().next();
        let is_markup = match character {
            '\\' | '`' | '*' | '_' | '[' | '<' => true,
            '&' => next.is_some_and(|next| next == '#' || next.is_ascii_alphanumeric()),
            _ => first_mark == Some(position),
        };
        if is_markup {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

/// The position of a character by which a line would begin a heading, list, quotation or code.
fn mark_of_a_block(text: &str) -> Option<usize> {
    if text.starts_with(['#', '>', '-', '+', '~', '=']) {
        return Some(0);
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    (digits > 0 && text[digits..].starts_with(['.', ')'])).then_some(digits)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rostrum_model::{Block, Inline};

    use super::*;
    use crate::{
        finding::Findings,
        sources::{Source, markdown::read_markdown},
    };

    fn read(markdown: &str) -> Vec<Block> {
        read_markdown(&Source::new("a.md", markdown), 0..markdown.len(), &mut Findings::default())
    }

    #[test]
    fn prose_is_left_as_it_is() {
        for text in ["\"Chairing the OSCE\", said 'he' - and R & D.", "16-year period; 100% (2009)"]
        {
            assert_eq!(escape(text, true), text);
        }
        assert_eq!(escape("2009. A *star* & AT&T", true), "2009\\. A \\*star\\* & AT\\&T");
    }

    proptest! {
        #[test]
        fn what_was_escaped_reads_back_as_the_same_text(text in "(\\PC|[-*_#>`~+=.()!&;:<|\\[\\]\\\\ 0-9]){1,40}") {
            let text = text.trim();
            prop_assume!(!text.is_empty());
            let paragraph = Block::Paragraph { text: vec![Inline::plain(text)] };
            prop_assert_eq!(read(&escape(text, true)), vec![paragraph.clone()]);
            let list = Block::List { start: None, items: vec![vec![paragraph]] };
            prop_assert_eq!(read(&format!("- {}", escape(text, true))), vec![list]);
        }
    }
}

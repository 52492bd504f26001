//! Findings as a compiler shows them: the file, the line, the line itself, what was expected.

use annotate_snippets::{AnnotationKind, Element, Level, Origin, Renderer, Snippet};

use super::{Finding, Severity};

/// The finding as text, in colours if `is_coloured`.
pub(crate) fn render(finding: &Finding, is_coloured: bool) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let place = &finding.place;
    let file = visible(&place.file);
    let where_it_stands: Element<'_> = if place.line == 0 {
        Origin::path(file).into()
    } else {
        let (excerpt, span) = shown(&place.excerpt, place.span.start, place.span.end);
        Snippet::source(excerpt)
            .line_start(place.line)
            .path(file)
            .annotation(AnnotationKind::Primary.span(span))
            .into()
    };
    let mut group = level.primary_title(visible(&finding.message)).element(where_it_stands);
    if let Some(help) = &finding.help {
        group = group.element(Level::HELP.message(visible(help)));
    }
    let renderer = if is_coloured { Renderer::styled() } else { Renderer::plain() };
    renderer.render(&[group])
}

/// The most characters of a line that are shown before and after its place.
const MARGIN: usize = 120;

/// The part of a line around a span, and the span within that part.
fn shown(line: &str, start: usize, end: usize) -> (String, std::ops::Range<usize>) {
    let before = line.get(..start).unwrap_or_default();
    let meant = line.get(start..end).unwrap_or_default();
    let after = line.get(end..).unwrap_or_default();
    let skipped = before.chars().count().saturating_sub(MARGIN);
    let mut text: String = before.chars().skip(skipped).map(visible_char).collect();
    let first = text.len();
    text.extend(meant.chars().take(MARGIN).map(visible_char));
    let last = text.len();
    text.extend(after.chars().take(MARGIN).map(visible_char));
    (text, first..last)
}

/// A text from a file must not steer the terminal: control characters become visible.
fn visible(text: &str) -> String {
    text.chars().map(visible_char).collect()
}

fn visible_char(character: char) -> char {
    match character {
        '\t' => ' ',
        '\n' => '\n',
        control if control.is_control() => '\u{fffd}',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Place;

    #[test]
    fn a_finding_shows_the_file_the_line_and_what_to_do() {
        let finding = Finding {
            severity: Severity::Error,
            place: Place {
                file: "releases/a.md".into(),
                line: 5,
                excerpt: "countries: [Kazakstan]".to_owned(),
                span: 12..21,
            },
            message: "unknown country \"Kazakstan\"".to_owned(),
            help: Some("did you mean \"kazakhstan\"?".to_owned()),
        };
        assert_eq!(
            render(&finding, false),
            "error: unknown country \"Kazakstan\"\n --> releases/a.md:5:13\n  |\n5 | countries: [Kazakstan]\n  |             ^^^^^^^^^\n  |\n  = help: did you mean \"kazakhstan\"?"
        );
    }

    #[test]
    fn a_text_from_a_file_cannot_steer_the_terminal() {
        let finding = Finding {
            severity: Severity::Note,
            place: Place { file: "x".into(), line: 1, excerpt: "\u{1b}[2J".to_owned(), span: 0..4 },
            message: "\u{1b}]0;title\u{7}".to_owned(),
            help: None,
        };
        assert!(!render(&finding, false).contains(['\u{1b}', '\u{7}']));
    }
}

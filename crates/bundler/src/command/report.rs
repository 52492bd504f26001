//! What a person or a program is told of the findings.

use std::io::{IsTerminal, Write};

use crate::finding::{Findings, Severity, render};

/// Tells the findings to a person, and how many they are.
pub(super) fn tell(findings: Findings) {
    let is_coloured = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let counts =
        [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Note, "note")]
            .map(|(severity, name)| (findings.count(severity), name));
    for finding in findings.in_order() {
        say(&render(&finding, is_coloured));
        say("");
    }
    let counted: Vec<_> = counts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, name)| format!("{count} {name}{}", if *count == 1 { "" } else { "s" }))
        .collect();
    if !counted.is_empty() {
        say(&counted.join(", "));
    }
}

/// Writes a line to standard error. A reader who has gone away is no reason to fail.
pub(super) fn say(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

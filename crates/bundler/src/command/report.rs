//! What a person or a program is told of the findings.

use std::io::{IsTerminal, Write};

use serde::Serialize;

use crate::finding::{Finding, Findings, Severity, render};

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

/// The findings as `check --json` writes them; the shape is part of the command's interface.
#[derive(Serialize)]
struct Report<'f> {
    errors: usize,
    warnings: usize,
    notes: usize,
    findings: Vec<ReportedFinding<'f>>,
}

#[derive(Serialize)]
struct ReportedFinding<'f> {
    severity: &'static str,
    file: &'f str,
    /// From 1; absent where the file as a whole is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    /// From 1, in characters; absent with `line`.
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
    message: &'f str,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'f str>,
}

/// Writes the findings to standard output for a program.
pub(super) fn tell_program(findings: Findings) -> Result<(), String> {
    let [errors, warnings, notes] = [Severity::Error, Severity::Warning, Severity::Note]
        .map(|severity| findings.count(severity));
    let findings = findings.in_order();
    let findings = findings.iter().map(reported).collect();
    let report = Report { errors, warnings, notes, findings };
    let json = serde_json::to_string(&report).map_err(|error| error.to_string())?;
    writeln!(std::io::stdout().lock(), "{json}").map_err(|error| error.to_string())
}

fn reported(Finding { severity, place, message, help }: &Finding) -> ReportedFinding<'_> {
    let line = (place.line > 0).then_some(place.line);
    let before = place.excerpt.get(..place.span.start).unwrap_or_default();
    ReportedFinding {
        severity: match severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        },
        file: &place.file,
        line,
        column: line.map(|_| before.chars().count() + 1),
        message,
        help: help.as_deref(),
    }
}

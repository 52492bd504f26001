//! The command line.

use std::{
    io::{IsTerminal, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Args, Parser, Subcommand};

use crate::{
    build::build,
    finding::{Findings, Severity, render},
    import,
    sources::read_sources,
};

#[derive(Parser)]
#[command(
    name = "rostrum",
    version,
    about = "Imports, checks and builds the data bundle of an organisation's site",
    after_help = "Examples:
  rostrum import page page.txt --into content     read a copied page into editable sources
  rostrum check content                           say what is wrong, with file and line
  rostrum build content --out dist/bundle         check, then write the bundle

The exit status is 0 if all is well, 1 if something must be put right, 2 if the command
was not understood."
)]
struct Command {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Read what an organisation has into editable sources
    Import {
        #[command(subcommand)]
        format: Format,
    },
    /// Say what is wrong in the sources, and write nothing
    #[command(after_help = "Example:\n  rostrum check content")]
    Check {
        /// The folder of the sources
        folder: PathBuf,
    },
    /// Check the sources and write the bundle
    #[command(after_help = "Example:
  rostrum build content --out dist/bundle

The bundle is replaced at once and last: while it is written, and if anything is wrong, the old
one stays as it is. The files of the bundle before it are kept for visitors who still read it.")]
    Build {
        /// The folder of the sources
        folder: PathBuf,
        /// The folder of the bundle; made if it is not there
        #[arg(long, value_name = "FOLDER")]
        out: PathBuf,
    },
}

#[derive(Subcommand)]
enum Format {
    /// A page copied as text: its menu and its press release
    #[command(after_help = "Examples:
  rostrum import page page.txt --into content
  pbpaste | rostrum import page - --into content
  rostrum import page page.txt --into content --countries \"Member States\" --structures Offices

A line with a hyphen alone begins a group, the next line is its heading, and lines that begin with
\"- \" are its items. The release follows: kind, title, `- Date:`, `- Place:` and `- Source:` with
their values, then the text. Every line that is placed by a guess is told with its number.

A file that an editor may have changed is never overwritten: if it differs, the import is
written beside it as NAME.imported.yaml or NAME.imported.md.")]
    Page(PageArguments),
}

#[derive(Args)]
struct PageArguments {
    /// The page as text, in UTF-8; `-` reads standard input
    file: PathBuf,
    /// The folder of the sources; made if it is not there
    #[arg(long, value_name = "FOLDER")]
    into: PathBuf,
    /// A heading of the menu whose items are countries; may be given several times
    #[arg(long, value_name = "HEADING")]
    countries: Vec<String>,
    /// A heading of the menu whose items are fields of work
    #[arg(long, value_name = "HEADING")]
    fields: Vec<String>,
    /// A heading of the menu whose items are structures or institutions
    #[arg(long, value_name = "HEADING")]
    structures: Vec<String>,
    /// The address that the page was copied from, to be named as the release's source
    #[arg(long, value_name = "ADDRESS")]
    url: Option<rostrum_model::Href>,
}

/// Runs the command with the arguments of the process.
pub fn run() -> ExitCode {
    let mut findings = Findings::default();
    let outcome = match Command::parse().action {
        Action::Import { format: Format::Page(arguments) } => {
            import_page(&arguments, &mut findings)
        }
        Action::Check { folder } => Ok(check(&folder, &mut findings)),
        Action::Build { folder, out } => check_and_build(&folder, &out, &mut findings),
    };
    let has_errors = findings.has_errors() || outcome.is_err();
    tell(findings);
    match outcome {
        Ok(Some(summary)) => say(&summary),
        Ok(None) => {}
        Err(message) => say(&format!("error: {message}")),
    }
    if has_errors { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

type Outcome = Result<Option<String>, String>;

fn import_page(arguments: &PageArguments, findings: &mut Findings) -> Outcome {
    let options = import::PageOptions {
        countries: &arguments.countries,
        fields: &arguments.fields,
        structures: &arguments.structures,
        url: arguments.url.as_ref(),
    };
    let written = import::import_page(&arguments.file, &arguments.into, &options, findings)
        .map_err(|error| error.to_string())?;
    Ok(Some(written))
}

fn check(folder: &Path, findings: &mut Findings) -> Option<String> {
    let sources = read_sources(folder, findings)?;
    (!findings.has_errors()).then(|| {
        let (releases, pages) = (sources.releases.len(), sources.pages.len());
        format!("{}: {releases} releases and {pages} pages are in order", folder.display())
    })
}

fn check_and_build(folder: &Path, out: &Path, findings: &mut Findings) -> Outcome {
    let Some(sources) = read_sources(folder, findings).filter(|_| !findings.has_errors()) else {
        return Ok(Some("nothing was written, since there are errors".to_owned()));
    };
    let written = build(sources, out).map_err(|error| error.to_string())?;
    Ok(Some(format!(
        "{}: {} releases in {} files, {} of them new; {} old files removed",
        out.display(),
        written.releases,
        written.files,
        written.new_files,
        written.removed_files
    )))
}

/// Tells the findings, and how many they are.
fn tell(findings: Findings) {
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
fn say(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

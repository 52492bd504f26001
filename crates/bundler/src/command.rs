//! The command line.

mod build;
mod check;
mod generate;
mod manual;
mod report;

use std::{path::PathBuf, process::ExitCode};

use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum, error::ErrorKind};

use self::{
    build::{BUILD_HELP, BuildArguments, WATCH_HELP},
    check::{CHECK_HELP, CheckArguments},
    generate::{GENERATE_HELP, GenerateArguments},
    manual::{COMPLETIONS_HELP, MANUAL_HELP, write_completions, write_manual},
    report::{say, tell, tell_program},
};
use crate::{finding::Findings, import};

#[derive(Parser)]
#[command(
    name = "rostrum",
    version,
    about = "Imports, checks and builds the data bundle of an organisation's site",
    after_help = "Examples:
  rostrum import page page.txt --into content     read a copied page into editable sources
  rostrum check content                           say what is wrong, with file and line
  rostrum build content --out dist/bundle         check, then write the bundle
  rostrum watch content --out dist/bundle         do so whenever the sources change
  rostrum generate --releases 1000 --out archive  write a synthetic archive, to try things with
  rostrum manual import                           print the manual page of a command

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
    #[command(after_help = IMPORT_HELP)]
    Import(ImportArguments),
    /// Say what is wrong in sources or in a bundle, and write nothing
    #[command(after_help = CHECK_HELP)]
    Check(CheckArguments),
    /// Check the sources and write the bundle
    #[command(after_help = BUILD_HELP)]
    Build(BuildArguments),
    /// Build again whenever the sources change
    #[command(after_help = WATCH_HELP)]
    Watch(BuildArguments),
    /// Write a synthetic archive, to try a site and to measure with
    #[command(after_help = GENERATE_HELP)]
    Generate(GenerateArguments),
    /// Print the manual page, of the whole or of one command
    #[command(after_help = MANUAL_HELP)]
    Manual {
        /// The command that it is about
        command: Option<String>,
    },
    /// Print what a shell needs to complete what is typed
    #[command(after_help = COMPLETIONS_HELP)]
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
}

const IMPORT_HELP: &str = "Formats, found by themselves or named before the files:
  page      a page copied as text: its menu and its press release
  wxr       an export of WordPress (Tools, Export)
  wp-rest   answers of WordPress' interface (/wp-json/wp/v2/posts?_embed), saved as files
  jsonapi   answers of a JSON:API, such as Drupal's, saved as files
  feed      RSS 0.90 to 2.0, Atom, JSON Feed
  ninjs     the IPTC's ninjs 1.x to 3.x
  newsml-g2 the IPTC's NewsML-G2
  json-ld   news articles after schema.org, alone or in a page
  csv       a table with headers, a release in each row
  markdown  texts with front matter in YAML or TOML

Examples:
  rostrum import page page.txt --into content
  rostrum import export.xml --into content
  rostrum import archive/ --into content --kind press-release
  rostrum import table.csv --into content --column title=Betreff --column date=Datum
  rostrum import page page.txt --into content --countries \"Member States\" --structures Offices

Drafts, private items, those with a password and those under an embargo stay out and are counted.
The same item imported again updates its file; one whose title has changed gets a new address, and
the old one leads there. Of several versions of an item, as agencies send them, the latest wins,
whatever order they come in. A file that an editor has changed is never overwritten: the import is
then written beside it as NAME.imported.yaml or NAME.imported.md. A text of more than 8 MB is not read.

Of a copied page, a line with a hyphen alone begins a group, the next line is its heading, and lines
that begin with \"- \" are its items. The release follows: kind, title, `- Date:`, `- Place:` and
`- Source:` with their values, then the text. Every line that is placed by a guess is told with its
number.";

#[derive(Args)]
struct ImportArguments {
    /// Files or folders, with the format before them where it should not be found out; `-` reads
    /// standard input
    #[arg(required = true, value_name = "[FORMAT] FILES")]
    files: Vec<PathBuf>,
    /// The folder of the sources; made if it is not there
    #[arg(long, value_name = "FOLDER")]
    into: PathBuf,
    /// The kind of releases that do not say theirs; without it, the first one of organization.yaml
    #[arg(long, value_name = "KIND")]
    kind: Option<rostrum_model::Slug>,
    /// What a column of a table is, where its header does not say it; may be given several times
    #[arg(long, value_name = "WHAT=HEADER", value_parser = column)]
    column: Vec<(String, String)>,
    /// The encoding of the files, where it should not be found out
    #[arg(long, value_name = "NAME", value_parser = encoding)]
    encoding: Option<&'static encoding_rs::Encoding>,
    /// A heading of a copied menu whose items are countries; may be given several times
    #[arg(long, value_name = "HEADING")]
    countries: Vec<String>,
    /// A heading of a copied menu whose items are fields of work
    #[arg(long, value_name = "HEADING")]
    fields: Vec<String>,
    /// A heading of a copied menu whose items are structures or institutions
    #[arg(long, value_name = "HEADING")]
    structures: Vec<String>,
    /// The address that a page was copied from, to be named as the release's source
    #[arg(long, value_name = "ADDRESS")]
    url: Option<rostrum_model::Href>,
}

fn column(text: &str) -> Result<(String, String), String> {
    let (what, header) = text.split_once('=').ok_or("write WHAT=HEADER, such as title=Headline")?;
    Ok((what.trim().to_owned(), header.trim().to_owned()))
}

fn encoding(name: &str) -> Result<&'static encoding_rs::Encoding, String> {
    encoding_rs::Encoding::for_label(name.as_bytes())
        .ok_or_else(|| format!("`{name}` is no encoding that is known here; try windows-1252"))
}

/// Runs the command with the arguments of the process.
pub fn run() -> ExitCode {
    let mut findings = Findings::default();
    let action = Command::parse().action;
    let outcome = match &action {
        Action::Import(arguments) => import(arguments, &mut findings),
        Action::Check(arguments) => Ok(arguments.check(&mut findings)),
        Action::Build(arguments) => arguments.build(&mut findings),
        Action::Watch(arguments) => arguments.watch(),
        Action::Generate(arguments) => arguments.generate(&mut findings),
        Action::Manual { command } => write_manual(Command::command(), command.as_deref()),
        Action::Completions { shell } => write_completions(Command::command(), *shell),
    };
    let has_errors = findings.has_errors();
    let outcome = if let Action::Check(CheckArguments { json: true, .. }) = action {
        tell_program(findings).map(|()| None)
    } else {
        tell(findings);
        outcome
    };
    let has_failed = has_errors || outcome.is_err();
    match outcome {
        Ok(Some(summary)) => say(&summary),
        Ok(None) => {}
        Err(message) => say(&format!("error: {message}")),
    }
    if has_failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// What to say in the end, or why it failed.
type Outcome = Result<Option<String>, String>;

fn import(arguments: &ImportArguments, findings: &mut Findings) -> Outcome {
    let pages = import::PageOptions {
        countries: &arguments.countries,
        fields: &arguments.fields,
        structures: &arguments.structures,
        url: arguments.url.as_ref(),
    };
    let named = arguments.files.first().and_then(|first| first.to_str());
    let format = named.and_then(|name| import::Format::from_str(name, false).ok());
    let files = &arguments.files[usize::from(format.is_some())..];
    if files.is_empty() {
        let message = "the files to import are missing after the format\n";
        Command::command().error(ErrorKind::MissingRequiredArgument, message).exit();
    }
    let into = &arguments.into;
    let written = if format == Some(import::Format::Page) {
        import::import_pages(files, into, &pages, findings)
    } else {
        let kind = arguments.kind.as_ref().map(rostrum_model::Slug::as_str);
        let options = import::ArchiveOptions {
            format,
            kind,
            columns: &arguments.column,
            encoding: arguments.encoding,
        };
        import::import_archive(files, into, &options, &pages, findings)
    };
    written.map(Some).map_err(|error| error.to_string())
}

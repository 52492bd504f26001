//! `rostrum check`: of sources or of a bundle, whichever a folder holds.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::{
    finding::Findings,
    inspect::{inspect, is_bundle},
    sources::read_sources,
};

pub(super) const CHECK_HELP: &str = "Examples:
  rostrum check content                           sources: what is wrong, with file and line
  rostrum check dist/bundle                       a bundle: every file that bundle.json leads to
  rostrum check content --json

With --json, standard output gets one line:
  {\"errors\":1,\"warnings\":0,\"notes\":0,\"findings\":[{\"severity\":\"error\",\"file\":\"content/menu.yaml\",
  \"line\":3,\"column\":7,\"message\":\"…\",\"help\":\"…\"}]}
A severity is error, warning or note; only errors change the exit status. Lines and columns count
from 1; a finding about a whole file has neither. `help` is there where something can be advised.";

#[derive(Args)]
pub(super) struct CheckArguments {
    /// The folder of the sources or of the bundle
    folder: PathBuf,
    /// Tell the findings as JSON on standard output
    #[arg(long)]
    pub(super) json: bool,
}

impl CheckArguments {
    /// Checks what the folder holds; says what it has if all is in order.
    pub(super) fn check(&self, findings: &mut Findings) -> Option<String> {
        let folder = self.folder.display();
        let found = if is_bundle(&self.folder) {
            let found = inspect(&self.folder, findings)?;
            format!("{folder}: {} releases in {} files are in order", found.releases, found.files)
        } else {
            let (releases, pages) = check_sources(&self.folder, findings)?;
            format!("{folder}: {releases} releases and {pages} pages are in order")
        };
        (!findings.has_errors()).then_some(found)
    }
}

fn check_sources(folder: &Path, findings: &mut Findings) -> Option<(usize, usize)> {
    let sources = read_sources(folder, findings)?;
    sources.archive.check(findings);
    Some((sources.archive.len(), sources.pages.len()))
}

//! `rostrum check`.

use std::path::PathBuf;

use clap::Args;

use crate::{finding::Findings, sources::read_sources};

pub(super) const CHECK_HELP: &str = "Example:
  rostrum check content";

#[derive(Args)]
pub(super) struct CheckArguments {
    /// The folder of the sources
    folder: PathBuf,
}

impl CheckArguments {
    /// Checks the sources; says what they have if all is in order.
    pub(super) fn check(&self, findings: &mut Findings) -> Option<String> {
        let sources = read_sources(&self.folder, findings)?;
        sources.archive.check(findings);
        let (releases, pages) = (sources.archive.len(), sources.pages.len());
        let folder = self.folder.display();
        let found = format!("{folder}: {releases} releases and {pages} pages are in order");
        (!findings.has_errors()).then_some(found)
    }
}

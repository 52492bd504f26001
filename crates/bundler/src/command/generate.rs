//! `rostrum generate`.

use std::path::PathBuf;

use clap::Args;

use super::Outcome;
use crate::{
    finding::Findings,
    generate::{GenerateOptions, generate},
};

pub(super) const GENERATE_HELP: &str = "Examples:
  rostrum generate --releases 1000 --out archive
  rostrum generate --releases 100000 --seed 7 --like content --out archive

The same seed gives the same files; with more releases, the same ones and further ones. Every release
says that a program made it (`origin: synthetic`).";

#[derive(Args)]
pub(super) struct GenerateArguments {
    /// How many releases
    #[arg(long, value_name = "NUMBER")]
    releases: u32,
    /// What makes this archive another than others
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    seed: u64,
    /// Sources whose organisation, menu, lists and pages are taken over; without them, those of an
    /// organisation that does not exist
    #[arg(long, value_name = "FOLDER")]
    like: Option<PathBuf>,
    /// The folder of the new sources; made if it is not there
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
}

impl GenerateArguments {
    pub(super) fn generate(&self, findings: &mut Findings) -> Outcome {
        let Self { releases, seed, like, out } = self;
        let options = GenerateOptions { releases: *releases, seed: *seed, like: like.as_deref() };
        generate(out, &options, findings).map_err(|error| error.to_string())
    }
}

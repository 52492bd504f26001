//! The releases of the sources. Which there are is known from the names of their files; their texts
//! are read year by year and in parallel, so that no more than a year of them is ever in memory.

use std::collections::BTreeMap;

use rayon::prelude::*;
use rostrum_model::{Address, Languages, Redirect, Release};

use super::{
    chain::Chain,
    document::TextFiles,
    redirects::read_redirects,
    release::{address_of, read_release},
    vocabulary::Vocabulary,
};
use crate::{
    finding::{Findings, Place},
    progress::Progress,
};

/// The releases that have files, in order of their addresses.
#[derive(Debug)]
pub(crate) struct Archive {
    files: Vec<ReleaseFiles>,
    redirects: Vec<Redirect>,
    languages: Languages,
    vocabulary: Vocabulary,
}

/// The files of a release, and its address if their name gives one.
#[derive(Debug)]
pub(crate) struct ReleaseFiles {
    pub(super) address: Option<Address>,
    pub(super) files: TextFiles,
}

impl ReleaseFiles {
    /// The year that the name gives.
    fn year(&self) -> Option<u16> {
        self.address.as_ref().map(|address| address.date.year())
    }
}

/// What the archive has of a year, each in order of the addresses.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct ArchiveYear<'a> {
    /// The releases.
    pub(crate) files: &'a [ReleaseFiles],
    /// The old addresses of that year, wherever their releases stand now.
    pub(crate) redirects: &'a [Redirect],
}

impl Archive {
    /// Orders the files of releases and reads their redirects; notes addresses that two of them have.
    pub(super) fn new(
        files: Vec<TextFiles>,
        languages: Languages,
        vocabulary: Vocabulary,
        findings: &mut Findings,
    ) -> Self {
        let with_address =
            |files: TextFiles| ReleaseFiles { address: address_of(&files.name), files };
        let mut files: Vec<ReleaseFiles> = files.into_iter().map(with_address).collect();
        files.sort_by(|one, other| one.address.cmp(&other.address));
        for pair in files.windows(2) {
            if let [ReleaseFiles { address: Some(one), .. }, other] = pair
                && other.address.as_ref() == Some(one)
            {
                findings
                    .error(
                        Place::file(&other.files.original),
                        format!("another release stands at {one} too"),
                    )
                    .help("give one of their files another name");
            }
        }
        let redirects = read_redirects(&files, findings);
        Self { files, redirects, languages, vocabulary }
    }

    /// The names that releases may refer to.
    pub(super) fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// How many releases have files, whether or not they can be read.
    pub(crate) fn len(&self) -> usize {
        self.files.len()
    }

    /// The addresses that the names of files give, in order.
    pub(crate) fn addresses(&self) -> impl Iterator<Item = &Address> {
        self.files.iter().filter_map(|files| files.address.as_ref())
    }

    /// Whether a file has that address, or had it: a release that cannot be read is no reason to call
    /// a link to it wrong.
    pub(crate) fn has(&self, address: &Address) -> bool {
        let stands = |files: &ReleaseFiles| files.address.as_ref().cmp(&Some(address));
        self.files.binary_search_by(stands).is_ok()
            || self.redirects.binary_search_by(|redirect| redirect.address.cmp(address)).is_ok()
    }

    /// Year by year, the oldest first; before them, without a year, the files whose names say no day.
    pub(crate) fn years(&self) -> impl Iterator<Item = (Option<u16>, ArchiveYear<'_>)> {
        let mut years: BTreeMap<_, ArchiveYear<'_>> = BTreeMap::new();
        for files in self.files.chunk_by(|one, other| one.year() == other.year()) {
            years.entry(files[0].year()).or_default().files = files;
        }
        let year = |redirect: &Redirect| redirect.address.date.year();
        for redirects in self.redirects.chunk_by(|one, other| year(one) == year(other)) {
            years.entry(Some(year(&redirects[0]))).or_default().redirects = redirects;
        }
        years.into_iter()
    }

    /// Reads which releases each source issued one after another.
    pub(crate) fn chain(&self) -> Chain<'_> {
        Chain::read(&self.files, &self.languages.default)
    }

    /// Reads all releases for what is wrong with them.
    pub(crate) fn check(&self, findings: &mut Findings) {
        let progress = Progress::new("reading releases", self.len());
        for (_, year) in self.years() {
            self.read(year.files, findings, |_| progress.step());
        }
    }

    /// Reads releases and makes something of each at once, so that their texts need not be kept.
    /// What is wrong is noted; a release that cannot be read is left out.
    pub(crate) fn read<T: Send>(
        &self,
        files: &[ReleaseFiles],
        findings: &mut Findings,
        make: impl Fn(Release) -> T + Sync,
    ) -> Vec<T> {
        let read = |files: &ReleaseFiles| {
            let mut findings = Findings::default();
            let release =
                read_release(&files.files, &self.languages, &self.vocabulary, &mut findings);
            (release.map(&make), findings)
        };
        let outcomes: Vec<_> = files.par_iter().map(read).collect();
        let mut results = Vec::with_capacity(outcomes.len());
        for (one, found) in outcomes {
            results.extend(one);
            findings.extend(found);
        }
        results
    }
}

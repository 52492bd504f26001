//! `rostrum build`, once or again and again, and what it says in the end.

use std::{
    fmt::Write,
    path::{Path, PathBuf},
};

use clap::Args;
use indicatif::DecimalBytes;
use jiff::{Timestamp, tz::TimeZone};
use rostrum_model::Date;

use super::{
    Outcome,
    report::{say, tell},
};
use crate::{
    build::{Base, Site, Written, WrittenDiscovery, WrittenFiles, build},
    finding::Findings,
    prerender::{Rendered, Wanted, prerender},
    sources::read_sources,
    watch::watch,
};

pub(super) const BUILD_HELP: &str = "Examples:
  rostrum build content --out dist/bundle
  rostrum build content --out dist/bundle --base https://example.org/
  rostrum build content --out dist/bundle --site --base https://example.org/

The bundle is replaced at once and last: while it is written, and if anything is wrong, the old
one stays as it is. The files of the bundle before it are kept for visitors who still read it.

With --base, the folder of the site, which is the one above the bundle's (dist), gets
  feeds/all.xml, feeds/country/NAME.xml, feeds/field/NAME.xml, feeds/structure/NAME.xml
            Atom feeds of the newest 50 releases
  sitemap.xml
            every page; releases of today and yesterday (UTC) are marked as news. Beyond 50,000
            pages it is the index of sitemap-1.xml and so on
  robots.txt
            which names the sitemap; only where the site is all that its host has
A file of that name that rostrum has not written is left as it is.

With --site, that folder gets every page of the site as HTML too, drawn as the browser will draw it:
for the first moment, for visitors without scripts and for search engines. The SPA must have been
built into it before; its 404.html answers at all other addresses. Of the releases the newest ones
get a page, as many as --newest says, and of listings the pages on which these stand, since hosts
take only so many files. Besides, fragments/menu.html, press.html and
timeline.html have plain lists of links, to be pasted into <rostrum-app> as what shows until it is
ready. A file of such a name that rostrum has not written is left as it is. Where the environment sets
SOURCE_DATE_EPOCH, its day is today.";

pub(super) const WATCH_HELP: &str = "Example:
  rostrum watch content --out dist/bundle

Builds at once and then whenever a source has changed, until Ctrl+C. What is wrong is told, and the
bundle stays as it was until it is put right. Reload the page to see the new bundle.";

const NOTHING: &str = "nothing was written, since there are errors";

#[derive(Args)]
pub(super) struct BuildArguments {
    /// The folder of the sources
    folder: PathBuf,
    /// The folder of the bundle; made if it is not there
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
    /// The address of the site; with it, feeds, a sitemap and robots.txt are written too
    #[arg(long, value_name = "URL")]
    base: Option<Base>,
    /// Write every page of the site as HTML into the folder above the bundle's
    #[arg(long)]
    site: bool,
    /// How many releases get a page of HTML, the newest ones
    #[arg(long, value_name = "NUMBER", default_value_t = 5_000, requires = "site")]
    newest: usize,
}

impl BuildArguments {
    /// Checks the sources and writes the bundle.
    pub(super) fn build(&self, findings: &mut Findings) -> Outcome {
        let Some(sources) = read_sources(&self.folder, findings) else {
            return Ok(Some(NOTHING.to_owned()));
        };
        let site = self.site()?;
        let written = build(sources, &self.out, site.as_ref(), findings);
        let written = written.map_err(|error| error.to_string())?;
        let Some(written) = written else { return Ok(Some(NOTHING.to_owned())) };
        let mut summary = summary(&self.out, site.as_ref(), &written);
        if self.site {
            summary.push_str(&self.prerender(findings)?);
        }
        Ok(Some(summary))
    }

    /// Writes the pages of the site, and tells so in a line.
    fn prerender(&self, findings: &mut Findings) -> Result<String, String> {
        let folder = self.site_folder()?;
        let wanted = Wanted {
            bundle: &self.out,
            folder: &folder,
            base: self.base.as_ref(),
            today: today()?,
            newest: self.newest,
        };
        let Rendered { pages, changed, removed } =
            prerender(&wanted, findings).map_err(|error| error.to_string())?;
        let folder = folder.display();
        Ok(format!("\n{folder}: {pages} pages; {changed} changed; {removed} old ones removed"))
    }

    /// Builds whenever the sources change, until somebody ends it.
    pub(super) fn watch(&self) -> Outcome {
        let build = || {
            let mut findings = Findings::default();
            let outcome = self.build(&mut findings);
            tell(findings);
            match outcome {
                Ok(summary) => say(&summary.unwrap_or_default()),
                Err(message) => say(&format!("error: {message}")),
            }
            say(&format!("watching {}; end it with Ctrl+C", self.folder.display()));
        };
        watch(&self.folder, &self.out, build).map_err(|error| error.to_string())?;
        Ok(None)
    }

    fn site(&self) -> Result<Option<Site>, String> {
        let Some(base) = self.base.clone() else { return Ok(None) };
        Ok(Some(Site { base, folder: self.site_folder()?, today: today()? }))
    }

    fn site_folder(&self) -> Result<PathBuf, String> {
        let out = std::path::absolute(&self.out).map_err(|error| error.to_string())?;
        let folder = out.parent().ok_or("the bundle needs a folder within that of the site")?;
        Ok(folder.to_owned())
    }
}

/// The day of the build; one that is fixed makes builds of different days the same.
fn today() -> Result<Date, String> {
    let now = match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(seconds) => {
            let moment =
                seconds.parse().ok().and_then(|moment| Timestamp::from_second(moment).ok());
            moment.ok_or("SOURCE_DATE_EPOCH must be a number of seconds since 1970")?
        }
        Err(_) => Timestamp::now(),
    };
    let day = TimeZone::UTC.to_datetime(now).date().to_string();
    day.parse().map_err(|error| format!("the clock is wrong: {error}"))
}

/// What a build wrote, in a few lines.
fn summary(out: &Path, site: Option<&Site>, written: &Written) -> String {
    let Written { releases, pages, files, discovery } = written;
    let total: usize = releases.values().sum();
    let kinds: Vec<_> = releases.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
    let kinds = if kinds.is_empty() { String::new() } else { format!(" ({})", kinds.join(", ")) };
    let WrittenFiles { all, new, removed, bytes } = files;
    let mut summary = format!(
        "{}: {total} releases{kinds}, {pages} pages\n{all} files of {} in all: {new} new, {} unchanged; {removed} old ones removed",
        out.display(),
        DecimalBytes(*bytes),
        all - new,
    );
    if let (Some(Site { folder, .. }), Some(discovery)) = (site, discovery) {
        let WrittenDiscovery { feeds, sitemaps, news, changed } = discovery;
        let _ = write!(
            summary,
            "\n{}: {feeds} feeds, {sitemaps} sitemaps with {news} releases as news; {changed} files changed",
            folder.display()
        );
    }
    summary
}

//! The packs: that they hold each year's releases in order, and that these refer to what there is.

use rostrum_model::{Address, ListingKey, Pack, Release, Slug, Year};

use super::{Walk, fingerprint};
use crate::build::listing_keys;

impl Walk<'_> {
    /// Reads the packs of a year.
    pub(super) fn year(&mut self, year: &Year) {
        let before = self.releases.len();
        self.pack(&year.file, None, year.year);
        let found = self.releases.len() - before;
        if found != year.total as usize {
            let message = format!(
                "{} has {} releases according to the entry, and {found} in its packs",
                year.year, year.total
            );
            self.wrong(&year.file, message);
        }
    }

    /// Reads a pack that begins with an address, where that is known.
    fn pack(&mut self, file: &str, first: Option<&Address>, year: u16) {
        if self.files.contains(file) {
            self.wrong(file, "a pack leads here a second time");
            return;
        }
        match self.read(file) {
            None => {}
            Some(Pack::Parts(parts)) => {
                if first.is_some() && parts.first().map(|part| &part.first) != first {
                    self.wrong(file, "the first part is not the one that the pack above tells");
                }
                for part in parts {
                    self.pack(&part.file, Some(&part.first), year);
                }
            }
            Some(Pack::Releases(releases)) => {
                let begins = releases.first().map(|release| &release.summary.address);
                if first.is_some() && begins != first {
                    self.wrong(file, "the first release is not the one that the pack above tells");
                }
                for release in releases {
                    self.release(file, release, year);
                }
            }
        }
    }

    fn release(&mut self, file: &str, release: Release, year: u16) {
        let address = &release.summary.address;
        if address.date.year() != year {
            self.wrong(file, format!("{address} stands among the releases of {year}"));
        }
        if self.releases.last().is_some_and(|(last, _)| last >= address) {
            self.wrong(file, format!("{address} is not in order"));
        }
        if release.versions.is_empty() {
            self.wrong(file, format!("{address} has no text"));
        }
        for (what, name) in self.unknown(&release) {
            self.wrong(file, format!("{address} names the {what} `{name}`, which the entry lacks"));
        }
        let place = u32::try_from(self.releases.len()).unwrap_or(u32::MAX);
        for key in listing_keys(&release) {
            self.expected.entry(key).or_default().push(place);
        }
        self.releases.push((address.clone(), fingerprint(&release.summary)));
    }

    /// What a release refers to and the entry does not have.
    fn unknown(&self, release: &Release) -> Vec<(&'static str, Slug)> {
        let kind = &release.summary.kind;
        let missing_kind = self.entry.kind(kind).is_none().then(|| ("kind", kind.clone()));
        let is_missing = |id: &&Slug| self.entry.timeline.term(id).is_none();
        let terms = release.terms.iter().filter(is_missing).map(|id| ("term", id.clone()));
        let subjects = listing_keys(release).into_iter().filter_map(|key| {
            let is_known = self.is_known(&key);
            let named = match key {
                ListingKey::Country(slug) => ("country", slug),
                ListingKey::Field(slug) => ("field of work", slug),
                ListingKey::Structure(slug) => ("structure", slug),
                ListingKey::All | ListingKey::Year(_) => return None,
            };
            (!is_known).then_some(named)
        });
        missing_kind.into_iter().chain(terms).chain(subjects).collect()
    }
}

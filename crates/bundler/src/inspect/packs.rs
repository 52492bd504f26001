//! The packs: that they hold each year's releases and redirects in order, and that these refer to
//! what there is.

use rostrum_model::{Address, ListingKey, Pack, Redirect, Release, Slug, Year};

use super::{Prints, Walk};
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
            Some(Pack::Parts { parts }) => {
                if first.is_some() && parts.first().map(|part| &part.first) != first {
                    self.wrong(file, "the first part is not the one that the pack above tells");
                }
                for part in parts {
                    self.pack(&part.file, Some(&part.first), year);
                }
            }
            Some(Pack::Releases { releases, redirects }) => {
                let old = redirects.first().map(|redirect| &redirect.address);
                let begins = releases.first().map(|release| &release.summary.address);
                let begins = begins.into_iter().chain(old).min();
                if first.is_some() && begins != first {
                    self.wrong(file, "the first address is not the one that the pack above tells");
                }
                let before = self.releases.last().map(|(address, _)| address);
                let old_before = self.redirects.last().map(|(redirect, _)| &redirect.address);
                if begins.is_some() && begins <= before.max(old_before) {
                    self.wrong(file, "the pack begins before the one before it ends");
                }
                for release in releases {
                    self.release(file, release, year);
                }
                for redirect in redirects {
                    self.take_redirect(file, redirect, year);
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
        self.ways(file, &release);
        let place = u32::try_from(self.releases.len()).unwrap_or(u32::MAX);
        for key in listing_keys(&release) {
            self.expected.entry(key).or_default().push(place);
        }
        self.releases.push((address.clone(), Prints::of(&release.summary)));
    }

    fn take_redirect(&mut self, file: &str, redirect: Redirect, year: u16) {
        let address = &redirect.address;
        if address.date.year() != year {
            self.wrong(file, format!("{address} stands among the redirects of {year}"));
        }
        if self.redirects.last().is_some_and(|(last, _)| last.address >= *address) {
            self.wrong(file, format!("the redirect of {address} is not in order or stands twice"));
        }
        self.redirects.push((redirect, file.to_owned()));
    }

    /// Compares all redirects with all releases.
    pub(super) fn redirects(&mut self) {
        for at in 0..self.redirects.len() {
            let (Redirect { address, moved_to }, file) = self.redirects[at].clone();
            if self.place(&address).is_some() {
                self.wrong(&file, format!("{address} is a redirect, and a release stands there"));
            }
            if self.redirect(&moved_to).is_some() {
                let message = format!("{address} leads to {moved_to}, which is a redirect too");
                self.wrong(&file, message);
            } else if self.place(&moved_to).is_none() {
                let message = format!("{address} leads to {moved_to}, and no release stands there");
                self.wrong(&file, message);
            }
        }
    }

    /// What a release refers to and the entry does not have.
    fn unknown(&self, release: &Release) -> Vec<(&'static str, Slug)> {
        let kind = &release.summary.kind;
        let missing_kind = self.entry.kind(kind).is_none().then(|| ("kind", kind.clone()));
        let subjects = listing_keys(release).into_iter().filter_map(|key| {
            let is_known = self.entry.knows(&key);
            let named = match key {
                ListingKey::Country(slug) => ("country", slug),
                ListingKey::Field(slug) => ("field of work", slug),
                ListingKey::Structure(slug) => ("structure", slug),
                ListingKey::Term(id) => ("term", id),
                ListingKey::All | ListingKey::Year(_) => return None,
            };
            (!is_known).then_some(named)
        });
        missing_kind.into_iter().chain(subjects).collect()
    }
}

//! The listings: that each gives exactly its releases, in order and in files of the right size.

use rostrum_model::{
    DIRECTORY_SIZE, FILE_SIZE, File, Listing, ListingDirectory, ListingFile, ListingKey, Summary,
};

use super::{ENTRY, Walk, fingerprint};

impl Walk<'_> {
    /// Reads all listings.
    pub(super) fn listings(&mut self) {
        let expected = std::mem::take(&mut self.expected);
        let entry = self.entry;
        for listing in &entry.listings {
            let places = expected.get(&listing.key).cloned().unwrap_or_default();
            if places.len() != listing.total as usize {
                let Listing { key, total, .. } = listing;
                let message =
                    format!("the listing {key} has {total} releases, not {}", places.len());
                self.wrong(ENTRY, message);
            }
            self.listing(listing, &places);
        }
        for key in expected.keys().filter(|key| entry.listing(key).is_none()) {
            self.wrong(ENTRY, format!("the listing {key} is missing"));
        }
        self.expected = expected;
    }

    fn listing(&mut self, listing: &Listing, places: &[u32]) {
        let Some(newest) = self.read::<ListingFile>(&listing.newest) else { return };
        let mut files = Vec::new();
        match newest.directory {
            Some(root) => self.directory(&root, None, &mut files),
            None => files.extend(newest.before.clone()),
        }
        if files.last() != newest.before.as_ref() {
            self.wrong(&listing.newest, "`before` is not the last file of the directory");
        }
        if listing.key == ListingKey::All {
            self.all = files.iter().chain([&listing.newest]).cloned().collect();
        }
        let mut places = places.iter();
        for file in files {
            let Some(ListingFile { releases, .. }) = self.read(&file) else { return };
            if releases.len() != FILE_SIZE as usize {
                let message = format!("{} releases instead of {FILE_SIZE}", releases.len());
                self.wrong(&file, message);
            }
            self.rows(&file, &releases, &mut places);
        }
        self.rows(&listing.newest, &newest.releases, &mut places);
        if newest.releases.is_empty() || newest.releases.len() > FILE_SIZE as usize {
            self.wrong(&listing.newest, format!("the file has {} releases", newest.releases.len()));
        }
        if let Some((address, _)) =
            places.next().and_then(|place| self.releases.get(*place as usize))
        {
            let message = format!("the listing {} ends before {address}", listing.key);
            self.wrong(&listing.newest, message);
        }
    }

    /// Collects the files that a directory leads to.
    fn directory(&mut self, file: &str, level: Option<u32>, files: &mut Vec<File>) {
        let Some(directory) = self.read::<ListingDirectory>(file) else { return };
        if level.is_some_and(|level| level != directory.level) {
            self.wrong(file, format!("the directory has the level {}", directory.level));
            return;
        }
        if directory.files.is_empty() || directory.files.len() > DIRECTORY_SIZE as usize {
            self.wrong(file, format!("the directory names {} files", directory.files.len()));
        }
        match directory.level.checked_sub(1) {
            None => files.extend(directory.files),
            Some(below) => {
                for file in directory.files {
                    self.directory(&file, Some(below), files);
                }
            }
        }
    }

    /// Compares the rows of a file with the releases that must come next.
    fn rows(&mut self, file: &str, rows: &[Summary], places: &mut std::slice::Iter<'_, u32>) {
        for row in rows {
            let expected = places.next().and_then(|place| self.releases.get(*place as usize));
            let problem = match expected {
                Some((address, prints)) if *address == row.address => {
                    let is_same = prints.listed == fingerprint(row);
                    (!is_same).then(|| format!("{address} says something else than in its pack"))
                }
                Some((address, _)) => {
                    Some(format!("{} stands where {address} belongs", row.address))
                }
                None => Some(format!("{} does not belong into this listing", row.address)),
            };
            if let Some(problem) = problem {
                self.wrong(file, problem);
                return;
            }
        }
    }
}

//! The full-text index: that its files are whole, that it has exactly the releases, with their
//! days, and that it files them as the listings do.

use std::collections::BTreeMap;

use rostrum_model::{FILE_SIZE, ListingFile};
use rostrum_search::{Fault, Inspected};

use super::{ENTRY, Walk, fingerprint};

impl Walk<'_> {
    /// Reads the index, if the bundle has one.
    pub(super) fn search(&mut self) {
        let Some(root) = &self.entry.search else { return };
        // Why a file cannot be read was noted when it was tried.
        let read = rostrum_search::inspect(root, |file| self.bytes(file).ok_or(()));
        match read {
            Ok(Inspected { rows, facets, days }) => {
                self.rows_of_index(root, &rows);
                self.days(root, &days);
                self.facets(root, facets);
            }
            Err(Fault { file, reason: Ok(error) }) => self.wrong(&file, error.to_string()),
            Err(Fault { reason: Err(()), .. }) => {}
        }
    }

    /// Compares the row of each document with the release of its number.
    fn rows_of_index(&mut self, root: &str, rows: &[(String, u32)]) {
        if rows.len() != self.releases.len() {
            let message =
                format!("the index has {} documents, not {}", rows.len(), self.releases.len());
            self.wrong(root, message);
            return;
        }
        let mut start = 0;
        for of_file in rows.chunk_by(|(one, _), (other, _)| one == other) {
            let Some((file, _)) = of_file.first() else { continue };
            let number = start / FILE_SIZE as usize;
            let is_listed = self.all.get(number) == Some(file);
            let is_right = is_listed || self.own_rows(file, start, of_file.len());
            let in_order = of_file.iter().zip(0..).all(|((_, place), expected)| *place == expected);
            if !is_right || !in_order {
                self.wrong(file, "the rows are not those of the releases that the index finds");
            }
            start += of_file.len();
        }
    }

    /// Compares the day of each document with that of the release of its number.
    fn days(&mut self, root: &str, days: &[u32]) {
        let expected = self.releases.iter().map(|(address, _)| address.date.day_number());
        if !expected.eq(days.iter().copied()) {
            self.wrong(root, "the index finds releases by other days than theirs");
        }
    }

    /// Whether a file of the index gives the rows of so many releases from a place on.
    fn own_rows(&mut self, file: &str, start: usize, count: usize) -> bool {
        let Some(ListingFile { releases, .. }) = self.read(file) else { return false };
        let expected = self.releases.iter().skip(start).take(count);
        releases.len() == count
            && releases.iter().zip(expected).all(|(row, (address, prints))| {
                row.address == *address && fingerprint(row) == prints.found
            })
    }

    /// Compares the facets that are listings too with these.
    fn facets(&mut self, root: &str, facets: Vec<(String, Vec<u32>)>) {
        let mut filed: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for (facet, mut documents) in facets {
            filed.entry(facet).or_default().append(&mut documents);
        }
        let listings = self.expected.iter().map(|(key, places)| (key.to_string(), places));
        let wrong = listings.filter(|(key, places)| {
            key != "all" && filed.get(key).is_none_or(|documents| documents != *places)
        });
        let wrong: Vec<String> = wrong.map(|(key, _)| key).collect();
        for key in wrong {
            let message =
                format!("the index finds other releases under {key} than {ENTRY} leads to");
            self.wrong(root, message);
        }
    }
}

//! The ways from a release to others: that its neighbours of the same source are the ones before and
//! after it, and that related ones are earlier and share what they are said to.

use rostrum_model::{Address, Release, Way};

use super::{ENTRY, Walk};
use crate::build::listing_keys;

impl Walk<'_> {
    /// Checks the ways from a release; those before it are known by now.
    pub(super) fn ways(&mut self, file: &str, release: &Release) {
        let address = &release.summary.address;
        let of = |way: &Option<Way>| way.as_ref().map(|way| way.address.clone());
        let (previous, next) = (of(&release.ways.previous), of(&release.ways.next));
        if let Some(source) = &release.summary.source {
            let last = self.last_of.insert(source.clone(), (address.clone(), next));
            let (before, leads_to) = last.map_or((None, None), |(last, next)| (Some(last), next));
            // A bundle that another program wrote may go without.
            if previous.is_some() && previous != before {
                self.wrong(file, format!("the one before {address} is not the last of its source"));
            }
            if leads_to.as_ref().is_some_and(|next| next != address) {
                self.wrong(
                    file,
                    format!("{address} comes next, and the one before does not say so"),
                );
            }
        } else if previous.is_some() || next.is_some() {
            self.wrong(file, format!("{address} has neighbours, and nobody issued it"));
        }
        let keys = listing_keys(release);
        for Way { address: other, shared, .. } in &release.ways.related {
            if self.place(other).is_none() {
                self.wrong(
                    file,
                    format!("{address} leads to {other}, and no earlier release stands there"),
                );
            }
            if shared.iter().any(|key| !keys.contains(key)) {
                self.wrong(
                    file,
                    format!("{address} does not share with {other} what it is said to"),
                );
            }
        }
    }

    /// Notes last releases of a source that lead on.
    pub(super) fn last_of_each_source(&mut self) {
        let leads_on = |(_, next): &(Address, Option<Address>)| next.clone();
        let leading: Vec<Address> = self.last_of.values().filter_map(leads_on).collect();
        for next in leading {
            self.wrong(
                ENTRY,
                format!("a release leads to {next} as the next of its source, which is not"),
            );
        }
    }
}

//! Addresses that releases had before: `redirects` in the front matter of each.
//!
//! They are read before the releases, since an old address may be of an earlier year than its
//! release, and packs are written year by year. A redirect stands with the release that it leads to,
//! so it leads neither to nothing nor to another redirect.

use std::fs;

use rayon::prelude::*;
use rostrum_model::{Address, Redirect};

use super::{archive::ReleaseFiles, document::Document, node::Node, source::Source};
use crate::finding::{Findings, Place};

/// The redirects of releases that come in order, in order of the old addresses. One that cannot be
/// followed is told of and left out.
pub(super) fn read_redirects(files: &[ReleaseFiles], findings: &mut Findings) -> Vec<Redirect> {
    let mut found: Vec<(Redirect, Place)> = files.par_iter().flat_map_iter(redirects_of).collect();
    found.sort_by(|(one, _), (other, _)| one.cmp(other));
    let mut redirects: Vec<Redirect> = Vec::new();
    for (redirect, place) in found {
        let Redirect { address, moved_to } = &redirect;
        let stands_there = |files: &ReleaseFiles| files.address.as_ref().cmp(&Some(address));
        let before = redirects.last().filter(|before| before.address == *address);
        if address == moved_to {
            findings
                .warning(place, "this release stands at this very address")
                .help("remove it; only addresses that the release has no more stand here");
        } else if files.binary_search_by(stands_there).is_ok() {
            findings
                .warning(place, format!("another release stands at {address}, so nobody is led on"))
                .help("remove it here, or give the file of that release another name");
        } else if let Some(Redirect { moved_to: other, .. }) = before {
            if moved_to == other {
                findings.warning(place, format!("{address} stands here a second time"));
            } else {
                findings
                    .error(place, format!("{address} leads to {other} already"))
                    .help("keep it with the release that visitors of the old address look for");
            }
        } else {
            redirects.push(redirect);
        }
    }
    redirects
}

/// The redirects of a release. What cannot be read is told of when the release itself is read.
fn redirects_of(files: &ReleaseFiles) -> Vec<(Redirect, Place)> {
    let read = || {
        let moved_to = files.address.as_ref()?;
        let path = &files.files.original;
        // Most releases have none, and looking for the word takes no time.
        let text = fs::read_to_string(path).ok().filter(|text| text.contains("redirects"))?;
        let source = Source::new(&path.display().to_string(), text);
        let document = Document::parse(source, &mut Findings::default())?;
        let redirect = |node: &Node| {
            let address: Address = node.as_scalar()?.trim().parse().ok()?;
            let place = document.source.place(node.bytes.clone());
            Some((Redirect { address, moved_to: moved_to.clone() }, place))
        };
        let nodes = document.front.entry("redirects")?.items();
        Some(nodes.iter().filter_map(redirect).collect())
    };
    read().unwrap_or_default()
}

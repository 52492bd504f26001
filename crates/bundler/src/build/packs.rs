//! Packs: the whole texts of a year in files of at most 64 KB, found from an address alone.
//!
//! A year that fits into one file is one pack. A larger one is cut at its months, and a month into
//! runs that fit, so that a release that is added or changed touches the packs of its month and the
//! way to them, and no other.

use std::ops::Range;

use rayon::prelude::*;
use rostrum_model::{Address, DIRECTORY_SIZE, File, Pack, PackPart};
use serde::Serialize;
use serde_json::value::RawValue;

use super::{
    row::PackedRelease,
    writer::{WriteError, Writer},
};

/// The largest pack, in bytes, unless a single release is larger.
pub(super) const LARGEST: usize = 64 * 1024;

/// What stands around the releases of a pack: `{"releases":[]}`.
const FRAME: usize = 15;

/// Releases as they stand in a pack, without copying them.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
enum PackOf<'r> {
    Releases(Vec<&'r RawValue>),
}

impl<'r> PackOf<'r> {
    fn new(releases: &'r [PackedRelease]) -> Self {
        Self::Releases(releases.iter().map(|release| &*release.json).collect())
    }
}

/// Writes the packs of a year, whose releases come in order of their addresses, and tells the root.
pub(super) fn write_year(
    year: u16,
    releases: &[PackedRelease],
    writer: &Writer,
) -> Result<File, WriteError> {
    let name = format!("releases/{year:04}");
    if let [_] | [] = &runs(releases)[..] {
        return writer.write(&name, &PackOf::new(releases));
    }
    let months = releases.chunk_by(|one, other| month(one) == month(other));
    let packs: Vec<&[PackedRelease]> = months
        .flat_map(|month| runs(month).into_iter().filter_map(move |run| month.get(run)))
        .collect();
    let write = |run: &&[PackedRelease]| {
        let first = run.first()?.row.address.clone();
        let file = writer.write(&format!("releases/{}", first.date), &PackOf::new(run));
        Some(file.map(|file| PackPart { first, file }))
    };
    write_way(&name, packs.par_iter().filter_map(write).collect::<Result<_, _>>()?, writer)
}

fn month(release: &PackedRelease) -> u8 {
    release.row.address.date.month()
}

/// Cuts releases into runs that fit into a pack.
fn runs(releases: &[PackedRelease]) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let (mut start, mut total) = (0, FRAME);
    for (position, release) in releases.iter().enumerate() {
        let size = release.json.get().len();
        // A comma stands between two releases.
        if position > start && total + 1 + size > LARGEST {
            runs.push(start..position);
            (start, total) = (position, FRAME);
        }
        total += size + usize::from(position > start);
    }
    if start < releases.len() {
        runs.push(start..releases.len());
    }
    runs
}

/// Writes the packs that lead to the parts, and tells the root.
fn write_way(name: &str, mut parts: Vec<PackPart>, writer: &Writer) -> Result<File, WriteError> {
    while parts.len() > DIRECTORY_SIZE as usize {
        let mut above = Vec::new();
        for parts in parts.chunks(DIRECTORY_SIZE as usize) {
            let first: Option<Address> = parts.first().map(|part| part.first.clone());
            let file = writer.write(&format!("{name}-parts"), &Pack::Parts(parts.to_vec()))?;
            above.extend(first.map(|first| PackPart { first, file }));
        }
        parts = above;
    }
    writer.write(name, &Pack::Parts(parts))
}

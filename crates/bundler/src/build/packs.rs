//! Packs: the whole texts of a year in files of at most 64 KB, found from an address alone, and
//! between them the addresses of that year whose releases have moved.
//!
//! A year that fits into one file is one pack. A larger one is cut at its months, and a month into
//! runs that fit, so that a release that is added or changed touches the packs of its month and the
//! way to them, and no other.

use std::ops::Range;

use rayon::prelude::*;
use rostrum_model::{Address, DIRECTORY_SIZE, File, Pack, PackPart, Redirect};
use serde::Serialize;
use serde_json::value::RawValue;

use super::{
    row::PackedRelease,
    writer::{WriteError, Writer},
};

/// The largest pack, in bytes, unless a single release is larger.
pub(super) const LARGEST: usize = 64 * 1024;

/// What stands around the rows of a pack: `{"releases":[],"redirects":[]}`.
const FRAME: usize = 30;

/// What stands at an address.
#[derive(Clone, Copy)]
enum Row<'r> {
    Release(&'r PackedRelease),
    Redirect(&'r Redirect),
}

impl<'r> Row<'r> {
    fn address(&self) -> &'r Address {
        match self {
            Self::Release(release) => &release.row.address,
            Self::Redirect(redirect) => &redirect.address,
        }
    }

    /// The bytes that it takes in JSON.
    fn size(&self) -> usize {
        match self {
            Self::Release(release) => release.json.get().len(),
            Self::Redirect(Redirect { address, moved_to }) => {
                r#"{"address":"","moved_to":""}"#.len()
                    + address.to_string().len()
                    + moved_to.to_string().len()
            }
        }
    }
}

/// A [`Pack`] of releases, without copying them.
#[derive(Default, Serialize)]
struct PackOf<'r> {
    releases: Vec<&'r RawValue>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    redirects: Vec<&'r Redirect>,
}

impl<'r> PackOf<'r> {
    fn new(rows: &[Row<'r>]) -> Self {
        let mut pack = Self::default();
        for row in rows {
            match row {
                Row::Release(release) => pack.releases.push(&release.json),
                Row::Redirect(redirect) => pack.redirects.push(redirect),
            }
        }
        pack
    }
}

/// Writes the packs of a year, whose releases and redirects come in order of their addresses, and
/// tells the root.
pub(super) fn write_year(
    year: u16,
    releases: &[PackedRelease],
    redirects: &[Redirect],
    writer: &Writer,
) -> Result<File, WriteError> {
    let name = format!("releases/{year:04}");
    let releases = releases.iter().map(Row::Release);
    let mut rows: Vec<Row<'_>> = releases.chain(redirects.iter().map(Row::Redirect)).collect();
    rows.sort_by_key(Row::address);
    if let [_] | [] = &runs(&rows)[..] {
        return writer.write(&name, &PackOf::new(&rows));
    }
    let month = |row: &Row<'_>| row.address().date.month();
    let packs: Vec<&[Row<'_>]> = rows
        .chunk_by(|one, other| month(one) == month(other))
        .flat_map(|month| runs(month).into_iter().filter_map(move |run| month.get(run)))
        .collect();
    let write = |run: &&[Row<'_>]| {
        let first = run.first()?.address().clone();
        let file = writer.write(&format!("releases/{}", first.date), &PackOf::new(run));
        Some(file.map(|file| PackPart { first, file }))
    };
    write_way(&name, packs.par_iter().filter_map(write).collect::<Result<_, _>>()?, writer)
}

/// Cuts rows into runs that fit into a pack.
fn runs(rows: &[Row<'_>]) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let (mut start, mut total) = (0, FRAME);
    for (position, row) in rows.iter().enumerate() {
        let size = row.size();
        // A comma stands between two rows.
        if position > start && total + 1 + size > LARGEST {
            runs.push(start..position);
            (start, total) = (position, FRAME);
        }
        total += size + usize::from(position > start);
    }
    if start < rows.len() {
        runs.push(start..rows.len());
    }
    runs
}

/// Writes the packs that lead to the parts, and tells the root.
fn write_way(name: &str, mut parts: Vec<PackPart>, writer: &Writer) -> Result<File, WriteError> {
    while parts.len() > DIRECTORY_SIZE as usize {
        let mut above = Vec::new();
        for parts in parts.chunks(DIRECTORY_SIZE as usize) {
            let first: Option<Address> = parts.first().map(|part| part.first.clone());
            let file =
                writer.write(&format!("{name}-parts"), &Pack::Parts { parts: parts.to_vec() })?;
            above.extend(first.map(|first| PackPart { first, file }));
        }
        parts = above;
    }
    writer.write(name, &Pack::Parts { parts })
}

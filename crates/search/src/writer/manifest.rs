//! What the files of the root and of segments hold.

use crate::{
    bytes::{length, put, put_after, put_text},
    manifest::{Far, Rest, Root, Shards},
    segment::{Rows, Segment},
};

impl Segment {
    /// What the root says of it as a far one.
    pub(super) fn into_far(self, rest: impl FnOnce(Self) -> Rest) -> Far {
        let Self { fingerprint, first, documents, span, .. } = self;
        Far { fingerprint, first, documents, span, rest: rest(self) }
    }

    /// What its file holds.
    pub(crate) fn content(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        put(&mut bytes, self.first);
        put(&mut bytes, self.documents);
        self.span.put(&mut bytes);
        bytes.extend(self.days.to_le_bytes());
        self.words.put(&mut bytes);
        put(&mut bytes, length(&self.pairs));
        for (bucket, hash) in &self.pairs {
            put(&mut bytes, *bucket);
            bytes.extend(hash.to_le_bytes());
        }
        put_categories(&mut bytes, &self.facets);
        let (is_listed, hashes) = match &self.rows {
            Rows::Listing { hashes, .. } => (1, hashes),
            Rows::Own(hashes) => (0, hashes),
        };
        put(&mut bytes, is_listed);
        put(&mut bytes, length(hashes));
        bytes.extend(hashes.iter().flat_map(|hash| hash.to_le_bytes()));
        bytes
    }
}

impl Shards {
    /// What a directory holds.
    pub(crate) fn content(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.put(&mut bytes);
        bytes
    }

    fn put(&self, bytes: &mut Vec<u8>) {
        put(bytes, length(&self.files));
        let mut before = "";
        for (start, hash) in &self.files {
            put_after(bytes, before, start);
            bytes.extend(hash.to_le_bytes());
            before = start;
        }
    }
}

impl Root {
    /// What its file holds.
    pub(crate) fn content(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        put(&mut bytes, length(&self.far));
        for far in &self.far {
            put(&mut bytes, far.documents);
            bytes.extend(far.fingerprint.to_le_bytes());
            far.span.put(&mut bytes);
            match &far.rest {
                Rest::File(hash) => bytes.extend(hash.to_le_bytes()),
                Rest::Root(segment) => bytes.extend(segment.content()),
            }
        }
        put(&mut bytes, length(&self.near));
        for segment in &self.near {
            bytes.extend(segment.fingerprint.to_le_bytes());
            bytes.extend(segment.content());
        }
        bytes.extend(self.map.fingerprint.to_le_bytes());
        self.map.put(&mut bytes);
        put_categories(&mut bytes, &self.totals);
        put(&mut bytes, length(&self.endings));
        self.endings.iter().for_each(|ending| ending.put(&mut bytes));
        bytes
    }
}

fn put_categories(bytes: &mut Vec<u8>, categories: &[(String, u64)]) {
    put(bytes, length(categories));
    for (category, hash) in categories {
        put_text(bytes, category);
        bytes.extend(hash.to_le_bytes());
    }
}

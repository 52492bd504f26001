//! A release on its way into the bundle: said in JSON as soon as it is read, since the text takes a
//! tenth of the memory that the tree of its blocks takes.

use std::sync::Arc;

use rostrum_model::{Address, Block, ListingKey, Release, Slug, Summary, Ways, plain_text};
use rostrum_search::Analysed;
use serde_json::value::{RawValue, to_raw_value};

use super::{related::Subject, search};

/// A release as its pack and its listings hold it.
pub(super) struct PackedRelease {
    /// The whole of it.
    pub(super) json: Box<RawValue>,
    /// What listings and feeds say of it.
    pub(super) row: Arc<Row>,
    /// The listings that it stands in.
    pub(super) keys: Vec<ListingKey>,
    /// What others are compared with to be related.
    pub(super) subject: Arc<Subject>,
    /// What the full-text index finds it by.
    pub(super) words: Analysed,
}

/// What listings and feeds say of a release.
#[derive(Debug)]
pub(super) struct Row {
    /// Where it stands.
    pub(super) address: Address,
    /// What kind it is.
    pub(super) kind: Slug,
    /// Its title in the default language.
    pub(super) title: String,
    /// Its first paragraph in the default language.
    pub(super) lead: String,
    /// Its summary in JSON.
    pub(super) json: Box<RawValue>,
}

impl PackedRelease {
    /// Says a release in JSON.
    pub(super) fn new(release: Release) -> serde_json::Result<Self> {
        let json = to_raw_value(&release)?;
        let keys = listing_keys(&release);
        let subject = Arc::new(Subject::new(&release));
        let original = release.versions.first();
        let summary = to_raw_value(&release.summary)?;
        let shown = to_raw_value(&shown(&release.summary))?;
        let words = search::document(&release, &keys, shown.get()).analyse();
        let row = Row {
            json: summary,
            address: release.summary.address,
            kind: release.summary.kind,
            title: original.map(|version| version.title.clone()).unwrap_or_default(),
            lead: original.map(|version| lead(&version.body)).unwrap_or_default(),
        };
        Ok(Self { json, row: Arc::new(row), keys, subject, words })
    }

    /// Adds the ways from it to other releases, which are known once these are read.
    pub(super) fn add_ways(&mut self, ways: &Ways) -> serde_json::Result<()> {
        if *ways != Ways::default() {
            let mut json = self.json.get().to_owned();
            json.pop();
            json.push(',');
            json.push_str(&serde_json::to_string(ways)?[1..]);
            self.json = RawValue::from_string(json)?;
        }
        Ok(())
    }
}

/// What a row of the full-text index says: what is shown of a release that was found.
pub(crate) fn shown(summary: &Summary) -> Summary {
    Summary { countries: Vec::new(), fields: Vec::new(), ..summary.clone() }
}

/// The listings that a release stands in.
pub(crate) fn listing_keys(release: &Release) -> Vec<ListingKey> {
    let summary = &release.summary;
    let mut keys = vec![ListingKey::All, ListingKey::Year(summary.address.date.year())];
    keys.extend(summary.countries.iter().cloned().map(ListingKey::Country));
    keys.extend(summary.fields.iter().cloned().map(ListingKey::Field));
    keys.extend(
        summary.source.iter().chain(&release.structures).cloned().map(ListingKey::Structure),
    );
    keys.extend(release.terms.iter().cloned().map(ListingKey::Term));
    keys.sort();
    keys.dedup();
    keys
}

/// The plain text of the first paragraph.
pub(crate) fn lead(body: &[Block]) -> String {
    let first = body.iter().find_map(|block| match block {
        Block::Paragraph { text } => Some(plain_text(text)),
        _ => None,
    });
    first.unwrap_or_default()
}

/// Why an index cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SearchError {
    /// It was cut or changed on the way, or is no file of an index.
    #[error(
        "the file is damaged or no part of a search index: load it again, or build the bundle again"
    )]
    Damaged,
    /// It is whole, and does not say what its kind of file says.
    #[error("the file says what no index says: build the bundle again")]
    Malformed,
    /// It is another file than its name promises.
    #[error("another file of an index stands under this name: publish the bundle again")]
    Misplaced,
    /// It was written for another reader.
    #[error("the index has version {found}, this reader knows version {known}: update the reader and build the bundle again", known = crate::bytes::VERSION)]
    OtherVersion {
        /// The version that it has.
        found: u8,
    },
}

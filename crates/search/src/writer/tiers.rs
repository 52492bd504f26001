//! Which documents form a segment. It follows from how many there are:
//!
//! - far segments of 4,000, and a last one of at most as many that grows by 1,000 at a time;
//! - the near ones: a recent one of at least 1,500 that grows by 500 at a time, and the newest one.
//!
//! A first search reads the near ones and the last far one, so it costs the same however old the archive
//! is. One more document rewrites the newest one, every 500th the recent one too, every 1,000th the last
//! far one. All these are multiples of fifty, so that far segments end where files of listings do.

/// How many documents each of the last segments has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tiers {
    pub(crate) middle: usize,
    pub(crate) recent: usize,
    pub(crate) newest: usize,
}

impl Tiers {
    /// How many documents a far segment has that will not change any more.
    pub(crate) const FAR: usize = 4_000;
    /// How many documents are near at least, if there are so many.
    pub(crate) const NEAR: usize = 1_500;
    const MIDDLE_STEP: usize = 1_000;
    const RECENT_STEP: usize = 500;
    /// From how many documents on the oldest become a full far segment: a last one still remains.
    pub(crate) const FULL: usize = Self::FAR + Self::NEAR + Self::MIDDLE_STEP;

    /// The last segments, when so many documents stand in no full far segment.
    pub(crate) fn of(documents: usize) -> Self {
        let middle = documents.saturating_sub(Self::NEAR) / Self::MIDDLE_STEP * Self::MIDDLE_STEP;
        let near = documents - middle;
        let newest = near % Self::RECENT_STEP;
        Self { middle, recent: near - newest, newest }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_near_segments_stay_small() {
        for documents in 0..Tiers::FULL {
            let Tiers { middle, recent, newest } = Tiers::of(documents);
            assert_eq!(middle + recent + newest, documents);
            assert!(recent + newest < Tiers::NEAR + Tiers::MIDDLE_STEP);
            assert!(middle <= Tiers::FAR && newest < Tiers::RECENT_STEP);
            assert!(middle == 0 || recent >= Tiers::NEAR);
        }
        assert!(Tiers::of(Tiers::FULL - Tiers::FAR).middle > 0);
    }
}

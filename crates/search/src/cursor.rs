//! Where an answer ended, so that the next one can go on.

use std::{fmt, str::FromStr};

/// A place among the hits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cursor {
    /// How many groups of segments came before: the near ones are one, each far one is another.
    pub(crate) step: usize,
    /// How many of its hits were told.
    pub(crate) offset: u32,
    /// How many hits the groups before it have.
    pub(crate) before: u32,
    /// Whether words that look like typing errors count.
    pub(crate) forgives: bool,
}

impl fmt::Display for Cursor {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { step, offset, before, forgives } = self;
        write!(formatter, "{step}.{offset}.{before}.{}", u8::from(*forgives))
    }
}

/// What is no cursor begins at the beginning.
impl FromStr for Cursor {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let parse = || {
            let mut parts = text.split('.');
            Some(Self {
                step: parts.next()?.parse().ok()?,
                offset: parts.next()?.parse().ok()?,
                before: parts.next()?.parse().ok()?,
                forgives: parts.next()? == "1",
            })
        };
        parse().ok_or(())
    }
}

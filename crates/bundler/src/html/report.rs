//! What a body held that is not kept, each kind of thing once, at its first place.

use std::ops::Range;

use crate::finding::{Findings, Place};

/// How many kinds of things are told of one body.
const MOST: usize = 40;

/// What was left out of a body.
#[derive(Debug, Default)]
pub(super) struct Report {
    told: Vec<Told>,
}

#[derive(Debug)]
struct Told {
    message: String,
    help: &'static str,
    bytes: Range<usize>,
    times: usize,
}

impl Report {
    /// Notes something that is not kept, and what became of it.
    pub(super) fn add(&mut self, message: String, help: &'static str, bytes: &Range<usize>) {
        if let Some(told) = self.told.iter_mut().find(|told| told.message == message) {
            told.times += 1;
        } else if self.told.len() < MOST {
            self.told.push(Told { message, help, bytes: bytes.clone(), times: 1 });
        } else if let Some(last) = self.told.last_mut() {
            last.times += 1;
            "more in this text is not kept".clone_into(&mut last.message);
        }
    }

    /// Tells all of it.
    pub(super) fn tell(self, place: &dyn Fn(Range<usize>) -> Place, findings: &mut Findings) {
        for Told { message, help, bytes, times } in self.told {
            let message = if times > 1 { format!("{message} ({times} times)") } else { message };
            let finding = findings.warning(place(bytes), message);
            if !help.is_empty() {
                finding.help(help);
            }
        }
    }
}

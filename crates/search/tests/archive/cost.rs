//! What a question costs a visitor.

use rostrum_search::{Answer, Found, Index, Question};

/// About how many bytes the headers of an answer take, without compression.
const HEADERS: usize = 800;

/// Bytes with headers, and round trips that wait for each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cost {
    pub bytes: usize,
    pub trips: usize,
}

/// Asks a question, reads what it needs, and tells what was found and what that cost.
pub fn asked(
    index: &mut Index,
    question: &Question<'_>,
    read: impl Fn(&str) -> Vec<u8>,
) -> (Found, Cost) {
    let mut cost = Cost::default();
    loop {
        match index.ask(question) {
            Answer::Found(found) => return (found, cost),
            Answer::Needs(files) => {
                cost.trips += 1;
                for file in files {
                    let bytes = read(&file);
                    cost.bytes += bytes.len() + HEADERS;
                    index.give(&file, &bytes).unwrap();
                }
            }
        }
    }
}

//! How far a long piece of work has come: a bar on a terminal, a line now and then elsewhere.

use std::{
    io::{IsTerminal, Write},
    sync::atomic::{AtomicUsize, Ordering},
};

use indicatif::{ProgressBar, ProgressStyle};

/// Less work than this is done before anybody would look.
const WORTH_TELLING: usize = 1_000;

/// The progress of some work on a known number of things, shared by all threads that do it.
pub(crate) enum Progress {
    /// A person watches a terminal.
    Bar(ProgressBar),
    /// A log is written; a line for each tenth.
    Lines {
        /// What is done to what, such as `reading releases`.
        what: &'static str,
        /// How many things there are.
        total: usize,
        /// How many are done.
        done: AtomicUsize,
    },
    /// There is too little to do.
    Silent,
}

impl Progress {
    /// The progress of work that begins now.
    pub(crate) fn new(what: &'static str, total: usize) -> Self {
        if total < WORTH_TELLING {
            return Self::Silent;
        }
        if !std::io::stderr().is_terminal() {
            return Self::Lines { what, total, done: AtomicUsize::new(0) };
        }
        let style =
            ProgressStyle::with_template("{msg} {bar:40} {human_pos}/{human_len}, {eta} left")
                .unwrap_or_else(|_| ProgressStyle::default_bar());
        Self::Bar(ProgressBar::new(total as u64).with_style(style).with_message(what))
    }

    /// One more thing is done.
    pub(crate) fn step(&self) {
        match self {
            Self::Bar(bar) => bar.inc(1),
            Self::Lines { what, total, done } => {
                let done = done.fetch_add(1, Ordering::Relaxed) + 1;
                if done.is_multiple_of(total / 10) {
                    // A reader who has gone away is no reason to fail.
                    let _ = writeln!(std::io::stderr().lock(), "{what}: {done} of {total}");
                }
            }
            Self::Silent => {}
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Self::Bar(bar) = self {
            bar.finish_and_clear();
        }
    }
}

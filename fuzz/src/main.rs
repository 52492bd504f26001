//! Coverage-guided fuzzing (libFuzzer) of one reader, which `ROSTRUM_FUZZ` names.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use rostrum_bundler::FuzzTarget;

static TARGET: LazyLock<FuzzTarget> = LazyLock::new(|| {
    let name = std::env::var("ROSTRUM_FUZZ").unwrap_or_default();
    name.parse().unwrap_or_else(|error| panic!("ROSTRUM_FUZZ: {error}"))
});

fuzz_target!(|bytes: &[u8]| TARGET.run(bytes));

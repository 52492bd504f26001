//! The command `rostrum`.

use std::process::ExitCode;

fn main() -> ExitCode {
    rostrum_bundler::run()
}

//! What the command says about itself: pages for `man`, completions for shells. Both are made of the
//! same words as `--help`, so they cannot fall behind.

use std::io::{self, Write};

use clap_complete::Shell;
use clap_mangen::Man;

use super::Outcome;

pub(super) const MANUAL_HELP: &str = "Examples:
  rostrum manual | man -l -
  rostrum manual import > /usr/local/share/man/man1/rostrum-import.1";

pub(super) const COMPLETIONS_HELP: &str = "Examples:
  rostrum completions bash > /etc/bash_completion.d/rostrum
  rostrum completions zsh > ~/.zfunc/_rostrum
  rostrum completions fish > ~/.config/fish/completions/rostrum.fish";

/// Writes the manual page of the command, or of one of its subcommands.
pub(super) fn write_manual(command: clap::Command, of: Option<&str>) -> Outcome {
    let mut command = command.disable_help_subcommand(true);
    command.build();
    let page = match of {
        Some(name) => command
            .find_subcommand(name)
            .cloned()
            .ok_or_else(|| format!("there is no command `{name}`; `rostrum --help` lists them"))?,
        None => command,
    };
    let mut text = Vec::new();
    Man::new(page).render(&mut text).map_err(|error| error.to_string())?;
    print(&text)
}

/// Writes the completions for a shell.
pub(super) fn write_completions(mut command: clap::Command, shell: Shell) -> Outcome {
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut command, "rostrum", &mut text);
    print(&text)
}

/// What was printed needs no more words; a pager that was left is no reason to fail.
fn print(text: &[u8]) -> Outcome {
    match io::stdout().lock().write_all(text) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.to_string()),
        _ => Ok(None),
    }
}

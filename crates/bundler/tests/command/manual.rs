//! What the command says about itself.

use crate::journey::Desk;

fn printed(arguments: &[&str]) -> String {
    let assert = Desk::new().runs(arguments).success();
    String::from_utf8(assert.get_output().stdout.clone()).unwrap()
}

#[test]
fn every_command_has_help_with_an_example_and_a_manual_page_that_says_the_same() {
    for command in ["import", "check", "build", "watch", "generate", "manual", "completions"] {
        let help = printed(&[command, "--help"]);
        assert!(help.contains("Example") && help.contains(&format!("rostrum {command}")), "{help}");
        let manual = printed(&["manual", command]);
        assert!(manual.contains(&format!(".TH rostrum-{command} 1")), "{manual}");
        let about = help.lines().next().unwrap();
        assert!(manual.contains(about), "{about} in\n{manual}");
    }
    assert!(printed(&["manual"]).contains(".TH rostrum 1"));
}

#[test]
fn shells_complete_commands_and_options() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let completions = printed(&["completions", shell]);
        for word in ["import", "build", "into", "encoding"] {
            assert!(completions.contains(word), "{word} for {shell}");
        }
    }
}

#[test]
fn a_command_that_is_not_there_has_no_manual_page() {
    Desk::new().runs(&["manual", "publish"]).code(1);
    Desk::new().runs(&["completions", "tcl"]).code(2);
}

//! The command goes on building while somebody edits.

use std::{
    io::{BufRead, BufReader, Lines},
    process::{Child, ChildStderr, Stdio},
};

use crate::journey::Desk;

/// A command that watches, until the test is over.
struct Watching {
    process: Child,
    lines: Lines<BufReader<ChildStderr>>,
}

impl Watching {
    fn begin(desk: &Desk) -> Self {
        let arguments = ["watch", "content", "--out", "content/bundle"];
        let mut process =
            desk.process(&arguments).stderr(Stdio::piped()).spawn().expect("the command starts");
        let lines = BufReader::new(process.stderr.take().unwrap()).lines();
        Self { process, lines }
    }

    /// What is told up to the end of the next build.
    fn build(&mut self) -> String {
        let lines = self.lines.by_ref().map(Result::unwrap);
        lines.take_while(|line| !line.starts_with("watching ")).collect::<Vec<_>>().join("\n")
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

#[test]
fn a_change_is_built_and_a_mistake_is_told_until_it_is_put_right() {
    let desk = Desk::in_order(3);
    let mut watching = Watching::begin(&desk);
    assert!(watching.build().contains("3 releases"));
    desk.put_release("2007-03-01", "fourth");
    assert!(watching.build().contains("4 releases"));
    let menu = desk.read("content/menu.yaml");
    desk.put("content/menu.yaml", "- {label: Press, to: /pres/}\n");
    let told = watching.build();
    assert!(told.contains("no page stands at `/pres/`") && told.contains("nothing was written"));
    desk.put("content/menu.yaml", &menu);
    assert!(watching.build().contains("4 releases"));
    desk.runs(&["check", "content/bundle"]).success();
}

//! The guide for press officers, followed to the letter: every file that it shows is put where it
//! says, every command is run by a shell, and what it says that is told is told.

use std::{
    env, fs,
    path::Path,
    process::{Command, Output},
};

use crate::journey::{Desk, fixture};

/// What the guide shows: the language, what stands behind it, the text.
struct Shown<'g> {
    language: &'g str,
    file: &'g str,
    text: &'g str,
}

fn shown(guide: &str) -> Vec<Shown<'_>> {
    let fenced = guide.split("```").skip(1).step_by(2);
    let read = |(first, text)| {
        let (language, file) = str::split_once(first, ' ').unwrap_or((first, ""));
        Shown { language, file, text }
    };
    fenced.filter_map(|fenced| fenced.split_once('\n')).map(read).collect()
}

/// A desk with the exports that the guide speaks of.
fn desk_with_exports() -> Desk {
    let desk = Desk::new();
    desk.put("export.xml", &fixture("import/wordpress.xml"));
    desk.put("feed.xml", &fixture("import/rss-0.91.xml"));
    desk.put("table.csv", "title,date,body\nA table,2021-05-01,A text.\n");
    desk.put("headers.csv", "Betreff,Datum,Inhalt\nA row,30.04.2021,A text.\n");
    desk.put("archive/one.md", "---\ntitle: One\ndate: 2021-05-01\n---\nText.\n");
    let table = "title,date,body\nЗаявление,2021-05-01,Постоянный совет принял решение.\n";
    fs::write(desk.path("old.csv"), encoding_rs::WINDOWS_1251.encode(table).0).unwrap();
    desk
}

fn run(desk: &Desk, line: &str) -> Output {
    let folder = Path::new(env!("CARGO_BIN_EXE_rostrum")).parent().unwrap();
    let usual = env::var_os("PATH").unwrap_or_default();
    let paths = std::iter::once(folder.to_owned()).chain(env::split_paths(&usual));
    let path = env::join_paths(paths).unwrap();
    Command::new("sh")
        .args(["-c", line])
        .current_dir(desk.path(""))
        .env("PATH", path)
        .output()
        .unwrap()
}

#[test]
fn the_guide_leads_from_an_export_to_a_bundle() {
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/editing.md");
    let guide = fs::read_to_string(guide).unwrap();
    let steps = shown(&guide);
    let desk = desk_with_exports();
    let mut commands = 0;
    let mut told = String::new();
    for (number, Shown { language, file, text }) in steps.iter().enumerate() {
        let is_mistake = steps.get(number + 1).is_some_and(|next| next.text.contains("error:"));
        match (*language, *file) {
            ("sh", _) => {
                told.clear();
                for line in text.lines() {
                    let output = run(&desk, line);
                    told += &String::from_utf8_lossy(&output.stderr);
                    assert_ne!(output.status.success(), is_mistake, "{line}\n{told}");
                    commands += 1;
                }
            }
            ("text", _) => {
                for line in text.lines() {
                    assert!(told.contains(line), "{line} in\n{told}");
                }
            }
            (_, "") => {}
            (_, file) => desk.put(file, text),
        }
    }
    assert!(commands >= 12, "{commands}");
    assert_eq!(
        guide.matches("```sh\n").count(),
        steps.iter().filter(|s| s.language == "sh").count()
    );
    assert!(desk.path("site/bundle/bundle.json").exists());
    let releases = desk.files("content/releases");
    assert!(releases.contains_key("2021/2021-04-30-a-row.md"));
    assert!(releases.contains_key("2021/2021-05-01-zaiavlenie.md"));
}

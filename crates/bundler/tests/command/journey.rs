//! What an editor does, in the words of an editor: a folder of sources, the command, the bundle.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process,
};

use assert_cmd::{Command, assert::Assert, cargo::cargo_bin, cargo::cargo_bin_cmd};
use rostrum_model::{Entry, Pack, Release, parse_document, parse_entry};
use tempfile::TempDir;

pub const ORGANIZATION: &str = "name: Sample Organisation
abbreviation: SO
time_zone: Europe/Vienna
languages: {default: en, available: [en, fr]}
kinds: [{slug: press-release, name: Press release}]
country_groups: [{slug: participating-states, name: Participating States}]
";

/// A folder to work in.
pub struct Desk(TempDir);

impl Desk {
    pub fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    /// A desk with sources that are in order: one country, one structure, some releases.
    pub fn in_order(releases: usize) -> Self {
        let desk = Self::new();
        desk.put("content/organization.yaml", ORGANIZATION);
        desk.put("content/menu.yaml", "- {label: Press, to: /press/}\n");
        desk.put(
            "content/countries.yaml",
            "- {slug: kazakhstan, name: Kazakhstan, group: participating-states}\n",
        );
        desk.put(
            "content/structures.yaml",
            "- {slug: permanent-council, name: Permanent Council}\n",
        );
        for number in 0..releases {
            desk.put_release(
                &format!("2007-{:02}-{:02}", number / 28 % 12 + 1, number % 28 + 1),
                "day",
            );
        }
        desk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn put(&self, name: &str, content: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    pub fn put_release(&self, date: &str, slug: &str) {
        let content = format!(
            "---\ntitle: Release of {date}\ndate: {date}\nkind: press-release\nplace: Vienna\nsource: permanent-council\ncountries: [kazakhstan]\norigin: synthetic\n---\nText of {date}.\n"
        );
        self.put(&format!("content/releases/{}/{date}-{slug}.md", &date[..4]), &content);
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// Runs the command at this desk.
    pub fn runs(&self, arguments: &[&str]) -> Assert {
        self.command(arguments).assert()
    }

    /// The command at this desk, before it runs.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = cargo_bin_cmd!("rostrum");
        command.current_dir(self.0.path()).args(arguments);
        command
    }

    /// The command at this desk as a process that goes on while the test does.
    pub fn process(&self, arguments: &[&str]) -> process::Command {
        let mut command = process::Command::new(cargo_bin!("rostrum"));
        command.current_dir(self.0.path()).args(arguments);
        command
    }

    pub fn builds(&self) -> Assert {
        self.runs(&["build", "content", "--out", "bundle"])
    }

    pub fn entry(&self) -> Entry {
        parse_entry("bundle.json", &self.read("bundle/bundle.json")).unwrap()
    }

    /// The releases of the only year, whose pack is small.
    pub fn releases(&self) -> Vec<Release> {
        let file = &self.entry().years[0].file;
        match parse_document(file, &self.read(&format!("bundle/{file}"))).unwrap() {
            Pack::Releases { releases, .. } => releases,
            Pack::Parts { .. } => panic!("the pack of the year is too large for this test"),
        }
    }

    /// Every file under a folder with its content.
    pub fn files(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        collect(&self.path(folder), &self.path(folder), &mut files);
        files
    }
}

fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            files.insert(name, fs::read(path).unwrap());
        }
    }
}

/// What the command told.
pub fn messages(assert: &Assert) -> String {
    String::from_utf8(assert.get_output().stderr.clone()).unwrap()
}

/// A page of the fixtures that all crates share.
pub fn fixture(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures").join(name);
    fs::read_to_string(path).unwrap()
}

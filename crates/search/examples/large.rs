//! Writes the index of made-up releases, and tells what a first search in it costs. With GNU time it
//! measures the writer:
//!
//! `cargo build --profile native -p rostrum-search --example large`
//! `/usr/bin/time -f "%e s, %M kB" target/native/examples/large 1000000 FOLDER`
#![allow(clippy::unwrap_used, reason = "a measurement stops at the first surprise")]

#[path = "../tests/archive/mod.rs"]
mod archive;

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use archive::{
    cost::asked,
    press::{release, word},
};
use rostrum_search::{Index, Question, Sink, Writer};

/// A folder on the disk.
struct Folder(PathBuf);

impl Sink for Folder {
    type Error = io::Error;

    fn write(&self, name: &str, ending: &str, bytes: &[u8]) -> io::Result<u64> {
        let hash = archive::hash(bytes);
        fs::write(self.0.join(format!("{name}-{hash:016x}{ending}")), bytes)?;
        Ok(hash)
    }
}

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, number, folder] = &arguments[..] else {
        eprintln!("Usage: large NUMBER-OF-RELEASES FOLDER");
        std::process::exit(2);
    };
    let number: u32 = number.parse().map_err(io::Error::other)?;
    let folder = Folder(Path::new(folder).to_owned());
    fs::create_dir_all(folder.0.join("search"))?;
    let mut writer = Writer::new(&folder);
    for number in 0..number {
        writer.add(&release(number).analyse())?;
    }
    let listing: Vec<u64> = (0..u64::from(number) / 50).collect();
    let root = writer.finish(&listing)?.unwrap_or_default();
    println!("root: {} bytes", fs::metadata(folder.0.join(&root))?.len());
    println!("files: {}", fs::read_dir(folder.0.join("search"))?.count());
    let [frequent, second, rarer, rare] = [2, 40, 90, 20_000].map(word);
    for text in [
        format!("{frequent} "),
        format!("{frequent} {second} "),
        format!("{frequent} {second} {rarer}"),
        rarer[..3].to_owned(),
        format!("\"{frequent} {second}\" "),
        format!("{rare} "),
    ] {
        let question = Question { text: &text, limit: 10, ..Question::default() };
        let mut index = Index::new(&root);
        let read = |file: &str| fs::read(folder.0.join(file)).unwrap();
        let (found, cost) = asked(&mut index, &question, read);
        println!("{text}: {cost:?}, found {}", found.count);
    }
    Ok(())
}

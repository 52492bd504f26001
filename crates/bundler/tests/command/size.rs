//! What is true of a small archive is true of a large one.

use std::{
    process::Stdio,
    time::{Duration, Instant},
};

use crate::journey::Desk;

/// How many files one more release rewrites in an archive of that size: of the bundle, and of its index.
fn rewritten_in(releases: &str) -> (usize, usize) {
    let desk = Desk::new();
    desk.runs(&["generate", "--releases", releases, "--seed", "7", "--out", "content"]).success();
    desk.builds().success();
    let before = desk.files("bundle");
    let release = "---\ntitle: The newest\ndate: 2026-01-15\nkind: statement\nsource: council\ncountries: [albania]\nfields: [elections]\norigin: synthetic\n---\nText.\n";
    desk.put("content/releases/2026/2026-01-15-the-newest.md", release);
    desk.builds().success();
    let is_new = |(name, content): &(&String, &Vec<u8>)| before.get(*name) != Some(*content);
    let after = desk.files("bundle");
    let new = after.iter().filter(is_new);
    let (of_index, others): (Vec<_>, Vec<_>) =
        new.partition(|(name, _)| name.starts_with("search/"));
    (others.len(), of_index.len())
}

#[test]
fn one_more_release_rewrites_as_few_files_in_a_large_archive_as_in_a_small_one() {
    // The newest file of five listings, the year's pack, the entry; a file that is full besides, and
    // the two levels of directories that lead to it.
    let most = 5 * (1 + 1 + 2) + 2;
    for releases in ["1000", "5000"] {
        let (rewritten, of_index) = rewritten_in(releases);
        assert!((7..=most).contains(&rewritten), "{rewritten} files with {releases} releases");
        // Words, pairs, seven categories of facets, rows, the root.
        assert!((11..20).contains(&of_index), "{of_index} files of the index with {releases}");
    }
}

#[test]
fn a_build_that_is_killed_at_any_moment_leaves_the_old_bundle_or_the_new_one() {
    let desk = Desk::new();
    let sources = ["one", "other"];
    let mut entries = Vec::new();
    let mut whole_build = Duration::MAX;
    for (seed, content) in sources.iter().enumerate() {
        let seed = seed.to_string();
        desk.runs(&["generate", "--releases", "200", "--seed", &seed, "--out", content]).success();
        let start = Instant::now();
        desk.runs(&["build", content, "--out", "bundle"]).success();
        whole_build = start.elapsed();
        entries.push(desk.read("bundle/bundle.json"));
    }
    for round in 0..20 {
        let moment = whole_build.mul_f64(fastrand::f64());
        let arguments = ["build", sources[round % 2], "--out", "bundle"];
        let mut build = desk.process(&arguments).stderr(Stdio::null()).spawn().unwrap();
        let start = Instant::now();
        while start.elapsed() < moment && build.try_wait().unwrap().is_none() {
            std::thread::yield_now();
        }
        build.kill().unwrap();
        build.wait().unwrap();
        assert!(entries.contains(&desk.read("bundle/bundle.json")), "killed after {moment:?}");
        desk.runs(&["check", "bundle"]).success();
    }
    desk.runs(&["build", "one", "--out", "bundle"]).success();
    desk.runs(&["build", "other", "--out", "bundle"]).success();
    let unfinished = desk.files("bundle").keys().filter(|name| name.contains(".part")).count();
    assert_eq!(unfinished, 0);
}

//! Building again as sources change, for an editor who has the site open.
//!
//! An editor's program saves a file in several steps, and a whole folder may be copied at once. So a
//! build begins when nothing has changed for a moment.

use std::{
    io,
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, channel},
    time::Duration,
};

use notify::{Event, RecursiveMode, Watcher, recommended_watcher};

/// How long nothing must change before a build begins.
const QUIET: Duration = Duration::from_millis(150);

/// Calls `build` at once, and again after each change in `folder` outside of `out`. Returns only when
/// nothing can be watched any more.
pub(crate) fn watch(folder: &Path, out: &Path, build: impl FnMut()) -> notify::Result<()> {
    let out = real_path(out).map_err(notify::Error::io)?;
    let (told, changes) = channel();
    let mut watcher = recommended_watcher(move |event: notify::Result<Event>| {
        // An error may mean that changes were missed.
        if event.map_or(true, |event| is_change(&event, &out)) {
            // Nobody listens any more once the command ends.
            let _ = told.send(());
        }
    })?;
    watcher.watch(&folder.canonicalize().map_err(notify::Error::io)?, RecursiveMode::Recursive)?;
    build_after_changes(&changes, QUIET, build);
    Ok(())
}

/// A path as the system reports it, also of what is not there yet.
fn real_path(path: &Path) -> io::Result<PathBuf> {
    let path = std::path::absolute(path)?;
    match (path.canonicalize(), path.parent(), path.file_name()) {
        (Err(_), Some(parent), Some(name)) => Ok(real_path(parent)?.join(name)),
        (real, ..) => real,
    }
}

/// Whether an event tells of a change of sources: not of one who reads them, and not of the bundle.
fn is_change(event: &Event, out: &Path) -> bool {
    let is_elsewhere = |path: &PathBuf| !path.starts_with(out);
    !event.kind.is_access() && (event.paths.is_empty() || event.paths.iter().any(is_elsewhere))
}

/// Builds at once, and again after changes, until nobody is left who could tell of any.
fn build_after_changes(changes: &Receiver<()>, quiet: Duration, mut build: impl FnMut()) {
    build();
    while changes.recv().is_ok() {
        while changes.recv_timeout(quiet).is_ok() {}
        build();
    }
}

#[cfg(test)]
mod tests {
    use notify::event::{AccessKind, CreateKind, EventKind, ModifyKind};

    use super::*;

    #[test]
    fn it_builds_at_once_and_once_more_for_changes_that_come_together() {
        let (told, changes) = channel();
        (0..5).for_each(|_| told.send(()).unwrap());
        drop(told);
        let mut builds = 0;
        build_after_changes(&changes, Duration::MAX, || builds += 1);
        assert_eq!(builds, 2);
    }

    #[test]
    fn a_change_during_a_build_is_not_missed() {
        let (told, changes) = channel();
        let mut told = Some(told);
        let mut builds = 0;
        build_after_changes(&changes, Duration::MAX, || {
            builds += 1;
            if let Some(told) = told.take() {
                told.send(()).unwrap();
            }
        });
        assert_eq!(builds, 2);
    }

    #[test]
    fn reading_and_the_bundle_itself_are_no_changes() {
        let out = Path::new("/site/bundle");
        let event = |kind, path: &str| Event::new(kind).add_path(path.into());
        let modified = EventKind::Modify(ModifyKind::Any);
        assert!(is_change(&event(modified, "/site/menu.yaml"), out));
        assert!(is_change(&event(EventKind::Create(CreateKind::File), "/site/a.md"), out));
        assert!(!is_change(&event(modified, "/site/bundle/bundle.json"), out));
        assert!(!is_change(&event(EventKind::Access(AccessKind::Any), "/site/menu.yaml"), out));
    }

    #[test]
    fn the_folder_of_a_bundle_that_is_not_there_yet_has_a_path() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = real_path(&folder.path().join("new/bundle")).unwrap();
        assert_eq!(path, folder.path().canonicalize().unwrap().join("new/bundle"));
    }
}

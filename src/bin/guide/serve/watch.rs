//! Tells when something has changed that makes the site.
//!
//! A single file is watched through its folder: editors replace a file by another one of its name, and a watch on the file
//! itself would stay with the one that is gone.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use notify_debouncer_full::notify::{Config, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, NoCache, new_debouncer_opt};

/// What of the project makes the site: folders with all that is below them, and files.
const FOLDERS: [&str; 5] = ["content", "public", "style", "src", "spare"];
const FILES: [&str; 2] = ["index.html", "Cargo.toml"];
/// Editors write a file in several steps; a change is told when they have been quiet for so long.
const QUIET: Duration = Duration::from_millis(150);

/// Watches for as long as it is kept.
pub type Watcher = Debouncer<RecommendedWatcher, NoCache>;

/// Watches the project and the folder of a content file; each message is what has changed.
pub fn watch(project: &Path, content: &Path) -> Result<(Watcher, Receiver<Vec<PathBuf>>), String> {
    let project = project.canonicalize().map_err(|why| format!("{}: {why}", project.display()))?;
    let content = content.canonicalize().map_err(|why| format!("{}: {why}", content.display()))?;
    let (folders, makes_site) = (folders(&project, &content), makes_site(&project, &content));
    let (sender, changes) = channel();
    let told = move |events: DebounceEventResult| {
        // Reading a file is an event too, and a build reads them all.
        let events = events.unwrap_or_default().into_iter().filter(|event| !event.kind.is_access());
        let changed: Vec<PathBuf> =
            events.flat_map(|event| event.event.paths).filter(|path| makes_site(path)).collect();
        if !changed.is_empty() {
            _ = sender.send(changed);
        }
    };
    let mut watcher =
        new_debouncer_opt::<_, RecommendedWatcher, NoCache>(QUIET, None, told, NoCache::new(), Config::default())
            .map_err(|why| why.to_string())?;
    for (folder, mode) in folders {
        watcher.watch(&folder, mode).map_err(|why| format!("{}: {why}", folder.display()))?;
    }
    Ok((watcher, changes))
}

/// The folders to watch. Of the project's own, as of the content's, not what lies below: there are builds.
fn folders(project: &Path, content: &Path) -> Vec<(PathBuf, RecursiveMode)> {
    let single = [Some(project), content.parent()].into_iter().flatten();
    let single = single.map(|folder| (folder.to_owned(), RecursiveMode::NonRecursive));
    single.chain(FOLDERS.map(|name| (project.join(name), RecursiveMode::Recursive))).collect()
}

/// Whether a path, of a file that has changed, is one of what makes the site. Beside the content file these are the files that it
/// may name: all with its ending, as words and phrases have.
fn makes_site(project: &Path, content: &Path) -> impl Fn(&Path) -> bool + use<> {
    let folders = FOLDERS.map(|name| project.join(name));
    let files = FILES.map(|name| project.join(name));
    let content = content.to_owned();
    move |path| {
        let beside_content = path.parent() == content.parent() && path.extension() == content.extension();
        beside_content || files.iter().any(|file| file == path) || folders.iter().any(|folder| path.starts_with(folder))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    const PATIENCE: Duration = Duration::from_secs(60);

    fn project() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().expect("a folder");
        let project = folder.path().canonicalize().expect("a folder");
        for folder in FOLDERS.into_iter().chain(["target", "guides"]) {
            fs::create_dir(project.join(folder)).expect("a folder");
        }
        for file in FILES.into_iter().chain(["guides/town.toml", "guides/ru.toml", "src/lib.rs"]) {
            fs::write(project.join(file), "old").expect("a file");
        }
        (folder, project)
    }

    #[track_caller]
    fn told(changes: &Receiver<Vec<PathBuf>>, path: &Path) {
        while !changes
            .recv_timeout(PATIENCE)
            .unwrap_or_else(|why| panic!("{}: {why}", path.display()))
            .iter()
            .any(|told| told == path)
        {}
    }

    /// As vim and Kate save: another file takes the name.
    fn replace(path: &Path) {
        let new = path.with_extension("new~");
        fs::write(&new, "new").expect("a file");
        fs::rename(&new, path).expect("a rename");
    }

    #[test]
    fn a_file_stays_watched_when_it_is_replaced() {
        let (_folder, project) = project();
        let (_watcher, changes) = watch(&project, &project.join("guides/town.toml")).expect("a watch");
        for _ in 0..3 {
            for file in ["guides/town.toml", "guides/ru.toml", "index.html", "Cargo.toml", "src/lib.rs"] {
                replace(&project.join(file));
                told(&changes, &project.join(file));
            }
        }
    }

    #[test]
    fn a_file_that_is_written_or_new_or_gone_is_told() {
        let (_folder, project) = project();
        let content = project.join("guides/town.toml");
        let (_watcher, changes) = watch(&project, &content).expect("a watch");
        fs::write(&content, "new").expect("a file");
        told(&changes, &content);
        let folder = project.join("public/folder");
        fs::create_dir(&folder).expect("a folder");
        told(&changes, &folder);
        fs::write(folder.join("icon.svg"), "new").expect("a file");
        told(&changes, &folder.join("icon.svg"));
        fs::remove_file(project.join("src/lib.rs")).expect("a file");
        told(&changes, &project.join("src/lib.rs"));
    }

    /// A build reads all of these, and writes into others.
    #[test]
    fn a_build_is_no_change() {
        let (_folder, project) = project();
        let content = project.join("guides/town.toml");
        let (_watcher, changes) = watch(&project, &content).expect("a watch");
        for file in ["guides/town.toml", "index.html", "src/lib.rs"] {
            fs::read(project.join(file)).expect("a file");
        }
        for file in ["target/wasm", "Cargo.lock", "guides/.guide-new"] {
            fs::write(project.join(file), "built").expect("a file");
        }
        // The first thing told is what comes after all that.
        replace(&content);
        let first = changes.recv_timeout(PATIENCE).expect("the change");
        assert!(first.iter().all(|path| *path == content), "{first:?}");
    }
}

//! Watches the files that the site is made of.
//!
//! A single file is watched through its folder: editors replace a file by a new one of the same name, and a watch on the file itself
//! would stay with the old one.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use notify_debouncer_full::notify::{Config, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, NoCache, new_debouncer_opt};

/// The folders of the sources that the tool and the browser's program are made of, with everything below them.
const FOLDERS: [&str; 4] = ["crates", "public", "src", "style"];
/// The files that they are made of besides.
const FILES: [&str; 2] = ["Cargo.toml", "index.html"];
/// Editors write a file in several steps; a change is reported when none has followed for this long.
const DEBOUNCE: Duration = Duration::from_millis(150);

/// The watch, which ends when this is dropped.
pub type Watcher = Debouncer<RecommendedWatcher, NoCache>;

/// A file that has changed.
#[derive(Debug)]
pub struct Change {
    /// Its path, without links.
    pub path: PathBuf,
    /// Whether it is one of the tool's sources, not of the content's files.
    pub of_sources: bool,
}

/// Watches the folder of a content file, and the tool's sources if they are named. Each message holds the files that have changed; the
/// error says what can't be watched.
pub fn watch(content: &Path, sources: Option<&Path>) -> Result<(Watcher, Receiver<Vec<Change>>), String> {
    let content = canonical(content)?;
    let sources = sources.map(canonical).transpose()?;
    let folders = folders(&content, sources.as_deref());
    let (sender, changes) = channel();
    let on_events = move |events: DebounceEventResult| {
        // Reading a file is an event too, and a build reads all of them.
        let events = events.unwrap_or_default().into_iter().filter(|event| !event.kind.is_access());
        let paths = events.flat_map(|event| event.event.paths);
        let changed: Vec<Change> = paths.filter_map(|path| change(path, &content, sources.as_deref())).collect();
        if !changed.is_empty() {
            _ = sender.send(changed);
        }
    };
    let mut watcher = new_debouncer_opt::<_, RecommendedWatcher, NoCache>(
        DEBOUNCE,
        None,
        on_events,
        NoCache::new(),
        Config::default(),
    )
    .map_err(|why| why.to_string())?;
    for (folder, mode) in folders {
        watcher.watch(&folder, mode).map_err(|why| format!("{}: {why}", folder.display()))?;
    }
    Ok((watcher, changes))
}

fn canonical(path: &Path) -> Result<PathBuf, String> {
    path.canonicalize().map_err(|why| format!("{}: {why}", path.display()))
}

/// The folders to watch. The content's folder and the root of the sources are watched without what is below, as builds write there.
fn folders(content: &Path, sources: Option<&Path>) -> Vec<(PathBuf, RecursiveMode)> {
    let single = [content.parent(), sources].into_iter().flatten();
    let single = single.map(|folder| (folder.to_owned(), RecursiveMode::NonRecursive));
    let whole = sources.into_iter().flat_map(|sources| FOLDERS.map(|name| sources.join(name)));
    single.chain(whole.map(|folder| (folder, RecursiveMode::Recursive))).collect()
}

/// The change of a path, if the site is made of that file. Beside the content file these are the files that it may name: all with its
/// extension, which strings and phrases share, and texts such as the list of changes.
fn change(path: PathBuf, content: &Path, sources: Option<&Path>) -> Option<Change> {
    let of_sources = sources.is_some_and(|sources| {
        FILES.iter().any(|name| sources.join(name) == path)
            || FOLDERS.iter().any(|name| path.starts_with(sources.join(name)))
    });
    let is_content = path.extension() == content.extension() || path.extension().is_some_and(|ending| ending == "txt");
    let beside_content = path.parent() == content.parent() && is_content;
    (of_sources || beside_content).then_some(Change { path, of_sources })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    const TIMEOUT: Duration = Duration::from_secs(60);

    fn project() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().expect("a folder");
        let project = folder.path().canonicalize().expect("a folder");
        for folder in FOLDERS.into_iter().chain(["target", "guides"]) {
            fs::create_dir(project.join(folder)).expect("a folder");
        }
        for file in
            FILES.into_iter().chain(["guides/town.toml", "guides/words.toml", "guides/changes.txt", "src/lib.rs"])
        {
            fs::write(project.join(file), "old").expect("a file");
        }
        (folder, project)
    }

    /// Waits until this file is reported, and as what it is.
    #[track_caller]
    fn wait_for(changes: &Receiver<Vec<Change>>, path: &Path) {
        let of_sources = !path.to_string_lossy().contains("guides");
        loop {
            let changed = changes.recv_timeout(TIMEOUT).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
            if changed.iter().any(|change| change.path == path && change.of_sources == of_sources) {
                return;
            }
        }
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
        let (_watcher, changes) = watch(&project.join("guides/town.toml"), Some(&project)).expect("a watch");
        for _ in 0..3 {
            for file in [
                "guides/town.toml",
                "guides/words.toml",
                "guides/changes.txt",
                "index.html",
                "Cargo.toml",
                "src/lib.rs",
            ] {
                replace(&project.join(file));
                wait_for(&changes, &project.join(file));
            }
        }
    }

    #[test]
    fn a_written_new_or_removed_file_is_reported() {
        let (_folder, project) = project();
        let content = project.join("guides/town.toml");
        let (_watcher, changes) = watch(&content, Some(&project)).expect("a watch");
        fs::write(&content, "new").expect("a file");
        wait_for(&changes, &content);
        let folder = project.join("public/folder");
        fs::create_dir(&folder).expect("a folder");
        wait_for(&changes, &folder);
        fs::write(folder.join("icon.svg"), "new").expect("a file");
        wait_for(&changes, &folder.join("icon.svg"));
        fs::remove_file(project.join("src/lib.rs")).expect("a file");
        wait_for(&changes, &project.join("src/lib.rs"));
    }

    #[test]
    fn sources_that_are_not_named_are_not_watched() {
        let (_folder, project) = project();
        let content = project.join("guides/town.toml");
        let (_watcher, changes) = watch(&content, None).expect("a watch");
        fs::write(project.join("src/lib.rs"), "new").expect("a file");
        replace(&content);
        let first = changes.recv_timeout(TIMEOUT).expect("the change");
        assert!(first.iter().all(|change| change.path == content && !change.of_sources), "{first:?}");
    }

    /// A build reads all of these, and writes into others.
    #[test]
    fn reading_and_writing_builds_is_no_change() {
        let (_folder, project) = project();
        let content = project.join("guides/town.toml");
        let (_watcher, changes) = watch(&content, Some(&project)).expect("a watch");
        for file in ["guides/town.toml", "index.html", "src/lib.rs"] {
            fs::read(project.join(file)).expect("a file");
        }
        for file in ["target/wasm", "Cargo.lock", "guides/.guide-new"] {
            fs::write(project.join(file), "built").expect("a file");
        }
        // The first change reported is the one made after all that.
        replace(&content);
        let first = changes.recv_timeout(TIMEOUT).expect("the change");
        assert!(first.iter().all(|change| change.path == content), "{first:?}");
    }
}

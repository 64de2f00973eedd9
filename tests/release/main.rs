//! What `make release` hands out, tried where nothing else is: `make test-release` runs these tests, after it has made the files.

mod bare_root;
mod files;
mod hosting;
mod packages;
#[path = "../browser/support/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the tests in browsers use all of it")]
mod support;
mod windows;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The project's folder.
const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// A file that is handed out.
fn handed_out(name: &str) -> PathBuf {
    let path = Path::new(ROOT).join("release").join(name);
    assert!(path.is_file(), "{} is not there: make release", path.display());
    path
}

/// The tool for Linux.
fn tool() -> PathBuf {
    handed_out("guide")
}

/// Runs a command in Russian, and gives what it prints; it must end with this code.
#[track_caller]
fn run(command: &mut Command, code: i32) -> String {
    let output = command.env("LC_ALL", "ru_RU.UTF-8").output().expect("it can be started");
    assert_eq!(output.status.code(), Some(code), "{command:?}\n{}", printed(&output));
    printed(&output)
}

/// All that a command has printed.
fn printed(output: &Output) -> String {
    [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned()).concat()
}

/// The files below a folder, by their paths with `/`.
fn files_below(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("below").to_string_lossy().replace('\\', "/");
                files.insert(name, fs::read(&path).expect("a file"));
            }
        }
    }
    files
}

/// Asserts that two folders have the same files with the same bytes.
#[track_caller]
fn assert_same_files(one: &Path, other: &Path) {
    let (one, other) = (files_below(one), files_below(other));
    assert!(one.len() > 30, "{:?}", one.keys());
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    let differ: Vec<&String> = one.keys().filter(|name| one[*name] != other[*name]).collect();
    assert!(differ.is_empty(), "{differ:?}");
}

//! A whole site, built in memory: the same bytes each time, sound paths, and all files that hosts and browsers need.

use std::collections::BTreeSet;

use guide_core::pages::{Page, UPDATE_SCRIPT, WORKER};
use guide_site::{File, build};

#[allow(dead_code)]
#[path = "../../../tests/shared/small_guide.rs"]
mod small_guide;

/// The files of the shipped guide's site.
fn shipped_files() -> Vec<File> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let read = |path: &str| std::fs::read(path).map_err(|why| why.to_string());
    let loaded = small_guide::checked(&format!("{root}/content/ivanovo.toml"), &read);
    let guide = loaded.guide.as_ref().unwrap_or_else(|| panic!("{}", loaded.report()));
    build(guide, loaded.phrases.as_ref()).expect("a site").files
}

#[test]
fn a_site_built_in_memory_is_complete_and_reproducible() {
    let files = shipped_files();
    let paths: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths.len(), files.len(), "no path occurs twice");
    for path in &paths {
        let is_plain = |part: &str| !matches!(part, "" | "." | "..") && !part.contains(['\\', ':']);
        assert!(path.split('/').all(is_plain), "{path} is not a plain relative path");
    }

    for path in
        Page::ALL.map(Page::file).into_iter().chain([WORKER, UPDATE_SCRIPT, "_headers", "nginx.conf", "embed.js"])
    {
        assert!(paths.contains(path), "{path} is missing");
    }
    for extension in ["js", "wasm", "wasm.js"] {
        let is_program = |path: &&str| {
            path.starts_with("assets/guide-") && path.split_once('.').is_some_and(|(_, rest)| rest == extension)
        };
        assert!(paths.iter().any(is_program), "the program's .{extension} is missing");
    }
    for file in &files {
        assert!(!file.bytes.is_empty(), "{} is empty", file.path);
    }

    let again = shipped_files();
    assert_eq!(again.len(), files.len());
    for (first, second) in files.iter().zip(&again) {
        assert!(first == second, "{} and {} differ", first.path, second.path);
    }
}

//! Rules of the sources that no compiler holds: nothing is left open, no sentence of the guide stands in code.

use std::fs;
use std::path::{Path, PathBuf};

/// The project's folder.
pub const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of sources").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found
}

/// The code of a file: its comments may say what they like.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("a source file");
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// All sources in these folders of the project.
pub fn sources_in(folders: &[&str]) -> Vec<PathBuf> {
    let found: Vec<PathBuf> = folders.iter().flat_map(|folder| sources(&Path::new(ROOT).join(folder))).collect();
    assert!(found.len() > 40, "only {} files", found.len());
    found
}

#[test]
fn nothing_is_left_open() {
    let mut wrong = Vec::new();
    for path in sources_in(&["src", "crates"]) {
        let code = code(&path);
        let words = ["todo!(", "unimplemented!(", "dbg!("];
        wrong
            .extend(words.iter().filter(|word| code.contains(*word)).map(|word| format!("{}: {word}", path.display())));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What the phone runs and what the pages are made of has all its sentences from the content. What staff are told of their files
/// and their site is said by `crates/content`, `crates/cli` and two files of `crates/site`; the tables of letters are the alphabet's.
#[test]
fn no_sentence_of_the_guide_stands_in_code() {
    let allowed = ["search/readings.rs", "site/src/site_error.rs", "site/src/phase.rs"];
    let mut wrong = Vec::new();
    for path in sources_in(&["src", "crates/core/src", "crates/graph/src", "crates/views/src", "crates/site/src"]) {
        let shown = path.to_string_lossy().replace('\\', "/");
        if allowed.iter().any(|part| shown.contains(part)) {
            continue;
        }
        let code = code(&path);
        let shipped = code.split("#[cfg(test)]").next().unwrap_or_default();
        let cyrillic = |c: char| ('а'..='я').contains(&c) || ('А'..='Я').contains(&c);
        for text in shipped.split('"').skip(1).step_by(2) {
            if text.chars().filter(|c| cyrillic(*c)).count() >= 3 {
                wrong.push(format!("{shown}: «{text}»"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

//! The house's arrows run one way: `bin → view → site → guide` and `browser → view → site → guide`.

use std::fs;
use std::path::{Path, PathBuf};

/// Each floor and the floors it may look down to.
const FLOORS: [(&str, &[&str]); 5] = [
    ("guide", &[]),
    ("site", &["guide"]),
    ("view", &["site", "guide"]),
    ("browser", &["view", "site", "guide"]),
    ("bin", &["view", "site", "guide"]),
];

/// What a floor may not know, whatever cargo would let it.
const STRANGERS: [(&str, &[&str]); 3] = [
    ("guide", &["leptos", "web_sys", "js_sys", "wasm_bindgen", "std::time", "std::fs", "std::env", "jiff"]),
    ("site", &["leptos", "web_sys", "js_sys", "wasm_bindgen", "std::time", "std::fs", "std::env"]),
    ("view", &["web_sys", "js_sys", "wasm_bindgen", "std::time", "std::fs", "std::env"]),
];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of the house").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found
}

/// Whether `text` names `word` as a path's part: `word::…` not within a longer name.
fn names(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        let inside = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        !inside(before) && !inside(after)
    })
}

/// The code of a file: its comments may name what they like.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("a source file");
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn floor(name: &str) -> Vec<PathBuf> {
    let files = sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(name));
    assert!(!files.is_empty(), "no floor called {name}");
    files
}

#[test]
fn arrows_run_one_way() {
    let mut wrong = Vec::new();
    for (name, below) in FLOORS {
        for path in floor(name) {
            let code = code(&path);
            for (other, _) in FLOORS.iter().filter(|(other, _)| *other != name && !below.contains(other)) {
                let roots = ["crate", "navigator_guide", "super::super"];
                if roots.iter().any(|root| names(&code, &format!("{root}::{other}"))) {
                    wrong.push(format!("{} looks at {other}", path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn floors_do_not_know_strangers() {
    let mut wrong = Vec::new();
    for (name, strangers) in STRANGERS {
        for path in floor(name) {
            let code = code(&path);
            wrong.extend(
                strangers
                    .iter()
                    .filter(|stranger| names(&code, stranger))
                    .map(|stranger| format!("{} knows {stranger}", path.display())),
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_name_is_found_where_it_stands_alone() {
    assert!(names("use crate::view::trail;", "crate::view"));
    assert!(!names("use crate::viewer::trail;", "crate::view"));
    assert!(!names("let xcrate::view", "crate::view"));
}

#[test]
fn nothing_is_left_open() {
    let mut wrong = Vec::new();
    for (name, _) in FLOORS {
        for path in floor(name) {
            let code = code(&path);
            let words = ["todo!", "unimplemented!", "dbg!"];
            wrong.extend(
                words.iter().filter(|word| names(&code, word)).map(|word| format!("{}: {word}", path.display())),
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_guide_is_not_in_the_code() {
    // Law 2: no sentence of the guide or the interface stands in what the phone or the prerender runs. Diagnostics for
    // staff (load, check, explain) are no part of either.
    // The tables of letters are the alphabet's, not the guide's.
    let diagnostics = ["guide/load", "guide/check", "schedule/explain.rs", "find/readings.rs"];
    let mut wrong = Vec::new();
    for name in ["guide", "site", "view", "browser"] {
        for path in floor(name) {
            let shown = path.to_string_lossy().replace('\\', "/");
            if diagnostics.iter().any(|part| shown.contains(part)) {
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
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

//! Which content file the tool takes.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::{SMALL, stderr, stdout};

/// Runs the tool in a folder.
fn guide_in(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_guide"));
    command.args(arguments).current_dir(folder).env("LC_ALL", "ru_RU.UTF-8").output().expect("the tool runs")
}

fn folder_with(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        fs::write(path, text).expect("a file");
    }
    folder
}

#[test]
fn what_lies_here_or_in_the_folder_that_is_named_is_taken() {
    let broken = SMALL.replacen("next = \"lost\"", "next = \"lots\"", 1);
    for (files, arguments, code) in [
        (vec![("guide.toml", SMALL)], vec!["check"], 0),
        // The usual content goes before a guide that lies here.
        (vec![("content/ivanovo.toml", SMALL), ("guide.toml", &*broken)], vec!["check"], 0),
        (vec![("наш/guide.toml", SMALL), ("наш/other.toml", &*broken)], vec!["check", "--content", "наш"], 0),
        // The only file with steps: those beside it are its words and phrases.
        (
            vec![("a/ivanovo.toml", SMALL), ("a/words.toml", "[page]\nact = \"Надо\"\n"), ("a/notes.txt", "[[step]]")],
            vec!["check", "--content", "a/"],
            0,
        ),
        (vec![("a/ivanovo.toml", &*broken)], vec!["check", "--content", "a"], 1),
    ] {
        let folder = folder_with(&files);
        let output = guide_in(folder.path(), &arguments);
        assert_eq!(output.status.code(), Some(code), "{files:?}: {}", stderr(&output));
    }
}

#[test]
fn where_no_guide_or_more_than_one_is_found_a_sentence_says_what_to_type() {
    for (files, arguments, ru, en) in [
        (vec![("notes.txt", "")], vec!["check"], "guide new ПАПКА", "guide new FOLDER"),
        (
            vec![("a/words.toml", "[page]\nact = \"Надо\"\n")],
            vec!["build", "--content", "a"],
            "В папке a нет справочника",
            "There is no guide in the folder a",
        ),
        (
            vec![("a b/one.toml", SMALL), ("a b/two.toml", SMALL)],
            vec!["check", "--content", "a b"],
            "one.toml, two.toml. Назовите один: --content \"a b/one.toml\"",
            "one.toml, two.toml. Name one: --content \"a b/one.toml\"",
        ),
    ] {
        let folder = folder_with(&files);
        for (said, language) in [(ru, "ru"), (en, "en")] {
            let output = guide_in(folder.path(), &[&arguments[..], &["--lang", language]].concat());
            assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
            let text = stderr(&output);
            assert!(text.contains(said) && text.lines().count() == 1 && stdout(&output).is_empty(), "{text}");
        }
    }
}

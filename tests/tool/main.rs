//! The tool as people use it: what it prints, and its exit codes.

mod bad_archives;
mod bad_input;
mod bilingual_sources;
mod build;
mod calendar;
#[path = "../shared/calendar_times.rs"]
mod calendar_times;
mod check;
mod content_path;
mod editor_forms;
mod english;
#[path = "../shared/generated_guide.rs"]
mod generated_guide;
mod graph;
mod licences;
mod new;
mod new_from;
mod new_user;
mod output_dir;
mod paths;
mod search;
mod serve;
#[path = "../shared/small_guide.rs"]
#[allow(dead_code, reason = "the tables of the crates use all of it")]
mod small_guide;
mod source_rules;
mod status;
mod upgrade;
mod upgrade_site;
mod verify;

use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// Runs the tool in the project's folder.
fn guide(arguments: &[&str]) -> Output {
    guide_reading(arguments, "")
}

/// Runs the tool with this standard input.
fn guide_reading(arguments: &[&str], input: &str) -> Output {
    run(Command::new(env!("CARGO_BIN_EXE_guide")).args(arguments), input)
}

fn run(command: &mut Command, input: &str) -> Output {
    use std::io::Write;
    let mut child = command
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        // In whatever language the machine is.
        .env("LC_ALL", "ru_RU.UTF-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the tool runs");
    let mut stdin = child.stdin.take().expect("its input");
    let input = input.to_owned();
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().expect("the tool ends");
    // A tool that has rejected its arguments does not read its input.
    _ = writer.join();
    output
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

/// A folder, and a content file of this text in a folder of its own within it.
fn content(text: &str) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path: PathBuf = folder.path().join("content/guide.toml");
    std::fs::create_dir(folder.path().join("content")).expect("a folder");
    std::fs::write(&path, text).expect("the content");
    let path = path.to_string_lossy().into_owned();
    (folder, path)
}

const SMALL: &str = include_str!("../data/small.toml");

#[test]
fn help_names_every_command_in_russian() {
    let output = guide(&["--help"]);
    assert_eq!(output.status.code(), Some(0));
    let help = stdout(&output);
    for word in [
        "new",
        "build",
        "serve",
        "check",
        "status",
        "find",
        "paths",
        "graph",
        "upgrade",
        "verify",
        "--content",
        "Команды",
        "Ключи",
        "Коды завершения",
    ] {
        assert!(help.contains(word), "{word}\n{help}");
    }
}

#[test]
fn bad_usage_exits_with_two() {
    for arguments in
        [&["buidl"][..], &[], &["status", "--at"], &["serve", "--port", "x"], &["build", "--url", "nowhere"]]
    {
        let output = guide(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", stderr(&output));
        assert!(!stderr(&output).is_empty() && stdout(&output).is_empty(), "{arguments:?}");
    }
}

#[test]
fn paths_of_the_shipped_guide_are_printed() {
    let output = guide(&["paths"]);
    assert_eq!(output.status.code(), Some(0));
    insta::assert_snapshot!(stdout(&output));
}

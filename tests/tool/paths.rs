//! `guide paths` of guides with more ways than anybody reads.

use std::io::Read;
use std::process::{Command, Stdio};

use crate::generated_guide::{Shape, generated_guide};
use crate::{content, guide, stderr, stdout};

/// A guide of that many questions, the ways of which meet again: there are 2ⁿ ways.
fn meeting(questions: usize) -> (tempfile::TempDir, String) {
    content(&generated_guide(Shape::Diamond, 2 * questions))
}

#[test]
fn ten_thousand_ways_are_listed_after_their_number() {
    let (_folder, path) = meeting(50);
    let output = guide(&["paths", "--content", &path]);
    assert_eq!(output.status.code(), Some(0));
    let said = "Всего путей: 1\u{a0}125\u{a0}899\u{a0}906\u{a0}842\u{a0}624. \
        Первые 10\u{a0}000 — ниже, а все покажет ключ --all.\n";
    assert_eq!(stderr(&output), said);
    let listed = stdout(&output);
    assert_eq!(listed.lines().count(), 10_000);
    let first = listed.lines().next().expect("the first way");
    assert!(first.starts_with("start -o0-> q1 -o0-> q2 ") && first.ends_with(" q49 -o0-> end"), "{first}");
    assert!(listed.lines().nth(1).is_some_and(|second| second.ends_with(" q49 -o1-> a49 -on-> end")));
}

#[test]
fn more_ways_than_can_be_counted_are_said_to_be_more() {
    let (_folder, path) = meeting(250);
    let output = guide(&["paths", "--content", &path]);
    assert_eq!(output.status.code(), Some(0));
    assert!(stderr(&output).starts_with("Всего путей больше 18 квинтиллионов. Первые"), "{}", stderr(&output));
    assert_eq!(stdout(&output).lines().count(), 10_000);
}

#[test]
fn all_ways_are_listed_where_they_are_asked_for() {
    let (_folder, path) = meeting(14);
    let output = guide(&["paths", "--all", "--content", &path]);
    assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(0), "Всего путей: 16\u{a0}384.\n"));
    let listed = stdout(&output);
    let mut ways: Vec<&str> = listed.lines().collect();
    ways.sort_unstable();
    ways.dedup();
    assert_eq!(ways.len(), 16_384, "each way once");
    // Of fewer, nothing is said.
    let (_folder, path) = meeting(13);
    for arguments in [&["paths"][..], &["paths", "--all"]] {
        let output = guide(&[arguments, &["--content", &path]].concat());
        assert_eq!((stdout(&output).lines().count(), stderr(&output).as_str()), (8_192, ""), "{arguments:?}");
    }
}

/// As in `guide paths --all | head`.
#[test]
fn a_reader_may_stop_reading() {
    let (_folder, path) = meeting(50);
    let mut child = Command::new(env!("CARGO_BIN_EXE_guide"))
        .args(["paths", "--all", "--content", &path])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the tool runs");
    let mut first = [0; 20];
    child.stdout.take().expect("its output").read_exact(&mut first).expect("the first way");
    assert_eq!(&first, b"start -o0-> q1 -o0->");
    let output = child.wait_with_output().expect("the tool ends, as nobody reads on");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(stderr(&output), "Всего путей: 1\u{a0}125\u{a0}899\u{a0}906\u{a0}842\u{a0}624.\n");
}

//! `guide status`.

use crate::{SMALL, content, guide, guide_reading, stderr, stdout};

#[test]
fn an_instant_is_answered() {
    let output = guide(&["status", "--at", "2026-11-24T12:59:59+03:00"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(stdout(&output), "{\"state\":\"closed\",\"next_change\":\"2026-11-24T13:00:00+03:00\"}\n");
}

#[test]
fn an_exceptional_day_off_is_closed_unless_exceptions_are_ignored() {
    let at = ["status", "--at", "2026-12-31T15:00:00+03:00"];
    assert_eq!(stdout(&guide(&at)), "{\"state\":\"closed\",\"next_change\":\"2027-01-12T13:00:00+03:00\"}\n");
    let without_exceptions = guide(&[&at[..], &["--without-exceptions"]].concat());
    assert_eq!(stdout(&without_exceptions), "{\"state\":\"open\",\"next_change\":\"2026-12-31T16:30:00+03:00\"}\n");
}

/// The whole table with the shipped content: it states the weekly hours and yearly holidays, not the exceptions.
#[test]
fn every_line_of_stdin_is_answered() {
    let table = include_str!("../data/schedule.tsv");
    let rows: Vec<Vec<&str>> = table.lines().skip(1).map(|line| line.split('\t').collect()).collect();
    let lines: String = table.lines().skip(1).map(|line| format!("{line}\n")).collect();
    let output = guide_reading(&["status", "--stdin", "--without-exceptions"], &lines);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let answers = stdout(&output);
    assert_eq!(answers.lines().count(), rows.len());
    assert_eq!(rows.len(), 40);
    for (row, answer) in rows.iter().zip(answers.lines()) {
        assert_eq!(answer, format!("{{\"state\":\"{}\",\"next_change\":\"{}\"}}", row[1], row[2]), "{row:?}");
    }
}

#[test]
fn an_invalid_line_is_answered_with_an_error() {
    let output = guide_reading(&["status", "--stdin"], "2026-11-24T14:00:00+03:00\nзавтра\n\n2026-11-24T17:00:00Z\n");
    assert_eq!(output.status.code(), Some(1));
    let answers: Vec<String> = stdout(&output).lines().map(str::to_owned).collect();
    assert_eq!(answers.len(), 3);
    assert!(
        answers[0].starts_with("{\"state\":\"open\"") && answers[2].starts_with("{\"state\":\"closed\""),
        "{answers:?}"
    );
    assert!(answers[1].starts_with("{\"error\":"), "{answers:?}");
}

#[test]
fn an_instant_without_offset_is_refused() {
    let output = guide(&["status", "--at", "2026-11-24T14:00:00"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("2026-11-24T12:59:59+03:00"), "an example: {}", stderr(&output));
}

#[test]
fn another_guide_has_its_own_hours() {
    let (_folder, path) = content(SMALL);
    let output = guide(&["status", "--content", &path, "--at", "2026-11-24T12:30:00+03:00"]);
    assert_eq!(stdout(&output), "{\"state\":\"closed\",\"next_change\":\"2026-11-24T13:00:00+03:00\"}\n");
}

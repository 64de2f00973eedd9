//! `guide find`.

use crate::{SMALL, content, guide, guide_reading, stderr, stdout};

#[test]
fn a_query_is_answered_with_steps_and_scores() {
    let output = guide(&["find", "pf,sk gjxne"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let answers: serde_json::Value = serde_json::from_str(&stdout(&output)).expect("JSON");
    assert_eq!(answers[0]["step"], "forgot-email");
    assert!(answers[0]["score"].as_u64().expect("a score") > 0);
    assert!(answers.as_array().expect("a list").len() <= 3);
}

#[test]
fn every_line_of_stdin_is_answered_whatever_it_contains() {
    let long = "почта ".repeat(2000);
    let lines = ["какая завтра погода", "", "🙂🙂🙂", "<script>alert(1)</script>", "\u{202e}\u{0007}", long.as_str()];
    let output = guide_reading(&["find", "--stdin"], &(lines.join("\n") + "\n"));
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let answers: Vec<String> = stdout(&output).lines().map(str::to_owned).collect();
    assert_eq!(answers.len(), lines.len());
    assert_eq!(answers[..3], ["[]", "[]", "[]"]);
    assert!(answers.iter().all(|answer| serde_json::from_str::<Vec<serde_json::Value>>(answer).is_ok()));
}

#[test]
fn a_guide_without_phrases_is_an_error() {
    let (_folder, path) = content(SMALL);
    let output = guide(&["find", "--content", &path, "почта"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("ключ phrases"), "{}", stderr(&output));
}

#[test]
fn a_missing_query_is_bad_usage() {
    assert_eq!(guide(&["find"]).status.code(), Some(2));
}

#[test]
fn find_explains_which_words_spoke_for_which_step() {
    let output = guide(&["find", "--explain", "сын уже записан, а заявку отменили"]);
    let text = stdout(&output);
    let mut lines = text.lines();
    let head: Vec<&str> = lines.next().unwrap().split_whitespace().collect();
    assert_eq!(head[0], "application-cancelled", "the best first: {text}");
    assert!(head.contains(&"none"), "{text}");
    let rows: Vec<(&str, &str)> = lines.filter_map(|line| line.split_once("  ")).collect();
    let first_number = |name: &str| {
        let (_, numbers) = rows.iter().find(|(row, _)| *row == name).unwrap_or_else(|| panic!("{name}: {text}"));
        numbers.split_whitespace().next().unwrap().replace(',', ".").replace('−', "-").parse::<f32>().unwrap()
    };
    assert!(first_number("атменеле") > 0.3, "as it sounds: {text}");
    assert!(first_number("вместе") > first_number("до слов"), "{text}");
    assert!(text.contains("\nза application-cancelled: "), "{text}");
    assert_eq!(guide(&["find", "--explain", "--stdin"]).status.code(), Some(2));
}

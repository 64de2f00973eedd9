//! Loading the small guide of the tests, as it is and with a change.

use guide_content::{Loaded, Severity, World, load};
use guide_core::schedule::Date;

pub const SMALL: &str = include_str!("../data/small.toml");
pub const WORDS: &str = include_str!("../data/ru.toml");

/// Loads a guide's text with a words' text beside it, on a day soon after the small guide's source.
pub fn loaded(guide: &str, words: &str) -> Loaded {
    loaded_with(guide, words, "")
}

/// The same with a text of phrases, which the guide calls `phrases.toml`.
pub fn loaded_with(guide: &str, words: &str, phrases: &str) -> Loaded {
    let read = |path: &str| match path {
        "content/small.toml" => Ok(guide.to_owned()),
        "content/ru.toml" => Ok(words.to_owned()),
        "content/phrases.toml" => Ok(phrases.to_owned()),
        other => Err(format!("файла {other} нет")),
    };
    let world = World {
        read: &read,
        zone_known: &|name| jiff::tz::TimeZone::get(name).is_ok(),
        today: Date::new(2026, 11, 23),
    };
    load("content/small.toml", &world)
}

/// Makes one change in the guide and expects one finding, at a line of the changed text that holds `line`.
#[track_caller]
pub fn refuses(from: &str, to: &str, line: &str, what: &str, instead: &str) {
    let guide = changed(SMALL, from, to);
    check("content/small.toml", &guide, &guide, WORDS, (line, what, instead), Severity::Error);
}

/// The same for the words' file.
#[track_caller]
pub fn refuses_words(from: &str, to: &str, line: &str, what: &str, instead: &str) {
    let words = changed(WORDS, from, to);
    check("content/ru.toml", &words, SMALL, &words, (line, what, instead), Severity::Error);
}

#[track_caller]
pub fn changed(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "the fixture has no {from:?}");
    text.replacen(from, to, 1)
}

#[track_caller]
pub fn check(path: &str, file: &str, guide: &str, words: &str, expected: (&str, &str, &str), severity: Severity) {
    let (line, what, instead) = expected;
    let loaded = loaded(guide, words);
    let report = loaded.report();
    assert_eq!(loaded.findings.len(), 1, "one change, one finding:\n{report}");
    assert_eq!(loaded.findings[0].severity, severity, "{report}");
    assert_eq!(loaded.guide.is_none(), severity == Severity::Error, "an error builds nothing");
    let begins = file.lines().position(|text| text.starts_with(line));
    let number = begins.or_else(|| file.lines().position(|text| text.contains(line)));
    let number = number.expect("the line is in the file") + 1;
    assert!(report.starts_with(&format!("{path}:{number}:")), "line {number}:\n{report}");
    assert!(report.contains(what), "{what}\n{report}");
    assert!(report.contains(instead), "{instead}\n{report}");
}

#[test]
fn the_small_guide_is_sound() {
    let loaded = loaded(SMALL, WORDS);
    assert_eq!(loaded.report(), "");
    let guide = loaded.guide.expect("a guide without findings");
    assert_eq!(guide.steps.len(), 4);
    assert_eq!(guide.words.page.dont.value, "Нельзя");
}

#[test]
fn a_missing_file_is_named() {
    let nothing = |path: &str| Err(format!("файла {path} нет"));
    let loaded = load("content/none.toml", &World { read: &nothing, zone_known: &|_| true, today: None });
    assert!(loaded.guide.is_none());
    assert_eq!(
        loaded.report(),
        "content/none.toml:1:1: ошибка: файла content/none.toml нет\n  = Проверьте путь: его называет ключ --content.\n\n"
    );
}

//! Loading the small guide of the tests, as it is and with a change.

use guide_content::message::MessageLanguage;
use guide_content::{Loaded, Severity};

use crate::small_guide::{SMALL, STRINGS, changed, checked, loaded_with};

/// Loads a guide's text with a strings' text beside it, on a day soon after the small guide's source.
pub fn loaded(guide: &str, strings: &str) -> Loaded {
    loaded_with(guide, strings, "")
}

/// Makes one change in the guide and expects one diagnostic, at a line of the changed text that holds `line`.
#[track_caller]
pub fn refuses(from: &str, to: &str, line: &str, what: &str, instead: &str) {
    let guide = changed(SMALL, from, to);
    check("content/small.toml", &guide, &guide, STRINGS, (line, what, instead), Severity::Error);
}

/// Expects one diagnostic of a guide and its strings, in the file at `path`, whose text is `file`.
#[track_caller]
pub fn check(path: &str, file: &str, guide: &str, strings: &str, expected: (&str, &str, &str), severity: Severity) {
    let (line, what, instead) = expected;
    let loaded = loaded(guide, strings);
    let report = loaded.report(MessageLanguage::Russian);
    let diagnostics = loaded.diagnostics.sorted();
    assert_eq!(diagnostics.len(), 1, "one change, one diagnostic:\n{report}");
    assert_eq!(diagnostics[0].severity, severity, "{report}");
    let starts = file.lines().position(|text| text.starts_with(line));
    let number = starts.or_else(|| file.lines().position(|text| text.contains(line)));
    let number = number.expect("the line is in the file") + 1;
    assert!(report.starts_with(&format!("{path}:{number}:")), "line {number}:\n{report}");
    assert!(report.contains(what), "{what}\n{report}");
    assert!(report.contains(instead), "{instead}\n{report}");
    let english = loaded.report(MessageLanguage::English);
    let word = if severity == Severity::Error { "error" } else { "warning" };
    assert!(english.starts_with(&format!("{path}:{number}:")) && english.contains(&format!(": {word}: ")), "{english}");
}

#[test]
fn the_small_guide_has_no_diagnostics() {
    let loaded = loaded(SMALL, STRINGS);
    assert_eq!(loaded.report(MessageLanguage::Russian), "");
    let guide = loaded.guide.expect("a guide");
    assert_eq!(guide.steps.len(), 4);
    assert_eq!(guide.strings.page.dont.value, "Нельзя");
}

#[test]
fn a_missing_content_file_is_reported() {
    let nothing = |path: &str| Err(format!("файла {path} нет"));
    let loaded = checked("content/none.toml", &nothing);
    assert!(loaded.guide.is_none());
    assert_eq!(
        loaded.report(MessageLanguage::Russian),
        "content/none.toml:1:1: ошибка: файла content/none.toml нет\n  = Проверьте путь: его называет ключ --content.\n\n"
    );
    assert_eq!(
        loaded.report(MessageLanguage::English),
        "content/none.toml:1:1: error: there is no file content/none.toml\n  = Check the path: it is what --content names.\n\n"
    );
}

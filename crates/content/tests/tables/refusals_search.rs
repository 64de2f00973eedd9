//! What `guide check` refuses of the phrases and of the step that the search falls back to, as in `refusals_flow`.

use guide_content::message::MessageLanguage;
use guide_core::search::model::{MAX_LABEL_LENGTH, MAX_LABELS};

use crate::loading::{loaded, refuses};
use crate::small_guide::{SMALL, STRINGS, changed, loaded_with};

/// The small guide with phrases, and with this line for the fallback.
fn with_phrases(fallback: &str) -> String {
    changed(SMALL, "start = \"start\"", &format!("start = \"start\"\nphrases = \"phrases.toml\"\n{fallback}"))
}

/// The report on the small guide with these phrases; its fallback is the step `broken`.
fn report(phrases: &str) -> String {
    loaded_with(&with_phrases("fallback = \"broken\""), STRINGS, phrases).report(MessageLanguage::Russian)
}

fn section(id: &str) -> String {
    format!("[{id}]\nphrases = '''\nпотерялось\n'''\n")
}

#[test]
fn a_missing_phrases_file_is_refused() {
    refuses(
        "start = \"start\"",
        "start = \"start\"\nfallback = \"broken\"\nphrases = \"none.toml\"",
        "phrases",
        "файла content/none.toml нет",
        "phrases.toml",
    );
}

#[test]
fn phrases_that_do_not_fit_the_guide_are_refused() {
    let text = section("lost") + "[gone]\nphrases = '''\nпропало {что}\n'''\n";
    let said = report(&text);
    assert!(said.contains("content/phrases.toml:7:1: ошибка: списка слов «что» нет"), "{said}");
    assert!(said.contains("нет раздела [broken]"), "{said}");
    let said = report(&(section("lost") + &section("broken") + &section("gone")));
    assert!(said.contains("раздел [gone]: такого шага нет"), "{said}");
    assert!(report(&section("broken")).contains("искать нечего"));
}

#[test]
fn a_mistake_is_reported_at_its_line() {
    #[track_caller]
    fn check(phrases: &str, line: usize, what: &str) {
        let report = report(phrases);
        let place = format!("content/phrases.toml:{line}:");
        assert!(report.lines().any(|text| text.starts_with(&place) && text.contains(what)), "{line}: {what}\n{report}");
        assert_eq!(report.matches("ошибка:").count(), 1, "{report}");
    }
    check("[broken]\nphrases = '''\nпривет\n{кто}\n'''", 4, "списка слов «кто» нет");
    check("[broken]\nphrases = \"привет (как\"", 2, "скобка без пары: привет (как");
    check("[broken]\nphrases = ''\nphrase = ''", 3, "неизвестный ключ «phrase»");
    check("[broken]\nphrases = ''\ntests = '''\nпривет\nпривет {кто}\n'''", 5, "вставок не бывает: привет {кто}");
    check("[broken]\nphrases = 5", 2, "«phrases»: здесь должен быть текст в кавычках");
    check("[a]\nphrases = 'б'", 1, "нет раздела [broken]");
    check("\n[broken\n", 2, "название раздела не закрыто скобкой");
}

#[test]
fn a_search_needs_a_fallback_that_is_a_step() {
    let said = loaded(&with_phrases(""), STRINGS).report(MessageLanguage::Russian);
    assert!(said.contains("content/small.toml:3:11: ошибка: поиску некуда отправить"), "{said}");
    assert!(said.contains("fallback ="), "{said}");
    refuses(
        "start = \"start\"",
        "start = \"start\"\nfallback = \"brokn\"",
        "fallback",
        "шага «brokn» нет",
        "Может быть, «broken»?",
    );
}

#[test]
fn any_step_may_be_the_fallback() {
    let phrases = section("lost") + &section("hotline") + &section("broken");
    let loaded = loaded_with(&with_phrases("fallback = \"broken\""), STRINGS, &phrases);
    assert_eq!(loaded.report(MessageLanguage::Russian), "");
    let labels = loaded.phrases.expect("phrases").labels;
    assert_eq!(labels, ["hotline", "lost", "broken"], "the fallback's is the last");
}

#[test]
fn more_labels_than_a_search_model_can_hold_are_refused() {
    let phrases: String = (1..MAX_LABELS).map(|number| section(&format!("step-{number}"))).collect();
    let fits = phrases + &section("broken");
    assert!(!report(&fits).contains("поиск различает"), "as many as it can hold");
    let said = report(&(fits + &section("one-more")));
    assert!(said.contains("разделов 501, а поиск различает не больше 500"), "{said}");
    let long = "x".repeat(MAX_LABEL_LENGTH + 1);
    assert!(report(&(section(&long) + &section("broken"))).contains("не длиннее 255"), "a name too long");
}

#[test]
fn nothing_is_learned_from_test_sentences() {
    let phrases = "[lost]\nphrases = 'потерялось (вчера|днём)'\ntests = '''\n# заголовок\nГде оно (моё)?\n\n  Пропало.\n'''\n[broken]\nphrases = ''\ntests = 'погода'\n";
    let loaded = loaded_with(&with_phrases("fallback = \"broken\""), STRINGS, phrases);
    let phrases = loaded.phrases.expect("phrases");
    let tests: Vec<(usize, &str)> = phrases.tests.iter().map(|test| (test.label, test.text.as_str())).collect();
    assert_eq!(tests, [(0, "Где оно (моё)?"), (0, "Пропало."), (1, "погода")]);
    assert_eq!(phrases.phrases.len(), 1);
}

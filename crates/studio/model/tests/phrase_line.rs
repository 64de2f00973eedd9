//! Sentences that are added to the phrases.

use guide_studio_model::{phrase_line, with_phrase};

#[test]
fn a_line_stands_for_the_sentence_alone() {
    let table = [
        ("забыла почту", Some("забыла почту")),
        ("  забыла \n почту\t ", Some("забыла почту")),
        ("забыла (совсем) почту", Some("забыла совсем почту")),
        ("{сына} записали (туда|сюда", Some("сына записали туда сюда")),
        ("## заголовок", Some("заголовок")),
        ("( # почта", Some("почта")),
        ("почта № 1 # 2", Some("почта № 1 # 2")),
        ("'''кавычки\"\"\"", Some("'''кавычки\"\"\"")),
        ("", None),
        (" #({|}) ", None),
    ];
    for (sentence, line) in table {
        assert_eq!(phrase_line(sentence).as_deref(), line, "{sentence:?}");
    }
}

#[test]
fn a_long_sentence_is_cut() {
    let line = phrase_line(&"я ".repeat(500)).unwrap();
    assert_eq!(line.chars().count(), 199, "200 characters without the space at the end");
}

#[test]
fn a_phrase_comes_last_and_once() {
    assert_eq!(with_phrase("", "почта").as_deref(), Some("почта\n"));
    assert_eq!(with_phrase("# дом\nадрес", "почта").as_deref(), Some("# дом\nадрес\nпочта\n"));
    assert_eq!(with_phrase("адрес\n", "почта").as_deref(), Some("адрес\nпочта\n"));
    assert_eq!(with_phrase("адрес\n  почта\n", "почта"), None);
}

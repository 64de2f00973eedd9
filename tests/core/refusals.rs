//! What `guide check` refuses: one change of the small guide a row, and the message that a person reads.

use navigator_guide::guide::load::Severity;

use crate::content::{SMALL, WORDS, loaded};

/// Makes one change in the guide and expects one finding, at a line of the changed text that holds `line`.
#[track_caller]
fn refuses(from: &str, to: &str, line: &str, what: &str, instead: &str) {
    let guide = changed(SMALL, from, to);
    check("content/small.toml", &guide, &guide, WORDS, (line, what, instead), Severity::Error);
}

/// The same for the words' file.
#[track_caller]
fn refuses_words(from: &str, to: &str, line: &str, what: &str, instead: &str) {
    let words = changed(WORDS, from, to);
    check("content/ru.toml", &words, SMALL, &words, (line, what, instead), Severity::Error);
}

#[track_caller]
fn changed(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "the fixture has no {from:?}");
    text.replacen(from, to, 1)
}

#[track_caller]
fn check(path: &str, file: &str, guide: &str, words: &str, expected: (&str, &str, &str), severity: Severity) {
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
fn a_second_step_of_the_same_id() {
    let twice = format!("{SMALL}\n[[step]]\nid = \"hotline\" # ещё раз\ntitle = \"Линия\"\ncontact = \"hotline\"\n");
    check(
        "content/small.toml",
        &twice,
        &twice,
        WORDS,
        ("# ещё раз", "шаг с id «hotline» уже есть", "Дайте другое id"),
        Severity::Error,
    );
}

#[test]
fn an_id_that_is_no_address() {
    refuses(
        "id = \"not-helped\"",
        "id = \"Не помогло\"",
        "Не помогло\", next",
        "не годится в id",
        "строчными латинскими",
    );
}

#[test]
fn an_unknown_next_step() {
    refuses("next = \"broken\"", "next = \"brokn\"", "brokn", "шага «brokn» нет", "Может быть, «broken»?");
}

#[test]
fn an_unknown_start() {
    refuses("start = \"start\"", "start = \"strat\"", "strat", "первого шага «strat» нет", "Может быть, «start»?");
}

#[test]
fn a_step_nobody_reaches() {
    refuses(
        "  { id = \"lost\", next = \"lost\", label = \"Потерялось\" },\n",
        "",
        "id = \"lost\"",
        "на шаг «lost» не ведёт ни один ответ",
        "next = \"lost\"",
    );
}

#[test]
fn a_question_without_options() {
    let asked = "contact = \"hotline\"\noption = [{ id = \"more\", next = \"more\", label = \"Ещё\" }]";
    let guide = format!(
        "{}\n[[step]]\nid = \"more\"\nquestion = \"Что ещё?\"\n",
        changed(SMALL, "contact = \"hotline\"", asked)
    );
    let expected = ("id = \"more\"\n".trim_end(), "у вопроса «more» нет ответов", "Добавьте ответы");
    check(
        "content/small.toml",
        &guide.replace("{ id = \"more\"", "{ id= \"more\""),
        &guide,
        WORDS,
        expected,
        Severity::Error,
    );
}

#[test]
fn a_dead_end() {
    refuses(
        "dont = \"Не чините сами.\"\ndo = \"Позвоните: {phone}.\"\nrung = \"parent\"\noption = [{ id = \"not-helped\", next = \"hotline\", label = \"Не помогло\" }]",
        "dont = \"Не чините сами.\"\ndo = \"Позвоните: {phone}.\"",
        "id = \"broken\"",
        "совет «broken» — тупик",
        "not-helped",
    );
}

#[test]
fn a_circle() {
    refuses(
        "contact = \"hotline\"",
        "contact = \"hotline\"\noption = [{ id = \"again\", next = \"lost\", label = \"Ещё раз\" }]",
        "\"again\"",
        "ответы ходят по кругу: lost → hotline → lost",
        "Пусть ответ ведёт вперёд",
    );
}

#[test]
fn an_advice_without_both() {
    refuses("dont = \"Не чините сами.\"\n", "", "id = \"broken\"", "нет «нельзя» (ключ dont)", "Обратитесь");
    refuses("do = \"Позвоните: {phone}.\"\nrung", "rung", "id = \"broken\"", "нет «нужно» (ключ do)", "Обратитесь");
}

#[test]
fn neither_question_nor_title() {
    refuses("title = \"Сломалось\"\n", "", "id = \"broken\"", "либо вопрос, либо заголовок", "Напишите одно из двух");
}

#[test]
fn a_question_with_advice() {
    refuses(
        "question = \"Что случилось?\"",
        "question = \"Что случилось?\"\ndont = \"Не надо.\"",
        "Не надо.",
        "«start» — вопрос",
        "Перенесите этот текст",
    );
}

#[test]
fn an_unknown_rung_or_contact() {
    refuses("rung = \"centre\"", "rung = \"center\"", "center", "ступени «center» нет", "parent, centre");
    refuses(
        "contact = \"hotline\"",
        "contact = \"phone\"",
        "\"phone\"",
        "такого контакта нет",
        "contact = \"hotline\"",
    );
}

#[test]
fn contacts_that_do_not_parse() {
    refuses("+74932000000", "8 4932 000000", "8 4932", "телефон «8 4932 000000» так не набрать", "+74932482808");
    refuses("https://vk.com/example", "vk.com/example", "\"vk.com", "«vk.com/example» — не адрес", "https://");
    refuses(
        "https://example.ru/guide/",
        "https://example.ru/guide",
        "guide\"",
        "косой чертой",
        "https://example.ru/navigator/",
    );
    refuses("Europe/Moscow", "Europe/Ivanovo", "Ivanovo", "часового пояса «Europe/Ivanovo» нет", "Europe/Moscow");
}

#[test]
fn hours_and_days_that_do_not_parse() {
    refuses("13:00-17:00; PH", "13:00-17:60; PH", "17:60", "Времени «17:60» на часах нет", "не позже 24:00");
    refuses("\"05-09\"", "\"02-30\"", "02-30", "02-30", "=");
    refuses("\"2026-12-31\"", "\"2026-13-31\"", "2026-13", "2026-13-31", "=");
    refuses("date = \"2026-03-01\"", "date = \"2026-02-29\"", "02-29", "даты «2026-02-29» нет", "год, месяц и день");
}

#[test]
fn unknown_keys() {
    refuses(
        "place = \"Городок\"",
        "place = \"Городок\"\nrul = \"\"",
        "rul =",
        "неизвестный ключ «rul» (раздел [site])",
        "Может быть, «url»?",
    );
    refuses(
        "short = \"Сломано\"",
        "shrot = \"Сломано\"",
        "shrot",
        "неизвестный ключ «shrot» ([[option]])",
        "Может быть, «short»?",
    );
    refuses(
        "[site]",
        "[extra]\nx = 1\n[site]",
        "[extra]",
        "неизвестный ключ «extra» (начало файла)",
        "Здесь бывают ключи",
    );
    refuses_words(
        "[blank]",
        "[colours]\nred = \"1\"\n[blank]",
        "[colours]",
        "неизвестный ключ «colours»",
        "Здесь бывают ключи",
    );
}

#[test]
fn missing_keys_and_tables() {
    refuses(
        "phone_shown = \"00-00-00\"\n",
        "",
        "[hotline]",
        "нет ключа «phone_shown» (раздел [hotline])",
        "phone_shown = \"…\"",
    );
    refuses(
        "words = \"ru.toml\"",
        "words = \"en.toml\"",
        "en.toml",
        "файла content/en.toml нет",
        "words = \"ru.toml\"",
    );
    let report = loaded(&SMALL.replace("[source]", "[sources]"), WORDS).report();
    assert!(report.contains("нет раздела [source]") && report.contains("Может быть, «source»?"), "{report}");
}

#[test]
fn a_wrong_kind_of_value() {
    refuses(
        "label = \"Центр\"",
        "label = 5",
        "label = 5",
        "«label»: здесь должен быть текст в кавычках",
        "label = \"…\"",
    );
    refuses("label = \"Центр\"", "label = \" \"", "label = \" \"", "«label»: текст пуст", "label = \"…\"");
}

#[test]
fn a_placeholder_that_nothing_fills() {
    refuses(
        "Не чините сами.",
        "Не чините {who} сами.",
        "{who}",
        "{who}: эту вставку здесь заполнить нечем",
        "{phone}, {hours}",
    );
    refuses("{child}", "{chlid}", "{chlid}", "{chlid}: эту вставку", "{child}");
    refuses_words("Позвонить {phone}", "Позвонить {tel} {phone}", "{tel}", "{tel}: эту вставку", "{phone}");
    refuses_words("Позвонить {phone}", "Позвонить", "call =", "потерялась вставка {phone}", "Верните {phone}");
}

#[test]
fn words_that_are_missing_or_too_few() {
    refuses_words("dont = \"Нельзя\"\n", "", "[page]", "нет ключа «dont»", "dont = \"…\"");
    refuses_words("\"понедельник\", ", "", "days =", "список из 7 текстов, а в нём 6", "days =");
}

#[test]
fn broken_toml() {
    refuses("label = \"Центр\"", "label = \"Центр", "label = \"Центр", "не читается как TOML", "Проверьте кавычки");
}

#[test]
fn a_source_older_than_a_year_is_a_warning() {
    let guide = changed(SMALL, "date = \"2026-03-01\"", "date = \"2025-11-22\"");
    let expected = ("2025-11-22", "документ старше года", "Спросите центр");
    check("content/small.toml", &guide, &guide, WORDS, expected, Severity::Warning);
    let young = changed(SMALL, "date = \"2026-03-01\"", "date = \"2025-11-23\"");
    assert_eq!(loaded(&young, WORDS).report(), "", "365 days are a year");
}

#[test]
fn all_errors_of_a_file_at_once() {
    let guide = SMALL
        .replace("+74932000000", "none")
        .replace("Europe/Moscow", "Mars/Olympus")
        .replace("do = \"Позвоните: {phone}.\"\n", "")
        .replace("vk.com/example", "");
    let report = loaded(&guide, WORDS).report();
    for what in [
        "телефон «none»",
        "пояса «Mars/Olympus»",
        "у совета «lost» нет «нужно»",
        "у совета «broken» нет «нужно»",
        "не адрес",
    ] {
        assert!(report.contains(what), "{what}\n{report}");
    }
    let lines: Vec<usize> = report
        .lines()
        .filter_map(|line| line.strip_prefix("content/small.toml:")?.split(':').next()?.parse().ok())
        .collect();
    assert!(lines.is_sorted(), "in the order of the file: {lines:?}");
}

#[test]
fn phrases_that_do_not_fit() {
    refuses(
        "start = \"start\"",
        "start = \"start\"\nphrases = \"none.toml\"",
        "phrases",
        "файла content/none.toml нет",
        "phrases.toml",
    );
    let guide = changed(SMALL, "start = \"start\"", "start = \"start\"\nphrases = \"phrases.toml\"");
    let report = loaded(&guide, WORDS).report();
    assert!(report.contains("content/phrases.toml:7:1: ошибка: списка слов «что» нет"), "{report}");
    assert!(report.contains("нет раздела [none]"), "{report}");
}

#[test]
fn a_notice_that_leads_nowhere() {
    refuses(
        "[source]",
        "[notice]\nmark = \"дубль\"\naccount = \"аккаунт:\"\nnext = \"gone\"\n[source]",
        "next = \"gone\"",
        "шага «gone» нет",
        "Назовите id шага",
    );
}

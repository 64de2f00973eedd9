//! What `guide check` refuses of texts, contacts and keys, as in `refusals_flow`; and what it only warns of.

use guide_content::Severity;
use guide_content::message::MessageLanguage;

use crate::loading::{check, loaded, refuses};
use crate::small_guide::{SMALL, STRINGS, changed};

#[test]
fn malformed_hotline_contacts_are_refused() {
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
fn malformed_hours_and_dates_are_refused() {
    refuses("13:00-17:00; PH", "13:00-17:60; PH", "17:60", "Времени «17:60» на часах нет", "не позже 24:00");
    refuses("\"05-09\"", "\"02-30\"", "02-30", "02-30", "=");
    refuses("\"2026-12-31\"", "\"2026-13-31\"", "2026-13", "2026-13-31", "=");
    refuses("date = \"2026-03-01\"", "date = \"2026-02-29\"", "02-29", "даты «2026-02-29» нет", "год, месяц и день");
}

#[test]
fn unknown_keys_are_refused() {
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
}

#[test]
fn missing_keys_tables_and_files_are_refused() {
    refuses("name = \"Линия\"\n", "", "[[contact]]", "нет ключа «name» ([[contact]])", "name = \"…\"");
    let report = loaded(&SMALL.replace("[source]", "[sources]"), STRINGS).report(MessageLanguage::Russian);
    assert!(report.contains("нет раздела [source]") && report.contains("Может быть, «source»?"), "{report}");
}

#[test]
fn a_value_of_the_wrong_kind_is_refused() {
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
fn unknown_and_missing_placeholders_are_refused() {
    refuses(
        "Не чините сами.",
        "Не чините {who} сами.",
        "{who}",
        "{who}: эту вставку здесь заполнить нечем",
        "{phone}, {hours}",
    );
    refuses("{child}", "{chlid}", "{chlid}", "{chlid}: эту вставку", "{child}");
}

#[test]
fn a_source_older_than_a_year_is_a_warning() {
    let guide = changed(SMALL, "date = \"2026-03-01\"", "date = \"2025-11-22\"");
    let expected = ("2025-11-22", "документ старше года", "Спросите центр");
    check("content/small.toml", &guide, &guide, STRINGS, expected, Severity::Warning);
    let young = changed(SMALL, "date = \"2026-03-01\"", "date = \"2025-11-23\"");
    assert_eq!(loaded(&young, STRINGS).report(MessageLanguage::Russian), "", "365 days are a year");
}

#[test]
fn all_errors_of_a_file_are_reported_at_once() {
    let guide = SMALL
        .replace("+74932000000", "none")
        .replace("Europe/Moscow", "Mars/Olympus")
        .replace("do = \"Позвоните: {phone}.\"\n", "")
        .replace("vk.com/example", "");
    let report = loaded(&guide, STRINGS).report(MessageLanguage::Russian);
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

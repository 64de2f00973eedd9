//! `guide check`.

use crate::generated_guide::{Shape, generated_guide};
use crate::{SMALL, content, guide, stderr, stdout};

#[test]
fn the_shipped_content_has_no_errors() {
    let output = guide(&["check"]);
    assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(0), "Ошибок нет\n"), "{}", stderr(&output));
}

#[test]
fn all_errors_are_reported_at_once_with_their_lines() {
    let (_folder, path) =
        content(&SMALL.replace("+74932000000", "112").replace("next = \"hotline\"", "next = \"hotlin\""));
    let output = guide(&["check", "--content", &path]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(stdout(&output), "");
    let report = stderr(&output);
    assert!(report.contains("guide.toml:18:20: ошибка: телефон «112»"), "{report}");
    assert_eq!(report.matches("шага «hotlin» нет").count(), 2, "{report}");
    assert!(report.contains("Найдено: 3 ошибки."), "{report}");
}

#[test]
fn a_missing_file_is_reported() {
    let output = guide(&["check", "--content", "content/nowhere.toml"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("файла content/nowhere.toml нет"), "{}", stderr(&output));
}

#[test]
fn a_file_that_is_not_utf8_is_reported_at_its_first_wrong_byte() {
    let (_folder, path) = content("");
    std::fs::write(&path, b"words = \"ru.toml\"\n# \xcf\xf0\xe8\xe2\xe5\xf2\n").expect("some bytes");
    let output = guide(&["check", "--content", &path]);
    assert_eq!(output.status.code(), Some(1));
    let report = stderr(&output);
    assert!(report.contains("guide.toml:2:3: ошибка: файл сохранён в кодировке Windows-1251"), "{report}");
    assert!(report.contains("Кодировка: UTF-8"), "{report}");
    assert!(report.contains("Найдено: 1 ошибка."), "{report}");
}

#[test]
fn warnings_are_printed_where_the_content_is_looked_at_and_nowhere_else() {
    let (folder, path) = content(&SMALL.replace("date = \"2026-03-01\"", "date = \"2020-03-01\""));
    let out = folder.path().join("site").to_string_lossy().into_owned();
    for (command, warnings) in
        [(&["check"][..], 1), (&["build", "--out", &out], 1), (&["status"], 0), (&["paths"], 0), (&["graph"], 0)]
    {
        let output = guide(&[command, &["--content", &path]].concat());
        assert_eq!(output.status.code(), Some(0), "{command:?}: {}", stderr(&output));
        let printed = stderr(&output).matches("предупреждение: документ старше года").count();
        assert_eq!(printed, warnings, "{command:?}: {}", stderr(&output));
    }
}

#[test]
fn guides_of_any_shape_are_checked_and_those_that_are_too_large_are_refused_with_the_limit() {
    for (shape, last) in [(Shape::Chain, "end"), (Shape::Diamond, "end"), (Shape::Wide, "q82-a4")] {
        let (_folder, path) = content(&generated_guide(shape, 500));
        let output = guide(&["check", "--content", &path]);
        assert_eq!((stdout(&output).as_str(), stderr(&output).as_str()), ("Ошибок нет\n", ""), "{shape:?}");
        let listed = stdout(&guide(&["paths", "--content", &path]));
        assert!(listed.lines().all(|way| way.starts_with("start -o")) && listed.contains(last), "{shape:?}");

        let (_folder, path) = content(&generated_guide(shape, 5_000));
        let output = guide(&["check", "--content", &path]);
        assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(1), ""), "{shape:?}");
        let report = stderr(&output);
        assert!(report.contains("в справочнике не бывает больше 2000 шагов, а здесь "), "{shape:?}: {report}");
        assert!(report.lines().count() < 20, "{shape:?}: {report}");
    }
}

#[test]
fn of_many_errors_the_first_are_told_and_all_are_counted() {
    let (_folder, path) =
        content(&generated_guide(Shape::Wide, 600).replace("rung = \"institution\"", "rung = \"school\""));
    let output = guide(&["check", "--content", &path]);
    assert_eq!(output.status.code(), Some(1));
    let report = stderr(&output);
    assert_eq!(report.matches("ступени «school» нет").count(), 99, "{report}");
    assert!(report.contains("здесь и дальше ещё 401 ошибка"), "{report}");
    assert!(report.ends_with("Найдено: 500 ошибок.\n"), "{report}");
}

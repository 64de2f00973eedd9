//! What `guide check` refuses of the pictures and files that a guide names.

use guide_content::Loaded;
use guide_content::message::MessageLanguage;

use crate::small_guide::{SMALL, changed, checked};

/// The small guide with something behind a step's title.
fn with(keys: &str) -> String {
    changed(SMALL, "title = \"Сломалось\"", &format!("title = \"Сломалось\"\n{keys}"))
}

/// Loads a guide whose folder has a picture, a form and a huge file.
fn loaded(guide: &str) -> Loaded {
    let read = |path: &str| match path {
        "content/small.toml" => Ok(guide.into()),
        "content/small.png" => Ok(include_bytes!("../../../../tests/data/files/small.png").to_vec()),
        "content/forms/blank.pdf" => Ok(b"%PDF-1.7\n%%EOF".to_vec()),
        "content/huge.png" => Ok(vec![0x89; 40_000_000]),
        "content/form.png" => Ok(b"%PDF-1.7\n%%EOF".to_vec()),
        other => Err(format!("файла {other} нет")),
    };
    checked("content/small.toml", &read)
}

#[track_caller]
fn refuses(keys: &str, line: &str, what: &str) {
    let guide = with(keys);
    let loaded = loaded(&guide);
    let report = loaded.report(MessageLanguage::Russian);
    assert_eq!(loaded.diagnostics.sorted().len(), 1, "one change, one diagnostic:\n{report}");
    let number = guide.lines().position(|text| text.contains(line)).expect("the line") + 1;
    assert!(report.starts_with(&format!("content/small.toml:{number}:")), "line {number}:\n{report}");
    assert!(report.contains(what), "{what}\n{report}");
}

#[test]
fn pictures_and_files_are_read_once_with_their_sizes() {
    let guide = with(
        "lead = \"[Бланк](forms/blank.pdf), [ещё раз](forms/blank.pdf).\"\npicture = { file = \"small.png\", alt = \"Поле\" }",
    );
    let loaded = loaded(&guide);
    assert_eq!(loaded.report(MessageLanguage::Russian), "");
    let guide = loaded.guide.expect("a guide");
    let paths: Vec<&str> = guide.files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths, ["small.png", "forms/blank.pdf"]);
    let picture = guide.step("broken").and_then(|step| step.picture.as_ref()).expect("a picture");
    assert_eq!((picture.width, picture.height), (7, 5));
}

#[test]
fn files_that_a_site_can_not_have_are_refused() {
    refuses("picture = { file = \"none.png\", alt = \"Поле\" }", "picture =", "файла content/none.png нет");
    refuses("picture = { file = \"small.png\" }", "picture =", "нет ключа «alt»");
    refuses("picture = { file = \"small.png\", alt = \"\" }", "picture =", "«alt»: текст пуст");
    refuses("picture = \"small.png\"", "picture =", "«picture»: здесь должен быть раздел");
    refuses("picture = { file = \"../small.png\", alt = \"Поле\" }", "picture =", "не файл из папки справочника");
    refuses("picture = { file = \"https://example.ru/a.png\", alt = \"Поле\" }", "picture =", "не файл из папки");
    refuses("picture = { file = \"huge.png\", alt = \"Поле\" }", "picture =", "МБ");
    refuses("picture = { file = \"forms/blank.pdf\", alt = \"Поле\" }", "picture =", "PDF");
    refuses("picture = { file = \"form.png\", alt = \"Поле\" }", "picture =", "form.png");
    refuses("lead = \"[Бланк](none.pdf)\"", "lead =", "файла content/none.pdf нет");
}

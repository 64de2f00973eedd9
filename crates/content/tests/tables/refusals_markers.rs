//! Facts that are marked as those of another place: nothing is built while one is left. Examples that are marked in a new guide.

use guide_content::Severity;
use guide_content::markers::{count, marks, tolerate};
use guide_content::message::MessageLanguage;

use crate::loading::{check, loaded, refuses};
use crate::small_guide::{SMALL, STRINGS, changed, loaded_with};

#[test]
fn a_mark_is_an_error_at_its_line() {
    for (from, to) in [
        ("place = \"Городок\"", "place = \"Городок\"  # заменить"),
        ("place = \"Городок\"", "place = \"Городок\" #заменить; где это"),
        ("place = \"Городок\"", "place = \"Городок\" # replace"),
        ("do = \"Позвоните: {phone}.\"\nmessage", "do = \"\"\"\nПозвоните:\n{phone}.\"\"\" # заменить\nmessage"),
        ("[[institution]]\nid = \"school-5\"", "[[institution]] # заменить\nid = \"school-5\""),
        ("label = \"Потерялось\" },", "label = \"Потерялось\" }, # заменить"),
    ] {
        refuses(
            from,
            to,
            to.lines().find(|line| line.contains('#')).expect("a mark"),
            "здесь ещё написано о прежнем месте",
            if to.contains("replace") { "# replace" } else { "# заменить" },
        );
    }
    let said = loaded(SMALL, "[page]\nact = \"Надо\" # заменить\n").report(MessageLanguage::Russian);
    assert_eq!(said, "", "the small guide has no words of its own");
    let guide = changed(SMALL, "start = \"start\"", "start = \"start\"\nwords = \"words.toml\"");
    let said = loaded_with(&guide, "[page]\nact = \"Надо\" # заменить\n", "").report(MessageLanguage::Russian);
    assert!(said.starts_with("content/words.toml:2:14: ошибка: здесь ещё"), "{said}");
}

#[test]
fn an_example_is_a_warning_and_both_kinds_are_counted() {
    for mark in ["# впишите своё", "# fill in; the town", "#впишите своё; город"] {
        let line = format!("place = \"Городок\" {mark}");
        let guide = changed(SMALL, "place = \"Городок\"", &line);
        let words = if mark.contains("fill") { "# fill in" } else { "# впишите своё" };
        let said = (line.as_str(), "здесь ещё стоит пример", words);
        check("content/small.toml", &guide, &guide, STRINGS, said, Severity::Warning);
    }
    let guide = changed(SMALL, "place = \"Городок\"", "place = \"Городок\" # заменить");
    let guide = changed(&guide, "name = \"Линия\"", "name = \"Линия\" # впишите своё");
    let loaded = loaded(&guide, STRINGS);
    assert_eq!(
        (count(&loaded.files), loaded.diagnostics.errors()),
        (2, 1),
        "{}",
        loaded.report(MessageLanguage::Russian)
    );
    // Whoever only looks at the guide is warned of all marks, and of nothing less.
    tolerate(&loaded);
    assert_eq!(
        (loaded.diagnostics.sorted().len(), loaded.diagnostics.errors()),
        (2, 0),
        "{}",
        loaded.report(MessageLanguage::Russian)
    );
}

#[test]
fn errors_beside_a_mark_are_not_tolerated() {
    let guide = changed(SMALL, "place = \"Городок\"", "place = \"Городок\" # заменить\nplaces = \"x\" # заменить");
    let loaded = loaded(&guide, STRINGS);
    assert_eq!(loaded.diagnostics.errors(), 3, "{}", loaded.report(MessageLanguage::Russian));
    tolerate(&loaded);
    assert_eq!(loaded.diagnostics.errors(), 1, "the unknown key: {}", loaded.report(MessageLanguage::Russian));
}

#[test]
fn other_comments_are_no_marks() {
    for (from, to) in [
        ("place = \"Городок\"", "# заменить\nplace = \"Городок\""),
        ("place = \"Городок\"", "place = \"Городок\"  # заменить потом"),
        ("place = \"Городок\"", "place = \"Городок\"  # Заменить"),
        ("place = \"Городок\"", "place = \"Городок\"  # впишите"),
        ("place = \"Городок\"", "place = \"Городок\"  # fill in the town"),
        ("place = \"Городок\"", "place = \"Городок # заменить\""),
        ("dont = \"Не ищите сами.\"", "dont = \"\"\"Не ищите\nсами \\\n  # заменить\"\"\""),
    ] {
        assert_eq!(loaded(&changed(SMALL, from, to), STRINGS).report(MessageLanguage::Russian), "", "{to}");
    }
    assert_eq!(loaded(&format!("{SMALL}\n# заменить\n  # заменить"), STRINGS).report(MessageLanguage::Russian), "");
}

#[test]
fn marks_of_a_broken_file_are_found_without_a_panic() {
    for text in ["a = \"x # заменить", "a = [ # заменить", "a # заменить\n[", "# заменить", "a = 1 # заменить"]
    {
        assert!(marks(text).len() <= 1, "{text}");
    }
}

//! Facts that the editor has marked as those of another place: nothing is built while one is left.

use guide_content::markers::marks;
use guide_content::message::MessageLanguage;

use crate::loading::{loaded, refuses};
use crate::small_guide::{SMALL, STRINGS, changed, loaded_with};

#[test]
fn a_mark_is_an_error_at_its_line() {
    for (from, to) in [
        ("place = \"Городок\"", "place = \"Городок\"  # заменить"),
        ("place = \"Городок\"", "place = \"Городок\" #заменить; где это"),
        ("do = \"Позвоните: {phone}.\"\nmessage", "do = \"\"\"\nПозвоните:\n{phone}.\"\"\" # заменить\nmessage"),
        ("[[institution]]\nid = \"school-5\"", "[[institution]] # заменить\nid = \"school-5\""),
        ("label = \"Потерялось\" },", "label = \"Потерялось\" }, # заменить"),
    ] {
        refuses(
            from,
            to,
            to.lines().find(|line| line.contains('#')).expect("a mark"),
            "здесь ещё написано о прежнем месте",
            "# заменить",
        );
    }
    let said = loaded(SMALL, "[page]\nact = \"Надо\" # заменить\n").report(MessageLanguage::Russian);
    assert_eq!(said, "", "the small guide has no words of its own");
    let guide = changed(SMALL, "start = \"start\"", "start = \"start\"\nwords = \"words.toml\"");
    let said = loaded_with(&guide, "[page]\nact = \"Надо\" # заменить\n", "").report(MessageLanguage::Russian);
    assert!(said.starts_with("content/words.toml:2:14: ошибка: здесь ещё"), "{said}");
}

#[test]
fn other_comments_are_no_marks() {
    for (from, to) in [
        ("place = \"Городок\"", "# заменить\nplace = \"Городок\""),
        ("place = \"Городок\"", "place = \"Городок\"  # заменить потом"),
        ("place = \"Городок\"", "place = \"Городок\"  # Заменить"),
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

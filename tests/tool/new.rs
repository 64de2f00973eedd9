//! `guide new`.

use std::path::Path;
use std::process::Output;

use guide_content::templates::TEMPLATES;

use crate::{guide, stderr, stdout};

/// Runs `guide new` for a folder of this name in a folder of its own.
#[track_caller]
fn new_guide(name: &str, arguments: &[&str]) -> (tempfile::TempDir, String, Output) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let new = folder.path().join(name).to_string_lossy().into_owned();
    let output = guide(&[&["new", &new], arguments].concat());
    (folder, new, output)
}

#[test]
fn a_new_guide_is_checked_and_built_in_each_language() {
    for (arguments, lang) in [
        (&[][..], "ru"),
        (&["--empty"], "ru"),
        (&["--lang", "ru"], "ru"),
        (&["--lang", "en"], "en"),
        (&["--lang", "en", "--empty"], "en"),
    ] {
        let (folder, new, output) = new_guide("deep/er/новый", arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", stderr(&output));
        let content = format!("{new}/guide.toml");
        assert!(stdout(&output).contains(&content), "{}", stdout(&output));

        let checked = guide(&["check", "--content", &content]);
        assert_eq!(checked.status.code(), Some(0), "{arguments:?}: {}", stderr(&checked));
        let out = folder.path().join("dist").to_string_lossy().into_owned();
        let built = guide(&["build", "--content", &content, "--out", &out]);
        assert_eq!(built.status.code(), Some(0), "{arguments:?}: {}", stderr(&built));
        let page = std::fs::read_to_string(folder.path().join("dist/index.html")).expect("a page");
        assert!(page.contains(&format!("<html lang=\"{lang}\"")), "{arguments:?}");
    }
}

/// A spare key begins with `#` and no space: with the mark taken away it works.
#[test]
fn the_spare_keys_of_the_commented_templates_work() {
    for template in &TEMPLATES {
        let (_folder, new, _) = new_guide("new", &["--lang", template.lang]);
        let is_spare = |line: &str| line.starts_with('#') && !line.starts_with("# ") && line != "#";
        let spare = template.commented.lines().filter(|line| is_spare(line)).count();
        assert!(spare >= 15, "{}: {spare} spare keys", template.lang);
        let lines = template.commented.lines().map(|line| if is_spare(line) { &line[1..] } else { line });
        let content = format!("{new}/guide.toml");
        std::fs::write(&content, lines.collect::<Vec<_>>().join("\n")).expect("the content");
        let checked = guide(&["check", "--content", &content]);
        assert_eq!(checked.status.code(), Some(0), "{}: {}", template.lang, stderr(&checked));
    }
}

#[test]
fn nothing_that_is_there_is_touched() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("guide.toml");
    std::fs::write(&file, "mine").expect("a file");
    for path in [folder.path(), &file] {
        let output = guide(&["new", &path.to_string_lossy()]);
        assert_eq!(output.status.code(), Some(2), "{}", path.display());
        assert!(stderr(&output).contains("уже есть"), "{}", stderr(&output));
        assert!(stdout(&output).is_empty(), "{}", stdout(&output));
    }
    assert_eq!(std::fs::read_to_string(&file).expect("the file"), "mine");
    assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 1);
}

#[test]
fn a_language_without_a_template_and_a_place_that_cannot_be_written_are_refused() {
    let (_folder, new, output) = new_guide("new", &["--lang", "de"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("«de»") && stderr(&output).contains("ru, en"), "{}", stderr(&output));
    assert!(!Path::new(&new).exists());

    let folder = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(folder.path().join("file"), "").expect("a file");
    let output = guide(&["new", &folder.path().join("file/new").to_string_lossy()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("не создаётся"), "{}", stderr(&output));
}

/// The examples of the reference are together one guide.
#[test]
fn the_examples_of_the_reference_are_a_guide() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let reference = std::fs::read_to_string(root.join("docs/format.ru.md")).expect("the reference");
    let examples: Vec<&str> =
        reference.split("```toml\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    let (phrases, guide_parts) = examples.split_last().expect("examples");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let content = folder.path().join("guide.toml");
    std::fs::write(&content, guide_parts.concat()).expect("the content");
    let none = "[none]\nphrases = '''\nпогода\nкино\n'''\n[line]\nphrases = '''\nтелефон\n'''\n[refused]\nphrases = '''\nне приняли\n'''\n";
    std::fs::write(folder.path().join("phrases.toml"), format!("{phrases}{none}")).expect("the phrases");
    let list =
        reference.split("```text\n").nth(1).and_then(|rest| rest.split("```").next()).expect("a list of changes");
    std::fs::write(folder.path().join("changes.txt"), list).expect("the list of changes");
    for name in ["zayavlenie.pdf", "nomer.svg"] {
        std::fs::copy(root.join("examples/certificates").join(name), folder.path().join(name)).expect("a file");
    }
    let checked = guide(&["check", "--content", &content.to_string_lossy()]);
    assert_eq!(checked.status.code(), Some(0), "{}", stderr(&checked));
    assert_eq!(stderr(&checked), "", "no warning either");
}

/// Every notation of hours in the reference is read.
#[test]
fn the_hours_of_the_reference_are_read() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let reference = std::fs::read_to_string(root.join("docs/format.ru.md")).expect("the reference");
    let table = reference.split("### Часы").nth(1).and_then(|rest| rest.split("\n## ").next()).expect("the table");
    let notations: Vec<&str> = table.lines().filter_map(|line| line.strip_prefix("| `")?.split("` |").next()).collect();
    assert!(notations.len() >= 9, "{notations:?}");
    let (_folder, new, _) = new_guide("new", &[]);
    let content = format!("{new}/guide.toml");
    let text = std::fs::read_to_string(&content).expect("the content");
    for notation in notations {
        let line = |line: &str| match line.starts_with("hours = ") {
            true => format!("hours = '{notation}'"),
            false => line.to_owned(),
        };
        std::fs::write(&content, text.lines().map(line).collect::<Vec<_>>().join("\n")).expect("the content");
        let checked = guide(&["check", "--content", &content]);
        assert_eq!(checked.status.code(), Some(0), "{notation}: {}", stderr(&checked));
    }
}

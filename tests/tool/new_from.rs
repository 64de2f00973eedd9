//! `guide new --from`: another centre's guide as the beginning of one's own.

use std::fs;
use std::path::Path;

use crate::build::files;
use crate::{SMALL, content, guide, stderr, stdout};

#[test]
fn facts_of_the_shipped_guide_are_marked_and_everything_else_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    let new = folder.path().join("наш центр");
    let made = guide(&["new", &new.to_string_lossy(), "--from", "content/ivanovo.toml"]);
    assert_eq!(made.status.code(), Some(0), "{}", stderr(&made));
    let file = new.join("guide.toml");
    let typed = format!("guide serve --content \"{}\"", file.display());
    assert!(stdout(&made).contains(&typed), "{typed}\n{}", stdout(&made));

    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let made_files = files(&new);
    assert_eq!(made_files.keys().collect::<Vec<_>>(), ["guide.toml", "phrases.toml", "words.toml"]);
    assert!(made_files["phrases.toml"] == fs::read(root.join("content/phrases.toml")).expect("the phrases"));
    let text = String::from_utf8(made_files["guide.toml"].clone()).expect("a text");
    let source = fs::read_to_string(root.join("content/ivanovo.toml")).expect("the guide");
    assert!(text.contains("name = \"Горячая линия МОЦ\"  # заменить\n"), "{text}");
    // The marks aside it is the same text, with its comments and its layout.
    let mut lines = source.lines();
    for line in text.lines() {
        let plain = line.replace("# заменить; ", "# ").replace("  # заменить", "");
        let same = lines.find(|line| line.split_whitespace().eq(plain.split_whitespace()));
        assert!(same.is_some(), "«{line}» is not in the source");
    }

    // An error for each, and their number at the end.
    let marks = text.matches("# заменить").count()
        + String::from_utf8_lossy(&made_files["words.toml"]).matches("# заменить").count();
    assert!(marks > 10, "{marks} marks");
    let checked = guide(&["check", "--content", &new.to_string_lossy()]);
    assert_eq!(checked.status.code(), Some(1));
    let report = stderr(&checked);
    assert!(report.contains("ошибка: здесь ещё написано о прежнем месте"), "{report}");
    assert!(
        report.trim_end().lines().last().is_some_and(|line| line.contains(&format!("Осталось вписать своё: {marks} "))),
        "{report}"
    );
    let out = folder.path().join("site");
    let built = guide(&["build", "--content", &new.to_string_lossy(), "--out", &out.to_string_lossy()]);
    assert_eq!((built.status.code(), out.exists()), (Some(1), false), "{}", stderr(&built));
}

#[test]
fn an_archive_of_a_site_is_taken_too_and_an_english_guide_gets_english_marks() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let zip = path("site.zip");
    let built = guide(&["build", "--content", "tests/data/small-en.toml", "--zip", &zip]);
    assert_eq!(built.status.code(), Some(0), "{}", stderr(&built));
    let new = path("ours");
    let made = guide(&["new", &new, "--from", &zip, "--lang", "en"]);
    assert_eq!(made.status.code(), Some(0), "{}", stderr(&made));
    let text = fs::read_to_string(folder.path().join("ours/guide.toml")).expect("the guide");
    let marks = text.matches("# replace").count();
    assert!(marks > 5 && !text.contains("заменить"), "{text}");
    assert!(stdout(&made).contains(&format!("Still to be filled in: {marks} places.")), "{}", stdout(&made));
    assert!(!stdout(&made).chars().any(|letter| matches!(letter, 'а'..='я')), "{}", stdout(&made));
    let checked = guide(&["check", "--content", &new]);
    assert_eq!(checked.status.code(), Some(1));
    assert_eq!(stderr(&checked).matches("пометку «# replace»").count(), marks, "{}", stderr(&checked));
    // With the marks taken away it is a guide.
    fs::write(folder.path().join("ours/guide.toml"), text.replace("  # replace\n", "\n").replace("# replace; ", "# "))
        .expect("the guide");
    let checked = guide(&["check", "--content", &new]);
    assert_eq!((checked.status.code(), stdout(&checked).as_str()), (Some(0), "Ошибок нет\n"), "{}", stderr(&checked));
}

#[test]
fn the_examples_of_a_new_guide_are_listed_and_counted() {
    for (lang, mark) in [("ru", "# впишите своё"), ("en", "# fill in")] {
        for empty in [&[][..], &["--empty"]] {
            let folder = tempfile::tempdir().expect("a folder");
            let new = folder.path().join("new").to_string_lossy().into_owned();
            let made = guide(&[&["new", &new, "--lang", lang], empty].concat());
            assert_eq!(made.status.code(), Some(0), "{}", stderr(&made));
            let file = folder.path().join("new/guide.toml");
            let text = fs::read_to_string(&file).expect("the guide");
            let marks = text.matches(mark).count();
            let checked = guide(&["check", "--content", &new]);
            assert_eq!(checked.status.code(), Some(0), "{}", stderr(&checked));
            assert!(marks >= 8, "{text}");
            assert_eq!(stderr(&checked).matches("предупреждение: здесь ещё стоит пример").count(), marks);
            let said = format!("Ошибок нет\nОсталось вписать своё: {marks} мест");
            assert!(stdout(&checked).starts_with(&said), "{said}: {}", stdout(&checked));

            let filled = text.replace(&format!("{mark}; "), "# ").replace(mark, "");
            fs::write(&file, filled).expect("the guide");
            let checked = guide(&["check", "--content", &new]);
            assert_eq!((stdout(&checked).as_str(), stderr(&checked).matches("пример").count()), ("Ошибок нет\n", 0));
        }
    }
}

#[test]
fn what_cannot_be_a_beginning_leaves_no_folder() {
    let (folder, path) = content(&SMALL.replacen("next = \"lost\"", "next = \"lots\"", 1));
    let inside = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    fs::create_dir(folder.path().join("outside")).expect("a folder");
    fs::write(folder.path().join("phrases.toml"), "[lost]\nphrases = ''\n[hotline]\nphrases = ''\n").expect("phrases");
    let outside = SMALL.replacen("start = \"start\"", "start = \"start\"\nwords = \"../words.toml\"", 1);
    fs::write(folder.path().join("words.toml"), "[page]\nact = \"Надо\"\n").expect("words");
    fs::write(folder.path().join("outside/guide.toml"), outside).expect("a guide");
    fs::write(folder.path().join("other.toml"), "[package]\nname = \"x\"\n").expect("a file");
    let new = inside("deep/new");
    for (from, said) in [
        (path.as_str(), "есть ошибки"),
        (&inside("outside"), "«../words.toml» лежит вне папки"),
        (&inside("other.toml"), "ошибк"),
        (&inside("nowhere.toml"), "нет"),
        (&inside("nowhere.zip"), "нет"),
    ] {
        let output = guide(&["new", &new, "--from", from]);
        assert_eq!(output.status.code(), Some(1), "{from}: {}", stderr(&output));
        assert!(stderr(&output).contains(said) && stdout(&output).is_empty(), "{from}: {}", stderr(&output));
        assert!(!folder.path().join("deep").exists(), "{from}");
    }
    let here = inside("outside");
    let before = files(folder.path());
    let output = guide(&["new", &here, "--from", "tests/data/small.toml"]);
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
    assert!(files(folder.path()) == before, "nothing that is there is touched");
}

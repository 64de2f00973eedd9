//! `guide upgrade`.

use std::fs;
use std::path::Path;

use crate::{guide, stderr, stdout};

/// A folder with the former guide and its files.
fn former() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("a file");
    write("ivanovo.toml", include_str!("../data/old-format/ivanovo.toml"));
    write("ru.toml", include_str!("../data/old-format/ru.toml"));
    write("phrases.toml", include_str!("../../content/phrases.toml"));
    let path = folder.path().join("ivanovo.toml").to_string_lossy().into_owned();
    (folder, path)
}

/// The names and texts of a folder's files.
fn texts(folder: &Path) -> Vec<(String, String)> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file"));
    let mut texts: Vec<(String, String)> = entries
        .map(|entry| {
            (entry.file_name().to_string_lossy().into_owned(), fs::read_to_string(entry.path()).expect("a text"))
        })
        .collect();
    texts.sort();
    texts
}

#[test]
fn the_former_guide_is_upgraded_once_and_its_files_are_kept() {
    let (folder, path) = former();
    let before = texts(folder.path());
    let trial = guide(&["upgrade", "--dry-run", "--content", &path]);
    assert_eq!(trial.status.code(), Some(0), "{}", stderr(&trial));
    assert!(stdout(&trial).contains("раздел [hotline] стал контактом"), "{}", stdout(&trial));
    assert_eq!(texts(folder.path()), before, "a trial writes nothing");

    let output = guide(&["upgrade", "--content", &path]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    for said in
        ["раздел [hotline] стал контактом", "child, born, programme, situation", "ivanovo.toml.bak", "ru.toml.bak"]
    {
        assert!(stdout(&output).contains(said), "{said}\n{}", stdout(&output));
    }
    let after = texts(folder.path());
    let text = |name: &str| &after.iter().find(|(known, _)| known == name).unwrap_or_else(|| panic!("no {name}")).1;
    for (name, former) in before.iter().filter(|(name, _)| name != "phrases.toml") {
        assert_eq!(text(&format!("{name}.bak")), former, "the former file is kept");
        assert_ne!(text(name), former);
    }
    let checked = guide(&["check", "--content", &path]);
    assert_eq!((checked.status.code(), stdout(&checked).as_str()), (Some(0), "Ошибок нет\n"), "{}", stderr(&checked));

    let again = guide(&["upgrade", "--content", &path]);
    assert_eq!(again.status.code(), Some(0), "{}", stderr(&again));
    assert!(stdout(&again).contains("менять нечего"), "{}", stdout(&again));
    assert_eq!(texts(folder.path()), after, "the second time nothing is written");
}

#[test]
fn an_earlier_copy_is_not_overwritten() {
    let (folder, path) = former();
    fs::write(folder.path().join("ivanovo.toml.bak"), "моё").expect("a file");
    assert_eq!(guide(&["upgrade", "--content", &path]).status.code(), Some(0));
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).expect("a text");
    assert_eq!(read("ivanovo.toml.bak"), "моё");
    assert_eq!(read("ivanovo.toml.bak2"), include_str!("../data/old-format/ivanovo.toml"));
}

#[cfg(unix)]
#[test]
fn the_files_can_still_be_read_by_others() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, path) = former();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o664)).expect("permissions");
    assert_eq!(guide(&["upgrade", "--content", &path]).status.code(), Some(0));
    assert_eq!(fs::metadata(&path).expect("the file").permissions().mode() & 0o777, 0o664);
}

#[test]
fn a_broken_or_missing_file_is_reported_and_left_alone() {
    let (folder, path) = former();
    fs::write(&path, "start = \"a\n").expect("a file");
    let before = texts(folder.path());
    let output = guide(&["upgrade", "--content", &path]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("ivanovo.toml:1:9: ошибка: текст начат кавычкой"), "{}", stderr(&output));
    fs::write(&path, include_str!("../data/old-format/ivanovo.toml")).expect("a file");
    fs::write(folder.path().join("ru.toml"), "[page").expect("a file");
    let output = guide(&["upgrade", "--content", &path]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("ru.toml:1:6: ошибка"), "{}", stderr(&output));
    assert_eq!(texts(folder.path()).len(), before.len(), "no copies");
    let output = guide(&["upgrade", "--content", "content/nowhere.toml"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("файла content/nowhere.toml нет"), "{}", stderr(&output));
}

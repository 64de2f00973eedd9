//! `guide verify FOLDER`: a site before it is uploaded.

use std::fs;
use std::path::Path;

use super::{site, verify};
use crate::{stderr, stdout};

/// A folder with the built site, in which something is changed; what is printed of it, and the exit code.
fn checked(change: impl Fn(&Path)) -> (Option<i32>, String) {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, bytes) in site() {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }
    change(folder.path());
    let output = verify(&folder.path().to_string_lossy());
    (output.status.code(), stdout(&output) + &stderr(&output))
}

#[track_caller]
fn assert_found(code: i32, words: &[&str], change: impl Fn(&Path)) {
    let (found, said) = checked(change);
    assert_eq!(found, Some(code), "{said}");
    for word in words {
        assert!(said.contains(word), "«{word}» in:\n{said}");
    }
}

#[test]
fn a_built_folder_has_nothing_to_mend() {
    assert_found(
        0,
        &["байт в байт", "настройки для серверов подходят", "guide verify https://", "Всё в порядке."],
        |_| {},
    );
}

#[test]
fn what_is_wrong_in_a_folder_is_found() {
    let remove = |name: &'static str| move |folder: &Path| fs::remove_file(folder.join(name)).expect("it is there");
    assert_found(1, &["не хватает файлов: map/index.html", "guide build"], remove("map/index.html"));
    assert_found(1, &["не хватает файлов: embed/picture.png"], remove("embed/picture.png"));
    assert_found(
        0,
        &["нет настроек для серверов: .htaccess", "имена с точки"],
        |folder| {
            fs::remove_file(folder.join(".htaccess")).expect("it is there");
            // Who loses names that begin with a dot loses all of them.
            fs::remove_file(folder.join(".guide-files")).expect("it is there");
        },
    );
    assert_found(
        1,
        &["содержимое не то, что собрано", "embed.js", "сжатые копии — не от этих файлов"],
        |folder| {
            fs::write(folder.join("embed.js"), "other").expect("a file");
        },
    );
    assert_found(
        1,
        &["сжатые копии — не от этих файлов", "index.html.br", ".br и .gz"],
        |folder| {
            fs::copy(folder.join("map/index.html.br"), folder.join("index.html.br")).expect("a file");
        },
    );
    assert_found(1, &["от другой версии сайта", "nginx.conf"], |folder| {
        let text = fs::read_to_string(folder.join("nginx.conf")).expect("a text");
        fs::write(folder.join("nginx.conf"), text.replace("'sha256-", "'sha256-Old")).expect("a file");
    });
}

#[test]
fn a_folder_without_a_site_gets_a_sentence() {
    let folder = tempfile::tempdir().expect("a folder");
    for worker in [
        None,
        Some("self.addEventListener('fetch', () => {});"),
        Some("const VERSION = \"1\";\nconst FILES = {\"../a\":\"b\"};"),
    ] {
        if let Some(worker) = worker {
            fs::write(folder.path().join("sw.js"), worker).expect("a file");
        }
        let output = verify(&folder.path().to_string_lossy());
        assert_eq!((output.status.code(), stdout(&output)), (Some(1), String::new()), "{worker:?}");
        assert!(stderr(&output).contains("не папка готового сайта"), "{}", stderr(&output));
    }
}

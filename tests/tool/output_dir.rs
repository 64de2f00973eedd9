//! `guide build --out`: which folders it accepts, and which files it leaves alone.

use std::fs;
use std::path::Path;

use crate::build::files;
use crate::{SMALL, content, guide, stderr, stdout};

#[track_caller]
fn assert_refused(path: &str, out: &Path, word: &str) {
    let output = guide(&["build", "--content", path, "--out", &out.to_string_lossy()]);
    assert_eq!(output.status.code(), Some(2), "{}: {}", out.display(), stderr(&output));
    assert!(stderr(&output).contains(word) && stdout(&output).is_empty(), "{}: {}", out.display(), stderr(&output));
}

#[test]
fn a_folder_with_other_files_is_refused() {
    let (folder, path) = content(SMALL);
    let root = folder.path().join("www");
    fs::create_dir_all(root.join("uploads")).expect("a folder");
    fs::write(root.join("index.html"), "somebody's page").expect("a page");
    fs::write(root.join("uploads/photo.jpg"), "a photo").expect("a file");
    let before = files(&root);
    assert_refused(&path, &root, "--out ПАПКА");
    assert!(files(&root) == before && fs::read_dir(&root).expect("a folder").count() == 2);

    for folder in [concat!(env!("CARGO_MANIFEST_DIR"), "/../.."), ".", "src"] {
        assert_refused(&path, Path::new(folder), "не пуста");
    }
    assert_refused(&path, &root.join("index.html"), "файл, а нужна папка");
    assert_refused(&path, &root.join("index.html/site"), "не открывается");
}

#[cfg(unix)]
#[test]
fn a_symlink_is_judged_by_its_target() {
    let (folder, path) = content(SMALL);
    let link = folder.path().join("link");
    std::os::unix::fs::symlink(folder.path().join("nowhere"), &link).expect("a link");
    assert_refused(&path, &link, "ссылка на папку, которой нет");
    fs::create_dir(folder.path().join("nowhere")).expect("a folder");
    fs::write(folder.path().join("nowhere/notes.txt"), "").expect("a file");
    assert_refused(&path, &link, "не пуста");
}

#[test]
fn files_of_others_stay_and_stale_files_are_removed() {
    let (folder, path) = content(SMALL);
    let out = folder.path().join("www");
    fs::create_dir(&out).expect("an empty folder is taken");
    let build = || guide(&["build", "--content", &path, "--out", &out.to_string_lossy()]);
    let built = build();
    assert_eq!(built.status.code(), Some(0), "{}", stderr(&built));
    let first = files(&out);
    let file_list = String::from_utf8(first[".guide-files"].clone()).expect("a list");
    let names: Vec<&str> = first.keys().map(String::as_str).filter(|name| *name != ".guide-files").collect();
    assert_eq!(file_list.lines().collect::<Vec<_>>(), names, "the list names each file, in order");

    // A stale page, and files of somebody else.
    let foreign_files = ["robots.txt", "map/photo.jpg", ".well-known/proof"];
    for name in ["old/index.html"].iter().chain(&foreign_files) {
        fs::create_dir_all(out.join(name).parent().expect("a folder")).expect("folders");
        fs::write(out.join(name), *name).expect("a file");
    }
    fs::write(out.join(".guide-files"), file_list + "old/index.html\n").expect("the list");
    let built = build();
    assert_eq!(built.status.code(), Some(0), "{}", stderr(&built));
    assert!(!out.join("old").exists(), "what is stale is gone");
    let mut second = files(&out);
    for name in foreign_files {
        assert_eq!(second.remove(name).as_deref(), Some(name.as_bytes()));
    }
    assert!(second == first, "all else is the same site, and nothing is left lying about");
}

//! The tool for Windows, under Wine: it makes the same bytes as the one for Linux.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use crate::{ROOT, VERSION, assert_same_files, handed_out, run, tool};

/// A Windows of its own, which the tests share, below the folder of what is built.
fn windows() -> &'static Path {
    static WINDOWS: OnceLock<PathBuf> = OnceLock::new();
    WINDOWS.get_or_init(|| {
        let folder = fs::canonicalize(ROOT).expect("the folder").join("target/wine");
        if !folder.join("drive_c/windows/system32/bcryptprimitives.dll").is_file() {
            run(wine(&folder, "wineboot").arg("--init"), 0);
            run(wine(&folder, "wineserver").arg("--wait"), 0);
            run(
                Command::new("x86_64-w64-mingw32-gcc")
                    .args(["-shared", "-O2", "-o"])
                    .arg(folder.join("drive_c/windows/system32/bcryptprimitives.dll"))
                    .arg(Path::new(ROOT).join("tests/release/wine/bcryptprimitives.c"))
                    .arg("-ladvapi32"),
                0,
            );
        }
        folder
    })
}

/// A command of Wine in such a folder. It finds paths with letters outside of ASCII in a locale of UTF-8 alone, and asks for no screen.
fn wine(windows: &Path, command: &str) -> Command {
    let mut wine = Command::new(command);
    wine.env("WINEPREFIX", windows)
        .env("WINEDEBUG", "-all")
        .env("WINEDLLOVERRIDES", "mscoree,mshtml=")
        .env("LC_ALL", "C.UTF-8")
        .env_remove("DISPLAY");
    wine
}

/// Runs the tool in a folder, and gives what it prints; it must end with this code.
#[track_caller]
fn guide(folder: &Path, arguments: &[&str], code: i32) -> String {
    let mut command = wine(windows(), "wine");
    command.current_dir(folder).arg(handed_out("guide.exe")).args(arguments);
    let output = command.output().expect("wine can be started");
    let said = crate::printed(&output);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}\n{said}");
    said
}

/// A path as Windows has it, by the drive that Wine shows this machine's root as.
fn on_drive(path: &Path) -> String {
    format!("Z:{}", path.to_string_lossy().replace('/', "\\"))
}

#[test]
fn the_site_is_the_same_as_on_linux() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let content = folder.path().join("Мой справочник/содержание");
    fs::create_dir_all(&content).expect("a folder");
    // As an editor of Windows saves it.
    for name in ["ivanovo.toml", "phrases.toml", "words.toml"] {
        let Ok(text) = fs::read_to_string(Path::new(ROOT).join("content").join(name)) else { continue };
        fs::write(content.join(name), text.replace('\n', "\r\n")).expect("a file");
    }
    let file = content.join("ivanovo.toml");
    let (ours, theirs) = (folder.path().join("сайт с Linux"), folder.path().join("сайт с Windows"));
    let zips = [folder.path().join("linux.zip"), folder.path().join("из Windows.zip")];
    run(
        Command::new(tool()).args(["build", "--content"]).arg(&file).arg("--out").arg(&ours).arg("--zip").arg(&zips[0]),
        0,
    );
    let said = guide(
        folder.path(),
        &["build", "--content", &on_drive(&file), "--out", "сайт с Windows", "--zip", &on_drive(&zips[1])],
        0,
    );
    assert!(said.contains("Готово"), "{said}");
    assert_same_files(&ours, &theirs);
    assert!(fs::read(&zips[0]).expect("an archive") == fs::read(&zips[1]).expect("an archive"), "the archives differ");
}

#[test]
fn a_guide_is_begun_checked_and_asked() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    assert_eq!(guide(folder.path(), &["--version"], 0).trim(), format!("guide {VERSION}"));
    let said = guide(folder.path(), &["new", "Новый справочник"], 0);
    assert!(said.contains("guide serve --content \"Новый справочник\\guide.toml\""), "{said}");
    assert!(folder.path().join("Новый справочник/guide.toml").is_file());
    let content = "Новый справочник\\guide.toml";
    assert!(guide(folder.path(), &["check", "--content", content], 0).contains("Ошибок нет"));
    assert!(guide(folder.path(), &["paths", "--content", content], 0).contains("start"));
    let status = guide(folder.path(), &["status", "--content", content, "--at", "2026-11-24T12:00:00+03:00"], 0);
    assert!(status.contains("\"open\""), "{status}");
    let said = guide(folder.path(), &["new", "Новый справочник"], 2);
    assert!(said.contains("уже есть"), "{said}");
    let said = guide(folder.path(), &["check", "--content", "нет.toml"], 1);
    assert!(said.contains("файла нет.toml нет"), "{said}");
}

/// A drive's root is never built into, even where it is empty, as that of a new stick is.
#[test]
fn the_root_of_a_drive_is_refused() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let content = on_drive(&fs::canonicalize(Path::new(ROOT).join("content/ivanovo.toml")).expect("a file"));
    let empty = folder.path().join("stick");
    fs::create_dir(&empty).expect("a folder");
    let drive = windows().join("dosdevices/x:");
    _ = fs::remove_file(&drive);
    std::os::unix::fs::symlink(&empty, &drive).expect("a drive");
    for root in ["X:\\", "X:/", "x:\\.", "C:\\", "\\\\?\\X:\\"] {
        let said = guide(folder.path(), &["build", "--content", &content, "--out", root], 2);
        assert!(said.contains("весь диск"), "{root}: {said}");
    }
    assert_eq!(fs::read_dir(&empty).expect("the folder").count(), 0);
    guide(folder.path(), &["build", "--content", &content, "--out", "X:\\site"], 0);
    assert!(empty.join("site/index.html").is_file());
}

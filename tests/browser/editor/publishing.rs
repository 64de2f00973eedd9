//! What the tests do to publish, and the archive that comes of it.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::Command;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::Value;
use tempfile::TempDir;
use zip::ZipArchive;

use super::{set_value, tap_named, word};
use crate::support::Page;
use crate::support::engine::Engine;

/// The note that only the archive has.
pub const NOTE: &str = "kak-vylozhit.txt";

/// The files of an archive by their paths.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Fills in the form of the panel for publishing, which is open, and has the archive prepared.
#[track_caller]
pub fn prepare(page: &Page, date: &str, who: &str, why: &str) {
    for (id, text) in [("publish-why", why), ("publish-who", who)] {
        super::write(page, id, text);
    }
    set_value(page, "publish-date", date);
    tap_named(page, "#form button", word("publish", "prepare"));
    wait_for_archive(page);
}

/// Waits until an archive can be saved.
#[track_caller]
pub fn wait_for_archive(engine: &dyn Engine) {
    engine.wait_until("document.getElementById('publish-save')?.disabled === false", "the archive");
}

/// An init script that takes away the dialog for saving, as Firefox has none.
pub const NO_DIALOG: &str = "delete window.showSaveFilePicker";

/// An init script with a dialog for saving that a person answers by a name of their own. What is written into the file is kept.
pub const DIALOG: &str = "window.showSaveFilePicker = async ({ suggestedName }) => {
    self.suggestedName = suggestedName;
    if (self.cancelled) throw new DOMException('', 'AbortError');
    return { name: 'my.zip', createWritable: async () => ({
        write: async (bytes) => { self.written = bytes },
        close: async () => { self.saved = self.written },
    }) };
}";

/// The bytes that were saved by [`DIALOG`].
#[track_caller]
pub fn saved_bytes(page: &Page) -> Vec<u8> {
    page.wait_until("self.saved", "a saved file");
    let text = page.eval(
        "new Promise((done, fail) => {
            const reader = new FileReader();
            reader.onload = () => done(reader.result.slice(reader.result.indexOf(',') + 1));
            reader.onerror = fail;
            reader.readAsDataURL(new Blob([self.saved]));
        })",
    );
    BASE64_STANDARD.decode(text.as_str().expect("a text")).expect("base64")
}

/// The files of an archive. Each has a name of ASCII, which no program for archives garbles, and stands there once.
#[track_caller]
pub fn unzip(bytes: Vec<u8>) -> Files {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut files = Files::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).expect("an entry");
        let name = entry.name().expect("a name in UTF-8").into_owned();
        assert!(name.is_ascii() && !name.contains(['\\', ' ']), "{name}");
        let mut content = Vec::new();
        entry.read_to_end(&mut content).expect("its content");
        assert!(files.insert(name.clone(), content).is_none(), "{name} is there twice");
    }
    files
}

/// Builds the content of an archive by the tool, and asserts that it makes the same files. Returns the folder with the tool's site.
#[track_caller]
pub fn assert_equals_tool(files: &Files) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let index: Value = serde_json::from_slice(&files["content/index.json"]).expect("an index");
    for (path, place) in index["files"].as_object().expect("its files") {
        let place = place.as_str().expect("a path");
        let path = folder.path().join("content").join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, &files[place]).expect("a file");
    }
    let out = folder.path().join("site");
    let guide = folder.path().join("content").join(index["guide"].as_str().expect("a path"));
    let mut build = Command::new(env!("CARGO_BIN_EXE_guide"));
    let done = build.args(["build", "--content"]).arg(guide).arg("--out").arg(&out).output();
    let done = done.expect("`guide build` starts");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));

    let built = read_folder(&out);
    // The tool compresses in advance for hosts that can serve it; an archive would be twice as large by that. Its own list of what it
    // has written into the folder is no file of the site.
    let is_beside = |path: &String| {
        path.strip_suffix(".br").or(path.strip_suffix(".gz")).is_some_and(|plain| built.contains_key(plain))
            || path == ".guide-files"
    };
    let ours: Vec<&String> = files.keys().filter(|path| *path != NOTE).collect();
    let theirs: Vec<&String> = built.keys().filter(|path| !is_beside(path)).collect();
    let missing: Vec<_> = theirs.iter().filter(|path| !ours.contains(path)).collect();
    let more: Vec<_> = ours.iter().filter(|path| !theirs.contains(path)).collect();
    assert!(missing.is_empty() && more.is_empty(), "not in the archive: {missing:?}; only there: {more:?}");
    let different: Vec<_> = ours.into_iter().filter(|path| files[*path] != built[*path]).collect();
    assert!(different.is_empty(), "{different:?} are not those of the tool");
    folder
}

/// All files of a folder by their paths from there.
fn read_folder(folder: &Path) -> Files {
    fn visit(folder: PathBuf, path: &str, files: &mut Files) {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let path = format!("{path}{}", entry.file_name().to_str().expect("a name"));
            match entry.file_type().expect("a kind").is_dir() {
                true => visit(entry.path(), &format!("{path}/"), files),
                false => _ = files.insert(path, fs::read(entry.path()).expect("a file")),
            }
        }
    }
    let mut files = Files::new();
    visit(folder.to_owned(), "", &mut files);
    files
}

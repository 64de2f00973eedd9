//! Two sites and a folder that holds the first, for tests.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::{File, Rename, install};
use crate::output_dir::OutputDir;

/// All files below a folder with their bytes, and its empty folders with none.
pub fn tree(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() && !path.is_symlink() {
            let below = tree(&path);
            if below.is_empty() {
                found.insert(path, Vec::new());
            } else {
                found.extend(below);
            }
        } else {
            let bytes = fs::read(&path).expect("a file");
            found.insert(path, bytes);
        }
    }
    found
}

/// Installs files, given as texts, into a folder. The error is the Russian sentence.
pub fn install_site(out: &Path, files: &[(&str, &str)], rename: Rename) -> Result<(), String> {
    let files: Vec<File> = files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes())).collect();
    let dir = OutputDir::open(out).map_err(|why| why.ru)?;
    install(&dir, &files, rename).map_err(|why| why.ru)
}

/// The files of an earlier site.
pub const OLD: [(&str, &str); 4] = [
    ("index.html", "old"),
    ("assets/guide-1.js", "one"),
    ("map/index.html", "map"),
    ("print/poster/index.html", "old"),
];
/// The files of the site that replaces it.
pub const NEW: [(&str, &str); 4] =
    [("index.html", "new"), ("assets/guide-2.js", "two"), ("embed/index.html", "embed"), ("sw.js", "worker")];

/// A folder with the site [`OLD`] and two files of somebody else.
pub fn old_site() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    install_site(folder.path(), &OLD, &|from, to| fs::rename(from, to)).expect("the old site");
    fs::write(folder.path().join("robots.txt"), "somebody else's").expect("a file");
    fs::write(folder.path().join("map/photo.jpg"), "somebody else's").expect("a file");
    folder
}

//! A served folder whose content can be replaced, as an upload does.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// A folder that is served, with an uploaded site.
pub struct Deployment {
    folder: TempDir,
}

impl Deployment {
    pub fn new(site: &Path) -> Deployment {
        let deployment = Deployment { folder: TempDir::new().expect("a folder") };
        copy(site, deployment.folder());
        deployment
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Replaces the site by another one.
    pub fn replace(&self, site: &Path) {
        for entry in fs::read_dir(self.folder()).expect("the folder").flatten() {
            let path = entry.path();
            if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }.expect("an old file");
        }
        copy(site, self.folder());
    }

    /// Changes a text file.
    pub fn edit(&self, file: &str, edit: impl Fn(String) -> String) {
        let path = self.folder().join(file);
        let text = fs::read_to_string(&path).expect("a text file");
        fs::write(path, edit(text)).expect("a file");
    }

    /// Simulates an unfinished upload: the worker and every second file are of the other site.
    pub fn replace_partially(&self, site: &Path) {
        for (number, file) in files(site).into_iter().enumerate() {
            if number % 2 == 0 || file.ends_with("sw.js") {
                let target = self.folder().join(&file);
                fs::create_dir_all(target.parent().expect("a file lies in a folder")).expect("a folder");
                fs::copy(site.join(&file), target).expect("a file");
            }
        }
    }
}

/// Copies the content of a folder into another.
pub fn copy(from: &Path, to: &Path) {
    for file in files(from) {
        let target = to.join(&file);
        fs::create_dir_all(target.parent().expect("a file lies in a folder")).expect("a folder");
        fs::copy(from.join(&file), target).expect("a file");
    }
}

/// The files below a folder, by relative path, sorted.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let (path, name) = (entry.path(), PathBuf::from(entry.file_name()));
        if path.is_dir() {
            found.extend(files(&path).into_iter().map(|file| name.join(file)));
        } else {
            found.push(name);
        }
    }
    found.sort();
    found
}

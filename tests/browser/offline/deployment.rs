//! A served folder whose content can be replaced, as an upload does.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::support::files::{copy, files};

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

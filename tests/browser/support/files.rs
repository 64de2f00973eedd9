//! Files between the page and the disk: chosen in a field, dropped on the page, downloaded. And folders of them.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::json;

use super::page::{DEADLINE, Page};

impl Page {
    /// Chooses a file in a field for files, as the dialog of the browser does.
    #[track_caller]
    pub fn choose_file(&self, sel: &str, path: &Path) {
        let element = format!("document.querySelector({})", json!(sel));
        let object = self.call("Runtime.evaluate", json!({ "expression": element }))["result"]["objectId"].clone();
        self.call("DOM.setFileInputFiles", json!({ "objectId": object, "files": [path] }));
    }

    /// Drags a file to a point of the viewport and drops it there.
    #[track_caller]
    pub fn drop_file(&self, (x, y): (u32, u32), path: &Path) {
        let data = json!({ "items": [], "files": [path], "dragOperationsMask": 1 });
        for kind in ["dragEnter", "dragOver", "drop"] {
            self.call("Input.dispatchDragEvent", json!({ "type": kind, "x": x, "y": y, "data": data }));
        }
    }

    /// Has downloads of this page saved into a folder, without asking.
    #[track_caller]
    pub fn download_into(&self, folder: &Path) {
        let mut params = json!({ "behavior": "allow", "downloadPath": folder });
        if let Some(context) = &self.context {
            params["browserContextId"] = json!(context);
        }
        self.call("Browser.setDownloadBehavior", params);
    }

    /// Waits for the only file of a folder for downloads. It has its own name only when it is complete.
    #[track_caller]
    pub fn wait_for_download(&self, folder: &Path) -> PathBuf {
        let deadline = Instant::now() + DEADLINE;
        loop {
            let entries = fs::read_dir(folder).expect("the folder").flatten();
            let files: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
            let is_complete = |path: &PathBuf| path.extension().is_some_and(|ending| ending != "crdownload");
            if let [file] = &files[..]
                && is_complete(file)
            {
                return file.clone();
            }
            assert!(Instant::now() < deadline, "no file was downloaded: {files:?}");
            self.pump_events(Duration::from_millis(20));
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
pub fn files(folder: &Path) -> Vec<PathBuf> {
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

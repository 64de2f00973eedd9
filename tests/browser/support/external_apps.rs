//! Stand-ins for the phone and mail apps and for the downloads folder, which record what a browser hands to them.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// A folder with a stand-in for `xdg-open` and a folder for downloads.
pub struct ExternalApps {
    folder: TempDir,
}

impl ExternalApps {
    pub fn new() -> ExternalApps {
        let apps = ExternalApps { folder: TempDir::new().expect("a temporary folder") };
        for folder in [apps.path_folder(), apps.downloads()] {
            fs::create_dir(folder).expect("the folder takes folders");
        }
        // Each URL is written to a file of its own, which is moved into place, so that none is read half-written.
        let script = format!(
            "#!/bin/sh\nfile=$(mktemp '{0}/opening.XXXXXX') && printf %s \"$1\" >\"$file\" && mv \"$file\" \"$file.opened\"\n",
            apps.folder.path().display()
        );
        fs::write(apps.opener(), script).expect("the folder takes a file");
        fs::set_permissions(apps.opener(), PermissionsExt::from_mode(0o755)).expect("a file of one's own");
        apps
    }

    /// The folder to put first on a browser's `PATH`.
    pub fn path_folder(&self) -> PathBuf {
        self.folder.path().join("programs")
    }

    /// The program that opens a URL, under the name that desktops use.
    pub fn opener(&self) -> PathBuf {
        self.path_folder().join("xdg-open")
    }

    pub fn downloads(&self) -> PathBuf {
        self.folder.path().join("downloads")
    }

    /// The URLs that were opened since the last call.
    #[track_caller]
    pub fn take_opened(&self) -> Vec<String> {
        take(self.folder.path(), |name, _| name.ends_with(".opened")).into_iter().map(|(_, text)| text).collect()
    }

    /// The calendar files that were downloaded completely since the last call, by name and text.
    #[track_caller]
    pub fn take_calendars(&self) -> Vec<(String, String)> {
        take(&self.downloads(), |name, text| name.ends_with(".ics") && text.ends_with("END:VCALENDAR\r\n"))
    }
}

/// Removes the wanted files and returns their names and texts.
#[track_caller]
fn take(folder: &Path, is_wanted: impl Fn(&str, &str) -> bool) -> Vec<(String, String)> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let files = entries.filter_map(|entry| {
        let path = entry.ok()?.path();
        let (name, text) = (path.file_name()?.to_str()?.to_owned(), fs::read_to_string(&path).ok()?);
        is_wanted(&name, &text).then(|| fs::remove_file(&path).ok())??;
        Some((name, text))
    });
    files.collect()
}

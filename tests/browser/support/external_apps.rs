//! What a browser hands over to the rest of the computer: addresses to other programs, and files to the folder of downloads.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// Takes the places of the phone, the mail program and the person's folder of downloads.
pub struct System {
    folder: TempDir,
}

impl System {
    pub fn new() -> System {
        let system = System { folder: TempDir::new().expect("a temporary folder") };
        for folder in [system.programs(), system.downloads()] {
            fs::create_dir(folder).expect("the folder takes folders");
        }
        // One file for each address, put there whole, so that none is read half-written.
        let script = format!(
            "#!/bin/sh\nfile=$(mktemp '{0}/opening.XXXXXX') && printf %s \"$1\" >\"$file\" && mv \"$file\" \"$file.opened\"\n",
            system.folder.path().display()
        );
        fs::write(system.opener(), script).expect("the folder takes a file");
        fs::set_permissions(system.opener(), PermissionsExt::from_mode(0o755)).expect("a file of one's own");
        system
    }

    /// The folder to put first on a browser's `PATH`.
    pub fn programs(&self) -> PathBuf {
        self.folder.path().join("programs")
    }

    /// The program that opens an address, by the name under which desktops have it.
    pub fn opener(&self) -> PathBuf {
        self.programs().join("xdg-open")
    }

    pub fn downloads(&self) -> PathBuf {
        self.folder.path().join("downloads")
    }

    /// The addresses that have been opened since this was last asked.
    #[track_caller]
    pub fn take_opened(&self) -> Vec<String> {
        take(self.folder.path(), |name, _| name.ends_with(".opened")).into_iter().map(|(_, text)| text).collect()
    }

    /// The calendars that have been downloaded whole since this was last asked, by name, with their text.
    #[track_caller]
    pub fn take_calendars(&self) -> Vec<(String, String)> {
        take(&self.downloads(), |name, text| name.ends_with(".ics") && text.ends_with("END:VCALENDAR\r\n"))
    }
}

/// Takes the wanted files away, by name and text.
#[track_caller]
fn take(folder: &Path, wanted: impl Fn(&str, &str) -> bool) -> Vec<(String, String)> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let files = entries.filter_map(|entry| {
        let path = entry.ok()?.path();
        let (name, text) = (path.file_name()?.to_str()?.to_owned(), fs::read_to_string(&path).ok()?);
        wanted(&name, &text).then(|| fs::remove_file(&path).ok())??;
        Some((name, text))
    });
    files.collect()
}

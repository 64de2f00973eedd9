//! Somebody else's page on a host of its own: the guide is a guest there.

use std::path::Path;

use tempfile::TempDir;

use super::host::Host;

/// A page that is not ours; another port is another origin.
pub struct School {
    pub host: Host,
    _folder: TempDir,
}

impl School {
    /// A page with this body.
    pub fn with(body: &str) -> School {
        School::strict(body, &[])
    }

    /// A page with this body, sent with these headers.
    pub fn strict(body: &str, headers: &[(&str, &str)]) -> School {
        let page = format!(
            "<!doctype html><html lang=ru><meta charset=utf-8><meta name=viewport content='width=device-width'>\
             <link rel=icon href='data:,'><title>Школа</title><body topmargin=0 leftmargin=0 rightmargin=0 bottommargin=0>{body}"
        );
        let folder = TempDir::new().expect("a temporary folder");
        write(folder.path(), "index.html", &page);
        School { host: Host::mounted(folder.path(), "", headers), _folder: folder }
    }

    /// One more file on the same host.
    pub fn and(self, name: &str, text: &str) -> School {
        write(self._folder.path(), name, text);
        self
    }
}

fn write(folder: &Path, name: &str, text: &str) {
    std::fs::write(folder.join(name), text).expect("a file of the school");
}

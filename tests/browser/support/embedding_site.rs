//! A page of another site, on a server of its own, that embeds the guide.

use std::path::Path;

use tempfile::TempDir;

use super::host::Host;

/// A site that embeds the guide, for instance a school's. Another port is another origin.
pub struct EmbeddingSite {
    pub host: Host,
    _folder: TempDir,
}

impl EmbeddingSite {
    /// A site whose page has this body.
    pub fn new(body: &str) -> EmbeddingSite {
        EmbeddingSite::with_headers(body, &[])
    }

    /// A site whose page has this body and is sent with these headers.
    pub fn with_headers(body: &str, headers: &[(&str, &str)]) -> EmbeddingSite {
        let page = format!(
            "<!doctype html><html lang=ru><meta charset=utf-8><meta name=viewport content='width=device-width'>\
             <link rel=icon href='data:,'><title>Школа</title><body topmargin=0 leftmargin=0 rightmargin=0 bottommargin=0>{body}"
        );
        let folder = TempDir::new().expect("a temporary folder");
        write(folder.path(), "index.html", &page);
        EmbeddingSite { host: Host::serve_at(folder.path(), "", headers), _folder: folder }
    }

    /// Adds a file to the same server.
    pub fn with_file(self, name: &str, text: &str) -> EmbeddingSite {
        write(self._folder.path(), name, text);
        self
    }
}

fn write(folder: &Path, name: &str, text: &str) {
    std::fs::write(folder.join(name), text).expect("a file of the embedding site");
}

//! The editor's own files, which it can't contain: it fetches them from the site to put them into the new one.

use guide_studio_model::Bytes;

use crate::site_content::fetch_bytes;

/// Those files of the editor that are copied as they are, from the site's folder. Its page and its worker are made anew.
const PATHS: [&str; 5] =
    ["editor/app.js", "editor/app.wasm", "editor/editor.css", "editor/worker.js", "editor/worker.wasm"];

/// Fetches them from the site at this address, each with its path. `None` where one is missing.
pub async fn fetch(site: &str) -> Option<Vec<(String, Bytes)>> {
    let mut files = Vec::new();
    for path in PATHS {
        files.push((path.to_owned(), Bytes(fetch_bytes(&format!("{site}{path}")).await?)));
    }
    Some(files)
}

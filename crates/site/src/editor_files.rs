//! The editor as files of the site, in a folder of its own.
//!
//! Their names have no hash, so that the editor finds them when it makes a site itself. Its service worker has their hashes instead: it
//! keeps all of them or none, so that all are of one version, and the editor works without a network once it was opened.

use std::collections::BTreeMap;

use guide_core::guide::Guide;
use guide_core::pages::{CONTENT_FOLDER, EDITOR_FOLDER, UPDATE_SCRIPT};

use crate::assets::Assets;
use crate::file::File;
use crate::hashes::{integrity, version};
use crate::policy::editor_policy;
use crate::script_payload::is_script_payload;
use crate::site_error::SiteError;
use crate::template::fill;

/// The editor's own files that lie in its folder as they are. They are not in the pack of the assets: an editor that makes a site fetches
/// each from its own folder, and inserts it into the assets at its [`asset_path`].
pub const COPIED: [&str; 5] = ["app.js", "app.wasm", "editor.css", "worker.js", "worker.wasm"];

/// The pack of all other assets, in the editor's folder.
pub const PACK: &str = "assets.bin";

/// The path of one of [`COPIED`] among the assets.
pub fn asset_path(name: &str) -> String {
    format!("program/editor/{name}")
}

/// The editor's files. `files` are all others of the site.
pub fn editor_files(guide: &Guide, files: &[File], assets: &Assets) -> Result<Vec<File>, SiteError> {
    let page = assets.text(&asset_path("index.html"))?;
    let mut editor = Vec::new();
    for name in COPIED {
        editor.push(file(name, assets.file(&asset_path(name))?));
    }
    editor.push(file(PACK, assets.pack()));
    let loaded: usize = editor.iter().filter(|file| is_counted(&file.path)).map(|file| file.bytes.len()).sum();
    let values = [
        ("EDITOR_GUIDE", &*escaped(&guide.site.name)),
        ("EDITOR_POLICY", &*editor_policy(assets)?),
        ("EDITOR_BYTES", &*loaded.to_string()),
    ];
    editor.push(file("index.html", fill(page, &values)?));
    let kept = editor.iter().chain(files.iter().filter(|file| is_used_by_editor(&file.path)));
    let worker = worker(assets.text(&asset_path("sw.js"))?, kept)?;
    editor.push(file("sw.js", worker));
    Ok(editor)
}

/// Whether the bar that shows how far loading is counts the bytes of a file.
fn is_counted(path: &str) -> bool {
    path.ends_with(".wasm") || path.ends_with(PACK)
}

fn file(name: &str, bytes: impl Into<Vec<u8>>) -> File {
    File::new(format!("{EDITOR_FOLDER}{name}"), bytes)
}

/// Whether the editor or the pages in its previews load a file of the site: the content, the programs for the phone, what the search has
/// learned.
fn is_used_by_editor(path: &str) -> bool {
    let is_program = path.starts_with("assets/guide-") || path.starts_with("assets/find-");
    path.starts_with(CONTENT_FOLDER)
        || (is_program && !is_script_payload(path))
        || ["icon.svg", "print.js", UPDATE_SCRIPT].contains(&path)
}

/// The editor's service worker, which keeps these files.
fn worker<'f>(script: &str, kept: impl Iterator<Item = &'f File>) -> Result<String, SiteError> {
    let list: BTreeMap<&str, String> = kept.map(|file| (file.path.as_str(), integrity(&file.bytes))).collect();
    let list = serde_json::to_string(&list).map_err(|why| SiteError::Json(why.to_string()))?;
    let version = version(format!("{script}{list}").as_bytes());
    fill(script, &[("EDITOR_VERSION", &version), ("EDITOR_FILES", &list)])
}

/// A text within HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

//! The service worker, which keeps the site on the phone: the list of its files, and its version, which the pages have too.

use std::collections::BTreeMap;

use guide_core::data_attributes::VERSION_PLACEHOLDER;
use guide_core::pages::WORKER;

use crate::assets::Assets;
use crate::file::File;
use crate::hashes::{integrity, version};
use crate::public_files::HOST_FILES;
use crate::script_payload::is_script_payload;
use crate::site_error::SiteError;
use crate::template::fill;

/// The worker that keeps these files on the phone. Its version, which changes whenever one of them does, is written into the pages among
/// them. `not_kept` are the paths of those that are not kept.
pub fn worker(files: &mut [File], not_kept: &[String], assets: &Assets) -> Result<File, SiteError> {
    let script = assets.text(&format!("public/{WORKER}"))?;
    Ok(File::new(WORKER, filled_worker(script, files, not_kept)?))
}

/// Fills the worker's script and the pages. The version is a hash of the script and all files, before it is written into them.
fn filled_worker(script: &str, files: &mut [File], not_kept: &[String]) -> Result<String, SiteError> {
    let version = version(format!("{script}{}", integrities(files, not_kept)?).as_bytes());
    for file in files.iter_mut().filter(|file| file.path.ends_with(".html")) {
        let text = String::from_utf8_lossy(&file.bytes);
        // The page for wrong addresses has no version.
        if text.contains(VERSION_PLACEHOLDER) {
            file.bytes = fill(&text, &[(VERSION_PLACEHOLDER, &version)])?.into_bytes();
        }
    }
    fill(script, &[(VERSION_PLACEHOLDER, &version), ("GUIDE_FILES", &integrities(files, not_kept)?)])
}

/// The paths of the files that the worker keeps and the integrity of each, as JSON.
fn integrities(files: &[File], not_kept: &[String]) -> Result<String, SiteError> {
    // The pictures of the guide itself are for chats and for the phone's home screen; those of its steps lie among the assets.
    let is_picture_of_guide = |path: &str| path.ends_with(".png") && !path.starts_with("assets/");
    let is_cached = |path: &str| {
        !HOST_FILES.contains(&path)
            && !is_script_payload(path)
            && !is_picture_of_guide(path)
            && !not_kept.iter().any(|skipped| skipped == path)
    };
    let list: BTreeMap<&str, String> = files
        .iter()
        .filter(|file| is_cached(&file.path))
        .map(|file| (file.path.as_str(), integrity(&file.bytes)))
        .collect();
    serde_json::to_string(&list).map_err(|why| SiteError::Json(why.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The worker of a page and a program, and the page.
    fn worker_and_page(script: &str, page: &str, program: &str) -> (String, String) {
        let mut files = [File::new("index.html", page), File::new("assets/guide.wasm", program)];
        let worker = filled_worker(script, &mut files, &[]).expect("a worker");
        (worker, String::from_utf8(files[0].bytes.clone()).expect("a text"))
    }

    #[test]
    fn the_version_changes_with_the_script_and_every_file() {
        let script = "const VERSION = \"GUIDE_VERSION\"; const FILES = GUIDE_FILES;";
        let version = |(_, page): (String, String)| page;
        let first = worker_and_page(script, "<p>GUIDE_VERSION", "program");
        assert_eq!(worker_and_page(script, "<p>GUIDE_VERSION", "program"), first);
        let others = [
            worker_and_page(
                "/* other */ const VERSION = \"GUIDE_VERSION\"; const FILES = GUIDE_FILES;",
                "<p>GUIDE_VERSION",
                "program",
            ),
            worker_and_page(script, "<p class=other>GUIDE_VERSION", "program"),
            worker_and_page(script, "<p>GUIDE_VERSION", "other"),
        ];
        for (number, other) in others.into_iter().enumerate() {
            assert_ne!(version(other).rsplit('>').next(), version(first.clone()).rsplit('>').next(), "{number}");
        }
        // The page has the worker's version, and the worker has the integrity of the page as it is now.
        let (worker, page) = first;
        let shown = page.strip_prefix("<p>").expect("the page");
        assert!(worker.contains(&format!("VERSION = \"{shown}\"")), "{worker}");
        assert!(worker.contains(&integrity(page.as_bytes())), "{worker}");
    }
}

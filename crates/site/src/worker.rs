//! The worker that keeps the site on the phone: the list of its files, and its version, which the pages tell too.

use std::collections::BTreeMap;

use guide_core::data_attributes::VERSION_PLACEHOLDER;
use guide_core::pages::WORKER;

use crate::assets;
use crate::file::File;
use crate::hashes::{integrity, version};
use crate::script_payload::is_script_payload;
use crate::template::fill;

/// What only hosts read.
const NOT_CACHED: [&str; 2] = ["_headers", "nginx.conf"];

/// The worker that keeps these files on the phone; its version is written into the pages among them. It changes whenever one of
/// them does, and so is known to be new.
pub fn worker(files: &mut [File]) -> Result<File, String> {
    let script = String::from_utf8_lossy(assets::public_file(WORKER)?);
    Ok(File::new(WORKER, filled_worker(&script, files)?))
}

/// The version is told from everything that makes the worker: its script and all files, as they are before they tell it.
fn filled_worker(script: &str, files: &mut [File]) -> Result<String, String> {
    let version = version(format!("{script}{}", integrities(files)?).as_bytes());
    for file in files.iter_mut().filter(|file| file.path.ends_with(".html")) {
        let text = String::from_utf8_lossy(&file.bytes);
        // The page for a wrong address knows no worker.
        if text.contains(VERSION_PLACEHOLDER) {
            file.bytes = fill(&text, &[(VERSION_PLACEHOLDER, &version)])?.into_bytes();
        }
    }
    fill(script, &[(VERSION_PLACEHOLDER, &version), ("GUIDE_FILES", &integrities(files)?)])
}

/// The files that the worker keeps, by their paths, and the integrity of each, as JSON.
fn integrities(files: &[File]) -> Result<String, String> {
    let is_cached = |path: &str| !NOT_CACHED.contains(&path) && !is_script_payload(path) && !path.ends_with(".png");
    let list: BTreeMap<&str, String> = files
        .iter()
        .filter(|file| is_cached(&file.path))
        .map(|file| (file.path.as_str(), integrity(&file.bytes)))
        .collect();
    serde_json::to_string(&list).map_err(|why| why.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The worker of a page and a program, and the page.
    fn made(script: &str, page: &str, program: &str) -> (String, String) {
        let mut files = [File::new("index.html", page), File::new("assets/guide.wasm", program)];
        let worker = filled_worker(script, &mut files).expect("a worker");
        (worker, String::from_utf8(files[0].bytes.clone()).expect("a text"))
    }

    #[test]
    fn the_version_is_of_all_that_makes_the_worker() {
        let script = "const VERSION = \"GUIDE_VERSION\"; const FILES = GUIDE_FILES;";
        let version = |(_, page): (String, String)| page;
        let first = made(script, "<p>GUIDE_VERSION", "program");
        assert_eq!(made(script, "<p>GUIDE_VERSION", "program"), first);
        let others = [
            made(
                "/* other */ const VERSION = \"GUIDE_VERSION\"; const FILES = GUIDE_FILES;",
                "<p>GUIDE_VERSION",
                "program",
            ),
            made(script, "<p class=other>GUIDE_VERSION", "program"),
            made(script, "<p>GUIDE_VERSION", "other"),
        ];
        for (number, other) in others.into_iter().enumerate() {
            assert_ne!(version(other).rsplit('>').next(), version(first.clone()).rsplit('>').next(), "{number}");
        }
        // The page tells the version that the worker has, and is held to its bytes as they are now.
        let (worker, page) = first;
        let told = page.strip_prefix("<p>").expect("the page");
        assert!(worker.contains(&format!("VERSION = \"{told}\"")), "{worker}");
        assert!(worker.contains(&integrity(page.as_bytes())), "{worker}");
    }
}

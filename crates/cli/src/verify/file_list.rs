//! The list of a site's files with their hashes, as its workers carry it.

use std::collections::BTreeMap;

use serde_json::Deserializer;

/// More files than any guide has.
const MAX_FILES: usize = 5_000;

/// The files that a worker keeps.
pub struct FileList {
    /// The version of all of them together.
    pub version: String,
    /// The integrity of each, by its path from the site's folder.
    pub files: BTreeMap<String, String>,
}

impl FileList {
    /// Reads a worker's script; `None` where it is not one of a guide.
    pub fn of_worker(script: &str) -> Option<FileList> {
        let version = script.split_once("const VERSION = \"")?.1.split_once('"')?.0.to_owned();
        let files = script.split_once("const FILES = ")?.1;
        let files: BTreeMap<String, String> = Deserializer::from_str(files).into_iter().next()?.ok()?;
        let is_version = version.len() <= 64 && version.chars().all(|c| c.is_ascii_alphanumeric());
        let is_sound =
            is_version && !files.is_empty() && files.len() <= MAX_FILES && files.keys().all(|path| is_plain(path));
        is_sound.then_some(FileList { version, files })
    }
}

/// Whether a path leads to a file below the site's folder, on a disk and as an address: anybody may have written the list.
fn is_plain(path: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    path.split('/').all(|part| !matches!(part, "" | "." | "..") && part.chars().all(is_plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_from_the_script_of_a_worker() {
        let script = r#"// A worker
const VERSION = "0123456789ab";
const FILES = {"index.html":"sha384-a","assets/guide-1.wasm":"sha384-b"}; // path → integrity
"#;
        let list = FileList::of_worker(script).expect("a list");
        assert_eq!((list.version.as_str(), list.files.len()), ("0123456789ab", 2));
        assert_eq!(list.files["index.html"], "sha384-a");
    }

    #[test]
    fn no_other_script_has_a_list_and_no_path_leads_out_of_the_site() {
        let with = |path: &str| format!("const VERSION = \"1\";\nconst FILES = {{\"{path}\":\"x\"}};");
        assert!(FileList::of_worker(&with("a/b.html")).is_some());
        for path in
            ["", "/a", "../a", "a/../b", "//evil.example/a", "https://evil.example/", "a?b", "a\\\\b", "a//b", "C:a"]
        {
            assert!(FileList::of_worker(&with(path)).is_none(), "{path}");
        }
        for script in [
            "",
            "<!doctype html>",
            "const VERSION = \"\u{1b}[2J\";\nconst FILES = {\"a\":\"b\"};",
            "const VERSION = \"1\"; const FILES = [1",
            "const FILES = {};",
        ] {
            assert!(FileList::of_worker(script).is_none(), "{script}");
        }
    }
}

//! The sites under test, each built once per run by the tool itself.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::sync::{Mutex, PoisonError};

/// The folder of the shipped guide's site.
#[track_caller]
pub fn site() -> &'static Path {
    site_from("content/ivanovo.toml")
}

/// The folder of the site that is built from a content file.
#[track_caller]
pub fn site_from(content: &'static str) -> &'static Path {
    built_once(content, None)
}

/// The same with a URL given to the tool.
#[track_caller]
pub fn site_with_url(content: &'static str, url: &'static str) -> &'static Path {
    built_once(content, Some(url))
}

type Key = (&'static str, Option<&'static str>);

#[track_caller]
fn built_once(content: &'static str, url: Option<&'static str>) -> &'static Path {
    static BUILT: Mutex<BTreeMap<Key, Result<&'static Path, String>>> = Mutex::new(BTreeMap::new());
    // One build at a time, as cargo would make the others wait anyhow.
    let mut built = BUILT.lock().unwrap_or_else(PoisonError::into_inner);
    let site = built.entry((content, url)).or_insert_with(|| build(content, url)).clone();
    drop(built);
    site.unwrap_or_else(|why| panic!("{why}"))
}

fn build(content: &'static str, url: Option<&str>) -> Result<&'static Path, String> {
    // Cargo's folder for temporary files of tests: the next run replaces it, so nothing has to be removed.
    let name = format!("browser-{content}{}", if url.is_some() { "-at" } else { "" }).replace(['/', '.'], "-");
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    // A folder written by an older tool may be one that this tool refuses to write to.
    _ = std::fs::remove_dir_all(&out);
    let done = Command::new(env!("CARGO_BIN_EXE_guide"))
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .args(["build", "--content", content, "--out"])
        .arg(&out)
        .args(url.map(|url| ["--url", url]).into_iter().flatten())
        .output()
        .map_err(|error| format!("`guide build` does not start: {error}"))?;
    if !done.status.success() || !out.join("index.html").is_file() {
        let messages = String::from_utf8_lossy(&done.stdout) + String::from_utf8_lossy(&done.stderr);
        return Err(format!("`guide build` wrote no site ({}):\n{messages}", done.status));
    }
    Ok(Box::leak(out.into_boxed_path()))
}

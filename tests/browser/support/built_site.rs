//! The sites under test, each built once for the whole run by the tool itself.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::sync::{Mutex, PoisonError};

/// The folder of the shipped guide's site.
#[track_caller]
pub fn site() -> &'static Path {
    site_of("content/ivanovo.toml")
}

/// The folder of the site of any content file.
#[track_caller]
pub fn site_of(content: &'static str) -> &'static Path {
    built(content, None)
}

/// The same for a site whose address is told to the tool.
#[track_caller]
pub fn site_at(content: &'static str, url: &'static str) -> &'static Path {
    built(content, Some(url))
}

type Key = (&'static str, Option<&'static str>);

#[track_caller]
fn built(content: &'static str, url: Option<&'static str>) -> &'static Path {
    static BUILT: Mutex<BTreeMap<Key, Result<&'static Path, String>>> = Mutex::new(BTreeMap::new());
    // One build at a time: cargo would make the others wait anyhow.
    let mut built = BUILT.lock().unwrap_or_else(PoisonError::into_inner);
    let site = built.entry((content, url)).or_insert_with(|| build(content, url)).clone();
    drop(built);
    site.unwrap_or_else(|why| panic!("{why}"))
}

fn build(content: &'static str, url: Option<&str>) -> Result<&'static Path, String> {
    // Cargo's own folder for tests' files: it is replaced by the next run, so nothing has to be cleaned up after a `static`.
    let name = format!("browser-{content}{}", if url.is_some() { "-at" } else { "" }).replace(['/', '.'], "-");
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    // What an older tool has left there may be a folder that this one does not take for its own.
    _ = std::fs::remove_dir_all(&out);
    let done = Command::new(env!("CARGO_BIN_EXE_guide"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["build", "--content", content, "--out"])
        .arg(&out)
        .args(url.map(|url| ["--url", url]).into_iter().flatten())
        .output()
        .map_err(|error| format!("`guide build` does not start: {error}"))?;
    if !done.status.success() || !out.join("index.html").is_file() {
        let said = String::from_utf8_lossy(&done.stdout) + String::from_utf8_lossy(&done.stderr);
        return Err(format!("`guide build` wrote no site ({}):\n{said}", done.status));
    }
    Ok(Box::leak(out.into_boxed_path()))
}

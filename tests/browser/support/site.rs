//! The sites under test, each built once for the whole run by the tool itself.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, OnceLock, PoisonError};

/// The folder of the shipped guide's site.
#[track_caller]
pub fn site() -> &'static Path {
    site_of("content/ivanovo.toml")
}

/// The folder of the site of a content file, which is named from the project's folder.
#[track_caller]
pub fn site_of(content: &'static str) -> &'static Path {
    type Built = OnceLock<Result<PathBuf, String>>;
    static BUILT: Mutex<Option<HashMap<&'static str, &'static Built>>> = Mutex::new(None);
    // The lock is held for the look-up alone: while one site is built, tests of another go on.
    let built: &'static Built = {
        let mut sites = BUILT.lock().unwrap_or_else(PoisonError::into_inner);
        sites.get_or_insert_default().entry(content).or_insert_with(|| Box::leak(Box::default()))
    };
    built.get_or_init(|| build(content)).as_deref().unwrap_or_else(|why| panic!("{why}"))
}

fn build(content: &str) -> Result<PathBuf, String> {
    // Cargo's own folder for tests' files: it is replaced by the next run, so nothing has to be cleaned up after a `static`.
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("browser-{}", content.replace(['/', '.'], "-")));
    let done = Command::new(env!("CARGO_BIN_EXE_guide"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["build", "--content", content, "--out"])
        .arg(&out)
        .output()
        .map_err(|error| format!("`guide build` does not start: {error}"))?;
    if !done.status.success() || !out.join("index.html").is_file() {
        let said = String::from_utf8_lossy(&done.stdout) + String::from_utf8_lossy(&done.stderr);
        return Err(format!("`guide build` wrote no site of {content} ({}):\n{said}", done.status));
    }
    Ok(out)
}

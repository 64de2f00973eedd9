//! The site under test, built once for the whole run by the tool itself.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// The folder of the built site.
#[track_caller]
pub fn site() -> &'static Path {
    static BUILT: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    BUILT.get_or_init(build).as_deref().unwrap_or_else(|why| panic!("{why}"))
}

fn build() -> Result<PathBuf, String> {
    // Cargo's own folder for tests' files: it is replaced by the next run, so nothing has to be cleaned up after a `static`.
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser-site");
    let done = Command::new(env!("CARGO_BIN_EXE_guide"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["build", "--out"])
        .arg(&out)
        .output()
        .map_err(|error| format!("`guide build` does not start: {error}"))?;
    if !done.status.success() || !out.join("index.html").is_file() {
        let said = String::from_utf8_lossy(&done.stdout) + String::from_utf8_lossy(&done.stderr);
        return Err(format!("`guide build` wrote no site ({}):\n{said}", done.status));
    }
    Ok(out)
}

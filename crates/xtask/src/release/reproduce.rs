//! Whether the same sources give the same bytes: they are copied to another place, where nothing has been built, and handed out from there.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::{FOLDER, sums};
use crate::workspace;

/// What is built, or is git's own, and no source.
const NO_SOURCES: [&str; 4] = [".git", "target", "dist", FOLDER];

/// Builds everything once more from a copy of the sources, and compares it with what is in `release/`.
pub fn reproduce(root: &Path) -> Result<(), String> {
    let folder = tempfile::Builder::new().prefix("another-place-").tempdir().map_err(|why| why.to_string())?;
    let copy = folder.path().join("sources");
    copy_folder(root, &copy, &NO_SOURCES)?;
    for task in ["program", "release"] {
        eprintln!("At another place: {task}…");
        let status = Command::new(workspace::cargo())
            .current_dir(&copy)
            .args(["run", "--locked", "--quiet", "--package", "xtask", "--", task])
            .env_remove("CARGO_TARGET_DIR")
            .stdout(std::process::Stdio::null())
            .status();
        if !status.is_ok_and(|status| status.success()) {
            return Err(format!("at another place «{task}» has failed"));
        }
    }
    let [here, there] = [root, &copy].map(|root| sums::of(&root.join(FOLDER)));
    let (here, there) = (here?, there?);
    if here == there {
        print!("The same bytes at another place:\n{here}");
        return Ok(());
    }
    let differ: Vec<&str> = here.lines().filter(|line| !there.contains(*line)).collect();
    let kept = folder.keep();
    Err(format!("These differ from what was built in {}:\n{}", kept.display(), differ.join("\n")))
}

/// Copies a folder with all that is in it but these names; links stay links.
fn copy_folder(from: &Path, to: &Path, but: &[&str]) -> Result<(), String> {
    let failed = |path: &Path, why: std::io::Error| format!("{}: {why}", path.display());
    fs::create_dir_all(to).map_err(|why| failed(to, why))?;
    for entry in fs::read_dir(from).map_err(|why| failed(from, why))? {
        let entry = entry.map_err(|why| failed(from, why))?;
        let (path, name) = (entry.path(), entry.file_name());
        if but.iter().any(|known| name == *known) {
            continue;
        }
        let to = to.join(name);
        let kind = entry.file_type().map_err(|why| failed(&path, why))?;
        if kind.is_dir() {
            copy_folder(&path, &to, &[])?;
        } else if kind.is_symlink() {
            let target = fs::read_link(&path).map_err(|why| failed(&path, why))?;
            link(&target, &to).map_err(|why| failed(&to, why))?;
        } else {
            fs::copy(&path, &to).map_err(|why| failed(&path, why))?;
        }
    }
    Ok(())
}

#[cfg(unix)]
fn link(target: &Path, link: &Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(target, link)
}

#[cfg(not(unix))]
fn link(target: &Path, link: &Path) -> std::io::Result<()> {
    fs::copy(link.parent().unwrap_or(link).join(target), link).map(drop)
}

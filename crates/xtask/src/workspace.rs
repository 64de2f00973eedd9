//! What is known of the project and of cargo: its version, its tools, where the sources of other crates lie.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The command of cargo: the one that runs this program, where it is cargo.
pub fn cargo() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// What a command prints; the error is what it says instead.
pub fn output(command: &mut Command) -> Result<String, String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|why| format!("{name} can't be started: {why}"))?;
    if !output.status.success() {
        return Err(format!("{name} has failed: {}", String::from_utf8_lossy(&output.stderr)));
    }
    String::from_utf8(output.stdout).map_err(|_| format!("{name} has not printed UTF-8"))
}

/// The version of all crates, which `CHANGELOG.md` must have a section of.
pub fn version(root: &Path) -> Result<&'static str, String> {
    let version = env!("CARGO_PKG_VERSION");
    let path = root.join("CHANGELOG.md");
    let changelog = fs::read_to_string(&path).map_err(|why| format!("{}: {why}", path.display()))?;
    let is_section = |line: &str| line.strip_prefix("## ").is_some_and(|rest| rest.split(' ').next() == Some(version));
    if changelog.lines().any(is_section) {
        Ok(version)
    } else {
        Err(format!("CHANGELOG.md has no section «## {version}»: the workspace in Cargo.toml is of this version"))
    }
}

/// The folders that cargo unpacks the crates of registries into.
pub fn registries() -> Vec<PathBuf> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cargo"))).unwrap_or_default();
    let entries = fs::read_dir(home.join("registry/src")).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).collect()
}

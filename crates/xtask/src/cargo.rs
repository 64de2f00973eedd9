//! The program's module, compiled by cargo for the browser's target, as small as it gets.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The library's name among cargo's messages: a dependency may make a module too.
const LIBRARY: &str = "navigator_guide";
const TARGET: &str = "wasm32-unknown-unknown";
/// A panic is a trap without a word: its messages and places would weigh more than many an island.
const SMALL: [&str; 4] =
    ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none", "-Zfmt-debug=none"];

/// Runs cargo; the answer is the path of the module it has made.
pub fn build_module(root: &Path) -> Result<PathBuf, String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .current_dir(root)
        .args(["build", "--locked", "--package", "navigator-guide", "--lib", "--profile", "phone", "--target", TARGET])
        .args(["--message-format", "json-render-diagnostics"])
        .args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"])
        // The toolchain is pinned, so what is unstable in it stays as it is; a newer one may want other words here.
        .env("RUSTC_BOOTSTRAP", "1")
        // The one variable that goes before all other flags, those of the environment and of cargo's settings.
        .env("CARGO_ENCODED_RUSTFLAGS", SMALL.join("\x1f"))
        .stderr(Stdio::inherit())
        .output()
        .map_err(|why| format!("cargo does not start: {why}"))?;
    if !output.status.success() {
        return Err(format!(
            "the program for the browser was not built. If something is said to be missing above, run: \
             rustup target add {TARGET} && rustup component add rust-src"
        ));
    }
    let messages = String::from_utf8_lossy(&output.stdout);
    let artifacts = messages.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    artifacts
        .filter(|message| message["target"]["name"] == LIBRARY)
        .filter_map(|message| message.get("filenames")?.as_array().cloned())
        .flatten()
        .filter_map(|name| name.as_str().map(PathBuf::from))
        .find(|name| name.extension().is_some_and(|ending| ending == "wasm"))
        .ok_or_else(|| "cargo has named no module".to_owned())
}

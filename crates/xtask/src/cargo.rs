//! Compiles the program's WebAssembly module with cargo, as small as it gets.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The library's name in cargo's messages, as a dependency may make a module too.
const LIBRARY: &str = "navigator_guide";
const TARGET: &str = "wasm32-unknown-unknown";
/// A panic traps without a message: messages and locations would take more bytes than some islands.
const SIZE_FLAGS: [&str; 4] =
    ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none", "-Zfmt-debug=none"];

/// Builds the module and gives its path.
pub fn build_module(root: &Path) -> Result<PathBuf, String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .current_dir(root)
        .args(["build", "--locked", "--package", "navigator-guide", "--lib", "--profile", "phone", "--target", TARGET])
        .args(["--message-format", "json-render-diagnostics"])
        .args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"])
        // This allows unstable flags. The toolchain is pinned, so they stay the same; a newer one may need other flags.
        .env("RUSTC_BOOTSTRAP", "1")
        // This variable takes precedence over all other flags, those of the environment and of cargo's configuration.
        .env("CARGO_ENCODED_RUSTFLAGS", SIZE_FLAGS.join("\x1f"))
        .stderr(Stdio::inherit())
        .output()
        .map_err(|why| format!("cargo can't be started: {why}"))?;
    if !output.status.success() {
        return Err(format!(
            "the program for the browser was not built. If a target or component is missing, run: \
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
        .ok_or_else(|| "cargo has reported no module".to_owned())
}

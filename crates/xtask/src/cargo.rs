//! Compiles the WebAssembly modules of the programs for the browser with cargo, as small as they get.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::workspace;

/// A package whose library is a program for the browser.
#[derive(Clone, Copy)]
pub struct Package {
    /// Its name.
    pub name: &'static str,
    /// The cargo profile that it is built in.
    pub profile: &'static str,
    /// Flags of its own for the compiler.
    pub flags: &'static [&'static str],
}

/// The program on the phone. Calls of the smallest functions are replaced by their code: with none replaced, and with many, it is larger.
pub const PHONE: Package =
    Package { name: "navigator-guide", profile: "phone", flags: &["-Cllvm-args=-inline-threshold=10"] };
/// One type for all views in place of one for each: half the code where there are many.
const ERASED_VIEWS: &[&str] = &["--cfg=erase_components"];
/// The editor's app.
pub const EDITOR_APP: Package = Package { name: "guide-studio-app", profile: "phone", flags: ERASED_VIEWS };
/// The editor's worker.
pub const EDITOR_WORKER: Package = Package { name: "guide-studio-worker", profile: "phone", flags: ERASED_VIEWS };

const TARGET: &str = "wasm32-unknown-unknown";
/// A panic traps without a message: messages and locations would take more bytes than some islands.
const SIZE_FLAGS: [&str; 4] =
    ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none", "-Zfmt-debug=none"];

/// Builds the module of a package and gives its path. `quick` compiles in a fraction of the time, a module several times as large.
pub fn build_module(root: &Path, package: Package, quick: bool) -> Result<PathBuf, String> {
    let mut command = Command::new(workspace::cargo());
    command
        .current_dir(root)
        .args(["build", "--locked", "--package", package.name, "--lib", "--target", TARGET])
        .args(["--message-format", "json-render-diagnostics"])
        .args(["--profile", if quick { "quick" } else { package.profile }]);
    if !quick {
        command
            .args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"])
            // This allows unstable flags. The toolchain is pinned, so they stay the same; a newer one may need other flags.
            .env("RUSTC_BOOTSTRAP", "1")
            // This variable takes precedence over all other flags, those of the environment and of cargo's configuration.
            .env("CARGO_ENCODED_RUSTFLAGS", [&SIZE_FLAGS, package.flags].concat().join("\x1f"));
    }
    // A dependency may make a module too.
    let library = package.name.replace('-', "_");
    built_file(&mut command, |message| {
        let names = message.get("filenames")?.as_array().filter(|_| message["target"]["name"] == library.as_str())?;
        let mut paths = names.iter().filter_map(|name| name.as_str().map(PathBuf::from));
        paths.find(|path| path.extension().is_some_and(|ending| ending == "wasm"))
    })
    .map_err(|why| {
        let hint = format!("rustup target add {TARGET} && rustup component add rust-src");
        format!("{} was not built: {why}. If a target or component is missing, run: {hint}", package.name)
    })?
    .ok_or_else(|| "cargo has reported no module".to_owned())
}

/// Runs a command of cargo that reports in JSON, and gives the path that `path` finds in one of the messages.
pub fn built_file(
    command: &mut Command,
    path: impl Fn(&serde_json::Value) -> Option<PathBuf>,
) -> Result<Option<PathBuf>, String> {
    let output = command.stderr(Stdio::inherit()).output().map_err(|why| format!("cargo can't be started: {why}"))?;
    if !output.status.success() {
        return Err("cargo has failed".to_owned());
    }
    let messages = String::from_utf8_lossy(&output.stdout);
    let mut messages = messages.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    Ok(messages.find_map(|message| path(&message)))
}

//! The islands' program: cargo for the browser's target, then bindgen, both as small as they get.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use wasm_bindgen_cli_support::Bindgen;

use crate::{minify, project};

/// The library's name among cargo's messages: a dependency may make a module too.
const LIBRARY: &str = "navigator_guide";
const TARGET: &str = "wasm32-unknown-unknown";
/// A panic is a trap without a word: its messages and places would weigh more than many an island.
const SMALL: [&str; 4] =
    ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none", "-Zfmt-debug=none"];
/// What the script does before bindgen's glue, and after it.
const BEFORE: [&str; 7] = [
    "src/browser/frame.js",
    "src/browser/print_events.js",
    "src/browser/update.js",
    "src/browser/announce.js",
    "src/browser/copy_text.js",
    "src/browser/share_or_copy.js",
    "src/browser/search_field.js",
];
const AFTER: &str = "src/browser/boot.js";

/// The script, which loads `WASM_NAME` of `WASM_INTEGRITY` from its own folder, and the program itself.
pub struct Program {
    script: String,
    pub wasm: Vec<u8>,
}

impl Program {
    /// The script for a program kept under this file name, with this integrity.
    pub fn script(&self, wasm_name: &str, integrity: &str) -> String {
        self.script.replace("WASM_NAME", wasm_name).replace("WASM_INTEGRITY", integrity)
    }
}

/// Compiles the islands.
pub fn compile() -> Result<Program, String> {
    let module = cargo()?;
    let before: Result<String, String> = BEFORE.into_iter().map(project::read).collect();
    let (before, after) = (before?, project::read(AFTER)?);
    let folder = tempfile::tempdir().map_err(|why| format!("нет места для временных файлов: {why}"))?;
    let bindgen = || -> anyhow::Result<Program> {
        let mut output = Bindgen::new()
            .input_path(&module)
            .out_name("guide")
            // A module would need the host's leave in a frame of no origin; a plain script runs anywhere.
            .no_modules(true)?
            .typescript(false)
            .omit_default_module_path(true)
            .remove_name_section(true)
            .remove_producers_section(true)
            .generate_output()?;
        let imports = minify::shorten_imports(output.wasm_mut());
        output.emit(folder.path())?;
        let glue = std::fs::read_to_string(folder.path().join("guide.js"))?;
        let glue = minify::rename_imports(&glue, &imports);
        let script = format!(
            "(() => {{\n\"use strict\";\nconst here = document.currentScript.src;\n{before}{glue}\n{after}}})();\n"
        );
        Ok(Program {
            script: minify::script(&script).map_err(anyhow::Error::msg)?,
            wasm: std::fs::read(folder.path().join("guide_bg.wasm"))?,
        })
    };
    bindgen().map_err(|why| format!("wasm-bindgen: {why:#}"))
}

/// Runs cargo and finds the module it made.
fn cargo() -> Result<PathBuf, String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .current_dir(project::root())
        .args(["build", "--locked", "--lib", "--profile", "phone", "--target", TARGET])
        .args(["--no-default-features", "--features", "browser", "--message-format", "json-render-diagnostics"])
        .args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"])
        // The toolchain is pinned, so what is unstable in it stays as it is; a newer one may want other words here.
        .env("RUSTC_BOOTSTRAP", "1")
        // The one variable that goes before all other flags, those of the environment and of cargo's settings.
        .env("CARGO_ENCODED_RUSTFLAGS", SMALL.join("\x1f"))
        .stderr(Stdio::inherit())
        .output()
        .map_err(|why| format!("cargo не запускается: {why}"))?;
    if !output.status.success() {
        return Err(format!(
            "программа для браузера не собралась. Если выше сказано, чего не хватает, выполните: \
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
        .ok_or_else(|| "cargo не назвал собранный модуль".to_owned())
}

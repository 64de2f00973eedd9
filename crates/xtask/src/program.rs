//! The program on the phone: its module, and one script of bindgen's glue and the small scripts around it.

use std::path::Path;

use wasm_bindgen_cli_support::Bindgen;

use crate::{cargo, minify, read};

/// The scripts that come before bindgen's glue.
const BEFORE: [&str; 8] = [
    "src/js/frame.js",
    "src/js/print_events.js",
    "src/js/update.js",
    "src/js/newer_sheet.js",
    "src/js/announce.js",
    "src/js/copy_text.js",
    "src/js/share_or_copy.js",
    "src/js/search_field.js",
];
/// The script that comes after it.
const AFTER: &str = "src/js/boot.js";

/// The program on the phone.
pub struct Program {
    /// The script, which loads `WASM_NAME` from its own folder and checks it by `WASM_INTEGRITY`; each site fills these placeholders.
    pub script: String,
    /// The WebAssembly module.
    pub wasm: Vec<u8>,
}

/// Builds the program from the sources of the project in the folder `root`.
pub fn build(root: &Path) -> Result<Program, String> {
    let module = cargo::build_module(root)?;
    let before: Result<String, String> = BEFORE.into_iter().map(|path| read(root, path)).collect();
    let (before, after) = (before?, read(root, AFTER)?);
    let folder = tempfile::tempdir().map_err(|why| format!("no place for temporary files: {why}"))?;
    let bindgen = || -> anyhow::Result<Program> {
        let mut output = Bindgen::new()
            .input_path(&module)
            .out_name("guide")
            // In a frame without an origin a module script needs CORS headers from the host; a plain script runs anywhere.
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

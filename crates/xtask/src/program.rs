//! The program on the phone: its module with bindgen's glue, and the small scripts around that.

use std::path::Path;

use wasm_bindgen_cli_support::Bindgen;

use crate::{cargo, minify, read};

/// What the script does before bindgen's glue, and after it.
const BEFORE: [&str; 7] = [
    "src/js/frame.js",
    "src/js/print_events.js",
    "src/js/update.js",
    "src/js/announce.js",
    "src/js/copy_text.js",
    "src/js/share_or_copy.js",
    "src/js/search_field.js",
];
const AFTER: &str = "src/js/boot.js";

/// The script, which loads `WASM_NAME` of `WASM_INTEGRITY` from its own folder, and the program itself.
pub struct Program {
    pub script: String,
    pub wasm: Vec<u8>,
}

/// Builds the program from the project's sources.
pub fn build(root: &Path) -> Result<Program, String> {
    let module = cargo::build_module(root)?;
    let before: Result<String, String> = BEFORE.into_iter().map(|path| read(root, path)).collect();
    let (before, after) = (before?, read(root, AFTER)?);
    let folder = tempfile::tempdir().map_err(|why| format!("no place for temporary files: {why}"))?;
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

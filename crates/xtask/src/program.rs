//! A program for the browser: its module, and one script of bindgen's glue and the small scripts around it.

use std::path::Path;

use wasm_bindgen_cli_support::Bindgen;

use crate::{cargo, function_order, glue, minify, read};

/// The scripts around bindgen's glue.
pub struct Scripts {
    /// The expression of the program's own address: of its script on a page, of the worker itself in a worker.
    pub here: &'static str,
    /// The paths of those that come before the glue.
    pub before: &'static [&'static str],
    /// The path of the one that comes after it.
    pub after: &'static str,
}

const PHONE_SCRIPTS: Scripts = Scripts {
    here: "document.currentScript.src",
    before: &[
        "src/js/frame.js",
        "src/js/print_events.js",
        "src/js/update.js",
        "src/js/newer_sheet.js",
        "src/js/announce.js",
        "src/js/copy_text.js",
        "src/js/share_or_copy.js",
        "src/js/search_field.js",
    ],
    after: "src/js/boot.js",
};

/// A program for the browser.
pub struct Program {
    /// The script, which loads the module from its own folder. That of the phone names it `WASM_NAME` and checks it by `WASM_INTEGRITY`;
    /// each site fills these placeholders.
    pub script: String,
    /// The WebAssembly module.
    pub wasm: Vec<u8>,
}

/// Builds the program from the sources of the project in the folder `root`.
pub fn build(root: &Path) -> Result<Program, String> {
    build_package(root, cargo::PHONE, false, &PHONE_SCRIPTS)
}

/// Builds a package into one script, of the scripts `before`, bindgen's glue, what starts the module, and the script `after`, and its module.
pub fn build_package(root: &Path, package: cargo::Package, quick: bool, scripts: &Scripts) -> Result<Program, String> {
    let module = cargo::build_module(root, package, quick)?;
    let before: Result<String, String> = scripts.before.iter().map(|path| read(root, path)).collect();
    let (here, before, after) = (scripts.here, before?, read(root, scripts.after)?);
    let instantiate = read(root, "src/js/instantiate.js")?;
    let folder = tempfile::tempdir().map_err(|why| format!("no place for temporary files: {why}"))?;
    let bindgen = || -> anyhow::Result<Program> {
        let mut output = Bindgen::new()
            .input_path(&module)
            .out_name("guide")
            // In a frame without an origin a module script needs CORS headers from the host; a plain script runs anywhere.
            .no_modules(true)?
            .typescript(false)
            .omit_default_module_path(true)
            .remove_name_section(!quick)
            .remove_producers_section(true)
            .generate_output()?;
        let glue = output.js().to_owned();
        let names = glue::shorten_module(output.wasm_mut(), &glue);
        output.emit(folder.path())?;
        let wasm = std::fs::read(folder.path().join("guide_bg.wasm"))?;
        // A quick build is for work on the program, and nobody loads it.
        let wasm = if quick { Ok(wasm) } else { function_order::group_similar_functions(&wasm) };
        let glue = std::fs::read_to_string(folder.path().join("guide.js"))?;
        let glue = glue::shorten_glue(&glue, &names).map_err(anyhow::Error::msg)?;
        let script =
            format!("(() => {{\n\"use strict\";\nconst here = {here};\n{before}{glue}\n{instantiate}{after}}})();\n");
        Ok(Program {
            script: minify::script(&script).map_err(anyhow::Error::msg)?,
            wasm: wasm.map_err(anyhow::Error::msg)?,
        })
    };
    bindgen().map_err(|why| format!("wasm-bindgen: {why:#}"))
}

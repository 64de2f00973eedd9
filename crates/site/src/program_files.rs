//! The programs for the browser, which `make program` has made, as files of the site.

use guide_core::pages::UPDATE_SCRIPT;

use crate::assets;
use crate::file::File;
use crate::hashes::{asset_path, integrity};
use crate::site_error::SiteError;
use crate::template::fill;

/// The program on the phone.
pub struct ProgramFiles {
    /// The script, which loads the module from its own folder.
    pub script: File,
    /// The WebAssembly module.
    pub wasm: File,
}

/// The program, with the module's name and integrity filled into its script.
pub fn program_files() -> Result<ProgramFiles, SiteError> {
    let wasm = assets::program("guide.wasm")?;
    let wasm = File::new(asset_path("guide", "wasm", wasm), wasm);
    let name = wasm.path.rsplit('/').next().unwrap_or_default();
    let script = fill(&text("guide.js")?, &[("WASM_NAME", name), ("WASM_INTEGRITY", &integrity(&wasm.bytes))])?;
    Ok(ProgramFiles { script: File::new(asset_path("guide", "js", script.as_bytes()), script), wasm })
}

/// The script that the pages other than the guide load: it says how old a copy of them is.
pub fn update_script() -> Result<File, SiteError> {
    Ok(File::new(UPDATE_SCRIPT, assets::program("update.js")?))
}

/// The scripts that the page for site keepers shares with the guide. They lie in its folder, and it loads them before its own.
pub fn shared_scripts() -> Vec<File> {
    assets::programs()
        .filter(|(path, _)| path.starts_with("embed/"))
        .map(|(path, bytes)| File::new(path, bytes))
        .collect()
}

/// The script for other people's pages, minified, with unfilled placeholders.
pub fn embed_script() -> Result<String, SiteError> {
    text("embed.js")
}

fn text(name: &str) -> Result<String, SiteError> {
    Ok(String::from_utf8_lossy(assets::program(name)?).into_owned())
}

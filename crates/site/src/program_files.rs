//! The programs for the browser, which `make program` has made, as files of the site.

use guide_core::pages::UPDATE_SCRIPT;

use crate::assets::Assets;
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
    /// The text of the script within the guide's page, which requests the module while the other script is on its way.
    pub early_fetch: String,
}

/// The program, with the module's name and integrity filled into its script.
pub fn program_files(assets: &Assets) -> Result<ProgramFiles, SiteError> {
    let wasm = assets.file("program/guide.wasm")?;
    let wasm = File::new(asset_path("guide", "wasm", wasm), wasm);
    let name = wasm.path.rsplit('/').next().unwrap_or_default();
    let integrity = integrity(&wasm.bytes);
    let script = fill(assets.text("program/guide.js")?, &[("WASM_NAME", name), ("WASM_INTEGRITY", &integrity)])?;
    let early_fetch = assets.text("program/early_fetch.js")?;
    let early_fetch = fill(early_fetch, &[("WASM_PATH", &wasm.path), ("WASM_INTEGRITY", &integrity)])?;
    Ok(ProgramFiles { script: File::new(asset_path("guide", "js", script.as_bytes()), script), wasm, early_fetch })
}

/// The script that the pages other than the guide load: it says how old a copy of them is.
pub fn update_script(assets: &Assets) -> Result<File, SiteError> {
    Ok(File::new(UPDATE_SCRIPT, assets.file("program/update.js")?))
}

/// The scripts that the page for site keepers shares with the guide. They lie in its folder, and it loads them before its own.
pub fn shared_scripts(assets: &Assets) -> Vec<File> {
    assets.below("program/embed/").map(|(path, bytes)| File::new(format!("embed/{path}"), bytes)).collect()
}

/// The script for other people's pages, minified, with unfilled placeholders.
pub fn embed_script(assets: &Assets) -> Result<&str, SiteError> {
    assets.text("program/embed.js")
}

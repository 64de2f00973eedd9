//! The programs for the browser, which `make program` has made, as files of the site.

use guide_core::pages::UPDATE_SCRIPT;

use crate::assets;
use crate::file::File;
use crate::hashes::{asset_path, integrity};
use crate::template::fill;

/// The program on the phone: the script that loads it, and the program itself.
pub struct ProgramFiles {
    pub script: File,
    pub wasm: File,
}

/// The program. Its script loads it by name and integrity from its own folder.
pub fn program_files() -> Result<ProgramFiles, String> {
    let wasm = assets::program("guide.wasm")?;
    let wasm = File::new(asset_path("guide", "wasm", wasm), wasm);
    let name = wasm.path.rsplit('/').next().unwrap_or_default();
    let script = fill(&text("guide.js")?, &[("WASM_NAME", name), ("WASM_INTEGRITY", &integrity(&wasm.bytes))])?;
    Ok(ProgramFiles { script: File::new(asset_path("guide", "js", script.as_bytes()), script), wasm })
}

/// The script of the pages beside the guide that says how old a copy of them is.
pub fn update_script() -> Result<File, String> {
    Ok(File::new(UPDATE_SCRIPT, assets::program("update.js")?))
}

/// The scripts that the page for site keepers shares with the guide's own, beside that page, which loads them ahead of the others.
pub fn shared_scripts() -> Vec<File> {
    assets::programs()
        .filter(|(path, _)| path.starts_with("embed/"))
        .map(|(path, bytes)| File::new(path, bytes))
        .collect()
}

/// The script for other people's pages, minified, with its placeholders.
pub fn embed_script() -> Result<String, String> {
    text("embed.js")
}

fn text(name: &str) -> Result<String, String> {
    Ok(String::from_utf8_lossy(assets::program(name)?).into_owned())
}

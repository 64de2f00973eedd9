//! The scripts without a WebAssembly module: for the pages other than the guide, and for other people's pages.

use std::path::Path;

use crate::{minify, read};

/// The scripts that the page for site keepers loads unchanged, before its own; the guide's script contains them too.
pub const EMBED_SHARED: [&str; 2] = ["announce.js", "copy_text.js"];

/// The script of the pages other than the guide, which says how old a copy of them is. The guide's script has the same source inside.
/// It uses the worker that is there already, if any: only the guide's page registers one.
pub fn update_script(root: &Path) -> Result<String, String> {
    let source = read(root, "src/js/update.js")?;
    let script = format!(
        "(() => {{\n\"use strict\";\nconst root = document.documentElement;\nconst parsed = Promise.resolve();\n{source}\n\
         checkForUpdates(true).catch(() => {{}});\n}})();\n"
    );
    minify::script(&script)
}

/// The script within the guide's page, which requests the program early, minified, with its placeholders, which each site fills.
pub fn early_fetch_script(root: &Path) -> Result<String, String> {
    minify::script(&read(root, "src/js/early_fetch.js")?)
}

/// The script for other people's pages, minified, with its placeholders, which each site fills.
pub fn embed_script(root: &Path) -> Result<String, String> {
    minify::script(&read(root, "public/embed.js")?)
}

//! Scripts that no program comes with: for the pages beside the guide, and for other people's pages.

use std::path::Path;

use crate::{minify, read};

/// The script of the pages beside the guide: a copy of them tells its age as the guide's own does, from the same source. These pages
/// ask a worker that is there; only the guide's own has one come.
pub fn update_script(root: &Path) -> Result<String, String> {
    let source = read(root, "src/js/update.js")?;
    let script = format!(
        "(() => {{\n\"use strict\";\nconst root = document.documentElement;\nconst parsed = Promise.resolve();\n{source}\n\
         followUpdates(true).catch(() => {{}});\n}})();\n"
    );
    minify::script(&script)
}

/// The script for other people's pages, with its placeholders, which each site fills.
pub fn embed_script(root: &Path) -> Result<String, String> {
    minify::script(&read(root, "public/embed.js")?)
}

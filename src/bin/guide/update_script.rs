//! Scripts of the pages beside the guide that share their source with the guide's own script.

use navigator_guide::site::pages::UPDATE_SCRIPT;

use crate::public::File;
use crate::{minify, project};

/// Where the sources lie.
const SOURCES: &str = "src/browser";
/// The sources that the page for site keepers loads as they are, ahead of its own scripts.
pub const EMBED_SHARED: [&str; 2] = ["announce.js", "copy_text.js"];

/// The files of the site that are made from these sources.
pub fn files() -> Result<Vec<File>, String> {
    let shared = |name| Ok((format!("embed/{name}"), project::read(&format!("{SOURCES}/{name}"))?.into_bytes()));
    EMBED_SHARED.into_iter().map(shared).chain([update_script()]).collect()
}

/// The script that says how old a copy of these pages is. It uses a worker that is there already, as only the guide's page
/// registers one.
fn update_script() -> Result<File, String> {
    let source = project::read(&format!("{SOURCES}/update.js"))?;
    let script = format!(
        "(() => {{\n\"use strict\";\nconst root = document.documentElement;\nconst parsed = Promise.resolve();\n{source}\n\
         checkForUpdates(true).catch(() => {{}});\n}})();\n"
    );
    Ok((UPDATE_SCRIPT.to_owned(), minify::script(&script)?.into_bytes()))
}

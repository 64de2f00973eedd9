//! The script of the pages beside the guide: a copy of them tells its age as the guide's own does, from the same source.

use navigator_guide::site::pages::UPDATE_SCRIPT;

use crate::public::File;
use crate::{minify, project};

/// What in the guide's script says how old a copy is.
const SOURCE: &str = "src/browser/update.js";

/// The file. These pages ask a worker that is there; only the guide's own has one come.
pub fn file() -> Result<File, String> {
    let source = project::read(SOURCE)?;
    let script = format!(
        "(() => {{\n\"use strict\";\nconst root = document.documentElement;\nconst parsed = Promise.resolve();\n{source}\n\
         followUpdates(true).catch(() => {{}});\n}})();\n"
    );
    Ok((UPDATE_SCRIPT.to_owned(), minify::script(&script)?.into_bytes()))
}

//! The editor's two programs, and the files beside them.

use std::path::Path;

use crate::program::{Scripts, build_package};
use crate::{cargo, read};

const APP_SCRIPTS: Scripts =
    Scripts { here: "document.currentScript.src", before: &[], after: "crates/studio/app/src/js/boot.js" };
const WORKER_SCRIPTS: Scripts =
    Scripts { here: "location.href", before: &[], after: "crates/studio/worker/src/js/boot.js" };

/// The files beside the programs, which are taken as they are.
const BESIDE: [&str; 2] = ["index.html", "sw.js"];
/// The parts of the stylesheet, in the order of the cascade.
const STYLE: [&str; 5] = [
    "style/tokens.css",
    "crates/studio/app/style/base.css",
    "crates/studio/app/style/forms.css",
    "crates/studio/app/style/view.css",
    "crates/studio/app/style/publish.css",
];

/// The editor's files, each with its path from `target/program/`. `quick` compiles in a fraction of the time, larger ones.
pub fn files(root: &Path, quick: bool) -> Result<Vec<(String, Vec<u8>)>, String> {
    let app = build_package(root, cargo::EDITOR_APP, quick, &APP_SCRIPTS)?;
    let worker = build_package(root, cargo::EDITOR_WORKER, quick, &WORKER_SCRIPTS)?;
    let mut files = vec![
        ("editor/app.js".to_owned(), app.script.into_bytes()),
        ("editor/app.wasm".to_owned(), app.wasm),
        ("editor/worker.js".to_owned(), worker.script.into_bytes()),
        ("editor/worker.wasm".to_owned(), worker.wasm),
    ];
    for name in BESIDE {
        files.push((format!("editor/{name}"), read(root, &format!("crates/studio/app/{name}"))?.into_bytes()));
    }
    let style: Result<String, String> = STYLE.iter().map(|path| read(root, path)).collect();
    files.push(("editor/editor.css".to_owned(), style?.into_bytes()));
    Ok(files)
}

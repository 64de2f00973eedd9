//! `cargo run -p xtask -- program` builds the programs for the browser into `target/program/`, from where `guide-site` includes them;
//! `-- editor --quick` builds only the editor's, in a fraction of the time and larger, for work on them; `-- weights` prints the sizes of
//! the crates in the module of the program on the phone, or in another that cargo has built; `-- release` makes what is handed out, and
//! `-- reproduce` makes it once more elsewhere and compares.

mod cargo;
mod compress;
mod editor;
mod function_order;
mod glue;
mod minify;
mod program;
mod release;
mod scripts;
mod weights;
mod workspace;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["program"] => build_programs(),
        ["release"] => release::release(&root()),
        ["reproduce"] => release::reproduce(&root()),
        ["editor", "--quick"] => editor::files(&root(), true).and_then(write_changed),
        ["weights"] => cargo::build_module(&root(), cargo::PHONE, false)
            .and_then(|module| weights::weights(&module))
            .map(|text| print!("{text}")),
        ["weights", module] => weights::weights(Path::new(module)).map(|text| print!("{text}")),
        _ => {
            eprintln!("usage: cargo run -p xtask -- program | editor --quick | weights [MODULE] | release | reproduce");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

/// The folder of what is built here.
const PROGRAMS: &str = "target/program";

/// Builds all programs.
fn build_programs() -> Result<(), String> {
    let program = program::build(&root())?;
    let mut files = vec![
        ("guide.js".to_owned(), program.script.into_bytes()),
        ("guide.wasm".to_owned(), program.wasm),
        ("update.js".to_owned(), scripts::update_script(&root())?.into_bytes()),
        ("early_fetch.js".to_owned(), scripts::early_fetch_script(&root())?.into_bytes()),
        ("embed.js".to_owned(), scripts::embed_script(&root())?.into_bytes()),
    ];
    for name in scripts::EMBED_SHARED {
        files.push((format!("embed/{name}"), read(&root(), &format!("src/js/{name}"))?.into_bytes()));
    }
    files.extend(editor::files(&root(), false)?);
    let compressed = compress::compressed(&root().join(PROGRAMS), &files)?;
    write_changed(files.into_iter().chain(compressed).collect())
}

/// Writes those files into `target/program/` that have changed, so that cargo rebuilds nothing for the others.
fn write_changed(files: Vec<(String, Vec<u8>)>) -> Result<(), String> {
    for (name, bytes) in files {
        let path = root().join(PROGRAMS).join(name);
        let folder = path.parent().unwrap_or(&path);
        fs::create_dir_all(folder).map_err(|why| format!("{}: {why}", folder.display()))?;
        if fs::read(&path).is_ok_and(|old| old == bytes) {
            continue;
        }
        fs::write(&path, bytes).map_err(|why| format!("{}: {why}", path.display()))?;
    }
    Ok(())
}

/// The project's folder.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The text of one of the project's files.
fn read(root: &Path, path: &str) -> Result<String, String> {
    let path = root.join(path);
    fs::read_to_string(&path).map_err(|why| format!("{}: {why}", path.display()))
}

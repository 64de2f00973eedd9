//! Writes the tables of files that `src/included.rs` includes: the shell, the style, the public files, the programs for the browser. All lie
//! in `included/`, as links to their places in the project, so that a package of this crate has them too. Without the feature `included`
//! nothing is included: the editor's worker, which is one of these programs, is built before they are there.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// The folder among the programs that has compressed copies of them.
const COMPRESSED: &str = "compressed";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    if env::var_os("CARGO_FEATURE_INCLUDED").is_none() {
        return Ok(());
    }
    let manifest_dir = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let included = manifest_dir.join("included");
    let programs = included.join("program");
    if !programs.is_dir() {
        println!("cargo::error=the program for the browser is not there yet: run `make program`");
        return Ok(());
    }
    let copies = compressed_copies(&programs.join(COMPRESSED))?;
    let (mut files, mut packed) = (String::new(), String::new());
    add_file(&mut files, "index.html", &included.join("index.html"));
    for folder in ["style", "public", "program"] {
        for (path, file) in files_of(&included.join(folder))? {
            let is_copy = folder == "program" && path.starts_with(COMPRESSED);
            let copy =
                |ending: &str| copies.iter().find(|(name, _)| folder == "program" && is_copy_of(name, &path, ending));
            match (copy("br"), copy("gz")) {
                _ if is_copy => {}
                (Some((_, brotli)), Some((_, gzip))) => {
                    let length = fs::metadata(&file)?.len();
                    let (brotli, gzip) = (tracked(brotli), tracked(gzip));
                    _ = writeln!(
                        packed,
                        "    Packed {{ path: \"{folder}/{path}\", length: {length}, brotli: include_bytes!({brotli:?}), gzip: include_bytes!({gzip:?}) }},"
                    );
                }
                _ => add_file(&mut files, &format!("{folder}/{path}"), &file),
            }
        }
    }
    let tables = format!("const FILES: &[(&str, &[u8])] = &[\n{files}];\nconst PACKED: &[Packed] = &[\n{packed}];\n");
    fs::write(PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("included.rs"), tables)
}

/// The compressed copies of programs, by their names in that folder.
fn compressed_copies(folder: &Path) -> io::Result<Vec<(String, PathBuf)>> {
    if folder.is_dir() { files_of(folder) } else { Ok(Vec::new()) }
}

/// Whether a compressed copy of this name is one of the program at a path: `editor-app.wasm.HASH.br` of `editor/app.wasm`.
fn is_copy_of(name: &str, path: &str, ending: &str) -> bool {
    let hash = name.strip_prefix(&path.replace('/', "-")).and_then(|rest| rest.strip_suffix(ending));
    hash.is_some_and(|hash| hash.len() > 2 && hash.starts_with('.') && !hash[1..hash.len() - 1].contains('.'))
}

/// Adds a file by its name in the table.
fn add_file(table: &mut String, name: &str, file: &Path) {
    _ = writeln!(table, "    ({name:?}, include_bytes!({:?})),", tracked(file));
}

/// All files below a folder, each with its path from there, with `/`, in order.
fn files_of(folder: &Path) -> io::Result<Vec<(String, PathBuf)>> {
    let mut files = Vec::new();
    files_below(folder, &mut files)?;
    files.sort();
    let with_path = |file: PathBuf| {
        let path = file.strip_prefix(folder).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        (path, file)
    };
    Ok(files.into_iter().map(with_path).collect())
}

/// Adds all files below a folder.
fn files_below(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    // The folder itself changes when a file is added or removed.
    tracked(folder);
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { files_below(&path, files)? } else { files.push(path) }
    }
    Ok(())
}

/// Has cargo run this script again when the file or folder at this path changes.
fn tracked(path: &Path) -> &Path {
    println!("cargo::rerun-if-changed={}", path.display());
    path
}

//! Writes the table of files that `src/included.rs` includes: the shell, the style, the public files, the programs for the browser. Without
//! the feature `included` nothing is included: the editor's worker, which is one of these programs, is built before they are there.

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
    let root = manifest_dir.join("../..").canonicalize()?;
    let programs = root.join("target/program");
    if !programs.is_dir() {
        println!("cargo::error=the program for the browser is not there yet: run `make program`");
        return Ok(());
    }
    let mut table = String::from("const FILES: &[(&str, &[u8])] = &[\n");
    add_row(&mut table, "index.html", &root.join("index.html"));
    for (name, folder) in
        [("style", root.join("style")), ("public", root.join("public")), ("program", programs.clone())]
    {
        add_folder(&mut table, name, &folder)?;
    }
    table.push_str("];\nconst COMPRESSED: &[(&str, &[u8])] = &[\n");
    let compressed = programs.join(COMPRESSED);
    if compressed.is_dir() {
        add_folder(&mut table, COMPRESSED, &compressed)?;
    }
    table.push_str("];\n");
    fs::write(PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("included.rs"), table)
}

/// Adds the files below a folder, each by its path from there, with `/`, below `name`.
fn add_folder(table: &mut String, name: &str, folder: &Path) -> io::Result<()> {
    let mut files = Vec::new();
    files_below(folder, &mut files)?;
    files.sort();
    // Copies are no files of a site: they have a table of their own.
    files.retain(|file| name == COMPRESSED || !file.starts_with(folder.join(COMPRESSED)));
    for file in files {
        let path = file.strip_prefix(folder).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        add_row(table, &format!("{name}/{path}"), &file);
    }
    Ok(())
}

/// Adds a file by its name in the table.
fn add_row(table: &mut String, name: &str, file: &Path) {
    _ = writeln!(table, "    ({name:?}, include_bytes!({:?})),", tracked(file));
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

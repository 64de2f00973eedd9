//! Writes the tables of files that `src/assets.rs` includes: the shell, the style, the public files, the programs for the browser.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let manifest_dir = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let root = manifest_dir.join("../..").canonicalize()?;
    let programs = root.join("target/program");
    let mut list = String::new();
    _ = writeln!(list, "const SHELL: &str = include_str!({:?});", tracked(&root.join("index.html")));
    write_table(&mut list, "STYLE", "include_str", "&str", &root.join("style"), "css")?;
    write_table(&mut list, "PUBLIC", "include_bytes", "&[u8]", &root.join("public"), "")?;
    if !programs.is_dir() {
        println!("cargo::error=the program for the browser is not there yet: run `make program`");
        return Ok(());
    }
    write_table(&mut list, "PROGRAMS", "include_bytes", "&[u8]", &programs, "")?;
    fs::write(PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("assets.rs"), list)
}

/// Writes a constant table of the files below a folder: their paths from it, with `/`, and their content. Unless `extension` is empty,
/// only files with that extension are in it.
fn write_table(
    list: &mut String,
    name: &str,
    include: &str,
    kind: &str,
    folder: &Path,
    extension: &str,
) -> io::Result<()> {
    _ = writeln!(list, "const {name}: &[(&str, {kind})] = &[");
    let mut files = Vec::new();
    files_below(folder, &mut files)?;
    files.retain(|file| extension.is_empty() || file.extension().is_some_and(|found| found == extension));
    files.sort();
    for file in files {
        let path = file.strip_prefix(folder).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        _ = writeln!(list, "    ({path:?}, {include}!({:?})),", tracked(&file));
    }
    list.push_str("];\n");
    Ok(())
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

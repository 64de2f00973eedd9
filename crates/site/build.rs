//! Lists the files that the site is made of, for `src/assets.rs` to carry inside: style, public files, the shell, the programs.

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

/// Writes a constant table of the files below a folder: their paths from it, with `/`, and what is in them. `ending` is what the
/// files' names end in, if it is not empty.
fn write_table(
    list: &mut String,
    name: &str,
    include: &str,
    kind: &str,
    folder: &Path,
    ending: &str,
) -> io::Result<()> {
    _ = writeln!(list, "const {name}: &[(&str, {kind})] = &[");
    let mut files = Vec::new();
    files_below(folder, &mut files)?;
    files.retain(|file| ending.is_empty() || file.extension().is_some_and(|found| found == ending));
    files.sort();
    for file in files {
        let path = file.strip_prefix(folder).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        _ = writeln!(list, "    ({path:?}, {include}!({:?})),", tracked(&file));
    }
    list.push_str("];\n");
    Ok(())
}

fn files_below(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    // A file that comes or goes changes its folder.
    tracked(folder);
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { files_below(&path, files)? } else { files.push(path) }
    }
    Ok(())
}

/// A path that cargo looks at before it takes an earlier result of this script.
fn tracked(path: &Path) -> &Path {
    println!("cargo::rerun-if-changed={}", path.display());
    path
}

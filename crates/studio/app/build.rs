//! Writes the words of the editor, `words/*.toml`, as Rust constants: a module for each section, a constant for each key.

use std::fmt::Write;
use std::path::PathBuf;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let folder = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let words = folder.join("words/ru.toml");
    println!("cargo::rerun-if-changed={}", words.display());
    let sections: toml::Table = toml::from_str(&fs::read_to_string(&words)?).map_err(io::Error::other)?;
    let mut code = String::new();
    for (section, keys) in &sections {
        _ = writeln!(code, "/// The section `[{section}]` of the words.\npub mod {section} {{");
        for (key, text) in keys.as_table().into_iter().flatten() {
            let text = text.as_str().unwrap_or_default();
            _ = writeln!(code, "    /// {text:?}\n    pub const {}: &str = {text:?};", key.to_uppercase());
        }
        code.push_str("}\n");
    }
    fs::write(PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("words.rs"), code)
}

//! The sums and the sizes of what is handed out.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

/// The file of the sums, as `sha256sum --check` reads it.
pub const FILE: &str = "SHA256SUMS";

/// A line for each file of a folder: its sum and its name.
pub fn of(folder: &Path) -> Result<String, String> {
    let mut text = String::new();
    for (name, bytes) in files(folder)?.into_iter().filter(|(name, _)| name != FILE) {
        let sum: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        _ = writeln!(text, "{sum}  {name}");
    }
    Ok(text)
}

/// A line for each file of a folder: its size and its name.
pub fn sizes(folder: &Path) -> Result<String, String> {
    let mut text = String::new();
    for (name, bytes) in files(folder)? {
        _ = writeln!(text, "{:>10}  {}/{name}", bytes.len(), super::FOLDER);
    }
    Ok(text)
}

/// The files of a folder in the order of their names.
fn files(folder: &Path) -> Result<Vec<(String, Vec<u8>)>, String> {
    let failed = |why: std::io::Error| format!("{}: {why}", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        files.push((entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).map_err(failed)?));
    }
    files.sort();
    Ok(files)
}

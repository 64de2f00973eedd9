//! Compresses the programs ahead: as much as possible takes ten times as long as building a site, and they are the same for all sites.

use std::io::Write;
use std::path::Path;
use std::{fs, io};

use sha2::{Digest, Sha256};

/// The folder of the compressed copies in that of the programs.
const FOLDER: &str = "compressed";
/// Smaller files are compressed when a site is built.
const SMALLEST: usize = 50_000;

/// The compressed copies of large files, each with its path: `compressed/editor-app.wasm.HASH.br` of `editor/app.wasm`, where the hash is that
/// of the file's own bytes. Copies that are there already are taken as they are, and those of other files removed.
pub fn compressed(programs: &Path, files: &[(String, Vec<u8>)]) -> Result<Vec<(String, Vec<u8>)>, String> {
    let folder = programs.join(FOLDER);
    let mut copies = Vec::new();
    for (path, bytes) in files.iter().filter(|(_, bytes)| bytes.len() >= SMALLEST) {
        let hash: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        for (ending, compress) in [("br", brotli as fn(&[u8]) -> io::Result<Vec<u8>>), ("gz", gzip)] {
            let name = format!("{}.{hash}.{ending}", path.replace('/', "-"));
            let copy = fs::read(folder.join(&name)).or_else(|_| compress(bytes));
            copies.push((format!("{FOLDER}/{name}"), copy.map_err(|why| format!("{name}: {why}"))?));
        }
    }
    for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if !copies.iter().any(|(path, _)| path.ends_with(&name)) {
            fs::remove_file(entry.path()).map_err(|why| format!("{name}: {why}"))?;
        }
    }
    Ok(copies)
}

fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let options =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    let mut copy = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut copy, &options)?;
    Ok(copy)
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut copy = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    copy.write_all(bytes)?;
    copy.finish()
}

//! Compresses the files of a site for its host.

use std::io::{self, Write};

use guide_core::pages::EDITOR_FOLDER;
use guide_site::File;

/// A file of the site with its compressed copies, of which a server sends one.
pub struct Compressed {
    /// Its path from the site's folder, with `/`.
    pub path: String,
    /// Its bytes as they are.
    pub raw: Vec<u8>,
    /// Its bytes in gzip; `None` where they are no fewer.
    pub gzip: Option<Vec<u8>>,
    /// Its bytes in brotli; `None` where they are no fewer.
    pub brotli: Option<Vec<u8>>,
}

impl Compressed {
    /// The file and its compressed copies, as a host needs them: their paths from the site's folder, and their bytes.
    pub fn variants(&self) -> impl Iterator<Item = (String, &[u8])> {
        let compressed = [("gz", &self.gzip), ("br", &self.brotli)];
        let compressed = compressed
            .into_iter()
            .filter_map(|(ending, bytes)| Some((format!("{}.{ending}", self.path), bytes.as_deref()?)));
        std::iter::once((self.path.clone(), self.raw.as_slice())).chain(compressed)
    }
}

/// Compresses files as much as possible and keeps their order. Large programs were compressed ahead.
pub fn compress(files: Vec<File>) -> io::Result<Vec<Compressed>> {
    files.into_iter().map(compress_file).collect()
}

fn compress_file(File { path, bytes: raw }: File) -> io::Result<Compressed> {
    let ahead = |ending: &str| guide_site::compressed(&raw, ending).map(<[u8]>::to_vec);
    let gzip = ahead("gz").map_or_else(|| gzip(&raw), Ok)?;
    let brotli = ahead("br").map_or_else(|| brotli(&path, &raw), Ok)?;
    let smaller = |bytes: Vec<u8>| (bytes.len() < raw.len()).then_some(bytes);
    Ok(Compressed { gzip: smaller(gzip), brotli: smaller(brotli), path, raw })
}

fn gzip(raw: &[u8]) -> io::Result<Vec<u8>> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(raw)?;
    gzip.finish()
}

fn brotli(path: &str, mut raw: &[u8]) -> io::Result<Vec<u8>> {
    // The last two levels take ten times as long. Only staff load the editor, once a version, and the pack in it is large.
    let quality = if path.starts_with(EDITOR_FOLDER) { 9 } else { 11 };
    let options = brotli::enc::BrotliEncoderParams { quality, lgwin: 22, size_hint: raw.len(), ..Default::default() };
    let mut brotli = Vec::new();
    brotli::BrotliCompress(&mut raw, &mut brotli, &options)?;
    Ok(brotli)
}

//! Compressing files for the wire.

use std::io::{self, Write};

use guide_site::File;

/// A file of the site as a server may send it.
pub struct Compressed {
    /// The path from the site's folder.
    pub path: String,
    pub raw: Vec<u8>,
    /// Gzip and brotli at their smallest; `None` where compressing gains nothing.
    pub gzip: Option<Vec<u8>>,
    pub brotli: Option<Vec<u8>>,
}

impl Compressed {
    /// The files that a host needs of it, the compressed ones beside it: their paths from the site's folder, and their bytes.
    pub fn variants(&self) -> impl Iterator<Item = (String, &[u8])> {
        let compressed = [("gz", &self.gzip), ("br", &self.brotli)];
        let compressed = compressed
            .into_iter()
            .filter_map(|(ending, bytes)| Some((format!("{}.{ending}", self.path), bytes.as_deref()?)));
        std::iter::once((self.path.clone(), self.raw.as_slice())).chain(compressed)
    }
}

/// Compresses files, in their order.
pub fn compress(files: Vec<File>) -> io::Result<Vec<Compressed>> {
    files.into_iter().map(compress_file).collect()
}

fn compress_file(File { path, bytes: raw }: File) -> io::Result<Compressed> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(&raw)?;
    let gzip = gzip.finish()?;
    let mut brotli = Vec::new();
    let quality =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: raw.len(), ..Default::default() };
    brotli::BrotliCompress(&mut raw.as_slice(), &mut brotli, &quality)?;
    let smaller = |bytes: Vec<u8>| (bytes.len() < raw.len()).then_some(bytes);
    Ok(Compressed { gzip: smaller(gzip), brotli: smaller(brotli), path, raw })
}

//! Compresses the files of a site for its host.

use std::cmp::Reverse;
use std::io::{self, Write};
use std::sync::{Mutex, PoisonError};

use guide_core::pages::{CONTENT_FOLDER, EDITOR_FOLDER, Page};
use guide_site::File;
use guide_site::script_payload::is_script_payload;

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

/// A page of more bytes than this is one of a large guide.
const LARGE: usize = 200_000;

/// Compresses files, nearly as much as possible, on all processors, and keeps their order. Large programs were compressed ahead.
pub fn compress(files: Vec<File>) -> io::Result<Vec<Compressed>> {
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    // The largest first, so that no processor is left alone with one of them at the end.
    let mut files: Vec<(usize, File)> = files.into_iter().enumerate().collect();
    files.sort_by_key(|(_, file)| Reverse(file.bytes.len()));
    let queue = Mutex::new(files.into_iter());
    // A function of its own, so that nobody keeps the queue while it compresses.
    let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).next();
    let work = || {
        let mut done = Vec::new();
        while let Some((number, file)) = next() {
            done.push((number, compress_file(file)));
        }
        done
    };
    let mut compressed: Vec<(usize, io::Result<Compressed>)> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..processors).map(|_| scope.spawn(work)).collect();
        let join = |worker: std::thread::ScopedJoinHandle<'_, Vec<_>>| {
            worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        };
        workers.into_iter().flat_map(join).collect()
    });
    compressed.sort_by_key(|(number, _)| *number);
    compressed.into_iter().map(|(_, compressed)| compressed).collect()
}

fn compress_file(File { path, bytes: raw }: File) -> io::Result<Compressed> {
    let ahead = |ending: &str| guide_site::compressed(&raw, ending).map(<[u8]>::to_vec);
    let gzip = ahead("gz").map_or_else(|| gzip(&path, &raw), Ok)?;
    let brotli = ahead("br").map_or_else(|| brotli(&path, &raw), Ok)?;
    let smaller = |bytes: Vec<u8>| (bytes.len() < raw.len()).then_some(bytes);
    Ok(Compressed { gzip: smaller(gzip), brotli: smaller(brotli), path, raw })
}

/// Whether only staff load a file.
fn is_for_staff(path: &str) -> bool {
    [EDITOR_FOLDER, CONTENT_FOLDER].iter().any(|folder| path.starts_with(folder))
}

fn gzip(path: &str, raw: &[u8]) -> io::Result<Vec<u8>> {
    // The last levels take four times as long for 3 % of the phrases, the largest file of the content.
    let level = if is_for_staff(path) { flate2::Compression::default() } else { flate2::Compression::best() };
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), level);
    gzip.write_all(raw)?;
    gzip.finish()
}

fn brotli(path: &str, mut raw: &[u8]) -> io::Result<Vec<u8>> {
    // The last two levels take ten times as long. Only staff load the editor and the content, once a version, and both are large. The
    // last one takes four times as long as the one before for 4 % of a page: that counts where the page is the first that a phone waits for,
    // not in the payloads, which only frames without an origin load. A picture is compressed already.
    let quality = match path {
        _ if is_for_staff(path) || path.ends_with(".png") => 9,
        _ if raw.len() > LARGE && path != Page::Guide.file() || is_script_payload(path) => 10,
        _ => 11,
    };
    let options = brotli::enc::BrotliEncoderParams { quality, lgwin: 22, size_hint: raw.len(), ..Default::default() };
    let mut brotli = Vec::new();
    brotli::BrotliCompress(&mut raw, &mut brotli, &options)?;
    Ok(brotli)
}

//! Pressing files for the wire, and the table of what they weigh.

use std::io::Write;

use base64::Engine;
use sha2::Digest;

use crate::carry;

/// A file of the site as a server may send it.
pub struct Pressed {
    /// The path from the site's folder.
    pub name: String,
    pub raw: Vec<u8>,
    /// Gzip and brotli at their smallest; `None` where pressing gains nothing.
    pub gzip: Option<Vec<u8>>,
    pub brotli: Option<Vec<u8>>,
}

impl Pressed {
    /// The files that a host needs of it, the pressed ones beside it: their paths from the site's folder, and their bytes.
    pub fn variants(&self) -> impl Iterator<Item = (String, &[u8])> {
        let pressed = [("gz", &self.gzip), ("br", &self.brotli)];
        let pressed = pressed
            .into_iter()
            .filter_map(|(ending, bytes)| Some((format!("{}.{ending}", self.name), bytes.as_deref()?)));
        std::iter::once((self.name.clone(), self.raw.as_slice())).chain(pressed)
    }
}

/// The integrity of a file as SRI writes it.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", base64::engine::general_purpose::STANDARD.encode(sha2::Sha384::digest(bytes)))
}

/// A short text that changes with the bytes.
pub fn version(bytes: &[u8]) -> String {
    sha2::Sha256::digest(bytes).iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

/// Presses a file.
pub fn press(name: String, raw: Vec<u8>) -> std::io::Result<Pressed> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(&raw)?;
    let gzip = gzip.finish()?;
    let mut pressed = Vec::new();
    let quality =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: raw.len(), ..Default::default() };
    brotli::BrotliCompress(&mut raw.as_slice(), &mut pressed, &quality)?;
    let smaller = |bytes: Vec<u8>| (bytes.len() < raw.len()).then_some(bytes);
    Ok(Pressed { gzip: smaller(gzip), brotli: smaller(pressed), name, raw })
}

/// The sizes of all files, a line each, in bytes, with the sum of what the islands need of an ordinary host.
pub fn table(files: &[Pressed]) -> String {
    let width = files.iter().map(|file| file.name.chars().count()).max().unwrap_or(0).max(24);
    let mut text = format!("{:width$} {:>10} {:>10} {:>10}\n", "файл, байт", "как есть", "gzip", "brotli");
    let mut line = |name: &str, sizes: [usize; 3]| {
        let [raw, gzip, brotli] = sizes.map(grouped);
        text.push_str(&format!("{name:width$} {raw:>10} {gzip:>10} {brotli:>10}\n"));
    };
    let mut islands = [0; 3];
    for file in files {
        line(&file.name, sizes(file));
        if file.name.starts_with("assets/guide-") && !carry::carries(&file.name) {
            islands = std::array::from_fn(|at| islands[at] + sizes(file)[at]);
        }
    }
    line("JS + wasm", islands);
    text
}

fn sizes(file: &Pressed) -> [usize; 3] {
    let raw = file.raw.len();
    [raw, file.gzip.as_ref().map_or(raw, Vec::len), file.brotli.as_ref().map_or(raw, Vec::len)]
}

/// A number with its thousands apart.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('\u{a0}');
        }
        text.push(digit);
    }
    text
}

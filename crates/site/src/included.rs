//! The assets that are included in the tool. `build.rs` writes the tables of them.
//!
//! The large programs are included as their compressed copies alone, which every site needs too: the tool is smaller by a third.

use std::sync::OnceLock;

include!(concat!(env!("OUT_DIR"), "/included.rs"));

/// A program that was compressed ahead, as much as possible.
struct Packed {
    /// Its path among the assets.
    path: &'static str,
    /// How many bytes it has.
    length: usize,
    brotli: &'static [u8],
    gzip: &'static [u8],
}

/// Every file, each with its path among the assets.
pub fn files() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    let unpacked = PACKED.iter().zip(unpacked()).map(|(packed, bytes)| (packed.path, bytes.as_slice()));
    FILES.iter().copied().chain(unpacked)
}

/// The copy of an included file that was compressed ahead: `ending` is `br` or `gz`. `None` where there is none of these bytes.
pub fn compressed(bytes: &[u8], ending: &str) -> Option<&'static [u8]> {
    let packed = PACKED.iter().zip(unpacked()).find(|(_, unpacked)| *unpacked == bytes)?.0;
    match ending {
        "br" => Some(packed.brotli),
        "gz" => Some(packed.gzip),
        _ => None,
    }
}

/// The bytes of each of [`PACKED`].
fn unpacked() -> &'static [Vec<u8>] {
    static UNPACKED: OnceLock<Vec<Vec<u8>>> = OnceLock::new();
    UNPACKED.get_or_init(|| PACKED.iter().map(unpack).collect())
}

fn unpack(packed: &Packed) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(packed.length);
    // It is part of this program and was made of this file: a test holds that all of it comes out.
    _ = brotli::BrotliDecompress(&mut &*packed.brotli, &mut bytes);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_whole_and_has_both_copies() {
        assert!(PACKED.len() >= 3, "{} programs", PACKED.len());
        for (packed, bytes) in PACKED.iter().zip(unpacked()) {
            assert_eq!(bytes.len(), packed.length, "{}", packed.path);
            assert!(bytes.starts_with(b"\0asm"), "{}", packed.path);
            let gzip = compressed(bytes, "gz").expect("a copy");
            let mut of_gzip = Vec::new();
            std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(gzip), &mut of_gzip).expect("gzip");
            assert!(of_gzip == *bytes, "{}", packed.path);
        }
        assert!(compressed(b"other", "br").is_none() && files().any(|(path, _)| path == "program/editor/worker.wasm"));
    }
}

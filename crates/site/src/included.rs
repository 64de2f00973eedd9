//! The assets that are included in the tool. `build.rs` writes the tables of them.

use sha2::{Digest, Sha256};

include!(concat!(env!("OUT_DIR"), "/included.rs"));

/// Every file, each with its path among the assets.
pub fn files() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    FILES.iter().copied()
}

/// The copy of an included file that was compressed ahead: `ending` is `br` or `gz`. `None` where there is none of these bytes.
pub fn compressed(bytes: &[u8], ending: &str) -> Option<&'static [u8]> {
    let hash: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let name = format!("compressed/{hash}.{ending}");
    COMPRESSED.iter().find(|(path, _)| *path == name).map(|(_, copy)| *copy)
}

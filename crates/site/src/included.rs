//! The assets that are included in the tool. `build.rs` writes the table of them.

include!(concat!(env!("OUT_DIR"), "/included.rs"));

/// Every file, each with its path among the assets.
pub fn files() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    FILES.iter().copied()
}

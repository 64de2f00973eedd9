//! Hashes of files: for names that may be cached for ever, for subresource integrity, for the content security policy.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

/// Twelve hexadecimal digits that change with the bytes, for a version or a file's name.
pub fn version(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

/// A file's path below `assets/`, which changes with the bytes, so that it may be cached for ever.
pub fn asset_path(stem: &str, ending: &str, bytes: &[u8]) -> String {
    format!("assets/{stem}-{}.{ending}", version(bytes))
}

/// The integrity of a file, as `integrity` attributes have it.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// The hash of a stylesheet or a script within a page, as a content security policy names it.
pub fn policy_hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

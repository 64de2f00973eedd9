//! Files for pages of no origin: in a sandboxed frame, or opened from a disk, a page may read no file, but it may run a
//! script. So each file that the islands read lies there a second time, as a script that hands its bytes over.

/// What follows the name of the file that a script carries.
const ENDING: &str = ".js";

/// The script that carries a file: its name and its text.
pub fn carrier(name: &str, bytes: &[u8]) -> (String, Vec<u8>) {
    // A byte a character: brotli finds what repeats, as it would not in base64.
    let mut text = String::from("document.currentScript.dispatchEvent(new CustomEvent(\"bytes\",{detail:\"");
    for byte in bytes {
        match byte {
            b'"' | b'\\' => text.extend(['\\', char::from(*byte)]),
            b'\n' => text.push_str("\\n"),
            b'\r' => text.push_str("\\r"),
            _ => text.push(char::from(*byte)),
        }
    }
    text.push_str("\"}))\n");
    (format!("{name}{ENDING}"), text.into_bytes())
}

/// Whether a file is such a script.
pub fn carries(name: &str) -> bool {
    name.strip_suffix(ENDING).is_some_and(|name| name.ends_with(".wasm") || name.ends_with(".bin"))
}

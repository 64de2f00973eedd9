//! Files for pages without an origin. In a sandboxed frame, or opened from a disk, a page may fetch no file, but it may run a script.
//! So each file that the program fetches is on the site a second time, as a script whose payload is the file's bytes.

use crate::file::File;

/// What a script's path has after that of its file.
const SUFFIX: &str = ".js";

/// The script that passes a file's bytes on, as an event at its own element.
pub fn script_payload(file: &File) -> File {
    // One character a byte: unlike base64 this lets brotli find repetitions.
    let mut text = String::from("document.currentScript.dispatchEvent(new CustomEvent(\"bytes\",{detail:\"");
    for byte in &file.bytes {
        match byte {
            b'"' | b'\\' => text.extend(['\\', char::from(*byte)]),
            b'\n' => text.push_str("\\n"),
            b'\r' => text.push_str("\\r"),
            _ => text.push(char::from(*byte)),
        }
    }
    text.push_str("\"}))\n");
    File::new(format!("{}{SUFFIX}", file.path), text)
}

/// Whether the file at a path is such a script.
pub fn is_script_payload(path: &str) -> bool {
    path.strip_suffix(SUFFIX).is_some_and(|path| path.ends_with(".wasm") || path.ends_with(".bin"))
}

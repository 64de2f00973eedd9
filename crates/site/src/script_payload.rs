//! Files for pages without an origin: in a sandboxed frame, or opened from a disk, a page may read no file, but it may run a
//! script. So each file that the islands read lies there a second time, as a script that hands its bytes over.

use crate::file::File;

/// What such a script's path has after that of the file.
const ENDING: &str = ".js";

/// The script that hands over a file's bytes.
pub fn script_payload(file: &File) -> File {
    // A byte a character: brotli finds what repeats, as it would not in base64.
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
    File::new(format!("{}{ENDING}", file.path), text)
}

/// Whether the file at a path is such a script.
pub fn is_script_payload(path: &str) -> bool {
    path.strip_suffix(ENDING).is_some_and(|path| path.ends_with(".wasm") || path.ends_with(".bin"))
}

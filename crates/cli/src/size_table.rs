//! The table of the sizes of a site's files.

use guide_content::message;
use guide_site::script_payload::is_script_payload;

use crate::compress::Compressed;
use crate::language::said;

/// The sizes of all files in bytes, a line each, and last the sum of the program's files that a phone loads from an ordinary host.
pub fn size_table(files: &[Compressed]) -> String {
    let width = files.iter().map(|file| file.path.chars().count()).max().unwrap_or(0).max(24);
    let (file, raw) = (message!("файл, байт", "file, bytes"), message!("как есть", "as it is"));
    let mut text = format!("{:width$} {:>10} {:>10} {:>10}\n", said(&file), said(&raw), "gzip", "brotli");
    let mut line = |name: &str, sizes: [usize; 3]| {
        let [raw, gzip, brotli] = sizes.map(grouped);
        text.push_str(&format!("{name:width$} {raw:>10} {gzip:>10} {brotli:>10}\n"));
    };
    let mut program = [0; 3];
    for file in files {
        line(&file.path, sizes(file));
        if file.path.starts_with("assets/guide-") && !is_script_payload(&file.path) {
            program = std::array::from_fn(|at| program[at] + sizes(file)[at]);
        }
    }
    line("JS + wasm", program);
    text
}

/// A file's size as it is, in gzip and in brotli.
fn sizes(file: &Compressed) -> [usize; 3] {
    let raw = file.raw.len();
    [raw, file.gzip.as_ref().map_or(raw, Vec::len), file.brotli.as_ref().map_or(raw, Vec::len)]
}

/// A number with spaces between its thousands.
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

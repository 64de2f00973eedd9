//! Telephone numbers in the form that people read.

use crate::guide::Hotline;

/// The full number of a hotline: `+7 (4932) 48-28-08`.
pub fn full_phone(hotline: &Hotline) -> String {
    readable(&hotline.phone, &hotline.phone_shown)
}

/// A dialled number, such as `+74932482808`, with its last digits as in `shown`, such as `48-28-08`. Where the number does not end in
/// these digits, it stays as it is.
pub fn readable(dialled: &str, shown: &str) -> String {
    let end: String = shown.chars().filter(char::is_ascii_digit).collect();
    match dialled.strip_suffix(end.as_str()).and_then(|codes| codes.split_at_checked(2)) {
        Some((country, area)) if !area.is_empty() => format!("{country} ({area}) {shown}"),
        _ => dialled.to_owned(),
    }
}

//! A telephone number as people read it.

use crate::guide::Hotline;

/// The full number as people read it: `+7 (4932) 48-28-08`, from what is dialled and how the source writes its end.
pub fn full_phone(hotline: &Hotline) -> String {
    readable(&hotline.phone, &hotline.phone_shown)
}

/// What is dialled, with its end written as `shown` has it.
pub fn readable(dialled: &str, shown: &str) -> String {
    let end: String = shown.chars().filter(char::is_ascii_digit).collect();
    match dialled.strip_suffix(end.as_str()).and_then(|codes| codes.split_at_checked(2)) {
        Some((country, area)) if !area.is_empty() => format!("{country} ({area}) {shown}"),
        _ => dialled.to_owned(),
    }
}

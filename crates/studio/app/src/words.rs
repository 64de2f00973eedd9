//! The editor's own words, which `build.rs` reads from `words/ru.toml`, and their placeholders.

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// A text with `{name}` of each pair replaced by its value.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = text.to_owned();
    for (name, value) in values {
        filled = filled.replace(&format!("{{{name}}}"), value);
    }
    filled
}

//! Placeholders in texts, such as `{name}`: filling and listing them.

use std::ops::Range;

/// Replaces each placeholder by the value of its name; one without a value stays as it is.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len() + 16);
    let mut copied = 0;
    for (name, range) in placeholders(template) {
        if let Some((_, value)) = values.iter().find(|(key, _)| *key == name) {
            filled.push_str(&template[copied..range.start]);
            filled.push_str(value);
            copied = range.end;
        }
    }
    filled.push_str(&template[copied..]);
    filled
}

/// The placeholders of a template and their byte ranges, braces included, in order.
pub fn placeholders(template: &str) -> impl Iterator<Item = (&str, Range<usize>)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let open = from + template.get(from..)?.find('{')?;
        let close = open + template.get(open..)?.find('}')?;
        from = close + 1;
        Some((template.get(open + 1..close)?, open..from))
    })
}

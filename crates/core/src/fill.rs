//! Placeholders: `{name}` in a text, filled or listed.

use std::ops::Range;

/// Replaces each `{name}` by its value; a placeholder that has none stays as it is.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len() + 16);
    let mut rest = 0;
    for (name, at) in placeholders(template) {
        if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
            filled.push_str(&template[rest..at.start]);
            filled.push_str(value);
            rest = at.end;
        }
    }
    filled.push_str(&template[rest..]);
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

//! Filling the placeholders of files that are not texts of the guide: the shell, scripts, settings for hosts.
//!
//! Texts of the guide have `{name}` (`guide_core::fill`), which staff write; in scripts and settings braces mean something else, so
//! there a placeholder is a word such as `GUIDE_TITLE` that stands nowhere else.

/// Replaces every occurrence of each placeholder by its value, which is never looked at for placeholders again. The error names a
/// placeholder that the template does not have.
pub fn fill(template: &str, values: &[(&str, &str)]) -> Result<String, String> {
    if let Some((lost, _)) = values.iter().find(|(placeholder, _)| !template.contains(placeholder)) {
        return Err(format!("в шаблоне нет места {lost}"));
    }
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    let next = |rest: &str| {
        let found =
            values.iter().filter_map(|(placeholder, value)| Some((rest.find(placeholder)?, *placeholder, *value)));
        found.min_by_key(|(at, ..)| *at)
    };
    while let Some((at, placeholder, value)) = next(rest) {
        filled.push_str(&rest[..at]);
        filled.push_str(value);
        rest = &rest[at + placeholder.len()..];
    }
    filled.push_str(rest);
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn every_place_is_filled_once() {
        let filled = fill("A_ONE, A_TWO, A_ONE", &[("A_ONE", "A_TWO"), ("A_TWO", "2")]);
        assert_eq!(filled.as_deref(), Ok("A_TWO, 2, A_TWO"));
    }

    #[test]
    fn a_lost_placeholder_is_named() {
        assert_eq!(fill("A_ONE", &[("A_TWO", "2")]), Err("в шаблоне нет места A_TWO".to_owned()));
    }
}

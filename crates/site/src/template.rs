//! Fills the placeholders of files that are not texts of the guide: the shell, scripts, settings for hosts.
//!
//! Texts of the guide have placeholders such as `{name}` (`guide_core::fill`). Braces mean something else in scripts and settings, so a
//! placeholder there is a word such as `GUIDE_TITLE` that occurs nowhere else.

use crate::site_error::SiteError;

/// Replaces every occurrence of each placeholder by its value; placeholders within values are not replaced. The error is a Russian
/// sentence that names a placeholder that the template does not have.
pub fn fill(template: &str, values: &[(&str, &str)]) -> Result<String, SiteError> {
    if let Some((missing, _)) = values.iter().find(|(placeholder, _)| !template.contains(placeholder)) {
        return Err(SiteError::MissingPlaceholder((*missing).to_owned()));
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
    use super::{SiteError, fill};

    #[test]
    fn values_are_not_filled_again() {
        let filled = fill("A_ONE, A_TWO, A_ONE", &[("A_ONE", "A_TWO"), ("A_TWO", "2")]);
        assert_eq!(filled.as_deref(), Ok("A_TWO, 2, A_TWO"));
    }

    #[test]
    fn a_missing_placeholder_is_an_error() {
        assert_eq!(fill("A_ONE", &[("A_TWO", "2")]), Err(SiteError::MissingPlaceholder("A_TWO".to_owned())));
    }
}

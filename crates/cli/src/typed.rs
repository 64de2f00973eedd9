//! Paths as they have to be typed on a command line.

use std::path::Path;

/// A path as it has to be typed: in quotes where it has signs that the shell takes for something else.
pub fn typed(path: &Path) -> String {
    let text = path.to_string_lossy();
    let is_plain = |sign: char| sign.is_alphanumeric() || "/\\.:_-+,@".contains(sign);
    match text.chars().all(is_plain) {
        // What begins with a hyphen would be taken for an option.
        true if text.starts_with('-') => format!("./{text}"),
        true => text.into_owned(),
        false if cfg!(windows) || !text.contains(['"', '$', '`', '\\', '!']) => format!("\"{text}\""),
        false => format!("'{}'", text.replace('\'', "'\\''")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_quoted_where_it_must_be() {
        for (path, wanted) in [
            ("my-guide/guide.toml", "my-guide/guide.toml"),
            ("Мой справочник/guide.toml", "\"Мой справочник/guide.toml\""),
            ("справочник", "справочник"),
            ("-guide", "./-guide"),
            ("a&b", "\"a&b\""),
        ] {
            assert_eq!(typed(Path::new(path)), wanted);
        }
        if cfg!(unix) {
            assert_eq!(typed(Path::new("$HOME's")), "'$HOME'\\''s'");
        }
    }
}

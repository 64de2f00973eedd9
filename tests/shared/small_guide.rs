//! Loading and checking texts as content files, for tests of the crates.

use guide_content::check::check;
use guide_content::{Loaded, World, load, zone_database};
use guide_core::schedule::Date;

pub const SMALL: &str = include_str!("../data/small.toml");
/// The words of the shipped guide, which the small one does without.
pub const STRINGS: &str = include_str!("../../content/words.toml");

/// Loads and checks a guide's text called `content/small.toml`, with its strings and its phrases beside it, on a day soon after the
/// small guide's source.
pub fn loaded_with(guide: &str, strings: &str, phrases: &str) -> Loaded {
    let read = |path: &str| match path {
        "content/small.toml" => Ok(guide.to_owned()),
        "content/words.toml" => Ok(strings.to_owned()),
        "content/phrases.toml" => Ok(phrases.to_owned()),
        other => Err(format!("файла {other} нет")),
    };
    checked("content/small.toml", &read)
}

/// Loads and checks the content file at a path.
pub fn checked(path: &str, read: &dyn Fn(&str) -> Result<String, String>) -> Loaded {
    let loaded = load(path, &World { read, zone: &zone_database::offsets });
    if let Some(guide) = &loaded.guide {
        check(guide, loaded.phrases.as_ref(), Date::new(2026, 11, 23), &loaded.diagnostics);
    }
    loaded
}

/// A text with one change.
#[track_caller]
pub fn changed(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "the fixture has no {from:?}");
    text.replacen(from, to, 1)
}

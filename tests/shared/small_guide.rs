//! Loading and checking texts as content files, for tests of the crates.

use guide_content::check::check;
use guide_content::message;
use guide_content::message::{HAS_ENGLISH, MessageLanguage};
use guide_content::{Loaded, World, load, zone_database};
use guide_core::schedule::Date;

#[path = "in_english.rs"]
pub mod in_english;

use self::in_english::assert_in_english;

pub const SMALL: &str = include_str!("../data/small.toml");
/// The words of the shipped guide, which the small one does without.
pub const STRINGS: &str = include_str!("../../content/words.toml");

/// Loads and checks a guide's text called `content/small.toml`, with its strings and its phrases beside it, on a day soon after the
/// small guide's source.
pub fn loaded_with(guide: &str, strings: &str, phrases: &str) -> Loaded {
    let read = |path: &str| match path {
        "content/small.toml" => Ok(guide.into()),
        "content/words.toml" => Ok(strings.into()),
        "content/phrases.toml" => Ok(phrases.into()),
        other => Err(format!("файла {other} нет")),
    };
    checked("content/small.toml", &read)
}

/// Loads and checks the content file at a path.
pub fn checked(path: &str, read: &dyn Fn(&str) -> Result<Vec<u8>, String>) -> Loaded {
    let read = |path: &str| read(path).map_err(|why| message!("{why}", "there is no file {path}"));
    let loaded = load(path, &World { read: &read, zone: &zone_database::offsets });
    if let Some(guide) = &loaded.guide {
        check(guide, loaded.phrases.as_ref(), Date::new(2026, 11, 23), &loaded.diagnostics);
    }
    assert_complete(&loaded);
    loaded
}

/// Every diagnostic has both sentences, in Russian and in English, and a place in its file.
#[track_caller]
pub fn assert_complete(loaded: &Loaded) {
    for diagnostic in loaded.diagnostics.sorted() {
        let report = diagnostic.render(&loaded.files, MessageLanguage::Russian);
        assert!(!diagnostic.what.ru.trim().is_empty(), "nothing is said to be wrong:\n{report}");
        assert!(!diagnostic.instead.ru.trim().is_empty(), "no advice:\n{report}");
        if HAS_ENGLISH {
            let texts: Vec<&str> = loaded.files.iter().flat_map(|file| [&*file.text, &*file.path]).collect();
            assert_in_english(&diagnostic.what.ru, &diagnostic.what.en, &texts);
            assert_in_english(&diagnostic.instead.ru, &diagnostic.instead.en, &texts);
        }
        let file = loaded.files.get(diagnostic.file).unwrap_or_else(|| panic!("no file:\n{report}"));
        let (start, end) = (diagnostic.at.start, diagnostic.at.end);
        assert!(start <= end && end <= file.text.len(), "{start}..{end} is not in the file:\n{report}");
        assert!(
            file.text.is_char_boundary(start) && file.text.is_char_boundary(end),
            "{start}..{end} splits a letter:\n{report}"
        );
    }
}

/// A text with one change.
#[track_caller]
pub fn changed(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "the fixture has no {from:?}");
    text.replacen(from, to, 1)
}

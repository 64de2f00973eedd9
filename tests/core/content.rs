//! Loading the small guide of the tests, as it is and with a change.

use navigator_guide::guide::load::{Loaded, World, load};
use navigator_guide::guide::schedule::Date;

pub const SMALL: &str = include_str!("../data/small.toml");
pub const WORDS: &str = include_str!("../data/ru.toml");

/// Phrases of two steps, one of which the small guide has not.
const PHRASES: &str = "[lost]\nphrases = '''\nпотерялось\n'''\n[gone]\nphrases = '''\nпропало {что}\n'''\n";

/// Loads a guide's text with a words' text beside it, on a day soon after the small guide's source.
pub fn loaded(guide: &str, words: &str) -> Loaded {
    let read = |path: &str| match path {
        "content/small.toml" => Ok(guide.to_owned()),
        "content/ru.toml" => Ok(words.to_owned()),
        "content/phrases.toml" => Ok(PHRASES.to_owned()),
        other => Err(format!("файла {other} нет")),
    };
    let world = World {
        read: &read,
        zone_known: &|name| jiff::tz::TimeZone::get(name).is_ok(),
        today: Date::new(2026, 11, 23),
    };
    load("content/small.toml", &world)
}

#[test]
fn the_small_guide_is_sound() {
    let loaded = loaded(SMALL, WORDS);
    assert_eq!(loaded.report(), "");
    let guide = loaded.guide.expect("a guide without findings");
    assert_eq!(guide.steps.len(), 4);
    assert_eq!(guide.words.page.dont.value, "Нельзя");
}

#[test]
fn a_missing_file_is_named() {
    let nothing = |path: &str| Err(format!("файла {path} нет"));
    let loaded = load("content/none.toml", &World { read: &nothing, zone_known: &|_| true, today: None });
    assert!(loaded.guide.is_none());
    assert_eq!(
        loaded.report(),
        "content/none.toml:1:1: ошибка: файла content/none.toml нет\n  = Проверьте путь: его называет ключ --content.\n\n"
    );
}

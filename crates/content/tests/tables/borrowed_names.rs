//! What is left of the guide that another was begun from: a warning at each text that names it, and at no other.

use guide_content::message::MessageLanguage;
use guide_content::{Loaded, Severity};

use crate::loading::loaded;
use crate::small_guide::{SMALL, STRINGS, changed, checked};

const SHIPPED: &str = include_str!("../../../../content/ivanovo.toml");
const PHRASES: &str = include_str!("../../../../content/phrases.toml");

/// The shipped guide for another place, with these words of its own.
fn shipped_for(place: &str, words: &str) -> Loaded {
    let guide = changed(SHIPPED, "place = \"Иваново\"", place);
    checked("ivanovo.toml", &|path| match path {
        "ivanovo.toml" => Ok(guide.clone().into_bytes()),
        "words.toml" => Ok(words.as_bytes().to_owned()),
        "phrases.toml" => Ok(PHRASES.as_bytes().to_owned()),
        other => Err(format!("файла {other} нет")),
    })
}

/// The warnings of borrowed names: the line of each, and the name.
fn borrowed(loaded: &Loaded) -> Vec<(String, String)> {
    let diagnostics = loaded.diagnostics.sorted();
    let found = diagnostics.iter().filter(|found| found.what.ru.contains("из другого справочника"));
    let named = found.map(|found| {
        assert_eq!(found.severity, Severity::Warning, "{}", found.what.ru);
        let text = &loaded.files[found.file].text;
        let name = found.what.ru.split(['«', '»']).nth(1).expect("a name").to_owned();
        let line = text[..found.at.start].rsplit('\n').next().expect("a line");
        (line.split([' ', '{']).find(|part| !part.is_empty()).unwrap_or_default().to_owned(), name)
    });
    named.collect()
}

#[track_caller]
fn check(guide: &str, words: &str, expected: &[&str]) {
    let loaded = loaded(guide, words);
    let names: Vec<String> = borrowed(&loaded).into_iter().map(|(_, name)| name).collect();
    assert_eq!(names, expected, "{}", loaded.report(MessageLanguage::Russian));
}

/// The small guide with this text for an advice.
fn saying(text: &str) -> String {
    changed(SMALL, "Не чините сами.", text)
}

#[test]
fn a_copy_for_another_place_is_warned_at_each_name_and_only_there() {
    let found = borrowed(&shipped_for("place = \"Шуя\"", STRINGS));
    let found: Vec<(&str, &str)> = found.iter().map(|(line, name)| (&**line, &**name)).collect();
    let expected = [("description", "Иваново"), ("phone", "+74932482808"), ("vk", "mocivanovo"), ("quote", "48-28-08")];
    for expected in expected {
        assert!(found.contains(&expected), "{expected:?} is not in {found:?}");
    }
    // Whoever follows the same document says whose it is.
    assert!(!found.iter().any(|(line, _)| ["title", "author", "source", "address"].contains(line)), "{found:?}");
}

#[test]
fn the_guide_of_the_place_itself_is_not_warned() {
    for place in ["place = \"Иваново\"", "place = \"г. о. Иваново\"", "place = \"Ивановская область\"", ""]
    {
        assert_eq!(borrowed(&shipped_for(place, STRINGS)), [], "{place}");
    }
}

#[test]
fn names_are_found_in_texts_and_words() {
    check(&saying("МОЦ г. Иваново поможет."), "", &["Иваново"]);
    check(&saying("Пишите: https://vk.com/MOCivanovo."), "", &["mocivanovo"]);
    for phone in ["48-28-08", "8 (4932) 48-28-08", "+7 4932 482808", "84932482808"] {
        check(&saying(&format!("Звоните: {phone}, в будни.")), "", &[phone]);
    }
    let words = "[remind]\nsummary = \"Позвонить в МОЦ г. Иваново: {phone}\"";
    check(&format!("words = \"words.toml\"\n{SMALL}"), words, &["Иваново"]);
}

#[test]
fn names_are_found_in_the_list_of_what_is_not_covered() {
    let guide = changed(SMALL, "start = \"start\"", "start = \"start\"\nfallback = \"broken\"");
    for (topic, ask, found) in
        [("Школы г. Иваново", "школа", "Иваново"), ("Школы", "справки: 48-28-08", "48-28-08"), ("Школы", "школа", "")]
    {
        let list = format!("[[not_covered]]\ntopic = \"{topic}\"\nask = \"{ask}\"\n[[rule]]");
        let expected: &[&str] = if found.is_empty() { &[] } else { &[found] };
        check(&changed(&guide, "[[rule]]", &list), "", expected);
    }
}

#[test]
fn what_only_looks_like_a_name_is_not_warned_of() {
    for text in [
        "Спросите Анну Иванову или Ивановых.",
        "МОЦ консультирует по «Навигатору».",
        "Номер заявки 148-28-081.",
        "48 мест, 28 заявок и 08 минут",
        "Телефон +7 (4932) 00-00-00.",
    ] {
        check(&saying(text), "", &[]);
    }
    // The same digits in another town.
    let own = SMALL.replace("+74932000000", "+74842482808").replace("shown = \"00-00-00\"", "shown = \"48-28-08\"");
    check(&own, "", &[]);
    let in_text = changed(&own, "Не чините сами.", "Звоните: 48-28-08.");
    check(&in_text, "", &[]);
}

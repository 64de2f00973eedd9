//! The words of the interface: those that come with the tool, and what a guide's own file of them and its language may be.

use guide_content::message::MessageLanguage;
use std::collections::{BTreeMap, BTreeSet};

use guide_content::Severity;
use guide_content::load::strings_file::BUILT_IN;
use guide_core::fill::placeholders;

use crate::loading::{check, loaded};
use crate::small_guide::{SMALL, STRINGS};

/// The small guide with a file of words of its own.
fn with_words() -> String {
    format!("words = \"words.toml\"\n{SMALL}")
}

/// Expects one diagnostic of the small guide with a file of words of this text, at its line that holds `line`.
#[track_caller]
fn refuses_words(words: &str, line: &str, what: &str, instead: &str) {
    check("content/words.toml", words, &with_words(), words, (line, what, instead), Severity::Error);
}

/// The same for a language: the guide's file begins with these lines.
#[track_caller]
fn refuses_language(lines: &str, words: &str, what: &str, instead: &str) {
    let guide = format!("{lines}\n{SMALL}");
    check("content/small.toml", &guide, &guide, words, ("lang", what, instead), Severity::Error);
}

/// The words of a language that come with the tool.
fn built_in(code: &str) -> &'static str {
    BUILT_IN.into_iter().find(|(other, _)| *other == code).expect("a language of the tool").1
}

/// The texts of a file of words by `group.key`; those of a list are joined.
fn texts(file: &str) -> BTreeMap<String, String> {
    let table: toml::Table = file.parse().expect("TOML");
    let mut texts = BTreeMap::new();
    for (group, keys) in &table {
        for (key, value) in keys.as_table().expect("a group") {
            let text = match value {
                toml::Value::Array(items) => {
                    items.iter().filter_map(toml::Value::as_str).collect::<Vec<_>>().join("\n")
                }
                value => value.as_str().expect("a text").to_owned(),
            };
            assert!(!text.trim().is_empty(), "{group}.{key} is empty");
            texts.insert(format!("{group}.{key}"), text);
        }
    }
    texts
}

/// A language that the tool does not have needs every word, so its check shows that no word of the tool's files is missing or lacks a
/// placeholder.
#[test]
fn the_words_of_the_tool_are_complete() {
    for (code, words) in BUILT_IN {
        let loaded = loaded(&format!("lang = \"de\"\n{}", with_words()), words);
        assert_eq!(loaded.report(MessageLanguage::Russian), "", "{code}");
    }
}

#[test]
fn both_languages_have_the_same_words_with_the_same_placeholders() {
    let (russian, english) = (texts(built_in("ru")), texts(built_in("en")));
    let keys = |texts: &BTreeMap<String, String>| texts.keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(keys(&russian), keys(&english));
    assert!(russian.len() > 200, "{}", russian.len());
    for (key, text) in russian.iter().filter(|(key, _)| *key != "dates.date") {
        let names = |text: &str| placeholders(text).map(|(name, _)| name.to_owned()).collect::<BTreeSet<_>>();
        assert_eq!(names(text), names(&english[key]), "{key}");
    }
}

#[test]
fn the_words_of_the_tool_name_nothing_of_one_centre() {
    for (key, text) in texts(built_in("ru")) {
        for name in ["МОЦ", "Иванов", "Навигатор", "осковск", "4932", "горяч", "школ"]
        {
            assert!(!text.contains(name), "{key}: {text}");
        }
        assert!(!text.contains("ВКонтакте") || ["page.vk", "share.vk"].contains(&&*key), "{key}: {text}");
    }
    for (key, text) in texts(built_in("en")) {
        assert!(!text.chars().any(|c| ('\u{400}'..='\u{4ff}').contains(&c)), "{key}: {text}");
        assert!(!text.contains(['"', '\'']) && !text.contains("..."), "{key} has typewriter's quotes: {text}");
    }
}

#[test]
fn a_guide_has_the_words_of_its_language_where_it_has_none_of_its_own() {
    let words = "[page]\ndont = \"Не надо\"\n[embed]\nchecks = [\"Посмотрите сами.\"]";
    let strings = |guide: &str, words: &str| {
        let loaded = loaded(guide, words);
        assert_eq!(loaded.report(MessageLanguage::Russian), "");
        loaded.guide.expect("a guide").strings
    };
    let own = strings(&with_words(), words);
    assert_eq!((&*own.page.dont, &*own.page.act, own.embed.checks.len()), ("Не надо", "Нужно", 1));
    assert_eq!((own.language.tag(), own.language.locale().as_str()), ("ru", "ru_RU"));
    let english = strings(&format!("lang = \"en\"\n{SMALL}"), "");
    assert_eq!((&*english.page.dont, english.language.locale().as_str()), ("Don’t", "en_GB"));
    let american = strings(&format!("lang = \"en-US\"\n{SMALL}"), "");
    assert_eq!((american.language.tag(), american.language.locale().as_str()), ("en-US", "en_US"));
}

/// Each word that the shipped guide has of its own differs from the tool's.
#[test]
fn the_shipped_guide_says_only_what_is_different() {
    let tool = texts(built_in("ru"));
    let own = texts(STRINGS);
    assert!(own.len() > 10);
    for (key, text) in own {
        assert_ne!(tool.get(&key), Some(&text), "{key}");
    }
}

#[test]
fn unknown_words_are_refused() {
    refuses_words("[colours]\nred = \"1\"", "[colours]", "неизвестный ключ «colours»", "Здесь бывают ключи");
    refuses_words(
        "[acessibility]\ntell = \"1\"",
        "[aces",
        "неизвестный ключ «acessibility»",
        "Может быть, «accessibility»?",
    );
    refuses_words(
        "[page]\ncal = \"{phone}\"",
        "cal =",
        "неизвестный ключ «cal» (раздел [page])",
        "Может быть, «call»?",
    );
}

#[test]
fn words_of_the_wrong_kind_are_refused() {
    refuses_words("page = \"1\"", "page", "«page»: здесь должен быть раздел", "[page]");
    refuses_words("[page]\ndont = 5", "dont", "«dont»: здесь должен быть текст в кавычках", "dont = \"…\"");
    refuses_words("[page]\ndont = \"\"", "dont", "«dont»: текст пуст", "dont = \"…\"");
    refuses_words("[embed]\nchecks = \"Всё\"", "checks", "«checks»: здесь должен быть список текстов", "checks = ");
    refuses_words(
        "[embed]\nchecks = []",
        "checks",
        "«checks»: здесь должен быть список хотя бы из одного",
        "checks = ",
    );
    refuses_words("[week]\ndays = [\"пн\"]", "days", "список из 7 текстов, а в нём 1", "days = ");
    refuses_words("[status]\nmonths = []", "months", "список из 12 текстов, а в нём 0", "months = ");
}

#[test]
fn unknown_and_missing_placeholders_of_words_are_refused() {
    refuses_words("[page]\ncall = \"{tel} {phone}\"", "call", "{tel}: эту вставку", "{phone}");
    refuses_words("[page]\ncall = \"Звонить\"", "call", "«call»: потерялась вставка {phone}", "Верните {phone}");
    let (what, instead) = ("потерялась вставка {month} или {mm}", "Верните {month} или {mm}");
    refuses_words("[dates]\ndate = \"{day} {year}\"", "date", what, instead);
}

#[test]
fn a_file_of_words_that_is_not_there_is_refused() {
    let guide = with_words().replace("words.toml", "word.toml");
    let expected = ("words =", "файла content/word.toml нет", "без неё слова берутся из программы");
    check("content/small.toml", &guide, &guide, "", expected, Severity::Error);
}

#[test]
fn languages_that_are_not_known_are_refused() {
    let unknown = "lang = \"xx\"";
    refuses_language(unknown, "", "языка «xx» программа не знает", "Программа знает: ru, uk, be, en");
    refuses_language("lang = \"RU\"", "", "языка «RU» программа не знает", "Может быть, lang = \"ru\"?");
    refuses_language("lang = \"en_GB\"", "", "языка «en_GB» программа не знает", "lang = ");
    refuses_language("lang = 7", "", "«lang»: здесь должен быть текст в кавычках", "lang = ");
    refuses_language("lang = \"tt\"", "", "на языке «tt» у программы нет слов интерфейса", "words = \"words.toml\"");
}

#[test]
fn a_language_that_the_tool_does_not_have_needs_every_word() {
    let guide = format!("lang = \"fr\"\n{}", with_words());
    let words = built_in("en").replace("dont = \"Don’t\"\n", "");
    check(
        "content/words.toml",
        &words,
        &guide,
        &words,
        ("[page]", "нет ключа «dont»", "dont = \"…\""),
        Severity::Error,
    );
    let words = built_in("en").replace("span = \"{from}–{to}\"", "").replace("[week]", "[weak]");
    let report = loaded(&guide, &words).report(MessageLanguage::Russian);
    assert!(report.contains("нет раздела [week]") && report.contains("Может быть, «week»?"), "{report}");
    let report = loaded(&guide, "").report(MessageLanguage::Russian);
    assert!(report.contains("нет раздела [page]") && report.contains("нет раздела [week]"), "{report}");
}

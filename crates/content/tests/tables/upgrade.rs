//! Upgrading files of the former format: what it changes, what it leaves alone, and that doing it again changes nothing.

use guide_content::message::MessageLanguage;
use guide_content::upgrade::{Upgraded, upgrade};
use guide_content::{Loaded, Severity};
use guide_core::language::Language;

use crate::small_guide::checked;
use crate::small_guide::in_english::assert_in_english;

const GUIDE: &str = include_str!("../../../../tests/data/old-format/ivanovo.toml");
const WORDS: &str = include_str!("../../../../tests/data/old-format/ru.toml");
const SHIPPED: &str = include_str!("../../../../content/ivanovo.toml");
const SHIPPED_WORDS: &str = include_str!("../../../../content/words.toml");
const PHRASES: &str = include_str!("../../../../content/phrases.toml");

#[track_caller]
fn upgraded(guide: &str, words: Option<&str>) -> Upgraded {
    upgrade(guide, words, &Language::default()).unwrap_or_else(|_| panic!("no TOML:\n{guide}"))
}

fn loaded(guide: &str, words: &str) -> Loaded {
    let read = |path: &str| match path {
        "guide.toml" => Ok(guide.into()),
        "ru.toml" | "words.toml" => Ok(words.into()),
        "phrases.toml" => Ok(PHRASES.into()),
        other => Err(format!("файла {other} нет")),
    };
    checked("guide.toml", &read)
}

#[test]
fn the_former_guide_becomes_the_present_one() {
    let Upgraded { guide, words, changes } = upgraded(GUIDE, Some(WORDS));
    let words = words.expect("its words");
    assert!(changes.len() > 5, "{changes:?}");
    changes.iter().for_each(|change| assert_in_english(&change.ru, &change.en, &[]));
    let (upgraded, shipped) = (loaded(&guide, &words), loaded(SHIPPED, SHIPPED_WORDS));
    assert_eq!(upgraded.diagnostics.errors(), 0, "{}", upgraded.report(MessageLanguage::Russian));
    assert!(
        !upgraded.report(MessageLanguage::Russian).contains("guide upgrade"),
        "no more hints:\n{}",
        upgraded.report(MessageLanguage::Russian)
    );
    // Everything but comments, and a heading that counted the rules.
    let meaning = |text: &str| toml_table(&text.replace("words = \"ru.toml\"", "words = \"words.toml\""));
    // The former format had no list of what is not covered.
    let (list, rest): (Vec<String>, Vec<String>) =
        meaning(SHIPPED).lines().map(str::to_owned).partition(|line| line.starts_with(".not_covered["));
    assert!(list.len() >= 7, "{list:?}");
    assert_eq!(meaning(&guide), rest.join("\n"));
    assert_eq!(meaning(&words.replace("rules = \"Три правила\"\n", "")), meaning(SHIPPED_WORDS));
    assert_eq!(
        upgraded.diagnostics.sorted().len(),
        shipped.diagnostics.sorted().len(),
        "{}",
        upgraded.report(MessageLanguage::Russian)
    );
    assert!(upgraded.diagnostics.sorted().iter().all(|one| one.severity == Severity::Warning));
}

/// What a file says, without its layout.
fn toml_table(text: &str) -> String {
    let (table, errors) = toml::de::DeTable::parse_recoverable(text);
    assert!(errors.is_empty(), "{errors:?}");
    let mut lines = Vec::new();
    collect("", &toml::de::DeValue::Table(table.into_inner()), &mut lines);
    lines.sort();
    lines.join("\n")
}

fn collect(path: &str, value: &toml::de::DeValue, lines: &mut Vec<String>) {
    match value {
        toml::de::DeValue::Table(table) => {
            table.iter().for_each(|(key, value)| collect(&format!("{path}.{}", key.get_ref()), value.get_ref(), lines));
        }
        toml::de::DeValue::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(index, item)| collect(&format!("{path}[{index}]"), item.get_ref(), lines));
        }
        toml::de::DeValue::String(text) => lines.push(format!("{path} = {text}")),
        other => lines.push(format!("{path} = {other:?}")),
    }
}

#[test]
fn comments_order_and_layout_stay() {
    let Upgraded { guide, words, .. } = upgraded(GUIDE, Some(WORDS));
    let comments = |text: &str| text.matches('#').count();
    // One comment is new: it stands above the fields.
    assert_eq!(comments(&guide), comments(GUIDE) + 1, "{guide}");
    let added = |line: &&str| !GUIDE.contains(*line);
    let added: Vec<&str> = guide.lines().filter(added).collect();
    assert!(added.len() <= 25, "only what changes is written anew: {added:#?}");
    assert!(guide.find("[[contact]]") < guide.find("[[field]]") && guide.find("[[field]]") < guide.find("[[rung]]"));
    assert!(words.expect("words").starts_with("# Слова интерфейса."), "the heading of the file stays");
}

#[test]
fn an_upgrade_of_an_upgraded_guide_changes_nothing() {
    let first = upgraded(GUIDE, Some(WORDS));
    let second = upgraded(&first.guide, first.words.as_deref());
    assert!(second.changes.is_empty(), "{:?}", second.changes);
    assert_eq!((second.guide, second.words), (first.guide, first.words));
    let present = upgraded(SHIPPED, Some(SHIPPED_WORDS));
    assert_eq!((present.guide.as_str(), present.words.as_deref()), (SHIPPED, Some(SHIPPED_WORDS)));
}

#[test]
fn line_ends_of_windows_stay() {
    let windows = |text: &str| text.replace('\n', "\r\n");
    let unix = upgraded(GUIDE, Some(WORDS));
    let upgraded = upgraded(&windows(GUIDE), Some(&windows(WORDS)));
    assert_eq!(upgraded.guide, windows(&unix.guide));
    assert_eq!(upgraded.words, unix.words.as_deref().map(windows));
}

const HOTLINE: &str = "start = \"a\"\n[site]\nname = \"Н\"\n[hotline]\nname = \"Л\"\nphone = \"+74932000000\"\nphone_shown = \"00\"\nhours = \"Mo 09:00-12:00\"\ntime_zone = \"Europe/Moscow\"\nvk = \"https://vk.com/a\"\n";

#[test]
fn a_hotline_becomes_the_first_contact() {
    let guide = upgraded(HOTLINE, None).guide;
    let contact = "[[contact]]\nid = \"hotline\"\nname = \"Л\"\nphone = { number = \"+74932000000\", shown = \"00\" }\nhours = \"Mo 09:00-12:00\"\ntime_zone = \"Europe/Moscow\"\nvk = \"https://vk.com/a\"\n";
    assert!(guide.ends_with(contact), "{guide}");
    let others = upgraded(&format!("{HOTLINE}[[contact]]\nid = \"office\"\nname = \"К\"\n"), None).guide;
    assert!(others.find("id = \"hotline\"") < others.find("id = \"office\""), "{others}");
    assert_eq!(others.matches("[[contact]]").count(), 2, "{others}");
}

#[test]
fn words_about_the_hotline_move_to_it() {
    let words = "[page]\nstatus = \"Звоните:\"\nzone = \"По Москве.\"\nvk = \"Мы во ВКонтакте\"\n[embed_texts]\nvk = \"{address}\"\n[message]\nsubject = \"Тема\"\n[map]\nhotline = \"линия\"\n[mine]\nkey = \"моё\"\n";
    let Upgraded { guide, words, .. } = upgraded(HOTLINE, Some(words));
    for line in [
        "hours = \"Mo 09:00-12:00\"\nhours_text = \"Звоните:\"\n",
        "zone_text = \"По Москве.\"\n",
        "vk = { url = \"https://vk.com/a\", label = \"Мы во ВКонтакте\" }\n",
        "name = \"Н\"\ntopic = \"Тема\"\n",
    ] {
        assert!(guide.contains(line), "{line}\n{guide}");
    }
    // A section that the tool does not know may be somebody's mistake: it is left for the check to report.
    assert_eq!(words.as_deref(), Some("[map]\ncontact = \"линия\"\n[mine]\nkey = \"моё\"\n"));
}

#[test]
fn only_the_placeholders_of_messages_become_fields() {
    let message =
        |text: &str| format!("{HOTLINE}\n[[step]]\nid = \"a\"\nmessage = \"{text}\"\nlead = \"{{programme}}\"\n");
    assert!(!upgraded(&message("Привет, {phone}."), None).guide.contains("[[field]]"));
    let words = "[message]\nchild = \"Кто\"\n[blank]\nchild = \"[кто]\"\n";
    let guide = upgraded(&message("{situation} {child} {child}"), Some(words)).guide;
    let fields = "# Что родитель может вписать в сообщения.\n[[field]]\nid = \"child\"\nlabel = \"Кто\"\nplaceholder = \"[кто]\"\n[[field]]\nid = \"situation\"\nlabel = \"Что случилось\"\nplaceholder = \"[опишите, что случилось]\"\nfrom_search = true\n";
    assert!(guide.contains(fields), "{guide}");
    let own = format!(
        "[[field]]\nid = \"child\"\nlabel = \"Имя\"\nplaceholder = \"[имя]\"\n{}",
        message("{child} {born}").replace("start = \"a\"\n", "")
    );
    let guide = upgraded(&own, None).guide;
    assert!(guide.contains("label = \"Имя\"") && guide.matches("id = \"child\"").count() == 1, "{guide}");
    assert!(guide.contains("id = \"born\""), "{guide}");
}

#[test]
fn the_rung_of_institutions_says_so() {
    let rungs = "[[rung]]\nid = \"institution\"\nlabel = \"Школа\"\n[[rung]]\nid = \"centre\"\nlabel = \"Центр\"\n";
    assert_eq!(upgraded(rungs, None).guide, rungs.replace("\"Школа\"\n", "\"Школа\"\ninstitutions = true\n"));
    let said = rungs.replace("\"Центр\"\n", "\"Центр\"\ninstitutions = true\n");
    assert_eq!(upgraded(&said, None).guide, said);
}

#[test]
fn words_of_a_language_that_the_tool_lacks_stay_complete() {
    let tatar = Language::of_tag("tt").expect("a known language");
    let words = "[page]\nhome = \"К началу\"\n[blank]\nchild = \"[бала]\"\n";
    let upgraded = upgrade("start = \"a\"\n", Some(words), &tatar).unwrap_or_else(|_| panic!("no TOML"));
    assert_eq!(upgraded.words.as_deref(), Some("[page]\nhome = \"К началу\"\n"));
}

#[test]
fn what_is_no_toml_is_refused() {
    assert!(upgrade("a = ", None, &Language::default()).is_err());
    assert!(upgrade("", Some("[a"), &Language::default()).is_err());
}

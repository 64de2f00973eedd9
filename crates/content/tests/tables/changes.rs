//! The list of changes: what its file may say, what is refused, and how an entry is added.

use guide_content::Loaded;
use guide_content::load::changes_file::{read, with_entry};
use guide_content::message::MessageLanguage;
use guide_content::{Diagnostics, Severity};
use guide_core::changes::ChangeEntry;
use guide_core::text::Text;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::small_guide::{SMALL, changed, checked};

const LIST: &str = "\
2026-11-20 — Иванова А. А. — Продлили часы — теперь до 18.
  Контакт «Линия», часы работы: было «до 17», стало «до 18».
\tНовый шаг «Сломалось».

2026-11-20 — Поправили опечатку.
2026-03-01 - Петров-Водкин К. С. - Первая версия.
2025-12-31 — — Черновик — без имени.
";

/// Loads the small guide with a list of changes, or with the name of a file that is not there.
fn loaded(list: Option<&[u8]>) -> Loaded {
    let guide = changed(SMALL, "start = \"start\"", "start = \"start\"\nchanges = \"changes.txt\"");
    let read = |path: &str| match (path, list) {
        ("content/small.toml", _) => Ok(guide.clone().into()),
        ("content/changes.txt", Some(list)) => Ok(list.to_vec()),
        _ => Err(format!("файла {path} нет")),
    };
    checked("content/small.toml", &read)
}

/// The parts of an entry.
type Parts = (String, String, String, Vec<String>);

fn parts(entry: &ChangeEntry) -> Parts {
    (entry.date.value.clone(), entry.who.clone(), entry.why.clone(), entry.details.clone())
}

fn entry(date: &str, who: &str, why: &str, details: &[&str]) -> ChangeEntry {
    let date = Text { value: date.to_owned(), at: 0..0 };
    let details = details.iter().map(|&detail| detail.to_owned()).collect();
    ChangeEntry { date, who: who.to_owned(), why: why.to_owned(), details }
}

/// The entries of a text in which nothing is wrong.
#[track_caller]
fn entries(text: &str) -> Vec<Parts> {
    let diagnostics = Diagnostics::default();
    let entries = read(text, &diagnostics);
    let wrong: Vec<String> = diagnostics.sorted().into_iter().map(|diagnostic| diagnostic.what.ru).collect();
    assert_eq!(wrong, [""; 0], "{text}");
    entries.iter().map(parts).collect()
}

#[test]
fn a_list_is_read_with_and_without_names() {
    let expected = [
        entry(
            "2026-11-20",
            "Иванова А. А.",
            "Продлили часы — теперь до 18.",
            &["Контакт «Линия», часы работы: было «до 17», стало «до 18».", "Новый шаг «Сломалось»."],
        ),
        entry("2026-11-20", "", "Поправили опечатку.", &[]),
        entry("2026-03-01", "Петров-Водкин К. С.", "Первая версия.", &[]),
        entry("2025-12-31", "", "Черновик — без имени.", &[]),
    ];
    let expected: Vec<Parts> = expected.iter().map(parts).collect();
    assert_eq!(entries(LIST), expected);
    assert_eq!(entries(&LIST.replace('\n', "\r\n")), expected, "as Windows ends its lines");

    let loaded = loaded(Some(LIST.as_bytes()));
    assert_eq!(loaded.report(MessageLanguage::Russian), "");
    let guide = loaded.guide.expect("a guide");
    assert_eq!(guide.changes.iter().map(parts).collect::<Vec<_>>(), expected);
    assert_eq!(guide.last_change().and_then(ChangeEntry::code).as_deref(), Some("261120"));
    assert_eq!(
        &loaded.files[3].text[guide.changes[2].date.at.clone()],
        "2026-03-01",
        "its place is in the list's file"
    );
}

#[test]
fn an_empty_list_is_none() {
    for list in ["", "\n", "\u{feff}\r\n \n"] {
        let loaded = loaded(Some(list.as_bytes()));
        assert_eq!(loaded.report(MessageLanguage::Russian), "", "{list:?}");
        assert!(loaded.guide.is_some_and(|guide| guide.changes.is_empty()), "{list:?}");
    }
}

/// Expects one error of a list, at this place.
#[track_caller]
fn refuses(list: &str, place: &str, what: &str, instead: &str) {
    let loaded = loaded(Some(list.as_bytes()));
    let report = loaded.report(MessageLanguage::Russian);
    let diagnostics = loaded.diagnostics.sorted();
    assert_eq!(diagnostics.len(), 1, "{list:?}:\n{report}");
    assert_eq!(diagnostics[0].severity, Severity::Error, "{report}");
    assert!(report.starts_with(&format!("content/changes.txt:{place}: ошибка: {what}")), "{what}\n{report}");
    assert!(report.contains(instead), "{instead}\n{report}");
}

#[test]
fn mistakes_in_a_list_are_refused_at_their_lines() {
    let ok = "2026-11-20 — Поправили.\n";
    let iso = "2026-11-26";
    refuses("26.11.2026 — Поправили.", "1:1", "даты «26.11.2026» нет", iso);
    refuses("2026-02-30 — Поправили.", "1:1", "даты «2026-02-30» нет", iso);
    refuses("2026-2-3 — Поправили.", "1:1", "даты «2026-2-3» нет", iso);
    refuses("2026-11-20— Поправили.", "1:1", "даты «2026-11-20—» нет", iso);
    refuses("1926-11-20 — Поправили.", "1:1", "даты «1926-11-20» нет", iso);
    refuses("2126-11-20 — Поправили.", "1:1", "даты «2126-11-20» нет", iso);
    refuses(&format!("{ok}\nПоправили опечатку.\n"), "3:1", "запись начинается не с даты", "два пробела");
    refuses(&format!("{ok}— Поправили.\n"), "2:1", "запись начинается не с даты", iso);
    refuses(&format!("\n  Опечатка.\n{ok}"), "2:1", "над этой строкой нет записи", iso);
    refuses(
        &format!("{ok}2026-11-21 — Новое.\n"),
        "2:1",
        "запись от 2026-11-21 стоит ниже более ранней, от 2026-11-20",
        "новые стоят выше",
    );
    for line in ["2026-11-20", "2026-11-20 —", "2026-11-20 Поправили", "2026-11-20 — —", "2026-11-20 — Иванова — "]
    {
        refuses(line, "1:1", "не сказано, зачем", "после тире");
    }
    // What belongs to a refused entry is not refused once more.
    refuses("2026-11-20\n  Опечатка.\n", "1:1", "не сказано, зачем", iso);
}

/// The tests check on 23 November 2026.
#[test]
fn a_day_that_is_still_to_come_is_doubtful() {
    let report = |date: &str| loaded(Some(format!("{date} — Поправили.").as_bytes())).report(MessageLanguage::Russian);
    assert_eq!(report("2026-11-24"), "", "somewhere it is tomorrow already");
    let doubtful = report("2026-11-25");
    assert!(doubtful.starts_with("content/changes.txt:1:1: предупреждение: запись от 2026-11-25"), "{doubtful}");
}

#[test]
fn a_list_that_can_not_be_read_is_refused() {
    let report = loaded(None).report(MessageLanguage::Russian);
    assert!(report.starts_with("content/small.toml:3:11: ошибка: файла content/changes.txt нет"), "{report}");
    assert!(report.contains("хотя бы пустой"), "{report}");
    let report = loaded(Some(b"2026-11-20 \x97 \xcf\xee\xef\xf0\xe0\xe2\xe8\xeb\xe8")).report(MessageLanguage::Russian);
    assert!(report.starts_with("content/changes.txt:1:12: ошибка: файл сохранён в кодировке Windows-1251"), "{report}");
}

#[test]
fn an_entry_is_added_before_those_that_are_not_newer() {
    let added = entry("2026-11-26", "Иванова А. А.", "Новый телефон.", &["Было «1».", "Стало «2»."]);
    let text = "2026-11-26 — Иванова А. А. — Новый телефон.\n  Было «1».\n  Стало «2».\n";
    assert_eq!(with_entry("", &added), text);
    assert_eq!(with_entry(LIST, &added), format!("{text}{LIST}"));
    let same_day = "2026-11-26 — Утром.\n";
    assert_eq!(with_entry(same_day, &added), format!("{text}{same_day}"));
    // A date that was mistyped does not break the order of the list.
    let newer = "2027-01-01 — Завтра.\n  Да.\n";
    assert_eq!(with_entry(newer, &added), format!("{newer}{text}"));
    assert_eq!(with_entry(newer.trim_end(), &added), format!("{newer}{text}"), "the last line had no end");
    let windows = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_eq!(with_entry(&windows(same_day), &added), windows(&format!("{text}{same_day}")));
}

#[test]
fn what_would_break_the_file_is_made_safe() {
    #[track_caller]
    fn check(who: &str, why: &str, details: &[&str], first: &str) {
        let text = with_entry(LIST, &entry("2026-11-26", who, why, details));
        assert_eq!(text.strip_suffix(LIST).expect("the rest stays"), first);
        assert_eq!(entries(&text).len(), entries(LIST).len() + 1);
    }
    check("А — Б", "В — Г", &[], "2026-11-26 — А – Б — В — Г\n");
    check("", "В — Г", &[], "2026-11-26 — — В — Г\n");
    check("А\n2020-01-01 — Б", "В\r\nГ\tД", &["  Е\n\nЖ", "\n"], "2026-11-26 — А 2020-01-01 – Б — В Г Д\n  Е Ж\n");
    check(" ", "\u{0}В\u{2028}Г\u{b} ", &[], "2026-11-26 — В Г\n");
}

/// What people type and paste into a name or a reason.
const PIECES: [&str; 20] = [
    "Иванова",
    "А. А.",
    "—",
    " — ",
    "–",
    " - ",
    "-",
    "\n",
    "\r\n",
    "\t",
    "  ",
    "«Линия»",
    "2026-11-26",
    "\u{2028}",
    "\u{0}",
    "\u{feff}",
    "<b>",
    "{phone}",
    "🙂",
    "слово",
];

fn typed() -> impl Strategy<Value = String> {
    vec(select(&PIECES[..]), 0..8).prop_map(|pieces| pieces.concat())
}

/// A text as an entry keeps it.
fn kept(text: &str) -> String {
    text.replace('\u{0}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

proptest! {
    #[test]
    fn what_is_added_is_read_again(
        list in select(vec!["", LIST, "2026-11-26 — Утром."]),
        who in typed(),
        why in typed(),
        details in vec(typed(), 0..4),
    ) {
        let why = format!("{why}.");
        let details: Vec<&str> = details.iter().map(String::as_str).collect();
        let text = with_entry(list, &entry("2026-11-26", &who, &why, &details));
        let details = details.into_iter().map(kept).filter(|detail| !detail.is_empty()).collect();
        let first = ("2026-11-26".to_owned(), kept(&who).replace('—', "–"), kept(&why), details);
        let expected: Vec<Parts> = std::iter::once(first).chain(entries(list)).collect();
        prop_assert_eq!(entries(&text), expected);
    }

    #[test]
    fn any_text_is_read_without_a_panic(pieces in vec(select(&PIECES[..]), 0..60)) {
        let text = pieces.concat();
        let loaded = loaded(Some(text.as_bytes()));
        let guide = loaded.guide.as_ref().expect("a guide");
        prop_assert!(guide.changes.len() <= text.lines().count());
        let blank = text.chars().all(|c| c.is_whitespace() || c == '\u{feff}');
        prop_assert!(blank || !guide.changes.is_empty() || loaded.diagnostics.errors() > 0);
    }
}

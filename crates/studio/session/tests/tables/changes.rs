//! What has changed, as the app puts it into words.

use guide_studio_model::ChangeKind::{Added, Changed, Moved, Removed};
use guide_studio_model::{Bytes, Change, ChangeKind, Edit, FileRole, Node, Request, Response};
use guide_studio_session::Session;

use crate::shared::{at, ivanovo, open, place, table, text, texts};

fn changes(edits: Vec<Edit>) -> Vec<Change> {
    let mut session = Session::new();
    open(&mut session, ivanovo());
    let edited = session.handle(Request::Edit { revision: 1, edits }, &mut |_| {}).0;
    assert!(matches!(edited, Response::State(_)), "{edited:?}");
    match session.handle(Request::Changes, &mut |_| {}).0 {
        Response::Changes(changes) => changes,
        other => panic!("{other:?}"),
    }
}

#[test]
fn nothing_has_changed_after_opening() {
    assert_eq!(changes(Vec::new()), []);
    // Nor has a layout.
    assert_eq!(changes(vec![Edit::Move(at("step"), 0, 3), Edit::Move(at("step"), 3, 0)]), []);
}

#[test]
fn each_edit_is_one_change() {
    let answer = table(&[("id", text("other")), ("next", text("none")), ("label", text("Иное"))]);
    let step =
        table(&[("id", text("new")), ("title", text("Новый шаг")), ("do", text("Раз.")), ("end", Node::Flag(true))]);
    let phone = table(&[("number", text("+74932482808")), ("shown", text("1-2-3"))]);
    let rows: Vec<(Edit, &str, ChangeKind, &str, &str, &str)> = vec![
        (Edit::Set(at("site/place"), text("Шуя")), "site/place", Changed, "", "Иваново", "Шуя"),
        (Edit::Set(at("site/url"), text("https://x.ru/")), "site/url", Added, "", "", "https://x.ru/"),
        (Edit::Remove(at("site/topic")), "site/topic", Removed, "", "Навигатор дополнительного образования", ""),
        (
            Edit::Set(at("contact/0/hours"), text("Mo 09:00-10:00")),
            "contact/0/hours",
            Changed,
            "Горячая линия МОЦ",
            "Tu,Th 13:00-16:30; PH off",
            "Mo 09:00-10:00",
        ),
        (
            Edit::Set(at("contact/0/closed"), texts(&["2026-12-31", "2027-01-11"])),
            "contact/0/closed",
            Changed,
            "Горячая линия МОЦ",
            "2026-12-31",
            "2026-12-31, 2027-01-11",
        ),
        (
            Edit::Set(at("contact/0/phone"), phone),
            "contact/0/phone/shown",
            Changed,
            "Горячая линия МОЦ",
            "48-28-08",
            "1-2-3",
        ),
        (
            Edit::Set(at("contact/0/phone"), text("+7")),
            "contact/0/phone",
            Changed,
            "Горячая линия МОЦ",
            "+74932482808; 48-28-08",
            "+7",
        ),
        (
            Edit::Set(at("field/3/from_search"), Node::Flag(false)),
            "field/3/from_search",
            Changed,
            "Что случилось",
            "да",
            "нет",
        ),
        (Edit::Insert(at("step"), 1, step), "step/1", Added, "Новый шаг", "", "Новый шаг; Раз."),
        (
            Edit::Remove(at("step/14")),
            "step/14",
            Removed,
            "Горячая линия МОЦ",
            "Горячая линия МОЦ; Звоните, если учреждение не смогло помочь вам в решении технических проблем.; hotline; centre; слайд «Горячая линия»: «В случаях, когда учреждение не может помочь Вам в разрешении технических проблем…»",
            "",
        ),
        (Edit::Move(at("step"), 2, 5), "step/5", Moved, "Нет доступа к почте аккаунта или она на gmail.com", "", ""),
        (
            Edit::Insert(at("step/10/option"), 2, answer),
            "step/10/option/2",
            Added,
            "Ребёнок уже занесён в ваш личный кабинет? → Иное",
            "",
            "none; Иное",
        ),
        (
            Edit::Set(at("step/10/option/0/next"), text("none")),
            "step/10/option/0/next",
            Changed,
            "Ребёнок уже занесён в ваш личный кабинет? → Да, он есть в моём кабинете",
            "teen-in-account",
            "none",
        ),
        (
            Edit::Set(at("rule/0/source"), text("письмо")),
            "rule/0/source",
            Changed,
            "Ребёнок добавляется в систему только один раз. Если вы зарегистрировали аккаунт,…",
            "слайд «Выводы», пункт 1",
            "письмо",
        ),
        (
            Edit::Insert(at("rule"), 0, table(&[("text", text("Первое.")), ("source", text("письмо"))])),
            "rule/0",
            Added,
            "Первое.",
            "",
            "Первое.; письмо",
        ),
    ];
    for (edit, place, kind, within, before, after) in rows {
        let found = changes(vec![edit.clone()]);
        let wanted =
            Change { place: at(place), kind, within: within.into(), before: before.into(), after: after.into() };
        assert_eq!(found, [wanted], "{edit:?}");
    }
}

#[test]
fn sections_that_come_or_go_are_told_key_by_key() {
    let found = changes(vec![Edit::Remove(at("notice"))]);
    let removed: Vec<_> = found.iter().map(|change| (change.place.clone(), change.kind)).collect();
    assert_eq!(removed, [(at("notice/mark"), Removed), (at("notice/account"), Removed), (at("notice/next"), Removed)]);
    let school = table(&[("id", text("s")), ("name", text("Школа"))]);
    let found = changes(vec![Edit::Insert(at("institution"), 0, school)]);
    assert_eq!((found.len(), found[0].place.clone(), found[0].within.as_str()), (1, at("institution/0"), "Школа"));
}

#[test]
fn phrases_are_told_line_by_line() {
    let mut session = Session::new();
    let opened = open(&mut session, ivanovo());
    let phrases = &opened.trees.iter().find(|(role, _)| *role == FileRole::Phrases).expect("phrases").1;
    let lines = phrases.get("hotline").and_then(|section| section.get("phrases")).and_then(Node::text).expect("lines");
    let first = lines.lines().find(|line| !line.starts_with('#')).expect("a line");
    let changed = lines.replacen(&format!("\n{first}\n"), "\nа куда звякнуть\n", 1) + "кто поможет\n";
    let place = place(FileRole::Phrases, "hotline/phrases");
    let found = changes(vec![Edit::Set(place.clone(), text(&changed))]);
    let wanted = Change {
        place,
        kind: Changed,
        within: "Горячая линия МОЦ".into(),
        before: first.into(),
        after: "а куда звякнуть\nкто поможет".into(),
    };
    assert_eq!(found, [wanted]);
}

#[test]
fn files_and_words_are_told_too() {
    let found = changes(vec![
        Edit::Set(place(FileRole::Words, "page/act"), text("Надо")),
        Edit::PutFile("blank.pdf".into(), Bytes(vec![0; 1500])),
    ]);
    assert_eq!(found[0].place, place(FileRole::Words, "page/act"));
    assert_eq!((found[1].kind, found[1].within.as_str(), found[1].after.as_str()), (Added, "blank.pdf", "2 кБ"));
    assert_eq!(found.len(), 2);
}

//! A guide as the beginning of another centre's: what is marked, and how marks go.

use guide_content::check::check;
use guide_content::message;
use guide_content::{World, load, zone_database};
use guide_studio_model::{Draft, Edit, Node, Place, Request, Response, State};
use guide_studio_session::Session;
use guide_studio_session::edit::apply;

use crate::shared::{CERTIFICATES, SMALL, assert_same, at, draft, file, ivanovo, text, texts};

fn renewed(draft: &Draft) -> Draft {
    apply(draft, &[Edit::Renew]).expect("it can be done")
}

fn opened(draft: Draft) -> State {
    let request = Request::Open { draft, base: None, today: "2026-11-26".into(), site: String::new() };
    match Session::new().handle(request, &mut |_| {}).0 {
        Response::State(state) => *state,
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_fact_is_marked_behind_its_value() {
    let after = renewed(&draft(&[("guide.toml", SMALL)]));
    let mut wanted = SMALL.to_owned();
    for line in [
        "name = \"Справочник\"",
        "place = \"Городок\"",
        "description = \"Что делать.\"",
        "url = \"https://example.ru/guide/\"",
        "title = \"Памятка\"",
        "author = \"Центр\"",
        "date = \"2026-03-01\"",
        "name = \"Линия\"",
        "phone = { number = \"+74932000000\", shown = \"00-00-00\" }",
        "hours = \"Mo-Fr 09:00-12:00,13:00-17:00; PH off\"",
        "time_zone = \"Europe/Moscow\"",
        "holidays = [\"01-01..01-08\", \"05-09\"]",
        "closed = [\"2026-12-31\"]",
        "vk = \"https://vk.com/example\"",
        "name = \"Школа № 5\"",
        "phone = \"+74932000005\"",
        "phone_shown = \"00-00-05\"",
        "email = \"school5@example.ru\"",
        "site = \"https://school5.example.ru/\"",
        "name = \"Детский сад № 12 «Ёлочка»\"",
        "phone = \"+74932000012\"",
        // They have names of the old place.
        "label = \"Центр\"",
        "title = \"Линия\"",
    ] {
        assert_eq!(wanted.matches(&format!("\n{line}\n")).count(), 1, "{line}");
        wanted = wanted.replacen(&format!("\n{line}\n"), &format!("\n{line}  # заменить\n"), 1);
    }
    assert_same(file(&after, "guide.toml"), &wanted);
    let state = opened(after.clone());
    assert_eq!(state.to_replace.len(), 23);
    assert_eq!(state.to_replace[8], at("contact/0/phone"));
    // Marked once is marked.
    assert_same(file(&renewed(&after), "guide.toml"), &wanted);
}

#[test]
fn comments_stay_beside_the_marks() {
    let after = renewed(&ivanovo());
    let guide = file(&after, "ivanovo.toml");
    for line in [
        "hours = \"Tu,Th 13:00-16:30; PH off\"   # заменить; запись OpenStreetMap opening_hours; PH — праздники\n",
        "topic = \"Навигатор дополнительного образования\"  # заменить; тема письма, которое отправляет родитель\n",
        "account = \"подать заявку с аккаунта:\"                # заменить; после этих слов назван аккаунт\n",
        "next = \"duplicate-account\"                           # шаг, с которого продолжать\n",
        "(вт, чт с 13.00 до 16.30)\"\"\"  # заменить\n",
        "title = \"Горячая линия МОЦ\"  # заменить\n",
    ] {
        assert!(guide.contains(line), "{line}\n{guide}");
    }
    assert_eq!(guide.matches("rung = \"institution\"\n").count(), 6, "what holds the guide together has no marks");
    let certificates = renewed(&draft(&[("guide.toml", CERTIFICATES)]));
    assert!(file(&certificates, "guide.toml").contains("# заменить"));
}

#[test]
fn the_tool_refuses_a_guide_with_marks() {
    let after = renewed(&draft(&[("guide.toml", SMALL)]));
    let read = |path: &str| after.files.get(path).map(|bytes| bytes.0.clone()).ok_or(message!("нет", "none"));
    let loaded = load("guide.toml", &World { read: &read, zone: &zone_database::offsets });
    check(loaded.guide.as_ref().expect("a guide"), None, None, &loaded.diagnostics);
    assert_eq!(loaded.diagnostics.errors(), 23);
    let state = opened(after);
    let places: Vec<&Place> = state.findings.iter().filter_map(|finding| finding.place.as_ref()).collect();
    assert!(places.contains(&&at("site/place")) && places.contains(&&at("contact/0/phone")), "{places:?}");
}

#[test]
fn a_value_that_is_set_loses_its_mark_and_keeps_its_comment() {
    let start = renewed(&ivanovo());
    let left = |draft: &Draft| opened(draft.clone()).to_replace;
    let before = left(&start);
    for (edit, gone, line) in [
        (Edit::Set(at("site/place"), text("Шуя")), "site/place", "place = \"Шуя\"\n"),
        // The same value is right here too.
        (
            Edit::Set(at("contact/0/time_zone"), text("Europe/Moscow")),
            "contact/0/time_zone",
            "time_zone = \"Europe/Moscow\"\n",
        ),
        (
            Edit::Set(at("contact/0/hours"), text("Mo 09:00-10:00")),
            "contact/0/hours",
            "hours = \"Mo 09:00-10:00\"   # запись OpenStreetMap opening_hours; PH — праздники\n",
        ),
        (Edit::Set(at("contact/0/phone"), text("+74935100000")), "contact/0/phone", "phone = \"+74935100000\"\n"),
        (Edit::Set(at("contact/0/phone/shown"), text("1-00-00")), "contact/0/phone", "shown = \"1-00-00\" }\n"),
        (
            Edit::Insert(at("contact/0/closed"), 1, text("2027-01-11")),
            "contact/0/closed",
            "closed = [\"2026-12-31\", \"2027-01-11\"]\n",
        ),
        (Edit::Remove(at("contact/0/holidays/0")), "contact/0/holidays", "holidays = [\"02-23\","),
        (Edit::Remove(at("contact/0/vk")), "contact/0/vk", "# Что родитель может вписать"),
        (Edit::Set(at("contact/0/holidays"), texts(&["01-01"])), "contact/0/holidays", "holidays = [\"01-01\"]\n"),
    ] {
        let after = apply(&start, std::slice::from_ref(&edit)).expect("it can be done");
        let wanted: Vec<Place> = before.iter().filter(|place| **place != at(gone)).cloned().collect();
        assert_eq!(wanted.len() + 1, before.len(), "{gone} was marked");
        assert_eq!(left(&after), wanted, "{edit:?}");
        assert!(file(&after, "ivanovo.toml").contains(line), "{line}");
    }
    // A guide whose every mark is gone is that of before.
    let confirm = |place: &Place| {
        let tree = opened(start.clone()).trees.into_iter().find(|(role, _)| *role == place.file).expect("a tree").1;
        Edit::Set(place.clone(), tree.at(&place.keys).cloned().expect("a value"))
    };
    let edits: Vec<Edit> = before.iter().map(confirm).collect();
    let after = apply(&start, &edits).expect("they can be done");
    assert_eq!(left(&after), Vec::<Place>::new());
    assert_same(file(&after, "ivanovo.toml"), file(&ivanovo(), "ivanovo.toml"));
    assert_same(file(&after, "words.toml"), file(&ivanovo(), "words.toml"));
}

#[test]
fn answers_are_marked_on_their_line_and_not_freed_by_their_target() {
    let guide = SMALL.replace("label = \"Потерялось\" },", "label = \"Потерялось: Городок\" }, # да");
    let start = renewed(&draft(&[("guide.toml", &guide)]));
    assert!(
        file(&start, "guide.toml").contains("label = \"Потерялось: Городок\" }, # заменить; да\n"),
        "{}",
        file(&start, "guide.toml")
    );
    let marked = |edit: Edit| opened(apply(&start, &[edit]).expect("done")).to_replace.contains(&at("step/0/option/0"));
    assert!(marked(Edit::Set(at("step/0/option/0/next"), text("broken"))));
    assert!(marked(Edit::Set(at("step/0/option/0/aside"), Node::Flag(true))));
    assert!(!marked(Edit::Set(at("step/0/option/0/label"), text("Пропало"))));
}

#[test]
fn what_is_not_covered_is_marked_where_it_names_the_old_place() {
    let list = "[[not_covered]]\ntopic = \"Кружки: Городок\"\nask = \"кружок\"\n[[not_covered]]\ntopic = \"Дневник\"\nask = \"Школа № 5\"\n";
    let guide = SMALL.replacen("start = \"start\"", "start = \"start\"\nfallback = \"broken\"", 1).replacen(
        "[[step]]",
        &format!("{list}\n[[step]]"),
        1,
    );
    let start = renewed(&draft(&[("guide.toml", &guide)]));
    let state = opened(start.clone());
    let marked: Vec<&Place> = state.to_replace.iter().filter(|place| place.to_string().contains("covered")).collect();
    assert_eq!(marked, [&at("not_covered/0/topic"), &at("not_covered/1/ask")]);
    let after = apply(&start, &[Edit::Set(at("not_covered/0/topic"), text("Кружки"))]).expect("it can be done");
    assert!(file(&after, "guide.toml").contains("topic = \"Кружки\"\nask = \"кружок\"\n"));
}

#[test]
fn the_list_of_changes_does_not_go_along() {
    let guide = format!("changes = \"changes.txt\"\n{SMALL}");
    let after = renewed(&draft(&[("guide.toml", &guide), ("changes.txt", "2026-11-01 — Часы.\n")]));
    assert!(!after.files.contains_key("changes.txt"));
    assert!(!file(&after, "guide.toml").contains("changes"));
    assert_eq!(opened(after).trees.len(), 1);
}

#[test]
fn a_guide_in_another_language_gets_english_marks_and_loses_them_alike() {
    let guide = format!("lang = \"en\"\n{SMALL}");
    let start = renewed(&draft(&[("guide.toml", &guide)]));
    let marks = file(&start, "guide.toml").matches("  # replace\n").count();
    assert!(marks > 10 && !file(&start, "guide.toml").contains("заменить"), "{}", file(&start, "guide.toml"));
    assert_eq!(opened(start.clone()).to_replace.len(), marks);
    let after = apply(&start, &[Edit::Set(at("site/place"), text("Село"))]).expect("it can be done");
    assert!(file(&after, "guide.toml").contains("place = \"Село\"\n"));
    assert_eq!(opened(after).to_replace.len(), marks - 1);
}

/// An example stops nobody from publishing, so it is among the findings, not among what must be replaced.
#[test]
fn the_mark_of_an_example_goes_when_a_value_is_written() {
    let guide = SMALL.replacen("place = \"Городок\"", "place = \"Городок\"  # впишите своё; где это", 1);
    let guide = guide.replacen("question = \"Что случилось?\"", "question = \"Что случилось?\"  # впишите своё", 1);
    let start = draft(&[("guide.toml", &guide)]);
    let state = opened(start.clone());
    assert_eq!((state.to_replace.len(), state.findings.len()), (0, 2), "{:?}", state.findings);
    assert_eq!(state.findings[0].place, Some(at("site/place")));
    let after = apply(&start, &[Edit::Set(at("site/place"), text("Село"))]).expect("it can be done");
    assert!(file(&after, "guide.toml").contains("place = \"Село\"  # где это\n"), "{}", file(&after, "guide.toml"));
    let start = renewed(&start);
    assert!(file(&start, "guide.toml").contains("place = \"Городок\"  # заменить; где это\n"));
    assert!(file(&start, "guide.toml").contains("question = \"Что случилось?\"  # впишите своё\n"), "it is no fact");
}

//! Values of keys: set, added, removed.

use guide_studio_model::{Edit, FileRole, Node};
use guide_studio_session::edit::apply;

use crate::shared::{IVANOVO, SMALL, assert_edit, at, draft, edited, file, ivanovo, place, table, text, texts};

fn set(place: &str, node: Node) -> Edit {
    Edit::Set(at(place), node)
}

#[test]
fn a_value_keeps_its_quotes_and_its_comment() {
    for (place, node, from, to) in [
        ("start", text("none"), "start = \"start\"       # id", "start = \"none\"       # id"),
        ("site/place", text("Шуя"), "place = \"Иваново\"", "place = \"Шуя\""),
        (
            "contact/0/hours",
            text("Mo-Fr 09:00-17:00 \"по записи\""),
            "hours = \"Tu,Th 13:00-16:30; PH off\"   # запись",
            "hours = \"Mo-Fr 09:00-17:00 \\\"по записи\\\"\"   # запись",
        ),
        ("contact/0/phone/shown", text("00-00"), "shown = \"48-28-08\" }", "shown = \"00-00\" }"),
        ("contact/0/closed/0", text("2027-01-11"), "closed = [\"2026-12-31\"]", "closed = [\"2027-01-11\"]"),
        ("field/3/from_search", Node::Flag(false), "from_search = true", "from_search = false"),
        (
            "step/0/option/2/label",
            text("Иное"),
            "label = \"Нужно исправить данные ребёнка\", short",
            "label = \"Иное\", short",
        ),
    ] {
        assert_edit(IVANOVO, set(place, node), from, to);
    }
}

#[test]
fn texts_of_several_lines_stand_on_lines_of_their_own() {
    let quote = "lead = \"Сравните формулировку:\"\n";
    assert_edit(
        IVANOVO,
        set("step/6/lead", text("Раз.\n\n- два;\n- три.")),
        quote,
        "lead = \"\"\"\nРаз.\n\n- два;\n- три.\"\"\"\n",
    );
    let message = "message = \"\"\"\nЗдравствуйте! У меня техническая сложность с Навигатором. Помогите, пожалуйста.\nЧто случилось: {situation}\nРебёнок: {child}, дата рождения: {born}.\"\"\"";
    assert_edit(
        IVANOVO,
        set("step/13/message", text("Здравствуйте!")),
        message,
        "message = \"\"\"\nЗдравствуйте!\"\"\"",
    );
}

#[test]
fn any_text_survives() {
    let hostile = [
        "",
        " ",
        "\n",
        "\n\n",
        "\"",
        "\"\"\"",
        "\"\"\"\"\"\"\"",
        "a\n\"\"\"\"\"b\"",
        "'",
        "'''",
        "''\n'''",
        "\\",
        "\\n\n\\",
        "строка \\\n  ещё",
        "\t\u{0}\u{1}\u{7f}\u{85}\u{2028}\u{feff}",
        "\r",
        "a\rb\nc",
        "# x\n[step]\n[[step]]",
        "{phone} </script> <b>",
        "🙂 е\u{301}",
    ];
    let long = "я".repeat(5000);
    let guide = SMALL
        .replace("dont = \"Не ищите сами.\"", "dont = '''Не\nищите'''")
        .replace("\"Линия\"\nphone", "'Линия'\nphone");
    for hostile in hostile.into_iter().chain([long.as_str()]) {
        for place in [
            "site/name",
            "step/1/dont",
            "step/1/do",
            "contact/0/name",
            "contact/0/phone/shown",
            "step/0/option/0/label",
            "contact/0/closed/0",
            "site/topic",
            "step/2/message",
        ] {
            let after = apply(&draft(&[("guide.toml", &guide)]), &[set(place, text(hostile))]);
            let after = after.unwrap_or_else(|why| panic!("{place}: {hostile:?}: {why}"));
            // Set once more, nothing changes.
            let again = apply(&after, &[set(place, text(hostile))]).expect("it can be set");
            assert_eq!(file(&after, "guide.toml"), file(&again, "guide.toml"), "{place}: {hostile:?}");
        }
    }
}

#[test]
fn a_new_key_stands_in_its_usual_place() {
    for (place, node, from, to) in [
        ("lang", text("ru"), "words = \"words.toml\"  #", "lang = \"ru\"\nwords = \"words.toml\"  #"),
        (
            "time_zone",
            text("Europe/Moscow"),
            "ищет первая страница\n",
            "ищет первая страница\ntime_zone = \"Europe/Moscow\"\n",
        ),
        (
            "site/url",
            text("https://example.ru/"),
            "горячая линия МОЦ г. Иваново.\"\n",
            "горячая линия МОЦ г. Иваново.\"\nurl = \"https://example.ru/\"\n",
        ),
        (
            "contact/0/email",
            text("a@example.ru"),
            "shown = \"48-28-08\" }\n",
            "shown = \"48-28-08\" }\nemail = \"a@example.ru\"\n",
        ),
        (
            "contact/0/open",
            texts(&["2027-01-09 10:00-14:00"]),
            "closed = [\"2026-12-31\"]\n",
            "closed = [\"2026-12-31\"]\nopen = [\"2027-01-09 10:00-14:00\"]\n",
        ),
        ("contact/0/phone/label", text("МОЦ"), "shown = \"48-28-08\" }", "shown = \"48-28-08\", label = \"МОЦ\" }"),
        (
            "step/0/option/0/group",
            text("Почта"),
            "short = \"Не помню почту\" }",
            "short = \"Не помню почту\", group = \"Почта\" }",
        ),
        ("step/14/end", Node::Flag(true), "contact = \"hotline\"\nrung", "contact = \"hotline\"\nend = true\nrung"),
        (
            "step/14/quote",
            text("Дословно"),
            "в решении технических проблем.\"\n",
            "в решении технических проблем.\"\nquote = \"Дословно\"\n",
        ),
        (
            "step/14/picture/file",
            text("a.png"),
            "проблем.\"\ncontact = \"hotline\"\n",
            "проблем.\"\npicture = { file = \"a.png\" }\ncontact = \"hotline\"\n",
        ),
        ("step/14/unknown", Node::Number(3), "технических проблем…»\"\n", "технических проблем…»\"\nunknown = 3\n"),
    ] {
        assert_edit(IVANOVO, set(place, node), from, to);
    }
}

#[test]
fn a_value_may_become_one_of_another_kind() {
    let phone = table(&[("shown", text("00-00")), ("number", text("+74932000000"))]);
    let wanted = "phone = { number = \"+74932482808\", shown = \"48-28-08\" }";
    assert_edit(IVANOVO, set("contact/0/phone", text("+7")), wanted, "phone = \"+7\"");
    assert_edit(
        IVANOVO,
        set("contact/0/phone", Node::List(vec![phone.clone(), text("+7")])),
        wanted,
        "phone = [{ number = \"+74932000000\", shown = \"00-00\" }, \"+7\"]",
    );
    assert_edit(
        IVANOVO,
        set("contact/0/phone", phone),
        wanted,
        "phone = { number = \"+74932000000\", shown = \"00-00\" }",
    );
    assert_edit(
        IVANOVO,
        set("step/14/contact", texts(&["hotline", "office"])),
        "contact = \"hotline\"\n",
        "contact = [\"hotline\", \"office\"]\n",
    );
}

#[test]
fn a_removed_key_takes_the_comment_above_it() {
    for (place, from) in [
        (
            "fallback",
            "fallback = \"none\"     # id шага «ничего не подошло»: туда ведёт поиск, когда ничего не нашёл\n",
        ),
        ("contact/0/hours_text", "hours_text = \"МОЦ консультирует только в определённое время:\"\n"),
        (
            "contact/0/phone",
            "# Что набирает телефон (код Иванова — 4932) и как номер написан в документе центра:\nphone = { number = \"+74932482808\", shown = \"48-28-08\" }\n",
        ),
        ("contact/0/phone/shown", ", shown = \"48-28-08\""),
        ("contact/0/phone/number", "number = \"+74932482808\", "),
        ("step/0/option/7/aside", ", aside = true"),
    ] {
        assert_edit(IVANOVO, Edit::Remove(at(place)), from, "");
    }
}

#[test]
fn a_missing_file_is_made_and_named() {
    let phrases = place(FileRole::Phrases, "lost/phrases");
    let edits = [
        Edit::Set(place(FileRole::Words, "page/act"), text("Надо")),
        Edit::Set(phrases.clone(), text("потерял\nпропал\n")),
        Edit::Set(place(FileRole::Phrases, "words/сын"), text("сын, дочь")),
    ];
    let after = apply(&draft(&[("guide.toml", SMALL)]), &edits).expect("they can be done");
    assert_eq!(file(&after, "words.toml"), "[page]\nact = \"Надо\"\n");
    assert_eq!(
        file(&after, "phrases.toml"),
        "[words]\n\"сын\" = \"сын, дочь\"\n\n[lost]\nphrases = '''\nпотерял\nпропал\n'''\n"
    );
    let named = SMALL.replacen(
        "start = \"start\"\n",
        "words = \"words.toml\"\nstart = \"start\"\nphrases = \"phrases.toml\"\n",
        1,
    );
    assert_eq!(file(&after, "guide.toml"), named);
}

#[test]
fn the_other_files_are_edited_too() {
    let edits = [
        Edit::Set(place(FileRole::Words, "page/message"), text("Что написать")),
        Edit::Remove(place(FileRole::Words, "embed_script/ignored")),
        Edit::Set(place(FileRole::Words, "embed/checks/1"), text("Два.")),
    ];
    let after = apply(&ivanovo(), &edits).expect("they can be done");
    let words = file(&after, "words.toml");
    assert!(words.contains("\nmessage = \"Что написать\"\nfor_sites"), "{words}");
    assert!(words.contains("\n  \"Два.\",\n"), "{words}");
    assert!(words.contains("\n[embed_script]\n\n[map]\n"), "{words}");
}

#[test]
fn line_ends_of_windows_and_the_byte_order_mark_stay() {
    let windows = format!("\u{feff}{}", SMALL.replace('\n', "\r\n"));
    let after = edited(&windows, set("step/1/message", text("Раз.\nДва.")));
    let wanted = "message = \"\"\"\r\nРаз.\r\nДва.\"\"\"\r\n";
    assert_eq!(after, windows.replacen("message = \"Потерялось. Ребёнок: {child}.\"\r\n", wanted, 1));
    let after = edited(&after, set("step/1/rung", text("parent")));
    assert_eq!(after.matches('\n').count(), after.matches("\r\n").count());
}

#[test]
fn what_can_not_be_done_changes_nothing() {
    for edit in [
        set("", text("x")),
        set("step/99/title", text("x")),
        set("step/x", text("x")),
        set("site/name/x", text("x")),
        set("step/0/option/0/label/0", text("x")),
        set("step/1", Node::Other("}".into())),
        set("start", Node::Other("1\nx = 2".into())),
        set("site", table(&[("name", text("a")), ("name", text("b"))])),
        Edit::Remove(at("")),
        Edit::Remove(at("nothing")),
        Edit::Remove(at("step/99")),
        Edit::Insert(at("step"), 99, table(&[])),
        Edit::Insert(at("step"), 0, text("x")),
        Edit::Insert(at("site"), 0, text("x")),
        Edit::Insert(at("contact/0/vk"), 1, text("x")),
        Edit::Insert(at("new"), 1, text("x")),
        Edit::Move(at("step"), 0, 99),
        Edit::Move(at("step"), 99, 0),
        Edit::Move(at("site"), 0, 0),
        Edit::RemoveFile("x.png".into()),
        Edit::PutFile("../x.png".into(), Default::default()),
        Edit::PutFile("/x.png".into(), Default::default()),
        Edit::PutFile("guide.toml".into(), Default::default()),
        Edit::PutFile("x.exe".into(), Default::default()),
    ] {
        let why = apply(&draft(&[("guide.toml", SMALL)]), std::slice::from_ref(&edit)).expect_err(&format!("{edit:?}"));
        assert!(why.ends_with('.'), "{why}");
    }
    for broken in ["start = ", "[step", "a = 1\na = 2"] {
        assert!(apply(&draft(&[("guide.toml", broken)]), &[set("start", text("x"))]).is_err(), "{broken}");
    }
}

#[test]
fn inline_tables_of_several_lines_keep_theirs() {
    let guide = "phone = {\n  number = \"+7\", # набрать\n  shown = \"1\", # показать\n}\n";
    for (edit, wanted) in [
        (set("phone/number", text("+8")), "phone = {\n  number = \"+8\", # набрать\n  shown = \"1\", # показать\n}\n"),
        (
            set("phone/label", text("наш")),
            "phone = {\n  number = \"+7\", # набрать\n  shown = \"1\", label = \"наш\", # показать\n}\n",
        ),
        (Edit::Remove(at("phone/number")), "phone = {\n  shown = \"1\", # показать\n}\n"),
        (Edit::Remove(at("phone/shown")), "phone = {\n  number = \"+7\", # показать\n}\n"),
        (
            set("phone/shown", text("а\nб")),
            "phone = {\n  number = \"+7\", # набрать\n  shown = \"а\\nб\", # показать\n}\n",
        ),
    ] {
        assert_eq!(edited(guide, edit.clone()), wanted, "{edit:?}");
    }
}

#[test]
fn tables_of_dotted_keys_are_refused_or_kept() {
    let guide = "site.name = \"А\"\nsite.place = \"Б\"\n";
    assert_eq!(edited(guide, set("site/name", text("В"))), "site.name = \"В\"\nsite.place = \"Б\"\n");
    for edit in [Edit::Remove(at("site/name")), Edit::Remove(at("site")), set("site/url", text("x"))] {
        let why = apply(&draft(&[("guide.toml", guide)]), std::slice::from_ref(&edit)).expect_err("it is refused");
        assert!(why.contains("непривычно"), "{why}");
    }
}

//! Sections: inserted, moved, removed, with comments and blank lines.

use guide_studio_model::{Edit, Node};

use crate::shared::{IVANOVO, SMALL, assert_edit, assert_same, at, edited, table, text};

fn step(id: &str) -> Node {
    table(&[("title", text("Новый")), ("id", text(id)), ("do", text("Раз.\nДва.")), ("end", Node::Flag(true))])
}

const NEW: &str = "[[step]]\nid = \"new\"\ntitle = \"Новый\"\ndo = \"\"\"\nРаз.\nДва.\"\"\"\nend = true\n";

#[test]
fn a_section_is_inserted_with_the_blank_lines_of_its_neighbours() {
    let insert = |list: &str, index: usize, node: Node| Edit::Insert(at(list), index, node);
    // In the middle.
    assert_edit(
        IVANOVO,
        insert("step", 2, step("new")),
        "\n\n[[step]]\nid = \"no-access\"\n",
        &format!("\n\n{NEW}\n[[step]]\nid = \"no-access\"\n"),
    );
    // Behind the last of a part, before the comment that begins the next.
    assert_edit(
        IVANOVO,
        insert("step", 13, step("new")),
        "\n\n# ─── Если ничего",
        &format!("\n\n{NEW}\n# ─── Если ничего"),
    );
    // At the beginning, behind the comment that begins the part.
    assert_edit(
        IVANOVO,
        insert("step", 0, step("new")),
        "─\n\n[[step]]\nid = \"start\"",
        &format!("─\n\n{NEW}\n[[step]]\nid = \"start\""),
    );
    // At the end.
    assert_eq!(edited(IVANOVO, insert("step", 15, step("new"))), format!("{IVANOVO}\n{NEW}"));
    // Without blank lines, as the others.
    let rung = table(&[("label", text("Отдел")), ("id", text("office"))]);
    let written = "[[rung]]\nid = \"office\"\nlabel = \"Отдел\"\n";
    assert_edit(
        IVANOVO,
        insert("rung", 1, rung.clone()),
        "[[rung]]\nid = \"institution\"",
        &format!("{written}[[rung]]\nid = \"institution\""),
    );
    assert_edit(
        IVANOVO,
        insert("rung", 3, rung.clone()),
        "label = \"МОЦ\"\n\n",
        &format!("label = \"МОЦ\"\n{written}\n"),
    );
    assert_edit(
        IVANOVO,
        insert("rung", 0, rung),
        "[[rung]]\nid = \"parent\"",
        &format!("{written}[[rung]]\nid = \"parent\""),
    );
    let contact = table(&[("name", text("Приёмная")), ("id", text("office"))]);
    assert_edit(
        IVANOVO,
        insert("contact", 1, contact),
        "во ВКонтакте\" }\n\n",
        "во ВКонтакте\" }\n\n[[contact]]\nid = \"office\"\nname = \"Приёмная\"\n\n",
    );
}

#[test]
fn the_first_section_of_a_name_stands_in_its_usual_place() {
    let school = table(&[("name", text("Школа")), ("id", text("school"))]);
    let edit = Edit::Insert(at("institution"), 0, school);
    let written = "[[institution]]\nid = \"school\"\nname = \"Школа\"\n";
    assert_edit(IVANOVO, edit, "label = \"МОЦ\"\n\n", &format!("label = \"МОЦ\"\n\n{written}\n"));
    let topic = table(&[("ask", text("школа")), ("topic", text("Дневник"))]);
    assert_edit(
        SMALL,
        Edit::Insert(at("not_covered"), 0, topic),
        "source = \"памятка, пункт 1\"\n",
        "source = \"памятка, пункт 1\"\n\n[[not_covered]]\ntopic = \"Дневник\"\nask = \"школа\"\n",
    );
    let notice = Edit::Set(at("notice/mark"), text("отменена"));
    assert_edit(
        SMALL,
        notice,
        "phone = \"+74932000012\"\n",
        "phone = \"+74932000012\"\n\n[notice]\nmark = \"отменена\"\n",
    );
    assert_eq!(
        edited("start = \"a\"\n", Edit::Set(at("site/name"), text("Имя"))),
        "start = \"a\"\n\n[site]\nname = \"Имя\"\n"
    );
    assert_eq!(
        edited("[[step]]\nid = \"a\"", Edit::Set(at("site/name"), text("Имя"))),
        "[site]\nname = \"Имя\"\n\n[[step]]\nid = \"a\""
    );
    assert_eq!(edited("", Edit::Set(at("start"), text("a"))), "start = \"a\"\n");
    assert_eq!(
        edited("# О файле.\n\n[site]\n", Edit::Set(at("start"), text("a"))),
        "# О файле.\n\nstart = \"a\"\n\n[site]\n"
    );
}

#[test]
fn a_removed_section_leaves_the_comments_that_divide_the_file() {
    let broken = "[[step]]\nid = \"broken\"\ntitle = \"Сломалось\"\ndont = \"Не чините сами.\"\ndo = \"Позвоните: {phone}.\"\nrung = \"parent\"\noption = [{ id = \"not-helped\", next = \"hotline\", label = \"Не помогло\" }]\nsource = \"памятка, пункт 3\"\n\n";
    assert_edit(SMALL, Edit::Remove(at("step/2")), broken, "");
    let last = "\n[[step]]\nid = \"hotline\"\ntitle = \"Линия\"\ncontact = \"hotline\"\nrung = \"centre\"\nsource = \"памятка, пункт 4\"\n";
    assert_edit(SMALL, Edit::Remove(at("step/3")), last, "");
    // The comment is of all three.
    assert_edit(IVANOVO, Edit::Remove(at("rung/0")), "[[rung]]\nid = \"parent\"\nlabel = \"Родитель\"\n", "");
    assert_edit(IVANOVO, Edit::Remove(at("rung/2")), "[[rung]]\nid = \"centre\"\nlabel = \"МОЦ\"\n", "");
    let notice = &IVANOVO[IVANOVO.find("# Сообщение об отмене").unwrap()..IVANOVO.find("# Три правила").unwrap()];
    assert_edit(IVANOVO, Edit::Remove(at("notice")), notice, "");
    // The last of a list takes its comment along.
    let fields = &IVANOVO[IVANOVO.find("# Что родитель может вписать").unwrap()..IVANOVO.find("# Лестница").unwrap()];
    assert_edit(IVANOVO, Edit::Remove(at("field")), fields, "");
    let commented = SMALL.replacen(
        "[[step]]\nid = \"broken\"",
        "# ─── Ещё ───\n\n# О поломке.\n# Две строки.\n[[step]]\nid = \"broken\"",
        1,
    );
    assert_edit(&commented, Edit::Remove(at("step/2")), &format!("# О поломке.\n# Две строки.\n{broken}"), "");
}

#[test]
fn a_section_moves_with_its_comments() {
    let guide = "start = \"a\"\n\n# Про А.\n[[step]]\nid = \"a\"  # первый\ntitle = \"А\"\n\n# ─── Часть ───\n\n[[step]]\nid = \"b\"\n\n# Про В.\n# Ещё.\n[[step]]\nid = \"c\"\n# url = \"\"\n\n[[step]]\nid = \"d\"";
    let moved = |from: usize, to: usize| edited(guide, Edit::Move(at("step"), from, to));
    assert_eq!(
        moved(2, 0),
        "start = \"a\"\n\n# Про В.\n# Ещё.\n[[step]]\nid = \"c\"\n# url = \"\"\n\n# Про А.\n[[step]]\nid = \"a\"  # первый\ntitle = \"А\"\n\n# ─── Часть ───\n\n[[step]]\nid = \"b\"\n\n[[step]]\nid = \"d\""
    );
    assert_eq!(
        moved(2, 3),
        "start = \"a\"\n\n# Про А.\n[[step]]\nid = \"a\"  # первый\ntitle = \"А\"\n\n# ─── Часть ───\n\n[[step]]\nid = \"b\"\n\n[[step]]\nid = \"d\"\n\n# Про В.\n# Ещё.\n[[step]]\nid = \"c\"\n# url = \"\"\n"
    );
    assert_eq!(
        moved(3, 1),
        "start = \"a\"\n\n# Про А.\n[[step]]\nid = \"a\"  # первый\ntitle = \"А\"\n\n[[step]]\nid = \"d\"\n\n# ─── Часть ───\n\n[[step]]\nid = \"b\"\n\n# Про В.\n# Ещё.\n[[step]]\nid = \"c\"\n# url = \"\"\n"
    );
    assert_eq!(moved(1, 1), guide);
    // There and back the files of the project are the same.
    for (list, from, to) in [
        ("step", 2, 5),
        ("step", 5, 2),
        ("rung", 0, 2),
        ("rung", 2, 0),
        ("rule", 1, 2),
        ("not_covered", 0, 5),
        ("field", 0, 3),
    ] {
        let there = edited(IVANOVO, Edit::Move(at(list), from, to));
        assert_ne!(there, IVANOVO);
        assert_same(&edited(&there, Edit::Move(at(list), to, from)), IVANOVO);
    }
}

#[test]
fn inner_sections_belong_to_their_step() {
    let guide = "[[step]]\nid = \"a\"\n[step.picture]\nfile = \"a.png\"\n[[step.option]]\nid = \"x\"\n[[step.option]]\nid = \"y\"\n\n[[step]]\nid = \"b\"\n";
    assert_eq!(
        edited(guide, Edit::Move(at("step"), 0, 1)),
        "[[step]]\nid = \"b\"\n\n[[step]]\nid = \"a\"\n[step.picture]\nfile = \"a.png\"\n[[step.option]]\nid = \"x\"\n[[step.option]]\nid = \"y\"\n"
    );
    assert_eq!(
        edited(guide, Edit::Move(at("step/0/option"), 0, 1)),
        guide.replace("id = \"x\"\n[[step.option]]\nid = \"y\"", "id = \"y\"\n[[step.option]]\nid = \"x\"")
    );
    assert_eq!(edited(guide, Edit::Remove(at("step/0"))), "[[step]]\nid = \"b\"\n");
    assert_eq!(
        edited(guide, Edit::Remove(at("step/0/picture"))),
        guide.replace("[step.picture]\nfile = \"a.png\"\n", "")
    );
    assert_eq!(
        edited(guide, Edit::Set(at("step/0/title"), text("А"))),
        guide.replacen("id = \"a\"\n", "id = \"a\"\ntitle = \"А\"\n", 1)
    );
    assert_eq!(
        edited(guide, Edit::Insert(at("step/0/option"), 2, table(&[("id", text("z"))]))),
        guide.replace("id = \"y\"\n", "id = \"y\"\n[[step.option]]\nid = \"z\"\n")
    );
}

#[test]
fn a_new_question_has_an_answer_a_line() {
    let answer = |id: &str| {
        table(&[("label", text("Ответ")), ("aside", Node::Flag(true)), ("next", text("lost")), ("id", text(id))])
    };
    let picture = table(&[("print", Node::Flag(true)), ("alt", text("Что на нём")), ("file", text("a.png"))]);
    let question = table(&[
        ("option", Node::List(vec![answer("a"), answer("b")])),
        ("contact", Node::List(vec![text("hotline"), text("office")])),
        ("picture", picture),
        ("question", text("Что?")),
        ("id", text("new")),
    ]);
    let written = "[[step]]\nid = \"new\"\nquestion = \"Что?\"\npicture = { file = \"a.png\", alt = \"Что на нём\", print = true }\ncontact = [\"hotline\", \"office\"]\noption = [\n  { id = \"a\", next = \"lost\", label = \"Ответ\", aside = true },\n  { id = \"b\", next = \"lost\", label = \"Ответ\", aside = true },\n]\n";
    let wanted = format!("{written}\n[[step]]\nid = \"lost\"\n");
    assert_edit(SMALL, Edit::Insert(at("step"), 1, question), "[[step]]\nid = \"lost\"\n", &wanted);
}

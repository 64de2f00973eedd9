//! Lists: items inserted, moved, removed.

use guide_studio_model::{Edit, Node};

use crate::shared::{IVANOVO, SMALL, assert_edit, at, edited, table, text};

fn answer() -> Node {
    table(&[("label", text("Иное")), ("next", text("none")), ("id", text("other")), ("aside", Node::Flag(true))])
}

const ANSWER: &str = "{ id = \"other\", next = \"none\", label = \"Иное\", aside = true }";

#[test]
fn a_list_keeps_an_item_a_line() {
    let insert = |index: usize| Edit::Insert(at("step/0/option"), index, answer());
    assert_edit(SMALL, insert(0), "option = [\n", &format!("option = [\n  {ANSWER},\n"));
    assert_edit(SMALL, insert(1), "  { id = \"broken\"", &format!("  {ANSWER},\n  {{ id = \"broken\""));
    assert_edit(SMALL, insert(2), "short = \"Сломано\" },\n", &format!("short = \"Сломано\" }},\n  {ANSWER},\n"));
    assert_edit(
        SMALL,
        Edit::Remove(at("step/0/option/0")),
        "  { id = \"lost\", next = \"lost\", label = \"Потерялось\" },\n",
        "",
    );
    assert_edit(
        SMALL,
        Edit::Move(at("step/0/option"), 0, 1),
        "  { id = \"lost\", next = \"lost\", label = \"Потерялось\" },\n  { id = \"broken\", next = \"broken\", label = \"Сломалось\", short = \"Сломано\" },\n",
        "  { id = \"broken\", next = \"broken\", label = \"Сломалось\", short = \"Сломано\" },\n  { id = \"lost\", next = \"lost\", label = \"Потерялось\" },\n",
    );
    // The second answer makes it several lines.
    let one =
        "option = [{ id = \"not-helped\", next = \"hotline\", label = \"Не помогло\" }]\nsource = \"памятка, пункт 3\"";
    let two = format!(
        "option = [\n  {{ id = \"not-helped\", next = \"hotline\", label = \"Не помогло\" }},\n  {ANSWER},\n]\nsource = \"памятка, пункт 3\""
    );
    assert_edit(SMALL, Edit::Insert(at("step/2/option"), 1, answer()), one, &two);
    // Without its last answer a step has no answers.
    assert_edit(SMALL, Edit::Remove(at("step/2/option/0")), one, "source = \"памятка, пункт 3\"");
}

#[test]
fn comments_of_items_go_with_them() {
    let guide = "a = [ # начало\n  # о первом\n  \"x\", # первый\n  \"y\" # второй, последний\n  # конец\n]\n";
    for (edit, wanted) in [
        (
            Edit::Move(at("a"), 0, 1),
            "a = [ # начало\n  \"y\", # второй, последний\n  # о первом\n  \"x\", # первый\n  # конец\n]\n",
        ),
        (
            Edit::Move(at("a"), 1, 0),
            "a = [ # начало\n  \"y\", # второй, последний\n  # о первом\n  \"x\", # первый\n  # конец\n]\n",
        ),
        (
            Edit::Insert(at("a"), 2, text("z")),
            "a = [ # начало\n  # о первом\n  \"x\", # первый\n  \"y\", # второй, последний\n  \"z\",\n  # конец\n]\n",
        ),
        (
            Edit::Insert(at("a"), 0, text("z")),
            "a = [ # начало\n  \"z\",\n  # о первом\n  \"x\", # первый\n  \"y\" # второй, последний\n  # конец\n]\n",
        ),
        (Edit::Remove(at("a/0")), "a = [ # начало\n  \"y\" # второй, последний\n  # конец\n]\n"),
        (Edit::Remove(at("a/1")), "a = [ # начало\n  # о первом\n  \"x\", # первый\n  # конец\n]\n"),
    ] {
        assert_eq!(edited(guide, edit.clone()), wanted, "{edit:?}");
    }
}

#[test]
fn short_lists_stay_on_their_line() {
    let closed = "closed = [\"2026-12-31\"]";
    assert_edit(
        IVANOVO,
        Edit::Insert(at("contact/0/closed"), 1, text("2027-01-11")),
        closed,
        "closed = [\"2026-12-31\", \"2027-01-11\"]",
    );
    assert_edit(
        IVANOVO,
        Edit::Insert(at("contact/0/closed"), 0, text("2026-12-30")),
        closed,
        "closed = [\"2026-12-30\", \"2026-12-31\"]",
    );
    assert_edit(
        IVANOVO,
        Edit::Insert(at("contact/0/open"), 0, text("2027-01-09 10:00-14:00")),
        &format!("{closed}\n"),
        &format!("{closed}\nopen = [\"2027-01-09 10:00-14:00\"]\n"),
    );
    assert_edit(IVANOVO, Edit::Remove(at("contact/0/holidays/0")), "[\"01-01..01-08\", ", "[");
    assert_edit(IVANOVO, Edit::Remove(at("contact/0/holidays/6")), ", \"11-04\"]", "]");
    assert_edit(
        IVANOVO,
        Edit::Move(at("contact/0/holidays"), 0, 1),
        "\"01-01..01-08\", \"02-23\"",
        "\"02-23\", \"01-01..01-08\"",
    );
    // The comment above says what belongs into it.
    assert_edit(IVANOVO, Edit::Remove(at("contact/0/closed/0")), closed, "closed = []");
    assert_edit(
        &IVANOVO.replace(closed, "closed = []"),
        Edit::Insert(at("contact/0/closed"), 0, text("2027-01-11")),
        "closed = []",
        "closed = [\"2027-01-11\"]",
    );
    for (guide, edit, wanted) in [
        ("a = []\n", Edit::Insert(at("a"), 0, text("x")), "a = [\"x\"]\n"),
        ("a = [\"x\",]\n", Edit::Insert(at("a"), 1, text("y")), "a = [\"x\", \"y\",]\n"),
        ("a = [\"x\",]\nb = 1\n", Edit::Remove(at("a/0")), "b = 1\n"),
        ("a = [\"x\", \"y\",\n \"z\"]\n", Edit::Move(at("a"), 2, 0), "a = [\"z\", \"x\",\n \"y\"]\n"),
        ("a = [\"x\", \"y\",\n \"z\"]\n", Edit::Remove(at("a/2")), "a = [\"x\", \"y\"]\n"),
    ] {
        assert_eq!(edited(guide, edit), wanted, "{guide}");
    }
}

//! What `guide check` refuses of institutions, as in `refusals_flow`.

use crate::loading::{loaded, refuses};
use crate::small_guide::{SMALL, STRINGS, changed};

#[test]
fn malformed_contacts_are_refused() {
    refuses("+74932000005", "00-00-05", "phone = \"00-00-05\"", "телефон «00-00-05» так не набрать", "+74932482808");
    for wrong in
        ["school5", "school5@", "@example.ru", "school5@example", "школа@example.ru", "a b@example.ru", "a@b..ru"]
    {
        let what = format!("«{wrong}» — не адрес электронной почты");
        refuses("school5@example.ru", wrong, "email = ", &what, "school@example.ru");
    }
    refuses(
        "https://school5.example.ru/",
        "school5.example.ru",
        "site = ",
        "«school5.example.ru» — не адрес страницы",
        "https://",
    );
}

#[test]
fn an_institution_needs_a_phone_or_an_email() {
    refuses(
        "\nphone = \"+74932000012\"",
        "",
        "id = \"kindergarten-12\"",
        "у учреждения «kindergarten-12» нет ни телефона, ни почты",
        "Назовите хотя бы одно",
    );
}

#[test]
fn a_repeated_or_malformed_id_is_refused() {
    refuses(
        "id = \"kindergarten-12\"",
        "id = \"school-5\" # ещё раз",
        "id = \"school-5\" # ещё",
        "учреждение с id «school-5» уже есть",
        "Дайте другое id",
    );
    refuses("id = \"kindergarten-12\"", "id = \"Школа 12\"", "id = \"Школа 12\"", "не годится в id", "латинскими");
}

#[test]
fn institutions_need_a_step_that_shows_them() {
    refuses(
        "rung = \"institution\"",
        "rung = \"parent\"",
        "id = \"school-5\"",
        "ни один шаг не отправляет в учреждение",
        "institutions = true",
    );
    let none = SMALL.split("[[institution]]").next().expect("the part before").to_owned();
    let rest = SMALL.split_once("[[rule]]").expect("the part behind").1;
    let without = changed(&format!("{none}[[rule]]{rest}"), "rung = \"institution\"", "rung = \"parent\"");
    assert!(loaded(&without, STRINGS).diagnostics.is_empty(), "a guide needs no institutions");
}

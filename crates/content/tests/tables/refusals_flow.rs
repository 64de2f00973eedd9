//! What `guide check` refuses of the flow: one change of the small guide a row, and the message that a person reads.

use guide_content::Severity;
use guide_content::message::MessageLanguage;

use crate::loading::{check, loaded, refuses};
use crate::small_guide::{SMALL, STRINGS, changed};

#[test]
fn a_second_step_of_the_same_id_is_refused() {
    let twice = format!("{SMALL}\n[[step]]\nid = \"hotline\" # ещё раз\ntitle = \"Линия\"\ncontact = \"hotline\"\n");
    check(
        "content/small.toml",
        &twice,
        &twice,
        STRINGS,
        ("# ещё раз", "шаг с id «hotline» уже есть", "Дайте другое id"),
        Severity::Error,
    );
}

#[test]
fn an_id_that_is_no_address_is_refused() {
    refuses(
        "id = \"not-helped\"",
        "id = \"Не помогло\"",
        "Не помогло\", next",
        "не годится в id",
        "строчными латинскими",
    );
}

#[test]
fn an_unknown_next_step_is_refused() {
    refuses("next = \"broken\"", "next = \"brokn\"", "brokn", "шага «brokn» нет", "Может быть, «broken»?");
}

#[test]
fn an_unknown_start_is_refused() {
    refuses("start = \"start\"", "start = \"strat\"", "strat", "первого шага «strat» нет", "Может быть, «start»?");
}

#[test]
fn a_step_that_nobody_reaches_is_refused() {
    refuses(
        "  { id = \"lost\", next = \"lost\", label = \"Потерялось\" },\n",
        "",
        "id = \"lost\"",
        "на шаг «lost» не ведёт ни один ответ",
        "next = \"lost\"",
    );
}

#[test]
fn a_question_without_options_is_refused() {
    let asked = "contact = \"hotline\"\noption = [{ id = \"more\", next = \"more\", label = \"Ещё\" }]";
    let guide = format!(
        "{}\n[[step]]\nid = \"more\"\nquestion = \"Что ещё?\"\n",
        changed(SMALL, "contact = \"hotline\"", asked)
    );
    let expected = ("id = \"more\"\n".trim_end(), "у вопроса «more» нет ответов", "Добавьте ответы");
    check(
        "content/small.toml",
        &guide.replace("{ id = \"more\"", "{ id= \"more\""),
        &guide,
        STRINGS,
        expected,
        Severity::Error,
    );
}

#[test]
fn a_dead_end_is_refused() {
    refuses(
        "dont = \"Не чините сами.\"\ndo = \"Позвоните: {phone}.\"\nrung = \"parent\"\noption = [{ id = \"not-helped\", next = \"hotline\", label = \"Не помогло\" }]",
        "dont = \"Не чините сами.\"\ndo = \"Позвоните: {phone}.\"",
        "id = \"broken\"",
        "совет «broken» — тупик",
        "not-helped",
    );
}

#[test]
fn an_answer_may_end_with_a_contact_or_by_saying_so() {
    let option =
        "option = [{ id = \"not-helped\", next = \"hotline\", label = \"Не помогло\" }]\nsource = \"памятка, пункт 3\"";
    for end in ["end = true", "contact = \"hotline\"", "contact = [\"hotline\"]"] {
        let guide = changed(SMALL, option, &format!("{end}\nsource = \"памятка, пункт 3\""));
        assert!(
            loaded(&guide, STRINGS).diagnostics.is_empty(),
            "{end}: {}",
            loaded(&guide, STRINGS).report(MessageLanguage::Russian)
        );
    }
    refuses(
        option,
        &format!("end = true\n{option}"),
        "id = \"broken\"",
        "назван концом (end = true), а ответы ведут дальше",
        "Уберите одно из двух",
    );
}

#[test]
fn a_circle_is_refused() {
    refuses(
        "contact = \"hotline\"",
        "contact = \"hotline\"\noption = [{ id = \"again\", next = \"lost\", label = \"Ещё раз\" }]",
        "\"again\"",
        "ответы ходят по кругу: lost → hotline → lost",
        "Пусть ответ ведёт вперёд",
    );
}

#[test]
fn advice_must_say_what_to_do() {
    let without = changed(SMALL, "dont = \"Не чините сами.\"\n", "");
    assert!(loaded(&without, STRINGS).diagnostics.is_empty(), "an advice needs no prohibition");
    refuses("do = \"Позвоните: {phone}.\"\nrung", "rung", "id = \"broken\"", "нет «нужно» (ключ do)", "Обратитесь");
}

#[test]
fn a_step_needs_a_question_or_a_title() {
    refuses("title = \"Сломалось\"\n", "", "id = \"broken\"", "либо вопрос, либо заголовок", "Напишите одно из двух");
}

#[test]
fn a_title_without_text_is_said_once() {
    refuses(
        "title = \"Сломалось\"",
        "title = \"\"",
        "title = \"\"",
        "«title»: текст пуст",
        "Напишите текст между кавычками",
    );
}

#[test]
fn a_question_with_advice_is_refused() {
    refuses(
        "question = \"Что случилось?\"",
        "question = \"Что случилось?\"\ndont = \"Не надо.\"",
        "Не надо.",
        "«start» — вопрос",
        "Перенесите этот текст",
    );
}

#[test]
fn an_unknown_rung_or_contact_is_refused() {
    refuses("rung = \"centre\"", "rung = \"center\"", "center", "ступени «center» нет", "parent, institution, centre");
    refuses(
        "contact = \"hotline\"",
        "contact = \"phone\"",
        "\"phone\"",
        "контакта «phone» нет",
        "одного из контактов [[contact]]: hotline",
    );
}

#[test]
fn a_notice_that_leads_nowhere_is_refused() {
    refuses(
        "[source]",
        "[notice]\nmark = \"дубль\"\naccount = \"аккаунт:\"\nnext = \"gone\"\n[source]",
        "next = \"gone\"",
        "шага «gone» нет",
        "Назовите id шага",
    );
}

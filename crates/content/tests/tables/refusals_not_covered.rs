//! What `guide check` refuses of the list of what the guide does not cover, as in `refusals_flow`.

use guide_content::Severity;
use guide_content::message::MessageLanguage;

use crate::loading::{check, loaded};
use crate::small_guide::{SMALL, STRINGS, changed};

/// The small guide with a fallback and these sections behind its rule.
fn with_list(list: &str) -> String {
    let guide = changed(SMALL, "start = \"start\"", "start = \"start\"\nfallback = \"broken\"");
    changed(&guide, "source = \"памятка, пункт 1\"\n", &format!("source = \"памятка, пункт 1\"\n{list}"))
}

/// Expects one diagnostic of the small guide with a list, at its line that holds `line`.
#[track_caller]
fn refuses_list(list: &str, line: &str, what: &str, instead: &str) {
    let guide = with_list(list);
    check("content/small.toml", &guide, &guide, STRINGS, (line, what, instead), Severity::Error);
}

#[test]
fn topics_are_read_in_the_order_of_the_file() {
    let list = "[[not_covered]]\ntopic = \"Оплата\"\nask = \"бухгалтерия\"\n[[not_covered]]\ntopic = \"Дневник\"\n";
    let loaded = loaded(&with_list(list), STRINGS);
    assert_eq!(loaded.report(MessageLanguage::Russian), "");
    let guide = loaded.guide.expect("a guide");
    let of = |id: &str| -> Vec<(String, Option<String>)> {
        let topics = guide.not_covered_on(guide.step(id).expect("a step")).iter();
        topics.map(|other| (other.topic.value.clone(), other.ask.as_ref().map(|ask| ask.value.clone()))).collect()
    };
    assert_eq!(of("broken"), [("Оплата".into(), Some("бухгалтерия".into())), ("Дневник".into(), None)]);
    assert_eq!((of("start"), of("lost")), (vec![], vec![]));
}

#[test]
fn a_list_without_a_step_to_stand_on_is_refused_once() {
    let list = "[[not_covered]]\ntopic = \"Оплата\"\n[[not_covered]]\ntopic = \"Дневник\"\n";
    let guide = with_list(list).replace("fallback = \"broken\"\n", "");
    let expected = ("topic = \"Оплата\"", "этот список негде показать", "fallback = \"none\"");
    check("content/small.toml", &guide, &guide, STRINGS, expected, Severity::Error);
    // That the fallback is no step is said where it is named.
    let guide = with_list(list).replace("fallback = \"broken\"", "fallback = \"brokn\"");
    let expected = ("fallback", "шага «brokn» нет", "Может быть, «broken»?");
    check("content/small.toml", &guide, &guide, STRINGS, expected, Severity::Error);
}

#[test]
fn a_topic_that_comes_again_is_refused() {
    for again in ["Оплата кружка", " оплата  Кружка "] {
        refuses_list(
            &format!("[[not_covered]]\ntopic = \"Оплата кружка\"\n[[not_covered]]\ntopic = \"{again}\" # ещё раз\n"),
            &format!("topic = \"{again}\" # ещё раз"),
            "об этом в списке уже сказано",
            "Удалите этот раздел [[not_covered]]",
        );
    }
}

#[test]
fn texts_that_are_no_names_are_refused() {
    for (line, what, instead) in [
        ("topic = \"\"", "«topic»: текст пуст", "topic = \"…\""),
        ("topic = \" \"", "«topic»: текст пуст", "topic = \"…\""),
        ("topic = 5", "«topic»: здесь должен быть текст в кавычках", "topic = \"…\""),
        ("topic = \"Оплата\"\nask = \" \"", "«ask»: текст пуст", "ask = \"…\""),
        ("topic = \"**Оплата**\"", "у названия не бывает жирного шрифта", "без звёздочек"),
        (
            "topic = \"Оплата\"\nask = \"[банк](https://bank.example.ru/)\"",
            "у названия не бывает ссылки",
            "Оставьте здесь только слова",
        ),
        (
            "topic = \"Оплата\"\nask = \"банк: {phone}\"",
            "{phone}: эту вставку здесь заполнить нечем",
            "вставок не бывает",
        ),
        ("topic = \"Оплата {bank}\"", "{bank}: эту вставку здесь заполнить нечем", "вставок не бывает"),
        ("topic = \"Оплата\"\naks = \"банк\"", "неизвестный ключ «aks» ([[not_covered]])", "Может быть, «ask»?"),
    ] {
        let last = line.lines().last().expect("a line");
        refuses_list(&format!("[[not_covered]]\n{line}\n"), last, what, instead);
    }
    refuses_list(
        "[[not_covered]]\nask = \"банк\"\n",
        "[[not_covered]]",
        "нет ключа «topic» ([[not_covered]])",
        "topic = \"…\"",
    );
}

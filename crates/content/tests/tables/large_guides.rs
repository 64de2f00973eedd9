//! Guides of many steps, answers and mistakes: each is read to its end, on a stack as small as a browser's, and what is too much is
//! refused with its limit.

use guide_content::message::MessageLanguage;
use guide_content::{Severity, limits};

use crate::generated_guide::{Shape, generated_guide};
use crate::loading::{check, loaded, refuses};
use crate::small_guide::{SMALL, STRINGS, changed};

/// What a browser and Windows give a program.
const STACK: usize = 1 << 20;

/// The report on a guide's text, made on a small stack, and the number of its errors.
#[track_caller]
fn report(guide: String) -> (String, usize) {
    let check = move || {
        let loaded = loaded(&guide, STRINGS);
        (loaded.report(MessageLanguage::Russian), loaded.diagnostics.errors())
    };
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(check).expect("a thread");
    thread.join().expect("it is read to its end")
}

/// A guide of one question with that many answers, each with this label, all of which lead to one step.
fn with_answers(count: usize, label: &str) -> String {
    let answers =
        (0..count).map(|number| format!("  {{ id = \"o{number}\", next = \"broken\", label = \"{label}\" }},\n"));
    let last = "  { id = \"lost\", next = \"lost\", label = \"Потерялось\" },\n";
    changed(SMALL, last, &format!("{last}{}", answers.collect::<String>()))
}

#[test]
fn large_guides_of_every_shape_have_no_diagnostics() {
    for shape in [Shape::Chain, Shape::Diamond, Shape::Wide] {
        assert_eq!(report(generated_guide(shape, 1_000)), (String::new(), 0), "{shape:?}");
    }
}

#[test]
fn more_steps_than_the_limit_are_refused_and_nothing_else_is_said() {
    for shape in [Shape::Chain, Shape::Diamond, Shape::Wide] {
        let guide = generated_guide(shape, 5_000).replace("contact = \"line\"", "contact = \"line\" # в конце");
        let (report, errors) = report(guide);
        assert_eq!(errors, if shape == Shape::Wide { 2 } else { 1 }, "{shape:?}: {report}");
        assert!(report.contains("в справочнике не бывает больше 2000 шагов, а здесь "), "{report}");
        assert!(report.contains("разделите справочник на несколько"), "{report}");
    }
}

#[test]
fn as_many_steps_as_the_limit_are_taken() {
    let chain = |end: &str| {
        let step = |number: usize| {
            let next = if number == limits::MOST_STEPS - 4 { "hotline".to_owned() } else { format!("s{}", number + 1) };
            format!(
                "[[step]]\nid = \"s{number}\"\ntitle = \"Шаг\"\ndo = \"Дальше.\"\noption = [{{ id = \"on\", next = \"{next}\", label = \"Дальше\" }}]\n"
            )
        };
        let steps: String = (1..=limits::MOST_STEPS - 4).map(step).collect();
        let small = changed(SMALL, "next = \"broken\", label", "next = \"s1\", label");
        let small = changed(
            &small,
            "{ id = \"lost\",",
            "{ id = \"old\", next = \"broken\", label = \"Старое\" },\n  { id = \"lost\",",
        );
        format!("{small}\n{steps}{end}")
    };
    assert_eq!(report(chain("")), (String::new(), 0));
    let one_more = chain("[[step]]\nid = \"last\" # он лишний\ntitle = \"Ещё\"\ndo = \"Дальше.\"\nend = true\n");
    let expected = ("id = \"last\"", "не бывает больше 2000 шагов, а здесь 2001", "разделите справочник");
    check("content/small.toml", &one_more, &one_more, STRINGS, expected, Severity::Error);
}

#[test]
fn a_step_has_no_more_answers_than_the_limit() {
    let own = 2;
    assert_eq!(report(with_answers(limits::MOST_ANSWERS_OF_STEP - own, "Ответ")), (String::new(), 0));
    let many = with_answers(600 - own, "Ответ");
    let expected =
        ("id = \"start\"", "у шага «start» не бывает больше 500 ответов, а здесь 600", "сначала спросите о теме");
    check("content/small.toml", &many, &many, STRINGS, expected, Severity::Error);
}

#[test]
fn a_guide_has_no_more_answers_than_the_limit() {
    let question = |number: usize| {
        let answers =
            (0..200).map(|answer| format!("{{ id = \"o{answer}\", next = \"q{}\", label = \"Да\" }}", number + 1));
        let answers = answers.collect::<Vec<_>>().join(", ");
        format!("[[step]]\nid = \"q{number}\"\nquestion = \"Что?\"\noption = [{answers}]\n")
    };
    let guide = |questions: usize| {
        let steps: String = (0..questions).map(question).collect();
        let small = changed(SMALL, "next = \"broken\", label", "next = \"q0\", label");
        let small = changed(
            &small,
            "{ id = \"lost\",",
            "{ id = \"old\", next = \"broken\", label = \"Старое\" },\n  { id = \"lost\",",
        );
        format!("{small}\n{steps}[[step]]\nid = \"q{questions}\"\ntitle = \"Вот\"\ndo = \"Всё.\"\nend = true\n")
    };
    assert_eq!(report(guide(24)), (String::new(), 0));
    let (report, errors) = report(guide(25));
    assert_eq!(errors, 1, "{report}");
    assert!(report.contains("в справочнике не бывает больше 5000 ответов, а здесь 5005"), "{report}");
}

#[test]
fn texts_are_no_longer_than_the_limits() {
    let long = "ы".repeat(2_000);
    let what = |name: &str| format!("у {name} не бывает больше 300 знаков, а здесь 2000");
    refuses(
        "label = \"Сломалось\"",
        &format!("label = \"{long}\""),
        "  { id = \"broken\"",
        &what("ответа"),
        "Сократите",
    );
    refuses("title = \"Сломалось\"", &format!("title = \"{long}\""), "title = \"ыы", &what("заголовка"), "Сократите");
    refuses("short = \"Сломано\"", &format!("short = \"{long}\""), "short = \"ыы", &what("ответа"), "Сократите");
    // As long as the limit they are taken.
    let longest = "ы".repeat(limits::LONGEST_LINE);
    let guide = changed(SMALL, "label = \"Сломалось\"", &format!("label = \"{longest}\""));
    assert_eq!(report(guide), (String::new(), 0));

    let what = "у текста не бывает больше 10000 знаков, а здесь 10001";
    let text = "ы".repeat(limits::LONGEST_TEXT);
    for key in ["dont = \"Не чините сами.", "message = \"", "text = \"Звоните в часы работы: {hours}."]
    {
        let (name, words) = key.split_once(" = \"").expect("a key");
        let from = format!("{name} = \"{words}");
        assert_eq!(report(changed(SMALL, &from, &format!("{name} = \"{text}\" # "))).1, 0, "{key}");
        refuses(&from, &format!("{name} = \"{text}ы\" # "), &format!("{name} = \"ыы"), what, "на несколько шагов");
    }
}

#[test]
fn an_id_is_no_longer_than_the_limit() {
    let id = "a".repeat(2_000);
    let guide = SMALL.replace("\"lost\"", &format!("\"{id}\""));
    let (report, errors) = report(guide);
    assert!(report.contains("id не бывает длиннее 100 букв, а в этом 2000") && errors > 0, "{report}");
    assert!(report.lines().all(|line| line.chars().count() < 700), "of a long line only a part is shown:\n{report}");
}

#[test]
fn a_file_is_no_larger_than_the_limit() {
    let (report, errors) = report(format!("{SMALL}{}", "# ещё\n".repeat(700_000)));
    assert_eq!(errors, 1);
    let expected = "content/small.toml:1:1: ошибка: файл содержания не бывает больше 5 МБ, а в этом 7\n";
    assert!(report.starts_with(expected) && report.contains("тот ли это файл"), "{report}");
}

#[test]
fn a_long_circle_is_told_by_its_ends() {
    let guide = |length: usize| {
        let step = |number: usize| {
            let next = (number + 1) % length;
            format!(
                "[[step]]\nid = \"s{number}\"\ntitle = \"Шаг\"\ndo = \"Дальше.\"\noption = [{{ id = \"on\", next = \"s{next}\", label = \"Дальше\" }}]\n"
            )
        };
        let small = changed(SMALL, "next = \"broken\", label", "next = \"s0\", label");
        let small = changed(
            &small,
            "{ id = \"lost\",",
            "{ id = \"old\", next = \"broken\", label = \"Старое\" },\n  { id = \"lost\",",
        );
        format!("{small}\n{}", (0..length).map(step).collect::<String>())
    };
    let said = |length: usize| {
        let (report, errors) = report(guide(length));
        assert_eq!(errors, 1, "{report}");
        let start = report.find("по кругу: ").expect("a circle") + "по кругу: ".len();
        report[start..].lines().next().unwrap_or_default().to_owned()
    };
    assert_eq!(said(1_990), "s0 → s1 → s2 → s3 → … (ещё 1982) … → s1986 → s1987 → s1988 → s1989 → s0");
    assert_eq!(said(10), "s0 → s1 → s2 → s3 → … (ещё 2) … → s6 → s7 → s8 → s9 → s0");
    assert_eq!(said(9), "s0 → s1 → s2 → s3 → s4 → s5 → s6 → s7 → s8 → s0");
}

#[test]
fn of_thousands_of_errors_a_hundred_are_told() {
    // A contact that is misspelt once, where it is described.
    let guide = generated_guide(Shape::Chain, 1_000).replacen("id = \"line\"", "id = \"lines\"", 1);
    let (report, errors) = report(guide);
    assert_eq!(errors, 501);
    assert_eq!(report.matches("контакта «line» нет").count(), 99);
    assert!(
        report.ends_with("  = Исправьте сначала то, что названо выше: часто у многих одна причина.\n\n"),
        "{report}"
    );
    assert_eq!(report.matches("здесь и дальше ещё 402 ошибки\n").count(), 1, "{report}");
}

#[test]
fn warnings_do_not_hide_errors() {
    // Every advice names another place, and the last one has an error too.
    let guide = changed(
        &generated_guide(Shape::Chain, 400),
        "name = \"Большой справочник\"",
        "name = \"Справочник\"\nplace = \"Пермь\"",
    );
    let guide = guide.replace("{phone}", "В Иваново: {phone}");
    let last = guide.rfind("{phone}").expect("a placeholder");
    let guide = format!("{}{{fax}}{}", &guide[..last], &guide[last + "{phone}".len()..]);
    let (report, errors) = report(guide);
    assert_eq!((errors, report.matches("ошибка: ").count()), (1, 1), "{report}");
    assert!(report.contains("{fax}: эту вставку здесь заполнить нечем"), "{report}");
    assert_eq!(report.matches("«Иваново» — из другого справочника").count(), 99, "{report}");
    assert!(report.contains("предупреждение: здесь и дальше ещё 102 предупреждения"), "{report}");
}

#[test]
fn ids_that_are_all_unknown_are_told_within_reason() {
    let (report, errors) = report(generated_guide(Shape::Wide, 2_000).replace("next = \"q", "next = \"situation-"));
    assert!(
        errors > 1_000 && report.contains("шага «situation-0") && report.contains("здесь и дальше ещё"),
        "{report}"
    );
}

#[test]
fn texts_of_nothing_but_marks_are_read_to_their_end() {
    for mark in ["- ", "1. ", "> ", "[", "**", "*", "`", "[a](", "\\\\", "  - a\\n"] {
        for length in [4_000, 40_000, 400_000] {
            let text = mark.repeat(length / mark.len());
            let (report, errors) = report(changed(SMALL, "Не чините сами.", &text));
            let is_too_long = report.contains("не бывает больше 10000 знаков");
            assert!(errors > 0 || length == 4_000, "{mark}: {report}");
            assert_eq!(is_too_long, text.chars().count() > limits::LONGEST_TEXT, "{mark}: {report}");
        }
    }
}

#[test]
fn brackets_without_end_are_read_to_their_end() {
    for mark in ["[", "{ a = ", "[{ a = ", "\"", "'", "\"\"\"\n", "[[step]]\n", "id = ", "a.", "= ", "\\"] {
        let (report, errors) = report(format!("{SMALL}x = {}", mark.repeat(100_000)));
        assert!(errors > 0, "{mark}: {report}");
        let (report, errors) = self::report(format!("{SMALL}{}", mark.repeat(100_000)));
        assert!(errors > 0, "{mark}: {report}");
    }
}

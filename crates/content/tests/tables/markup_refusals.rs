//! Marks that are refused: the part of the text that the error points at, and its two sentences.

use guide_content::markup::{PlainText, refuse_marks};
use guide_content::message::Message;

use crate::markup::{in_file, parsed};
use crate::small_guide::in_english::assert_in_english;

/// Expects one error, which points at `place` in each way to write the text, and says so.
#[track_caller]
fn refuses(value: &str, place: &str, what: &str, instead: &str) {
    for quotes in ["\"\"\"", "'''", "\""] {
        let (_, errors) = parsed(value, quotes);
        assert_eq!(errors.len(), 1, "one cause, one error: {value}\n{errors:#?}");
        let [at, said, advice] = &errors[0];
        // Between `"` a line break and a backslash are escapes.
        let escapes = |text: &str| text.replace('\\', "\\\\").replace('"', "\\\"");
        let place = match quotes {
            "'''" => place.to_owned(),
            "\"" => escapes(place).replace('\n', "\\n"),
            _ => escapes(place),
        };
        assert_eq!(*at, place, "the place within {quotes}");
        assert!(said.contains(what), "{said}");
        assert!(advice.contains(instead), "{advice}");
    }
}

#[test]
fn marks_outside_the_subset() {
    refuses("Раз.\n\n# Заголовок\n\nДва.", "# Заголовок", "заголовков внутри текста не бывает", "title");
    refuses("Заголовок\n---\nтекст", "Заголовок\n---", "делает его заголовком", "Удалите эту строку");
    refuses("Заголовок\n=", "Заголовок\n=", "делает его заголовком", "Удалите эту строку");
    refuses(
        "![схема](https://example.ru/a.png)",
        "![схема](https://example.ru/a.png)",
        "картинку",
        "picture = { file =",
    );
    refuses("Это <b>важно", "<b>", "тегов HTML", "Жирное пишут **так**");
    refuses("<div onclick=\"x\">\nтекст\n</div>", "<div onclick=\"x\">\nтекст\n</div>", "тегов HTML", "Жирное");
    refuses("<!-- заметка -->", "<!-- заметка -->", "тегов HTML", "Жирное");
    refuses("Это *звёздочка*.", "*звёздочка*", "курсива в текстах нет", "**слова**");
    refuses("Это _курсив_.", "_курсив_", "курсива в текстах нет", "**слова**");
    refuses("Это ***всё***.", "***всё***", "курсива в текстах нет", "**слова**");
    refuses("Это __жирно__.", "__жирно__", "а не подчёркиванием", "**слова**");
    refuses("**раз **два** три**", "**два**", "ещё раз начинается жирное", "только по краям");
    refuses("Наберите `код`.", "`код`", "выделяют код", "«слова»");
    refuses("```\nкод\n```", "```\nкод\n```", "выделяют код", "«слова»");
    refuses("> цитата", "> цитата", "делает её цитатой", "quote");
    refuses("| а | б |\n|---|---|\n| 1 | 2 |", "| а | б |\n|---|---|\n| 1 | 2 |", "таблиц", "пунктами списка");
    refuses("Раз.\n\n* * *\n\nДва.", "* * *", "линеек", "пустой строкой");
    refuses("Раз.\n\n---\n\nДва.", "---", "линеек", "пустой строкой");
    refuses("Раз.\n\n[^1]: сноска", "[^1]: сноска", "сносок", "в скобках");
}

#[test]
fn marks_that_are_not_complete() {
    refuses("Это **важно.", "**", "нет пары", "вплотную к звёздочкам");
    refuses("Это ** важно **, да.", "**", "нет пары", "вплотную к звёздочкам");
    refuses("Это ~~лишнее~~.", "~~", "зачёркнутого", "Удалите");
    refuses("[бланк](мой файл.pdf)", "](", "похоже на ссылку", "[заявление](<мой файл.pdf>)");
    refuses("[бланк](form.pdf", "](", "похоже на ссылку", "[текст](https://…)");
    refuses("[бланк] (https://example.ru/)", "] (", "стоит пробел", "Уберите пробел");
}

#[test]
fn links_that_lead_nowhere() {
    refuses("[a]()", "[a]()", "нет адреса", "[текст](https://…)");
    refuses("[](https://example.ru/)", "[](https://example.ru/)", "нет текста", "[сайт школы]");
    refuses("[ ](https://example.ru/)", "[ ](https://example.ru/)", "нет текста", "[сайт школы]");
    refuses("См. [a](http://example.ru/).", "http://example.ru/", "небезопасными", "https://");
    refuses("[a](https://)", "https://", "не адрес страницы", "целиком");
    refuses("[a](https://192.168.1.20/)", "https://192.168.1.20/", "не адрес страницы", "целиком");
    refuses("[a](//example.ru/x.pdf)", "//example.ru/x.pdf", "не адрес страницы", "целиком");
    for evil in [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "javascript&#58;alert(1)",
        "< javascript:alert(1)>",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:https://example.ru/x",
        "x:form.pdf",
    ] {
        refuses(&format!("[a]({evil})"), evil, "такие ссылки запрещены", "https://…");
    }
    refuses("[a](tel:48-28-08)", "tel:48-28-08", "не набрать", "tel:+74932482808");
    refuses("[a](tel:+7493248280)", "tel:+7493248280", "не набрать", "tel:+74932482808");
    refuses("[a](mailto:a@b)", "mailto:a@b", "не адрес электронной почты", "mailto:school@example.ru");
    refuses("[a](mailto:a@b.ru?bcc=c@d.ru)", "mailto:a@b.ru?bcc=c@d.ru", "не адрес электронной почты", "mailto:");
    refuses("[a](#hotline)", "#hotline", "на шаг ссылкой", "option =");
    refuses("[a](../form.pdf)", "../form.pdf", "вне папки содержания", "[заявление](form.pdf)");
    refuses("[a](a/../../form.pdf)", "a/../../form.pdf", "вне папки содержания", "[заявление](form.pdf)");
    refuses("[a](/etc/form.pdf)", "/etc/form.pdf", "вне папки содержания", "[заявление](form.pdf)");
    refuses("[a](form.pdf?x=.pdf)", "form.pdf?x=.pdf", "есть знаки", "буквы, цифры");
    refuses("[a](.hidden.pdf)", ".hidden.pdf", "есть знаки", "буквы, цифры");
    refuses("[a](form.exe)", "form.exe", "не файл", "pdf, docx");
    refuses("[a](vk.com/moc)", "vk.com/moc", "не адрес страницы и не файл", "https://");
    refuses("<https://example.ru/>", "<https://example.ru/>", "угловыми скобками", "[текст](https://…)");
    refuses(
        "[a](https://example.ru/ \"подсказка\")",
        "[a](https://example.ru/ \"подсказка\")",
        "подсказки",
        "только адрес",
    );
    refuses(
        "Раз.\n\n[школа]: https://example.ru/",
        "[школа]: https://example.ru/",
        "на странице её не будет",
        "[текст](https://…)",
    );
}

#[test]
fn lists_written_otherwise() {
    refuses("* раз\n* два", "*", "так не начинают", "- текст");
    refuses("+ раз\n+ два", "+", "так не начинают", "- текст");
    refuses("1) раз\n2) два", "1)", "с точкой, а не со скобкой", "1. текст");
    refuses("01. раз\n02. два", "01.", "без нуля", "1. текст");
    refuses("1. раз\n3. два", "3.", "здесь будет 2", "Напишите 2.");
    refuses("1. раз\n2. два\n2. три\n5. пять", "2.", "здесь будет 3", "Напишите 3.");
    refuses("1. раз\n1. раз\n3. три", "3.", "здесь будет 3", "Напишите 3.");
    refuses("- раз\n-\n- два", "-", "пункт списка пуст", "удалите пункт");
    refuses("1. раз\n2. \u{a0}", "2.", "пункт списка пуст", "удалите пункт");
    refuses("- &nbsp;", "- &nbsp;", "пункт списка пуст", "удалите пункт");
    refuses("- - раз", "- раз", "второго знака списка", "Оставьте один");
    refuses("12. 5. 2026 приходите", "5. 2026 приходите", "второго знака списка", "Оставьте один");
    refuses("- а\n  - б\n    - в\n      - г", "- г", "больше трёх", "Разбейте");
    refuses("Приказ от\n18. Декабря", "18. Декабря", "списком не станет", "оставьте перед списком пустую строку");
    refuses("- паспорт\n- полис\nИ приходите.", "И приходите.", "продолжением", "пустую строку");
}

#[test]
fn a_sign_is_escaped_as_the_files_quotes_want_it() {
    let advice = |quotes: &str| parsed("# 5", quotes).1[0][2].clone();
    assert!(advice("'''").ends_with(" \\#"), "{}", advice("'''"));
    assert!(advice("\"").ends_with(" \\\\#"), "{}", advice("\""));
}

#[test]
fn the_place_is_found_behind_escapes() {
    let (file, mut text) = in_file("", "\"");
    let source = "lead = \"\"\"\\u041a\\x21 \\\"a\\\" \\\n   **x** _курсив_\"\"\"";
    text.value = "К! \"a\" **x** _курсив_".into();
    text.at = 7..source.len();
    let mut places = Vec::new();
    let mut report = |at: std::ops::Range<usize>, _: Message, _: Message| places.push(at);
    guide_content::markup::parse(text.clone(), source, &mut report);
    assert_eq!(places.iter().map(|at| &source[at.clone()]).collect::<Vec<_>>(), ["_курсив_"]);
    // A file that does not have the text at its place gives the whole of it.
    places.clear();
    text.at = 7..file.len().min(20);
    guide_content::markup::parse(text.clone(), &file, &mut |at, _, _| places.push(at));
    assert_eq!(places, [text.at]);
}

#[test]
fn marks_in_a_plain_text() {
    let refused = |value: &str| {
        let (file, text) = in_file(value, "\"\"\"");
        let mut errors = Vec::new();
        refuse_marks(&text, PlainText::Heading, &file, &mut |at, what, instead| {
            errors.push((file[at].to_owned(), what, instead))
        });
        assert!(errors.len() < 2, "{errors:?}");
        errors.pop()
    };
    #[track_caller]
    fn check(found: Option<(String, Message, Message)>, place: &str, what: &str, instead: &str) {
        let (at, said, advice) = found.expect("an error");
        assert_eq!(at, place);
        assert!(said.ru.contains(what) && advice.ru.contains(instead), "{said:?}: {advice:?}");
        assert!(said.en.starts_with("a heading can't have "), "{said:?}");
        [said, advice].iter().for_each(|said| assert_in_english(&said.ru, &said.en, &[]));
    }
    check(refused("Возьмите:\n- паспорт\n- полис"), "- паспорт", "у заголовка не бывает списка", "lead и do");
    check(refused("1. Раз\n  2. Два"), "2. Два", "у заголовка не бывает списка", "одной строкой");
    check(refused("Раз\nдва"), "два", "переноса строки", "одной строкой");
    check(refused("Это **важно**"), "**важно**", "жирного шрифта", "без звёздочек");
    check(refused("[МОЦ](https://vk.com/moc)"), "[МОЦ](https://vk.com/moc)", "ссылки", "только слова");
    check(refused("- Что случилось?"), "-", "знака списка или заголовка", "без него");
    check(refused("# Что случилось?"), "#", "знака списка или заголовка", "без него");
    check(refused("1. Что случилось?"), "1.", "знака списка или заголовка", "без него");
    check(refused("• Что случилось?"), "•", "знака списка или заголовка", "без него");
    for plain in
        ["", "-5 градусов", "1.5 часа", "2027. Год", "2 * 2 ** 3", "[день] (месяц)", "*", "Раз\n", "№ 5 `x` <b>"]
    {
        assert_eq!(refused(plain), None, "{plain}");
    }
}

#[test]
fn lists_of_other_signs_are_refused_and_a_single_dash_is_text() {
    use guide_content::markup::refuse_bullets;
    let refused = |value: &str| {
        let (file, text) = in_file(value, "\"\"\"");
        let mut places = Vec::new();
        refuse_bullets(&text, &file, &mut |at, what, instead| {
            assert!(what.ru.contains("сольются в одну") && instead.ru.contains("- текст"), "{what:?}: {instead:?}");
            [what, instead].iter().for_each(|said| assert_in_english(&said.ru, &said.en, &[]));
            // The text begins on the third line of its file.
            places.push((file[..at.start].matches('\n').count(), file[at].to_owned()));
        });
        places
    };
    assert_eq!(refused("Возьмите:\n• паспорт;\n• полис."), [(3, "•".to_owned())]);
    assert_eq!(refused("Возьмите:\n  — паспорт;\n  — полис."), [(3, "—".to_owned())]);
    assert_eq!(refused("– паспорт;\n– полис."), [(2, "–".to_owned())]);
    assert_eq!(refused("▪ паспорт"), [(2, "▪".to_owned())]);
    for text in ["— А если нет?\nТогда ждите.", "Раз — два", "- паспорт\n- полис", "", "5 · 5"]
    {
        assert_eq!(refused(text), [], "{text}");
    }
}

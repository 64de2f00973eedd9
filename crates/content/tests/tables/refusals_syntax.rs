//! What is said of files that are no TOML: each message of the parser has a Russian sentence, and a mistake is reported once.

use guide_content::Severity;
use guide_content::message::MessageLanguage;
use proptest::prelude::*;

use crate::loading::loaded;
use crate::small_guide::{SMALL, STRINGS, changed};

/// Expects exactly one diagnostic, at the place of ▶, which is taken out.
#[track_caller]
fn refuses(marked: &str, what: &str, instead: &str) {
    let (before, behind) = marked.split_once('▶').expect("a mark");
    let loaded = loaded(&format!("{before}{behind}"), STRINGS);
    let (report, diagnostics) = (loaded.report(MessageLanguage::Russian), loaded.diagnostics.sorted());
    assert_eq!(diagnostics.len(), 1, "one mistake, one diagnostic:\n{marked}\n{report}");
    assert_eq!(diagnostics[0].at.start, before.len(), "{marked}\n{report}");
    assert!(diagnostics[0].what.ru.contains(what), "{what}\n{marked}\n{report}");
    assert!(diagnostics[0].instead.ru.contains(instead), "{instead}\n{marked}\n{report}");
}

#[test]
fn keys_and_sections() {
    refuses("a▶\nb = \"2\"", "у этого ключа нет значения", "a = \"…\"");
    refuses("▶.a", "здесь нет ключа", "перед знаком равенства");
    refuses("▶.a = \"1\"", "здесь нет ключа", "перед знаком равенства");
    refuses("▶имя = \"1\"", "латинскими буквами", "title");
    refuses("t▶еxt = \"1\"", "«tеxt» есть русские буквы", "латинскими буквами: text");
    refuses("a▶\u{a0}= \"1\"", "особый пробел", "Сотрите его");
    refuses("▶= \"1\"", "здесь нет ключа", "перед знаком равенства");
    refuses("▶, = \"1\"", "начинается не с ключа", "допишите ключ");
    refuses("▶\"\"\"a\nb\"\"\" = \"1\"", "нет ключа", "Допишите ключ");
    refuses("▶'''a''' = \"1\"", "нет ключа", "Допишите ключ");
    refuses("a =▶= \"1\"", "лишний знак равенства", "Оставьте один");
    refuses("a =▶\nb = \"1\"", "нет значения", "a = \"…\"");
    refuses("[▶]\nx = \"1\"", "нет названия раздела", "[[step]]");
    refuses("[a▶\nx = \"1\"", "не закрыто скобкой", "[site]");
    refuses("[[a]▶\nx = \"1\"", "не закрыто скобкой", "[[step]]");
    refuses("[[a▶\nx = \"1\"", "не закрыто скобкой", "[[step]]");
    refuses("▶]", "закрывающей скобки", "Уберите её");
    refuses("a = \"1\" ▶b = \"2\"", "за значением стоит лишнее", "с новой строки");
    refuses("a = [ ] ▶]", "за значением стоит лишнее", "с новой строки");
    refuses("[a] ▶b = \"2\"", "за значением стоит лишнее", "с новой строки");
    refuses("a = \"1\"\n▶a.b = \"2\"", "не может быть внутри значения", "без точки");
    refuses("a = { b = \"1\" }\n▶a.c = \"2\"", "не может быть внутри значения", "без точки");
    refuses("a = [\"1\"]\n▶a.c = \"2\"", "не может быть внутри значения", "без точки");
}

#[test]
fn lists_and_tables_in_a_line() {
    refuses("a = [\"1\" ▶\"2\"]", "не хватает запятой", "предыдущего элемента");
    refuses("a = { b = \"1\" ▶c = \"2\" }", "не хватает запятой", "разделяют запятыми");
    refuses("a = [\"1\",▶, \"2\"]", "лишняя запятая", "одну запятую");
    refuses("a = { b = \"1\",▶, c = \"2\" }", "лишняя запятая", "одну запятую");
    refuses("a = { b▶, c = \"2\" }", "нет значения", "знак равенства");
    refuses("a = { b =▶, c = \"2\" }", "нет значения", "знак равенства");
    refuses("a = { b ▶\"1\" }", "у этого ключа нет значения", "знак равенства");
    refuses("a = [\"1\" ▶= \"2\"]", "в списке стоит знак равенства", "в фигурных скобках");
    refuses("a = { b = ▶= \"1\" }", "лишний знак равенства", "запятая и ключ");
    refuses("a = { ▶= \"1\" }", "здесь нет ключа", "Допишите его");
    refuses("a = { b = \"1\", ▶{ c = \"1\" } }", "здесь нет ключа", "Допишите его");
    refuses("a = { b = \"1\", ▶[\"2\"] }", "здесь нет ключа", "Допишите его");
    refuses("a = ▶]", "список, который не начат", "начните список");
    refuses("a = ▶}", "не начато", "начните скобкой {");
    refuses("a = ▶[ }", "не закрыт", "после последнего элемента");
    refuses("a = ▶[\"1\", \"2\"\nb = \"1\"", "не закрыт", "после последнего элемента");
    refuses("a = ▶[\"1\", \"2\"\n[b]\nx = \"1\"", "не закрыт", "после последнего элемента");
    refuses("a = ▶[\"1\", \"2\"", "не закрыт", "после последнего элемента");
    refuses("a = ▶{ b = \"1\"\n[c]", "не закрыта", "в конце этого элемента");
    refuses("a = ▶{ b = \"1\", c = \"2\"", "не закрыта", "в конце этого элемента");
}

#[test]
fn values_without_quotes() {
    refuses("a = ▶Центр", "«Центр»: текст без кавычек", "a = \"…\"");
    refuses("a = ▶«Центр»", "«Центр»: текст без кавычек", "прямых кавычках");
    refuses("a = ▶“Центр города”, улица", "«Центр города»: текст без кавычек", "прямых кавычках");
    refuses("a = ▶Центр\"", "перед текстом нет кавычки", "a = \"…\"");
    refuses("a = ▶Центр'", "перед текстом нет кавычки", "a = \"…\"");
    refuses("a = ▶True", "«True» — не ответ", "строчными");
    refuses("a = ▶fals", "«fals» — не ответ", "строчными");
    refuses("a = ▶yes", "«yes»: текст без кавычек", "a = \"…\"");
    refuses("a = ▶012", "«012»: значение без кавычек", "a = \"…\"");
    refuses("a = 1▶_", "«1_»: значение без кавычек", "a = \"…\"");
    refuses("a = 1▶__2", "«1__2»: значение без кавычек", "a = \"…\"");
    refuses("a = +▶+1", "«++1»: значение без кавычек", "a = \"…\"");
    refuses("a = 0x▶Z", "«0xZ»: значение без кавычек", "a = \"…\"");
    refuses("a = ▶0Xff", "«0Xff»: значение без кавычек", "a = \"…\"");
    refuses("a = ▶+0xff", "«+0xff»: значение без кавычек", "a = \"…\"");
    refuses("a = ▶0d12", "«0d12»: значение без кавычек", "a = \"…\"");
    refuses("a = 1.▶", "«1.»: значение без кавычек", "a = \"…\"");
    refuses("a = ▶.5", "«.5»: значение без кавычек", "a = \"…\"");
    refuses("a = 1e▶", "«1e»: значение без кавычек", "a = \"…\"");
    refuses("a = ▶nope", "«nope»: значение без кавычек", "a = \"…\"");
    refuses("a = ▶2024-13-01", "«2024-13-01»: значение без кавычек", "a = \"…\"");
    refuses("a = ▶2024-1-1", "«2024-1-1»: значение без кавычек", "a = \"…\"");
    refuses("a = 18.12▶.2024", "«18.12.2024»: значение без кавычек", "a = \"…\"");
    refuses("a = ▶13:00-16:30", "«13:00-16:30»: значение без кавычек", "a = \"…\"");
    refuses("a = ▶25:00:00", "«25:00:00»: значение без кавычек", "a = \"…\"");
    refuses("a = ▶+7 4932 48-28-08", "«+7 4932 48-28-08»: текст без кавычек", "a = \"…\"");
    refuses("a = ▶8-800", "«8-800»: значение без кавычек", "a = \"…\"");
}

#[test]
fn characters_of_texts() {
    refuses("a = \"C:\\▶dir\"", "обратной черты", "удвойте её");
    refuses("a = \"\"\"C:\\▶dir\"\"\"", "обратной черты", "удвойте её");
    refuses("a = \"\\u12▶\"", "по его номеру нет", "\\u2014");
    refuses("a = \"\\u▶D800\"", "по его номеру нет", "\\u2014");
    refuses("a = \"x▶\u{1}y\"", "невидимый знак с номером 01", "Сотрите");
    refuses("a = 'x▶\u{7}y'", "невидимый знак с номером 07", "Сотрите");
    refuses("a = \"\"\"x▶\u{1}y\"\"\"", "невидимый знак с номером 01", "Сотрите");
    refuses("a = '''x▶\u{1}y'''", "невидимый знак с номером 01", "Сотрите");
    refuses("# x▶\u{1}y", "невидимый знак с номером 01", "Сотрите");
    refuses("a = \"\"\"x\r▶y\"\"\"", "возврата каретки", "нажмите Enter");
    refuses("a = \"1\"\r▶b = \"2\"", "возврата каретки", "нажмите Enter");
}

#[test]
fn texts_that_are_not_closed() {
    refuses("a = ▶\"Центр\nb = \"1\"", "не закрыт до конца строки", "в конце текста");
    refuses("a = ▶'Центр\nb = \"1\"", "не закрыт до конца строки", "в конце текста");
    refuses("a = ▶\"Центр\r\nb = \"1\"\r\n", "не закрыт до конца строки", "в конце текста");
    refuses("a = ▶\"", "не закрыт до конца строки", "в конце текста");
    refuses("a = ▶\"x\\\"", "не закрыт до конца строки", "в конце текста");
    refuses(
        "a = [\n  { b = ▶\"Текст },  # что-то\n  { b = \"2\" },\n]\nc = \"1\"",
        "не закрыт до конца строки",
        "в конце текста",
    );
    refuses("a = [\n  { b = ▶\" },\n  { b = \"2\" },\n]\nc = \"1\"", "не закрыт до конца строки", "в конце текста");
    refuses(
        "a = [\n  { b = ▶\"1, c = \"2\", d = \"3\" },\n  { b = \"2\" },\n]\nc = \"1\"",
        "не закрыт до конца строки",
        "в конце текста",
    );
    refuses("a = [▶\"1, \"2\", \"3\"]\nc = \"1\"", "не закрыт до конца строки", "в конце текста");
    refuses("a = \"Не ▶\"помню\" почту\"\nb = \"1\"", "кончается на этой кавычке", "«ёлочками»");
    refuses("a = \"Не ▶\"помню почту\"\nb = \"1\"", "кончается на этой кавычке", "«ёлочками»");
    refuses("a = ▶\"Привет.\nРебёнок: {child}.\"\nb = \"1\"", "не закрыт до конца строки", "тремя кавычками");
    refuses("a = ▶\"\nПривет.\nРебёнок: {child}.\"\nb = \"1\"", "не закрыт до конца строки", "тремя кавычками");
    refuses(
        "a = \"\"\n▶Здравствуйте! Помогите.\nРебёнок.\"\"\"\nb = \"1\"\n[[c]]\nd = \"\"\"\nПривет.\n\"\"\"\ne = \"1\"",
        "похожа на часть текста",
        "a = \"\"\"…\"\"\"",
    );
    refuses(
        "a = \"\"\n▶Здравствуйте! Помогите.\"\"\"\nb = \"1\"\n[[c]]\nd = \"\"\"\nПривет.\n\"\"\"\ne = \"1\"",
        "похожа на часть текста",
        "a = \"\"\"…\"\"\"",
    );
}

#[test]
fn a_text_that_swallowed_the_rest_is_reported_once_where_it_begins() {
    refuses("[[a]]\nb = ▶\"\"\"\nПривет.", "тремя кавычками \"\"\" и не закрыт", "где этот текст кончается");
    refuses(
        "[[a]]\nb = ▶\"\"\"\nПривет.\"\"\nc = \"1\"\n[[a]]\nb = \"2\"",
        "тремя кавычками \"\"\" и не закрыт",
        "где этот текст кончается",
    );
    refuses(
        "[[a]]\nb = ▶\"\"\"\nПривет.\nc = \"1\"\n[[a]]\nb = \"\"\"\nПо = ка.\n\"\"\"\nc = \"1\"",
        "тремя кавычками \"\"\" и не закрыт",
        "где этот текст кончается",
    );
    refuses(
        "[a]\nb = ▶'''\nодно\n[c]\nb = '''\nдва\n'''\n",
        "тремя кавычками ''' и не закрыт",
        "где этот текст кончается",
    );
    refuses("b = ▶'''\nодно\n[c]\nd = \"1\"\n", "тремя кавычками ''' и не закрыт", "где этот текст кончается");
}

#[test]
fn brackets_within_brackets_have_a_limit() {
    let deep = format!("a = {}▶[{}", "[".repeat(80), "]".repeat(81));
    refuses(&deep, "слишком глубоко", "Уберите лишние");
}

/// A key that comes twice hides nothing of the rest.
#[test]
fn a_key_that_comes_twice_is_reported_with_everything_else() {
    for (from, to, name) in
        [("place = ", "place = \"Село\"\nplace = ", "place"), ("short = ", "short = \"Сл\", short = ", "short")]
    {
        let guide = changed(&changed(SMALL, from, to), "next = \"broken\"", "next = \"brokn\"");
        let report = loaded(&guide, STRINGS).report(MessageLanguage::Russian);
        assert!(
            report.contains(&format!("ключ «{name}» здесь уже есть")) && report.contains("Оставьте одну"),
            "{report}"
        );
        assert!(report.contains("шага «brokn» нет"), "{report}");
        assert_eq!(report.matches("ошибка:").count(), 2, "{report}");
    }
}

/// Sections that belong together are told by their brackets, so a wrong bracket tears the guide apart.
#[test]
fn a_section_of_the_wrong_brackets_is_reported_once_where_it_stands() {
    refuses("[a]\nb = \"1\"\n[▶a]\nc = \"1\"", "раздел [a] уже есть", "Соедините их в один");
    for steps in ["[▶step]\n[[step]]\n[[step]]\n", "[[step]]\n[▶step]\n[[step]]\n", "[[step]]\n[[step]]\n[▶step]"]
    {
        refuses(steps, "другие такие разделы начаты двойными скобками", "Напишите: [[step]]");
    }
    refuses("step = [\"1\"]\n[[▶step]]\n", "«step» уже записано иначе", "Уберите прежний ключ");
}

/// Mistakes in different lines are reported together, in their order, but nothing behind a text that swallowed the rest.
#[test]
fn mistakes_in_several_lines_are_reported_together() {
    let guide = changed(SMALL, "place = \"Городок\"", "place = \"Городок");
    let guide = changed(&guide, "label = \"Потерялось\" },", "label = Потерялось },");
    let guide = changed(&guide, "label = \"Сломалось\"", "label = \"Сломалось, ");
    let guide = changed(&guide, "title = \"Линия\"", "title = \"\"\"Линия");
    let lines: Vec<usize> = (loaded(&guide, STRINGS).report(MessageLanguage::Russian).lines())
        .filter_map(|line| line.strip_prefix("content/small.toml:")?.split(':').next()?.parse().ok())
        .collect();
    let line = |part: &str| guide.lines().position(|line| line.contains(part)).expect("the line") + 1;
    assert_eq!(lines, [line("Городок"), line("label = Потерялось"), line("Сломалось, "), line("\"\"\"Линия")]);
}

/// The Latin words that the sentences may hold: names of keys, sections and keys of the keyboard.
const OUR_WORDS: [&str; 11] = ["a", "d", "enter", "false", "id", "label", "n", "site", "step", "title", "true"];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4000) })]

    /// Whatever is broken, the parser's own words do not come through: no message of its is unknown here. The pieces hold no Latin
    /// letters but those by which the parser tells true, false and numbers.
    #[test]
    fn no_english_comes_through(pieces in prop::collection::vec(prop::sample::select(PIECES), 1..30)) {
        let guide = pieces.concat();
        let loaded = loaded(&guide, STRINGS);
        let of_syntax = |what: &str| !["нет ключа", "нет раздела", "неизвестный ключ"].iter().any(|begin| what.starts_with(begin));
        for diagnostic in loaded.diagnostics.sorted().iter().filter(|one| of_syntax(&one.what.ru)) {
            prop_assert_eq!(diagnostic.severity, Severity::Error);
            prop_assert!(diagnostic.at.end <= guide.len(), "{:?}", diagnostic.at);
            prop_assert!(!diagnostic.what.ru.starts_with("эта строка записана не так"), "an unknown message: {}", guide);
            let sentences = format!("{} {}", diagnostic.what.ru, diagnostic.instead.ru).replace("\\u2014", "");
            for word in sentences.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty()) {
                let is_typed = word.chars().all(|c| "tfinxobeuTF".contains(c));
                let is_ours = OUR_WORDS.contains(&word.to_lowercase().as_str());
                prop_assert!(is_typed || is_ours, "{}: {}\n{}", word, guide, sentences);
            }
        }
    }
}

const PIECES: &[&str] = &[
    "б",
    "\"",
    "\"",
    "'",
    "\"\"\"",
    "'''",
    "=",
    " = ",
    "[",
    "]",
    "[[",
    "]]",
    "{",
    "}",
    ",",
    ".",
    "#",
    "\n",
    "\n",
    "\n",
    "\r",
    "\r\n",
    " ",
    "\t",
    "\\",
    "\\n",
    "\\u",
    "0",
    "1",
    "12",
    "2024-01-01",
    "10:00",
    "0x",
    "0b",
    "1e",
    "_",
    "+",
    "-",
    ":",
    "«",
    "\u{1}",
    "\u{a0}",
    "t",
    "f",
    "i",
    "n",
    "1 = \"б\"\n",
    "\n1 = ",
    "2 = {",
    "3 = [",
    "[1]\n",
    "[[1]]\n",
];

/// A file beside the guide that is broken is reported alone, and the guide is still checked.
#[test]
fn broken_files_beside_the_guide_are_reported_once() {
    let guide = changed(SMALL, "next = \"broken\"", "next = \"brokn\"");
    let guide = changed(&guide, "start = \"start\"", "words = \"words.toml\"\nstart = \"start\"");
    let report = loaded(&guide, "[page]\nhome = \"\"\"К началу\n").report(MessageLanguage::Russian);
    assert_eq!(report.matches("ошибка:").count(), 2, "{report}");
    assert!(report.contains("content/words.toml:2:8: ошибка: текст начат тремя кавычками"), "{report}");
    assert!(report.contains("шага «brokn» нет"), "{report}");
}

#[test]
fn a_list_without_its_beginning_is_reported_once() {
    let list = "\n  { a = \"1\" },\n  { a = \"2\" },\n]\nb = \"1\"";
    refuses(&format!("option =▶{list}"), "ниже идёт список", "option = [");
    refuses(&format!("option ▶[{list}"), "ниже идёт список", "option = [");
    let lost = list.replacen("{ a", "▶a", 1);
    refuses(&format!("option = [{lost}"), "скобка } закрывает то, что не начато", "Поставьте { в начале");
}

#[test]
fn what_stands_below_a_section_without_a_name_is_no_mistake() {
    refuses("[a]\nb = \"1\"\n[c▶\nb = \"2\"\n[[d]]\nb = \"3\"", "не закрыто скобкой", "[site]");
    refuses("[[a]]\nb = \"1\"\n[[a]▶\nb = \"2\"", "не закрыто скобкой", "[[step]]");
}

//! The messages of the parser in Russian. A test holds that each of them has its own sentence, and that no English comes through.

use std::ops::Range;

use super::lines::{goes_on_as_list, is_prose, line_at};
use super::{Reach, SyntaxError};

/// An error of the parser, for people.
pub fn explain(text: &str, error: &toml::de::Error) -> SyntaxError {
    let at = place(text, error.span().unwrap_or(0..0));
    let message = error.message();
    let (what, expected) = message.split_once(", expected ").unwrap_or((message, ""));
    let is_in_section = text[line_at(text, at.start)].trim_start().starts_with('[');
    if what == "duplicate key" && is_in_section {
        return section_twice(text, at);
    }
    if is_outside_of_values(what, &text[at.clone()]) && goes_on_as_list(text, &line_at(text, at.start)) {
        return list_without_beginning(text, at);
    }
    let reach = if what == "duplicate key" { Reach::Nothing } else { Reach::Line };
    let context = Context::new(text, &at, expected);
    let (what, instead) = if context.is_lost_prose(what) { context.lost_prose() } else { context.sentences(what) };
    SyntaxError { at, what, instead, reach }
}

/// Whether a line as a whole is wrong, not something within a list or a table.
fn is_outside_of_values(what: &str, source: &str) -> bool {
    match what {
        "key with no value" | "invalid key-value pair" => true,
        "string values must be quoted" => source.trim().is_empty(),
        _ => false,
    }
}

/// The error of a line without `= [` before the lines of a list.
fn list_without_beginning(text: &str, at: Range<usize>) -> SyntaxError {
    let line = text[line_at(text, at.start)].trim();
    let key = line.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))).next().unwrap_or_default();
    let key = if key.is_empty() { "ключ" } else { key };
    SyntaxError {
        at,
        what: "ниже идёт список, а начала у него нет".into(),
        instead: format!("Начните список строкой: {key} = ["),
        reach: Reach::Rest,
    }
}

/// The range that is shown: within the file, and never empty behind the last character of a line.
fn place(text: &str, span: Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(span.start.min(text.len()));
    let end = text.floor_char_boundary(span.end.clamp(start, text.len()));
    start..end
}

/// What a sentence may quote.
struct Context<'t> {
    text: &'t str,
    /// The bytes of the error.
    source: &'t str,
    /// The line that it begins in.
    line: &'t str,
    /// The key of that line, or a word in its place.
    key: &'t str,
    /// What the parser expected, in its own words.
    expected: &'t str,
    start: usize,
}

impl<'t> Context<'t> {
    fn new(text: &'t str, at: &Range<usize>, expected: &'t str) -> Context<'t> {
        let line = &text[line_at(text, at.start)];
        let key = line.split_once('=').map_or("", |(key, _)| key.trim().trim_start_matches(['{', '[', ' ']));
        let is_key = !key.is_empty() && !key.contains([' ', '"', ',']);
        let key = if is_key { key } else { "ключ" };
        Context { text, source: &text[at.clone()], line, key, expected, start: at.start }
    }

    /// Whether the line is the middle of a text whose quotes are lost.
    fn is_lost_prose(&self, what: &str) -> bool {
        matches!(
            what,
            "key with no value" | "invalid unquoted key" | "invalid key-value pair" | "missing value for key"
        ) && is_prose(self.line)
            && self.line.trim().contains(' ')
    }

    fn lost_prose(&self) -> (String, String) {
        (
            "эта строка — не ключ со значением, а похожа на часть текста".into(),
            format!(
                "Текст из нескольких строк целиком пишут между тремя кавычками: {} = \"\"\"…\"\"\"",
                self.key_above()
            ),
        )
    }

    /// The key of the nearest line above that has one.
    fn key_above(&self) -> &'t str {
        let above = self.text[..self.start].lines().rev().take(20);
        let keys = above.filter_map(|line| line.split_once('=')).map(|(key, _)| key.trim());
        keys.into_iter().find(|key| !key.is_empty() && !key.contains([' ', '"', ',', '{'])).unwrap_or("ключ")
    }

    fn sentences(&self, what: &str) -> (String, String) {
        let (key, source) = (self.key, self.source);
        let text_in_quotes = || format!("Тексты, даты и числа пишут в прямых кавычках: {key} = \"…\"");
        let pair = |what: &str, instead: &str| (what.to_owned(), instead.to_owned());
        match what {
            // Keys and sections.
            "duplicate key" => (
                format!("ключ «{}» здесь уже есть", source.trim_matches('"')),
                "Оставьте одну из этих строк. Если дальше начинается другой шаг, поставьте перед ним строку [[step]]."
                    .to_owned(),
            ),
            "key with no value" | "missing value for key" => (
                "у этого ключа нет значения".to_owned(),
                format!("Допишите знак равенства и значение: {} = \"…\"", self.first_word()),
            ),
            "missing value" => ("после знака равенства нет значения".to_owned(), text_in_quotes()),
            "unquoted keys cannot be empty" if self.line.trim_start().starts_with('[') => {
                pair("в скобках нет названия раздела", "Напишите его латинскими буквами: [site] или [[step]].")
            }
            "unquoted keys cannot be empty" => {
                pair("здесь нет ключа", "Допишите его перед знаком равенства: ключ = \"…\"")
            }
            "invalid unquoted key" => self.key_letters(),
            "invalid key-value pair" => {
                pair("строка начинается не с ключа", "Уберите лишний знак или допишите ключ: ключ = \"…\"")
            }
            "keys cannot be multi-line basic strings" | "keys cannot be multi-line literal strings" => {
                pair("перед этим текстом нет ключа", "Допишите ключ и знак равенства: ключ = \"\"\"…\"\"\"")
            }
            "extra `=`" => pair("лишний знак равенства", "Оставьте один: ключ = \"…\""),
            "unclosed table" | "unclosed array table" => pair(
                "название раздела не закрыто скобкой",
                "Закройте его: [site], а раздел, которых несколько, — [[step]].",
            ),
            "missing table open" => pair(
                "строка начинается с закрывающей скобки",
                "Уберите её или допишите, что она закрывает: [site] или список = [ … ].",
            ),
            "unexpected key or value" => pair(
                "за значением стоит лишнее",
                "Каждый ключ пишут с новой строки; примечание начинают знаком #; кавычки внутри текста пишут «ёлочками».",
            ),
            "unexpected content" | "unexpected content between comment and newline" => {
                pair("здесь лишнее", "Уберите это или начните с новой строки.")
            }
            // Lists and tables in a line.
            "missing comma between array elements" => {
                pair("перед этим не хватает запятой", "Поставьте запятую после предыдущего элемента списка.")
            }
            "missing comma between key-value pairs" => pair(
                "перед этим не хватает запятой",
                "Ключи в фигурных скобках разделяют запятыми: { id = \"…\", label = \"…\" }",
            ),
            "extra comma in inline table" if matches!(self.expected, "`=`" | "value") => {
                pair("у этого ключа нет значения", "Допишите знак равенства и значение: { id = \"…\" }")
            }
            "extra comma in array" | "extra comma in inline table" => {
                pair("лишняя запятая", "Оставьте между соседними одну запятую.")
            }
            "unexpected `=` in array" => pair(
                "в списке стоит знак равенства",
                "Ключи с значениями пишут в фигурных скобках: [{ id = \"…\" }], а список закрывают скобкой ].",
            ),
            "missing assignment between key-value pairs" => {
                pair("у этого ключа нет значения", "Допишите знак равенства и значение: { id = \"…\" }")
            }
            "extra assignment between key-value pairs" => {
                pair("лишний знак равенства", "Перед ним нужны запятая и ключ: { id = \"…\", label = \"…\" }")
            }
            "missing key for inline table element" => {
                pair("здесь нет ключа", "Допишите его перед значением: { id = \"…\", label = \"…\" }")
            }
            "invalid inline table element" => pair(
                "здесь нужен ключ, а стоит другое",
                "Закройте фигурную скобку или напишите ключ: { id = \"…\" }, { id = \"…\" }",
            ),
            "missing array opening" => {
                pair("скобка ] закрывает список, который не начат", "Уберите её или начните список скобкой [.")
            }
            "missing inline table opening" => {
                pair("скобка } закрывает то, что не начато", "Уберите её или начните скобкой {.")
            }
            "unclosed array" => pair("список не закрыт", "Поставьте ] после последнего элемента."),
            "unclosed inline table" => pair("фигурная скобка не закрыта", "Поставьте } в конце элемента."),
            "cannot recurse further; max recursion depth met" | "recursion limit" => {
                pair("скобки вложены слишком глубоко", "Уберите лишние скобки.")
            }
            // Texts.
            "invalid basic string"
            | "invalid literal string"
            | "invalid multi-line basic string"
            | "invalid multi-line literal string" => {
                if self.expected.contains("characters") {
                    return self.invisible();
                }
                pair("текст начат кавычкой и не закрыт", "Поставьте такую же кавычку в конце текста.")
            }
            "missing opening quote" => ("перед текстом нет кавычки".to_owned(), format!("Поставьте её: {key} = \"…\"")),
            "string values must be quoted" if source.trim().is_empty() => {
                ("после знака равенства нет значения".to_owned(), text_in_quotes())
            }
            "string values must be quoted" => (format!("«{}»: текст без кавычек", shortened(source)), text_in_quotes()),
            "missing escaped value" => pair(
                "после обратной черты \\ в тексте не бывает этого знака",
                "Чтобы написать саму черту, удвойте её: \\\\. С чертой пишут: \\\" — кавычку, \\n — новую строку.",
            ),
            "too few unicode value digits" | "invalid value" => pair(
                "такого знака по его номеру нет",
                "После \\u пишут четыре цифры номера знака, например \\u2014 — тире; проще поставить сам знак.",
            ),
            "carriage return must be followed by newline" => {
                pair("строка кончается только знаком возврата каретки", "Сотрите конец этой строки и нажмите Enter.")
            }
            "invalid comment character" => self.invisible(),
            // Numbers, dates, yes and no: a guide holds only true and false.
            "invalid boolean" => (
                format!("«{}» — не ответ «да» или «нет»", shortened(source)),
                format!(
                    "Напишите строчными без кавычек true (да) или false (нет): {key} = true. Текст пишут в кавычках: {key} = \"…\""
                ),
            ),
            _ if is_about_number(what) => {
                (format!("«{}»: значение без кавычек", shortened(self.value())), text_in_quotes())
            }
            _ if what.starts_with("cannot extend value of type") => pair(
                "раздел с таким названием не может быть внутри значения",
                "Назовите раздел без точки или уберите прежнее значение этого ключа.",
            ),
            _ => pair(
                "эта строка записана не так, как нужно в этом файле",
                "Проверьте кавычки, скобки и запятые в этой строке и в строке над ней; тексты пишут в кавычках: ключ = \"текст\".",
            ),
        }
    }

    /// A key of wrong letters, which often are Russian ones that look like Latin ones.
    fn key_letters(&self) -> (String, String) {
        if self.source.starts_with(|c: char| !c.is_ascii() && !c.is_alphanumeric() && c.is_whitespace()) {
            return (
                "здесь особый пробел, который выглядит как обычный".to_owned(),
                "Сотрите его и нажмите пробел.".to_owned(),
            );
        }
        let key = self.line.split('=').next().unwrap_or_default();
        let key = key.trim().trim_start_matches(['{', '[', ' ', ',']).trim_end_matches([']', ' ']);
        let latin: String = key.chars().map(|c| crate::latin::look_alike(c).unwrap_or(c)).collect();
        let is_key = |key: &str| {
            !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        };
        if latin != key && is_key(&latin) {
            return (
                format!("в ключе «{key}» есть русские буквы, которые выглядят как латинские"),
                format!("Переключите раскладку и наберите ключ латинскими буквами: {latin}"),
            );
        }
        (
            "ключи и названия разделов пишут латинскими буквами, цифрами и дефисом".to_owned(),
            "Наберите здесь один из ключей, например title; если это часть текста, заключите её в кавычки.".to_owned(),
        )
    }

    fn invisible(&self) -> (String, String) {
        let code = self.text[self.start..].chars().next().map_or(0, u32::from);
        (
            format!("здесь невидимый знак с номером {code:02X}: в тексте таких не бывает"),
            "Сотрите это место и наберите заново; новую строку в тексте пишут так: \\n".to_owned(),
        )
    }

    fn first_word(&self) -> &'t str {
        self.line
            .trim()
            .split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_')))
            .next()
            .filter(|word| !word.is_empty())
            .unwrap_or("ключ")
    }

    /// The value that the error is in.
    fn value(&self) -> &'t str {
        let value = self.line.split_once('=').map_or(self.line, |(_, value)| value);
        value.split(" #").next().unwrap_or_default().trim()
    }
}

/// The error of a section whose name stands at `at` and before. One bracket too few makes the parser complain of all sections behind.
fn section_twice(text: &str, at: Range<usize>) -> SyntaxError {
    let name = text[at.clone()].to_owned();
    let header = |line: &str| line.trim_start().strip_prefix('[').map(str::trim_start).map(str::to_owned);
    let mut start = 0;
    let mut single = None;
    let mut is_double = false;
    for line in text.split_inclusive('\n') {
        if let Some(rest) = header(line) {
            let is_named = |rest: &str| rest.strip_prefix(&name).is_some_and(|rest| rest.trim_start().starts_with(']'));
            is_double |= rest.strip_prefix('[').is_some_and(|rest| is_named(rest.trim_start()));
            if single.is_none() && is_named(&rest) {
                single = line.find(&name).map(|column| start + column);
            }
        }
        start += line.len();
    }
    let (start, what, instead) = match single {
        Some(start) if is_double => (
            start,
            format!("раздел [{name}] начат одной скобкой, а другие такие разделы начаты двойными скобками"),
            format!("Напишите: [[{name}]]"),
        ),
        Some(_) => (
            at.start,
            format!("раздел [{name}] уже есть"),
            format!(
                "Соедините их в один. Если таких разделов бывает несколько, как шагов, каждый начинают двойными скобками: [[{name}]]."
            ),
        ),
        None => (
            at.start,
            format!("«{name}» уже записано иначе, не разделами [[{name}]]"),
            format!("Уберите прежний ключ «{name}»: каждый такой раздел начинают строкой [[{name}]]."),
        ),
    };
    SyntaxError { at: start..start + name.len(), what, instead, reach: Reach::Line }
}

/// Whether a message is about a number or a date, which a guide's files only hold as texts.
fn is_about_number(what: &str) -> bool {
    const KINDS: [&str; 10] =
        ["integer", "hexadecimal", "octal", "binary", "float", "mantissa", "fraction", "exponent", "dat", "time"];
    const OTHERS: [&str; 7] = [
        "invalid offset",
        "unexpected leading zero",
        "unexpected sign",
        "`_` may only go between digits",
        "redundant ",
        "integers with a radix cannot be signed",
        "radix must be lowercase",
    ];
    let kind = what.strip_prefix("invalid ").unwrap_or_default();
    KINDS.iter().any(|start| kind.starts_with(start)) || OTHERS.iter().any(|start| what.starts_with(start))
}

/// The beginning of a quotation: an unquoted text may be as long as its line.
fn shortened(source: &str) -> String {
    const LONGEST: usize = 40;
    let source = source.trim().trim_matches(['«', '»', '„', '“', '”', '‘', '’']);
    match source.char_indices().nth(LONGEST) {
        None => source.to_owned(),
        Some((end, _)) => format!("{}…", source[..end].trim_end()),
    }
}

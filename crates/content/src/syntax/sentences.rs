//! The sentences for the messages of the parser, by their text. A test holds that each of them has its own, and that none comes through
//! as it is.

use std::ops::Range;

use super::lines::{is_prose, line_at};
use crate::message;
use crate::message::Message;

/// A key, or a word in the place of one that is not known.
pub fn key_or_word(key: Option<&str>) -> Message {
    key.map_or_else(|| message!("ключ", "key"), Message::same)
}

/// What is wrong, and what to write instead, for a message of the parser about these bytes. `expected` is what it says to have expected.
pub fn sentences(text: &str, at: &Range<usize>, what: &str, expected: &str) -> (Message, Message) {
    let context = Context::new(text, at, expected);
    if context.is_lost_prose(what) { context.lost_prose() } else { context.sentences(what) }
}

/// What a sentence may quote.
struct Context<'t> {
    text: &'t str,
    /// The bytes of the error.
    source: &'t str,
    /// The line that it begins in.
    line: &'t str,
    /// The key of that line, or a word in its place.
    key: Message,
    /// What the parser expected, in its own words.
    expected: &'t str,
    start: usize,
}

impl<'t> Context<'t> {
    fn new(text: &'t str, at: &Range<usize>, expected: &'t str) -> Context<'t> {
        let line = &text[line_at(text, at.start)];
        let key = line.split_once('=').map_or("", |(key, _)| key.trim().trim_start_matches(['{', '[', ' ']));
        let is_key = !key.is_empty() && !key.contains([' ', '"', ',']);
        let key = key_or_word(is_key.then_some(key));
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

    fn lost_prose(&self) -> (Message, Message) {
        (
            message!(
                "эта строка — не ключ со значением, а похожа на часть текста",
                "this line is no key with a value, but looks like part of a text"
            ),
            message!(
                key = self.key_above();
                "Текст из нескольких строк целиком пишут между тремя кавычками: {key} = \"\"\"…\"\"\"",
                "A text of several lines is written whole between three quotes: {key} = \"\"\"…\"\"\""
            ),
        )
    }

    /// The key of the nearest line above that has one.
    fn key_above(&self) -> Message {
        let above = self.text[..self.start].lines().rev().take(20);
        let keys = above.filter_map(|line| line.split_once('=')).map(|(key, _)| key.trim());
        key_or_word(keys.into_iter().find(|key| !key.is_empty() && !key.contains([' ', '"', ',', '{'])))
    }

    fn sentences(&self, what: &str) -> (Message, Message) {
        let (key, source) = (&self.key, self.source);
        let text_in_quotes = || {
            message!(
                key = key;
                "Тексты, даты и числа пишут в прямых кавычках: {key} = \"…\"",
                "Texts, dates and numbers are written in straight quotes: {key} = \"…\""
            )
        };
        match what {
            // Keys and sections.
            "duplicate key" => (
                message!("ключ «{}» здесь уже есть", "the key “{}” is here already", source.trim_matches('"')),
                message!(
                    "Оставьте одну из этих строк. Если дальше начинается другой шаг, поставьте перед ним строку [[step]].",
                    "Keep one of these lines. If another step begins here, put the line [[step]] before it."
                ),
            ),
            "key with no value" | "missing value for key" => (
                message!("у этого ключа нет значения", "this key has no value"),
                message!(
                    key = self.first_word();
                    "Допишите знак равенства и значение: {key} = \"…\"",
                    "Add an equals sign and a value: {key} = \"…\""
                ),
            ),
            "missing value" => (
                message!("после знака равенства нет значения", "there is no value after the equals sign"),
                text_in_quotes(),
            ),
            "unquoted keys cannot be empty" if self.line.trim_start().starts_with('[') => (
                message!("в скобках нет названия раздела", "there is no name of a section in the brackets"),
                message!(
                    "Напишите его латинскими буквами: [site] или [[step]].",
                    "Write it in Latin letters: [site] or [[step]]."
                ),
            ),
            "unquoted keys cannot be empty" => (
                message!("здесь нет ключа", "there is no key here"),
                message!(
                    "Допишите его перед знаком равенства: ключ = \"…\"",
                    "Add it before the equals sign: key = \"…\""
                ),
            ),
            "invalid unquoted key" => self.key_letters(),
            "invalid key-value pair" => (
                message!("строка начинается не с ключа", "the line does not begin with a key"),
                message!(
                    "Уберите лишний знак или допишите ключ: ключ = \"…\"",
                    "Remove the extra sign, or add a key: key = \"…\""
                ),
            ),
            "keys cannot be multi-line basic strings" | "keys cannot be multi-line literal strings" => (
                message!("перед этим текстом нет ключа", "there is no key before this text"),
                message!(
                    "Допишите ключ и знак равенства: ключ = \"\"\"…\"\"\"",
                    "Add a key and an equals sign: key = \"\"\"…\"\"\""
                ),
            ),
            "extra `=`" => (
                message!("лишний знак равенства", "there is an equals sign too many"),
                message!("Оставьте один: ключ = \"…\"", "Keep one: key = \"…\""),
            ),
            "unclosed table" | "unclosed array table" => (
                message!("название раздела не закрыто скобкой", "the name of the section is not closed with a bracket"),
                message!(
                    "Закройте его: [site], а раздел, которых несколько, — [[step]].",
                    "Close it: [site], and a section of which there are several, [[step]]."
                ),
            ),
            "missing table open" => (
                message!("строка начинается с закрывающей скобки", "the line begins with a closing bracket"),
                message!(
                    "Уберите её или допишите, что она закрывает: [site] или список = [ … ].",
                    "Remove it, or add what it closes: [site] or list = [ … ]."
                ),
            ),
            "unexpected key or value" => (
                message!("за значением стоит лишнее", "there is something extra after the value"),
                message!(
                    "Каждый ключ пишут с новой строки; примечание начинают знаком #; кавычки внутри текста пишут «ёлочками».",
                    "Each key is written on a new line; a comment begins with the sign #; quotation marks within a text are written “like this”."
                ),
            ),
            "unexpected content" | "unexpected content between comment and newline" => (
                message!("здесь лишнее", "this does not belong here"),
                message!("Уберите это или начните с новой строки.", "Remove it or begin it on a new line."),
            ),
            // Lists and tables in a line.
            "missing comma between array elements" => (
                message!("перед этим не хватает запятой", "a comma is missing before this"),
                message!(
                    "Поставьте запятую после предыдущего элемента списка.",
                    "Put a comma after the element of the list before it."
                ),
            ),
            "missing comma between key-value pairs" => (
                message!("перед этим не хватает запятой", "a comma is missing before this"),
                message!(
                    "Ключи в фигурных скобках разделяют запятыми: {{ id = \"…\", label = \"…\" }}",
                    "Keys in curly brackets have commas between them: {{ id = \"…\", label = \"…\" }}"
                ),
            ),
            "extra comma in inline table" if matches!(self.expected, "`=`" | "value") => (
                message!("у этого ключа нет значения", "this key has no value"),
                message!(
                    "Допишите знак равенства и значение: {{ id = \"…\" }}",
                    "Add an equals sign and a value: {{ id = \"…\" }}"
                ),
            ),
            "extra comma in array" | "extra comma in inline table" => (
                message!("лишняя запятая", "there is a comma too many"),
                message!("Оставьте между соседними одну запятую.", "Keep one comma between neighbours."),
            ),
            "unexpected `=` in array" => (
                message!("в списке стоит знак равенства", "there is an equals sign in the list"),
                message!(
                    "Ключи с значениями пишут в фигурных скобках: [{{ id = \"…\" }}], а список закрывают скобкой ].",
                    "Keys with values are written in curly brackets: [{{ id = \"…\" }}], and the list is closed with the bracket ]."
                ),
            ),
            "missing assignment between key-value pairs" => (
                message!("у этого ключа нет значения", "this key has no value"),
                message!(
                    "Допишите знак равенства и значение: {{ id = \"…\" }}",
                    "Add an equals sign and a value: {{ id = \"…\" }}"
                ),
            ),
            "extra assignment between key-value pairs" => (
                message!("лишний знак равенства", "there is an equals sign too many"),
                message!(
                    "Перед ним нужны запятая и ключ: {{ id = \"…\", label = \"…\" }}",
                    "A comma and a key are needed before it: {{ id = \"…\", label = \"…\" }}"
                ),
            ),
            "missing key for inline table element" => (
                message!("здесь нет ключа", "there is no key here"),
                message!(
                    "Допишите его перед значением: {{ id = \"…\", label = \"…\" }}",
                    "Add it before the value: {{ id = \"…\", label = \"…\" }}"
                ),
            ),
            "invalid inline table element" => (
                message!("здесь нужен ключ, а стоит другое", "a key is needed here, but there is something else"),
                message!(
                    "Закройте фигурную скобку или напишите ключ: {{ id = \"…\" }}, {{ id = \"…\" }}",
                    "Close the curly bracket or write a key: {{ id = \"…\" }}, {{ id = \"…\" }}"
                ),
            ),
            "missing array opening" => (
                message!(
                    "скобка ] закрывает список, который не начат",
                    "the bracket ] closes a list that was not begun"
                ),
                message!(
                    "Уберите её или начните список скобкой [.",
                    "Remove it, or begin the list with the bracket [."
                ),
            ),
            "missing inline table opening" => (
                message!("скобка }} закрывает то, что не начато", "the bracket }} closes what was not begun"),
                message!("Уберите её или начните скобкой {{.", "Remove it, or begin with the bracket {{."),
            ),
            "unclosed array" => (
                message!("список не закрыт", "the list is not closed"),
                message!("Поставьте ] после последнего элемента.", "Put ] after the last element."),
            ),
            "unclosed inline table" => (
                message!("фигурная скобка не закрыта", "the curly bracket is not closed"),
                message!("Поставьте }} в конце элемента.", "Put }} at the end of the element."),
            ),
            "cannot recurse further; max recursion depth met" | "recursion limit" => (
                message!("скобки вложены слишком глубоко", "the brackets are nested too deeply"),
                message!("Уберите лишние скобки.", "Remove the extra brackets."),
            ),
            // Texts.
            "invalid basic string"
            | "invalid literal string"
            | "invalid multi-line basic string"
            | "invalid multi-line literal string" => {
                if self.expected.contains("characters") {
                    return self.invisible();
                }
                (
                    message!("текст начат кавычкой и не закрыт", "the text is begun with a quote and not closed"),
                    message!(
                        "Поставьте такую же кавычку в конце текста.",
                        "Put the same quote at the end of the text."
                    ),
                )
            }
            "missing opening quote" => (
                message!("перед текстом нет кавычки", "there is no quote before the text"),
                message!(key = key; "Поставьте её: {key} = \"…\"", "Put it there: {key} = \"…\""),
            ),
            "string values must be quoted" if source.trim().is_empty() => (
                message!("после знака равенства нет значения", "there is no value after the equals sign"),
                text_in_quotes(),
            ),
            "string values must be quoted" => (
                message!("«{}»: текст без кавычек", "“{}”: a text without quotes", shortened(source)),
                text_in_quotes(),
            ),
            "missing escaped value" => (
                message!(
                    "после обратной черты \\ в тексте не бывает этого знака",
                    "this sign can't follow a backslash \\ in a text"
                ),
                message!(
                    "Чтобы написать саму черту, удвойте её: \\\\. С чертой пишут: \\\" — кавычку, \\n — новую строку.",
                    "To write a backslash itself, double it: \\\\. With a backslash are written: \\\" a quote, \\n a new line."
                ),
            ),
            "too few unicode value digits" | "invalid value" => (
                message!("такого знака по его номеру нет", "there is no character of this number"),
                message!(
                    "После \\u пишут четыре цифры номера знака, например \\u2014 — тире; проще поставить сам знак.",
                    "After \\u come the four digits of a character's number, for example \\u2014 for a dash; it is easier to type the character itself."
                ),
            ),
            "carriage return must be followed by newline" => (
                message!("строка кончается только знаком возврата каретки", "the line ends in a carriage return only"),
                message!("Сотрите конец этой строки и нажмите Enter.", "Delete the end of this line and press Enter."),
            ),
            "invalid comment character" => self.invisible(),
            // Numbers, dates, yes and no: a guide holds only true and false.
            "invalid boolean" => (
                message!("«{}» — не ответ «да» или «нет»", "“{}” is neither “yes” nor “no”", shortened(source)),
                message!(
                    key = key;
                    "Напишите строчными без кавычек true (да) или false (нет): {key} = true. Текст пишут в кавычках: {key} = \"…\"",
                    "Write true (yes) or false (no) in small letters and without quotes: {key} = true. A text is written in quotes: {key} = \"…\""
                ),
            ),
            _ if is_about_number(what) => (
                message!("«{}»: значение без кавычек", "“{}”: a value without quotes", shortened(self.value())),
                text_in_quotes(),
            ),
            _ if what.starts_with("cannot extend value of type") => (
                message!(
                    "раздел с таким названием не может быть внутри значения",
                    "a section of this name can't stand within a value"
                ),
                message!(
                    "Назовите раздел без точки или уберите прежнее значение этого ключа.",
                    "Give the section a name without a stop, or remove the former value of this key."
                ),
            ),
            _ => (
                message!(
                    "эта строка записана не так, как нужно в этом файле",
                    "this line is not written as this file needs it"
                ),
                message!(
                    "Проверьте кавычки, скобки и запятые в этой строке и в строке над ней; тексты пишут в кавычках: ключ = \"текст\".",
                    "Check the quotes, brackets and commas in this line and in the line above; texts are written in quotes: key = \"text\"."
                ),
            ),
        }
    }

    /// A key of wrong letters, which often are Russian ones that look like Latin ones.
    fn key_letters(&self) -> (Message, Message) {
        if self.source.starts_with(|c: char| !c.is_ascii() && !c.is_alphanumeric() && c.is_whitespace()) {
            return (
                message!(
                    "здесь особый пробел, который выглядит как обычный",
                    "there is a special space here that looks like a plain one"
                ),
                message!("Сотрите его и нажмите пробел.", "Delete it and press the space bar."),
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
                message!(
                    "в ключе «{key}» есть русские буквы, которые выглядят как латинские",
                    "the key “{key}” has Russian letters that look like Latin ones"
                ),
                message!(
                    "Переключите раскладку и наберите ключ латинскими буквами: {latin}",
                    "Switch the keyboard layout and type the key in Latin letters: {latin}"
                ),
            );
        }
        (
            message!(
                "ключи и названия разделов пишут латинскими буквами, цифрами и дефисом",
                "keys and names of sections are written in Latin letters, digits and hyphens"
            ),
            message!(
                "Наберите здесь один из ключей, например title; если это часть текста, заключите её в кавычки.",
                "Type one of the keys here, for example title; if this is part of a text, put it in quotes."
            ),
        )
    }

    fn invisible(&self) -> (Message, Message) {
        let code = self.text[self.start..].chars().next().map_or(0, u32::from);
        (
            message!(
                "здесь невидимый знак с номером {code:02X}: в тексте таких не бывает",
                "there is an invisible character here, number {code:02X}: texts may not have it"
            ),
            message!(
                "Сотрите это место и наберите заново; новую строку в тексте пишут так: \\n",
                "Delete this place and type it again; a new line in a text is written like this: \\n"
            ),
        )
    }

    /// The first word of the line, as its key.
    fn first_word(&self) -> Message {
        let is_sign = |c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
        key_or_word(self.line.trim().split(is_sign).next().filter(|word| !word.is_empty()))
    }

    /// The value that the error is in.
    fn value(&self) -> &'t str {
        let value = self.line.split_once('=').map_or(self.line, |(_, value)| value);
        value.split(" #").next().unwrap_or_default().trim()
    }
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

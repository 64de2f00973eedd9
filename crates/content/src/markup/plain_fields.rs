//! Texts that are shown as they are: headings, answers, names. Marks in them are refused.

use guide_core::text::Text;

use super::Report;
use super::places::Places;
use crate::message;
use crate::message::Message;

/// Which text it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PlainText {
    /// The heading of a step, or of a group of answers.
    Heading,
    /// An answer.
    Answer,
    /// What something is called.
    Name,
}

impl PlainText {
    /// The word for it, as sentences about what it can't have need it: in Russian in the genitive, in English with its article.
    pub fn word(self) -> Message {
        match self {
            PlainText::Heading => message!("заголовка", "a heading"),
            PlainText::Answer => message!("ответа", "an answer"),
            PlainText::Name => message!("названия", "a name"),
        }
    }
}

/// Refuses the marks of a text that can't have any: a line break, with or without a list, bold text, a link. Only what is clearly a mark
/// is refused.
pub fn refuse_marks(text: &Text, which: PlainText, file_text: &str, report: &mut Report) {
    let value = &text.value;
    let (at, what, instead) = if let Some((at, is_list)) = line_break(value) {
        let what = if is_list {
            message!("списка", "a list")
        } else {
            message!("переноса строки", "a line break")
        };
        let where_to = message!(
            "Напишите одной строкой, а подробности перенесите в текст шага (ключи lead и do).",
            "Write it in one line, and move the details to the step's text (the keys lead and do)."
        );
        (at, what, where_to)
    } else if let Some(at) = mark_at_start(value) {
        (
            at,
            message!("знака списка или заголовка", "the mark of a list or of a heading"),
            message!(
                "Напишите без него: этот текст и так стоит отдельной строкой.",
                "Write it without the mark: this text stands in a line of its own anyway."
            ),
        )
    } else if let Some(at) = between(value, "**", "**") {
        (
            at,
            message!("жирного шрифта", "bold text"),
            message!(
                "Напишите без звёздочек: этот текст и так выделен.",
                "Write it without asterisks: this text stands out anyway."
            ),
        )
    } else if let Some(at) = link(value) {
        (
            at,
            message!("ссылки", "a link"),
            message!(
                "Оставьте здесь только слова, а ссылку перенесите в текст шага (ключи lead и do).",
                "Keep only the words here, and move the link to the step's text (the keys lead and do)."
            ),
        )
    } else {
        return;
    };
    let at = Places::new(text, file_text).in_file(at);
    report(
        at,
        message!(name = which.word(); what = what; "у {name} не бывает {what}", "{name} can't have {what}"),
        instead,
    );
}

/// The first line behind a line break, and whether it or the first of all is an item of a list.
fn line_break(value: &str) -> Option<(std::ops::Range<usize>, bool)> {
    let trimmed = value.trim_end();
    let newline = trimmed.find('\n')?;
    let is_item = |line: &str| {
        let line = line.trim_start();
        let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
        line.starts_with("- ") || line.starts_with("* ") || digits.len() < line.len() && digits.starts_with(". ")
    };
    let start = newline + 1;
    let line = &trimmed[start..];
    let indent = line.len() - line.trim_start().len();
    let end = line[indent..].find('\n').map_or(trimmed.len(), |end| start + indent + end);
    Some((start + indent..end, trimmed.lines().any(is_item)))
}

/// The mark of a list or of a heading that the text begins with: `- `, `* `, `# `, `1. `, `• `.
fn mark_at_start(value: &str) -> Option<std::ops::Range<usize>> {
    let (mark, _) = value.trim_start().split_once(' ')?;
    let number = mark.strip_suffix(['.', ')']).is_some_and(|number| {
        !number.is_empty() && number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit())
    });
    let is_mark = number || ["-", "*", "+", "•", "—", "–"].contains(&mark) || mark.bytes().all(|byte| byte == b'#');
    let start = value.len() - value.trim_start().len();
    is_mark.then(|| start..start + mark.len())
}

/// The first text between two marks, the marks included, which has no white space at its ends.
fn between(value: &str, open: &str, close: &str) -> Option<std::ops::Range<usize>> {
    let start = value.find(open)?;
    let inside = &value[start + open.len()..];
    let length = inside.find(close)?;
    let text = &inside[..length];
    (!text.is_empty() && text.trim() == text).then(|| start..start + open.len() + length + close.len())
}

/// The first `[text](target)`.
fn link(value: &str) -> Option<std::ops::Range<usize>> {
    let middle = value.find("](")?;
    let start = value[..middle].rfind('[')?;
    let end = middle + value[middle..].find(')')? + 1;
    Some(start..end)
}

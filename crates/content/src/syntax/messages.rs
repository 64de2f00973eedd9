//! The errors of the parser, for people: where they are, what is wrong, how far they reach.

use std::ops::Range;

use super::lines::{goes_on_as_list, line_at};
use super::sentences::{key_or_word, sentences};
use super::{Reach, SyntaxError};
use crate::message;

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
    let (what, instead) = sentences(text, &at, what, expected);
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
    let key = key_or_word(Some(key).filter(|key| !key.is_empty()));
    SyntaxError {
        at,
        what: message!("ниже идёт список, а начала у него нет", "a list follows, but its beginning is missing"),
        instead: message!(key = key; "Начните список строкой: {key} = [", "Begin the list with the line: {key} = ["),
        reach: Reach::Rest,
    }
}

/// The range that is shown: within the file, and never empty behind the last character of a line.
fn place(text: &str, span: Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(span.start.min(text.len()));
    let end = text.floor_char_boundary(span.end.clamp(start, text.len()));
    start..end
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
            message!(
                "раздел [{name}] начат одной скобкой, а другие такие разделы начаты двойными скобками",
                "the section [{name}] is begun with one bracket, but other such sections with two"
            ),
            message!("Напишите: [[{name}]]", "Write: [[{name}]]"),
        ),
        Some(_) => (
            at.start,
            message!("раздел [{name}] уже есть", "there is a section [{name}] already"),
            message!(
                "Соедините их в один. Если таких разделов бывает несколько, как шагов, каждый начинают двойными скобками: [[{name}]].",
                "Join them. If there may be several such sections, as there are steps, each is begun with two brackets: [[{name}]]."
            ),
        ),
        None => (
            at.start,
            message!(
                "«{name}» уже записано иначе, не разделами [[{name}]]",
                "“{name}” is already written in another way, not as sections [[{name}]]"
            ),
            message!(
                "Уберите прежний ключ «{name}»: каждый такой раздел начинают строкой [[{name}]].",
                "Remove the former key “{name}”: each such section is begun with the line [[{name}]]."
            ),
        ),
    };
    SyntaxError { at: start..start + name.len(), what, instead, reach: Reach::Line }
}

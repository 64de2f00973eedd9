//! Texts whose quotes are not closed, or are closed too early.

use std::collections::BTreeMap;

use toml_parser::Source;
use toml_parser::lexer::{Token, TokenKind};

use super::lines::{goes_on_as_prose, is_assignment, is_header, line_at};
use super::{Reach, SyntaxError};
use crate::message;

/// Lines are repaired at most so often; each time, one text of each line.
const PASSES: usize = 4;

/// The texts of one line with a quote too few or too many, and the file with these repaired, in which everything else stands where it
/// stood; `None` where there was nothing to repair.
pub fn repair(text: &str) -> (Vec<SyntaxError>, Option<String>) {
    let mut errors: BTreeMap<usize, SyntaxError> = BTreeMap::new();
    let mut repaired: Option<String> = None;
    for _ in 0..PASSES {
        let current = repaired.as_deref().unwrap_or(text);
        let tokens: Vec<Token> = Source::new(current).lex().collect();
        let mut changed = current.as_bytes().to_vec();
        let mut line_end = 0;
        for pair in tokens.windows(2) {
            let (token, next) = (&pair[0], &pair[1]);
            if token.span().start() < line_end || !is_line_text(token) {
                continue;
            }
            let error = if is_unclosed(current, token) {
                close(current, token, &mut changed);
                unclosed(current, token)
            } else if next.kind() == TokenKind::Atom || is_text(next) {
                changed[token.span().end() - 1] = b' ';
                closed_early(current, token)
            } else {
                continue;
            };
            line_end = line_at(current, token.span().start()).end;
            errors.entry(error.at.start).or_insert(error);
        }
        match String::from_utf8(changed) {
            Ok(changed) if changed != *current => repaired = Some(changed),
            _ => break,
        }
    }
    (errors.into_values().collect(), repaired)
}

/// Whether this is a text of one line.
fn is_line_text(token: &Token) -> bool {
    matches!(token.kind(), TokenKind::BasicString | TokenKind::LiteralString)
}

fn is_text(token: &Token) -> bool {
    is_line_text(token) || matches!(token.kind(), TokenKind::MlBasicString | TokenKind::MlLiteralString)
}

/// Whether a text of one line has no closing quote.
fn is_unclosed(text: &str, token: &Token) -> bool {
    let quote = if token.kind() == TokenKind::BasicString { '"' } else { '\'' };
    let inside = source(text, token).strip_prefix(quote).unwrap_or_default();
    let Some(inside) = inside.strip_suffix(quote) else { return true };
    // In `"…\"` the last quote belongs to the text.
    quote == '"' && (inside.len() - inside.trim_end_matches('\\').len()) % 2 == 1
}

/// Closes a text: its quote takes the place of the last character that can be meant to stand in it.
fn close(text: &str, token: &Token, changed: &mut [u8]) {
    let string = source(text, token);
    let before_comment = string.rfind(" #").map_or(string, |comment| &string[..comment]);
    let end = before_comment.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ']' | '}')).len();
    let last = string[..end].char_indices().next_back().map_or(0, |(index, _)| index);
    // In an empty text the closing quote comes behind the opening one, where there is room.
    let (from, to) = if last == 0 { (1, 2) } else { (last, end) };
    let start = token.span().start();
    if let Some(place) = changed.get_mut(start + from..start + to.min(string.len())) {
        place.fill(b' ');
        if let Some(first) = place.first_mut() {
            *first = if token.kind() == TokenKind::BasicString { b'"' } else { b'\'' };
        }
    }
}

fn unclosed(text: &str, token: &Token) -> SyntaxError {
    let start = token.span().start();
    let instead = if goes_on_as_prose(text, &line_at(text, start)) {
        message!(
            "Закройте его такой же кавычкой. Текст из нескольких строк начинают и кончают тремя кавычками: \"\"\"…\"\"\".",
            "Close it with the same quote. A text of several lines begins and ends with three quotes: \"\"\"…\"\"\"."
        )
    } else {
        message!("Поставьте такую же кавычку в конце текста.", "Put the same quote at the end of the text.")
    };
    SyntaxError {
        at: start..start + 1,
        what: message!(
            "текст начат кавычкой и не закрыт до конца строки",
            "the text is begun with a quote and not closed before the end of the line"
        ),
        instead,
        reach: Reach::Line,
    }
}

/// The error of a text that goes on behind its closing quote.
fn closed_early(text: &str, token: &Token) -> SyntaxError {
    let inside = source(text, token).trim_end_matches(['"', '\'']).trim_end();
    if inside.ends_with(['=', ',']) {
        // What was taken for the closing quote opens the next text, as in `id = "a, next = "b"`.
        return unclosed(text, token);
    }
    let end = token.span().end();
    SyntaxError {
        at: end - 1..end,
        what: message!(
            "текст кончается на этой кавычке, а за ней стоит ещё что-то",
            "the text ends at this quote, but something else follows it"
        ),
        instead: message!(
            "Кавычки внутри текста пишите «ёлочками» или с чертой: \\\". Если текст здесь кончается, уберите лишнее.",
            "Write quotation marks within a text “like this” or with a backslash: \\\". If the text ends here, remove the rest."
        ),
        reach: Reach::Line,
    }
}

/// The first text of several lines that is not closed, or that ends where another begins because its own end was lost.
pub fn swallowed(text: &str, tokens: &[Token]) -> Option<SyntaxError> {
    let token = tokens.iter().find(|token| {
        let quotes = match token.kind() {
            TokenKind::MlBasicString => "\"\"\"",
            TokenKind::MlLiteralString => "'''",
            _ => return false,
        };
        let string = source(text, token);
        let is_closed = string.len() >= 6 && string.ends_with(quotes) && !string.ends_with("\\\"\"\"");
        !is_closed || string.lines().skip(1).any(|line| is_assignment(line) || is_header(line))
    })?;
    let start = token.span().start();
    let quotes = source(text, token).get(..3)?;
    Some(SyntaxError {
        at: start..start + 3,
        what: message!(
            "текст начат тремя кавычками {quotes} и не закрыт: в него попало и то, что написано ниже",
            "the text is begun with three quotes {quotes} and not closed: what is written below has got into it"
        ),
        instead: message!("Поставьте {quotes} там, где этот текст кончается.", "Put {quotes} where this text ends."),
        reach: Reach::Rest,
    })
}

fn source<'t>(text: &'t str, token: &Token) -> &'t str {
    text.get(token.span().start()..token.span().end()).unwrap_or_default().trim_end_matches('\r')
}

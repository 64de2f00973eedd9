//! Lists and tables in a line whose brackets are not closed.

use toml_parser::lexer::{Token, TokenKind};

use super::lines::{is_header, line_at};
use super::{Reach, SyntaxError};
use crate::message;

/// The first bracket that is not closed: the file ends, another section or key begins, or a bracket of another shape closes before.
pub fn unclosed(text: &str, tokens: &[Token]) -> Option<SyntaxError> {
    let mut open: Vec<&Token> = Vec::new();
    let mut line_begins = true;
    let mut index = 0;
    while let Some(token) = tokens.get(index) {
        index += 1;
        let begins = std::mem::replace(&mut line_begins, token.kind() == TokenKind::Newline);
        if token.kind() == TokenKind::Whitespace {
            line_begins = begins;
            continue;
        }
        if begins {
            let line = line_at(text, token.span().start());
            let is_section = token.kind() == TokenKind::LeftSquareBracket && is_header(&text[line.clone()]);
            let count = |bracket: char| text[line.clone()].matches(bracket).count();
            // A line such as `id = "…" },` is an element of the list that has lost its own bracket.
            let is_key =
                token.kind() == TokenKind::Atom && equals_follows(&tokens[index..]) && count('{') >= count('}');
            match open.last() {
                Some(last) if is_section || (is_key && last.kind() == TokenKind::LeftSquareBracket) => {
                    return Some(error(last));
                }
                None if token.kind() == TokenKind::LeftSquareBracket => {
                    // The brackets of a section are not those of a list.
                    while tokens.get(index).is_some_and(|token| token.span().start() < line.end) {
                        index += 1;
                    }
                    continue;
                }
                _ => {}
            }
        }
        let closes = match token.kind() {
            TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket => {
                open.push(token);
                continue;
            }
            TokenKind::RightSquareBracket => TokenKind::LeftSquareBracket,
            TokenKind::RightCurlyBracket => TokenKind::LeftCurlyBracket,
            _ => continue,
        };
        let is_lonely = closes == TokenKind::LeftCurlyBracket && !open.iter().any(|token| token.kind() == closes);
        match open.pop() {
            Some(last) if is_lonely && text[last.span().start()..token.span().start()].contains('\n') => {
                return Some(lonely(text, token));
            }
            Some(last) if last.kind() != closes => return Some(error(last)),
            _ => {}
        }
    }
    open.last().map(|token| error(token))
}

/// The error of a curly bracket that closes nothing, at the beginning of its line, where the other one most likely stood.
fn lonely(text: &str, bracket: &Token) -> SyntaxError {
    let line = line_at(text, bracket.span().start());
    let source = &text[line.clone()];
    SyntaxError {
        at: line.start + (source.len() - source.trim_start().len())..bracket.span().end(),
        what: message!("скобка }} закрывает то, что не начато", "the bracket }} closes what was not begun"),
        instead: message!(
            "Поставьте {{ в начале этого элемента: {{ id = \"…\", label = \"…\", next = \"…\" }}",
            "Put {{ at the beginning of this element: {{ id = \"…\", label = \"…\", next = \"…\" }}"
        ),
        reach: Reach::Rest,
    }
}

fn equals_follows(tokens: &[Token]) -> bool {
    let mut kinds = tokens.iter().map(Token::kind).skip_while(|kind| *kind == TokenKind::Whitespace);
    kinds.next() == Some(TokenKind::Equals)
}

fn error(bracket: &Token) -> SyntaxError {
    let (what, instead) = if bracket.kind() == TokenKind::LeftCurlyBracket {
        (
            message!("фигурная скобка {{ не закрыта", "the curly bracket {{ is not closed"),
            message!(
                "Поставьте }} в конце этого элемента: {{ id = \"…\", label = \"…\", next = \"…\" }}, а после него запятую.",
                "Put }} at the end of this element: {{ id = \"…\", label = \"…\", next = \"…\" }}, and a comma after it."
            ),
        )
    } else {
        (
            message!("список начат скобкой [ и не закрыт", "the list is begun with the bracket [ and not closed"),
            message!("Поставьте ] после последнего элемента списка.", "Put ] after the last element of the list."),
        )
    };
    SyntaxError { at: bracket.span().start()..bracket.span().end(), what, instead, reach: Reach::Rest }
}

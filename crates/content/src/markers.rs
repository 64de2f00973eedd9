//! Marks of facts that belong to another place: a comment `# заменить` behind a value or the head of a section.
//!
//! The editor puts them where a guide is made the beginning of another centre's. They stay until the value is another.

use std::ops::Range;

use toml_parser::Source;
use toml_parser::lexer::TokenKind;

use crate::diagnostics::Diagnostics;
use crate::message;

/// The word that makes a comment a mark. A comment that was there before stands behind it, after a semicolon.
pub const MARK: &str = "заменить";

/// The bytes of every mark in a file, each from its `#` to the end of the comment.
pub fn marks(text: &str) -> Vec<Range<usize>> {
    // Most files have none, and need no closer look.
    if !text.contains(MARK) {
        return Vec::new();
    }
    let mut marks = Vec::new();
    let mut is_behind_value = false;
    for token in Source::new(text).lex() {
        let at = token.span().start()..token.span().end();
        match token.kind() {
            TokenKind::Newline => is_behind_value = false,
            TokenKind::Whitespace => {}
            TokenKind::Comment => {
                if is_behind_value && text.get(at.clone()).is_some_and(is_mark) {
                    marks.push(at);
                }
            }
            _ => is_behind_value = true,
        }
    }
    marks
}

fn is_mark(comment: &str) -> bool {
    let words = comment.trim_start_matches('#').trim();
    words.strip_prefix(MARK).is_some_and(|rest| rest.is_empty() || rest.starts_with(';'))
}

/// Reports every mark of a file.
pub fn report(text: &str, file: usize, diagnostics: &Diagnostics) {
    for at in marks(text) {
        diagnostics.error(
            file,
            at,
            message!("здесь ещё написано о прежнем месте", "this still tells of the former place"),
            message!(
                "Впишите своё и удалите пометку «# {MARK}»; если всё верно и для вас, удалите только её.",
                "Write your own and delete the mark “# {MARK}”; if all of it is right for you too, delete only the mark."
            ),
        );
    }
}

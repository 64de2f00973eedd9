//! Marks of what is still to be filled in: a comment such as `# заменить` or `# впишите своё` behind a value or the head of a section.
//!
//! A fact of another place is marked where a guide is made the beginning of another centre's: nothing is published while such a mark is left.
//! The examples of a new guide are marked too, which is only a warning. Each mark has a Russian and an English form, and both are known
//! whatever the guide's language. They stay until the value is another.

use std::ops::Range;

use toml_parser::Source;
use toml_parser::lexer::TokenKind;

use crate::diagnostics::{Diagnostics, PHRASES, SourceFile};
use crate::{Loaded, message};

/// What a mark says of the value before it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MarkKind {
    /// It is a fact of another place.
    OtherPlace,
    /// It is an example, in place of which somebody writes their own.
    Example,
}

/// The words that make a comment a mark. A comment that was there before stands behind them, after a semicolon.
const WORDS: [(&str, MarkKind); 4] = [
    ("заменить", MarkKind::OtherPlace),
    ("replace", MarkKind::OtherPlace),
    ("впишите своё", MarkKind::Example),
    ("fill in", MarkKind::Example),
];

impl MarkKind {
    /// The words of the mark in a guide of this language, `lang`: the English ones where it is not Russian.
    pub fn words(self, lang: &str) -> &'static str {
        let of_kind = |(words, kind): &(&'static str, MarkKind)| (*kind == self).then_some(*words);
        let mut forms = WORDS.iter().filter_map(of_kind);
        let russian = forms.next().unwrap_or_default();
        if lang == "ru" { russian } else { forms.next().unwrap_or(russian) }
    }
}

/// A mark in a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mark {
    /// Its bytes, from its `#` to the end of the comment.
    pub at: Range<usize>,
    /// What it says.
    pub kind: MarkKind,
    /// The words by which it is known.
    pub words: &'static str,
}

/// Every mark in a file, in the order of the text.
pub fn marks(text: &str) -> Vec<Mark> {
    // Most files have none, and need no closer look.
    if !WORDS.iter().any(|(words, _)| text.contains(words)) {
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
                let known = text.get(at.clone()).and_then(without_mark).filter(|_| is_behind_value);
                marks.extend(known.map(|(words, kind, _)| Mark { at, kind, words }));
            }
            _ => is_behind_value = true,
        }
    }
    marks
}

/// The words and the kind of a comment that is a mark, and the comment that stands behind them, without its sign.
pub fn without_mark(comment: &str) -> Option<(&'static str, MarkKind, &str)> {
    let text = comment.trim_start_matches('#').trim();
    WORDS.iter().find_map(|(words, kind)| {
        let rest = text.strip_prefix(words)?;
        let rest = if rest.is_empty() { rest } else { rest.strip_prefix(';')? };
        Some((*words, *kind, rest.trim_start()))
    })
}

/// How many marks the files have that were read.
pub fn count(files: &[SourceFile]) -> usize {
    files.iter().take(PHRASES + 1).map(|file| marks(&file.text).len()).sum()
}

/// Reports every mark of a file.
pub fn report(text: &str, file: usize, diagnostics: &Diagnostics) {
    for Mark { at, kind, words } in marks(text) {
        match kind {
            MarkKind::OtherPlace => diagnostics.error(
                file,
                at,
                message!("здесь ещё написано о прежнем месте", "this still tells of the former place"),
                message!(
                    "Впишите своё и удалите пометку «# {words}»; если всё верно и для вас, удалите только её.",
                    "Write your own and delete the mark “# {words}”; if all of it is right for you too, delete only the mark."
                ),
            ),
            MarkKind::Example => diagnostics.warning(
                file,
                at,
                message!("здесь ещё стоит пример", "this is still an example"),
                message!(
                    "Впишите своё и удалите пометку «# {words}»; если подходит и так, удалите только её.",
                    "Write your own and delete the mark “# {words}”; if the example is right for you, delete only the mark."
                ),
            ),
        }
    }
}

/// Makes mere warnings of the errors that marks are: whoever replaces the facts of another place looks at the guide meanwhile.
pub fn tolerate(loaded: &Loaded) {
    let marks: Vec<Vec<Range<usize>>> = loaded
        .files
        .iter()
        .take(PHRASES + 1)
        .map(|file| marks(&file.text).into_iter().map(|mark| mark.at).collect())
        .collect();
    loaded.diagnostics.soften(|found| marks.get(found.file).is_some_and(|marks| marks.contains(&found.at)));
}

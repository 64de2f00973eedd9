//! Diagnostics: what is wrong with a content file, in words by which a person who does not program can put it right.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt::Write;
use std::ops::Range;

use guide_core::language::{Language, Plural};

use crate::message;
use crate::message::{Message, MessageLanguage};

/// A file that was read.
#[derive(Clone, Default)]
pub struct SourceFile {
    /// Its path as it was given, for messages.
    pub path: String,
    /// What it holds, as far as it can be shown: without a byte order mark, and without what is not in UTF-8.
    pub text: String,
    /// What it holds, as it was read.
    pub bytes: Vec<u8>,
}

/// The index of the guide's own file among the files that were read.
pub const GUIDE: usize = 0;
/// The index of the interface strings' file.
pub const STRINGS: usize = 1;
/// The index of the phrases' file, where the guide names one.
pub const PHRASES: usize = 2;
/// The index of the file with the list of changes, where the guide names one.
pub const CHANGES: usize = 3;

/// How bad it is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Severity {
    /// Nothing is built.
    Error,
    /// The site is built, but somebody should look at it.
    Warning,
}

/// One thing that is wrong: where, what, and what to write instead.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Diagnostic {
    /// Whether it stops the build.
    pub severity: Severity,
    /// The index of the file among those that were read.
    pub file: usize,
    /// Byte range in that file.
    pub at: Range<usize>,
    /// A sentence that says what is wrong.
    pub what: Message,
    /// A sentence that says what to write instead.
    pub instead: Message,
}

impl Diagnostic {
    /// The diagnostic as text in a language: `content/ivanovo.toml:12:6: ошибка: …`, the line with the bytes underlined, and what to write instead.
    pub fn render(&self, files: &[SourceFile], language: MessageLanguage) -> String {
        let severity = match self.severity {
            Severity::Error => message!("ошибка", "error"),
            Severity::Warning => message!("предупреждение", "warning"),
        };
        let [severity, what, instead] = [&severity, &self.what, &self.instead].map(|message| message.text(language));
        let Some(file) = files.get(self.file) else {
            return format!("{severity}: {what}\n  {instead}\n");
        };
        let location = SourceLocation::of(&file.text, &self.at);
        let mut text = String::new();
        let number = location.line.to_string();
        let gutter = " ".repeat(number.len());
        _ = writeln!(text, "{}:{}:{}: {severity}: {what}", file.path, location.line, location.column);
        if !location.source.trim().is_empty() {
            let (source, before, width) = location.excerpt();
            let indent: String = source.chars().take(before).map(|c| if c == '\t' { c } else { ' ' }).collect();
            let marks = "^".repeat(width);
            _ = writeln!(text, "{gutter} |\n{number} | {source}\n{gutter} | {indent}{marks}");
        }
        _ = writeln!(text, "{gutter} = {instead}\n");
        text
    }
}

/// Where a byte range is, in lines and columns from one.
struct SourceLocation<'t> {
    line: usize,
    /// In characters.
    column: usize,
    /// The line's text.
    source: &'t str,
    /// Characters to underline on that line, at least one.
    width: usize,
}

impl<'t> SourceLocation<'t> {
    fn of(text: &'t str, at: &Range<usize>) -> SourceLocation<'t> {
        let start = text.floor_char_boundary(at.start);
        let end = text.floor_char_boundary(at.end).max(start);
        let line_start = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |newline| start + newline);
        SourceLocation {
            line: text[..start].matches('\n').count() + 1,
            column: text[line_start..start].chars().count() + 1,
            source: text[line_start..line_end].trim_end(),
            width: text[start..end.min(line_end)].chars().count().max(1),
        }
    }

    /// What is shown of the line: the whole, or of a very long one what is around the place. With it, how many characters stand before the
    /// place, and how many are to be underlined.
    fn excerpt(&self) -> (String, usize, usize) {
        let before = self.column - 1;
        let skipped = before.saturating_sub(SHOWN_BEFORE);
        if self.source.chars().nth(MOST_SHOWN).is_none() {
            return (self.source.to_owned(), before, self.width);
        }
        let mut excerpt: String = if skipped > 0 { "…".to_owned() } else { String::new() };
        excerpt.extend(self.source.chars().skip(skipped).take(MOST_SHOWN));
        let before = before - skipped + usize::from(skipped > 0);
        let width = self.width.min(excerpt.chars().count().saturating_sub(before)).max(1);
        if self.source.chars().nth(skipped + MOST_SHOWN).is_some() {
            excerpt.push('…');
        }
        (excerpt, before, width)
    }
}

/// Of a line that is longer than this, only so many characters are shown.
const MOST_SHOWN: usize = 500;
/// So many of them stand before the place.
const SHOWN_BEFORE: usize = 60;

/// What is wrong and what to write instead, from an explanation that says both one after the other. What it quotes may hold stops too.
pub fn two_sentences(explanation: &Message) -> (Message, Message) {
    let plain =
        message!("Исправьте это место по образцу соседних.", "Correct this place so that it is like its neighbours.");
    let (ru, en) = (split(&explanation.ru), split(&explanation.en));
    let what = Message { ru: ru.0.to_owned(), en: en.0.to_owned() };
    (what, Message { ru: ru.1.unwrap_or(&plain.ru).to_owned(), en: en.1.unwrap_or(&plain.en).to_owned() })
}

/// The first sentence without its stop, and the others.
fn split(explanation: &str) -> (&str, Option<&str>) {
    let mut open = 0usize;
    for (index, sign) in explanation.char_indices() {
        match sign {
            '«' | '“' | '(' => open += 1,
            '»' | '”' | ')' => open = open.saturating_sub(1),
            '.' if open == 0 && explanation[index + 1..].starts_with(' ') => {
                return (&explanation[..index], Some(explanation[index + 2..].trim_start()));
            }
            _ => {}
        }
    }
    (explanation.trim_end_matches('.'), None)
}

/// More errors than these, and more warnings, are not told one by one: one cause may have thousands, and nobody reads them.
const MOST_TOLD: usize = 100;

/// The diagnostics of a guide's files, collected while these are read and checked: each once, with its number in the order in which they
/// came.
#[derive(Default)]
pub struct Diagnostics(RefCell<HashMap<Diagnostic, usize>>);

impl Diagnostics {
    /// Adds an error at these bytes of a file: two sentences, what is wrong and what to write instead.
    pub fn error(&self, file: usize, at: Range<usize>, what: Message, instead: Message) {
        self.push(Severity::Error, file, at, what, instead);
    }

    /// Adds a warning, as [`Diagnostics::error`] adds an error.
    pub fn warning(&self, file: usize, at: Range<usize>, what: Message, instead: Message) {
        self.push(Severity::Warning, file, at, what, instead);
    }

    fn push(&self, severity: Severity, file: usize, at: Range<usize>, what: Message, instead: Message) {
        let mut known = self.0.borrow_mut();
        let number = known.len();
        // What holds for several contacts is read for each of them.
        known.entry(Diagnostic { severity, file, at, what, instead }).or_insert(number);
    }

    /// Makes warnings of those errors that `is_soft` says so of.
    pub fn soften(&self, is_soft: impl Fn(&Diagnostic) -> bool) {
        let mut known = self.0.borrow_mut();
        let softened = std::mem::take(&mut *known).into_iter().map(|(mut diagnostic, number)| {
            if is_soft(&diagnostic) {
                diagnostic.severity = Severity::Warning;
            }
            (diagnostic, number)
        });
        *known = softened.collect();
    }

    /// Whether there are no diagnostics, not even warnings.
    pub fn is_empty(&self) -> bool {
        self.0.borrow().is_empty()
    }

    /// The number of errors; nothing is built if there are any.
    pub fn errors(&self) -> usize {
        self.0.borrow().keys().filter(|diagnostic| diagnostic.severity == Severity::Error).count()
    }

    /// The diagnostics in the order of the files and lines. Where there are very many errors or warnings, the last one of that kind says
    /// how many more there are.
    pub fn sorted(&self) -> Vec<Diagnostic> {
        let known = self.0.borrow();
        let mut sorted: Vec<(&Diagnostic, usize)> = known.iter().map(|(known, number)| (known, *number)).collect();
        sorted.sort_by_key(|(diagnostic, number)| (diagnostic.file, diagnostic.at.start, *number));
        let total = |severity: Severity| known.keys().filter(|known| known.severity == severity).count();
        let (errors, warnings) = (total(Severity::Error), total(Severity::Warning));
        let (mut errors_told, mut warnings_told) = (0, 0);
        let told = sorted.into_iter().filter_map(|(diagnostic, _)| {
            let (told, total) = match diagnostic.severity {
                Severity::Error => (&mut errors_told, errors),
                Severity::Warning => (&mut warnings_told, warnings),
            };
            *told += 1;
            match *told {
                told if told < MOST_TOLD || total == MOST_TOLD => Some(diagnostic.clone()),
                MOST_TOLD => Some(many_more(diagnostic, total - MOST_TOLD + 1)),
                _ => None,
            }
        });
        told.collect()
    }
}

/// So many errors or warnings, in words: «3 ошибки», “3 errors”.
pub fn counted(count: usize, severity: Severity) -> Message {
    let counted = match (severity, Language::default().plural(count as u64)) {
        (Severity::Error, Plural::One) => message!("{count} ошибка", "{count} errors"),
        (Severity::Error, Plural::Few) => message!("{count} ошибки", "{count} errors"),
        (Severity::Error, _) => message!("{count} ошибок", "{count} errors"),
        (Severity::Warning, Plural::One) => message!("{count} предупреждение", "{count} warnings"),
        (Severity::Warning, Plural::Few) => message!("{count} предупреждения", "{count} warnings"),
        (Severity::Warning, _) => message!("{count} предупреждений", "{count} warnings"),
    };
    // English has another form for one only.
    if count == 1 { Message { en: counted.en.trim_end_matches('s').to_owned(), ..counted } } else { counted }
}

/// Stands for a diagnostic and those behind it, `count` together.
fn many_more(first: &Diagnostic, count: usize) -> Diagnostic {
    Diagnostic {
        what: message!(
            what = counted(count, first.severity);
            "здесь и дальше ещё {what}",
            "another {what} from here on"
        ),
        instead: message!(
            "Исправьте сначала то, что названо выше: часто у многих одна причина.",
            "Correct first what is named above: many often have one cause."
        ),
        ..first.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_explanation_is_split_outside_of_what_it_quotes() {
        assert_eq!(split("Слово «а. б» непонятно. Уберите его."), ("Слово «а. б» непонятно", Some("Уберите его.")));
        assert_eq!(split("The word “a. b” is odd. Remove it."), ("The word “a. b” is odd", Some("Remove it.")));
        assert_eq!(
            split("Примечания (\"по. записи\") лишние. Уберите."),
            ("Примечания (\"по. записи\") лишние", Some("Уберите."))
        );
        let (what, instead) = two_sentences(&message!("Знак «+» лишний.", "The sign “+” is too much."));
        assert_eq!(what, message!("Знак «+» лишний", "The sign “+” is too much"));
        assert!(!instead.ru.is_empty() && !instead.en.is_empty());
    }
}

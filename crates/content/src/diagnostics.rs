//! What is wrong with a content file, said so that a person without a compiler can put it right.

use std::cell::RefCell;
use std::fmt::Write;
use std::ops::Range;

/// A file that was read.
#[derive(Clone)]
pub struct SourceFile {
    /// Its name as people typed it.
    pub path: String,
    pub text: String,
}

/// The index of the guide's own file among the files read.
pub const GUIDE: usize = 0;
/// The index of the interface strings' file.
pub const STRINGS: usize = 1;
/// The index of the phrases' file, where there is one.
pub const PHRASES: usize = 2;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Severity {
    /// Nothing is built.
    Error,
    /// Worth a look; the site is built.
    Warning,
}

/// One thing that is wrong: where, what, and what to write instead.
#[derive(Clone)]
pub struct Diagnostic {
    pub severity: Severity,
    /// Index into the files read.
    pub file: usize,
    /// Byte range in that file.
    pub at: Range<usize>,
    /// A Russian sentence that says what is wrong.
    pub what: String,
    /// A Russian sentence that says what to write instead.
    pub instead: String,
}

impl Diagnostic {
    /// `content/ivanovo.toml:12:6: ошибка: …`, the line with its place underlined, and the way to put it right.
    pub fn render(&self, files: &[SourceFile]) -> String {
        let severity = match self.severity {
            Severity::Error => "ошибка",
            Severity::Warning => "предупреждение",
        };
        let Some(file) = files.get(self.file) else {
            return format!("{severity}: {}\n  {}\n", self.what, self.instead);
        };
        let place = Place::of(&file.text, &self.at);
        let mut text = String::new();
        let number = place.line.to_string();
        let gutter = " ".repeat(number.len());
        _ = writeln!(text, "{}:{}:{}: {severity}: {}", file.path, place.line, place.column, self.what);
        if !place.source.trim().is_empty() {
            let lead: String =
                place.source.chars().take(place.column - 1).map(|c| if c == '\t' { c } else { ' ' }).collect();
            _ = writeln!(text, "{gutter} |\n{number} | {}\n{gutter} | {lead}{}", place.source, "^".repeat(place.width));
        }
        _ = writeln!(text, "{gutter} = {}\n", self.instead);
        text
    }
}

/// A byte range as people count: lines and columns from one.
struct Place<'t> {
    line: usize,
    column: usize,
    source: &'t str,
    /// Characters to underline on that line, at least one.
    width: usize,
}

impl<'t> Place<'t> {
    fn of(text: &'t str, at: &Range<usize>) -> Place<'t> {
        let start = floor(text, at.start);
        let end = floor(text, at.end).max(start);
        let line_start = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |newline| start + newline);
        Place {
            line: text[..start].matches('\n').count() + 1,
            column: text[line_start..start].chars().count() + 1,
            source: text[line_start..line_end].trim_end(),
            width: text[start..end.min(line_end)].chars().count().max(1),
        }
    }
}

/// The nearest character boundary at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// Where diagnostics gather while a file is read and checked from many places.
#[derive(Default)]
pub struct Diagnostics(RefCell<Vec<Diagnostic>>);

impl Diagnostics {
    pub fn error(&self, file: usize, at: Range<usize>, what: impl Into<String>, instead: impl Into<String>) {
        self.push(Severity::Error, file, at, what.into(), instead.into());
    }

    pub fn warning(&self, file: usize, at: Range<usize>, what: impl Into<String>, instead: impl Into<String>) {
        self.push(Severity::Warning, file, at, what.into(), instead.into());
    }

    fn push(&self, severity: Severity, file: usize, at: Range<usize>, what: String, instead: String) {
        self.0.borrow_mut().push(Diagnostic { severity, file, at, what, instead });
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.borrow().is_empty()
    }

    /// How many of them are errors: with one, nothing is built.
    pub fn errors(&self) -> usize {
        self.0.borrow().iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count()
    }

    /// All of them, in the order of the files and lines.
    pub fn sorted(&self) -> Vec<Diagnostic> {
        let mut sorted = self.0.borrow().clone();
        sorted.sort_by_key(|diagnostic| (diagnostic.file, diagnostic.at.start));
        sorted
    }
}

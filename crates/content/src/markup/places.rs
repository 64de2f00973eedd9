//! From a place in a text to its place in the file that the text was read from.

use std::ops::Range;

use guide_core::text::Text;

/// The bytes of a text that follow one another in its file too.
#[derive(Clone, Copy)]
struct Piece {
    /// Where it begins in the text.
    value: usize,
    /// Where it begins in the file.
    file: usize,
}

/// Where each byte of a text stands in its file.
pub struct Places {
    /// The whole text in the file, quotes included.
    whole: Range<usize>,
    /// In order; none where the file does not have the text at its place, so that only the whole is known.
    pieces: Vec<Piece>,
    /// Whether the text stands in single quotes, where a backslash is a backslash.
    is_literal: bool,
}

impl Places {
    /// The places of a text within its file.
    pub fn new(text: &Text, file_text: &str) -> Places {
        let raw = file_text.get(text.at.clone()).unwrap_or_default();
        let is_literal = raw.starts_with('\'');
        let pieces =
            inside_quotes(raw).and_then(|inside| pieces(&text.value, &raw[inside.clone()], inside.start, is_literal));
        let pieces = pieces.unwrap_or_default().into_iter();
        let pieces = pieces.map(|piece| Piece { file: piece.file + text.at.start, ..piece }).collect();
        Places { whole: text.at.clone(), pieces, is_literal }
    }

    /// The bytes of the file for a range of the text.
    pub fn in_file(&self, range: Range<usize>) -> Range<usize> {
        let place = |at: usize| {
            let piece = self.pieces[..self.pieces.partition_point(|piece| piece.value <= at)].last()?;
            Some((piece.file + at - piece.value).min(self.whole.end))
        };
        // The end is found by the last byte, so that the source of an escape after it is left out.
        let end = if range.end > range.start { place(range.end - 1).map(|at| at + 1) } else { place(range.end) };
        match (place(range.start), end) {
            (Some(start), Some(end)) => start..end.max(start),
            _ => self.whole.clone(),
        }
    }

    /// Characters with a backslash before each, as they are to be written in the file.
    pub fn escaped(&self, marks: &str) -> String {
        let backslash = if self.is_literal { "\\" } else { "\\\\" };
        marks.chars().flat_map(|mark| [backslash.to_owned(), mark.to_string()]).collect()
    }
}

/// The bytes between the quotes of a TOML string, without the line break that may follow the opening ones.
fn inside_quotes(raw: &str) -> Option<Range<usize>> {
    for quotes in ["\"\"\"", "'''"] {
        if let Some(inside) = raw.strip_prefix(quotes).and_then(|rest| rest.strip_suffix(quotes)) {
            let skipped = if inside.starts_with("\r\n") { 2 } else { usize::from(inside.starts_with('\n')) };
            return Some(3 + skipped..3 + inside.len());
        }
    }
    let inside = ["\"", "'"].into_iter().find_map(|quote| raw.strip_prefix(quote)?.strip_suffix(quote))?;
    Some(1..1 + inside.len())
}

/// Walks along the text and its source, which differ by escapes; `None` where they differ by something else.
fn pieces(value: &str, source: &str, source_start: usize, is_literal: bool) -> Option<Vec<Piece>> {
    let mut pieces = vec![Piece { value: 0, file: source_start }];
    let (mut at, mut read) = (0, 0);
    while read < source.len() {
        let rest = &source[read..];
        let (written, meant) = match rest.strip_prefix('\\').filter(|_| !is_literal) {
            Some(escape) => {
                let (length, meant) = escaped_char(escape)?;
                (1 + length, meant)
            }
            None if rest.starts_with("\r\n") && value[at..].starts_with('\n') => (2, Some('\n')),
            None => {
                let c = rest.chars().next()?;
                (c.len_utf8(), Some(c))
            }
        };
        read += written;
        let length = meant.map_or(0, char::len_utf8);
        if let Some(meant) = meant
            && !value[at..].starts_with(meant)
        {
            return None;
        }
        at += length;
        if written != length {
            pieces.push(Piece { value: at, file: source_start + read });
        }
    }
    (at == value.len()).then_some(pieces)
}

/// What follows a backslash in a TOML string: its length, and the character that it means; none for a line break that is left out.
fn escaped_char(escape: &str) -> Option<(usize, Option<char>)> {
    let first = escape.chars().next()?;
    let by_code = |digits: usize| {
        let code = u32::from_str_radix(escape.get(1..1 + digits)?, 16).ok()?;
        Some((1 + digits, Some(char::from_u32(code)?)))
    };
    let simple = |meant: char| Some((1, Some(meant)));
    match first {
        'b' => simple('\u{8}'),
        't' => simple('\t'),
        'n' => simple('\n'),
        'f' => simple('\u{c}'),
        'r' => simple('\r'),
        'e' => simple('\u{1b}'),
        '"' | '\\' => simple(first),
        'x' => by_code(2),
        'u' => by_code(4),
        'U' => by_code(8),
        ' ' | '\t' | '\r' | '\n' => {
            Some((escape.len() - escape.trim_start_matches([' ', '\t', '\r', '\n']).len(), None))
        }
        _ => None,
    }
}

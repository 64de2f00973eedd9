//! Lines of a text, by byte ranges that have the line end in them.

use std::ops::Range;

/// The start of the line that a byte is on.
pub fn line_start(text: &str, byte: usize) -> usize {
    text.get(..byte).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1)
}

/// The end of the line that a byte is on, behind its newline.
pub fn line_end(text: &str, byte: usize) -> usize {
    text.get(byte..).and_then(|behind| behind.find('\n')).map_or(text.len(), |newline| byte + newline + 1)
}

/// The lines of a part of the text, which begins with a line.
pub fn lines_of(text: &str, part: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let mut at = part.start;
    text.get(part).unwrap_or_default().split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        start..at
    })
}

/// Whether there is nothing on a line.
pub fn is_blank(text: &str, line: &Range<usize>) -> bool {
    text.get(line.clone()).is_none_or(|line| line.trim().is_empty())
}

/// Whether there is only a comment on a line.
pub fn is_comment(text: &str, line: &Range<usize>) -> bool {
    text.get(line.clone()).is_some_and(|line| line.trim_start().starts_with('#'))
}

/// Whether a comment divides the file, as `# ─── Семь ситуаций ───` does: it belongs to no section.
pub fn is_separator(text: &str, line: &Range<usize>) -> bool {
    let comment = text.get(line.clone()).unwrap_or_default().trim().trim_start_matches('#').trim_start();
    let mut signs = comment.chars();
    let first = signs.next();
    first.is_some_and(|sign| !sign.is_alphanumeric() && !"«\"'([{<".contains(sign)) && signs.next() == first
}

/// The number of blank lines right before a byte that begins a line, and where they begin.
pub fn blank_before(text: &str, byte: usize) -> (usize, usize) {
    let (mut count, mut start) = (0, byte);
    while start > 0 {
        let line = line_start(text, start - 1)..start;
        if !is_blank(text, &line) {
            break;
        }
        (count, start) = (count + 1, line.start);
    }
    (count, start)
}

/// The number of blank lines right behind a byte that ends a line, and where they end.
pub fn blank_behind(text: &str, byte: usize) -> (usize, usize) {
    let (mut count, mut end) = (0, byte);
    while end < text.len() {
        let line = end..line_end(text, end);
        if !is_blank(text, &line) {
            break;
        }
        (count, end) = (count + 1, line.end);
    }
    (count, end)
}

//! The sections of a file as blocks of lines: a head `[…]` or `[[…]]`, the comments right above it, its keys, and its inner sections.

use std::ops::Range;

use guide_studio_model::Key;
use toml_edit::{Item, Table};

use crate::lines::{is_blank, is_comment, is_separator, line_start, lines_of};
use crate::tree::Toml;

/// The head of a section.
pub struct Header {
    /// The way to its table.
    pub keys: Vec<Key>,
    /// The bytes of the head, with its brackets.
    pub head: Range<usize>,
    /// The first byte after what stands before: blank lines and comments lie from here to the head.
    gap: usize,
}

/// A section with what belongs to it.
#[derive(Clone)]
pub struct Block {
    /// The start of the line with its head.
    pub head: usize,
    /// Where the comments right above it begin; the same as `head` where there are none.
    pub start: usize,
    /// The end of its last line.
    pub end: usize,
}

/// The heads of all sections in the order of the text.
pub fn headers(toml: &Toml) -> Vec<Header> {
    let mut headers = Vec::new();
    collect(toml.as_table(), &mut Vec::new(), &mut headers);
    headers.sort_by_key(|header| header.head.start);
    headers
}

fn collect(table: &Table, keys: &mut Vec<Key>, headers: &mut Vec<Header>) {
    for (name, item) in table.iter() {
        keys.push(Key::from(name));
        match item {
            Item::Table(table) => section(table, keys, headers),
            Item::ArrayOfTables(tables) => {
                for (index, table) in tables.iter().enumerate() {
                    keys.push(Key::from(index));
                    section(table, keys, headers);
                    keys.pop();
                }
            }
            _ => {}
        }
        keys.pop();
    }
}

fn section(table: &Table, keys: &mut Vec<Key>, headers: &mut Vec<Header>) {
    if let Some(head) = table.span().filter(|_| !table.is_implicit() && !table.is_dotted()) {
        let gap = table.decor().prefix().and_then(|prefix| prefix.span()).map_or(head.start, |prefix| prefix.start);
        headers.push(Header { keys: keys.clone(), head, gap });
    }
    collect(table, keys, headers);
}

/// The block of the section at the end of this way; `None` where there is no such head.
pub fn block(toml: &Toml, keys: &[Key]) -> Option<Block> {
    let text = toml.raw();
    let headers = headers(toml);
    let index = headers.iter().position(|header| header.keys == keys)?;
    let header = &headers[index];
    let head = line_start(text, header.head.start);
    let start = split_gap(text, header.gap..head, false).1;
    let next = headers[index + 1..].iter().find(|next| !next.keys.starts_with(keys));
    let end = match next {
        Some(next) => split_gap(text, next.gap..line_start(text, next.head.start), false).0,
        None => split_gap(text, trailing_start(toml)..text.len(), true).0,
    };
    Some(Block { head, start, end })
}

/// Where the comments and blank lines behind everything begin.
fn trailing_start(toml: &Toml) -> usize {
    toml.trailing().span().map_or(toml.raw().len(), |trailing| trailing.start)
}

/// Divides the lines between two sections: the comments that end the one before, up to the first byte returned, and those that belong to
/// the one behind, from the second on. What is between them stays where it is.
fn split_gap(text: &str, gap: Range<usize>, is_last: bool) -> (usize, usize) {
    let lines: Vec<Range<usize>> = lines_of(text, gap.clone()).collect();
    let ends = lines.iter().take_while(|line| is_comment(text, line)).count();
    let ends_before = match lines.get(ends) {
        Some(line) => is_blank(text, line),
        None => is_last,
    };
    let tail = if ends > 0 && ends_before { lines[ends - 1].end } else { gap.start };
    let above = lines.iter().rev().take_while(|line| is_comment(text, line) && !is_separator(text, line));
    let lead = above.last().map_or(gap.end, |line| line.start);
    // A comment at the beginning of the file is about the file.
    let lead = if lead == 0 { gap.end } else { lead.max(tail) };
    (tail, lead)
}

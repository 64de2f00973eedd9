//! Keys of sections, each on a line of its own, and of inline tables.

use std::ops::Range;

use guide_studio_model::{Key, Node};
use toml_edit::{InlineTable, Item, Table};

use super::order::{key_order, rank};
use super::source::{Source, unusual};
use super::write::Writer;
use crate::blocks::{block, headers};
use crate::lines::{blank_before, blank_behind, is_comment, is_separator, line_end, line_start, lines_of};
use crate::tree::Toml;

/// A key of a section with its value.
struct Entry<'t> {
    name: &'t str,
    /// From the comments right above it.
    start: usize,
    /// The start of its own line.
    line: usize,
    /// The end of its last line.
    end: usize,
}

/// The keys of a section that have a value on their line, in the order of the text.
fn entries<'t>(table: &'t Table, text: &str) -> Vec<Entry<'t>> {
    let mut entries: Vec<Entry> = table.iter().filter_map(|(name, item)| entry(table, name, item, text)).collect();
    entries.sort_by_key(|entry| entry.line);
    entries
}

fn entry<'t>(table: &'t Table, name: &'t str, item: &Item, text: &str) -> Option<Entry<'t>> {
    let key = table.key(name)?;
    let line = line_start(text, key.span()?.start);
    let end = line_end(text, item.as_value()?.span()?.end);
    let gap = key.leaf_decor().prefix().and_then(|prefix| prefix.span()).map_or(line, |prefix| prefix.start.min(line));
    let lines: Vec<Range<usize>> = lines_of(text, gap..line).collect();
    let above = lines.iter().rev().take_while(|line| is_comment(text, line) && !is_separator(text, line));
    // A comment at the beginning of the file is about the file.
    let start = above.last().map_or(line, |line| line.start);
    let start = if start == 0 { line } else { start };
    Some(Entry { name, start, line, end })
}

/// Adds a key to the section at the end of `way`, behind those that usually stand before it.
pub fn add(source: &mut Source, way: &[Key], name: &str, node: &Node) -> Result<(), String> {
    let writer = Writer { file: source.file, lines: true };
    let line = writer.entry(name, node, &[way, &[Key::from(name)]].concat(), None)? + "\n";
    let toml = source.parse()?;
    let at = place_of_new(&toml, way, name, source)?;
    let newline = if at > 0 && !source.text[..at].ends_with('\n') { "\n" } else { "" };
    // The first key of a file that has only sections is set apart from them.
    let is_alone = way.is_empty() && !toml.as_table().iter().any(|(_, item)| item.is_value());
    let blank = if is_alone && at < source.text.len() { "\n" } else { "" };
    source.splice(at..at, &format!("{newline}{line}{blank}"));
    Ok(())
}

/// Where the line of a new key goes.
fn place_of_new(toml: &Toml, way: &[Key], name: &str, source: &Source) -> Result<usize, String> {
    let text = toml.raw();
    let super::source::Spot::Section(table) = super::source::Spot::find(toml, way).ok_or_else(unusual)? else {
        return Err(unusual());
    };
    let order = key_order(source.file, way);
    let entries = entries(table, text);
    let before = entries.iter().filter(|entry| rank(order, entry.name) <= rank(order, name));
    // The nearest of them; where a file has its own order, that may stand before others.
    if let Some(nearest) = before.max_by_key(|entry| rank(order, entry.name)) {
        return Ok(nearest.end);
    }
    if let Some(first) = entries.first() {
        return Ok(first.start);
    }
    if way.is_empty() {
        let first = headers(toml).into_iter().next();
        return Ok(first.and_then(|header| block(toml, &header.keys)).map_or(text.len(), |block| block.start));
    }
    let head = headers(toml).into_iter().find(|header| header.keys == way).ok_or_else(unusual)?;
    Ok(line_end(text, head.head.end))
}

/// The lines to take out so that a key of a section is gone: its own, and the comments right above it.
pub fn lines_of_key(text: &str, table: &Table, name: &str) -> Result<Range<usize>, String> {
    let found = table.get(name).and_then(|item| entry(table, name, item, text)).ok_or_else(unusual)?;
    let before = blank_before(text, found.start).0;
    let (behind, end) = blank_behind(text, found.end);
    // A key between blank lines leaves those of one side.
    Ok(if before > 0 && behind > 0 { found.start..end } else { found.start..found.end })
}

/// Whether a comment stands right above a key of a section.
pub fn has_comment_above(text: &str, table: &Table, name: &str) -> bool {
    let found = table.get(name).and_then(|item| entry(table, name, item, text));
    found.is_some_and(|found| found.start < found.line)
}

/// Adds a key to an inline table.
pub fn add_inline(
    source: &mut Source,
    table: &InlineTable,
    way: &[Key],
    name: &str,
    node: &Node,
) -> Result<(), String> {
    let writer = Writer { file: source.file, lines: false };
    let entry = writer.entry(name, node, &[way, &[Key::from(name)]].concat(), None)?;
    let order = key_order(source.file, way);
    let spans = inline_entries(table)?;
    let before = spans.iter().filter(|(known, _)| rank(order, known) <= rank(order, name)).map(|(_, at)| at.end).max();
    match (before, spans.first()) {
        (Some(end), _) => source.splice(end..end, &format!(", {entry}")),
        (None, Some((_, first))) => source.splice(first.start..first.start, &format!("{entry}, ")),
        (None, None) => source.splice(table.span().ok_or_else(unusual)?, &format!("{{ {entry} }}")),
    }
    Ok(())
}

/// The bytes to take out of an inline table, so that a key is gone, and what to put there.
pub fn remove_inline(table: &InlineTable, name: &str) -> Result<(Range<usize>, &'static str), String> {
    let spans = inline_entries(table)?;
    let index = spans.iter().position(|(known, _)| *known == name).ok_or_else(unusual)?;
    let at = &spans[index].1;
    Ok(match (index.checked_sub(1).and_then(|before| spans.get(before)), spans.get(index + 1)) {
        (Some((_, before)), _) => (before.end..at.end, ""),
        (None, Some((_, next))) => (at.start..next.start, ""),
        (None, None) => (table.span().ok_or_else(unusual)?, "{}"),
    })
}

/// The keys of an inline table, each with the bytes from there to the end of its value.
fn inline_entries(table: &InlineTable) -> Result<Vec<(&str, Range<usize>)>, String> {
    let mut entries = Vec::new();
    for (name, value) in table.iter() {
        let key = table.key(name).and_then(toml_edit::Key::span).ok_or_else(unusual)?;
        let value = value.span().filter(|value| value.start >= key.end).ok_or_else(unusual)?;
        entries.push((name, key.start..value.end));
    }
    entries.sort_by_key(|(_, at)| at.start);
    Ok(entries)
}

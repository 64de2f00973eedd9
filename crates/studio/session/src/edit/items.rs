//! The items of a list `[…]`: on lines of their own, each with its comments, or side by side.

use std::ops::Range;

use guide_studio_model::{Key, Node};
use toml_edit::Array;

use super::source::{Source, no_such_place, unusual};
use super::write::{Writer, many_lines};
use crate::lines::{is_comment, line_end, line_start, lines_of};

/// A list in its text.
pub struct Items {
    /// From `[` to `]`.
    at: Range<usize>,
    /// The bytes of each item.
    items: Vec<Range<usize>>,
    /// Whether each item stands on lines of its own.
    on_lines: bool,
}

impl Items {
    /// The items of a list.
    pub fn of(array: &Array, text: &str) -> Result<Items, String> {
        let at = array.span().ok_or_else(unusual)?;
        let items: Vec<Range<usize>> =
            array.iter().map(|item| item.span()).collect::<Option<_>>().ok_or_else(unusual)?;
        let on_lines = !items.is_empty() && items.iter().all(|item| is_on_lines(text, item));
        Ok(Items { at, items, on_lines })
    }

    /// The lines of an item, with the comments right above it.
    fn lines(&self, text: &str, index: usize) -> Range<usize> {
        let item = &self.items[index];
        let line = line_start(text, item.start);
        let floor = match index.checked_sub(1) {
            Some(before) => line_end(text, self.items[before].end),
            None => line_end(text, self.at.start),
        };
        let lines: Vec<Range<usize>> = lines_of(text, floor.min(line)..line).collect();
        let above = lines.iter().rev().take_while(|line| is_comment(text, line));
        above.last().map_or(line, |line| line.start)..line_end(text, item.end)
    }

    fn range(&self, index: usize) -> Result<Range<usize>, String> {
        self.items.get(index).cloned().ok_or_else(no_such_place)
    }
}

/// Whether nothing but an item, its comma and a comment is on its lines.
fn is_on_lines(text: &str, item: &Range<usize>) -> bool {
    let before = text.get(line_start(text, item.start)..item.start).unwrap_or("x");
    let behind = text.get(item.end..line_end(text, item.end)).unwrap_or_default();
    let behind = behind.trim_start().strip_prefix(',').unwrap_or(behind).trim();
    before.trim().is_empty() && (behind.is_empty() || behind.starts_with('#'))
}

/// Whether a comma stands right behind an item.
fn has_comma(text: &str, item: &Range<usize>) -> bool {
    text.get(item.end..).is_some_and(|behind| behind.trim_start_matches([' ', '\t']).starts_with(','))
}

/// Inserts an item before the one with this index. `lines` tells whether the list may take several lines.
pub fn insert(
    source: &mut Source,
    items: &Items,
    way: &[Key],
    index: usize,
    node: &Node,
    lines: bool,
) -> Result<(), String> {
    let written = Writer { file: source.file, lines: false }.value(node, way, None)?;
    if index > items.items.len() {
        return Err(no_such_place());
    }
    if items.on_lines {
        let indent = &source.text[line_start(&source.text, items.items[0].start)..items.items[0].start];
        let line = format!("{indent}{written},\n");
        insert_lines(source, items, index, &line);
        return Ok(());
    }
    let mut texts: Vec<&str> = items.items.iter().filter_map(|item| source.text.get(item.clone())).collect();
    let is_one_line = !source.text.get(items.at.clone()).unwrap_or_default().contains('\n');
    texts.insert(index.min(texts.len()), &written);
    if lines && is_one_line && texts.len() > 1 && texts.iter().all(|text| text.starts_with('{')) {
        let texts: Vec<String> = texts.into_iter().map(str::to_owned).collect();
        source.splice(items.at.clone(), &many_lines(&texts));
        return Ok(());
    }
    match (index.checked_sub(1).and_then(|before| items.items.get(before)), items.items.first()) {
        (Some(before), _) => source.splice(before.end..before.end, &format!(", {written}")),
        (None, Some(first)) => source.splice(first.start..first.start, &format!("{written}, ")),
        (None, None) => source.splice(items.at.clone(), &format!("[{written}]")),
    }
    Ok(())
}

/// Inserts whole lines before the item with this index.
fn insert_lines(source: &mut Source, items: &Items, index: usize, line: &str) {
    if index < items.items.len() {
        let at = items.lines(&source.text, index).start;
        source.splice(at..at, line);
        return;
    }
    let Some(last) = items.items.last() else { return };
    let at = line_end(&source.text, last.end);
    source.splice(at..at, line);
    if !has_comma(&source.text, last) {
        source.splice(last.end..last.end, ",");
    }
}

/// Removes an item.
pub fn remove(source: &mut Source, items: &Items, index: usize) -> Result<(), String> {
    let at = items.range(index)?;
    let (at, left) = match (index.checked_sub(1).and_then(|before| items.items.get(before)), items.items.get(index + 1))
    {
        (None, None) => (items.at.clone(), "[]"),
        _ if items.on_lines => (items.lines(&source.text, index), ""),
        (Some(before), _) => (before.end..at.end, ""),
        (None, Some(next)) => (at.start..next.start, ""),
    };
    source.splice(at, left);
    Ok(())
}

/// What is left to do where an item moves with its lines.
pub enum Moved {
    /// Nothing.
    Done,
    /// These lines, which were taken out, are to be put before the item with the new index.
    Lines(String),
}

/// Moves an item to the index that it has afterwards. Lines are taken out only, as the others are counted anew then.
pub fn move_to(source: &mut Source, items: &Items, from: usize, to: usize) -> Result<Moved, String> {
    let at = items.range(from)?;
    items.range(to)?;
    if items.on_lines {
        let lines = items.lines(&source.text, from);
        let mut text = source.text[lines.clone()].to_owned();
        if !has_comma(&source.text, &at) {
            text.insert(at.end - lines.start, ',');
        }
        source.splice(lines, "");
        return Ok(Moved::Lines(text));
    }
    let mut texts: Vec<String> = items.items.iter().map(|item| source.text[item.clone()].to_owned()).collect();
    let moved = texts.remove(from);
    texts.insert(to, moved);
    for (item, text) in items.items.iter().zip(&texts).rev() {
        source.splice(item.clone(), text);
    }
    Ok(Moved::Done)
}

/// Puts lines that were taken out before the item with this index.
pub fn put_lines(source: &mut Source, items: &Items, index: usize, lines: &str) {
    insert_lines(source, items, index, lines);
}

//! Sections `[…]` and `[[…]]`: added, removed and moved as blocks of lines, with the blank lines that their neighbours have.

use guide_studio_model::{Key, Node};

use super::order::{is_packed, rank, section_order};
use super::source::{Source, Spot, no_such_place, unusual};
use super::write::{Writer, key};
use crate::blocks::{Block, block, headers};
use crate::lines::{blank_before, blank_behind};
use crate::tree::Toml;

/// Adds a section, or a section for each table of a list, at the beginning level of the file.
pub fn add(source: &mut Source, name: &str, node: &Node) -> Result<(), String> {
    let way = [Key::from(name)];
    let text = match node {
        Node::Table(entries) => section_text(source, &way, entries)?,
        _ => {
            let texts: Vec<String> = node
                .items()
                .iter()
                .map(|item| section_text(source, &[Key::from(name), Key::from(0)], entries(item)?))
                .collect::<Result<_, String>>()?;
            texts.join(if is_packed(name) { "" } else { "\n" })
        }
    };
    let order = section_order(source.file);
    let toml = source.parse()?;
    let mut before = None;
    let mut behind = None;
    for header in headers(&toml).iter().filter(|header| section_name(&header.keys) != name) {
        let found = block(&toml, &header.keys).ok_or_else(unusual)?;
        if rank(order, section_name(&header.keys)) <= rank(order, name) {
            before = Some(found.end);
        } else {
            behind = behind.or(Some(found.start));
        }
    }
    match (before, behind) {
        (Some(at), _) => insert_behind(source, at, &text, 1),
        (None, Some(at)) => insert_before(source, at, &text, 1),
        (None, None) => {
            let at = source.text.len();
            insert_behind(source, at, &text, usize::from(at > 0))
        }
    }
    Ok(())
}

/// Inserts a section into the sections `[[…]]` at the end of a way, as the one with this index.
pub fn insert(source: &mut Source, list: &[Key], index: usize, node: &Node) -> Result<(), String> {
    let text = section_text(source, &[list, &[Key::from(0)]].concat(), entries(node)?)?;
    put(source, list, index, &text, None)
}

/// Removes a section with all that is in it.
pub fn remove(source: &mut Source, keys: &[Key]) -> Result<(), String> {
    let toml = source.parse()?;
    let block = item_block(&toml, keys)?;
    cut(source, &block);
    Ok(())
}

/// Removes all sections `[[…]]` at the end of a way.
pub fn remove_all(source: &mut Source, list: &[Key]) -> Result<(), String> {
    loop {
        let toml = source.parse()?;
        let Some(Spot::Sections(tables)) = Spot::find(&toml, list) else { return Ok(()) };
        let last = [list, &[Key::from(tables.len().saturating_sub(1))]].concat();
        let block = item_block(&toml, &last)?;
        cut(source, &block);
    }
}

/// Moves a section among the sections `[[…]]` at the end of a way, to the index that it has afterwards.
pub fn move_to(source: &mut Source, list: &[Key], from: usize, to: usize) -> Result<(), String> {
    let toml = source.parse()?;
    let block = item_block(&toml, &[list, &[Key::from(from)]].concat())?;
    let blank = blank_between(&toml, list);
    let mut text = source.text.get(block.start..block.end).unwrap_or_default().to_owned();
    if !text.ends_with('\n') {
        text.push('\n');
    }
    cut(source, &block);
    put(source, list, to, &text, Some(blank))
}

/// Puts the lines of a section before the one with this index, behind its predecessor's.
fn put(source: &mut Source, list: &[Key], index: usize, text: &str, blank: Option<usize>) -> Result<(), String> {
    let toml = source.parse()?;
    let item = |index: usize| item_block(&toml, &[list, &[Key::from(index)]].concat());
    let blank = blank.unwrap_or_else(|| blank_between(&toml, list));
    match index.checked_sub(1) {
        Some(index) => {
            let at = item(index)?.end;
            insert_behind(source, at, text, blank)
        }
        None => {
            let at = item(0)?.start;
            insert_before(source, at, text, blank)
        }
    }
    Ok(())
}

/// The block of a section. The comment above the first of several that stand without blank lines is about all of them, and stays.
fn item_block(toml: &Toml, keys: &[Key]) -> Result<Block, String> {
    let mut found = block(toml, keys).ok_or_else(|| match Spot::find(toml, keys) {
        None => no_such_place(),
        Some(_) => unusual(),
    })?;
    if let Some((Key::Index(0), list)) = keys.split_last() {
        let second = block(toml, &[list, &[Key::from(1)]].concat());
        if second.is_some_and(|second| second.start == found.end) {
            found.start = found.head;
        }
    }
    Ok(found)
}

/// How many blank lines stand between the sections of a list.
fn blank_between(toml: &Toml, list: &[Key]) -> usize {
    let item = |index: usize| block(toml, &[list, &[Key::from(index)]].concat());
    match item(1) {
        Some(second) => blank_before(toml.raw(), second.start).0.min(1),
        None => usize::from(!is_packed(section_name(list))),
    }
}

/// Takes out the lines of a block. Of the blank lines around it as many stay as stood on one side.
fn cut(source: &mut Source, block: &Block) {
    let (before, start) = blank_before(&source.text, block.start);
    let (behind, end) = blank_behind(&source.text, block.end);
    let is_edge = start == 0 || end == source.text.len();
    let blank = if is_edge { 0 } else { before.max(behind) };
    source.splice(start..end, &"\n".repeat(blank));
}

/// Inserts a block behind the lines that end here.
fn insert_behind(source: &mut Source, at: usize, text: &str, blank: usize) {
    let newline = if at > 0 && !source.text[..at].ends_with('\n') { "\n" } else { "" };
    let (behind, end) = blank_behind(&source.text, at);
    let rest = if end == source.text.len() { 0 } else { blank.saturating_sub(behind) };
    source.splice(at..at, &format!("{newline}{}{text}{}", "\n".repeat(blank), "\n".repeat(rest)));
}

/// Inserts a block before the lines that begin here.
fn insert_before(source: &mut Source, at: usize, text: &str, blank: usize) {
    let missing = if at == 0 { 0 } else { blank.saturating_sub(blank_before(&source.text, at).0) };
    // What stands right above is the comment of the whole list, and stays right above.
    let missing = if at > 0 && blank == 0 { 0 } else { missing };
    source.splice(at..at, &format!("{}{text}{}", "\n".repeat(missing), "\n".repeat(blank)));
}

/// A section with its head.
fn section_text(source: &Source, way: &[Key], entries: &[(String, Node)]) -> Result<String, String> {
    let names: Vec<String> = way.iter().filter_map(name).map(key).collect();
    let head = match way.last() {
        Some(Key::Index(_)) => format!("[[{}]]", names.join(".")),
        _ => format!("[{}]", names.join(".")),
    };
    let writer = Writer { file: source.file, lines: true };
    Ok(format!("{head}\n{}", writer.lines(entries, way)?))
}

fn entries(node: &Node) -> Result<&[(String, Node)], String> {
    match node {
        Node::Table(entries) => Ok(entries),
        _ => Err("Здесь может стоять только раздел с ключами.".to_owned()),
    }
}

fn name(key: &Key) -> Option<&str> {
    match key {
        Key::Name(name) => Some(name),
        Key::Index(_) => None,
    }
}

fn section_name(keys: &[Key]) -> &str {
    keys.first().and_then(name).unwrap_or_default()
}

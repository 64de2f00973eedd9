//! A guide as the beginning of another centre's: its structure stays, and every fact of the old place is marked until it is replaced.
//!
//! A mark is a comment behind the value, `# заменить` (`# replace` in a guide in another language than Russian), so that it is in the file,
//! survives the editor, and is an error for the tool too.

use std::collections::BTreeSet;

use guide_content::markers::{Mark, MarkKind, marks, without_mark};
use guide_studio_model::{Bytes, Draft, FileRole, Key, Node};

use crate::edit::Source;
use crate::facts::{is_fact, names_of};
use crate::files::{bytes_of, guide_tree, path, sibling, text};
use crate::lines::line_end;
use crate::tree::{PlaceIndex, parse, tree, tree_of};

/// Marks every fact of the old place, and takes away the list of its changes.
pub fn renew(draft: &mut Draft) -> Result<(), String> {
    let guide = guide_tree(draft).ok_or("В файле справочника ошибка: сначала исправьте её.")?;
    let names = names_of(&guide);
    let mark = MarkKind::OtherPlace.words(guide.get("lang").and_then(Node::text).unwrap_or("ru"));
    for role in [FileRole::Guide, FileRole::Words] {
        let Some(path) = path(draft, Some(&guide), role) else { continue };
        let Some(text) = text(draft, &path).map(str::to_owned) else { continue };
        let Some(marked) = with_marks(role, &text, &names, mark) else { continue };
        let bytes = bytes_of(&marked, draft.files.get(&path).map(|bytes| bytes.0.as_slice()));
        draft.files.insert(path, Bytes(bytes));
    }
    if let Some(name) = guide.get("changes").and_then(Node::text) {
        draft.files.remove(&sibling(&draft.guide, name));
    }
    Ok(())
}

/// The text with a mark of these words behind each fact; `None` where it can't be parsed.
fn with_marks(role: FileRole, text: &str, names: &[String], mark: &str) -> Option<String> {
    let toml = parse(text)?;
    let tree = tree(&toml);
    let index = PlaceIndex::new(&toml);
    let mut lines = BTreeSet::new();
    for way in index.ways() {
        if tree.at(&way).is_some_and(|node| is_fact(role, &way, node, names)) {
            lines.extend(mark_place(&index, text, &way));
        }
    }
    let mut source = Source { file: role, text: text.to_owned() };
    for (comment, end) in lines.into_iter().rev() {
        let old = text.get(comment..end).unwrap_or_default();
        let words = match without_mark(old) {
            Some((_, MarkKind::OtherPlace, _)) => continue,
            // One mark is enough: the one that stops a publication.
            Some((_, MarkKind::Example, words)) => words,
            None => old.trim_start_matches('#').trim(),
        };
        match words {
            "" => source.splice(comment..end, &format!("{}# {mark}", if old.is_empty() { "  " } else { "" })),
            words => source.splice(comment..end, &format!("# {mark}; {words}")),
        }
    }
    // Comments change no value.
    tree_of(&source.text).filter(|after| *after == tree).map(|_| source.text)
}

/// Where the mark of a value goes: the comment on the line that it ends on, or the end of that line. A value that does not end its line
/// has its mark behind the one that it is in.
fn mark_place(index: &PlaceIndex, text: &str, way: &[Key]) -> Option<(usize, usize)> {
    (1..=way.len()).rev().find_map(|length| {
        let end = index.end_of(&way[..length])?;
        let line = line_end(text, end);
        let line = end..end + text.get(end..line)?.trim_end().len();
        let behind = text.get(line.clone())?;
        let behind = behind.trim_start().strip_prefix(',').unwrap_or(behind).trim_start();
        let is_last = behind.is_empty() || behind.starts_with('#');
        (is_last && way.starts_with(&index.before(line.end, text))).then_some((line.end - behind.len(), line.end))
    })
}

/// The ways to the facts of another place that are marked, in the order of the text.
pub fn marked(text: &str) -> Vec<Vec<Key>> {
    let marked = with_ways(text).into_iter().filter(|(mark, _)| mark.kind == MarkKind::OtherPlace);
    marked.map(|(_, way)| way).collect()
}

/// Every mark with the way to the value that it stands behind, in the order of the text.
fn with_ways(text: &str) -> Vec<(Mark, Vec<Key>)> {
    let marks = marks(text);
    if marks.is_empty() {
        return Vec::new();
    }
    let Some(toml) = parse(text) else { return Vec::new() };
    let index = PlaceIndex::new(&toml);
    marks.into_iter().map(|mark| (mark.clone(), index.before(mark.at.start, text))).collect()
}

/// Takes the mark off the value at the end of a way that was edited, and off what it is in; where it was set to `new`, also off what has
/// changed within it. `old` is the tree before.
pub fn unmark(source: &mut Source, way: &[Key], old: &Node, new: Option<&Node>) {
    let is_meant = |marked: &Vec<Key>| {
        let is_changed = || new.and_then(|new| new.at(&marked[way.len()..])) != old.at(marked);
        way == marked.as_slice()
            || way.starts_with(marked) && !way.last().is_some_and(is_structure)
            || marked.starts_with(way) && new.is_some() && is_changed()
    };
    let meant = with_ways(&source.text).into_iter().filter(|(_, way)| is_meant(way)).map(|(mark, _)| mark.at);
    for at in meant.collect::<Vec<_>>().into_iter().rev() {
        let comment = source.text.get(at.clone()).unwrap_or_default().to_owned();
        match without_mark(&comment) {
            Some((_, _, rest)) if !rest.is_empty() => source.splice(at, &format!("# {rest}")),
            _ => {
                let start = source.text.get(..at.start).unwrap_or_default().trim_end_matches([' ', '\t']).len();
                source.splice(start..at.end, "");
            }
        }
    }
}

/// Whether a key says how parts of the guide hang together, and nothing of a place.
pub fn is_structure(key: &Key) -> bool {
    const KEYS: [&str; 8] = ["id", "next", "aside", "rung", "contact", "end", "from_search", "institutions"];
    matches!(key, Key::Name(name) if KEYS.contains(&name.as_str()))
}

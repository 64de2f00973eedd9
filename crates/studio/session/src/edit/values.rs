//! The edits of one file: a value set, removed, inserted, moved, with as little of the text changed as it takes.

use guide_studio_model::{Key, Node};
use toml_edit::Value;

use super::items::{Items, Moved};
use super::source::{Source, Spot, no_such_place, split, unusual};
use super::write::Writer;
use super::{items, keys, sections};
use crate::tree::{tree_of, value_node};

/// Gives the end of a way this value, and adds the tables on the way that are missing.
pub fn set(source: &mut Source, way: &[Key], node: &Node) -> Result<(), String> {
    let toml = source.parse()?;
    match (Spot::find(&toml, way), node) {
        (None, _) => add(source, way, node),
        (Some(Spot::Value(value)), _) => {
            let old = value_node(value, &source.text);
            match (&old, node) {
                (Node::Table(old), Node::Table(new)) if !old.is_empty() && !new.is_empty() => {
                    set_entries(source, way, old, new)
                }
                (Node::List(old), Node::List(new)) if !old.is_empty() && !new.is_empty() => {
                    set_items(source, way, old, new)
                }
                _ if old == *node => Ok(()),
                _ => {
                    let at = value.span().ok_or_else(unusual)?;
                    let lines = may_take_lines(Spot::find(&toml, split(way)?.0));
                    let writer = Writer { file: source.file, lines };
                    let written = writer.value(node, way, source.text.get(at.clone()))?;
                    source.splice(at, &written);
                    Ok(())
                }
            }
        }
        (Some(Spot::Section(_)), Node::Table(new)) => match node_at(source, way)? {
            Node::Table(old) => set_entries(source, way, &old, new),
            _ => Err(unusual()),
        },
        (Some(Spot::Sections(_)), Node::List(new)) if !new.is_empty() && new.iter().all(is_table) => {
            let old = node_at(source, way)?;
            set_items(source, way, old.items(), new)
        }
        (Some(_), _) => {
            remove(source, way)?;
            add(source, way, node)
        }
    }
}

/// Removes what stands at the end of a way. A list that loses its last item stays, empty, where it can.
pub fn remove(source: &mut Source, way: &[Key]) -> Result<(), String> {
    let (parent, last) = split(way)?;
    let toml = source.parse()?;
    match (Spot::find(&toml, way), Spot::find(&toml, parent), last) {
        (Some(Spot::Section(table)), ..) if table.is_implicit() || table.is_dotted() => Err(unusual()),
        (Some(Spot::Section(_)), ..) => sections::remove(source, way),
        (Some(Spot::Sections(_)), ..) => sections::remove_all(source, way),
        (Some(Spot::Value(_)), Some(Spot::Section(table)), Key::Name(name)) => {
            if table.is_dotted() {
                return Err(unusual());
            }
            let at = keys::lines_of_key(&source.text, table, name)?;
            source.splice(at, "");
            Ok(())
        }
        (Some(Spot::Value(_)), Some(Spot::Value(Value::InlineTable(table))), Key::Name(name)) => {
            let (at, left) = keys::remove_inline(table, name)?;
            source.splice(at, left);
            Ok(())
        }
        (Some(Spot::Value(_)), Some(Spot::Value(Value::Array(array))), Key::Index(index)) => {
            let list = Items::of(array, &source.text)?;
            items::remove(source, &list, *index)
        }
        _ => Err(no_such_place()),
    }
}

/// Inserts an item into the list at the end of a way, before the one with this index.
pub fn insert(source: &mut Source, way: &[Key], index: usize, node: &Node) -> Result<(), String> {
    let toml = source.parse()?;
    match Spot::find(&toml, way) {
        None if index == 0 => add(source, way, &Node::List(vec![node.clone()])),
        Some(Spot::Sections(tables)) if index <= tables.len() => sections::insert(source, way, index, node),
        Some(Spot::Value(Value::Array(array))) => {
            let list = Items::of(array, &source.text)?;
            let lines = may_take_lines(Spot::find(&toml, split(way)?.0));
            items::insert(source, &list, way, index, node, lines)
        }
        _ => Err(no_such_place()),
    }
}

/// Moves an item of the list at the end of a way, to the index that it has afterwards.
pub fn move_to(source: &mut Source, way: &[Key], from: usize, to: usize) -> Result<(), String> {
    let toml = source.parse()?;
    match Spot::find(&toml, way) {
        Some(Spot::Sections(tables)) if from < tables.len() && to < tables.len() => match from == to {
            true => Ok(()),
            false => sections::move_to(source, way, from, to),
        },
        Some(Spot::Value(Value::Array(array))) if from != to => {
            let list = Items::of(array, &source.text)?;
            if let Moved::Lines(lines) = items::move_to(source, &list, from, to)? {
                let toml = source.parse()?;
                let Some(Spot::Value(Value::Array(array))) = Spot::find(&toml, way) else { return Err(unusual()) };
                let list = Items::of(array, &source.text)?;
                items::put_lines(source, &list, to, &lines);
            }
            Ok(())
        }
        Some(Spot::Value(Value::Array(array))) if from < array.len() => Ok(()),
        _ => Err(no_such_place()),
    }
}

/// Whether the end of a way is a list with a comment above it. Such a list stays when it is emptied, as the comment would be lost, which
/// says what belongs into it.
pub fn is_explained(source: &Source, way: &[Key]) -> bool {
    let Some((Key::Name(name), parent)) = way.split_last() else { return false };
    let Ok(toml) = source.parse() else { return false };
    let is_list = matches!(Spot::find(&toml, way), Some(Spot::Value(Value::Array(_))));
    match Spot::find(&toml, parent) {
        Some(Spot::Section(table)) if is_list => keys::has_comment_above(&source.text, table, name),
        _ => false,
    }
}

/// Adds what is not there yet.
fn add(source: &mut Source, way: &[Key], node: &Node) -> Result<(), String> {
    let (parent, last) = split(way)?;
    let Key::Name(name) = last else { return Err(no_such_place()) };
    let toml = source.parse()?;
    match Spot::find(&toml, parent) {
        None => add(source, parent, &Node::Table(vec![(name.clone(), node.clone())])),
        Some(Spot::Section(table)) if table.is_dotted() => Err(unusual()),
        Some(Spot::Section(_)) => {
            let is_section = match node {
                Node::Table(_) => true,
                Node::List(items) => !items.is_empty() && items.iter().all(is_table),
                _ => false,
            };
            match parent.is_empty() && is_section {
                true => sections::add(source, name, node),
                false => keys::add(source, parent, name, node),
            }
        }
        Some(Spot::Value(Value::InlineTable(table))) => {
            let table = table.clone();
            keys::add_inline(source, &table, parent, name, node)
        }
        _ => Err(no_such_place()),
    }
}

/// Sets the keys of a table one by one, so that the others keep their layout.
fn set_entries(source: &mut Source, way: &[Key], old: &[(String, Node)], new: &[(String, Node)]) -> Result<(), String> {
    let at = |name: &String| [way, &[Key::from(name.as_str())]].concat();
    for (name, _) in old.iter().filter(|(name, _)| !new.iter().any(|(known, _)| known == name)) {
        remove(source, &at(name))?;
    }
    for (name, node) in new {
        if !old.iter().any(|(known, old)| known == name && old == node) {
            set(source, &at(name), node)?;
        }
    }
    Ok(())
}

/// Sets the items of a list. Those that are the same at its beginning and its end are not touched.
fn set_items(source: &mut Source, way: &[Key], old: &[Node], new: &[Node]) -> Result<(), String> {
    let at = |index: usize| [way, &[Key::from(index)]].concat();
    let first = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    let (old, new) = (&old[first..], &new[first..]);
    let same = old.iter().rev().zip(new.iter().rev()).take_while(|(old, new)| old == new).count();
    let (old, new) = (&old[..old.len() - same], &new[..new.len() - same]);
    for (index, node) in new.iter().enumerate() {
        match index < old.len() {
            true => set(source, &at(first + index), node)?,
            false => insert(source, way, first + index, node)?,
        }
    }
    for index in (new.len()..old.len()).rev() {
        remove(source, &at(first + index))?;
    }
    Ok(())
}

fn node_at(source: &Source, way: &[Key]) -> Result<Node, String> {
    tree_of(&source.text).and_then(|tree| tree.at(way).cloned()).ok_or_else(no_such_place)
}

/// Whether what is in this may take several lines.
fn may_take_lines(parent: Option<Spot>) -> bool {
    matches!(parent, Some(Spot::Section(_)))
}

fn is_table(node: &Node) -> bool {
    matches!(node, Node::Table(_))
}

//! Edits of the draft: the text of its files changes only where it must, and each edit is checked against what it should come to.

mod content_file;
mod expected;
mod items;
mod keys;
mod order;
mod sections;
mod source;
mod values;
mod write;

use guide_studio_model::{Bytes, Draft, Edit, FileRole, Key, Node, Place};

use self::expected::{is_empty_list, is_same};
pub use self::source::Source;
use crate::files::{self, bytes_of, key_of, sibling, text};
use crate::{renew, tree};

/// The draft after these edits, one after the other. The error says in Russian why one of them can't be done.
pub fn apply(draft: &Draft, edits: &[Edit]) -> Result<Draft, String> {
    let mut draft = draft.clone();
    for edit in edits {
        apply_one(&mut draft, edit)?;
    }
    Ok(draft)
}

fn apply_one(draft: &mut Draft, edit: &Edit) -> Result<(), String> {
    match edit {
        Edit::Set(place, node) => in_file(draft, place.file, |source, tree| {
            let node = with_plain_line_ends(node);
            values::set(source, &place.keys, &node)?;
            renew::unmark(source, &place.keys, tree, Some(&node));
            Ok(expected::set(tree, &place.keys, node))
        }),
        Edit::Remove(place) => in_file(draft, place.file, |source, tree| {
            let stays_empty = values::is_explained(source, parent(&place.keys));
            values::remove(source, &place.keys)?;
            if !stays_empty {
                remove_empty_lists(source, place)?;
            }
            renew::unmark(source, parent(&place.keys), tree, None);
            Ok(expected::remove(tree, &place.keys, stays_empty))
        }),
        Edit::Insert(place, index, node) => in_file(draft, place.file, |source, tree| {
            let node = with_plain_line_ends(node);
            values::insert(source, &place.keys, *index, &node)?;
            renew::unmark(source, &place.keys, tree, None);
            Ok(expected::insert(tree, &place.keys, *index, node))
        }),
        Edit::Move(place, from, to) => in_file(draft, place.file, |source, tree| {
            values::move_to(source, &place.keys, *from, *to)?;
            Ok(expected::move_to(tree, &place.keys, *from, *to))
        }),
        Edit::PutFile(path, bytes) => content_file::put(draft, path, bytes),
        Edit::RemoveFile(path) => content_file::remove(draft, path),
        Edit::Renew => {
            renew::renew(draft)?;
            let changes = Place::guide([Key::from("changes")]);
            let has_changes = files::guide_tree(draft).is_some_and(|tree| tree.get("changes").is_some());
            if has_changes { apply_one(draft, &Edit::Remove(changes)) } else { Ok(()) }
        }
    }
}

/// Changes the text of a file, and the tree to what it should come to. Unless the text then says the same, nothing has changed.
fn in_file(
    draft: &mut Draft,
    role: FileRole,
    change: impl FnOnce(&mut Source, &mut Node) -> Result<bool, String>,
) -> Result<(), String> {
    let path = path_of_file(draft, role)?;
    let before = draft.files.get(&path).map(|bytes| bytes.0.as_slice());
    let old = match before {
        Some(_) => text(draft, &path).ok_or("Файл не в кодировке UTF-8: сохраните его в ней и откройте снова.")?,
        None => "",
    };
    let mut source = Source { file: role, text: old.to_owned() };
    let mut expected = tree::tree(&source.parse()?);
    let is_possible = change(&mut source, &mut expected)?;
    let is_right = tree::tree_of(&source.text).is_some_and(|tree| is_same(&tree, &expected));
    if !is_possible || !is_right {
        return Err(source::unusual());
    }
    let bytes = bytes_of(&source.text, before);
    draft.files.insert(path, Bytes(bytes));
    Ok(())
}

/// The path of the file of this role. Where the guide names none, it is given a name.
fn path_of_file(draft: &mut Draft, role: FileRole) -> Result<String, String> {
    if role == FileRole::Guide {
        return Ok(draft.guide.clone());
    }
    let tree = files::guide_tree(draft);
    if let Some(path) = files::path(draft, tree.as_ref(), role) {
        return Ok(path);
    }
    let key = key_of(role);
    let is_free = |name: &String| !draft.files.contains_key(&sibling(&draft.guide, name));
    let numbered = (2..100).map(|number| format!("{key}-{number}.toml"));
    let name = std::iter::once(format!("{key}.toml")).chain(numbered).find(is_free).ok_or_else(source::unusual)?;
    let path = sibling(&draft.guide, &name);
    apply_one(draft, &Edit::Set(Place::guide([Key::from(key)]), Node::Text(name)))?;
    Ok(path)
}

/// Removes the list that something was removed from, where it is empty now, and so on.
fn remove_empty_lists(source: &mut Source, place: &Place) -> Result<(), String> {
    let mut way = place.keys.as_slice();
    while let Some((_, parent)) = way.split_last() {
        let is_empty = tree::tree_of(&source.text).is_some_and(|tree| is_empty_list(&tree, parent));
        if !is_empty {
            return Ok(());
        }
        values::remove(source, parent)?;
        way = parent;
    }
    Ok(())
}

/// The way to what the end of a way is in.
fn parent(way: &[Key]) -> &[Key] {
    way.split_last().map_or(way, |(_, parent)| parent)
}

/// The value with lines that end as those of everyone but Windows: a file's line ends are a matter of its layout.
fn with_plain_line_ends(node: &Node) -> Node {
    match node {
        Node::Text(text) => Node::Text(text.replace("\r\n", "\n")),
        Node::List(items) => Node::List(items.iter().map(with_plain_line_ends).collect()),
        Node::Table(entries) => {
            Node::Table(entries.iter().map(|(name, node)| (name.clone(), with_plain_line_ends(node))).collect())
        }
        other => other.clone(),
    }
}

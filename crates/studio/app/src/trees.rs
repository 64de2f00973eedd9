//! The content files as trees, as forms read them.

use std::sync::Arc;

use guide_studio_model::{Edit, FileRole, Key, Node, Place};

/// The trees of the three files. One that is not there, or that can't be parsed, is an empty table.
#[derive(Clone, PartialEq)]
pub struct Trees {
    guide: Arc<Node>,
    words: Arc<Node>,
    phrases: Arc<Node>,
}

impl Default for Trees {
    fn default() -> Trees {
        let empty = Arc::new(Node::Table(Vec::new()));
        Trees { guide: empty.clone(), words: empty.clone(), phrases: empty }
    }
}

impl Trees {
    /// The tree of a file.
    pub fn file(&self, role: FileRole) -> &Node {
        match role {
            FileRole::Guide => &self.guide,
            FileRole::Words => &self.words,
            FileRole::Phrases => &self.phrases,
        }
    }

    /// The value at a place.
    pub fn at(&self, place: &Place) -> Option<&Node> {
        self.file(place.file).at(&place.keys)
    }

    /// Takes the tree of a file.
    pub fn replace(&mut self, role: FileRole, tree: Node) {
        *self.file_mut(role) = Arc::new(tree);
    }

    /// Applies what an edit does to the trees, so that forms show it before the worker has answered.
    pub fn apply_locally(&mut self, edit: &Edit) {
        match edit {
            Edit::Set(place, value) => set(self.file_to_change(place), &place.keys, value.clone()),
            Edit::Remove(place) => remove(self.file_to_change(place), &place.keys),
            Edit::Insert(place, index, value) => match at_mut(self.file_to_change(place), &place.keys) {
                Some(Node::List(items)) if *index <= items.len() => items.insert(*index, value.clone()),
                Some(_) => {}
                None => set(self.file_to_change(place), &place.keys, Node::List(vec![value.clone()])),
            },
            Edit::Move(place, from, to) => {
                if let Some(Node::List(items)) = at_mut(self.file_to_change(place), &place.keys)
                    && *from.max(to) < items.len()
                {
                    let item = items.remove(*from);
                    items.insert(*to, item);
                }
            }
            Edit::PutFile(..) | Edit::RemoveFile(_) | Edit::Renew => {}
        }
    }

    /// The first value that differs from that of other trees.
    pub fn first_difference(&self, other: &Trees) -> Option<Place> {
        [FileRole::Guide, FileRole::Words, FileRole::Phrases].into_iter().find_map(|file| {
            let keys = first_difference(self.file(file), other.file(file))?;
            Some(Place { file, keys })
        })
    }

    fn file_to_change(&mut self, place: &Place) -> &mut Node {
        Arc::make_mut(self.file_mut(place.file))
    }

    fn file_mut(&mut self, role: FileRole) -> &mut Arc<Node> {
        match role {
            FileRole::Guide => &mut self.guide,
            FileRole::Words => &mut self.words,
            FileRole::Phrases => &mut self.phrases,
        }
    }
}

/// Sets a value, with the tables on its way.
fn set(tree: &mut Node, way: &[Key], value: Node) {
    let Some((first, rest)) = way.split_first() else {
        *tree = value;
        return;
    };
    match (tree, first) {
        (Node::Table(entries), Key::Name(name)) => {
            let index = entries.iter().position(|(known, _)| known == name).unwrap_or_else(|| {
                entries.push((name.clone(), Node::Table(Vec::new())));
                entries.len() - 1
            });
            set(&mut entries[index].1, rest, value);
        }
        (Node::List(items), Key::Index(index)) => {
            if let Some(item) = items.get_mut(*index) {
                set(item, rest, value);
            }
        }
        _ => {}
    }
}

/// Removes a value; a list that is empty then goes too.
fn remove(tree: &mut Node, way: &[Key]) {
    let Some((last, parent)) = way.split_last() else { return };
    let is_empty_list = match (at_mut(tree, parent), last) {
        (Some(Node::Table(entries)), Key::Name(name)) => {
            entries.retain(|(known, _)| known != name);
            false
        }
        (Some(Node::List(items)), Key::Index(index)) if *index < items.len() => {
            items.remove(*index);
            items.is_empty()
        }
        _ => false,
    };
    if is_empty_list {
        remove(tree, parent);
    }
}

fn at_mut<'n>(tree: &'n mut Node, way: &[Key]) -> Option<&'n mut Node> {
    way.iter().try_fold(tree, |node, key| match (node, key) {
        (Node::Table(entries), Key::Name(name)) => {
            entries.iter_mut().find(|(known, _)| known == name).map(|(_, value)| value)
        }
        (Node::List(items), Key::Index(index)) => items.get_mut(*index),
        _ => None,
    })
}

/// The way to the first value in which two trees differ. One that only one of them has differs at that value.
fn first_difference(one: &Node, other: &Node) -> Option<Vec<Key>> {
    let within = |key: Key, one: Option<&Node>, other: Option<&Node>| match (one, other) {
        (Some(one), Some(other)) => first_difference(one, other).map(|rest| [vec![key], rest].concat()),
        (None, None) => None,
        _ => Some(vec![key]),
    };
    match (one, other) {
        (Node::Table(a), Node::Table(b)) => {
            let mut names = a.iter().chain(b).map(|(name, _)| name);
            names.find_map(|name| within(Key::Name(name.clone()), one.get(name), other.get(name)))
        }
        (Node::List(a), Node::List(b)) => {
            (0..a.len().max(b.len())).find_map(|index| within(Key::Index(index), a.get(index), b.get(index)))
        }
        _ => (one != other).then(Vec::new),
    }
}

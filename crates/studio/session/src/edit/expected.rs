//! What an edit must come to, on the tree: the text is written in another way, and both are compared.

use guide_studio_model::{Key, Node};

/// Sets a value, with the tables on its way.
pub fn set(tree: &mut Node, way: &[Key], value: Node) -> bool {
    let Some((first, rest)) = way.split_first() else {
        *tree = value;
        return true;
    };
    match (tree, first) {
        (Node::Table(entries), Key::Name(name)) => {
            let index = match entries.iter().position(|(known, _)| known == name) {
                Some(index) => index,
                None if rest.iter().all(|key| matches!(key, Key::Name(_))) => {
                    entries.push((name.clone(), Node::Table(Vec::new())));
                    entries.len() - 1
                }
                None => return false,
            };
            set(&mut entries[index].1, rest, value)
        }
        (Node::List(items), Key::Index(index)) => items.get_mut(*index).is_some_and(|item| set(item, rest, value)),
        _ => false,
    }
}

/// Removes a value; a list that is empty then goes too, unless it `stays_empty`. Returns `false` where there is none.
pub fn remove(tree: &mut Node, way: &[Key], stays_empty: bool) -> bool {
    let Some((last, parent)) = way.split_last() else { return false };
    let is_removed = match (at(tree, parent), last) {
        (Some(Node::Table(entries)), Key::Name(name)) => {
            let before = entries.len();
            entries.retain(|(known, _)| known != name);
            entries.len() < before
        }
        (Some(Node::List(items)), Key::Index(index)) if *index < items.len() => {
            items.remove(*index);
            true
        }
        _ => false,
    };
    is_removed && (stays_empty || !is_empty_list(tree, parent) || remove(tree, parent, false))
}

/// Whether an empty list stands at the end of a way.
pub fn is_empty_list(tree: &Node, way: &[Key]) -> bool {
    matches!(tree.at(way), Some(Node::List(items)) if items.is_empty())
}

/// Inserts an item into a list, which is made where there is none.
pub fn insert(tree: &mut Node, way: &[Key], index: usize, value: Node) -> bool {
    match at(tree, way) {
        Some(Node::List(items)) if index <= items.len() => {
            items.insert(index, value);
            true
        }
        None if index == 0 => set(tree, way, Node::List(vec![value])),
        _ => false,
    }
}

/// Moves an item of a list.
pub fn move_to(tree: &mut Node, way: &[Key], from: usize, to: usize) -> bool {
    match at(tree, way) {
        Some(Node::List(items)) if from < items.len() && to < items.len() => {
            let item = items.remove(from);
            items.insert(to, item);
            true
        }
        _ => false,
    }
}

fn at<'n>(tree: &'n mut Node, way: &[Key]) -> Option<&'n mut Node> {
    way.iter().try_fold(tree, |node, key| match (node, key) {
        (Node::Table(entries), Key::Name(name)) => {
            entries.iter_mut().find(|(known, _)| known == name).map(|(_, value)| value)
        }
        (Node::List(items), Key::Index(index)) => items.get_mut(*index),
        _ => None,
    })
}

/// Whether two trees say the same. The order of keys is a matter of layout.
pub fn is_same(one: &Node, other: &Node) -> bool {
    match (one, other) {
        (Node::Table(one), Node::Table(other)) => {
            one.len() == other.len()
                && one.iter().all(|(name, value)| {
                    other.iter().find(|(known, _)| known == name).is_some_and(|(_, other)| is_same(value, other))
                })
        }
        (Node::List(one), Node::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| is_same(one, other))
        }
        (Node::Text(one), Node::Text(other)) => one.replace("\r\n", "\n") == other.replace("\r\n", "\n"),
        _ => one == other,
    }
}

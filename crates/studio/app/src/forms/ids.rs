//! Ids of what is made: once, from the title.

use guide_studio_model::{Node, Place, identifier};

use crate::trees::Trees;

/// An id made of a title that no item of this list has.
pub fn new_id(trees: &Trees, list: &Place, title: &str) -> String {
    let items = trees.at(list).map(Node::items).unwrap_or_default();
    let taken: Vec<&str> = items.iter().filter_map(|item| item.get("id")?.text()).collect();
    identifier(title, &taken)
}

/// A copy of an item of a list, with an id of its own.
pub fn copy(trees: &Trees, list: &Place, item: &Node) -> Node {
    let mut copy = item.clone();
    if let Some(id) = item.get("id").and_then(Node::text) {
        copy.set(&["id".into()], Node::Text(new_id(trees, list, id)));
    }
    copy
}

//! The content files as trees, as forms read them.

use std::sync::Arc;

use guide_studio_model::{Edit, FileRole, Node, Place};

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

    /// Applies what needs no worker of an edit, so that a field shows what was typed before the worker has answered.
    pub fn apply_locally(&mut self, edit: &Edit) {
        if let Edit::Set(place, value) = edit {
            Arc::make_mut(self.file_mut(place.file)).set(&place.keys, value.clone());
        }
    }

    fn file_mut(&mut self, role: FileRole) -> &mut Arc<Node> {
        match role {
            FileRole::Guide => &mut self.guide,
            FileRole::Words => &mut self.words,
            FileRole::Phrases => &mut self.phrases,
        }
    }
}

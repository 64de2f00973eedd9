//! What has changed between the content that was opened and the draft.

mod in_words;
mod lists;

use guide_studio_model::{Change, ChangeKind, Draft, FileRole, Key, Node, Place};

use self::in_words::{in_words, name_of};
use self::lists::{ItemChange, item_changes};
use crate::files::{ROLES, guide_tree, path, text};
use crate::tree::tree_of;

/// Every difference, in the order of the files. Pictures and files to download come last, by their paths.
pub fn changes(base: &Draft, draft: &Draft) -> Vec<Change> {
    let (old_guide, new_guide) = (guide_tree(base), guide_tree(draft));
    let mut changes = Vec::new();
    let mut known = Vec::new();
    for role in ROLES {
        let old_path = path(base, old_guide.as_ref(), role);
        let new_path = path(draft, new_guide.as_ref(), role);
        let tree = |draft: &Draft, path: &Option<String>| {
            let text = path.as_ref().and_then(|path| text(draft, path));
            text.and_then(tree_of).unwrap_or(Node::Table(Vec::new()))
        };
        let (old, new) = (tree(base, &old_path), tree(draft, &new_path));
        let titles = new_guide.as_ref().filter(|_| role == FileRole::Phrases);
        let mut comparison = Comparison { titles, changes: &mut changes };
        comparison.values(&Place { file: role, keys: Vec::new() }, "", &old, &new);
        known.extend(old_path);
        known.extend(new_path);
    }
    for patch in base.patches_to(draft).iter().filter(|patch| !known.contains(&patch.path)) {
        let size = |draft: &Draft| draft.files.get(&patch.path).map(|bytes| in_words::size(bytes.0.len()));
        let (before, after) = (size(base), size(draft));
        changes.push(Change {
            place: Place::guide([]),
            kind: kind(before.is_some(), after.is_some()),
            within: patch.path.clone(),
            before: before.unwrap_or_default(),
            after: after.unwrap_or_default(),
        });
    }
    changes
}

fn kind(is_before: bool, is_after: bool) -> ChangeKind {
    match (is_before, is_after) {
        (false, _) => ChangeKind::Added,
        (_, false) => ChangeKind::Removed,
        _ => ChangeKind::Changed,
    }
}

/// Compares trees and collects the differences.
struct Comparison<'c> {
    /// The guide, by whose steps the sections of the phrases are called; `None` in other files.
    titles: Option<&'c Node>,
    changes: &'c mut Vec<Change>,
}

impl Comparison<'_> {
    /// Compares two values at one place. `within` is what the table is called that they belong to.
    fn values(&mut self, place: &Place, within: &str, old: &Node, new: &Node) {
        match (old, new) {
            _ if old == new => {}
            (Node::Table(old), Node::Table(new)) => self.tables(place, within, old, new),
            (Node::List(old_items), Node::List(new_items)) => match item_changes(old_items, new_items) {
                Some(items) => self.items(place, within, &items),
                None => self.push(place, ChangeKind::Changed, within, Some(old), Some(new)),
            },
            (Node::Text(old), Node::Text(new)) if place.file == FileRole::Phrases && place.keys.len() > 1 => {
                self.lines(place, within, old, new);
            }
            _ => self.push(place, ChangeKind::Changed, within, Some(old), Some(new)),
        }
    }

    fn tables(&mut self, place: &Place, within: &str, old: &[(String, Node)], new: &[(String, Node)]) {
        let find = |entries: &[(String, Node)], name: &str| {
            entries.iter().find(|(known, _)| known == name).map(|(_, node)| node.clone())
        };
        for (name, new) in new {
            let place = place.name(name);
            let within = self.within(&place, within, new);
            match find(old, name) {
                Some(old) => self.values(&place, &within, &old, new),
                None => self.added_or_removed(&place, ChangeKind::Added, &within, new),
            }
        }
        for (name, old) in old.iter().filter(|(name, _)| find(new, name).is_none()) {
            let place = place.name(name);
            let within = self.within(&place, within, old);
            self.added_or_removed(&place, ChangeKind::Removed, &within, old);
        }
    }

    /// Sections that came or went are told key by key where they are the only one of their name, item by item in lists.
    fn added_or_removed(&mut self, place: &Place, kind: ChangeKind, within: &str, node: &Node) {
        let empty = match node {
            Node::Table(_) if place.keys.len() == 1 => Node::Table(Vec::new()),
            Node::List(items) if items.iter().all(|item| matches!(item, Node::Table(_))) && !items.is_empty() => {
                Node::List(Vec::new())
            }
            _ if kind == ChangeKind::Added => return self.push(place, kind, within, None, Some(node)),
            _ => return self.push(place, kind, within, Some(node), None),
        };
        match kind {
            ChangeKind::Added => self.values(place, within, &empty, node),
            _ => self.values(place, within, node, &empty),
        }
    }

    fn items(&mut self, list: &Place, within: &str, items: &[ItemChange]) {
        for item in items {
            let (index, node) = match *item {
                ItemChange::Kept { new, to, .. } | ItemChange::Added { new, to } => (to, new),
                ItemChange::Removed { old, from } => (from, old),
            };
            let place = list.index(index);
            let name = name_of(node);
            let within = [within, &name].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" → ");
            match *item {
                ItemChange::Added { new, .. } => self.push(&place, ChangeKind::Added, &within, None, Some(new)),
                ItemChange::Removed { old, .. } => self.push(&place, ChangeKind::Removed, &within, Some(old), None),
                ItemChange::Kept { old, new, is_moved, .. } => {
                    if is_moved {
                        self.push(&place, ChangeKind::Moved, &within, None, None);
                    }
                    self.values(&place, &within, old, new);
                }
            }
        }
    }

    /// The lines of phrases that came and went.
    fn lines(&mut self, place: &Place, within: &str, old: &str, new: &str) {
        let missing = |from: &str, among: &str| {
            let lines = from.lines().filter(|line| !among.lines().any(|other| other.trim() == line.trim()));
            lines.map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
        };
        let (before, after) = (missing(old, new), missing(new, old));
        let kind = match (before.is_empty(), after.is_empty()) {
            (true, true) => ChangeKind::Moved,
            (is_none_before, is_none_after) => kind(!is_none_before, !is_none_after),
        };
        self.changes.push(Change { place: place.clone(), kind, within: within.to_owned(), before, after });
    }

    /// What the table at a place is called that a value belongs to: a section of phrases as its step.
    fn within(&self, place: &Place, within: &str, _node: &Node) -> String {
        let title = || {
            let [Key::Name(section)] = place.keys.as_slice() else { return None };
            let steps = self.titles?.get("step")?.items();
            let step = steps.iter().find(|step| step.get("id").and_then(Node::text) == Some(section.as_str()))?;
            Some(name_of(step))
        };
        title().unwrap_or_else(|| within.to_owned())
    }

    fn push(&mut self, place: &Place, kind: ChangeKind, within: &str, old: Option<&Node>, new: Option<&Node>) {
        let text = |node: Option<&Node>| node.map(in_words).unwrap_or_default();
        let (before, after) = (text(old), text(new));
        self.changes.push(Change { place: place.clone(), kind, within: within.to_owned(), before, after });
    }
}

//! What has changed in a list of tables: items that came, went, or stand elsewhere.

use guide_studio_model::Node;

/// What happened to an item.
pub enum ItemChange<'n> {
    /// It is in both lists, perhaps with changes of its own.
    Kept {
        /// The item before.
        old: &'n Node,
        /// The item now.
        new: &'n Node,
        /// Its index now.
        to: usize,
        /// Whether its place among the others has changed.
        is_moved: bool,
    },
    /// It came.
    Added {
        /// The item.
        new: &'n Node,
        /// Its index now.
        to: usize,
    },
    /// It is gone.
    Removed {
        /// The item.
        old: &'n Node,
        /// The index that it had.
        from: usize,
    },
}

/// The changes of a list in its order, those that are gone at the end. `None` where it is no list of tables.
pub fn item_changes<'n>(old: &'n [Node], new: &'n [Node]) -> Option<Vec<ItemChange<'n>>> {
    let is_table = |node: &Node| matches!(node, Node::Table(_));
    if !old.iter().chain(new).all(is_table) {
        return None;
    }
    let pairs = pairs(old, new);
    let moved = moved(&pairs.iter().flatten().copied().collect::<Vec<_>>());
    let mut changes: Vec<ItemChange> = Vec::new();
    for (to, (new, pair)) in new.iter().zip(&pairs).enumerate() {
        changes.push(match pair.and_then(|from| old.get(from).map(|old| (from, old))) {
            Some((from, old)) => ItemChange::Kept { old, new, to, is_moved: moved.contains(&from) },
            None => ItemChange::Added { new, to },
        });
    }
    let is_gone = |from: &usize| !pairs.contains(&Some(*from));
    changes.extend(
        old.iter().enumerate().filter(|(from, _)| is_gone(from)).map(|(from, old)| ItemChange::Removed { old, from }),
    );
    Some(changes)
}

/// Whether an item before is this one now.
type SameItem = fn(&Node, &Node) -> bool;

fn id(node: &Node) -> Option<&str> {
    node.get("id").and_then(Node::text)
}

/// For each new item the index of the old one that it was: that of the same id, or an equal one, or, without ids, the next one left over.
fn pairs(old: &[Node], new: &[Node]) -> Vec<Option<usize>> {
    let mut taken = vec![false; old.len()];
    let mut pairs = vec![None; new.len()];
    let rules: [SameItem; 3] = [
        |old, new| id(old).is_some() && id(old) == id(new),
        |old, new| old == new,
        |old, new| id(old).is_none() && id(new).is_none(),
    ];
    for is_same in rules {
        for (pair, new) in pairs.iter_mut().zip(new).filter(|(pair, _)| pair.is_none()) {
            let found = (0..old.len()).find(|from| !taken[*from] && is_same(&old[*from], new));
            if let Some(from) = found {
                taken[from] = true;
                *pair = Some(from);
            }
        }
    }
    pairs
}

/// Those of the indices that are not in a longest rising series of them: the fewest that were moved.
fn moved(indices: &[usize]) -> Vec<usize> {
    let mut longest: Vec<(usize, Option<usize>)> = Vec::new();
    for (at, index) in indices.iter().enumerate() {
        let before = (0..at).filter(|before| indices[*before] < *index).max_by_key(|before| longest[*before].0);
        longest.push((before.map_or(1, |before| longest[before].0 + 1), before));
    }
    let mut kept = Vec::new();
    let mut at = (0..indices.len()).max_by_key(|at| longest[*at].0);
    while let Some(index) = at {
        kept.push(indices[index]);
        at = longest[index].1;
    }
    indices.iter().copied().filter(|index| !kept.contains(index)).collect()
}

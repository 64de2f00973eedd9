//! Which step every way to a step leads over: the tree by which a flowchart is divided into parts.

use crate::flowchart::Flowchart;
use crate::topology::Topology;

/// For each step, the last one before it that no way from the start goes round (its immediate dominator). The start stands for itself.
pub fn dominators(flowchart: &Flowchart, topology: &Topology) -> Vec<usize> {
    let mut tree = Tree::of(flowchart.start, flowchart.nodes.len());
    for node in topology.order.iter().filter(|node| **node != flowchart.start) {
        let before = topology.reaching.of(*node).iter().map(|edge| flowchart.edges[*edge].from);
        let common = before.reduce(|one, other| tree.common(one, other));
        tree.add(*node, common.unwrap_or(flowchart.start));
    }
    tree.parents
}

/// A tree that grows at its leaves. Besides its parent each node knows one of its forefathers far above, so that the way up takes few
/// steps however deep the tree is (Myers, "An applicative random-access stack").
struct Tree {
    parents: Vec<usize>,
    forefathers: Vec<usize>,
    depths: Vec<usize>,
}

impl Tree {
    /// A tree of its root alone, for as many nodes.
    fn of(root: usize, nodes: usize) -> Tree {
        Tree { parents: vec![root; nodes], forefathers: vec![root; nodes], depths: vec![0; nodes] }
    }

    fn add(&mut self, node: usize, parent: usize) {
        let far = self.forefathers[parent];
        let (near_leap, far_leap) =
            (self.depths[parent] - self.depths[far], self.depths[far] - self.depths[self.forefathers[far]]);
        self.parents[node] = parent;
        self.forefathers[node] = if near_leap == far_leap { self.forefathers[far] } else { parent };
        self.depths[node] = self.depths[parent] + 1;
    }

    /// The deepest node that two nodes have above them, or that one of them is.
    fn common(&self, one: usize, other: usize) -> usize {
        let depth = self.depths[one].min(self.depths[other]);
        let (mut one, mut other) = (self.at_depth(one, depth), self.at_depth(other, depth));
        while one != other {
            // Nodes of the same depth leap equally far.
            let up = if self.forefathers[one] == self.forefathers[other] { &self.parents } else { &self.forefathers };
            (one, other) = (up[one], up[other]);
        }
        one
    }

    /// The node of this depth above a deeper one.
    fn at_depth(&self, mut node: usize, depth: usize) -> usize {
        while self.depths[node] > depth {
            let far = self.forefathers[node];
            node = if self.depths[far] >= depth { far } else { self.parents[node] };
        }
        node
    }
}

#[cfg(test)]
mod tests {
    use super::dominators;
    use crate::flowchart::{Edge, Flowchart, Kind, Node};
    use crate::topology::Topology;

    #[test]
    fn ways_that_meet_again_have_their_fork_in_common() {
        let node = |_| Node { id: String::new(), kind: Kind::Question, title: String::new(), elsewhere: None };
        let edge = |(from, to)| Edge { from, to, label: None };
        // 0 forks to 1 and 2; 2 forks to 3 and 4, which meet in 5; 1 meets them in 6.
        let edges = [(0, 1), (0, 2), (2, 3), (2, 4), (3, 5), (4, 5), (5, 6), (1, 6)].map(edge).into();
        let flowchart = Flowchart { nodes: (0..7).map(node).collect(), edges, start: 0 };
        assert_eq!(dominators(&flowchart, &Topology::of(&flowchart)), [0, 0, 0, 2, 2, 2, 0]);
    }

    /// Each step of a row leads to the next one and to one of two ends; one of these is led to from the middle of the row on.
    #[test]
    fn the_fork_of_a_long_row_is_found_however_far_above_it_is() {
        let node = |_| Node { id: String::new(), kind: Kind::Question, title: String::new(), elsewhere: None };
        let ways = (0..1000).flat_map(|from| [(from, from + 1), (from, if from < 500 { 1001 } else { 1002 })]);
        let edges = ways.map(|(from, to)| Edge { from, to, label: None }).collect();
        let flowchart = Flowchart { nodes: (0..1003).map(node).collect(), edges, start: 0 };
        let dominators = dominators(&flowchart, &Topology::of(&flowchart));
        assert_eq!((dominators[1000], dominators[1001], dominators[1002]), (999, 0, 500));
    }
}

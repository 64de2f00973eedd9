//! Where a flowchart is cut into parts: which step each part begins with, and which steps belong to it.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::dominators::dominators;
use crate::flowchart::{Edge, Flowchart, Kind};
use crate::topology::Topology;

/// An advice with more answers than this is not repeated: it would take more space than a reference to it.
const MAX_REPEATED: usize = 3;

/// Where the best cut takes less than this share of a part that is far too large, as after a question with very many answers, all
/// questions that follow its first step are cut off at once.
const MIN_SHARE: usize = 16;

/// Where a flowchart is cut so far.
pub struct Division<'g> {
    /// The flowchart.
    pub whole: &'g Flowchart,
    /// All steps that one comes to from the start, in the order in which one does.
    pub order: Vec<usize>,
    topology: Topology,
    /// For each step, the last one before it that no way goes round.
    dominators: Vec<usize>,
    /// For each step, whether it is drawn again in each part that leads to it.
    is_repeated: Vec<bool>,
    /// For each step, the step that its part begins with.
    roots: Vec<usize>,
    /// For each step that a part begins with, the steps of that part that are not repeated, in order.
    members: Vec<Vec<usize>>,
}

impl<'g> Division<'g> {
    /// Cuts at the situations and at what several of them share.
    pub fn of(whole: &'g Flowchart) -> Division<'g> {
        let topology = Topology::of(whole);
        let order = preorder(whole, &topology);
        let dominators = dominators(whole, &topology);
        let is_repeated = (0..whole.nodes.len()).map(|node| is_repeated(whole, &topology, node)).collect();
        let count = whole.nodes.len();
        let mut division = Division {
            whole,
            order,
            topology,
            dominators,
            is_repeated,
            roots: vec![whole.start; count],
            members: vec![Vec::new(); count],
        };
        division.members[whole.start] =
            division.order.iter().copied().filter(|node| !division.is_repeated[*node]).collect();
        division.cut_off(whole.start, |division, node| division.dominators[node] == whole.start);
        division
    }

    /// Whether a part begins with a step.
    pub fn is_root(&self, step: usize) -> bool {
        self.roots[step] == step
    }

    /// The number of answers of a step.
    pub fn answers(&self, step: usize) -> usize {
        self.topology.leaving.of(step).len()
    }

    /// Whether a step stands in another part than the one that begins with `root`.
    pub fn is_elsewhere(&self, step: usize, root: usize) -> bool {
        step != root && !self.is_repeated[step] && self.roots[step] != root
    }

    /// The steps of the part that begins with `root` and goes on by some of its answers, with those that it refers to, and its edges.
    pub fn steps_from(&self, root: usize, answers: &Range<usize>) -> (Vec<usize>, Vec<&'g Edge>) {
        let mut steps = vec![root];
        let mut known = HashSet::from([root]);
        let mut edges = Vec::new();
        let mut at = 0;
        while let Some(step) = steps.get(at).copied() {
            at += 1;
            if self.is_elsewhere(step, root) {
                continue;
            }
            let leaving = self.topology.leaving.of(step);
            for edge in if step == root { &leaving[answers.clone()] } else { leaving } {
                let edge = &self.whole.edges[*edge];
                if known.insert(edge.to) {
                    steps.push(edge.to);
                }
                edges.push(edge);
            }
        }
        // In the order of the content, as in the whole.
        steps.sort_unstable();
        edges.sort_by_key(|edge| edge.from);
        (steps, edges)
    }

    /// Cuts the part that begins with `root` and has this many edges at the step that halves it best: as many answers follow it as precede
    /// it. `false` where no step of the part but the first has two answers. `is_vast`: whether it is much too large for a picture.
    pub fn cut(&mut self, root: usize, edges: usize, is_vast: bool) -> bool {
        let weights = self.weights(root);
        let candidates = weights.iter().filter(|(_, weight)| *weight > 1);
        let Some((step, weight)) = candidates.min_by_key(|(_, weight)| edges.abs_diff(2 * weight)).copied() else {
            return false;
        };
        if is_vast && weight * MIN_SHARE < edges {
            self.cut_off(root, |division, node| division.dominators[node] == root);
        } else {
            self.cut_off(root, |_, node| node == step);
        }
        true
    }

    /// The other steps of the part that begins with `root`, each with the number of answers that are given from there on.
    fn weights(&self, root: usize) -> Vec<(usize, usize)> {
        let members = self.members[root].iter().copied().filter(|node| *node != root);
        let mut weights: Vec<(usize, usize)> = members.map(|node| (node, self.answers(node))).collect();
        let places: HashMap<usize, usize> = weights.iter().enumerate().map(|(nth, (node, _))| (*node, nth)).collect();
        // A step's dominator comes before it.
        for nth in (0..weights.len()).rev() {
            if let Some(above) = places.get(&self.dominators[weights[nth].0]) {
                weights[*above].1 += weights[nth].1;
            }
        }
        weights
    }

    /// Has a part begin with some steps of the part that begins with `root`, and with each step that this one then no longer leads to.
    fn cut_off(&mut self, root: usize, is_cut: impl Fn(&Division, usize) -> bool) {
        let members = std::mem::take(&mut self.members[root]);
        // A step's dominator comes before it: its part is known.
        for node in members.iter().copied().filter(|node| *node != root) {
            self.roots[node] = if is_cut(self, node) { node } else { self.roots[self.dominators[node]] };
        }
        let answers = 0..self.answers(root);
        let reached: HashSet<usize> = self.steps_from(root, &answers).0.into_iter().collect();
        for node in members {
            if node != root && self.roots[node] != node {
                let above = self.roots[self.dominators[node]];
                self.roots[node] = if above == root && !reached.contains(&node) { node } else { above };
            }
            self.members[self.roots[node]].push(node);
        }
    }
}

/// Whether a step is drawn again in each part that leads to it: an end, or an advice after which nothing more is asked.
fn is_repeated(whole: &Flowchart, topology: &Topology, node: usize) -> bool {
    let leaving = topology.leaving.of(node);
    let is_end = |edge: &usize| topology.leaving.of(whole.edges[*edge].to).is_empty();
    match whole.nodes[node].kind {
        Kind::Question => leaving.is_empty(),
        _ => leaving.len() <= MAX_REPEATED && leaving.iter().all(is_end),
    }
}

/// The steps in the order in which one comes to them: each is followed by what its first answer leads to.
fn preorder(whole: &Flowchart, topology: &Topology) -> Vec<usize> {
    let mut is_known = vec![false; whole.nodes.len()];
    let mut order = Vec::new();
    // The stack is not that of the program, which a long chain would overflow.
    let mut pending = vec![whole.start];
    while let Some(node) = pending.pop() {
        if !std::mem::replace(&mut is_known[node], true) {
            order.push(node);
            pending.extend(topology.leaving.of(node).iter().rev().map(|edge| whole.edges[*edge].to));
        }
    }
    order
}

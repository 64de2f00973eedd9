//! A flowchart that is too large for one legible picture, divided into parts that are not.
//!
//! Each situation of the first step is a part, and so is each question that several situations lead to. A part that is still too large
//! is cut again at the question that halves it. A step stands in one part, and the others refer to it; only an advice after which
//! nothing more is asked is repeated wherever an answer leads to it, since a reference would take as much space.

use std::ops::Range;

use crate::dominators::dominators;
use crate::flowchart::{Edge, Flowchart, Kind, Node};
use crate::pictures::Pictures;

/// A part of a flowchart.
pub struct Part {
    /// The index in the whole of the step that it begins with.
    pub root: usize,
    /// Its steps. What stands in another part is an end here, with that part's number.
    pub flowchart: Flowchart,
    /// Its drawings.
    pub pictures: Pictures,
}

/// The parts of a flowchart in the order in which one reads them; they are counted from 1. One that is legible as it is is the only part.
pub fn parts(whole: &Flowchart) -> Vec<Part> {
    if let Some(pictures) = Pictures::legible(whole) {
        return vec![Part { root: whole.start, flowchart: whole.clone(), pictures }];
    }
    let mut division = Division::of(whole);
    let mut parts = Vec::new();
    for root in division.order.clone() {
        division.add_parts(root, &mut parts);
    }
    parts.sort_by_key(|part| division.order.iter().position(|node| *node == part.root));
    // Until now, what stands elsewhere has its index in place of a number.
    let drawn = |part: &Part, step: usize| {
        part.flowchart.nodes.iter().any(|node| node.elsewhere.is_none() && node.id == whole.nodes[step].id)
    };
    let number = |step: usize| parts.iter().position(|part| drawn(part, step)).map_or(1, |nth| nth + 1);
    let numbers: Vec<usize> = (0..whole.nodes.len()).map(number).collect();
    for node in parts.iter_mut().flat_map(|part| &mut part.flowchart.nodes) {
        node.elsewhere = node.elsewhere.map(|step| numbers[step]);
    }
    parts
}

/// Where a flowchart is cut so far.
struct Division<'g> {
    whole: &'g Flowchart,
    /// For each step, the last one before it that no way goes round.
    dominators: Vec<usize>,
    /// For each step, whether a part begins with it.
    is_root: Vec<bool>,
    /// All steps, in the order in which one comes to them.
    order: Vec<usize>,
}

impl Division<'_> {
    /// Cuts at the situations and at what several of them share.
    fn of(whole: &Flowchart) -> Division<'_> {
        let mut division = Division { whole, dominators: dominators(whole), is_root: Vec::new(), order: Vec::new() };
        let root = |node: usize| {
            node == whole.start || (division.dominators[node] == whole.start && !division.is_repeated(node))
        };
        division.is_root = (0..whole.nodes.len()).map(root).collect();
        division.add_to_order(whole.start);
        division
    }

    fn add_to_order(&mut self, node: usize) {
        self.order.push(node);
        for edge in self.whole.edges.iter().filter(|edge| edge.from == node) {
            if !self.order.contains(&edge.to) {
                self.add_to_order(edge.to);
            }
        }
    }

    /// Whether a step is drawn again in each part that leads to it: an end, or an advice after which nothing more is asked.
    fn is_repeated(&self, node: usize) -> bool {
        let mut next = self.whole.edges.iter().filter(|edge| edge.from == node).map(|edge| edge.to);
        match self.whole.nodes[node].kind {
            Kind::Question => next.next().is_none(),
            _ => next.all(|next| self.whole.is_end(next)),
        }
    }

    /// The step that the part with this step begins with.
    fn root_of(&self, mut node: usize) -> usize {
        while !self.is_root[node] {
            node = self.dominators[node];
        }
        node
    }

    /// Adds the part that begins with this step, if one does, and cuts it until it is legible.
    fn add_parts(&mut self, root: usize, parts: &mut Vec<Part>) {
        let answers = self.whole.edges.iter().filter(|edge| edge.from == root).count();
        let mut pending: Vec<Range<usize>> = self.is_root[root].then_some(0..answers).into_iter().collect();
        while let Some(answers) = pending.pop() {
            let flowchart = self.flowchart(root, &answers);
            if let Some(pictures) = Pictures::legible(&flowchart) {
                parts.push(Part { root, flowchart, pictures });
            } else if let Some(cut) = self.best_cut(root, &flowchart) {
                self.cut(root, cut);
                pending.push(answers);
            } else if answers.len() > 1 {
                // A question with very many answers stands in several parts, each with some of them.
                let middle = (answers.start + answers.end) / 2;
                pending.extend([middle..answers.end, answers.start..middle]);
            } else {
                let pictures = Pictures::of(&flowchart);
                parts.push(Part { root, flowchart, pictures });
            }
        }
    }

    /// Has a part begin with a step of the part that begins with `root`, and with each step that this one then no longer leads to.
    fn cut(&mut self, root: usize, step: usize) {
        self.is_root[step] = true;
        let reached = self.steps_from(root, &(0..usize::MAX)).0;
        for node in self.order.clone() {
            if !self.is_repeated(node) && self.root_of(node) == root && !reached.contains(&node) {
                self.is_root[node] = true;
            }
        }
    }

    /// Whether a step stands in another part than the one that begins with `root`.
    fn is_elsewhere(&self, node: usize, root: usize) -> bool {
        node != root && !self.is_repeated(node) && self.root_of(node) != root
    }

    /// The steps of the part that begins with `root` and goes on by some of its answers, with those that it refers to, and its edges.
    fn steps_from(&self, root: usize, answers: &Range<usize>) -> (Vec<usize>, Vec<&Edge>) {
        let mut steps = vec![root];
        let mut edges = Vec::new();
        let mut at = 0;
        while let Some(step) = steps.get(at).copied() {
            at += 1;
            if self.is_elsewhere(step, root) {
                continue;
            }
            let next = self.whole.edges.iter().filter(|edge| edge.from == step).enumerate();
            for (_, edge) in next.filter(|(nth, _)| step != root || answers.contains(nth)) {
                if !steps.contains(&edge.to) {
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

    /// The flowchart of the part that begins with `root` and goes on by some of its answers.
    fn flowchart(&self, root: usize, answers: &Range<usize>) -> Flowchart {
        let (steps, edges) = self.steps_from(root, answers);
        let index = |step: usize| steps.iter().position(|other| *other == step).unwrap_or_default();
        let node = |step: &usize| Node {
            elsewhere: self.is_elsewhere(*step, root).then_some(*step),
            ..self.whole.nodes[*step].clone()
        };
        let edge = |edge: &Edge| Edge { from: index(edge.from), to: index(edge.to), ..edge.clone() };
        Flowchart {
            nodes: steps.iter().map(node).collect(),
            edges: edges.into_iter().map(edge).collect(),
            start: index(root),
        }
    }

    /// The step of a part that halves it best if a part of its own begins there: as many answers follow it as precede it. `None` where
    /// no step of the part but the first has two answers.
    fn best_cut(&self, root: usize, part: &Flowchart) -> Option<usize> {
        let is_inside = |node: usize| !self.is_root[node] && !self.is_repeated(node) && self.root_of(node) == root;
        let mut weights = vec![0; self.whole.nodes.len()];
        for edge in self.whole.edges.iter().filter(|edge| is_inside(edge.from)) {
            let mut node = edge.from;
            while node != root {
                weights[node] += 1;
                node = self.dominators[node];
            }
        }
        let candidates = self.order.iter().copied().filter(|node| weights[*node] > 1 && is_inside(*node));
        candidates.min_by_key(|node| part.edges.len().abs_diff(2 * weights[*node]))
    }
}

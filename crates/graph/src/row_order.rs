//! The order of the steps for the keyboard and for screen readers, and that of the rows of the tall picture.

use crate::layers::{Cell, Layers};

/// The steps in depth-first preorder: each before those that follow it, at the first path that reaches it.
pub fn reading_order(layers: &Layers) -> Vec<usize> {
    with_ends(layers, depth_first(layers, false).0)
}

/// The steps so that every line runs downwards: each after all steps that lead to it.
pub fn topological_order(layers: &Layers) -> Vec<usize> {
    let mut rows = depth_first(layers, true).1;
    rows.reverse();
    with_ends(layers, rows)
}

/// The steps in the order in which a depth-first search comes to them, and in that in which it leaves them. It takes those that a step
/// leads to from the top, or `from_below`. The search keeps its own stack: a chain may be longer than that of the program.
fn depth_first(layers: &Layers, from_below: bool) -> (Vec<usize>, Vec<usize>) {
    let positions = layers.positions();
    let next_steps = |node: usize| {
        let mut next_steps = next_steps(layers, node, &positions);
        // The last one of a stack comes first.
        if !from_below {
            next_steps.reverse();
        }
        next_steps
    };
    let start = layers.graph.start;
    let mut is_known = vec![false; layers.graph.nodes.len()];
    let (mut preorder, mut postorder) = (Vec::new(), Vec::new());
    let mut path: Vec<(usize, Vec<usize>)> = Vec::new();
    let mut entered = Some(start);
    loop {
        if let Some(node) = entered.filter(|node| !std::mem::replace(&mut is_known[*node], true)) {
            preorder.push(node);
            path.push((node, next_steps(node)));
        }
        let Some((node, next)) = path.last_mut() else { break };
        entered = next.pop();
        if entered.is_none() {
            postorder.push(*node);
            path.pop();
        }
    }
    (preorder, postorder)
}

/// The steps that a step leads to, from the top, without the shared ends.
fn next_steps(layers: &Layers, node: usize, positions: &[usize]) -> Vec<usize> {
    let mut segments: Vec<_> = layers.leaving.of(node).iter().map(|nth| layers.segments[*nth]).collect();
    segments.sort_by_key(|segment| positions[segment.to]);
    let next_steps = segments.into_iter().map(|segment| layers.bundles[segment.bundle].to);
    next_steps.filter(|next| !is_shared_end(layers, *next)).collect()
}

/// Whether a step has no answers and several steps lead to it.
pub fn is_shared_end(layers: &Layers, node: usize) -> bool {
    let bundles = layers.bundles_to.of(node);
    let mut before = bundles.iter().flat_map(|bundle| &layers.bundles[*bundle].from);
    let first = before.next();
    layers.leaving.of(node).is_empty() && before.any(|from| Some(from) != first)
}

/// Adds the shared ends, last, since any step may lead to them.
fn with_ends(layers: &Layers, mut rows: Vec<usize>) -> Vec<usize> {
    let mut is_known = vec![false; layers.graph.nodes.len()];
    rows.iter().for_each(|node| is_known[*node] = true);
    let cells = layers.layers.iter().flatten().filter(|cell| layers.cells[**cell] != Cell::Dummy);
    rows.extend(cells.filter(|node| layers.leaving.of(**node).is_empty() && !is_known[**node]));
    rows
}

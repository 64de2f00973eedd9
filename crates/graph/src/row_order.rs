//! The order of the steps for the keyboard and for screen readers, and that of the rows of the tall picture.

use crate::layers::{Cell, Layers};

/// The steps in depth-first preorder: each before those that follow it, at the first path that reaches it.
pub fn reading_order(layers: &Layers) -> Vec<usize> {
    let mut rows = Vec::new();
    add_preorder(layers, layers.graph.start, &layers.positions(), &mut rows);
    with_ends(layers, rows)
}

fn add_preorder(layers: &Layers, node: usize, positions: &[usize], rows: &mut Vec<usize>) {
    rows.push(node);
    for next in next_steps(layers, node, positions) {
        if !rows.contains(&next) {
            add_preorder(layers, next, positions, rows);
        }
    }
}

/// The steps so that every line runs downwards: each after all steps that lead to it.
pub fn topological_order(layers: &Layers) -> Vec<usize> {
    let mut rows = Vec::new();
    add_postorder(layers, layers.graph.start, &layers.positions(), &mut rows);
    rows.reverse();
    with_ends(layers, rows)
}

fn add_postorder(layers: &Layers, node: usize, positions: &[usize], rows: &mut Vec<usize>) {
    for next in next_steps(layers, node, positions).into_iter().rev() {
        if !rows.contains(&next) {
            add_postorder(layers, next, positions, rows);
        }
    }
    rows.push(node);
}

/// The steps that a step leads to, from the top, without the shared ends.
fn next_steps(layers: &Layers, node: usize, positions: &[usize]) -> Vec<usize> {
    let mut segments: Vec<_> = layers.segments.iter().filter(|segment| segment.from == node).collect();
    segments.sort_by_key(|segment| positions[segment.to]);
    let next_steps = segments.into_iter().map(|segment| layers.bundles[segment.bundle].to);
    next_steps.filter(|next| !is_shared_end(layers, *next)).collect()
}

/// Whether a step has no answers and several steps lead to it.
pub fn is_shared_end(layers: &Layers, node: usize) -> bool {
    let mut before = layers.bundles.iter().filter(|bundle| bundle.to == node).flat_map(|bundle| &bundle.from);
    let first = before.next();
    layers.graph.is_end(node) && before.any(|from| Some(from) != first)
}

/// Adds the shared ends, last, since any step may lead to them.
fn with_ends(layers: &Layers, mut rows: Vec<usize>) -> Vec<usize> {
    let cells = layers.layers.iter().flatten().filter(|cell| layers.cells[**cell] != Cell::Dummy);
    let ends = cells.filter(|node| layers.graph.is_end(**node) && !rows.contains(node));
    let ends: Vec<usize> = ends.copied().collect();
    rows.extend(ends);
    rows
}

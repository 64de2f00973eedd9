//! The order in which the steps are read: by the keyboard, by those who listen, and row by row on a phone.

use crate::layers::{Cell, Layers};

/// The steps as one reads them: each before what follows from it, where it is first come to.
pub fn reading(layers: &Layers) -> Vec<usize> {
    let mut rows = Vec::new();
    visit(layers, layers.graph.start, &layers.places(), &mut rows);
    with_ends(layers, rows)
}

fn visit(layers: &Layers, node: usize, places: &[usize], rows: &mut Vec<usize>) {
    rows.push(node);
    for next in nexts(layers, node, places) {
        if !rows.contains(&next) {
            visit(layers, next, places, rows);
        }
    }
}

/// The steps so that every line runs downwards: each after all that lead to it.
pub fn downwards(layers: &Layers) -> Vec<usize> {
    let mut rows = Vec::new();
    leave(layers, layers.graph.start, &layers.places(), &mut rows);
    rows.reverse();
    with_ends(layers, rows)
}

fn leave(layers: &Layers, node: usize, places: &[usize], rows: &mut Vec<usize>) {
    for next in nexts(layers, node, places).into_iter().rev() {
        if !rows.contains(&next) {
            leave(layers, next, places, rows);
        }
    }
    rows.push(node);
}

/// The steps that a step leads to, from the top, but those that end the way.
fn nexts(layers: &Layers, node: usize, places: &[usize]) -> Vec<usize> {
    let mut hops: Vec<_> = layers.hops.iter().filter(|hop| hop.from == node).collect();
    hops.sort_by_key(|hop| places[hop.to]);
    let nexts = hops.into_iter().map(|hop| layers.bundles[hop.bundle].to);
    nexts.filter(|next| !layers.graph.is_end(*next)).collect()
}

/// The steps that end the way stand last, and not further in: anything may lead to them.
fn with_ends(layers: &Layers, mut rows: Vec<usize>) -> Vec<usize> {
    let cells = layers.layers.iter().flatten().filter(|cell| layers.cells[**cell] != Cell::Dummy);
    let ends = cells.filter(|node| layers.graph.is_end(**node) && !rows.contains(node));
    let ends: Vec<usize> = ends.copied().collect();
    rows.extend(ends);
    rows
}

//! The order of the cells in each layer: as few crossings as can be found, and then as near to the order of the content as
//! possible.

use crate::layers::Layers;

/// How many sweeps are made over the layers, forwards and backwards by turns. Small flowcharts need two or three.
const SWEEPS: usize = 8;

/// How many initial orders are tried: that of the content, its reverse, and pseudo-random ones, since sweeps only find an optimum
/// near the initial order.
const STARTS: usize = 16;

/// A pseudo-random number, the same for the same arguments.
fn pseudo_random(cell: usize, start: usize) -> usize {
    (cell + 1).wrapping_mul(start * 9973 + 104_729) % 2003
}

/// Orders the layers. From each initial order, sweeps sort each layer by the mean position of its neighbours, then neighbours are
/// swapped while that helps; the best order found is taken.
pub fn reduce_crossings(layers: &mut Layers) {
    let content_order = layers.layers.clone();
    let mut best = (score(layers, &content_order), content_order.clone());
    for start in 0..STARTS {
        layers.layers = content_order.clone();
        match start {
            0 => {}
            1 => layers.layers.iter_mut().for_each(|layer| layer.reverse()),
            _ => layers.layers.iter_mut().for_each(|layer| layer.sort_by_key(|cell| pseudo_random(*cell, start))),
        }
        for sweep in 0..SWEEPS {
            let before = layers.layers.clone();
            let last = layers.layers.len();
            for step in 0..last {
                let forwards = sweep % 2 == 0;
                sort_by_neighbours(layers, if forwards { step } else { last - 1 - step }, forwards);
            }
            swap_neighbours(layers, &content_order);
            keep_better(layers, &content_order, &mut best);
            if layers.layers == before && sweep % 2 == 1 {
                break;
            }
        }
    }
    layers.layers = best.1;
}

/// A score and the order that has it.
type Best = ((usize, usize), Vec<Vec<usize>>);

/// Takes the current order, or its reverse, if it is better than the best one so far. Both have the same crossings, but one of them
/// is nearer to the order of the content.
fn keep_better(layers: &mut Layers, content_order: &[Vec<usize>], best: &mut Best) {
    let new = score(layers, content_order);
    if new.0 > best.0.0 {
        return;
    }
    if new < best.0 {
        *best = (new, layers.layers.clone());
    }
    let current = layers.layers.clone();
    layers.layers.iter_mut().for_each(|layer| layer.reverse());
    swap_neighbours(layers, content_order);
    let new = score(layers, content_order);
    if new < best.0 {
        *best = (new, layers.layers.clone());
    }
    layers.layers = current;
}

/// What is minimised: the number of crossings, then that of pairs in another order than in the content.
fn score(layers: &Layers, content_order: &[Vec<usize>]) -> (usize, usize) {
    let positions = layers.positions();
    let mut inversions = 0;
    for layer in content_order {
        for (nth, cell) in layer.iter().enumerate() {
            inversions += layer[nth..].iter().filter(|later| positions[**later] < positions[*cell]).count();
        }
    }
    (layers.crossings(), inversions)
}

/// Sorts a layer by the mean position of its cells' neighbours in the layer before (`forwards`) or after.
fn sort_by_neighbours(layers: &mut Layers, layer: usize, forwards: bool) {
    let positions = layers.positions();
    let mean = |cell: usize| {
        let beside = layers.segments.iter().filter_map(|segment| match forwards {
            true => (segment.to == cell).then_some(segment.from),
            false => (segment.from == cell).then_some(segment.to),
        });
        let (sum, count) = beside.fold((0, 0), |(sum, count), beside| (sum + positions[beside], count + 1));
        // A cell without neighbours there stays where it is.
        if count == 0 { positions[cell] as f64 } else { sum as f64 / f64::from(count) }
    };
    let mut keyed: Vec<(f64, usize)> = layers.layers[layer].iter().map(|cell| (mean(*cell), *cell)).collect();
    keyed.sort_by(|one, other| one.0.total_cmp(&other.0));
    layers.layers[layer] = keyed.into_iter().map(|(_, cell)| cell).collect();
}

/// Swaps neighbours within a layer as long as that improves the score. A swap changes only the crossings before and after its
/// layer.
fn swap_neighbours(layers: &mut Layers, content_order: &[Vec<usize>]) {
    let mut positions = layers.positions();
    let mut content_position = vec![0; layers.cells.len()];
    content_order
        .iter()
        .for_each(|layer| layer.iter().enumerate().for_each(|(nth, cell)| content_position[*cell] = nth));
    let mut better = true;
    while better {
        better = false;
        for layer in 0..layers.layers.len() {
            for position in 1..layers.layers[layer].len() {
                let (one, other) = (layers.layers[layer][position - 1], layers.layers[layer][position]);
                let near = |positions: &[usize]| {
                    let before = layer.checked_sub(1).map_or(0, |before| layers.crossings_after(before, positions));
                    before + layers.crossings_after(layer, positions)
                };
                let now = (near(&positions), content_position[one] > content_position[other]);
                positions.swap(one, other);
                let then = (near(&positions), content_position[other] > content_position[one]);
                if then < now {
                    layers.layers[layer].swap(position - 1, position);
                    better = true;
                } else {
                    positions.swap(one, other);
                }
            }
        }
    }
}

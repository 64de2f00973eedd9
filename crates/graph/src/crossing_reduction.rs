//! The order of the cells in each layer: as few crossings as can be found, and then as near to the order of the content as
//! possible.

use crate::crossings::inversions;
use crate::layers::Layers;
use crate::neighbour_swaps::swap_neighbours;

/// How many sweeps are made over the layers, forwards and backwards by turns. Small flowcharts need two or three.
const SWEEPS: usize = 8;

/// How many initial orders are tried at most: that of the content, its reverse, and pseudo-random ones, since sweeps only find an optimum
/// near the initial order.
const MAX_STARTS: usize = 16;

/// How many cells, or lines between them, are ordered at most in all starts together, so that the work grows with the flowchart and not faster.
const MAX_CELLS: usize = 5000;

/// A pseudo-random number, the same for the same arguments.
fn pseudo_random(cell: usize, start: usize) -> usize {
    (cell + 1).wrapping_mul(start * 9973 + 104_729) % 2003
}

/// Orders the layers. From each initial order, sweeps sort each layer by the mean position of its neighbours, then neighbours are
/// swapped while that helps; the best order found is taken.
pub fn reduce_crossings(layers: &mut Layers) {
    let content = ContentOrder::of(layers);
    let mut best = (content.score(layers), content.layers.clone());
    let starts = (MAX_CELLS / layers.cells.len().max(layers.segments.len()).max(1)).clamp(1, MAX_STARTS);
    for start in 0..starts {
        layers.layers = content.layers.clone();
        match start {
            0 => {}
            1 => layers.layers.iter_mut().for_each(|layer| layer.reverse()),
            _ => layers.layers.iter_mut().for_each(|layer| layer.sort_by_key(|cell| pseudo_random(*cell, start))),
        }
        for sweep in 0..SWEEPS {
            // Nothing is better than no crossing in the order of the content.
            if best.0 == (0, 0) {
                break;
            }
            let before = layers.layers.clone();
            sort_layers(layers, sweep % 2 == 0);
            swap_neighbours(layers, &content.positions);
            keep_better(layers, &content, &mut best);
            if layers.layers == before && sweep % 2 == 1 {
                break;
            }
        }
    }
    layers.layers = best.1;
}

/// The order of the content.
struct ContentOrder {
    layers: Vec<Vec<usize>>,
    /// For each cell, its index in its layer.
    positions: Vec<usize>,
}

impl ContentOrder {
    fn of(layers: &Layers) -> ContentOrder {
        ContentOrder { layers: layers.layers.clone(), positions: layers.positions() }
    }

    /// What is minimised: the number of crossings, then that of pairs in another order than in the content.
    fn score(&self, layers: &Layers) -> (usize, usize) {
        let positions = layers.positions();
        let in_layer = |layer: &Vec<usize>| inversions(layer.iter().map(|cell| positions[*cell]), layer.len());
        (layers.crossings(&positions), self.layers.iter().map(in_layer).sum())
    }
}

/// A score and the order that has it.
type Best = ((usize, usize), Vec<Vec<usize>>);

/// Takes the current order, or its reverse, if it is better than the best one so far. Both have the same crossings, but one of them
/// is nearer to the order of the content.
fn keep_better(layers: &mut Layers, content: &ContentOrder, best: &mut Best) {
    let new = content.score(layers);
    if new.0 > best.0.0 {
        return;
    }
    if new < best.0 {
        *best = (new, layers.layers.clone());
    }
    let current = layers.layers.clone();
    layers.layers.iter_mut().for_each(|layer| layer.reverse());
    swap_neighbours(layers, &content.positions);
    let new = content.score(layers);
    if new < best.0 {
        *best = (new, layers.layers.clone());
    }
    layers.layers = current;
}

/// Sorts each layer by the mean position of its cells' neighbours in the layer before (`forwards`) or after.
fn sort_layers(layers: &mut Layers, forwards: bool) {
    let mut positions = layers.positions();
    let last = layers.layers.len();
    for step in 0..last {
        let layer = if forwards { step } else { last - 1 - step };
        let mean = |cell: usize| {
            let segments = if forwards { layers.reaching.of(cell) } else { layers.leaving.of(cell) };
            let segments = segments.iter().map(|segment| &layers.segments[*segment]);
            let beside = segments.map(|segment| positions[if forwards { segment.from } else { segment.to }]);
            let (sum, count) = beside.fold((0, 0), |(sum, count), beside| (sum + beside, count + 1));
            // A cell without neighbours there stays where it is.
            if count == 0 { positions[cell] as f64 } else { sum as f64 / f64::from(count) }
        };
        let mut keyed: Vec<(f64, usize)> = layers.layers[layer].iter().map(|cell| (mean(*cell), *cell)).collect();
        keyed.sort_by(|one, other| one.0.total_cmp(&other.0));
        layers.layers[layer] = keyed.into_iter().map(|(_, cell)| cell).collect();
        for (position, cell) in layers.layers[layer].iter().enumerate() {
            positions[*cell] = position;
        }
    }
}

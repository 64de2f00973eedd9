//! The order of the cells in each layer: as few crossing lines as can be found, and then as near to the content's own
//! order as can be.

use crate::layers::Layers;

/// How often the layers are swept from the start to the end and back. Small flows settle in two or three.
const SWEEPS: usize = 8;

/// How many orders to begin with: the content's, that turned round, and some that are shuffled, for a sweep finds only what
/// is near.
const STARTS: usize = 16;

/// A number that looks like chance and is the same each time.
fn shuffled(cell: usize, start: usize) -> usize {
    (cell + 1).wrapping_mul(start * 9973 + 104_729) % 2003
}

/// Orders the layers: sweeps that sort each layer by the middle of its neighbours, swaps of neighbours while that helps,
/// and the best of all that was seen.
pub fn reduce_crossings(layers: &mut Layers) {
    let written = layers.layers.clone();
    let mut best = (score(layers, &written), written.clone());
    for start in 0..STARTS {
        layers.layers = written.clone();
        match start {
            0 => {}
            1 => layers.layers.iter_mut().for_each(|layer| layer.reverse()),
            _ => layers.layers.iter_mut().for_each(|layer| layer.sort_by_key(|cell| shuffled(*cell, start))),
        }
        for sweep in 0..SWEEPS {
            let before = layers.layers.clone();
            let last = layers.layers.len();
            for step in 0..last {
                let forth = sweep % 2 == 0;
                sort(layers, if forth { step } else { last - 1 - step }, forth);
            }
            swap(layers, &written);
            keep(layers, &written, &mut best);
            if layers.layers == before && sweep % 2 == 1 {
                break;
            }
        }
    }
    layers.layers = best.1;
}

type Best = ((usize, usize), Vec<Vec<usize>>);

/// Keeps an order that is better than the best, as it is or upside down: that crosses no less and no more, and the one
/// that begins as the content does is read more easily.
fn keep(layers: &mut Layers, written: &[Vec<usize>], best: &mut Best) {
    let found = score(layers, written);
    if found.0 > best.0.0 {
        return;
    }
    if found < best.0 {
        *best = (found, layers.layers.clone());
    }
    let upright = layers.layers.clone();
    layers.layers.iter_mut().for_each(|layer| layer.reverse());
    swap(layers, written);
    let found = score(layers, written);
    if found < best.0 {
        *best = (found, layers.layers.clone());
    }
    layers.layers = upright;
}

/// What is to be small: crossings, then pairs that stand the other way round than in the content.
fn score(layers: &Layers, written: &[Vec<usize>]) -> (usize, usize) {
    let places = layers.places();
    let mut turned = 0;
    for layer in written {
        for (nth, cell) in layer.iter().enumerate() {
            turned += layer[nth..].iter().filter(|later| places[**later] < places[*cell]).count();
        }
    }
    (layers.crossings(), turned)
}

/// Sorts a layer by the mean place of its cells' neighbours in the layer before (`forth`) or after.
fn sort(layers: &mut Layers, layer: usize, forth: bool) {
    let places = layers.places();
    let mean = |cell: usize| {
        let beside = layers.hops.iter().filter_map(|hop| match forth {
            true => (hop.to == cell).then_some(hop.from),
            false => (hop.from == cell).then_some(hop.to),
        });
        let (sum, count) = beside.fold((0, 0), |(sum, count), beside| (sum + places[beside], count + 1));
        // What has no neighbour there stays where it is.
        if count == 0 { places[cell] as f64 } else { sum as f64 / f64::from(count) }
    };
    let mut keyed: Vec<(f64, usize)> = layers.layers[layer].iter().map(|cell| (mean(*cell), *cell)).collect();
    keyed.sort_by(|one, other| one.0.total_cmp(&other.0));
    layers.layers[layer] = keyed.into_iter().map(|(_, cell)| cell).collect();
}

/// Swaps neighbours within a layer for as long as a swap makes the picture better. Only the lines on both sides of the
/// layer can tell.
fn swap(layers: &mut Layers, written: &[Vec<usize>]) {
    let mut places = layers.places();
    let mut turn = vec![0; layers.cells.len()];
    written.iter().for_each(|layer| layer.iter().enumerate().for_each(|(nth, cell)| turn[*cell] = nth));
    let mut better = true;
    while better {
        better = false;
        for layer in 0..layers.layers.len() {
            for place in 1..layers.layers[layer].len() {
                let (one, other) = (layers.layers[layer][place - 1], layers.layers[layer][place]);
                let near = |places: &[usize]| {
                    let before = layer.checked_sub(1).map_or(0, |before| layers.crossings_after(before, places));
                    before + layers.crossings_after(layer, places)
                };
                let now = (near(&places), turn[one] > turn[other]);
                places.swap(one, other);
                let then = (near(&places), turn[other] > turn[one]);
                if then < now {
                    layers.layers[layer].swap(place - 1, place);
                    better = true;
                } else {
                    places.swap(one, other);
                }
            }
        }
    }
}

//! The order of the cells in each layer: as few crossing lines as can be found, and then as near to the content's own
//! order as can be.

use super::layers::Layers;

/// How often the layers are swept from the start to the end and back. Small flows settle in two or three.
const SWEEPS: usize = 12;

/// Orders the layers: sweeps that sort each layer by the middle of its neighbours, swaps of neighbours while that helps,
/// and the best of all that was seen.
pub fn order(layers: &mut Layers) {
    let written = layers.layers.clone();
    let mut best = (score(layers, &written), written.clone());
    for upside_down in [false, true] {
        layers.layers = written.clone();
        if upside_down {
            layers.layers.iter_mut().for_each(|layer| layer.reverse());
        }
        for sweep in 0..SWEEPS {
            let last = layers.layers.len();
            for step in 0..last {
                let forth = sweep % 2 == 0;
                sort(layers, if forth { step } else { last - 1 - step }, forth);
            }
            swap(layers, &written);
            let found = score(layers, &written);
            if found < best.0 {
                best = (found, layers.layers.clone());
            }
        }
    }
    // A picture upside down crosses no less and no more: the one that begins as the content does is read more easily.
    layers.layers = best.1.clone();
    layers.layers.iter_mut().for_each(|layer| layer.reverse());
    swap(layers, &written);
    if score(layers, &written) > best.0 {
        layers.layers = best.1;
    }
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

//! The vertical coordinates of the cells: as near to their neighbours as the order and the size of the others allow.

use crate::layers::{Cell, Layers, Segment};

/// The gap between two boxes of a layer.
pub const BOX_GAP: f64 = 20.0;
/// The gaps in a layer between two boxes, between a box and a dummy node, and between two dummy nodes.
const GAPS: [f64; 3] = [BOX_GAP, 18.0, 14.0];
/// How often the layers are swept; each sweep at least halves what is left to move.
const SWEEPS: usize = 24;
/// A bend of a line at a dummy node that is smaller than this is removed where it can be.
const MAX_BEND: f64 = 24.0;
/// What must stay free between a dummy node moved for that and its neighbours.
const CLEARANCE: f64 = 10.0;
/// The weight of a segment between two dummy nodes, where that of any other is 1: long lines are to be straight.
const DUMMY_PULL: f64 = 6.0;

/// The middles of all cells. `height` gives the height of a cell, `port` where a segment ends, relative to the middle of its cell.
pub fn coordinates(layers: &Layers, height: &dyn Fn(usize) -> f64, port: &dyn Fn(&Segment) -> f64) -> Vec<f64> {
    let mut middles = vec![0.0; layers.cells.len()];
    let packed: Vec<Packed> = layers.layers.iter().map(|layer| Packed::of(layers, layer, height)).collect();
    for (layer, packed) in layers.layers.iter().zip(&packed) {
        for (cell, offset) in layer.iter().zip(&packed.offsets) {
            middles[*cell] = *offset;
        }
    }
    let tallest = packed.iter().map(|packed| packed.height).fold(0.0, f64::max);
    let mut beside: Vec<Vec<&Segment>> = vec![Vec::new(); layers.cells.len()];
    for segment in &layers.segments {
        beside[segment.from].push(segment);
        beside[segment.to].push(segment);
    }
    let count = layers.layers.len();
    let mut before = Vec::new();
    for sweep in 0..SWEEPS {
        if sweep % 2 == 0 {
            // What neither a sweep forwards nor one backwards has moved stays where it is.
            if before == middles {
                break;
            }
            before.clone_from(&middles);
        }
        for step in 0..count {
            let layer = if sweep % 2 == 0 { step } else { count - 1 - step };
            place_layer(layers, &layers.layers[layer], &packed[layer], &beside, tallest, port, &mut middles);
        }
    }
    straighten_lines(layers, height, port, &mut middles);
    middles
}

/// A layer with its cells as close as the gaps allow.
struct Packed {
    /// The middles of the cells, from that of the first.
    offsets: Vec<f64>,
    /// Half the height of the first cell.
    half: f64,
    /// The height of the layer.
    height: f64,
}

impl Packed {
    fn of(layers: &Layers, layer: &[usize], height: &dyn Fn(usize) -> f64) -> Packed {
        let offsets = offsets(layers, layer, height);
        let half = |cell: Option<&usize>| cell.map_or(0.0, |cell| height(*cell) / 2.0);
        let between = offsets.last().copied().unwrap_or(0.0);
        let (first, last) = (half(layer.first()), half(layer.last()));
        Packed { offsets, half: first, height: first + between + last }
    }
}

/// Moves dummy nodes to where their line has no small bend, if there is enough space.
fn straighten_lines(
    layers: &Layers,
    height: &dyn Fn(usize) -> f64,
    port: &dyn Fn(&Segment) -> f64,
    middles: &mut [f64],
) {
    for layer in layers.layers.iter().rev() {
        for (nth, cell) in layer.iter().enumerate().filter(|(_, cell)| layers.cells[**cell] == Cell::Dummy) {
            let Some(next) = layers.leaving.of(*cell).first().map(|nth| &layers.segments[*nth]) else { continue };
            let straight = middles[next.to] + port(next);
            let above = nth.checked_sub(1).map(|nth| layer[nth]);
            let clear = |other: Option<usize>| {
                other.is_none_or(|other| (middles[other] - straight).abs() - height(other) / 2.0 >= CLEARANCE)
            };
            if (straight - middles[*cell]).abs() < MAX_BEND && clear(above) && clear(layer.get(nth + 1).copied()) {
                middles[*cell] = straight;
            }
        }
    }
}

/// Moves the cells of a layer as near to the mean of their neighbours on both sides as their order allows. `beside` has the segments
/// that leave or reach each cell.
fn place_layer(
    layers: &Layers,
    layer: &[usize],
    packed: &Packed,
    beside: &[Vec<&Segment>],
    tallest: f64,
    port: &dyn Fn(&Segment) -> f64,
    middles: &mut [f64],
) {
    let is_dummy = |cell: usize| layers.cells[cell] == Cell::Dummy;
    let wanted: Vec<(f64, f64)> = layer
        .iter()
        .zip(&packed.offsets)
        .map(|(cell, offset)| {
            let (mut sum, mut weight) = (0.0, 0.0);
            for segment in &beside[*cell] {
                let pull = if is_dummy(segment.from) && is_dummy(segment.to) { DUMMY_PULL } else { 1.0 };
                let at = if segment.from == *cell {
                    middles[segment.to] + port(segment)
                } else {
                    middles[segment.from] - port(segment)
                };
                sum += pull * at;
                weight += pull;
            }
            if weight == 0.0 { (middles[*cell] - offset, 1.0) } else { (sum / weight - offset, weight) }
        })
        .collect();
    // No layer reaches beyond the tallest one, to save height on paper.
    let highest = packed.half + tallest - packed.height;
    for ((cell, offset), base) in layer.iter().zip(&packed.offsets).zip(isotonic_regression(&wanted)) {
        middles[*cell] = base.clamp(packed.half, highest) + offset;
    }
}

/// The middles of a layer's cells, from that of the first, as close as the gaps allow.
fn offsets(layers: &Layers, layer: &[usize], height: &dyn Fn(usize) -> f64) -> Vec<f64> {
    let is_dummy = |cell: usize| usize::from(layers.cells[cell] == Cell::Dummy);
    let mut at = 0.0;
    let mut offsets: Vec<f64> = Vec::with_capacity(layer.len());
    for (nth, cell) in layer.iter().enumerate() {
        if nth > 0 {
            let before = layer[nth - 1];
            at += (height(before) + height(*cell)) / 2.0 + GAPS[is_dummy(before) + is_dummy(*cell)];
        }
        offsets.push(at);
    }
    offsets
}

/// The ascending sequence that is nearest to the `(value, weight)` pairs by the weighted sum of squares. Neighbours out of order are
/// pooled at their mean until there are none (the algorithm "pool adjacent violators").
fn isotonic_regression(wanted: &[(f64, f64)]) -> Vec<f64> {
    let mut pools: Vec<(f64, f64, usize)> = Vec::new();
    for (value, weight) in wanted {
        let mut pool = (*value, *weight, 1);
        while let Some(before) = pools.last().copied().filter(|before| before.0 > pool.0) {
            let weight = before.1 + pool.1;
            pool = ((before.0 * before.1 + pool.0 * pool.1) / weight, weight, before.2 + pool.2);
            pools.pop();
        }
        pools.push(pool);
    }
    pools.into_iter().flat_map(|(value, _, count)| std::iter::repeat_n(value, count)).collect()
}

#[cfg(test)]
mod tests {
    use super::isotonic_regression;

    #[test]
    fn values_out_of_order_are_pooled_at_their_mean() {
        assert_eq!(isotonic_regression(&[(1.0, 1.0), (2.0, 1.0)]), [1.0, 2.0]);
        assert_eq!(isotonic_regression(&[(3.0, 1.0), (1.0, 1.0), (5.0, 1.0)]), [2.0, 2.0, 5.0]);
        assert_eq!(isotonic_regression(&[(4.0, 3.0), (0.0, 1.0)]), [3.0, 3.0]);
    }
}
